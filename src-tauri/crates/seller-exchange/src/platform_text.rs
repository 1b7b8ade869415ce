//! Amounts and ranges as the platform writes them into its files.

use crate::row::CellKind;
use crate::trouble::Trouble;
use crate::values::{self, DecimalMark, Hint, NumberStyle};
use rust_decimal::Decimal;
use seller_domain::campaign::{RangeEnd, StatedRange};
use seller_domain::market::Currency;

/// Reads an amount: `99000`, `Rp140.000`, `$1,234.50`.
///
/// The platform writes no price with three digits after the point, so a mark in front
/// of three digits stands between thousands.
pub(crate) fn amount(text: &str, currency: Currency) -> Result<Decimal, Trouble> {
    let bare = values::without_sign(text.trim(), currency)?;
    let mark = match values::hint(&bare) {
        Hint::Certain(mark) => mark,
        Hint::Either(DecimalMark::Point) => DecimalMark::Comma,
        Hint::Either(DecimalMark::Comma) | Hint::None => DecimalMark::Point,
    };
    values::number(&bare, CellKind::Text, NumberStyle::Marked(mark))
}

/// What a number alone means in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// At least this: campaign stock.
    Least,
    /// Exactly this: a price.
    Exactly,
}

/// Reads a range such as `>=1 and <99000`, `>5`, `5` or `1 ~ 99000`. Nothing is the open range.
pub fn range(text: &str, alone: Alone, currency: Currency) -> Result<StatedRange, Trouble> {
    let plain = values::plain(text)
        .replace(['≥', '⩾'], ">=")
        .replace(['≤', '⩽'], "<=")
        .replace(['且', '＆', '&'], " and ")
        .replace('～', "~");
    let mut found = StatedRange::default();
    let lower = plain.trim().to_lowercase();
    if lower.is_empty() || lower == "-" {
        return Ok(found);
    }
    for part in lower
        .split(" and ")
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let read = |rest: &str| amount(rest, currency).map_err(|_| Trouble::NotARange);
        if let Some(rest) = part.strip_prefix(">=") {
            raise(&mut found, read(rest)?, true);
        } else if let Some(rest) = part.strip_prefix('>') {
            raise(&mut found, read(rest)?, false);
        } else if let Some(rest) = part.strip_prefix("<=") {
            cap(&mut found, read(rest)?, true);
        } else if let Some(rest) = part.strip_prefix('<') {
            cap(&mut found, read(rest)?, false);
        } else if let Some((from, to)) = part.split_once('~') {
            raise(&mut found, read(from)?, true);
            cap(&mut found, read(to)?, true);
        } else {
            let value = read(part.trim_start_matches('='))?;
            raise(&mut found, value, true);
            if alone == Alone::Exactly {
                cap(&mut found, value, true);
            }
        }
    }
    Ok(found)
}

/// Raises the lower end to `value`, unless it is higher already.
pub(crate) fn raise(range: &mut StatedRange, value: Decimal, included: bool) {
    let end = RangeEnd { value, included };
    let binds = range.lower.is_none_or(|held| {
        value > held.value || (value == held.value && held.included && !included)
    });
    if binds {
        range.lower = Some(end);
    }
}

/// Lowers the upper end to `value`, unless it is lower already.
pub(crate) fn cap(range: &mut StatedRange, value: Decimal, included: bool) {
    let end = RangeEnd { value, included };
    let binds = range.upper.is_none_or(|held| {
        value < held.value || (value == held.value && held.included && !included)
    });
    if binds {
        range.upper = Some(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_with_their_open_and_closed_ends() {
        let read = |text| range(text, Alone::Least, Currency::Idr).map(|range| range.to_string());
        for (text, shown) in [
            (">=1 and <99000", ">=1 and <99000"),
            (">1000 and <=5000", ">1000 and <=5000"),
            (">5", ">5"),
            (">=5", ">=5"),
            ("5", ">=5"),
            ("", ""),
            (" ≥ 1 且 ≤ 99.000 ", ">=1 and <=99000"),
            ("＞＝１", ">=1"),
            (">=Rp1 and <=Rp140.000", ">=1 and <=140000"),
            ("1 ~ 50", ">=1 and <=50"),
            (">=5 and >=7", ">=7"),
            ("<=5 and <5", "<5"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(shown), "{text}");
        }
        for text in ["soon", ">", ">= and <5", "> five", ">=1 or <5", "1-2-3"] {
            assert_eq!(read(text), Err(Trouble::NotARange), "{text}");
        }
        let price = range("5", Alone::Exactly, Currency::Usd).map(|range| range.to_string());
        assert_eq!(price.as_deref(), Ok(">=5 and <=5"));
    }

    #[test]
    fn three_digits_after_a_mark_are_thousands() {
        let read =
            |text, currency| amount(text, currency).map(|number| number.normalize().to_string());
        assert_eq!(read("Rp140.000", Currency::Idr).as_deref(), Ok("140000"));
        assert_eq!(read("$1,234", Currency::Usd).as_deref(), Ok("1234"));
        assert_eq!(read("1.234,50 €", Currency::Eur).as_deref(), Ok("1234.5"));
        assert_eq!(read("19.99", Currency::Usd).as_deref(), Ok("19.99"));
        assert_eq!(read("99000", Currency::Vnd).as_deref(), Ok("99000"));
    }
}
