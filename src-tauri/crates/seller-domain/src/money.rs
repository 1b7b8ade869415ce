//! Exact money: a decimal amount and its currency.

#[cfg(test)]
mod tests;

use crate::market::Currency;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::cmp::Ordering;
use std::fmt;
use std::iter;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;
use ts_rs::TS;

/// An amount of money in one currency. Never a float.
///
/// On the wire and in text it is the amount, a space and the ISO code:
/// `"19.99 USD"`. A shop has one currency; the places where amounts enter the
/// product refuse any other one, so that sums here need not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

/// Amounts up to this many units are read: more is a slip of the keyboard.
const LARGEST: i64 = 1_000_000_000_000;
/// More digits after the point than any currency has, to be able to say so (RG-06).
const MOST_DIGITS: u32 = 6;

impl Money {
    /// `amount` of `currency`; the amount keeps its digits.
    pub fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// No money.
    pub fn zero(currency: Currency) -> Self {
        Self::new(Decimal::ZERO, currency)
    }

    /// From whole minor units (cents), as the database keeps them.
    pub fn from_minor(minor: i64, currency: Currency) -> Self {
        Self::new(Decimal::new(minor, currency.minor_digits()), currency)
    }

    /// Reads a plain decimal as a person or a file writes it: `19.99`, `.5`, `1200`.
    ///
    /// Exponents, thousands marks, currency signs, `NaN` and amounts beyond
    /// 1,000,000,000,000 are refused, with the reason.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NotMoney> {
        parse_decimal(text).map(|amount| Self::new(amount, currency))
    }

    /// The amount without its currency.
    pub fn amount(self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// Whole minor units, if the amount has no finer digits.
    pub fn to_minor(self) -> Option<i64> {
        let digits = self.currency.minor_digits();
        let amount = self.without_idle_digits();
        let missing = digits.checked_sub(amount.scale())?;
        let minor = amount.mantissa().checked_mul(10i128.pow(missing))?;
        i64::try_from(minor).ok()
    }

    /// Whether the amount has no more digits than the currency's minor unit (RG-06).
    pub fn fits_minor_unit(self) -> bool {
        self.without_idle_digits().scale() <= self.currency.minor_digits()
    }

    /// The amount without noughts at its end, where they would make it finer than the minor unit.
    fn without_idle_digits(self) -> Decimal {
        if self.amount.scale() <= self.currency.minor_digits() {
            self.amount
        } else {
            self.amount.normalize()
        }
    }

    /// Half a minor unit and more goes up, away from zero: the rounding of fees and shares.
    pub fn rounded_half_up(self) -> Self {
        self.rounded(RoundingStrategy::MidpointAwayFromZero)
    }

    /// Down to the minor unit: the rounding of a ceiling that must hold.
    pub fn rounded_down(self) -> Self {
        self.rounded(RoundingStrategy::ToNegativeInfinity)
    }

    /// Up to the minor unit: the rounding of a floor that must hold.
    pub fn rounded_up(self) -> Self {
        self.rounded(RoundingStrategy::ToPositiveInfinity)
    }

    fn rounded(self, how: RoundingStrategy) -> Self {
        let digits = self.currency.minor_digits();
        Self::new(
            self.amount.round_dp_with_strategy(digits, how),
            self.currency,
        )
    }

    /// The smallest step of a price: 0.01 USD, 1 VND.
    pub fn minor_unit(currency: Currency) -> Self {
        Self::from_minor(1, currency)
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.amount.is_zero()
    }

    /// Whether it is above zero.
    pub fn is_positive(self) -> bool {
        self.amount > Decimal::ZERO
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.amount < Decimal::ZERO
    }

    /// Not below zero.
    pub fn or_zero(self) -> Self {
        if self.is_negative() {
            Self::zero(self.currency)
        } else {
            self
        }
    }

    /// The larger of two amounts.
    pub fn max(self, other: Self) -> Self {
        if other.amount > self.amount {
            other
        } else {
            self
        }
    }

    /// The smaller of two amounts.
    pub fn min(self, other: Self) -> Self {
        if other.amount < self.amount {
            other
        } else {
            self
        }
    }

    /// The plain amount with the currency's digits at least: `19.90`, `110000`.
    pub fn plain(self) -> String {
        let digits = self.currency.minor_digits();
        let mut amount = self.amount.normalize();
        if amount.scale() < digits {
            amount.rescale(digits);
        }
        amount.to_string()
    }
}

/// Reads a plain decimal number within the bounds of [`Money::parse`].
pub fn parse_decimal(text: &str) -> Result<Decimal, NotMoney> {
    let trimmed = text.trim();
    let digits = trimmed.strip_prefix(['-', '+']).unwrap_or(trimmed);
    let plain = !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.bytes().filter(|b| *b == b'.').count() <= 1
        && digits.bytes().any(|b| b.is_ascii_digit());
    if !plain {
        return Err(NotMoney::NotANumber(shortened(trimmed)));
    }
    // Read before the number is made: a Decimal rounds what it cannot hold.
    let after_point = digits.split_once('.').map_or("", |(_, after)| after);
    if after_point.trim_end_matches('0').len() > MOST_DIGITS as usize {
        return Err(NotMoney::TooFine(shortened(trimmed)));
    }
    let number = Decimal::from_str(trimmed).map_err(|_| NotMoney::TooLarge(shortened(trimmed)))?;
    if number.abs() > Decimal::from(LARGEST) {
        return Err(NotMoney::TooLarge(shortened(trimmed)));
    }
    Ok(number)
}

fn shortened(text: &str) -> String {
    const SHOWN: usize = 40;
    if text.chars().count() <= SHOWN {
        text.to_owned()
    } else {
        text.chars().take(SHOWN).chain(iter::once('…')).collect()
    }
}

/// Why a text is not an amount of money.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// Not a plain decimal number.
    #[error("\"{0}\" is not a number; write digits with a point, like 19.99")]
    NotANumber(String),
    /// Beyond what a price can be.
    #[error("{0} is too large; at most 1000000000000 can be entered")]
    TooLarge(String),
    /// More digits after the point than can be kept.
    #[error("{0} has too many digits after the point; at most 6 can be read")]
    TooFine(String),
    /// No currency, or none that is known.
    #[error("\"{0}\" names no known currency; write the amount and the ISO code, like 19.99 USD")]
    NoCurrency(String),
}

impl FromStr for Money {
    type Err = NotMoney;

    fn from_str(text: &str) -> Result<Self, NotMoney> {
        let (amount, code) = text
            .split_once(' ')
            .ok_or_else(|| NotMoney::NoCurrency(shortened(text)))?;
        let currency =
            Currency::from_code(code).ok_or_else(|| NotMoney::NoCurrency(shortened(text)))?;
        Self::parse(amount, currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.plain(), self.currency)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.currency == other.currency).then(|| self.amount.cmp(&other.amount))
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        debug_assert_eq!(self.currency, other.currency, "a shop has one currency");
        Self::new(self.amount + other.amount, self.currency)
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.amount, self.currency)
    }
}

impl Mul<Decimal> for Money {
    type Output = Self;

    fn mul(self, factor: Decimal) -> Self {
        Self::new(self.amount * factor, self.currency)
    }
}
