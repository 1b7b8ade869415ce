//! Being told to end by the system: the session ends, the machine shuts down, Ctrl-C was pressed.

use std::io;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use tauri::{AppHandle, Manager, Runtime};

use crate::MAIN;
use crate::logs::Log;

/// The first time does what the close button does: the page keeps its drafts and a command under way
/// ends. The second time the process ends at once, which loses no more than a command under way.
pub fn close_when_told<R: Runtime>(app: &AppHandle<R>) -> io::Result<()> {
    let app = app.clone();
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let listen = move || {
        let mut closing = false;
        for signal in signals.forever() {
            tracing::info!(signal, "told to end");
            match app.get_webview_window(MAIN) {
                Some(window) if !closing && window.close().is_ok() => closing = true,
                // As a shell names the end by a signal.
                _ => {
                    app.state::<Log>().end();
                    std::process::exit(128 + signal)
                }
            }
        }
    };
    let thread = std::thread::Builder::new().name("signals".to_owned());
    thread.spawn(listen).map(drop)
}
