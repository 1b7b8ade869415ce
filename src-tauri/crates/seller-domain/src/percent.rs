//! Percentages, exact to a hundredth of a percent.

#[cfg(test)]
mod tests;

use crate::money::{Money, NotMoney, parse_decimal};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;
use ts_rs::TS;

/// A percentage: `3.5` is three and a half percent. On the wire a string (`"3.5"`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct Percent(Decimal);

impl Percent {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The whole.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// From hundredths of a percent, as the database keeps them: 350 is 3.5 %.
    pub fn from_basis_points(points: i64) -> Self {
        Self(Decimal::new(points, 2))
    }

    /// Whole percents.
    pub fn whole(percents: i64) -> Self {
        Self(Decimal::from(percents))
    }

    /// Reads `3.5`; at most two digits after the point and at most 1000 %.
    pub fn parse(text: &str) -> Result<Self, NotPercent> {
        let number = parse_decimal(text.trim().trim_end_matches('%').trim_end())?;
        if number.abs() > Decimal::ONE_THOUSAND || number.normalize().scale() > 2 {
            return Err(NotPercent::OutOfRange(number.normalize().to_string()));
        }
        Ok(Self(number))
    }

    /// Hundredths of a percent.
    pub fn basis_points(self) -> i64 {
        (self.0 * Decimal::ONE_HUNDRED)
            .trunc()
            .to_i64()
            .unwrap_or(i64::MAX)
    }

    /// The number before the percent sign.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// The fraction: 3.5 % is 0.035.
    pub fn fraction(self) -> Decimal {
        self.0 / Decimal::ONE_HUNDRED
    }

    /// This share of `money`, not rounded.
    pub fn of(self, money: Money) -> Money {
        money * self.fraction()
    }

    /// What is left of the whole: 100 % less this.
    pub fn rest(self) -> Self {
        Self(Decimal::ONE_HUNDRED - self.0)
    }

    /// How far `now` is below `before`, rounded half up to two digits; none where `before` is zero.
    pub fn off(before: Money, now: Money) -> Option<Self> {
        let whole = before.amount();
        if whole.is_zero() {
            return None;
        }
        let off = (whole - now.amount()) * Decimal::ONE_HUNDRED / whole;
        Some(Self(off.round_dp_with_strategy(
            2,
            RoundingStrategy::MidpointAwayFromZero,
        )))
    }
}

/// Why a text is not a percentage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotPercent {
    /// Not a number.
    #[error(transparent)]
    NotANumber(#[from] NotMoney),
    /// Too large, or finer than a hundredth of a percent.
    #[error(
        "{0} % cannot be kept; percentages have at most two digits after the point and are at most 1000"
    )]
    OutOfRange(String),
}

impl FromStr for Percent {
    type Err = NotPercent;

    fn from_str(text: &str) -> Result<Self, NotPercent> {
        Self::parse(text)
    }
}

impl std::ops::Add for Percent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.normalize())
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}
