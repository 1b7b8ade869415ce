//! The seller's shop: what the platform and the fees need to know of it.

#[cfg(test)]
mod tests;

use crate::market::{Currency, Market};
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Zone;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// The shop that a database file is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shop {
    /// The shop's name on the platform.
    pub name: String,
    /// The market it sells in.
    pub market: Market,
    /// The currency of all its prices.
    pub currency: Currency,
    /// The zone that its days are counted in.
    pub time_zone: Zone,
    /// Shop Performance Score, 0 to 5; none while the platform has not given one.
    pub sps: Option<Score>,
    /// Violations for prohibited content or products in the last 30 days.
    pub violations: u32,
    /// Orders from this amount ship free; none if the shop offers no free shipping.
    pub free_shipping_threshold: Option<Money>,
    /// Average order value of the last 30 days.
    pub average_order_value: Option<Money>,
    /// The shop's gross merchandise value of the last 30 days.
    pub monthly_gmv: Option<Money>,
    /// What the platform and partners take.
    pub fee_terms: FeeTerms,
}

/// Fee rates and costs that hold for the whole shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FeeTerms {
    /// Referral fee on customer payment + platform discount − tax.
    pub referral_rate: Percent,
    /// Affiliate commission on price − coupons − tax, where the product is promoted.
    pub affiliate_rate: Percent,
    /// What shipping one order costs the seller beyond what the customer pays.
    pub shipping_cost: Money,
    /// What the customer pays for shipping below the free-shipping threshold.
    pub shipping_charge: Money,
    /// The margin that the seller wants to keep at least, of the price after the extra discount.
    pub wanted_margin: Percent,
}

/// A Shop Performance Score: 0.0 to 5.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct Score(Decimal);

impl Score {
    /// Tenths of a point: 35 is 3.5.
    pub fn from_tenths(tenths: i64) -> Self {
        Self(Decimal::new(tenths, 1))
    }

    /// The number.
    pub fn value(self) -> Decimal {
        self.0
    }
}

/// Why a text is not a score.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a Shop Performance Score; it lies between 0 and 5, like 3.5")]
pub struct NotScore(String);

impl FromStr for Score {
    type Err = NotScore;

    fn from_str(text: &str) -> Result<Self, NotScore> {
        let refuse = || NotScore(text.chars().take(40).collect());
        let number = crate::money::parse_decimal(text).map_err(|_| refuse())?;
        let fits = number >= Decimal::ZERO
            && number <= Decimal::from(5)
            && number.normalize().scale() <= 2;
        if fits {
            Ok(Self(number))
        } else {
            Err(refuse())
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.0.normalize();
        if shown.scale() < 1 {
            shown.rescale(1);
        }
        write!(f, "{shown}")
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
