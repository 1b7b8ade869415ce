//! The desk: takes a command by name with JSON, answers with JSON.

use crate::error::CommandError;
use crate::list::with_commands;
use crate::rooms;
use crate::wire::{
    campaigns::*, common::*, drafts::*, exports::*, files::*, history::*, imports::*, overview::*,
    products::*, registrations::*, rulebook::*, shop::*, smart_promotion::*,
};
use seller_domain::campaign::Campaign;
use seller_domain::{Clock, Instant, Language};
use std::path::PathBuf;
use std::sync::Arc;

/// The commands on one shop's data. Shared between threads; every command blocks
/// until it is done, so call it from where blocking is allowed.
pub struct Desk {
    clock: Arc<dyn Clock>,
}

/// What a command knows of its call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    /// The moment of the call: one and the same throughout the command.
    pub now: Instant,
    /// The language that the answer is written in.
    pub language: Language,
}

impl Context {
    /// A sentence in the language of the call.
    pub fn say<'a>(&self, english: &'a str, chinese: &'a str) -> &'a str {
        match self.language {
            Language::English => english,
            Language::SimplifiedChinese => chinese,
        }
    }
}

impl Desk {
    /// The shops kept in a folder: the seller's own and the sample. A damaged
    /// file does not fail here; `desk_state` then says what is wrong.
    pub fn in_folder(_folder: PathBuf, clock: Arc<dyn Clock>) -> Self {
        Self { clock }
    }

    /// One database file.
    pub fn on_file(_file: PathBuf, clock: Arc<dyn Clock>) -> Result<Self, CommandError> {
        Ok(Self { clock })
    }

    /// Calls a command: JSON in, JSON out.
    pub fn call(
        &self,
        name: &str,
        request: &str,
        language: Language,
    ) -> Result<String, CommandError> {
        let context = Context {
            now: self.clock.now(),
            language,
        };
        dispatch(self, &context, name, request)
    }
}

macro_rules! dispatcher {
    ($(#[doc = $about:literal] $room:ident::$name:ident: $request:ty => $response:ty,)+) => {
        fn dispatch(
            desk: &Desk,
            context: &Context,
            name: &str,
            request: &str,
        ) -> Result<String, CommandError> {
            match name {
                $(stringify!($name) => {
                    let request: $request = parsed(name, request)?;
                    written(&rooms::$room::$name(desk, context, request)?)
                })+
                _ => Err(CommandError::NotFound {
                    what: "command".to_owned(),
                    id: name.chars().take(80).collect(),
                    message: "There is no such command. `seller-cli commands` lists all.".to_owned(),
                }),
            }
        }
    };
}

with_commands!(dispatcher);

fn parsed<T: serde::de::DeserializeOwned>(name: &str, request: &str) -> Result<T, CommandError> {
    serde_json::from_str(request).map_err(|why| CommandError::Invalid {
        field: String::new(),
        message: format!("The request of {name} cannot be read: {why}."),
        remedy: "`seller-cli commands` shows the shape of every request.".to_owned(),
    })
}

fn written<T: serde::Serialize>(response: &T) -> Result<String, CommandError> {
    serde_json::to_string(response).map_err(CommandError::bug)
}
