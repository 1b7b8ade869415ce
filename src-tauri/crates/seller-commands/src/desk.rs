//! The desk: takes a command by name with JSON, answers with JSON.

mod place;
mod request;

pub(crate) use place::{Open, open};

use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::list::with_commands;
use crate::progress::Job;
use crate::rooms;
use crate::rooms::imports::OpenImports;
use crate::trouble::Trouble;
use crate::wire::{
    campaigns::*, common::*, coupon_book::*, coupons::*, drafts::*, exports::*, files::*,
    funded::*, funded_questions::*, history::*, imports::*, overview::*, partner_campaigns::*,
    partner_products::*, products::*, registrations::*, rulebook::*, shop::*, smart_promotion::*,
};
use crate::workbench::Workbench;
use place::Place;
use seller_domain::{Clock, Language};
use seller_store::{Cellar, Summary, Tx, View};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, RwLock};

/// The commands on one shop's data. Shared between threads; every command blocks
/// until it is done, so call it from where blocking is allowed.
pub struct Desk {
    clock: Arc<dyn Clock>,
    place: Place,
    open: RwLock<Open>,
    pub(crate) job: Job,
    pub(crate) imports: Mutex<OpenImports>,
    workbench: Mutex<Option<Workbench>>,
}

impl Desk {
    /// The shops kept in a folder: the seller's own and the sample. A damaged
    /// file does not fail here; `desk_state` then says what is wrong.
    pub fn in_folder(folder: PathBuf, clock: Arc<dyn Clock>) -> Self {
        Self::at(Place::Folder(folder), clock)
    }

    /// One database file, which need not exist yet.
    ///
    /// # Errors
    /// Where there is a file that cannot be opened, in the given language.
    pub fn on_file(
        file: PathBuf,
        clock: Arc<dyn Clock>,
        language: Language,
    ) -> Result<Self, CommandError> {
        let desk = Self::at(Place::File(file), clock);
        let problem = match &*desk.opened() {
            Open::Broken { error, .. } => {
                let (message, remedy) = crate::trouble::open_words(error, language);
                Some(CommandError::Storage { message, remedy })
            }
            Open::Nothing | Open::Shop { .. } => None,
        };
        problem.map_or(Ok(desk), Err)
    }

    fn at(place: Place, clock: Arc<dyn Clock>) -> Self {
        let open = place.open_first(clock.now());
        Self {
            clock,
            place,
            open: RwLock::new(open),
            job: Job::default(),
            imports: Mutex::default(),
            workbench: Mutex::default(),
        }
    }

    /// Calls a command: JSON in, JSON out.
    ///
    /// # Errors
    /// Findings that refuse it, a request that cannot be taken, or a fault; see [`CommandError`].
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
        dispatch(self, &context, name, request).map_err(|error| error.said_in(language))
    }

    /// What is open.
    pub(crate) fn opened(&self) -> std::sync::RwLockReadGuard<'_, Open> {
        self.open
            .read()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Where the shops are kept.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// Opens something else: what was kept in memory of the old shop goes with it.
    pub(crate) fn reopen(&self, with: impl FnOnce() -> Open) {
        let mut open = self
            .open
            .write()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        *self.workbench() = None;
        *self.open_imports() = OpenImports::default();
        // Closed first: a file can be open only once.
        *open = Open::Nothing;
        *open = with();
    }

    /// The open shop's file.
    pub(crate) fn cellar(&self, context: &Context) -> Answer<Arc<Cellar>> {
        match &*self.opened() {
            Open::Shop { cellar, .. } => Ok(cellar.clone()),
            Open::Nothing => Err(CommandError::no_shop(context.language)),
            Open::Broken { error, .. } => {
                let (message, remedy) = crate::trouble::open_words(error, context.language);
                Err(CommandError::Storage { message, remedy })
            }
        }
    }

    /// Reads one consistent state.
    pub(crate) fn read<R>(
        &self,
        context: &Context,
        work: impl FnOnce(&View<'_>) -> Result<R, Trouble>,
    ) -> Answer<R> {
        self.cellar(context)?
            .read(work)
            .map_err(|trouble| trouble.answer(context.language))
    }

    /// Changes data: one transaction, one step of the history under the name of the command.
    pub(crate) fn write<R>(
        &self,
        context: &Context,
        command: &str,
        work: impl FnOnce(&Tx<'_>) -> Result<R, Trouble>,
    ) -> Answer<R> {
        let cellar = self.cellar(context)?;
        let written = cellar.write(command, Summary::new(command), context.now, work);
        written
            .map(|written| written.value)
            .map_err(|trouble| trouble.at(&cellar).answer(context.language))
    }

    /// The draft that is being priced, kept in memory between commands.
    pub(crate) fn workbench(&self) -> MutexGuard<'_, Option<Workbench>> {
        self.workbench
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// The imports that are open.
    pub(crate) fn open_imports(&self) -> MutexGuard<'_, OpenImports> {
        self.imports
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
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
                    let request: $request = parsed(name, request, context)?;
                    written(&rooms::$room::$name(desk, context, request)?)
                })+
                _ => Err(CommandError::not_found("command", name, context.language)),
            }
        }
    };
}

with_commands!(dispatcher);

fn parsed<T: serde::de::DeserializeOwned>(
    name: &str,
    request: &str,
    context: &Context,
) -> Answer<T> {
    serde_json::from_str(request).map_err(|why| CommandError::Invalid {
        field: String::new(),
        message: context.say(
            format!("The request of {name} cannot be read: {why}."),
            format!("无法读取 {name} 的请求：{}。", request::chinese(&why)),
        ),
        remedy: context.say(
            "`seller-cli commands` shows the shape of every request.",
            "`seller-cli commands` 列出所有请求的格式。",
        ),
    })
}

fn written<T: serde::Serialize>(response: &T) -> Result<String, CommandError> {
    serde_json::to_string(response).map_err(CommandError::bug)
}
