use super::*;
use crate::market::Currency;
use proptest::prelude::*;

fn cents(amounts: &[i64]) -> Vec<Money> {
    amounts
        .iter()
        .map(|minor| Money::from_minor(*minor, Currency::Usd))
        .collect()
}

fn shares(total: i64, by: &[i64]) -> Vec<i64> {
    allot(Money::from_minor(total, Currency::Usd), &cents(by))
        .into_iter()
        .map(|share| share.to_minor().unwrap())
        .collect()
}

#[test]
fn the_shares_follow_the_lines() {
    assert_eq!(shares(2000, &[6000, 4000]), [1200, 800]);
    assert_eq!(shares(1000, &[500, 500, 500]), [334, 333, 333]);
    assert_eq!(shares(5, &[100, 200]), [2, 3]);
    assert_eq!(shares(1, &[100, 200]), [0, 1]);
    assert_eq!(shares(100, &[0, 300]), [0, 100]);
}

#[test]
fn what_weighs_nothing_bears_nothing_unless_all_do() {
    assert_eq!(shares(7, &[-500, 100]), [0, 7]);
    assert_eq!(shares(7, &[0, 0]), [7, 0]);
    assert_eq!(shares(7, &[]), Vec::<i64>::new());
}

#[test]
fn an_amount_below_zero_is_shared_like_one_above() {
    assert_eq!(shares(-1000, &[500, 500, 500]), [-334, -333, -333]);
}

proptest! {
    #[test]
    fn shares_add_up_and_are_within_a_unit_of_exact(
        total in 0i64..1_000_000_000_000,
        by in prop::collection::vec(0i64..1_000_000_000_000, 1..40),
    ) {
        let shares = shares(total, &by);
        prop_assert_eq!(shares.iter().sum::<i64>(), total);
        let whole: i128 = by.iter().map(|weight| i128::from(*weight)).sum();
        if whole > 0 {
            for (share, weight) in shares.iter().zip(&by) {
                let exact = i128::from(total) * i128::from(*weight);
                let off = i128::from(*share) * whole - exact;
                prop_assert!(off.abs() < whole, "{share} of weight {weight}");
            }
        }
    }

    #[test]
    fn a_line_that_costs_more_never_bears_less(
        total in 0i64..1_000_000,
        by in prop::collection::vec(0i64..100_000, 2..10),
    ) {
        let shares = shares(total, &by);
        for (share, weight) in shares.iter().zip(&by) {
            for (other_share, other_weight) in shares.iter().zip(&by) {
                prop_assert!(weight <= other_weight || share >= other_share || by.iter().all(|w| *w == 0));
            }
        }
    }
}
