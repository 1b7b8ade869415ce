//! The log: one file a day, the oldest pruned. It holds command names, durations and places in the
//! source, never titles, prices or contacts.

use std::io;
use std::panic;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// What is logged when [`LEVEL_VARIABLE`] is not set. Other people's crates are left out: nobody
/// here can promise what they write.
const LEVELS: &str = "off,promodesk_window=info,seller_commands=info,seller_store=info";

/// Overrides [`LEVELS`] for one start, in the syntax of tracing's `EnvFilter`.
const LEVEL_VARIABLE: &str = "PROMODESK_LOG";

/// A month of working days is enough to report a fault.
const FILES_KEPT: usize = 30;

/// The log that is being written.
pub struct Log(Mutex<Option<WorkerGuard>>);

impl Log {
    /// Writes what is not written yet, and nothing more.
    pub fn end(&self) {
        drop(self.0.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

/// Starts logging into a folder.
pub fn start(folder: &Path) -> io::Result<Log> {
    std::fs::create_dir_all(folder)?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("promodesk")
        .filename_suffix("log")
        .max_log_files(FILES_KEPT)
        .build(folder)
        .map_err(io::Error::other)?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    let levels = EnvFilter::try_from_env(LEVEL_VARIABLE).unwrap_or_else(|_| EnvFilter::new(LEVELS));
    // A second start in one process (tests) keeps the first log.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(levels)
        .with_writer(writer)
        .with_ansi(false)
        .try_init();
    log_panics();
    Ok(Log(Mutex::new(Some(guard))))
}

/// Only the place: a panic's message may quote a title or a price.
fn log_panics() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        tracing::error!(place, "panic");
        print(panic);
    }));
}
