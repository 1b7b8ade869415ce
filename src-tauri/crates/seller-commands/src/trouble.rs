//! What can go wrong inside a command, before it is put into the words of the call's language.

mod chinese;
mod planner;
#[cfg(test)]
mod tests;

pub(crate) use planner::{fill_words, price_words, terms_words};

use crate::error::CommandError;
use seller_domain::Language;
use seller_exchange::FileError;
use seller_exchange::trouble::Trouble as FileTrouble;
use seller_store::{Cellar, OpenError, StoreError, space};
use std::path::Path;

/// Why the body of a command stopped.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The shop's file.
    Store(StoreError),
    /// Anything that has its words already.
    Answer(CommandError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<CommandError> for Trouble {
    fn from(error: CommandError) -> Self {
        Self::Answer(error)
    }
}

impl Trouble {
    /// The same, with the place and the room that are missing where the disk of the file is full.
    pub fn at(self, cellar: &Cellar) -> Self {
        match self {
            Self::Store(error) => Self::Store(cellar.say_where(error)),
            answer => answer,
        }
    }

    /// The answer in the language of the call.
    pub fn answer(self, language: Language) -> CommandError {
        match self {
            Self::Answer(error) => error,
            Self::Store(error) => store_answer(&error, language),
        }
    }
}

/// What the store says, in the language of the call.
pub(crate) fn store_answer(error: &StoreError, language: Language) -> CommandError {
    match error {
        StoreError::NoShop => CommandError::no_shop(language),
        StoreError::Absent { what, id } => CommandError::not_found(what, id, language),
        StoreError::Database(_) | StoreError::Unreadable { .. } | StoreError::Unrecorded { .. } => {
            CommandError::bug(error.for_the_log())
        }
        StoreError::OtherCurrency { .. }
        | StoreError::CurrencyFixed { .. }
        | StoreError::TooFine { .. }
        | StoreError::Incomplete { .. }
        | StoreError::Elsewhere { .. }
        | StoreError::StillRegistered { .. }
        | StoreError::CodeInUse { .. } => {
            let (message, remedy) = store_words(error, language);
            CommandError::Invalid {
                field: String::new(),
                message,
                remedy,
            }
        }
        _ => {
            tracing::warn!(error = error.for_the_log(), "the shop file");
            let (message, remedy) = store_words(error, language);
            CommandError::Storage { message, remedy }
        }
    }
}

/// Why a shop's file cannot be opened: the problem and the remedy.
pub(crate) fn open_words(error: &OpenError, language: Language) -> (String, String) {
    match language {
        Language::English => (sentence(&error.to_string()), error.advice().to_owned()),
        Language::SimplifiedChinese => chinese::open_words(error),
    }
}

/// What is wrong with a read or a write: the problem and the remedy.
fn store_words(error: &StoreError, language: Language) -> (String, String) {
    match language {
        Language::English => (sentence(&error.to_string()), error.advice().to_owned()),
        Language::SimplifiedChinese => chinese::store_words(error),
    }
}

/// An error's words as a sentence.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let mut sentence: String = first.to_uppercase().chain(letters).collect();
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// Why a file could not be read or written, in the language of the call.
pub(crate) fn file_answer(path: &Path, error: &FileError, language: Language) -> CommandError {
    let place = &error.place;
    let mut parts: Vec<String> = place.sheet.iter().cloned().collect();
    parts.extend(place.row.map(|row| match language {
        Language::English => format!("row {row}"),
        Language::SimplifiedChinese => format!("第 {row} 行"),
    }));
    parts.extend(place.column.iter().cloned());
    let mut message = error.trouble.reason(language);
    if let FileTrouble::DiskFull { needed } = *error.trouble {
        message.push_str(&room_beside(path, needed, language));
    }
    CommandError::File {
        file: path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
        place: parts.join(", "),
        message,
        remedy: error.trouble.remedy(language),
    }
}

/// How much a file takes, where that is known, and how much is free where it was to go, where the
/// system tells.
fn room_beside(path: &Path, needed: Option<u64>, language: Language) -> String {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let needed = needed.map(|needed| space::megabytes(needed, true));
    let free = space::free(folder).map(|free| space::megabytes(free, false));
    match (language, needed, free) {
        (_, None, Err(_)) => String::new(),
        (Language::English, None, Ok(free)) => format!(" {free} are free there."),
        (Language::English, Some(needed), Err(_)) => format!(" {needed} are needed there."),
        (Language::English, Some(needed), Ok(free)) => {
            format!(" {needed} are needed there, and {free} are free.")
        }
        (Language::SimplifiedChinese, None, Ok(free)) => format!("可用 {free}。"),
        (Language::SimplifiedChinese, Some(needed), Err(_)) => format!("需要 {needed}。"),
        (Language::SimplifiedChinese, Some(needed), Ok(free)) => {
            format!("需要 {needed}，可用 {free}。")
        }
    }
}
