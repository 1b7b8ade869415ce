//! Carries what the page asks to the desk and the answer back. Neither is read on the way.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};
use tauri::Manager;
use tauri::Runtime;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, Response};

use crate::running::Running;

/// Who answers: the desk, or in tests somebody who misbehaves on purpose.
pub trait Clerk: Send + Sync + 'static {
    /// Whether the command is one of the desk's.
    fn knows(&self, name: &str) -> bool;

    /// Answers a request given as JSON with JSON. Blocks.
    ///
    /// # Errors
    /// The desk's own error, as JSON with a `kind`.
    fn call(&self, name: &str, request: &str, language: &str) -> Result<String, Value>;
}

/// Opens the desk over the shops kept in a folder.
pub fn open(_folder: PathBuf) -> Arc<dyn Clerk> {
    Arc::new(Unstaffed)
}

/// The desk has no commands yet: every call is refused as unknown.
struct Unstaffed;

impl Clerk for Unstaffed {
    fn knows(&self, _name: &str) -> bool {
        false
    }

    fn call(&self, name: &str, _request: &str, _language: &str) -> Result<String, Value> {
        Err(bug(name))
    }
}

/// Takes one call of the page to the clerk, off the window's own thread.
pub fn carry<R: Runtime>(invoke: Invoke<R>, clerk: Arc<dyn Clerk>) {
    let Invoke {
        message, resolver, ..
    } = invoke;
    let name = message.command().to_owned();
    let (request, language) = match message.payload() {
        InvokeBody::Json(payload) => (
            payload.get("request").unwrap_or(&Value::Null).to_string(),
            payload["language"].as_str().unwrap_or_default().to_owned(),
        ),
        InvokeBody::Raw(_) => return resolver.reject(bug(&name)),
    };
    let errand = message.webview_ref().state::<Running>().begin();
    resolver.respond_async(async move {
        let asked = name.clone();
        let answer = tauri::async_runtime::spawn_blocking(move || {
            let _errand = errand;
            let started = Instant::now();
            let answer = clerk.call(&asked, &request, &language);
            log(&asked, started, &answer);
            answer
        });
        match answer.await {
            Ok(Ok(json)) => Ok(Response::new(json)),
            Ok(Err(refusal)) => Err(InvokeError(refusal)),
            Err(_panic) => {
                tracing::error!(command = name, "ended by a panic");
                Err(InvokeError(bug(&name)))
            }
        }
    });
}

fn log(name: &str, started: Instant, answer: &Result<String, Value>) {
    let millis = started.elapsed().as_millis();
    match answer {
        Ok(_) => tracing::info!(command = name, millis, "answered"),
        Err(refusal) => {
            let kind = refusal["kind"].as_str().unwrap_or("without a kind");
            tracing::info!(command = name, millis, kind, "refused");
        }
    }
}

/// The one sentence for a fault of ours. What happened stands in the log.
fn bug(name: &str) -> Value {
    json!({
        "kind": "bug",
        "message": format!(
            "Promodesk made a mistake in {name}. Nothing of this step was saved; the log says where."
        ),
    })
}
