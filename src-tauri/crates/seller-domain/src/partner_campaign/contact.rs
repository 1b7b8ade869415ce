//! How a partner reaches the seller (AF-10).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a partner reaches the seller. The e-mail address is required, the rest is optional.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Contact {
    /// The e-mail address.
    pub email: String,
    /// The name in a messenger; empty: none.
    pub messenger: String,
    /// The phone number; empty: none.
    pub phone: String,
}

impl Contact {
    /// Without blanks around its parts.
    pub fn trimmed(&self) -> Self {
        Self {
            email: self.email.trim().to_owned(),
            messenger: self.messenger.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
        }
    }

    /// What stands in `field`.
    pub fn part(&self, field: ContactField) -> &str {
        match field {
            ContactField::Email => &self.email,
            ContactField::Messenger => &self.messenger,
            ContactField::Phone => &self.phone,
        }
    }

    pub(super) fn set(&mut self, field: ContactField, to: String) {
        match field {
            ContactField::Email => self.email = to,
            ContactField::Messenger => self.messenger = to,
            ContactField::Phone => self.phone = to,
        }
    }
}

/// A part of a contact. Findings name it by [`ContactField::as_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ContactField {
    /// The e-mail address.
    Email,
    /// The name in a messenger.
    Messenger,
    /// The phone number.
    Phone,
}

impl ContactField {
    /// The name of the field in findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "contact.email",
            Self::Messenger => "contact.messenger",
            Self::Phone => "contact.phone",
        }
    }
}
