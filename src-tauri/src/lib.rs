//! The window: opens the desk, carries the page's requests to it, and owns what only a window can
//! do (file dialogs, dropped files, closing). It decides nothing about shops or promotions.

mod clock;
mod closing;
mod desk;
mod dialogs;
mod logs;
mod notices;
mod running;
#[cfg(unix)]
mod signals;
#[cfg(test)]
mod tests;

use std::env;
use std::path::PathBuf;

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Builder, Manager, RunEvent, Runtime, Url, WebviewWindow, WebviewWindowBuilder,
};
use tauri_plugin_window_state::StateFlags;

use desk::Counter;

/// Moves everything Promodesk keeps (shops, backups, logs) to another folder.
const DATA_FOLDER_VARIABLE: &str = "PROMODESK_DATA_DIR";

/// The only window, as named in `tauri.conf.json` and in the capability.
const MAIN: &str = "main";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, or the data folder can be neither found nor made.
pub fn run() -> tauri::Result<()> {
    for_this_user_alone();
    let builder = Builder::default()
        // First, so that a second start ends before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(
                    StateFlags::SIZE
                        | StateFlags::POSITION
                        | StateFlags::MAXIMIZED
                        | StateFlags::FULLSCREEN,
                )
                .build(),
        )
        .setup(|app| {
            let folder = data_folder(app.handle())?;
            std::fs::create_dir_all(&folder)?;
            app.manage(logs::start(&folder.join("logs"))?);
            app.manage(Counter::of(desk::open(folder)));
            open_window(app.handle())?;
            #[cfg(unix)]
            signals::close_when_told(app.handle())?;
            Ok(())
        });
    furnish(builder).build(context())?.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Counter>().close();
            app.state::<logs::Log>().end();
        }
    });
    Ok(())
}

/// Whatever this process makes from now on (shops, backups, logs, what the web view keeps) is closed to
/// other users of the machine.
fn for_this_user_alone() {
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::RWXG | rustix::fs::Mode::RWXO);
}

/// Commands and events on a builder of any runtime, so that tests can take the mock one.
fn furnish<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    let of_the_window = window_commands();
    builder
        .manage(running::Running::default())
        .manage(notices::Page::default())
        .manage(closing::Closing::default())
        .invoke_handler(move |invoke| {
            let clerk = invoke.message.webview_ref().state::<Counter>().clerk();
            match clerk.filter(|clerk| clerk.knows(invoke.message.command())) {
                Some(clerk) => {
                    desk::carry(invoke, clerk);
                    true
                }
                None => of_the_window(invoke),
            }
        })
        .on_window_event(|window, event| {
            notices::on_window_event(window, event);
            closing::on_window_event(window, event);
        })
}

/// What the page may ask of the window itself. `permissions/window.toml` lists the same names.
fn window_commands<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        dialogs::window_pick_files,
        dialogs::window_pick_folder,
        dialogs::window_pick_save,
        notices::window_listen,
        closing::window_close,
        closing::window_keep_open,
        window_theme,
    ]
}

/// The one use of `generate_context!`: every expansion embeds the page again.
fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

/// Made by hand and not from the configuration at start-up: the page must not ask before the desk
/// is open.
fn open_window<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<WebviewWindow<R>> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN)
        .ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_the_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
}

/// Whether an address belongs to the embedded page (or to Vite in `tauri dev`). Nothing else is
/// ever shown in the window.
fn is_the_page(address: &Url) -> bool {
    match (address.scheme(), address.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("http", Some("127.0.0.1")) => tauri::is_dev() && address.port() == Some(1420),
        _ => false,
    }
}

fn data_folder<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<PathBuf> {
    match env::var_os(DATA_FOLDER_VARIABLE) {
        Some(folder) => Ok(folder.into()),
        None => app.path().app_data_dir(),
    }
}

/// Brings the window to the front when Promodesk is started a second time.
fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Gives the title bar the page's colours; `None` follows the system.
#[tauri::command]
fn window_theme<R: Runtime>(window: WebviewWindow<R>, theme: Option<tauri::Theme>) -> bool {
    window.set_theme(theme).is_ok()
}
