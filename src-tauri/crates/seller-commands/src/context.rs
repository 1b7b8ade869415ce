//! What a command knows of its call.

use seller_domain::shop::Shop;
use seller_domain::{Instant, Language};
use seller_rulebook::message::Scribe;

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
    pub fn say(&self, english: impl Into<String>, chinese: impl Into<String>) -> String {
        match self.language {
            Language::English => english.into(),
            Language::SimplifiedChinese => chinese.into(),
        }
    }

    /// Writes findings in the language of the call.
    pub fn scribe(&self, shop: &Shop) -> Scribe {
        Scribe::new(self.language, shop.time_zone)
    }
}
