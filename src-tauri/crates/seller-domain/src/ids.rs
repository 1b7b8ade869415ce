//! Identifiers. They are text everywhere: the platform's have 19 digits, more
//! than a spreadsheet or a JavaScript number keeps.

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

macro_rules! text_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes the text as it stands: ids are compared byte by byte.
            pub fn new(text: impl Into<Box<str>>) -> Self {
                Self(text.into())
            }

            /// The text of the id.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::new(text)
            }
        }
    )+};
}

text_id! {
    /// The platform's id of a product (PID).
    ProductId,
    /// The platform's id of a SKU.
    SkuId,
    /// A campaign that the seller recorded.
    CampaignId,
    /// A co-funded coupon of a campaign.
    CouponId,
    /// A coupon that the seller funds alone, or the draft of one.
    SellerCouponId,
    /// An affiliate partner's campaign that the seller recorded.
    PartnerCampaignId,
    /// An affiliate campaign of the seller's own, or the draft of one.
    OwnCampaignId,
    /// A registration that is being prepared.
    DraftId,
    /// One step of the shop's history.
    EntryId,
}

impl fmt::Display for Damaged<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not an id any more: a spreadsheet rounded it",
            self.0
        )
    }
}

/// An id that a spreadsheet has turned into a rounded number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged<'a>(pub &'a str);

/// Refuses what a spreadsheet makes of a long id: `1.73238E+18`, `1729380000000000000.0`.
pub fn undamaged(text: &str) -> Result<&str, Damaged<'_>> {
    let rounded = text.bytes().any(|b| b == b'.' || b == b',')
        || (text.bytes().next().is_some_and(|b| b.is_ascii_digit())
            && text.bytes().any(|b| matches!(b, b'e' | b'E'))
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b"eE+-".contains(&b)));
    if rounded {
        Err(Damaged(text))
    } else {
        Ok(text)
    }
}
