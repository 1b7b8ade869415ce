use super::*;
use crate::profit::tests::any_charged_facts;
use crate::profit::{everyday_economics, unit_economics};
use crate::scene::*;
use proptest::prelude::*;
use seller_domain::Currency;
use seller_domain::campaign::CouponDiscount;

fn priced(facts: &Facts, prices: &[&str]) -> Draft {
    let mut draft = draft(facts);
    let entries = draft
        .products
        .iter_mut()
        .flat_map(|product| &mut product.skus);
    for (entry, price) in entries.zip(prices) {
        entry.campaign_price = Some(usd(price));
    }
    draft
}

#[test]
fn a_plan_shows_what_is_sold_what_is_taken_and_what_is_left() {
    let mut facts = facts();
    facts.shop.fee_terms.referral_rate = percent("6");
    facts.shop.fee_terms.shipping_cost = usd("1");
    put(
        &mut facts,
        1,
        vec![
            sku(1, 1, "20", Some("5")),
            sku(1, 2, "30", Some("12")),
            sku(1, 3, "40", None),
        ],
    );
    let plan = plan(&priced(&facts, &["15", "12.50", "30"]), &facts).unwrap();
    assert_eq!((plan.skus, plan.counted, plan.without_cost), (3, 3, 1));
    assert_eq!(plan.units, 30);
    assert_eq!(plan.expected.sales, usd("575"));
    assert_eq!(
        plan.expected.fees,
        [FeeTotal {
            name: FeeName::Referral,
            amount: usd("34.50")
        }]
    );
    assert_eq!(plan.expected.shipping_cost, usd("30"));
    assert_eq!(plan.expected.payout, usd("510.50"));
    // Without the third SKU: 275 − 16.50 − 20 − 170.
    assert_eq!(plan.expected.margin, Some(usd("68.50")));
    assert_eq!(plan.expected.margin_percent, Some(percent("24.91")));
    // At retail: 500 − 30 − 20 − 170.
    assert_eq!(plan.at_retail.margin, Some(usd("280")));
    let change = plan.expected.margin_change_from(&plan.at_retail);
    assert_eq!(change, Some(usd("-211.50")));
    // 12.50 − 0.75 − 1 is below 12.
    assert_eq!((plan.below_cost, plan.below_cost_at_worst), (1, 1));
    let worst = plan.worst_order.unwrap();
    assert_eq!(worst.sku_id, "P1S2".into());
    assert_eq!(
        (worst.order.price, worst.order.payout),
        (usd("12.50"), usd("10.75"))
    );
}

#[test]
fn a_ten_oh_one_order_can_pay_a_cent() {
    let mut facts = facts();
    facts.campaign.coupons = vec![coupon(
        CouponDiscount::Fixed { amount: usd("10") },
        "10",
        100,
    )];
    put(&mut facts, 1, vec![sku(1, 1, "20", None)]);
    let plan = plan(&priced(&facts, &["10.01"]), &facts).unwrap();
    let worst = plan.worst_order.unwrap().order;
    assert_eq!((worst.price, worst.payout), (usd("10.01"), usd("0.01")));
    assert_eq!(plan.expected.payout, usd("100.10"));
    assert_eq!(plan.risk.payout, usd("0.10"));
    assert_eq!(plan.risk.margin, None);
    assert_eq!(plan.risk.margin_change_from(&plan.at_retail), None);
}

#[test]
fn coupons_that_run_out_are_used_where_they_cost_most() {
    let mut facts = facts();
    let mut half = coupon(
        CouponDiscount::Percentage {
            rate: percent("50"),
            maximum: None,
        },
        "0",
        100,
    );
    half.quantity = Some(12);
    facts.campaign.coupons = vec![half];
    put(
        &mut facts,
        1,
        vec![sku(1, 1, "20", None), sku(1, 2, "90", None)],
    );
    let plan = plan(&priced(&facts, &["10", "80"]), &facts).unwrap();
    // Ten units of 80 and two of 10 at half the price.
    assert_eq!(plan.risk.coupon_seller_share, usd("410"));
    assert_eq!(plan.risk.payout, usd("490"));
}

#[test]
fn a_product_left_out_of_a_co_funded_programme_is_planned_without_its_rate() {
    use seller_domain::smart_promotion::Mode;
    let mut facts = facts();
    facts.enrolment = enrolled(Mode::CoFunded, "10");
    let mut coupon = coupon(CouponDiscount::Fixed { amount: usd("1") }, "0", 100);
    coupon.quantity = Some(1);
    facts.campaign.coupons = vec![coupon];
    facts.campaign.fee_policy.smart_promotion_surcharge = Some(percent("0"));
    for product in [1, 2] {
        put(&mut facts, product, vec![sku(product, 1, "40", Some("9"))]);
    }
    facts.products.get_mut(&"P2".into()).unwrap().excluded = true;
    let draft = priced(&facts, &["20", "20"]);
    let plan = plan(&draft, &facts).unwrap();
    // Ten units of 20 each, and a tenth of the first product's sales for the programme.
    assert_eq!(plan.expected.payout, usd("380"));
    // The coupon costs most where no fee falls with it.
    assert_eq!(plan.risk.payout, usd("379.00"));
    assert_eq!(plan.worst_order.unwrap().product_id, "P1".into());
    let policy = facts.policy();
    let terms = OrderTerms::of(&facts, &policy, &[]).unwrap();
    let setting = seller_rulebook::cases::Setting::new(&facts, &policy);
    let floors = draft.products.iter().map(|entry| {
        let corridors = crate::corridor::product_corridors(entry, setting, &terms);
        corridors[0].1.margin_floor.price()
    });
    // After the coupon of 1 a unit has to leave the 9 that it costs, of the first product at 90 %.
    assert_eq!(
        floors.collect::<Vec<_>>(),
        [Some(usd("11.00")), Some(usd("10.00"))]
    );
}

#[test]
fn what_cannot_be_counted_is_counted_as_such() {
    let mut facts = facts();
    let skus = (1..=5).map(|number| sku(1, number, "20", Some("5")));
    put(&mut facts, 1, skus.collect());
    let mut draft = priced(&facts, &["15", "15", "15.005"]);
    let entries = &mut draft.products[0].skus;
    entries[1].campaign_stock = Some(Decimal::new(25, 1));
    entries[4].sku_id = "elsewhere".into();
    let plan = plan(&draft, &facts).unwrap();
    assert_eq!((plan.skus, plan.counted), (5, 1));
    assert_eq!(
        (plan.without_stock, plan.without_price, plan.unknown),
        (1, 2, 1)
    );
    assert_eq!(plan.units, 10);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_totals_are_the_sums_of_the_lines(
        charged in any_charged_facts(),
        lines in proptest::collection::vec((1i64..9_000, 1i64..500, proptest::option::of(0i64..5_000)), 1..40),
    ) {
        let mut facts = charged;
        for (index, (price, _, cost)) in lines.iter().enumerate() {
            let mut facts_of_sku = sku(index, 1, "90", None);
            facts_of_sku.sku.retail_price = Money::from_minor(price + 500, Currency::Usd);
            facts_of_sku.sku.unit_cost = cost.map(|cost| Money::from_minor(cost, Currency::Usd));
            put(&mut facts, index, vec![facts_of_sku]);
        }
        let mut draft = draft(&facts);
        for product in &mut draft.products {
            let index: usize = product.product_id.as_str()[1..].parse().unwrap();
            product.skus[0].campaign_price = Some(Money::from_minor(lines[index].0, Currency::Usd));
            product.skus[0].campaign_stock = Some(lines[index].1.into());
        }
        let terms = OrderTerms::of(&facts, &facts.policy(), &[]).unwrap();
        let plan = plan(&draft, &facts).unwrap();

        let zero = Money::zero(Currency::Usd);
        let (mut payout, mut fees, mut margin, mut risk, mut retail) = (zero, zero, None, zero, zero);
        for (index, (price, units, _)) in lines.iter().enumerate() {
            let known = &facts.products[&format!("P{index}").as_str().into()].skus[0].sku;
            let price = Money::from_minor(*price, Currency::Usd);
            let order = |scenario| unit_economics(known, price, None, &terms, scenario).unwrap();
            let expected = order(Scenario::EXPECTED);
            let units = Decimal::from(*units);
            payout = payout + expected.payout * units;
            fees = expected.fees.iter().fold(fees, |sum, line| sum + line.amount * units);
            if let Some(unit_margin) = expected.margin {
                margin = Some(margin.unwrap_or(zero) + unit_margin * units);
            }
            risk = risk + order(Scenario::RISK).payout * units;
            retail = retail + everyday_economics(known, &terms).unwrap().payout * units;
        }
        prop_assert_eq!(plan.expected.payout, payout);
        prop_assert_eq!(plan.expected.fees.iter().fold(zero, |sum, fee| sum + fee.amount), fees);
        prop_assert_eq!(plan.expected.margin, margin);
        prop_assert_eq!(plan.risk.payout, risk);
        prop_assert_eq!(plan.at_retail.payout, retail);
    }
}
