use super::*;
use crate::order_terms::{CouponUse, FeesCharged};
use crate::scene::*;
use proptest::prelude::*;
use seller_domain::campaign::{CampaignCoupon, CouponDiscount};
use seller_domain::fees::{
    CampaignRates, CampaignSales, campaign_charges, co_funded_share, extra_discount_amount,
};
use seller_domain::smart_promotion::Mode;
use seller_domain::{Currency, Money};
use seller_rulebook::Facts;

fn terms(facts: &Facts) -> OrderTerms {
    OrderTerms::of(facts, &facts.policy(), &[]).unwrap()
}

fn at(facts: &Facts, price: &str, scenario: Scenario) -> UnitEconomics {
    let sku = sku(1, 1, "100", Some("40"));
    unit_economics(&sku.sku, usd(price), None, &terms(facts), scenario).unwrap()
}

fn line(order: &UnitEconomics, name: FeeName) -> Option<(String, String)> {
    let line = order.fees.iter().find(|line| line.name == name)?;
    Some((line.base.plain(), line.amount.plain()))
}

fn said(base: &str, amount: &str) -> Option<(String, String)> {
    Some((base.to_owned(), amount.to_owned()))
}

/// Every fee on its own base, in an order that pays for shipping and uses a coupon.
fn charged_shop() -> Facts {
    let mut facts = facts();
    facts.shop.free_shipping_threshold = Some(usd("200"));
    facts.shop.fee_terms = seller_domain::shop::FeeTerms {
        referral_rate: percent("6"),
        affiliate_rate: percent("10"),
        shipping_cost: usd("4"),
        shipping_charge: usd("5"),
        wanted_margin: percent("20"),
    };
    facts.enrolment = enrolled(Mode::StoreWide, "3.5");
    facts.campaign.fee_policy.service_fee_rate = Some(percent("1"));
    facts.campaign.coupons = vec![coupon(
        CouponDiscount::Fixed { amount: usd("10") },
        "50",
        50,
    )];
    facts
}

#[test]
fn each_fee_is_charged_on_its_own_base() {
    let order = at(&charged_shop(), "100", Scenario::WORST_ORDER);
    let coupon = order.coupon.as_ref().unwrap();
    assert_eq!(coupon.discount, usd("10"));
    assert_eq!(coupon.seller_share, usd("5"));
    assert_eq!(coupon.platform_share, usd("5"));
    assert_eq!(order.customer_payment, usd("95"));
    // Gross 100 − the seller's 5 + shipping 5.
    assert_eq!(
        line(&order, FeeName::CampaignService),
        said("100.00", "1.00")
    );
    assert_eq!(line(&order, FeeName::SmartPromotion), said("95.00", "3.33"));
    // Payment 95 + the platform's 5.
    assert_eq!(line(&order, FeeName::Referral), said("100.00", "6.00"));
    // Price 100 − coupon 10.
    assert_eq!(
        line(&order, FeeName::AffiliateCommission),
        said("90.00", "9.00")
    );
    assert_eq!(line(&order, FeeName::SmartPromotionSurcharge), None);
    // 100 − 5 − 19.33 − 4.
    assert_eq!(order.payout, usd("71.67"));
    assert_eq!(order.margin, Some(usd("31.67")));
    assert_eq!(order.margin_percent, Some(percent("31.67")));
}

#[test]
fn the_surcharge_falls_due_beside_the_service_fee_only_in_the_risk_scenario() {
    let facts = charged_shop();
    let order = at(&facts, "100", Scenario::RISK);
    assert_eq!(
        line(&order, FeeName::SmartPromotionSurcharge),
        said("95.00", "0.95")
    );
    assert_eq!(order.payout, usd("70.72"));
}

#[test]
fn a_coupon_applies_from_its_minimum_purchase_on() {
    let facts = charged_shop();
    assert_eq!(at(&facts, "49.99", Scenario::WORST_ORDER).coupon, None);
    assert!(at(&facts, "50", Scenario::WORST_ORDER).coupon.is_some());
    assert_eq!(at(&facts, "50", Scenario::EXPECTED).coupon, None);
}

#[test]
fn shipping_is_free_from_the_threshold_on() {
    let facts = charged_shop();
    assert_eq!(
        at(&facts, "199.99", Scenario::EXPECTED).shipping_paid,
        usd("5")
    );
    assert_eq!(
        at(&facts, "200", Scenario::EXPECTED).shipping_paid,
        usd("0")
    );
    // The coupon takes the order below the threshold again.
    assert_eq!(
        at(&facts, "200", Scenario::WORST_ORDER).shipping_paid,
        usd("5")
    );
}

#[test]
fn the_customer_leaves_a_coupon_that_costs_the_seller_nothing() {
    let mut facts = charged_shop();
    facts.campaign.coupons[0].seller_ratio = percent("0");
    assert_eq!(at(&facts, "100", Scenario::WORST_ORDER).coupon, None);
}

#[test]
fn a_co_funded_programme_charges_discounted_orders_only() {
    let mut facts = charged_shop();
    facts.enrolment = enrolled(Mode::CoFunded, "5");
    let terms = terms(&facts);
    let sku = sku(1, 1, "100", Some("40")).sku;
    let everyday = everyday_economics(&sku, &terms).unwrap();
    assert_eq!(line(&everyday, FeeName::SmartPromotion), None);
    let order = at(&facts, "80", Scenario::EXPECTED);
    assert_eq!(line(&order, FeeName::SmartPromotion), said("80.00", "4.00"));
}

#[test]
fn a_product_left_out_of_the_programme_carries_its_store_wide_fee_alone() {
    let mut facts = charged_shop();
    let sku = sku(1, 1, "100", Some("40")).sku;
    let fee = |facts: &Facts, excluded| {
        let terms = terms(facts);
        let terms = terms.leaving_out(excluded);
        let order = unit_economics(&sku, usd("80"), None, &terms, Scenario::EXPECTED).unwrap();
        line(&order, FeeName::SmartPromotion)
    };
    assert_eq!(fee(&facts, true), said("80.00", "2.80"));
    facts.enrolment = enrolled(Mode::CoFunded, "5");
    assert_eq!(fee(&facts, false), said("80.00", "4.00"));
    assert_eq!(fee(&facts, true), None);
}

#[test]
fn without_a_unit_cost_there_is_no_margin() {
    let facts = charged_shop();
    let sku = sku(1, 1, "100", None).sku;
    let order = unit_economics(&sku, usd("80"), None, &terms(&facts), Scenario::EXPECTED).unwrap();
    assert_eq!(order.margin, None);
    assert_eq!(order.margin_percent, None);
    assert_eq!(order.margin_unknown, Some(MarginUnknown::NoUnitCost));
    assert!(order.payout.is_positive());
}

#[test]
fn a_price_finer_than_a_cent_is_named() {
    let facts = charged_shop();
    let sku = sku(1, 1, "100", None).sku;
    let refused = unit_economics(&sku, usd("9.995"), None, &terms(&facts), Scenario::EXPECTED);
    assert_eq!(refused, Err(NotAPrice::TooFine(usd("9.995"))));
    let dong = Money::from_minor(250_000, Currency::Vnd);
    let foreign = unit_economics(&sku, dong, None, &terms(&facts), Scenario::EXPECTED);
    assert_eq!(
        foreign.unwrap_err().to_string(),
        "250000 VND is not in USD, the currency of the shop; enter the price in USD"
    );
}

#[test]
fn a_campaign_whose_fee_policy_never_meets_it_charges_no_service_fee() {
    let mut facts = charged_shop();
    facts.enrolment = seller_domain::smart_promotion::Enrolment::Never;
    facts.campaign.fee_policy.effective = Some(seller_domain::Period::new(day(7, 1), day(8, 1)));
    let order = at(&facts, "100", Scenario::EXPECTED);
    assert_eq!(line(&order, FeeName::CampaignService), None);
}

#[test]
fn an_amount_finer_than_a_cent_in_the_terms_is_named() {
    let mut facts = charged_shop();
    facts.campaign.coupons[0].minimum_purchase = usd("50.005");
    let refused = OrderTerms::of(&facts, &facts.policy(), &[]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "a coupon's minimum purchase is 50.005 USD, finer than the currency's smallest unit; enter a rounded amount"
    );
}

fn cents(cents: i64) -> Money {
    Money::from_minor(cents, Currency::Usd)
}

prop_compose! {
    pub(crate) fn any_coupon()(
        fixed in any::<bool>(),
        amount in 1i64..3_000,
        rate in 1i64..10_000,
        maximum in proptest::option::of(1i64..5_000),
        minimum in 0i64..10_000,
        ratio in 0i64..=10_000,
        seller_maximum in proptest::option::of(0i64..2_000),
    ) -> CampaignCoupon {
        let discount = if fixed {
            CouponDiscount::Fixed { amount: cents(amount) }
        } else {
            CouponDiscount::Percentage {
                rate: Percent::from_basis_points(rate),
                maximum: maximum.map(cents),
            }
        };
        CampaignCoupon {
            seller_ratio: Percent::from_basis_points(ratio),
            seller_maximum: seller_maximum.map(cents),
            minimum_purchase: cents(minimum),
            ..coupon(discount, "0", 50)
        }
    }
}

prop_compose! {
    pub(crate) fn any_charged_facts()(
        referral in 0i64..1_500,
        affiliate in 0i64..2_500,
        shipping_cost in 0i64..900,
        shipping_charge in 0i64..900,
        wanted in 0i64..4_000,
        threshold in proptest::option::of(0i64..6_000),
        service in 0i64..300,
        enrolled_at in proptest::option::of(0i64..600),
        store_wide in any::<bool>(),
        both in any::<bool>(),
        coupons in proptest::collection::vec(any_coupon(), 0..3),
    ) -> Facts {
        let mut facts = facts();
        facts.shop.free_shipping_threshold = threshold.map(cents);
        facts.shop.fee_terms = seller_domain::shop::FeeTerms {
            referral_rate: Percent::from_basis_points(referral),
            affiliate_rate: Percent::from_basis_points(affiliate),
            shipping_cost: cents(shipping_cost),
            shipping_charge: cents(shipping_charge),
            wanted_margin: Percent::from_basis_points(wanted),
        };
        let mode = if store_wide { Mode::StoreWide } else { Mode::CoFunded };
        if let Some(rate) = enrolled_at {
            facts.enrolment = enrolled(mode, &Percent::from_basis_points(rate).to_string());
        }
        facts.campaign.fee_policy.service_fee_rate = Some(Percent::from_basis_points(service));
        facts.campaign.fee_policy.charges_surcharge_too = both;
        facts.campaign.coupons = coupons;
        facts
    }
}

proptest! {
    #[test]
    fn every_amount_is_the_domains_and_all_of_them_add_up(
        facts in any_charged_facts(),
        price in 1i64..20_000,
        extra in proptest::option::of(0i64..6_000),
        worst in any::<bool>(),
        both in any::<bool>(),
    ) {
        let scenario = Scenario {
            coupon: if worst { CouponUse::Worst } else { CouponUse::Unused },
            fees: if both { FeesCharged::Both } else { FeesCharged::AsStated },
        };
        let extra = extra.map(Percent::from_basis_points);
        let sku = sku(1, 1, "500", Some("3")).sku;
        let order = unit_economics(&sku, cents(price), extra, &terms(&facts), scenario).unwrap();

        prop_assert_eq!(order.extra_discount, extra_discount_amount(cents(price), extra));
        let net = order.price - order.extra_discount;
        let zero = cents(0);
        let part = order.coupon.as_ref();
        if let Some(part) = part {
            let stated = facts.campaign.coupons.iter().any(|coupon| {
                let shared = co_funded_share(coupon, net);
                shared.discount == part.discount
                    && shared.seller == part.seller_share
                    && shared.platform == part.platform_share
            });
            prop_assert!(stated, "no coupon gives {part:?}");
        }
        let seller_share = part.map_or(zero, |part| part.seller_share);
        let discount = part.map_or(zero, |part| part.discount);
        prop_assert_eq!(order.customer_payment, net - discount + order.shipping_paid);

        let seller_discount = order.extra_discount + seller_share;
        let by_domain = campaign_charges(
            CampaignRates {
                service: facts.campaign.fee_policy.service_fee_rate.unwrap(),
                surcharge: facts.enrolment.terms().map_or(Percent::ZERO, |_| percent("1")),
                both: both || facts.campaign.fee_policy.charges_surcharge_too,
            },
            CampaignSales {
                gross_sales: order.price,
                seller_discount,
                shipping_paid: order.shipping_paid,
            },
        );
        let charged = |name| {
            let line = order.fees.iter().find(|line| line.name == name);
            line.map_or(zero, |line| line.amount)
        };
        prop_assert_eq!(charged(FeeName::CampaignService), by_domain.service_fee);
        prop_assert_eq!(charged(FeeName::SmartPromotionSurcharge), by_domain.surcharge);
        for line in &order.fees {
            prop_assert_eq!(line.amount, line.rate.of(line.base).rounded_half_up());
        }
        let fees = order.fees.iter().fold(zero, |sum, line| sum + line.amount);
        prop_assert_eq!(
            order.payout,
            order.price - seller_discount - fees - order.shipping_cost
        );
        prop_assert_eq!(order.margin, Some(order.payout - usd("3")));
    }

    #[test]
    fn no_legal_use_of_coupons_pays_less_than_the_worst_order(
        facts in any_charged_facts(),
        price in 1i64..20_000,
    ) {
        let sku = sku(1, 1, "500", Some("3")).sku;
        let pay = |facts: &Facts, scenario| {
            unit_economics(&sku, cents(price), None, &terms(facts), scenario).unwrap().payout
        };
        let worst = pay(&facts, Scenario::WORST_ORDER);
        prop_assert!(worst <= pay(&facts, Scenario::EXPECTED));
        for coupon in &facts.campaign.coupons {
            let mut alone = facts.clone();
            alone.campaign.coupons = vec![coupon.clone()];
            prop_assert!(worst <= pay(&alone, Scenario::WORST_ORDER));
        }
    }
}
