//! The page's calls through the real IPC layer and the real capability, on a runtime without a
//! display.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use seller_commands::{COMMANDS, CommandError, Language};
use serde_json::{Value, json};
use tauri::Manager;
use tauri::WebviewWindow;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;

use crate::desk::{Clerk, Counter};
use crate::running::Running;
use crate::{MAIN, context, furnish, is_the_page, open_window};

/// Where the embedded page lives on Linux and macOS.
const PAGE: &str = if cfg!(windows) {
    "http://tauri.localhost"
} else {
    "tauri://localhost"
};

/// Repeats what it was asked, and panics when the request says so. It takes every name the desk
/// has, so that the real capability lets the calls through.
#[derive(Default)]
struct Echo {
    calls: AtomicUsize,
}

impl Clerk for Echo {
    fn knows(&self, name: &str) -> bool {
        !name.starts_with("window_")
    }

    fn call(&self, name: &str, request: &str, language: Language) -> Result<String, CommandError> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        assert_ne!(request, r#""panic""#, "asked to");
        if request == r#""refuse""# {
            return Err(CommandError::NoShop {
                message: format!("{name}: no shop"),
            });
        }
        let language = language.tag();
        Ok(format!(
            r#"{{"request":{request},"language":"{language}","price":12345678901234567890.10}}"#
        ))
    }
}

struct Ipc {
    window: WebviewWindow<MockRuntime>,
    echo: Arc<Echo>,
    _app: tauri::App<MockRuntime>,
}

impl Ipc {
    fn open() -> Self {
        let echo = Arc::new(Echo::default());
        let clerk: Arc<dyn Clerk> = echo.clone();
        let app = furnish(mock_builder())
            .manage(Counter::of(clerk))
            .build(context())
            .unwrap();
        let window = open_window(app.handle()).unwrap();
        assert_eq!(window.label(), MAIN);
        Self {
            window,
            echo,
            _app: app,
        }
    }

    fn call(&self, name: &str, payload: Value) -> Result<String, Value> {
        self.call_from(PAGE, name, payload)
    }

    fn call_from(&self, origin: &str, name: &str, payload: Value) -> Result<String, Value> {
        let request = InvokeRequest {
            cmd: name.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: origin.parse().unwrap(),
            body: InvokeBody::Json(payload),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.into(),
        };
        get_ipc_response(&self.window, request).map(|body| match body {
            tauri::ipc::InvokeResponseBody::Json(json) => json,
            tauri::ipc::InvokeResponseBody::Raw(bytes) => format!("{} raw bytes", bytes.len()),
        })
    }
}

#[test]
fn an_answer_passes_through_letter_by_letter() {
    let ipc = Ipc::open();
    let payload = json!({"request": {"name": "五月"}, "language": "zh-CN"});
    assert_eq!(
        ipc.call("desk_state", payload).unwrap(),
        r#"{"request":{"name":"五月"},"language":"zh-CN","price":12345678901234567890.10}"#
    );
}

#[test]
fn a_refusal_reaches_the_page_with_its_kind() {
    let ipc = Ipc::open();
    let refusal = ipc
        .call("desk_state", json!({"request": "refuse", "language": "en"}))
        .unwrap_err();
    assert_eq!(
        refusal,
        json!({"kind": "no_shop", "message": "desk_state: no shop"})
    );
}

#[test]
fn a_panic_is_one_generic_error_and_the_next_command_works() {
    let ipc = Ipc::open();
    let bug = ipc
        .call("desk_state", json!({"request": "panic", "language": "en"}))
        .unwrap_err();
    assert_eq!(bug["kind"], "bug");
    assert!(!bug.to_string().contains("asked to"));
    ipc.window.state::<Running>().wait_until_idle();
    assert!(
        ipc.call("desk_state", json!({"request": 1, "language": "en"}))
            .is_ok()
    );
    assert_eq!(ipc.echo.calls.load(Ordering::SeqCst), 2);
}

#[test]
fn a_call_without_request_or_language_is_refused_before_the_desk_hears_it() {
    let ipc = Ipc::open();
    for (payload, field) in [
        (json!({"language": "en"}), "request"),
        (json!({"request": null}), "language"),
        (json!({"request": null, "language": "tlh"}), "language"),
        (json!([1, 2]), "request"),
    ] {
        let refusal = ipc.call("desk_state", payload).unwrap_err();
        assert_eq!(refusal["kind"], "invalid");
        assert_eq!(refusal["field"], field);
    }
    assert_eq!(ipc.echo.calls.load(Ordering::SeqCst), 0);
}

#[test]
fn every_command_of_the_desk_is_granted() {
    let ipc = Ipc::open();
    for command in COMMANDS {
        let payload = json!({"request": null, "language": "en"});
        let answer = ipc.call(command.name, payload);
        assert!(answer.is_ok(), "{}: {answer:?}", command.name);
    }
    assert_eq!(ipc.echo.calls.load(Ordering::SeqCst), COMMANDS.len());
}

#[test]
fn nothing_of_tauri_or_its_plugins_is_granted() {
    let ipc = Ipc::open();
    for name in [
        "plugin:app|version",
        "plugin:event|listen",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:dialog|open",
        "plugin:window-state|save_window_state",
        "plugin:resources|close",
    ] {
        let refusal = ipc.call(name, json!({})).unwrap_err();
        assert!(
            refusal.to_string().contains("not allowed"),
            "{name}: {refusal}"
        );
    }
}

#[test]
fn a_command_outside_the_permission_files_is_refused_before_the_desk_hears_it() {
    let ipc = Ipc::open();
    let refusal = ipc
        .call(
            "desk_open_the_safe",
            json!({"request": null, "language": "en"}),
        )
        .unwrap_err();
    assert!(refusal.to_string().contains("not allowed"), "{refusal}");
    assert_eq!(ipc.echo.calls.load(Ordering::SeqCst), 0);
}

#[test]
fn a_page_from_elsewhere_may_call_nothing() {
    let ipc = Ipc::open();
    let payload = json!({"request": null, "language": "en"});
    let refusal = ipc
        .call_from("https://example.org", "desk_state", payload)
        .unwrap_err();
    assert!(refusal.to_string().contains("not allowed"), "{refusal}");
    assert_eq!(ipc.echo.calls.load(Ordering::SeqCst), 0);
}

/// Every name in the file is answered by the window's own handler: with an error about its
/// arguments where it takes some, but never with "not found".
#[test]
fn every_window_command_granted_exists() {
    let ipc = Ipc::open();
    let granted = granted(include_str!("../permissions/window.toml"));
    assert_eq!(granted.len(), 7);
    for name in granted {
        let wrong = json!({"kind": 0, "channel": 0, "theme": 0, "title": 0});
        if let Err(error) = ipc.call(&name, wrong) {
            assert!(!error.to_string().contains("not found"), "{name}: {error}");
            assert!(
                !error.to_string().contains("not allowed"),
                "{name}: {error}"
            );
        }
    }
}

fn granted(permissions: &str) -> Vec<String> {
    let names = permissions
        .split('"')
        .filter(|name| name.starts_with("window_"));
    names.map(str::to_owned).collect()
}

#[test]
fn the_window_shows_the_embedded_page_and_nothing_else() {
    let shown = |address: &str| is_the_page(&address.parse().unwrap());
    assert!(shown("tauri://localhost/index.html#/campaigns"));
    assert!(shown("http://tauri.localhost/"));
    for elsewhere in [
        "https://example.org/",
        "http://localhost/",
        "http://127.0.0.1:1421/",
        "file:///etc/passwd",
        "data:text/html,<p>",
        "tauri://elsewhere/",
    ] {
        assert!(!shown(elsewhere), "{elsewhere}");
    }
}
