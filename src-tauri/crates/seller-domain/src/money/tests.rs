use super::*;
use proptest::prelude::*;

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

#[test]
fn plain_decimals_are_read_exactly() {
    for (text, shown) in [
        ("19.99", "19.99 USD"),
        (".5", "0.50 USD"),
        ("5.", "5.00 USD"),
        (" 5 ", "5.00 USD"),
        ("1200", "1200.00 USD"),
        ("+3.10", "3.10 USD"),
        ("-0.01", "-0.01 USD"),
        ("0.005", "0.005 USD"),
        ("007.50", "7.50 USD"),
        ("1.500000000000000000000000000000000000", "1.50 USD"),
        ("1000000000000", "1000000000000.00 USD"),
    ] {
        assert_eq!(usd(text).to_string(), shown, "{text}");
    }
}

#[test]
fn what_is_no_plain_decimal_is_refused_by_name() {
    for text in [
        "",
        " ",
        ".",
        "-",
        "+",
        "--5",
        "+-5",
        "1e30",
        "1E2",
        "NaN",
        "inf",
        "-inf",
        "$12.50",
        "12,50",
        "1,234.56",
        "1.2.3",
        "１２.５０",
        "٣",
        "12 50",
        "0x10",
        "1_000",
        "\u{0}5",
    ] {
        let refused = Money::parse(text, Currency::Usd);
        assert_eq!(
            refused,
            Err(NotMoney::NotANumber(text.trim().to_owned())),
            "{text:?}"
        );
    }
}

#[test]
fn too_large_and_too_fine_numbers_are_refused_and_never_rounded() {
    for text in [
        "1000000000000.01",
        "-1000000000001",
        "99999999999999999999",
        "100000000000000000000000000000000000000000",
    ] {
        let refused = Money::parse(text, Currency::Usd).unwrap_err();
        assert!(matches!(refused, NotMoney::TooLarge(_)), "{text}");
    }
    for text in [
        "0.0000001",
        "1.9999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001",
    ] {
        let refused = Money::parse(text, Currency::Usd).unwrap_err();
        assert!(matches!(refused, NotMoney::TooFine(_)), "{text}");
    }
}

#[test]
fn a_refusal_shows_a_short_piece_of_a_long_text() {
    let text = "x".repeat(10_000_000);
    let refused = Money::parse(&text, Currency::Usd).unwrap_err();
    assert_eq!(
        refused.to_string(),
        format!(
            "\"{}…\" is not a number; write digits with a point, like 19.99",
            "x".repeat(40)
        )
    );
}

#[test]
fn the_wire_form_names_the_currency() {
    assert_eq!("19.9 USD".parse(), Ok(usd("19.90")));
    assert_eq!(
        "110000 VND".parse(),
        Ok(Money::from_minor(110_000, Currency::Vnd))
    );
    for text in ["19.99", "19.99 usd", "19.99 XXX", "USD 19.99", "19.99  USD"] {
        assert!(text.parse::<Money>().is_err(), "{text}");
    }
}

#[test]
fn minor_units_have_the_digits_of_the_currency() {
    assert_eq!(usd("19.99").to_minor(), Some(1999));
    assert_eq!(usd("19.990").to_minor(), Some(1999));
    assert_eq!(usd("19.995").to_minor(), None);
    assert!(!usd("19.995").fits_minor_unit());
    assert_eq!(Money::from_minor(-5, Currency::Usd).plain(), "-0.05");
    for currency in [Currency::Jpy, Currency::Idr, Currency::Vnd] {
        assert_eq!(Money::from_minor(5, currency).plain(), "5");
        assert_eq!(Money::parse("5.5", currency).unwrap().to_minor(), None);
    }
}

#[test]
fn each_rounding_goes_its_way() {
    for (text, half_up, down, up) in [
        ("0.004", "0.00", "0.00", "0.01"),
        ("0.005", "0.01", "0.00", "0.01"),
        ("0.015", "0.02", "0.01", "0.02"),
        ("0.025", "0.03", "0.02", "0.03"),
        ("-0.005", "-0.01", "-0.01", "0.00"),
        ("2.10", "2.10", "2.10", "2.10"),
    ] {
        let money = usd(text);
        assert_eq!(money.rounded_half_up(), usd(half_up), "{text} half up");
        assert_eq!(money.rounded_down(), usd(down), "{text} down");
        assert_eq!(money.rounded_up(), usd(up), "{text} up");
    }
}

#[test]
fn amounts_of_two_currencies_are_neither_less_nor_more() {
    let dollars = usd("1");
    let pounds = Money::parse("1", Currency::Gbp).unwrap();
    assert_eq!(dollars.partial_cmp(&pounds), None);
    assert_ne!(dollars, pounds);
    assert_eq!(usd("1.0"), usd("1.00"));
}

#[test]
fn the_wire_form_is_a_string() {
    let read: Result<Money, _> = serde_plain("19.99 USD");
    assert_eq!(read, Ok(usd("19.99")));
}

fn serde_plain(text: &str) -> Result<Money, serde::de::value::Error> {
    use serde::de::IntoDeserializer;
    Money::deserialize(IntoDeserializer::<serde::de::value::Error>::into_deserializer(text))
}

fn currency() -> impl Strategy<Value = Currency> {
    prop::sample::select(&Currency::ALL[..])
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(minor in -100_000_000_000_000i64..=100_000_000_000_000, currency in currency()) {
        // 10^14 minor units are 10^12 of a currency with two digits, the largest amount.
        let minor = if currency.minor_digits() == 0 { minor / 100 } else { minor };
        let money = Money::from_minor(minor, currency);
        prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
        prop_assert_eq!(money.to_minor(), Some(minor));
    }

    #[test]
    fn no_text_makes_the_reader_panic_and_what_it_reads_it_keeps(text in "\\PC{0,40}") {
        if let Ok(money) = Money::parse(&text, Currency::Usd) {
            prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money));
        }
    }

    #[test]
    fn digits_are_kept_to_the_last(whole in 0u64..=999_999_999_999, fraction in 0u32..1_000_000) {
        let money = usd(&format!("{whole}.{fraction:06}"));
        let millionths = money.amount() * Decimal::from(1_000_000);
        prop_assert_eq!(millionths, Decimal::from(u128::from(whole) * 1_000_000 + u128::from(fraction)));
    }

    #[test]
    fn sums_over_orders_equal_whole_numbers(
        orders in prop::collection::vec((0i64..10_000_000, 1u32..500, -1_000_000i64..1_000_000), 0..400),
    ) {
        let mut exact = 0i128;
        let mut sum = Money::zero(Currency::Usd);
        for (price, quantity, adjustment) in orders {
            exact += i128::from(price) * i128::from(quantity) - i128::from(adjustment);
            sum = sum + Money::from_minor(price, Currency::Usd) * quantity.into()
                - Money::from_minor(adjustment, Currency::Usd);
        }
        prop_assert_eq!(sum.to_minor().map(i128::from), Some(exact));
    }

    #[test]
    fn half_up_is_the_nearest_minor_unit(millionths in -10_000_000_000i64..10_000_000_000) {
        let money = Money::new(Decimal::new(millionths, 6), Currency::Usd);
        let unit = 10_000i64;
        let away = (millionths.abs() * 2 + unit) / (unit * 2) * millionths.signum();
        prop_assert_eq!(money.rounded_half_up().to_minor(), Some(away));
        prop_assert_eq!(money.rounded_down().to_minor(), Some(millionths.div_euclid(unit)));
        prop_assert_eq!(money.rounded_up().to_minor(), Some(-(-millionths).div_euclid(unit)));
    }
}
