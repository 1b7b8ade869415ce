use super::*;
use crate::market::Currency;
use proptest::prelude::*;

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

#[test]
fn percentages_have_at_most_two_digits() {
    for (text, points) in [
        ("3.5", 350),
        ("3.5%", 350),
        ("3.5 %", 350),
        ("0", 0),
        ("100", 10_000),
        ("0.01", 1),
        ("-2.25", -225),
        ("1000", 100_000),
    ] {
        assert_eq!(
            Percent::parse(text).unwrap().basis_points(),
            points,
            "{text}"
        );
    }
    for text in ["3.505", "1000.01", "-1001"] {
        assert!(
            matches!(Percent::parse(text), Err(NotPercent::OutOfRange(_))),
            "{text}"
        );
    }
    for text in ["", "%", "three", "3,5", "1e2", "NaN", "3.5.1"] {
        assert!(
            matches!(Percent::parse(text), Err(NotPercent::NotANumber(_))),
            "{text}"
        );
    }
}

#[test]
fn a_share_is_not_rounded() {
    assert_eq!(
        Percent::from_basis_points(350).of(usd("0.01")).amount(),
        Decimal::new(35, 5)
    );
    assert_eq!(Percent::whole(20).of(usd("250")), usd("50"));
    assert_eq!(Percent::whole(20).rest(), Percent::whole(80));
}

#[test]
fn the_discount_off_a_price_is_rounded_half_up() {
    assert_eq!(Percent::off(usd("20"), usd("15")), Some(Percent::whole(25)));
    assert_eq!(
        Percent::off(usd("3"), usd("2")),
        Some(Percent::from_basis_points(3333))
    );
    assert_eq!(
        Percent::off(usd("400"), usd("399.58")),
        Some(Percent::from_basis_points(11)),
        "0.105 % goes up"
    );
    assert_eq!(Percent::off(usd("0"), usd("1")), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(points in -100_000i64..=100_000) {
        let percent = Percent::from_basis_points(points);
        prop_assert_eq!(percent.to_string().parse::<Percent>(), Ok(percent));
        prop_assert_eq!(percent.basis_points(), points);
    }

    #[test]
    fn a_share_and_the_rest_are_the_whole(points in 0i64..=10_000, minor in 0i64..1_000_000_000_000) {
        let whole = Money::from_minor(minor, Currency::Usd);
        let share = Percent::from_basis_points(points);
        prop_assert_eq!(share.of(whole) + share.rest().of(whole), whole);
    }

    #[test]
    fn a_rounded_share_equals_whole_number_arithmetic(points in 0i64..=100_000, minor in 0i64..1_000_000_000_000) {
        let share = Percent::from_basis_points(points).of(Money::from_minor(minor, Currency::Usd));
        let product = i128::from(points) * i128::from(minor);
        let exact = (product * 2 + 10_000) / 20_000;
        prop_assert_eq!(share.rounded_half_up().to_minor().map(i128::from), Some(exact));
    }
}
