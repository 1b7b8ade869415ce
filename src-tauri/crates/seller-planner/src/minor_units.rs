//! Whole minor units (cents) and basis points: the integers that the planner
//! reckons in. The results are the domain's to the last minor unit, at a speed
//! that lets a hundred thousand SKUs be priced between two key presses.

use seller_domain::{Currency, Money, Percent};

/// Hundredths of a percent in the whole.
pub(crate) const WHOLE: i64 = 10_000;

/// `rate` basis points of `of`, half a minor unit and more away from zero: the
/// rounding of [`Money::rounded_half_up`].
pub(crate) fn share(rate: i64, of: i64) -> i64 {
    match rate.checked_mul(of) {
        Some(product) => {
            let half = if product < 0 { -WHOLE / 2 } else { WHOLE / 2 };
            product
                .checked_add(half)
                .map_or_else(|| wide_share(rate, of), |sum| sum / WHOLE)
        }
        None => wide_share(rate, of),
    }
}

fn wide_share(rate: i64, of: i64) -> i64 {
    let product = i128::from(rate) * i128::from(of);
    let half = i128::from(WHOLE / 2) * product.signum();
    saturated((product + half) / i128::from(WHOLE))
}

/// The nearest `i64`: amounts and rates that were read stay far inside.
pub(crate) fn saturated(wide: i128) -> i64 {
    i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN } else { i64::MAX })
}

/// A cost in minor units, what is finer rounded up, so that no margin is overstated.
pub(crate) fn cost(money: Money) -> Option<i64> {
    money.rounded_up().to_minor()
}

/// `part` of `whole` as a percentage with two digits, half up; none of nothing.
pub(crate) fn percent_of(part: i64, whole: i64) -> Option<Percent> {
    if whole <= 0 {
        return None;
    }
    let doubled = 2 * i128::from(part) * i128::from(WHOLE);
    let whole = i128::from(whole);
    let points = (doubled + whole * doubled.signum()) / (2 * whole);
    Some(Percent::from_basis_points(saturated(points)))
}

/// Money again.
pub(crate) fn money(minor: i64, currency: Currency) -> Money {
    Money::from_minor(minor, currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_share_is_the_domains_to_the_last_minor_unit(rate in -100_000i64..=100_000, minor in -100_000_000_000_000i64..=100_000_000_000_000) {
            let money = Money::from_minor(minor, Currency::Usd);
            let by_domain = Percent::from_basis_points(rate).of(money).rounded_half_up();
            prop_assert_eq!(Some(share(rate, minor)), by_domain.to_minor());
        }
    }

    #[test]
    fn a_percentage_has_two_digits_half_up() {
        assert_eq!(percent_of(1, 3), Some(Percent::from_basis_points(3333)));
        assert_eq!(percent_of(2, 3), Some(Percent::from_basis_points(6667)));
        assert_eq!(percent_of(-1, 20_000), Some(Percent::from_basis_points(-1)));
        assert_eq!(percent_of(1, 0), None);
    }

    #[test]
    fn a_cost_finer_than_a_cent_goes_up() {
        let cents = |text| cost(Money::parse(text, Currency::Usd).unwrap());
        assert_eq!(cents("1.2301"), Some(124));
        assert_eq!(cents("1.23"), Some(123));
    }
}
