use super::*;
use crate::campaign::{CampaignCoupon, CouponDiscount, CouponTarget};
use crate::clock::Instant;
use crate::smart_promotion::{Mode, Terms};
use crate::{Currency, Money, Percent, Period};
use proptest::prelude::*;

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

fn cents(minor: i64) -> Money {
    Money::from_minor(minor, Currency::Usd)
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn sales(gross: &str, discount: &str, shipping: &str) -> CampaignSales {
    CampaignSales {
        gross_sales: usd(gross),
        seller_discount: usd(discount),
        shipping_paid: usd(shipping),
    }
}

fn percentage(rate: i64, maximum: Option<&str>, minimum: &str) -> CampaignCoupon {
    CampaignCoupon {
        id: "K1".into(),
        name: "20 % off".to_owned(),
        discount: CouponDiscount::Percentage {
            rate: Percent::whole(rate),
            maximum: maximum.map(usd),
        },
        target: CouponTarget::AllCustomers,
        seller_ratio: Percent::whole(50),
        seller_maximum: None,
        minimum_purchase: usd(minimum),
        quantity: None,
    }
}

fn shown(share: SharedDiscount) -> [String; 3] {
    [share.discount, share.seller, share.platform].map(Money::plain)
}

fn offer(campaign: &str, price: &str, rate: i64) -> CampaignOffer {
    CampaignOffer {
        campaign_id: campaign.into(),
        price: usd(price),
        rate: Percent::whole(rate),
    }
}

fn line(quantity: u32, offers: Vec<CampaignOffer>) -> CampaignLine {
    CampaignLine {
        quantity,
        seller_discount: usd("0"),
        offers,
    }
}

#[test]
fn the_platforms_own_example_costs_95_cents() {
    let fee = campaign_service_fee(Percent::whole(1), sales("100", "10", "5"));
    assert_eq!(fee, usd("0.95"));
}

#[test]
fn a_discount_beyond_the_sales_makes_no_fee_below_zero() {
    let fee = campaign_service_fee(Percent::whole(1), sales("10", "20", "5"));
    assert_eq!(fee, usd("0"));
}

#[test]
fn a_percentage_coupon_of_20_percent_is_shared_as_the_platform_says() {
    let coupon = percentage(20, Some("50"), "100");
    for (subtotal, expected) in [
        ("99.99", ["0.00", "0.00", "0.00"]),
        ("100", ["20.00", "10.00", "10.00"]),
        ("249.99", ["50.00", "25.00", "25.00"]),
        ("250", ["50.00", "25.00", "25.00"]),
        ("300", ["50.00", "25.00", "25.00"]),
    ] {
        let share = co_funded_share(&coupon, usd(subtotal));
        assert_eq!(shown(share), expected, "{subtotal}");
    }
}

#[test]
fn a_fee_is_charged_in_the_campaign_while_its_policy_holds_and_until_the_withdrawal() {
    let orders = ChargedOrders {
        running: Period::new(at("2026-06-01T07:00:00Z"), at("2026-06-08T07:00:00Z")),
        effective: Some(Period::new(
            at("2026-06-02T07:00:00Z"),
            at("2026-06-30T07:00:00Z"),
        )),
        withdrawn_at: Some(at("2026-06-05T12:00:00Z")),
    };
    for (placed, charged) in [
        ("2026-06-01T07:00:00Z", false),
        ("2026-06-02T07:00:00Z", true),
        ("2026-06-05T11:59:59Z", true),
        ("2026-06-05T12:00:00Z", false),
        ("2026-06-10T07:00:00Z", false),
    ] {
        assert_eq!(orders.include(at(placed)), charged, "{placed}");
    }
}

#[test]
fn an_order_over_two_campaigns_is_charged_each_line_once() {
    let lines = [
        line(2, vec![offer("A", "30", 1), offer("B", "29", 3)]),
        line(1, vec![offer("A", "42", 1)]),
        line(5, Vec::new()),
    ];
    // 58 at 3 % and 42 at 1 %, shipping 5.00 allotted as 2.90 and 2.10.
    let fee = order_service_fee(&lines, usd("5"));
    assert_eq!(fee, usd("2.27"));
    assert_eq!(order_service_fee(&lines[2..], usd("5")), usd("0"));
}

#[test]
fn coupons_for_selected_customers_need_a_selected_customer() {
    let mut dear = percentage(30, None, "50");
    dear.target = CouponTarget::SelectedCustomers;
    let claimed = [percentage(10, None, "50"), dear, percentage(10, None, "50")];
    let basis = CouponBasis::registered_only(usd("80"));
    let used = |selected, basis| {
        used_co_funded_coupon(&claimed, selected, basis).map(|(coupon, share)| {
            let place = claimed.iter().position(|other| std::ptr::eq(other, coupon));
            (place.unwrap(), share.discount)
        })
    };
    assert_eq!(
        used(false, basis),
        Some((0, usd("8"))),
        "the first of equal ones"
    );
    assert_eq!(used(true, basis), Some((1, usd("24"))));
    assert_eq!(used(true, CouponBasis::registered_only(usd("49.99"))), None);
}

#[test]
fn the_standard_view_charges_once_and_the_risk_scenario_twice() {
    let rates = |both| CampaignRates {
        service: Percent::whole(1),
        surcharge: Percent::whole(1),
        both,
    };
    let once = campaign_charges(rates(false), sales("100", "10", "5"));
    assert_eq!((once.service_fee, once.surcharge), (usd("0.95"), usd("0")));
    let twice = campaign_charges(rates(true), sales("100", "10", "5"));
    assert_eq!(
        (twice.service_fee, twice.surcharge),
        (usd("0.95"), usd("0.90"))
    );
}

#[test]
fn the_programme_charges_what_its_mode_counts() {
    let terms = |mode, exempted_rate| Terms {
        mode,
        service_package: String::new(),
        fee_rate: Percent::from_basis_points(350),
        exempted_rate,
        campaign_surcharge: Percent::whole(1),
    };
    let sold = ProgrammeSales {
        gmv: usd("50000"),
        discounted_gmv: usd("12000"),
        campaign_gmv: usd("8000"),
    };
    for (mode, exempted, fee) in [
        (Mode::StoreWide, None, "1750"),
        (Mode::CoFunded, None, "420"),
        (Mode::StoreWide, Some(Percent::whole(2)), "1000"),
        (Mode::StoreWide, Some(Percent::ZERO), "0"),
    ] {
        let charged = programme_fee(&terms(mode, exempted), sold);
        assert_eq!((charged.fee, charged.surcharge), (usd(fee), usd("80")));
    }
}

/// Half up in whole numbers, for amounts that are not below zero.
fn share_of(minor: i128, basis_points: i64) -> i128 {
    (minor * i128::from(basis_points) * 2 + 10_000) / 20_000
}

proptest! {
    #[test]
    fn fees_over_random_orders_equal_whole_number_arithmetic(
        orders in prop::collection::vec((0i64..10_000_000, 1u32..100, 0i64..5_000_000, 0i64..10_000), 1..100),
        rate in 0i64..=2_000,
    ) {
        let mut exact = 0i128;
        let mut charged = cents(0);
        for (price, quantity, discount, shipping) in orders {
            let gross = i128::from(price) * i128::from(quantity);
            let base = (gross - i128::from(discount) + i128::from(shipping)).max(0);
            exact += share_of(base, rate);
            charged = charged + campaign_service_fee(
                Percent::from_basis_points(rate),
                CampaignSales {
                    gross_sales: cents(price) * quantity.into(),
                    seller_discount: cents(discount),
                    shipping_paid: cents(shipping),
                },
            );
        }
        prop_assert_eq!(charged.to_minor().map(i128::from), Some(exact));
    }

    #[test]
    fn shares_of_a_coupon_add_up_and_keep_within_their_limits(
        subtotal in 0i64..100_000_000,
        rate in 0i64..=10_000,
        maximum in prop::option::of(0i64..10_000_000),
        minimum in 0i64..1_000_000,
        ratio in 0i64..=10_000,
        seller_maximum in prop::option::of(0i64..1_000_000),
    ) {
        let coupon = CampaignCoupon {
            discount: CouponDiscount::Percentage {
                rate: Percent::from_basis_points(rate),
                maximum: maximum.map(cents),
            },
            seller_ratio: Percent::from_basis_points(ratio),
            seller_maximum: seller_maximum.map(cents),
            minimum_purchase: cents(minimum),
            ..percentage(0, None, "0")
        };
        let share = co_funded_share(&coupon, cents(subtotal));
        let discount = if subtotal < minimum {
            0
        } else {
            let off = share_of(subtotal.into(), rate).min(subtotal.into());
            maximum.map_or(off, |most| off.min(most.into()))
        };
        let seller = share_of(discount, ratio);
        let seller = seller_maximum.map_or(seller, |most| seller.min(most.into()));
        prop_assert_eq!(share.discount.to_minor().map(i128::from), Some(discount));
        prop_assert_eq!(share.seller.to_minor().map(i128::from), Some(seller));
        prop_assert_eq!(share.seller + share.platform, share.discount);
        prop_assert!(!share.platform.is_negative());
    }

    #[test]
    fn who_pays_for_an_order_adds_up(
        gross in 0i64..100_000_000, own in 0i64..1_000_000, platform in 0i64..1_000_000,
        shipping in 0i64..10_000, ratio in 0i64..=10_000,
    ) {
        let own = cents(own.min(gross));
        let coupon = CampaignCoupon {
            seller_ratio: Percent::from_basis_points(ratio),
            ..percentage(20, None, "0")
        };
        let funding = OrderFunding {
            gross_sales: cents(gross),
            seller_discount: own,
            co_funded: co_funded_share(&coupon, cents(gross) - own),
            platform_discount: cents(platform),
            shipping_paid: cents(shipping),
        };
        let paid = funding.customer_pays() + funding.seller_contribution() + funding.platform_subsidy();
        prop_assert_eq!(paid, cents(gross) + cents(shipping));
        prop_assert_eq!(funding.payout_before_fees(), funding.campaign_sales().gross_sales
            - funding.seller_contribution() + cents(shipping));
    }

    #[test]
    fn one_line_in_one_campaign_is_the_plain_fee(
        price in 0i64..1_000_000, quantity in 1u32..50, discount in 0i64..100_000,
        shipping in 0i64..10_000, rate in 0i64..=2_000,
    ) {
        let rate = Percent::from_basis_points(rate);
        let one = CampaignLine {
            quantity,
            seller_discount: cents(discount),
            offers: vec![CampaignOffer { campaign_id: "A".into(), price: cents(price), rate }],
        };
        let plain = campaign_service_fee(rate, CampaignSales {
            gross_sales: cents(price) * quantity.into(),
            seller_discount: cents(discount),
            shipping_paid: cents(shipping),
        });
        prop_assert_eq!(order_service_fee(&[one], cents(shipping)), plain);
    }

    #[test]
    fn points_never_exceed_what_was_spent(minor in 0i64..100_000_000, per_unit in 0u32..1000) {
        let points = bonus_points(per_unit, cents(minor));
        let exact = u128::from(per_unit) * u128::from(minor.unsigned_abs()) / 100;
        prop_assert_eq!(u128::from(points), exact);
    }
}
