//! Why a command did not do what it was asked.

use crate::nouns::noun;
use crate::wire::common::{FindingCounts, FindingView};
use seller_domain::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The answer "no". Only what a caller has to tell apart has a kind of its own.
#[derive(Debug, Clone, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CommandError {
    /// The rulebook refuses it, or warnings have not been acknowledged. Nothing was changed.
    #[error("refused: {} findings", counts.block + counts.warn)]
    Refused {
        /// Findings, those that refuse first; of very many the first 500.
        findings: Vec<FindingView>,
        /// All of them in numbers.
        counts: FindingCounts,
        /// Rules whose warnings have to be acknowledged.
        unacknowledged: Vec<String>,
    },
    /// The request itself cannot be taken.
    #[error("{message} {remedy}")]
    Invalid {
        /// The field's path; empty if it is about the whole.
        field: String,
        /// What is wrong, with the value.
        message: String,
        /// What to do.
        remedy: String,
    },
    /// There is no such thing.
    #[error("{message}")]
    NotFound {
        /// What: `campaign`, `draft`, `product`.
        what: String,
        /// The id that was asked for.
        id: String,
        /// In words.
        message: String,
    },
    /// What was shown before confirming is no longer true, or the token is unknown.
    #[error("{message}")]
    Outdated {
        /// What changed and what to do.
        message: String,
    },
    /// No shop is open.
    #[error("{message}")]
    NoShop {
        /// In words.
        message: String,
    },
    /// A file cannot be read or written.
    #[error("{file}: {place} {message} {remedy}")]
    File {
        /// The file's name.
        file: String,
        /// Where in it: sheet, row, column; empty if it is about the whole.
        place: String,
        /// What is wrong.
        message: String,
        /// What to do.
        remedy: String,
    },
    /// The shop's file cannot be read or written just now.
    #[error("{message} {remedy}")]
    Storage {
        /// What is wrong.
        message: String,
        /// What to do.
        remedy: String,
    },
    /// The seller stopped it; nothing was changed.
    #[error("{message}")]
    Cancelled {
        /// In words.
        message: String,
    },
    /// A fault of the product. The details are in the log.
    #[error("{message}")]
    Bug {
        /// In words.
        message: String,
    },
}

/// A fault of the product, in both languages.
const BUG: (&str, &str) = (
    "Something went wrong inside Promodesk. Nothing was changed; the log has the details.",
    "Promodesk 内部出错，未作任何更改；详情见日志。",
);

/// What a command answers.
pub type Answer<T> = Result<T, CommandError>;

impl CommandError {
    /// A fault of the product: `why` goes to the log, which holds no title and no price of the
    /// seller's; the answer is one sentence.
    pub fn bug(why: impl std::fmt::Display) -> Self {
        tracing::error!(%why, "a command failed");
        Self::Bug {
            message: BUG.0.to_owned(),
        }
    }

    /// The same in the language of the call: where a fault comes about, that is not always known.
    pub fn said_in(mut self, language: Language) -> Self {
        if let (Self::Bug { message }, Language::SimplifiedChinese) = (&mut self, language) {
            BUG.1.clone_into(message);
        }
        self
    }

    /// No shop is open.
    pub(crate) fn no_shop(language: Language) -> Self {
        let message = match language {
            Language::English => "No shop is set up yet. Set one up, or open the sample shop.",
            Language::SimplifiedChinese => "尚未设置店铺。请先设置店铺，或打开示例店铺。",
        };
        Self::NoShop {
            message: message.to_owned(),
        }
    }

    /// There is no such thing.
    pub(crate) fn not_found(what: &str, id: impl ToString, language: Language) -> Self {
        let id: String = id.to_string().chars().take(80).collect();
        let message = match language {
            Language::English => format!("There is no {what} {id}."),
            Language::SimplifiedChinese => format!("找不到{} {id}。", noun(what, language)),
        };
        Self::NotFound {
            what: what.to_owned(),
            id,
            message,
        }
    }

    /// A field that cannot be taken.
    pub(crate) fn invalid(
        field: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::Invalid {
            field: field.into(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }
}
