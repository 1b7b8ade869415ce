//! Carries what the page asks to the desk and the answer back. Neither is read on the way.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use seller_commands::{COMMANDS, CommandError, Desk, Language};
use serde_json::Value;
use tauri::ipc::{Invoke, InvokeBody, InvokeError, Response};
use tauri::{Manager, Runtime};

use crate::clock::clock;
use crate::running::Running;

/// Who answers: the desk, or in tests somebody who misbehaves on purpose.
pub trait Clerk: Send + Sync + 'static {
    /// Whether the command is one of the desk's.
    fn knows(&self, name: &str) -> bool;

    /// Answers a request given as JSON with JSON. Blocks.
    fn call(&self, name: &str, request: &str, language: Language) -> Result<String, CommandError>;
}

impl Clerk for Desk {
    fn knows(&self, name: &str) -> bool {
        COMMANDS.iter().any(|command| command.name == name)
    }

    fn call(&self, name: &str, request: &str, language: Language) -> Result<String, CommandError> {
        Desk::call(self, name, request, language)
    }
}

/// Where the clerk is found until the window ends.
pub struct Counter(Mutex<Option<Arc<dyn Clerk>>>);

impl Counter {
    /// Opens it.
    pub fn of(clerk: Arc<dyn Clerk>) -> Self {
        Self(Mutex::new(Some(clerk)))
    }

    /// Who answers; nobody once it is closed.
    pub fn clerk(&self) -> Option<Arc<dyn Clerk>> {
        self.lock().clone()
    }

    /// Sends the clerk home, who closes the shop's file. What runs after the last window ends the
    /// process without dropping anything.
    pub fn close(&self) {
        drop(self.lock().take());
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<dyn Clerk>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens the desk over the shops kept in a folder.
pub fn open(folder: PathBuf) -> Arc<dyn Clerk> {
    Arc::new(Desk::in_folder(folder, clock()))
}

/// Takes one call of the page to the clerk, off the window's own thread.
pub fn carry<R: Runtime>(invoke: Invoke<R>, clerk: Arc<dyn Clerk>) {
    let Invoke {
        message, resolver, ..
    } = invoke;
    let name = message.command().to_owned();
    let call = match Call::read(message.payload()) {
        Ok(call) => call,
        Err(refusal) => return resolver.reject(refusal),
    };
    let language = call.language;
    let errand = message.webview_ref().state::<Running>().begin();
    resolver.respond_async(async move {
        let asked = name.clone();
        let answer = tauri::async_runtime::spawn_blocking(move || {
            let _errand = errand;
            let started = Instant::now();
            let answer = clerk.call(&asked, &call.request, call.language);
            log(&asked, started, &answer);
            answer
        });
        match answer.await {
            Ok(Ok(json)) => Ok(Response::new(json)),
            Ok(Err(refusal)) => Err(refused(refusal)),
            // The panic's place is in the log already.
            Err(_) => Err(refused(
                CommandError::bug(format!("{name} panicked")).said_in(language),
            )),
        }
    });
}

/// What the page sent along: `{ "request": …, "language": "en" }`.
struct Call {
    request: String,
    language: Language,
}

impl Call {
    fn read(payload: &InvokeBody) -> Result<Self, CommandError> {
        let InvokeBody::Json(payload) = payload else {
            return Err(unreadable("", "the request is bytes and not JSON"));
        };
        let Some(request) = payload.get("request") else {
            return Err(unreadable("request", "there is no request"));
        };
        let language = payload.get("language").cloned().unwrap_or_default();
        let language = serde_json::from_value(language)
            .map_err(|_| unreadable("language", "the language is neither en nor zh-CN"))?;
        Ok(Self {
            request: request.to_string(),
            language,
        })
    }
}

fn unreadable(field: &str, message: &str) -> CommandError {
    CommandError::Invalid {
        field: field.to_owned(),
        message: format!("The call cannot be read: {message}."),
        remedy: "Send { request, language }.".to_owned(),
    }
}

fn refused(error: CommandError) -> InvokeError {
    InvokeError(serde_json::to_value(error).unwrap_or(Value::Null))
}

fn log(name: &str, started: Instant, answer: &Result<String, CommandError>) {
    let millis = started.elapsed().as_millis();
    match answer {
        Ok(_) => tracing::info!(command = name, millis, "answered"),
        Err(error) => {
            let error = serde_json::to_value(error).unwrap_or(Value::Null);
            let kind = error["kind"].as_str().unwrap_or("unknown");
            tracing::info!(command = name, millis, kind, "refused");
        }
    }
}
