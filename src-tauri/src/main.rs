//! Opens the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    if let Err(error) = promodesk_window::run() {
        eprintln!("Promodesk could not start: {error}");
        std::process::exit(1);
    }
}
