//! Claim codes of promo codes and the shop's prefix before them (CP-20).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

/// The prefix that the platform puts before every claim code of a shop.
///
/// It is made of the first four characters of the shop's name. A code consists of letters and
/// digits, so what is neither is passed over: spaces, signs, emoji. Accents fall away (`É` is
/// `E`), letters are shown as capitals. A name with fewer than four Latin letters and digits
/// gives a shorter prefix, and one without any gives none: what the platform then does cannot be
/// known here, and the seller enters the prefix that Seller Center shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimPrefix {
    /// The prefix: capital letters and digits.
    pub text: String,
    /// Whether the shop's name gives all of its characters, or the seller has entered the prefix.
    /// Otherwise it has to be compared with Seller Center.
    pub certain: bool,
}

impl ClaimPrefix {
    /// The prefix of `length` characters that a shop's name gives.
    pub fn of_shop(name: &str, length: usize) -> Self {
        let text: String = name
            .nfkd()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_uppercase())
            .take(length)
            .collect();
        Self {
            certain: text.len() == length,
            text,
        }
    }

    /// The prefix that Seller Center shows, as the seller read it.
    pub fn entered(text: &str) -> Self {
        Self {
            text: text.trim().to_uppercase(),
            certain: true,
        }
    }
}

/// The whole code that customers enter: prefix and the seller's part, in capitals.
pub fn full_claim_code(prefix: &ClaimPrefix, claim_code: &str) -> String {
    format!("{}{}", prefix.text, claim_code.trim().to_uppercase())
}

/// Whether two claim codes are the same for the platform, which ignores case (CP-21).
pub fn same_claim_code(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
