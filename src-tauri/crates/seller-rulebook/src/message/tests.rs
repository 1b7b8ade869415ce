use super::*;
use chrono::TimeDelta;

fn scribe(language: Language) -> Scribe {
    Scribe::new(language, Zone::named("America/Los_Angeles").unwrap())
}

fn both(param: &Param) -> [String; 2] {
    [Language::English, Language::SimplifiedChinese].map(|language| scribe(language).param(param))
}

#[test]
fn spans_show_their_two_largest_units() {
    for (seconds, english, chinese) in [
        (0, "0 s", "0 秒"),
        (59, "59 s", "59 秒"),
        (60, "1 min", "1 分钟"),
        (3_600, "1 h", "1 小时"),
        (86_400, "1 day", "1 天"),
        (2 * 86_400 + 3 * 3_600 + 4 * 60, "2 days 3 h", "2 天 3 小时"),
        (86_400 + 300, "1 day 5 min", "1 天 5 分钟"),
        (-3_600, "1 h", "1 小时"),
    ] {
        let span = Param::Span(TimeDelta::seconds(seconds));
        assert_eq!(both(&span), [english, chinese], "{seconds}");
    }
}

#[test]
fn amounts_carry_the_sign_of_their_currency() {
    for (minor, currency, shown) in [
        (1999, Currency::Usd, "$19.99"),
        (-320, Currency::Usd, "−$3.20"),
        (110_000, Currency::Idr, "Rp110,000"),
        (99_999, Currency::Usd, "$999.99"),
        (100_000, Currency::Usd, "$1,000.00"),
        (-123_456_789, Currency::Usd, "−$1,234,567.89"),
        (500, Currency::Jpy, "¥500"),
        (1050, Currency::Gbp, "£10.50"),
    ] {
        assert_eq!(money_text(Money::from_minor(minor, currency)), shown);
    }
}

#[test]
fn every_three_digits_of_a_number_stand_apart() {
    for (number, shown) in [
        (Decimal::ONE, "1"),
        (Decimal::new(999, 0), "999"),
        (Decimal::new(1_000, 0), "1,000"),
        (Decimal::new(12_345_678, 1), "1,234,567.8"),
        (Decimal::new(-999, 0), "-999"),
        (Decimal::new(-1_000, 0), "-1,000"),
        (Decimal::new(1_234, 4), "0.1234"),
    ] {
        assert_eq!(both(&Param::Number(number)), [shown; 2]);
    }
    assert_eq!([count_text(0_u32), count_text(2_001_usize)], ["0", "2,001"]);
}

#[test]
fn a_word_beside_a_number_follows_it() {
    for (number, shown) in [(1, "day"), (0, "days"), (2, "days"), (1_001, "days")] {
        let counted = Param::Number(number.into());
        assert_eq!(form(&counted, "day|days").as_deref(), Some(shown));
    }
    assert_eq!(form(&Param::from("1"), "day|days"), None);
    assert_eq!(form(&Param::Number(Decimal::ONE), "day"), None);
}

#[test]
fn moments_are_shown_on_the_shops_clock() {
    let summer = "2026-04-01T06:59:59Z".parse().unwrap();
    assert_eq!(both(&Param::Instant(summer)), ["2026-03-31 23:59"; 2]);
}

#[test]
fn lists_and_terms_are_of_the_language() {
    let list = Param::List(vec![
        Param::Term("store_wide"),
        Param::Term("co_funded"),
        Param::Number(Decimal::new(250, 1)),
    ]);
    assert_eq!(
        both(&list),
        [
            "store-wide GMV, co-funded, 25",
            "全店 GMV 模式、共同出资模式、25"
        ]
    );
}

#[test]
fn a_word_that_the_book_does_not_know_stays_a_placeholder() {
    assert_eq!(both(&Param::Term("no_such_word")), ["{no_such_word}"; 2]);
    let word = |name: &str| (name == "limit").then(|| "3.5".to_owned());
    assert_eq!(
        filled("from {limit} to {value}, {open", word),
        "from 3.5 to {value}, {open"
    );
}

#[test]
fn no_term_stands_in_the_list_twice() {
    let mut keys: Vec<_> = terms::keys().collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}
