//! How values stand in the file: money in minor units, percentages in basis
//! points, instants as UTC text of one length, exact decimals as text.

use crate::error::StoreError;
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use rust_decimal::Decimal;
use seller_domain::{Currency, Instant, Money, Percent};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;

/// An instant as text, to the millisecond: `2026-11-21T10:22:00.000Z`.
pub(crate) fn instant_text(at: Instant) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

pub(crate) fn read_instant(row: &Row<'_>, column: usize) -> Result<Instant, StoreError> {
    let text = text(row, column)?;
    parse_instant(text)
}

pub(crate) fn read_instant_opt(
    row: &Row<'_>,
    column: usize,
) -> Result<Option<Instant>, StoreError> {
    opt_text(row, column)?.map(parse_instant).transpose()
}

pub(crate) fn parse_instant(text: &str) -> Result<Instant, StoreError> {
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|_| StoreError::unreadable("time", text))
}

/// Rows of one import share their moments: what was read last is not read again.
#[derive(Default)]
pub(crate) struct LastInstant(Option<(String, Instant)>);

impl LastInstant {
    pub(crate) fn read(&mut self, text: &str) -> Result<Instant, StoreError> {
        match &self.0 {
            Some((last, at)) if last == text => Ok(*at),
            _ => {
                let at = parse_instant(text)?;
                self.0 = Some((text.to_owned(), at));
                Ok(at)
            }
        }
    }
}

/// Whole minor units of the shop's currency, or a named error.
pub(crate) fn minor(
    what: &'static str,
    money: Money,
    currency: Currency,
) -> Result<i64, StoreError> {
    same_currency(what, money, currency)?;
    money.to_minor().ok_or_else(|| StoreError::TooFine {
        what,
        value: money.to_string(),
    })
}

pub(crate) fn minor_opt(
    what: &'static str,
    money: Option<Money>,
    currency: Currency,
) -> Result<Option<i64>, StoreError> {
    money.map(|money| minor(what, money, currency)).transpose()
}

/// The amount with all its digits, as text.
pub(crate) fn exact(
    what: &'static str,
    money: Money,
    currency: Currency,
) -> Result<String, StoreError> {
    same_currency(what, money, currency)?;
    Ok(money.amount().to_string())
}

fn same_currency(what: &'static str, money: Money, currency: Currency) -> Result<(), StoreError> {
    if money.currency() == currency {
        Ok(())
    } else {
        Err(StoreError::OtherCurrency {
            what,
            found: money.currency().to_string(),
            shop: currency.to_string(),
        })
    }
}

pub(crate) fn read_money(
    row: &Row<'_>,
    column: usize,
    currency: Currency,
) -> Result<Money, StoreError> {
    Ok(Money::from_minor(row.get(column)?, currency))
}

pub(crate) fn read_money_opt(
    row: &Row<'_>,
    column: usize,
    currency: Currency,
) -> Result<Option<Money>, StoreError> {
    let minor: Option<i64> = row.get(column)?;
    Ok(minor.map(|minor| Money::from_minor(minor, currency)))
}

/// Basis points, or a named error where the percentage is finer.
pub(crate) fn points(what: &'static str, percent: Percent) -> Result<i64, StoreError> {
    let points = percent.basis_points();
    if Percent::from_basis_points(points) == percent {
        Ok(points)
    } else {
        Err(StoreError::TooFine {
            what,
            value: format!("{percent} %"),
        })
    }
}

pub(crate) fn points_opt(
    what: &'static str,
    percent: Option<Percent>,
) -> Result<Option<i64>, StoreError> {
    percent.map(|percent| points(what, percent)).transpose()
}

pub(crate) fn read_percent(row: &Row<'_>, column: usize) -> Result<Percent, StoreError> {
    Ok(Percent::from_basis_points(row.get(column)?))
}

pub(crate) fn read_percent_opt(
    row: &Row<'_>,
    column: usize,
) -> Result<Option<Percent>, StoreError> {
    let points: Option<i64> = row.get(column)?;
    Ok(points.map(Percent::from_basis_points))
}

pub(crate) fn parse_decimal(text: &str) -> Result<Decimal, StoreError> {
    Decimal::from_str(text).map_err(|_| StoreError::unreadable("number", text))
}

pub(crate) fn read_decimal_opt(
    row: &Row<'_>,
    column: usize,
) -> Result<Option<Decimal>, StoreError> {
    opt_text(row, column)?.map(parse_decimal).transpose()
}

pub(crate) fn read_exact_opt(
    row: &Row<'_>,
    column: usize,
    currency: Currency,
) -> Result<Option<Money>, StoreError> {
    let amount = read_decimal_opt(row, column)?;
    Ok(amount.map(|amount| Money::new(amount, currency)))
}

/// A text column without copying it.
pub(crate) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    let value = row.get_ref(column)?;
    value
        .as_str()
        .map_err(|_| StoreError::unreadable("text", format!("{:?}", value.data_type())))
}

pub(crate) fn opt_text<'r>(row: &'r Row<'_>, column: usize) -> Result<Option<&'r str>, StoreError> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => text(row, column).map(Some),
    }
}

pub(crate) fn flag(row: &Row<'_>, column: usize) -> Result<bool, StoreError> {
    Ok(row.get::<_, i64>(column)? != 0)
}

/// A value as JSON text.
pub(crate) fn json<T: Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::unreadable(what, error))
}

pub(crate) fn parse_json<T: DeserializeOwned>(
    what: &'static str,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable(what, error))
}

/// The word that an enum without fields has on the wire: `store_wide`.
pub(crate) fn word<T: Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        other => Err(StoreError::unreadable(what, format!("{other:?}"))),
    }
}

pub(crate) fn parse_word<T: DeserializeOwned>(
    what: &'static str,
    word: &str,
) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|_| StoreError::unreadable(what, word))
}
