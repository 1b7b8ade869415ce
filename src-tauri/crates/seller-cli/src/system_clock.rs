//! The system's clock.

use seller_commands::{Clock, Instant};

/// Shows the system's time.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        chrono::Utc::now()
    }
}
