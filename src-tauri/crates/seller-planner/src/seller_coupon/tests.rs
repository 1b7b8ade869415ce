use super::*;
use proptest::prelude::*;
use seller_domain::seller_coupon::*;
use seller_domain::{Market, Percent, Period};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

fn draft(amount: Option<&str>, rate: Option<i64>, minimum: Option<&str>) -> CouponDraft {
    CouponDraft {
        period: Some(Period::new(
            at("2026-05-01T07:00:00Z"),
            at("2026-07-01T07:00:00Z"),
        )),
        validity: Some(Validity::DaysAfterClaim { days: 14 }),
        amount: amount.map(usd),
        rate: rate.map(Percent::whole),
        minimum_spend: minimum.map(usd),
        quantity: Some(100.into()),
        ..CouponDraft::new("K1".into(), CouponKind::Standard)
    }
}

fn sku(id: &str, price: &str, cost: Option<&str>, campaign: Option<&str>) -> PricedSku {
    PricedSku {
        product_id: format!("P-{id}").as_str().into(),
        sku_id: id.into(),
        price: usd(price),
        unit_cost: cost.map(usd),
        campaigns: campaign
            .map(|price| PlannedPrice {
                campaign: "Summer Sale".to_owned(),
                running: Period::new(at("2026-06-01T07:00:00Z"), at("2026-06-08T07:00:00Z")),
                price: usd(price),
            })
            .into_iter()
            .collect(),
    }
}

fn coupon(draft: &CouponDraft, origin: CouponOrigin) -> SellerCoupon {
    SellerCoupon {
        id: draft.id.clone(),
        terms: draft.terms().unwrap(),
        origin,
        recorded_at: at("2026-04-20T00:00:00Z"),
        deactivated_at: None,
        sent_at: None,
        results: None,
    }
}

#[test]
fn the_smallest_order_shows_what_is_left_to_pay() {
    for (amount, rate, minimum, expected) in [
        (Some("10"), None, Some("10.01"), Some(("10.01", "0.01"))),
        (Some("10"), None, Some("10"), Some(("10", "0"))),
        (Some("10"), None, None, Some(("10.01", "0.01"))),
        (Some("10"), None, Some("40"), Some(("40", "30"))),
        (None, Some(60), Some("30"), Some(("30", "12"))),
        (None, Some(60), None, None),
        (None, None, Some("30"), None),
    ] {
        let guard = slip_guard(&draft(amount, rate, minimum), &[]);
        let shown = guard
            .smallest_order
            .map(|order| (order.order_value, order.pays));
        let expected = expected.map(|(value, pays)| (usd(value), usd(pays)));
        assert_eq!(shown, expected, "{amount:?} {rate:?} {minimum:?}");
    }
}

#[test]
fn sixty_percent_off_are_four_tenths_to_pay() {
    for (off, pays, zhe) in [
        (60, 40, "4"),
        (15, 85, "8.5"),
        (5, 95, "9.5"),
        (99, 1, "0.1"),
    ] {
        let tenths = Tenths::of(Percent::whole(off));
        assert_eq!(tenths.pays, Percent::whole(pays));
        assert_eq!(tenths.zhe.to_string(), zhe);
    }
    assert_eq!(
        slip_guard(&draft(Some("5"), None, None), &[]).buyer_pays,
        None
    );
}

#[test]
fn a_coupon_on_the_registered_campaign_price_goes_below_cost() {
    let catalogue = [
        sku("deep", "30", Some("18"), Some("20")),
        sku("even", "30", Some("15"), Some("20")),
        sku("everyday", "12", Some("8"), None),
        sku("unknown", "30", None, Some("20")),
    ];
    let guard = slip_guard(&draft(Some("5"), None, None), &catalogue);
    let shown: Vec<_> = guard
        .below_cost
        .iter()
        .map(|sku| {
            (
                sku.sku_id.as_str(),
                sku.campaign.as_deref(),
                sku.pays,
                sku.loss,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("deep", Some("Summer Sale"), usd("15"), usd("3")),
            ("everyday", None, usd("7"), usd("1")),
        ]
    );
    assert_eq!((guard.products_below_cost, guard.cost_unknown), (2, 1));
    let confirm = guard.confirm.unwrap();
    assert!(confirm.is_met_by("5.00"));
    assert!(!confirm.is_met_by("50"));
    assert!(!confirm.is_met_by(""));
}

#[test]
fn the_minimum_spend_takes_more_units_and_the_scope_and_period_fewer_skus() {
    let catalogue = [sku("deep", "30", Some("18"), Some("20"))];
    // Two units for 40: 35 are paid for 36.
    let guard = slip_guard(&draft(Some("5"), None, Some("20.01")), &catalogue);
    assert_eq!(
        (guard.below_cost[0].units, guard.below_cost[0].loss),
        (2, usd("1"))
    );
    let mut elsewhere = draft(Some("5"), None, None);
    elsewhere.scope = CouponScope::Products {
        ids: vec!["P-other".into()],
    };
    assert_eq!(slip_guard(&elsewhere, &catalogue).confirm, None);
    let mut before = draft(Some("5"), None, None);
    before.period = Some(Period::new(
        at("2026-04-01T07:00:00Z"),
        at("2026-06-01T07:00:00Z"),
    ));
    assert_eq!(slip_guard(&before, &catalogue).below_cost, []);
}

#[test]
fn addon_coupons_are_counted_with_what_they_can_still_cost() {
    let addon = CouponOrigin::Addon { came_with: None };
    let now = at("2026-05-10T00:00:00Z");
    let amount = coupon(&draft(Some("5"), None, None), addon);
    let part_used = SellerCoupon {
        results: Some(CouponResults {
            claimed: Some(60),
            used: Some(40),
            sales: None,
            spend: None,
            as_of: now,
        }),
        ..amount.clone()
    };
    let no_limit = coupon(&draft(None, Some(20), None), addon);
    let stopped = SellerCoupon {
        deactivated_at: Some(now),
        ..part_used.clone()
    };
    assert_eq!(
        liability(&stopped, now, Currency::Usd).at_most,
        Some(usd("100"))
    );
    let planned = coupon(&draft(Some("50"), None, None), CouponOrigin::Planned);
    let sum = addon_liability(
        [&part_used, &no_limit, &stopped, &planned],
        now,
        Currency::Usd,
    );
    let expected = AddonLiability {
        live: 2,
        at_most: usd("300"),
        without_limit: 1,
        a_further_one: Some(usd("500")),
    };
    assert_eq!(sum, expected);
}

#[test]
fn a_customer_gets_some_coupons_and_uses_the_best_one() {
    let now = at("2026-05-10T00:00:00Z");
    let zone = Zone::named("America/Los_Angeles").unwrap();
    let policy = Policy::on(Market::Us, Currency::Usd, zone.day_of(now));
    let with = |id: &str, amount: &str, audience| {
        let mut draft = draft(Some(amount), None, Some("20"));
        draft.id = id.into();
        draft.audience = audience;
        coupon(&draft, CouponOrigin::Planned)
    };
    let coupons = [
        with("all", "3", Audience::All),
        with("new", "9", Audience::New),
        with("existing", "5", Audience::Existing),
    ];
    let customer = CustomerRecord {
        orders: vec![CustomerOrder {
            id: "A".to_owned(),
            placed_at: at("2026-04-10T00:00:00Z"),
            paid_at: Some(at("2026-04-10T00:00:00Z")),
            refunded: true,
            products: Vec::new(),
        }],
        ..CustomerRecord::default()
    };
    let who = |customer, value| who_gets_it(&coupons, customer, value, &policy, (now, zone));
    let known = who(&customer, Some(usd("20")));
    let gets: Vec<_> = known
        .decisions
        .iter()
        .map(|decision| decision.gets)
        .collect();
    assert_eq!(gets, [true, false, true]);
    let against: Vec<_> = known.decisions[1]
        .against()
        .map(|reason| reason.rule.id)
        .collect();
    assert_eq!(against, ["CP-13"]);
    assert_eq!(known.used, Some(("existing".into(), usd("5"))));
    assert_eq!(who(&customer, Some(usd("19.99"))).used, None);
    let nobody = CustomerRecord::default();
    let stranger = who(&nobody, Some(usd("20")));
    assert_eq!(stranger.used, Some(("new".into(), usd("9"))));
    assert_eq!(who(&customer, None).used, None);
}

proptest! {
    #[test]
    fn a_sku_is_below_cost_exactly_if_the_smallest_order_of_it_is(
        price in 1i64..5_000, cost in 0i64..5_000, amount in 1i64..3_000, minimum in proptest::option::of(1i64..10_000),
    ) {
        let cents = |cents| Money::from_minor(cents, Currency::Usd);
        let mut draft = draft(None, None, None);
        draft.amount = Some(cents(amount));
        draft.minimum_spend = minimum.map(cents);
        let mut priced = sku("S", "1", None, None);
        priced.price = cents(price);
        priced.unit_cost = Some(cents(cost));
        let guard = slip_guard(&draft, [&priced]);
        let mut units = 1;
        while price * units < minimum.unwrap_or(0) {
            units += 1;
        }
        let pays = (price * units - amount).max(0);
        prop_assert_eq!(guard.below_cost.len(), usize::from(pays < cost * units));
        prop_assert_eq!(guard.confirm.is_some(), pays < cost * units);
        if let Some(below) = guard.below_cost.first() {
            prop_assert_eq!(below.loss, cents(cost * units - pays));
        }
    }
}
