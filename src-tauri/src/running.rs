//! How many commands are under way, so that closing can wait for them.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// Shared count of commands under way.
#[derive(Clone, Default)]
pub struct Running(Arc<Inner>);

#[derive(Default)]
struct Inner {
    count: Mutex<usize>,
    finished: Condvar,
}

impl Running {
    /// Counts one command until the returned value is dropped.
    pub fn begin(&self) -> Errand {
        *self.0.lock() += 1;
        Errand(Arc::clone(&self.0))
    }

    /// Blocks until no command is under way.
    pub fn wait_until_idle(&self) {
        let mut count = self.0.lock();
        while *count > 0 {
            count = self
                .0
                .finished
                .wait(count)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Inner {
    /// A count stays right even when a thread panicked while holding it.
    fn lock(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One command under way.
pub struct Errand(Arc<Inner>);

impl Drop for Errand {
    fn drop(&mut self) {
        *self.0.lock() -= 1;
        self.0.finished.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::Running;

    #[test]
    fn waiting_ends_at_once_when_nothing_runs() {
        Running::default().wait_until_idle();
    }

    #[test]
    fn waiting_ends_only_when_the_last_command_has_ended() {
        let running = Running::default();
        let (first, second) = (running.begin(), running.begin());
        let (idle, heard) = mpsc::channel();
        let waiting = {
            let running = running.clone();
            thread::spawn(move || {
                running.wait_until_idle();
                idle.send(()).unwrap();
            })
        };
        drop(first);
        assert!(heard.recv_timeout(Duration::from_millis(50)).is_err());
        drop(second);
        heard.recv_timeout(Duration::from_secs(10)).unwrap();
        waiting.join().unwrap();
    }

    #[test]
    fn a_command_that_panics_is_no_longer_counted() {
        let running = Running::default();
        let errand = running.begin();
        let panicking = thread::spawn(move || {
            let _errand = errand;
            panic!("on purpose");
        });
        assert!(panicking.join().is_err());
        running.wait_until_idle();
    }
}
