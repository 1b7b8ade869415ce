use super::*;
use proptest::prelude::*;

const POINT: NumberStyle = NumberStyle::Marked(DecimalMark::Point);
const COMMA: NumberStyle = NumberStyle::Marked(DecimalMark::Comma);

fn text(text: &str) -> Cell<'_> {
    Cell {
        column: 0,
        kind: CellKind::Text,
        text,
    }
}

fn read(cell: &str, style: NumberStyle) -> Result<String, Trouble> {
    price(text(cell), style, Currency::Usd).map(|money| money.amount().normalize().to_string())
}

#[test]
fn prices_are_read_exactly_or_refused_by_rule() {
    for (cell, expected) in [
        ("5", Ok("5")),
        (" 5 ", Ok("5")),
        (".5", Ok("0.5")),
        ("5.", Ok("5")),
        ("19.99", Ok("19.99")),
        ("$12.50", Ok("12.5")),
        ("US$ 12.50", Ok("12.5")),
        ("12.50 usd", Ok("12.5")),
        ("１２.５０", Ok("12.5")),
        ("１２．５０", Ok("12.5")),
        ("1,234.56", Ok("1234.56")),
        ("1,234,567", Ok("1234567")),
        ("1 234.5", Ok("1234.5")),
        ("1\u{A0}234.5", Ok("1234.5")),
        ("+3", Ok("3")),
        ("-1", Err(Trouble::Negative)),
        ("-$1", Err(Trouble::Negative)),
        ("0.005", Err(Trouble::NumberTooFine { digits: 2 })),
        ("12.345", Err(Trouble::NumberTooFine { digits: 2 })),
        ("0.0000005", Err(Trouble::NumberTooFine { digits: 6 })),
        ("1e30", Err(Trouble::NotANumber)),
        ("1E2", Err(Trouble::NotANumber)),
        ("NaN", Err(Trouble::NotANumber)),
        ("inf", Err(Trouble::NotANumber)),
        ("--5", Err(Trouble::NotANumber)),
        ("5-", Err(Trouble::NotANumber)),
        ("1,23", Err(Trouble::NotANumber)),
        ("1234,567.00", Err(Trouble::NotANumber)),
        ("1.2.3", Err(Trouble::NotANumber)),
        (".", Err(Trouble::NotANumber)),
        ("1000000000001", Err(Trouble::NumberTooLarge)),
        (
            "99999999999999999999999999999999999999",
            Err(Trouble::NumberTooLarge),
        ),
        (
            "€5",
            Err(Trouble::OtherCurrency {
                expected: "USD".into(),
            }),
        ),
        (
            "Rp5",
            Err(Trouble::OtherCurrency {
                expected: "USD".into(),
            }),
        ),
    ] {
        assert_eq!(read(cell, POINT), expected.map(str::to_owned), "{cell}");
    }
}

#[test]
fn decimal_commas_are_read_where_the_column_has_them() {
    assert_eq!(read("12,50", COMMA).as_deref(), Ok("12.5"));
    assert_eq!(read("1.234,56", COMMA).as_deref(), Ok("1234.56"));
    assert_eq!(read("1.234", COMMA).as_deref(), Ok("1234"));
    assert_eq!(read("12,50", POINT), Err(Trouble::NotANumber), "never 1250");
    assert_eq!(read("12.50", COMMA), Err(Trouble::NotANumber), "never 1250");
    assert_eq!(
        read("1.234", NumberStyle::Unclear),
        Err(Trouble::NumberUnclear)
    );
    assert_eq!(read("12.50", NumberStyle::Unclear).as_deref(), Ok("12.5"));
}

#[test]
fn amounts_of_other_shops_are_read_with_their_signs() {
    let rupiah = |cell| price(text(cell), COMMA, Currency::Idr).map(|money| money.to_string());
    assert_eq!(rupiah("Rp110.000").as_deref(), Ok("110000 IDR"));
    assert_eq!(rupiah("Rp 99").as_deref(), Ok("99 IDR"));
    assert_eq!(
        rupiah("Rp110.000,50"),
        Err(Trouble::NumberTooFine { digits: 0 })
    );
    let dong = price(text("99.000₫"), COMMA, Currency::Vnd).map(|money| money.to_string());
    assert_eq!(dong.as_deref(), Ok("99000 VND"));
}

#[test]
fn stock_is_whole_and_within_bounds() {
    let stock = |cell| count(text(cell), POINT);
    assert_eq!(stock("12"), Ok(12));
    assert_eq!(stock("1.0"), Ok(1));
    assert_eq!(stock("-0"), Ok(0));
    assert_eq!(stock("4294967295"), Ok(u32::MAX));
    assert_eq!(stock("1.5"), Err(Trouble::NotWhole));
    assert_eq!(stock("-1"), Err(Trouble::Negative));
    assert_eq!(stock("4294967296"), Err(Trouble::NumberTooLarge));
    assert_eq!(stock("99999999999999999999"), Err(Trouble::NumberTooLarge));
}

#[test]
fn ids_stay_byte_for_byte_or_are_refused() {
    for good in [
        "1729380000000000123",
        "0001729380000000123",
        "A-1_b",
        "１２３",
        "0",
    ] {
        assert_eq!(id(text(good)), Ok(good));
    }
    assert_eq!(id(text(" 12 ")), Ok("12"));
    for damaged in [
        "1.73238E+18",
        "1,73238E+18",
        "17E17",
        "1729380000000000000.0",
    ] {
        assert_eq!(id(text(damaged)), Err(Trouble::DamagedId), "{damaged}");
    }
    for odd in ["12 34", "12\u{3000}34", "1\t2"] {
        assert_eq!(id(text(odd)), Err(Trouble::NotAnId), "{odd}");
    }
    let number = |text| Cell {
        column: 0,
        kind: CellKind::Number,
        text,
    };
    assert_eq!(id(number("123456789012345")), Ok("123456789012345"));
    assert_eq!(id(number("1729380000000000123")), Err(Trouble::DamagedId));
}

#[test]
fn percentages_may_carry_their_sign() {
    let read = |cell| percent(text(cell), POINT).map(|percent| percent.to_string());
    assert_eq!(read("5").as_deref(), Ok("5"));
    assert_eq!(read("7.5%").as_deref(), Ok("7.5"));
    assert_eq!(read("７．５％").as_deref(), Ok("7.5"));
    assert_eq!(read("5.123"), Err(Trouble::NotAPercentage));
    assert_eq!(read("five"), Err(Trouble::NotANumber));
}

proptest! {
    #[test]
    fn any_amount_of_cents_is_read_back_in_every_way_of_writing(cents in 0i64..100_000_000_000_000) {
        let (units, rest) = (cents / 100, cents % 100);
        let groups = |mark: &str| {
            let digits = units.to_string();
            let mut grouped = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    grouped.push_str(mark);
                }
                grouped.push(digit);
            }
            grouped
        };
        let expected = Money::from_minor(cents, Currency::Usd);
        for (cell, style) in [
            (format!("{units}.{rest:02}"), POINT),
            (format!("{}.{rest:02}", groups(",")), POINT),
            (format!("{},{rest:02}", groups(".")), COMMA),
            (format!("{},{rest:02} USD", groups("\u{202F}")), COMMA),
        ] {
            prop_assert_eq!(price(text(&cell), style, Currency::Usd), Ok(expected), "{}", cell);
        }
    }
}
