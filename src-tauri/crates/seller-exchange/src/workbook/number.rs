//! Numbers of a workbook, exactly.
//!
//! A spreadsheet keeps numbers as binary fractions and writes them with up to 17 digits:
//! 19.99 becomes `19.989999999999998`. Every decimal of up to 15 digits survives that way,
//! so the written digits are rounded to 15 and give back what was typed.

/// How many digits a spreadsheet keeps.
pub(crate) const KEPT_DIGITS: usize = 15;
/// Larger exponents are no amounts; they stay as they are and are refused as numbers.
const LARGEST_EXPONENT: i32 = 60;

/// A number as a workbook writes it (`1.9989999999999998E1`), in plain decimals (`19.99`);
/// none if it is not a number.
pub(crate) fn plain(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let (negative, rest) = match raw.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, raw.strip_prefix('+').unwrap_or(raw)),
    };
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], rest[at + 1..].parse::<i32>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits_only = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty())
        || !digits_only(whole)
        || !digits_only(fraction)
        || exponent.abs() > LARGEST_EXPONENT
        || mantissa.len() > 400
    {
        return None;
    }
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let mut point = whole.len() as i32 + exponent;
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..zeros);
    point -= zeros as i32;
    if digits.len() > KEPT_DIGITS {
        let up = digits[KEPT_DIGITS] >= b'5';
        digits.truncate(KEPT_DIGITS);
        if up {
            point += round_up(&mut digits);
        }
    }
    let end = digits
        .iter()
        .rposition(|digit| *digit != b'0')
        .map_or(0, |at| at + 1);
    digits.truncate(end);
    Some(written(negative, &digits, point))
}

/// Adds one to the last digit; gives how many places the point moves.
fn round_up(digits: &mut Vec<u8>) -> i32 {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return 0;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
    1
}

fn written(negative: bool, digits: &[u8], point: i32) -> String {
    if digits.is_empty() {
        return "0".to_owned();
    }
    let mut text = String::with_capacity(digits.len() + 4);
    if negative {
        text.push('-');
    }
    if point <= 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
    }
    for (at, digit) in digits.iter().enumerate() {
        if at > 0 && at as i32 == point {
            text.push('.');
        }
        text.push(char::from(*digit));
    }
    let missing = point - digits.len() as i32;
    text.extend(std::iter::repeat_n('0', missing.max(0) as usize));
    text
}

#[cfg(test)]
mod tests {
    use super::plain;
    use proptest::prelude::*;

    #[test]
    fn written_digits_give_back_what_was_typed() {
        for (raw, typed) in [
            ("19.989999999999998", "19.99"),
            ("1.9989999999999998E1", "19.99"),
            ("0.30000000000000004", "0.3"),
            ("5.0000000000000001E-3", "0.005"),
            ("110000", "110000"),
            ("1.1E5", "110000"),
            ("1E2", "100"),
            ("1e-7", "0.0000001"),
            ("9.9999999999999995", "10"),
            ("0.99999999999999989", "1"),
            ("-12.50", "-12.5"),
            ("0", "0"),
            ("-0", "0"),
            ("0.00", "0"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.72938E+18", "1729380000000000000"),
            ("1e30", "1000000000000000000000000000000"),
            ("000012", "12"),
        ] {
            assert_eq!(plain(raw).as_deref(), Some(typed), "{raw}");
        }
    }

    #[test]
    fn what_is_no_number_stays_none() {
        for raw in [
            "", "NaN", "INF", "1E999999", "1e", "--5", "1,5", ".", "-", "1.2.3", "0x10", "1E+-2",
        ] {
            assert_eq!(plain(raw), None, "{raw}");
        }
    }

    proptest! {
        #[expect(clippy::disallowed_types, reason = "as spreadsheets keep numbers")]
        #[test]
        fn cents_survive_seventeen_digits(cents in 0u64..10_000_000_000) {
            let typed = rust_decimal::Decimal::new(cents as i64, 2).normalize();
            // As spreadsheets do: the nearest binary fraction, 17 digits of it.
            let binary: f64 = typed.to_string().parse().unwrap();
            prop_assert_eq!(plain(&format!("{binary:.16e}")).unwrap(), typed.to_string());
            prop_assert_eq!(plain(&format!("{binary}")).unwrap(), typed.to_string());
        }
    }
}
