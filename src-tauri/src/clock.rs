//! The system's clock: the only place in the window that asks what time it is.

use std::sync::Arc;
use std::time::SystemTime;

use seller_commands::{Clock, Instant};

struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        SystemTime::now().into()
    }
}

/// The clock the desk works by.
pub fn clock() -> Arc<dyn Clock> {
    #[cfg(debug_assertions)]
    if let Some(clock) = rehearsal::clock() {
        return clock;
    }
    Arc::new(SystemClock)
}

/// Lets a test choose the time; builds for sellers do not contain this.
#[cfg(debug_assertions)]
mod rehearsal {
    use std::env;
    use std::sync::Arc;

    use seller_commands::{Clock, FixedClock};

    /// An instant such as `2026-11-21T08:00:00Z`, at which the clock stands still.
    const VARIABLE: &str = "PROMODESK_TEST_NOW";

    pub fn clock() -> Option<Arc<dyn Clock>> {
        let now = env::var(VARIABLE).ok()?;
        let now = now.parse().unwrap_or_else(|error| {
            panic!("{VARIABLE}={now:?} is no instant: {error}");
        });
        Some(Arc::new(FixedClock::new(now)))
    }
}
