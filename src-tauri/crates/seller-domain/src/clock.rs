//! Time, passed in. The only place that names the type of an instant.

use chrono::{DateTime, Utc};
use std::sync::Mutex;

/// A moment in UTC. Shown and computed with in the shop's zone ([`crate::Zone`]).
pub type Instant = DateTime<Utc>;

/// Where commands get the time from. The window and the terminal bring the
/// system's clock, tests and `--now` a fixed one.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Instant;
}

/// A clock that stands still until it is set.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// A clock that shows `at`.
    pub fn new(at: Instant) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves the hands to `at`, forwards or backwards.
    pub fn set(&self, at: Instant) {
        *self
            .0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner()) = at;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *self
            .0
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}
