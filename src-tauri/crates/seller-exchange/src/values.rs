//! Cells to values, by written rules. What no rule reads is refused, never guessed.
//!
//! Numbers: digits with a decimal mark and, in groups of three, thousands marks.
//! Which of point and comma is which is decided by the whole column
//! ([`crate::table`]). Full-width digits and signs are read as plain ones. A sign of
//! the shop's own currency may stand before or after. Exponents, `NaN`, two signs and
//! other words are refused.

use crate::row::{Cell, CellKind};
use crate::trouble::Trouble;
use rust_decimal::Decimal;
use seller_domain::market::Currency;
use seller_domain::money::{self, NotMoney};
use seller_domain::{Money, Percent, ids};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// The character between whole units and their fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

impl DecimalMark {
    fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

/// How the numbers of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberStyle {
    /// The decimal mark is known.
    Marked(DecimalMark),
    /// It is not: a mark that may be either is refused.
    Unclear,
}

/// A cell that must hold a value of its own: refuses errors and formulas without result.
pub(crate) fn sound(cell: Cell<'_>) -> Result<&str, Trouble> {
    match cell.kind {
        CellKind::Error => Err(Trouble::ErrorCell),
        CellKind::Unfinished => Err(Trouble::FormulaWithoutResult),
        CellKind::Text | CellKind::Number | CellKind::Date => Ok(cell.text.trim()),
    }
}

/// A platform's id, as text.
pub(crate) fn id(cell: Cell<'_>) -> Result<&str, Trouble> {
    /// Longer texts are no ids.
    const LONGEST: usize = 64;
    let text = sound(cell)?;
    if cell.kind == CellKind::Number && text.len() > crate::workbook::KEPT_DIGITS {
        return Err(Trouble::DamagedId);
    }
    ids::undamaged(text).map_err(|_| Trouble::DamagedId)?;
    let odd = |c: char| c.is_control() || c.is_whitespace();
    if text.len() > LONGEST || text.chars().any(odd) || cell.kind == CellKind::Date {
        return Err(Trouble::NotAnId);
    }
    Ok(text)
}

/// An amount in the shop's currency.
pub(crate) fn amount(
    cell: Cell<'_>,
    style: NumberStyle,
    currency: Currency,
) -> Result<Money, Trouble> {
    let text = sound(cell)?;
    let bare = without_sign(text, currency)?;
    number(&bare, cell.kind, style).map(|amount| Money::new(amount, currency))
}

/// An amount that is kept in the currency's minor units: not below zero, no finer digits.
pub(crate) fn price(
    cell: Cell<'_>,
    style: NumberStyle,
    currency: Currency,
) -> Result<Money, Trouble> {
    let money = amount(cell, style, currency)?;
    if money.is_negative() {
        return Err(Trouble::Negative);
    }
    if !money.fits_minor_unit() {
        let digits = currency.minor_digits();
        return Err(Trouble::NumberTooFine { digits });
    }
    Ok(money)
}

/// A plain number.
pub(crate) fn decimal(cell: Cell<'_>, style: NumberStyle) -> Result<Decimal, Trouble> {
    let text = sound(cell)?;
    number(&plain(text), cell.kind, style)
}

/// A count of units: whole and not below zero. `12.0` is whole.
pub(crate) fn count(cell: Cell<'_>, style: NumberStyle) -> Result<u32, Trouble> {
    let number = decimal(cell, style)?;
    if number.is_sign_negative() && !number.is_zero() {
        return Err(Trouble::Negative);
    }
    if !number.fract().is_zero() {
        return Err(Trouble::NotWhole);
    }
    u32::try_from(number).map_err(|_| Trouble::NumberTooLarge)
}

/// A percentage, with or without its sign.
pub(crate) fn percent(cell: Cell<'_>, style: NumberStyle) -> Result<Percent, Trouble> {
    let text = plain(sound(cell)?);
    let bare = text.strip_suffix('%').unwrap_or(&text).trim_end();
    let number = number(bare, cell.kind, style)?;
    Percent::parse(&number.to_string()).map_err(|_| Trouble::NotAPercentage)
}

/// Reads digits and marks.
pub(crate) fn number(text: &str, kind: CellKind, style: NumberStyle) -> Result<Decimal, Trouble> {
    // A number of a workbook is written out with a point already.
    let has_comma = text.bytes().any(|b| b == b',' || b == b' ');
    if kind == CellKind::Number || (!has_comma && reads_as_it_is(text, style)) {
        return money::parse_decimal(text).map_err(refusal);
    }
    let marked = match style {
        NumberStyle::Marked(mark) => mark,
        NumberStyle::Unclear => match hint(text) {
            Hint::Certain(mark) => mark,
            Hint::Either(_) => return Err(Trouble::NumberUnclear),
            Hint::None => DecimalMark::Point,
        },
    };
    money::parse_decimal(&ungrouped(text, marked)?).map_err(refusal)
}

/// Without comma: whether a point can be taken as the decimal mark.
fn reads_as_it_is(text: &str, style: NumberStyle) -> bool {
    !text.contains('.') || style == NumberStyle::Marked(DecimalMark::Point) && single_point(text)
}

fn single_point(text: &str) -> bool {
    text.bytes().filter(|b| *b == b'.').count() == 1
}

fn refusal(error: NotMoney) -> Trouble {
    match error {
        NotMoney::NotANumber(_) | NotMoney::NoCurrency(_) => Trouble::NotANumber,
        NotMoney::TooLarge(_) => Trouble::NumberTooLarge,
        NotMoney::TooFine(_) => Trouble::NumberTooFine { digits: 6 },
    }
}

/// Takes the thousands marks out, if they stand between groups of three, and makes the decimal mark a point.
fn ungrouped(text: &str, mark: DecimalMark) -> Result<String, Trouble> {
    let decimal = char::from(mark.byte());
    let thousands = if decimal == '.' { ',' } else { '.' };
    let (whole, fraction) = match text.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let (sign, whole) = match whole.strip_prefix(['-', '+']) {
        Some(rest) => (&whole[..1], rest),
        None => ("", whole),
    };
    let mut groups = whole.split([thousands, ' ']);
    let first = groups.next().unwrap_or_default();
    let mut digits = format!("{sign}{first}");
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return Err(Trouble::NotANumber);
        }
        grouped = true;
        digits.push_str(group);
    }
    if grouped && !(1..=3).contains(&first.len()) {
        return Err(Trouble::NotANumber);
    }
    if let Some(fraction) = fraction {
        digits.push('.');
        digits.push_str(fraction);
    }
    Ok(digits)
}

/// What one number tells about the marks of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// Nothing.
    None,
    /// It can only be read with this decimal mark.
    Certain(DecimalMark),
    /// This mark may stand for decimals or for thousands.
    Either(DecimalMark),
}

/// Looks at the marks of a number: `12,50` has a decimal comma, `1,234` may have either.
pub(crate) fn hint(text: &str) -> Hint {
    let last = match text.rfind([',', '.']) {
        Some(at) if text.as_bytes()[at] == b',' => DecimalMark::Comma,
        Some(_) => DecimalMark::Point,
        None => return Hint::None,
    };
    let other = match last {
        DecimalMark::Point => DecimalMark::Comma,
        DecimalMark::Comma => DecimalMark::Point,
    };
    let (mark, opposite) = (char::from(last.byte()), other.byte());
    let (whole, fraction) = text.rsplit_once(mark).unwrap_or((text, ""));
    if whole.contains(mark) {
        // Twice the same mark: it stands between thousands.
        return Hint::Certain(other);
    }
    if whole.bytes().any(|b| b == opposite) || whole.contains(' ') {
        return Hint::Certain(last);
    }
    let digits = whole.trim_start_matches(['-', '+']);
    let as_thousands =
        fraction.len() == 3 && (1..=3).contains(&digits.len()) && !digits.starts_with('0');
    if as_thousands {
        Hint::Either(last)
    } else {
        Hint::Certain(last)
    }
}

/// Full-width characters as plain ones, all kinds of blanks as a space.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => {
            // The full-width block repeats ASCII in its order.
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '\u{2212}' => '-',
        _ => c,
    }
}

/// The text in plain characters.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(
            text.chars()
                .map(half_width)
                .collect::<String>()
                .trim()
                .to_owned(),
        )
    }
}

fn signs(currency: Currency) -> &'static [&'static str] {
    match currency {
        Currency::Usd => &["US$", "USD", "$"],
        Currency::Gbp => &["GBP", "£"],
        Currency::Eur => &["EUR", "€"],
        Currency::Mxn => &["MX$", "MXN", "$"],
        Currency::Brl => &["R$", "BRL"],
        Currency::Jpy => &["JP¥", "JPY", "¥", "円"],
        Currency::Idr => &["Rp.", "Rp", "IDR"],
        Currency::Myr => &["RM", "MYR"],
        Currency::Php => &["PHP", "₱"],
        Currency::Sgd => &["S$", "SGD", "$"],
        Currency::Thb => &["THB", "฿"],
        Currency::Vnd => &["VND", "₫", "đ"],
    }
}

/// Takes the sign of the shop's currency off; that of another one is refused.
pub(crate) fn without_sign(text: &str, currency: Currency) -> Result<Cow<'_, str>, Trouble> {
    if text
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'-' | b'+' | b' '))
    {
        return Ok(Cow::Borrowed(text));
    }
    let text = plain(text);
    let (minus, body) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.as_ref()),
    };
    for sign in signs(currency) {
        if let Some(bare) = off(body, sign) {
            return Ok(Cow::Owned(format!("{minus}{bare}")));
        }
    }
    let foreign = Currency::ALL.into_iter().flat_map(signs).any(|sign| {
        off(body, sign).is_some_and(|bare| bare.starts_with(|c: char| c.is_ascii_digit()))
    });
    if foreign {
        let expected = currency.code().to_owned();
        return Err(Trouble::OtherCurrency { expected });
    }
    Ok(text)
}

fn off<'a>(text: &'a str, sign: &str) -> Option<&'a str> {
    let head = text
        .get(..sign.len())
        .filter(|head| head.eq_ignore_ascii_case(sign));
    if head.is_some() {
        return Some(text[sign.len()..].trim_start());
    }
    let start = text.len().checked_sub(sign.len())?;
    let tail = text
        .get(start..)
        .filter(|tail| tail.eq_ignore_ascii_case(sign));
    tail.map(|_| text[..start].trim_end())
}

#[cfg(test)]
mod tests;
