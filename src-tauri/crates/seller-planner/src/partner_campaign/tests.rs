use super::*;
use crate::scene::{facts, percent, usd};
use proptest::prelude::*;
use seller_domain::smart_promotion::Enrolment;

fn sku(price: &str, unit_cost: Option<&str>) -> Sku {
    Sku {
        id: "S1".into(),
        product_id: "P1".into(),
        variation: String::new(),
        seller_sku: String::new(),
        retail_price: usd(price),
        discount_price: None,
        stock: Some(100),
        unit_cost: unit_cost.map(usd),
        shipping_charge: None,
        removed: false,
    }
}

/// Orders of a shop that pays a referral fee of `referral` % and `shipping` for each parcel.
fn everyday(referral: &str, shipping: &str) -> OrderTerms {
    let mut shop = facts().shop;
    shop.free_shipping_threshold = Some(usd("0"));
    shop.fee_terms.referral_rate = percent(referral);
    shop.fee_terms.shipping_cost = usd(shipping);
    OrderTerms::everyday(&shop, &Enrolment::Never).unwrap()
}

fn at_rate(sku: &Sku, rate: &str, terms: &OrderTerms) -> SkuAtRate {
    sku_at_rate(sku, percent(rate), terms, &[], Scenario::WORST_ORDER).unwrap()
}

#[test]
fn a_rate_leaves_the_price_less_every_fee_on_its_own_base() {
    // 30.00 − 6 % referral 1.80 − 20 % commission 6.00 − 4.00 shipping − 10.00 cost.
    let seen = at_rate(&sku("30", Some("10")), "20", &everyday("6", "4"));
    assert_eq!(seen.at_retail.commission(), usd("6"));
    assert_eq!(seen.at_retail.unit.payout, usd("18.20"));
    assert_eq!(seen.at_retail.unit.margin, Some(usd("8.20")));
    assert_eq!(seen.at_retail.loses(), Some(false));
}

#[test]
fn the_break_even_rate_is_the_last_one_without_a_loss() {
    let terms = everyday("0", "0");
    let of = |price, cost| at_rate(&sku(price, cost), "1", &terms).at_retail.break_even;
    // 20.00 of 30.00: 66.68 % is 20.004 and still rounds to 20.00, 66.69 % to 20.01.
    let even = BreakEven::At {
        rate: percent("66.68"),
        whole: percent("66"),
    };
    assert_eq!(of("30", Some("10")), even);
    assert_eq!(of("30", Some("30.01")), BreakEven::AtNoRate);
    assert_eq!(of("30", Some("0")), BreakEven::Never);
    assert_eq!(of("30", None), BreakEven::CostUnknown);
    let nothing_to_spare = BreakEven::At {
        rate: percent("0.01"),
        whole: percent("0"),
    };
    assert_eq!(of("30", Some("30")), nothing_to_spare);
}

#[test]
fn the_shops_usual_commission_does_not_count_beside_the_rate() {
    let mut shop = facts().shop;
    shop.fee_terms.affiliate_rate = percent("50");
    let terms = OrderTerms::everyday(&shop, &Enrolment::Never).unwrap();
    let seen = at_rate(&sku("30", Some("10")), "10", &terms);
    assert_eq!(seen.at_retail.commission(), usd("3"));
}

#[test]
fn a_campaign_price_is_looked_at_with_the_campaigns_fees() {
    let facts = facts();
    let policy = facts.policy();
    let terms = OrderTerms::of(&facts, &policy, &[]).unwrap();
    let sold = |campaign, price| PlannedSale {
        campaign,
        price: usd(price),
        extra_discount: Some(percent("10")),
        terms: &terms,
    };
    let planned = [sold("Weekly", "25"), sold("Summer", "20")];
    let sku = sku("30", Some("16"));
    let seen = sku_at_rate(
        &sku,
        percent("20"),
        &everyday("0", "0"),
        &planned,
        Scenario::WORST_ORDER,
    )
    .unwrap();
    let left: Vec<_> = seen
        .sales()
        .map(|sale| (sale.campaign.as_deref(), sale.unit.margin.unwrap()))
        .collect();
    // 20.00 − 2.00 − 3.60 − 16.00; 25.00 − 2.50 − 4.50 − 16.00.
    assert_eq!(
        left,
        [
            (None, usd("8")),
            (Some("Summer"), usd("-1.60")),
            (Some("Weekly"), usd("2"))
        ]
    );
    let product = product_at_rate(std::slice::from_ref(&seen));
    assert_eq!(product.losing_at_retail, 0);
    assert_eq!(product.losing_in_campaign, 1);
    // 2.00 of 18.00 is 11.11 %.
    assert_eq!(product.no_loss_up_to, Some(percent("11")));
    let worst = product.worst_in_campaign.unwrap();
    assert_eq!(worst.campaign.as_deref(), Some("Summer"));
    assert_eq!(worst.left, usd("-1.60"));
    assert_eq!(worst.commission, usd("3.60"));
}

#[test]
fn a_product_shows_its_worst_sku_and_how_many_costs_are_unknown() {
    let terms = everyday("0", "0");
    let mut skus = vec![
        at_rate(&sku("30", Some("10")), "50", &terms),
        at_rate(&sku("20", Some("12")), "50", &terms),
        at_rate(&sku("10", None), "50", &terms),
    ];
    skus[1].sku_id = "S2".into();
    let product = product_at_rate(&skus);
    let worst = product.worst_at_retail.as_ref().unwrap();
    assert_eq!((worst.sku_id.as_str(), worst.left), ("S2", usd("-2")));
    assert_eq!(
        (product.losing_at_retail, product.cost_unknown, product.skus),
        (1, 1, 3)
    );
    assert_eq!(product.no_loss_up_to, Some(percent("40")));
    assert!(product.worst_in_campaign.is_none());
    let unknown = product_at_rate(&skus[2..]);
    assert!(unknown.worst_at_retail.is_none() && unknown.no_loss_up_to.is_none());
}

proptest! {
    #[test]
    fn at_the_break_even_rate_there_is_no_loss_and_just_above_there_is(
        price in 100i64..100_000, part in 1i64..100, referral in 0i64..20,
    ) {
        let price = Money::from_minor(price, seller_domain::Currency::Usd);
        let mut sku = sku("1", None);
        sku.retail_price = price;
        sku.unit_cost = Some((price * rust_decimal::Decimal::new(part, 2)).rounded_half_up());
        let terms = everyday(&referral.to_string(), "0");
        let margin = |rate| {
            let seen = sku_at_rate(&sku, rate, &terms, &[], Scenario::WORST_ORDER).unwrap();
            (seen.at_retail.loses().unwrap(), seen.at_retail.break_even)
        };
        match margin(Percent::ZERO) {
            (true, even) => prop_assert_eq!(even, BreakEven::AtNoRate),
            (false, BreakEven::At { rate, whole }) => {
                prop_assert!(!margin(rate).0 && !margin(whole).0);
                let above = Percent::from_basis_points(rate.basis_points() + 1);
                prop_assert!(margin(above).0);
            }
            (false, even) => prop_assert_eq!(even, BreakEven::Never),
        }
    }
}
