use super::*;
use crate::profit::tests::any_charged_facts;
use crate::scene::*;
use proptest::prelude::*;
use seller_domain::Percent;
use seller_domain::campaign::CouponDiscount;
use seller_rulebook::Facts;

fn terms(facts: &Facts) -> OrderTerms {
    OrderTerms::of(facts, &facts.policy(), &[]).unwrap()
}

fn costing(unit_cost: i64) -> Costing {
    Costing {
        unit_cost,
        extra: 0,
        shipping_charge: None,
    }
}

fn floor(facts: &Facts, unit_cost: i64) -> Option<i64> {
    terms(facts).smallest_keeping(costing(unit_cost), Scenario::WORST_ORDER, 1, 1_000_000)
}

#[test]
fn without_fees_the_floor_is_cost_over_what_the_margin_leaves() {
    let mut facts = facts();
    facts.shop.fee_terms.wanted_margin = Percent::whole(20);
    assert_eq!(floor(&facts, 8_00), Some(10_00));
    // 8.01 / 0.8 = 10.0125, up to the cent.
    assert_eq!(floor(&facts, 8_01), Some(10_02));
}

#[test]
fn a_coupon_moves_the_floor_past_its_minimum_purchase() {
    let mut facts = facts();
    facts.campaign.coupons = vec![coupon(CouponDiscount::Fixed { amount: usd("4") }, "10", 50)];
    // 9.00 keeps the cost of 9; from 10.00 on the coupon takes 2.
    assert_eq!(floor(&facts, 9_00), Some(9_00));
    assert_eq!(floor(&facts, 9_99), Some(9_99));
    assert_eq!(floor(&facts, 10_00), Some(12_00));
}

#[test]
fn free_shipping_makes_a_price_worth_it_that_a_lower_one_is_not() {
    let mut facts = facts();
    facts.shop.fee_terms.referral_rate = Percent::whole(10);
    facts.shop.fee_terms.shipping_charge = usd("20");
    // At 24.99 the fee is 10 % of 44.99 and 20.49 stay, from 25.00 on 22.50.
    assert_eq!(floor(&facts, 22_00), Some(25_00));
    assert_eq!(floor(&facts, 20_49), Some(24_99));
}

#[test]
fn where_fees_and_margin_take_everything_no_price_is_enough() {
    let mut facts = facts();
    facts.shop.fee_terms.referral_rate = Percent::whole(50);
    facts.shop.fee_terms.wanted_margin = Percent::whole(50);
    assert_eq!(floor(&facts, 1), None);
}

proptest! {
    #[test]
    fn the_floor_keeps_the_margin_and_no_smaller_price_does(
        facts in any_charged_facts(),
        unit_cost in 0i64..4_000,
        extra in prop_oneof![Just(0i64), 0i64..5_000],
        from in 1i64..3_000,
        worst in any::<bool>(),
    ) {
        let terms = terms(&facts);
        let costing = Costing { extra, ..costing(unit_cost) };
        let scenario = if worst { Scenario::WORST_ORDER } else { Scenario::EXPECTED };
        let limit = 30_000;
        let by_trying = (from..=limit).find(|price| terms.keeps_margin(costing, scenario, *price));
        prop_assert_eq!(terms.smallest_keeping(costing, scenario, from, limit), by_trying);
    }
}
