//! The shop, and the state of the desk.

use seller_domain::shop::Shop;
use seller_domain::{Currency, Instant, Market};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::files::BackupLine;

/// What the window shows before anything else.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeskState {
    /// Whether there is a shop to work in.
    pub state: Readiness,
    /// The shop, once it is set up.
    pub shop: Option<Shop>,
    /// Whether the sample shop is open. It lives in a file of its own.
    pub is_sample: bool,
    /// Whether the seller has a shop of their own to come back to.
    pub has_own_shop: bool,
    /// The desk's time.
    #[ts(type = "string")]
    pub now: Instant,
    /// The version of the product.
    pub version: String,
    /// Whether the clock has gone back since the last change was made.
    pub clock_went_back: bool,
    /// What the last start had to undo or mend, in words; empty if nothing.
    pub notices: Vec<String>,
}

/// Whether there is a shop to work in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Readiness {
    /// First run: no shop yet.
    NoShop,
    /// A shop is open.
    Ready,
    /// The shop's file cannot be opened.
    CannotOpen {
        /// Why, in words.
        problem: String,
        /// What to do.
        remedy: String,
        /// Backups that can be restored, the newest first.
        backups: Vec<BackupLine>,
    },
}

/// Saves the shop's settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShopSave {
    /// All settings. The market and the currency cannot change once there are prices.
    pub shop: Shop,
}

/// What can be chosen when a shop is set up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShopChoices {
    /// Markets and their currencies.
    pub markets: Vec<MarketChoice>,
    /// IANA names of time zones.
    pub time_zones: Vec<String>,
    /// Settings of a new shop in the United States, to begin with.
    pub template: Shop,
}

/// A market that can be chosen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MarketChoice {
    /// The market.
    pub market: Market,
    /// Its name.
    pub name: String,
    /// Its currency.
    pub currency: Currency,
    /// The digits that its prices have after the point.
    pub minor_digits: u32,
    /// The zone that is proposed.
    pub time_zone: String,
}
