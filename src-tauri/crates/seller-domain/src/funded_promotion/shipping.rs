//! Who pays the shipping fee of an order (PF-09).

use crate::money::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one side takes off a shipping fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShippingOffer {
    /// Nothing.
    Nothing,
    /// An amount, at most what is left of the fee.
    UpTo {
        /// The amount.
        amount: Money,
    },
    /// All that is left of the fee.
    Free,
}

/// Who pays how much of a shipping fee; the three add up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ShippingSplit {
    /// What TikTok pays.
    pub tiktok: Money,
    /// What the seller pays.
    pub seller: Money,
    /// What the buyer pays.
    pub buyer: Money,
}

/// Splits `fee`: TikTok's part comes off first, the seller's discount covers what is left of the
/// fee, the buyer pays the rest (PF-09).
pub fn split_shipping(fee: Money, tiktok: ShippingOffer, seller: ShippingOffer) -> ShippingSplit {
    let tiktok = tiktok.off(fee);
    let left = fee - tiktok;
    let seller = seller.off(left);
    ShippingSplit {
        tiktok,
        seller,
        buyer: left - seller,
    }
}

impl ShippingOffer {
    fn off(self, fee: Money) -> Money {
        match self {
            Self::Nothing => Money::zero(fee.currency()),
            Self::UpTo { amount } => amount.min(fee).or_zero(),
            Self::Free => fee,
        }
    }
}
