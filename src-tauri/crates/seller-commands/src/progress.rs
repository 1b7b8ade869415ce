//! The progress of long work, and the wish to stop it.

use crate::context::Context;
use crate::error::CommandError;
use crate::wire::files::Progress;
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};

/// The long work that runs, if any. Asked from other threads while it runs.
#[derive(Debug, Default)]
pub(crate) struct Job {
    state: Mutex<Option<Progress>>,
    stop: AtomicBool,
}

/// Long work at its start; it ends when this goes.
#[derive(Debug)]
pub(crate) struct Running<'a> {
    job: &'a Job,
    context: Context,
    /// Steps of a part do not show.
    in_parts: Cell<bool>,
}

impl Job {
    /// Begins long work under the name of its command.
    pub fn begin(&self, context: &Context, command: &str, stage: &str) -> Running<'_> {
        self.stop.store(false, Ordering::Relaxed);
        *self.state() = Some(Progress {
            command: Some(command.to_owned()),
            stage: stage.to_owned(),
            done: 0,
            total: None,
        });
        Running {
            job: self,
            context: *context,
            in_parts: Cell::new(false),
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        self.state().clone().unwrap_or(Progress {
            command: None,
            stage: String::new(),
            done: 0,
            total: None,
        })
    }

    /// Asks it to stop at the next step.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn state(&self) -> MutexGuard<'_, Option<Progress>> {
        self.state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Running<'_> {
    /// Says how far it has come.
    ///
    /// # Errors
    /// If the seller asked to stop: give up, and what was begun is rolled back.
    pub fn step(&self, stage: &str, done: usize, total: Option<usize>) -> Result<(), CommandError> {
        self.stop_if_asked()?;
        if !self.in_parts.get() {
            self.show(stage, done, total);
        }
        Ok(())
    }

    /// Says how far work has come that is done part by part: what its parts say of themselves
    /// does not show from now on.
    ///
    /// # Errors
    /// As [`Running::step`].
    pub fn part(&self, stage: &str, done: usize, total: Option<usize>) -> Result<(), CommandError> {
        self.in_parts.set(true);
        self.stop_if_asked()?;
        self.show(stage, done, total);
        Ok(())
    }

    fn stop_if_asked(&self) -> Result<(), CommandError> {
        if self.job.stop.load(Ordering::Relaxed) {
            let message = self
                .context
                .say("Stopped. Nothing was changed.", "已停止，未作任何更改。");
            return Err(CommandError::Cancelled { message });
        }
        Ok(())
    }

    fn show(&self, stage: &str, done: usize, total: Option<usize>) {
        if let Some(progress) = self.job.state().as_mut() {
            stage.clone_into(&mut progress.stage);
            progress.done = u32::try_from(done).unwrap_or(u32::MAX);
            progress.total = total.map(|total| u32::try_from(total).unwrap_or(u32::MAX));
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        *self.job.state() = None;
    }
}
