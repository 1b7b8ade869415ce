//! What a SKU cost when, and the lowest price that a campaign looks back to.

#[cfg(test)]
mod tests;

use crate::clock::Instant;
use crate::money::Money;
use crate::period::{Period, Zone};
use chrono::{Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A price that a SKU had for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PriceRecord {
    /// What kind of price it was.
    pub kind: PriceKind,
    /// The price of one unit.
    pub price: Money,
    /// When it came into force.
    #[ts(type = "string")]
    pub from: Instant,
    /// When it went out of force; none while it lasts.
    #[ts(type = "string | null")]
    pub until: Option<Instant>,
}

/// Where a price came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PriceKind {
    /// The retail price of the catalogue.
    Retail,
    /// A product discount of the seller's own.
    Discount,
    /// A promotion: flash deal, campaign or the like.
    Promotion,
    /// A campaign price that this shop registered, while the campaign ran.
    Campaign,
}

/// How a campaign looks back for the lowest price (RG-02). Each choice is the campaign's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct LookBack {
    /// How many calendar days of the shop's zone before the registration.
    pub days: u32,
    /// Whether the first of these days counts from its midnight or from the hour of registering.
    pub starts: LookBackStart,
    /// Whether each SKU has its own low or all SKUs share the product's.
    pub level: LookBackLevel,
    /// Whether a price that came into force before the window counts while it reaches into it.
    pub first_record: FirstRecord,
}

/// Where the look-back window begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LookBackStart {
    /// At midnight of the first day, in the shop's zone.
    StartOfDay,
    /// At the hour of the registration, so many days before.
    SameTime,
}

/// Whose prices count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LookBackLevel {
    /// The SKU's own.
    Sku,
    /// Those of every SKU of the product.
    Product,
}

/// What counts as the first record of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FirstRecord {
    /// The price in force when the window opens.
    InForceAtStart,
    /// The first price that came into force inside the window.
    FirstInside,
}

impl LookBack {
    /// The window that ends at the moment of registering.
    pub fn window(self, registered: Instant, zone: Zone) -> Period {
        let start = match self.starts {
            LookBackStart::SameTime => zone.days_before(registered, self.days),
            LookBackStart::StartOfDay => {
                zone.start_of(zone.day_of(zone.days_before(registered, self.days)))
            }
        };
        Period::new(start, registered)
    }

    /// The lowest price in `history` within `window`. Prices that come into
    /// force at its end or later are plans and do not count.
    pub fn lowest<'a>(
        self,
        history: impl IntoIterator<Item = &'a PriceRecord>,
        window: Period,
    ) -> Option<&'a PriceRecord> {
        history
            .into_iter()
            .filter(|record| self.sees(record, window))
            .min_by_key(|record| (record.price.amount(), record.from))
    }

    /// The last calendar day on which a registration still looks back to `record`;
    /// none while the price lasts (RG-23).
    pub fn last_day_seen(self, record: &PriceRecord, zone: Zone) -> Option<NaiveDate> {
        let last_moment = match self.first_record {
            FirstRecord::InForceAtStart => record.until? - TimeDelta::nanoseconds(1),
            FirstRecord::FirstInside => record.from,
        };
        zone.day_of(last_moment)
            .checked_add_days(Days::new(self.days.into()))
    }

    fn sees(self, record: &PriceRecord, window: Period) -> bool {
        let reaches_in = record.until.is_none_or(|until| until > window.start);
        let already_in_force = record.from < window.end;
        let starts_inside = record.from >= window.start;
        reaches_in
            && already_in_force
            && (starts_inside || self.first_record == FirstRecord::InForceAtStart)
    }
}
