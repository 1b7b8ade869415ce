use super::coupon_return::{CouponReturn, OrderOutcome, returned_coupon};
use super::order::{
    BuyCondition, BuyMore, FundedOrder, FundedReason, NotAnOrder, PlatformCoupon, split_order,
};
use super::price::{
    FlashDeal, Incentive, IncentiveLimit, IncentiveReason, OnLiveFlashPrice, PriceBase,
    ProductSeen, seen_price,
};
use super::shipping::{ShippingOffer, split_shipping};
use super::{FundedType, Position, Standing, Stretch, Switching, Timeline};
use crate::campaign::CouponDiscount;
use crate::clock::Instant;
use crate::market::Currency;
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Period;
use proptest::prelude::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

fn cents(cents: i64) -> Money {
    Money::from_minor(cents, Currency::Usd)
}

const COUPONS: FundedType = FundedType::ProductCoupons;

fn moved(to: Position, moment: &str) -> Switching {
    Switching {
        funded_type: COUPONS,
        to,
        at: at(moment),
    }
}

fn left_and_joined() -> Timeline {
    Timeline::new(vec![
        moved(Position::Off, "2026-05-01T12:00:00Z"),
        moved(Position::On, "2026-05-03T12:00:00Z"),
    ])
}

fn fixed(text: &str) -> CouponDiscount {
    CouponDiscount::Fixed { amount: usd(text) }
}

fn percentage(whole: i64) -> CouponDiscount {
    CouponDiscount::Percentage {
        rate: Percent::whole(whole),
        maximum: None,
    }
}

fn order(units: u32, goods: &str) -> FundedOrder {
    let nothing = usd("0");
    FundedOrder {
        units,
        goods: usd(goods),
        incentive: nothing,
        seller_promotion: nothing,
        seller_coupon: nothing,
        buy_more: None,
        coupon: None,
        shipping_fee: nothing,
        tiktok_shipping: ShippingOffer::Nothing,
        seller_shipping: ShippingOffer::Nothing,
    }
}

#[test]
fn every_switch_is_on_at_first() {
    let timeline = Timeline::default();
    for funded_type in FundedType::ALL {
        let first = Standing {
            position: Position::On,
            since: None,
        };
        assert_eq!(timeline.standing(funded_type), first);
    }
    assert_eq!(
        timeline.on_at(at("2026-05-01T12:00:00Z")),
        FundedType::ALL.to_vec()
    );
}

#[test]
fn a_switch_stands_as_it_was_moved_from_that_moment_on() {
    let timeline = left_and_joined();
    for (moment, position) in [
        ("2026-05-01T11:59:59Z", Position::On),
        ("2026-05-01T12:00:00Z", Position::Off),
        ("2026-05-03T11:59:59Z", Position::Off),
        ("2026-05-03T12:00:00Z", Position::On),
    ] {
        assert_eq!(
            timeline.standing_at(COUPONS, at(moment)).position,
            position,
            "{moment}"
        );
    }
    assert_eq!(
        timeline.standing(COUPONS).since,
        Some(at("2026-05-03T12:00:00Z"))
    );
    let other = timeline.standing_at(FundedType::BuyMoreSaveMore, at("2026-05-02T00:00:00Z"));
    assert_eq!(other.position, Position::On);
    assert_eq!(timeline.on_at(at("2026-05-02T00:00:00Z")).len(), 3);
}

#[test]
fn what_was_done_last_holds_although_the_clock_was_set_back() {
    let timeline = Timeline::new(vec![
        moved(Position::Off, "2026-05-03T12:00:00Z"),
        moved(Position::On, "2026-05-02T12:00:00Z"),
    ]);
    assert_eq!(timeline.standing(COUPONS).position, Position::On);
    for moment in ["2026-05-02T12:00:00Z", "2026-05-04T00:00:00Z"] {
        assert_eq!(
            timeline.standing_at(COUPONS, at(moment)).position,
            Position::On
        );
    }
}

#[test]
fn a_period_is_cut_where_the_switch_was_moved() {
    let timeline = left_and_joined();
    let whole = Period::new(at("2026-04-30T00:00:00Z"), at("2026-06-01T00:00:00Z"));
    let stretch = |start, end, position| Stretch {
        period: Period::new(at(start), at(end)),
        position,
    };
    assert_eq!(
        timeline.during(COUPONS, whole),
        [
            stretch("2026-04-30T00:00:00Z", "2026-05-01T12:00:00Z", Position::On),
            stretch(
                "2026-05-01T12:00:00Z",
                "2026-05-03T12:00:00Z",
                Position::Off
            ),
            stretch("2026-05-03T12:00:00Z", "2026-06-01T00:00:00Z", Position::On),
        ]
    );
    // Moved at its first and at its end: neither cuts it.
    let between = Period::new(at("2026-05-01T12:00:00Z"), at("2026-05-03T12:00:00Z"));
    assert_eq!(
        timeline.during(COUPONS, between),
        [Stretch {
            period: between,
            position: Position::Off
        }]
    );
    let backwards = Period::new(whole.end, whole.start);
    assert_eq!(timeline.during(COUPONS, backwards), []);
}

#[test]
fn tiktok_pays_shipping_first_and_the_seller_what_is_left() {
    let split = |fee, tiktok, seller| {
        let split = split_shipping(usd(fee), tiktok, seller);
        [split.tiktok, split.seller, split.buyer].map(Money::plain)
    };
    let up_to = |text| ShippingOffer::UpTo { amount: usd(text) };
    let (free, nothing) = (ShippingOffer::Free, ShippingOffer::Nothing);
    assert_eq!(split("7", up_to("4"), free), ["4.00", "3.00", "0.00"]);
    assert_eq!(split("7", nothing, free), ["0.00", "7.00", "0.00"]);
    assert_eq!(split("7", up_to("4"), nothing), ["4.00", "0.00", "3.00"]);
    assert_eq!(split("7", free, free), ["7.00", "0.00", "0.00"]);
    assert_eq!(split("7", up_to("9"), up_to("9")), ["7.00", "0.00", "0.00"]);
    assert_eq!(split("7", up_to("4"), up_to("2")), ["4.00", "2.00", "1.00"]);
}

fn seen(flash_deal: Option<FlashDeal>, limited_to: IncentiveLimit) -> ProductSeen {
    ProductSeen {
        seller_price: usd("20"),
        flash_deal,
        incentive: Some(Incentive {
            discount: percentage(10),
            limited_to,
        }),
        in_live: false,
        new_customer: false,
    }
}

#[test]
fn a_flash_deal_wins_over_an_incentive() {
    let deal = Some(FlashDeal {
        price: usd("15"),
        live_only: false,
    });
    let shown = seen_price(
        &seen(deal, IncentiveLimit::Everyone),
        true,
        OnLiveFlashPrice::Stacks,
    );
    assert_eq!(
        (shown.price, shown.base_of, shown.reason),
        (
            usd("15"),
            PriceBase::FlashDeal,
            IncentiveReason::FlashDealWins
        )
    );
    let shown = seen_price(
        &seen(None, IncentiveLimit::Everyone),
        true,
        OnLiveFlashPrice::Stacks,
    );
    assert_eq!((shown.price, shown.incentive), (usd("18"), usd("2")));
    let shown = seen_price(
        &seen(None, IncentiveLimit::Everyone),
        false,
        OnLiveFlashPrice::Stacks,
    );
    assert_eq!(
        (shown.price, shown.reason),
        (usd("20"), IncentiveReason::SwitchedOff)
    );
}

#[test]
fn on_a_live_flash_price_an_incentive_stacks_or_gives_way() {
    let deal = Some(FlashDeal {
        price: usd("15"),
        live_only: true,
    });
    let mut product = seen(deal, IncentiveLimit::Everyone);
    // Outside of the LIVE its price does not hold.
    let outside = seen_price(&product, true, OnLiveFlashPrice::GivesWay);
    assert_eq!((outside.base, outside.price), (usd("20"), usd("18")));
    product.in_live = true;
    let stacked = seen_price(&product, true, OnLiveFlashPrice::Stacks);
    assert_eq!(
        (stacked.base_of, stacked.price),
        (PriceBase::LiveFlashDeal, usd("13.50"))
    );
    let alone = seen_price(&product, true, OnLiveFlashPrice::GivesWay);
    assert_eq!(
        (alone.price, alone.reason),
        (usd("15"), IncentiveReason::FlashDealWins)
    );
}

#[test]
fn incentives_for_some_buyers_are_for_no_others() {
    for (limit, live, new, reason) in [
        (IncentiveLimit::Live, false, true, IncentiveReason::LiveOnly),
        (IncentiveLimit::Live, true, false, IncentiveReason::Applied),
        (
            IncentiveLimit::NewCustomers,
            true,
            false,
            IncentiveReason::NewCustomersOnly,
        ),
        (
            IncentiveLimit::NewCustomers,
            false,
            true,
            IncentiveReason::Applied,
        ),
    ] {
        let product = ProductSeen {
            in_live: live,
            new_customer: new,
            ..seen(None, limit)
        };
        let shown = seen_price(&product, true, OnLiveFlashPrice::Stacks);
        assert_eq!(shown.reason, reason, "{limit:?} {live} {new}");
    }
}

#[test]
fn a_coupon_comes_back_from_closed_and_fully_refunded_orders_alone() {
    let until = at("2026-06-01T07:00:00Z");
    let asked = |outcome, ended| returned_coupon(outcome, at(ended), until);
    for outcome in [OrderOutcome::Closed, OrderOutcome::FullyRefunded] {
        assert_eq!(
            asked(outcome, "2026-06-01T06:59:59Z"),
            CouponReturn::Usable { until }
        );
        assert_eq!(
            asked(outcome, "2026-06-01T07:00:00Z"),
            CouponReturn::Expired { since: until }
        );
    }
    for outcome in [OrderOutcome::Kept, OrderOutcome::PartlyRefunded] {
        assert_eq!(asked(outcome, "2026-05-01T07:00:00Z"), CouponReturn::UsedUp);
    }
}

#[test]
fn buying_more_is_tested_by_units_or_by_amount() {
    let by_units = |units| {
        let buy_more = Some(BuyMore {
            condition: BuyCondition::Units { at_least: 2 },
            discount: percentage(20),
        });
        let order = FundedOrder {
            buy_more,
            ..order(units, "50")
        };
        split_order(&order, &FundedType::ALL).unwrap()
    };
    assert_eq!(by_units(2).buyer, usd("40"));
    assert_eq!(by_units(2).tiktok, usd("10"));
    assert_eq!(by_units(1).buyer, usd("50"));
    assert_eq!(
        by_units(1).parts[2].reason,
        FundedReason::UnitsMissing { missing: 1 }
    );
    let by_amount = |goods| {
        let buy_more = Some(BuyMore {
            condition: BuyCondition::Amount {
                at_least: usd("100"),
            },
            discount: fixed("20"),
        });
        let order = FundedOrder {
            buy_more,
            ..order(1, goods)
        };
        split_order(&order, &FundedType::ALL).unwrap()
    };
    assert_eq!(by_amount("100").buyer, usd("80"));
    assert_eq!(by_amount("99.99").buyer, usd("99.99"));
    assert_eq!(
        by_amount("99.99").parts[2].reason,
        FundedReason::AmountMissing {
            missing: usd("0.01")
        }
    );
}

/// Everything on one order: goods 100, and each side's part in each lane.
fn full_order() -> FundedOrder {
    FundedOrder {
        incentive: usd("10"),
        seller_promotion: usd("5"),
        seller_coupon: usd("7"),
        buy_more: Some(BuyMore {
            condition: BuyCondition::Units { at_least: 2 },
            discount: percentage(20),
        }),
        coupon: Some(PlatformCoupon {
            minimum_spend: usd("78"),
            discount: percentage(10),
        }),
        shipping_fee: usd("7"),
        tiktok_shipping: ShippingOffer::UpTo { amount: usd("4") },
        seller_shipping: ShippingOffer::Free,
        ..order(3, "100")
    }
}

#[test]
fn an_order_is_reckoned_lane_by_lane_and_adds_up() {
    let split = split_order(&full_order(), &FundedType::ALL).unwrap();
    let amounts: Vec<_> = split.parts.iter().map(|part| part.amount).collect();
    // 100 − 10 = 90; − 5 − 18 (20 % of 90) = 67; − 7 = 60; coupon on 78 after the seller's
    // discounts: 10 % of 60.
    assert_eq!(amounts, [usd("6"), usd("10"), usd("18"), usd("4")]);
    assert_eq!(split.tiktok, usd("38"));
    assert_eq!(split.seller, usd("15"));
    assert_eq!(split.buyer_goods, usd("54"));
    assert_eq!(split.buyer_shipping, usd("0"));
    assert_eq!(split.buyer, usd("54"));
}

#[test]
fn a_type_that_is_off_pays_nothing_and_says_why() {
    let on = [FundedType::ProductCoupons];
    let split = split_order(&full_order(), &on).unwrap();
    // 100 − 5 − 7 = 88, 10 % of it; shipping is the seller's alone.
    assert_eq!(split.parts[0].amount, usd("8.80"));
    for part in &split.parts[1..] {
        assert_eq!(
            (part.amount, part.reason),
            (usd("0"), FundedReason::SwitchedOff)
        );
    }
    assert_eq!(split.seller, usd("19"));
    assert_eq!(split.buyer, usd("79.20"));
}

#[test]
fn orders_that_cannot_be_are_named_not_bent() {
    let refused = |order: FundedOrder| split_order(&order, &FundedType::ALL).unwrap_err();
    assert_eq!(refused(order(0, "10")), NotAnOrder::NoUnits);
    let mut below = order(1, "10");
    below.seller_coupon = usd("-1");
    assert_eq!(
        refused(below),
        NotAnOrder::BelowZero {
            field: "seller_coupon",
            value: usd("-1")
        }
    );
    let mut more = order(1, "10");
    more.seller_promotion = usd("8");
    more.seller_coupon = usd("2.01");
    assert_eq!(
        refused(more),
        NotAnOrder::MoreThanLeft {
            field: "seller_coupon",
            value: usd("2.01"),
            left: usd("2")
        }
    );
}

proptest! {
    #[test]
    fn what_the_three_pay_is_what_the_order_costs(
        (units, goods) in (1_u32..9, 0_i64..50_000),
        (incentive, promotion, coupon) in (0_i64..4_000, 0_i64..4_000, 0_i64..4_000),
        (rate, minimum, fee, up_to) in (0_i64..=100, 0_i64..30_000, 0_i64..2_000, 0_i64..2_000),
        off in 0_usize..4,
    ) {
        let order = FundedOrder {
            units,
            goods: cents(goods),
            incentive: cents(incentive),
            seller_promotion: cents(promotion),
            seller_coupon: cents(coupon),
            buy_more: Some(BuyMore {
                condition: BuyCondition::Units { at_least: 3 },
                discount: percentage(rate),
            }),
            coupon: Some(PlatformCoupon {
                minimum_spend: cents(minimum),
                discount: percentage(rate),
            }),
            shipping_fee: cents(fee),
            tiktok_shipping: ShippingOffer::UpTo { amount: cents(up_to) },
            seller_shipping: ShippingOffer::UpTo { amount: cents(up_to) },
        };
        let on: Vec<_> = FundedType::ALL.into_iter().skip(off).collect();
        if let Ok(split) = split_order(&order, &on) {
            prop_assert_eq!(split.tiktok + split.seller + split.buyer, cents(goods + fee));
            prop_assert!(!split.buyer_goods.is_negative() && !split.buyer_shipping.is_negative());
            let parts = split.parts.iter().fold(cents(0), |sum, part| sum + part.amount);
            prop_assert_eq!(parts, split.tiktok);
            for part in split.parts {
                prop_assert!(on.contains(&part.funded_type) || part.amount.is_zero());
            }
        }
    }

    #[test]
    fn stretches_cover_a_period_without_gap(moves in prop::collection::vec(
        (any::<bool>(), 0_i64..2_000_000), 0..12), from in 0_i64..1_000_000, length in 1_i64..1_000_000,
    ) {
        let start = at("2026-05-01T00:00:00Z");
        let later = |seconds| start + chrono::TimeDelta::seconds(seconds);
        let timeline = Timeline::new(moves.into_iter().map(|(on, seconds)| Switching {
            funded_type: COUPONS,
            to: if on { Position::On } else { Position::Off },
            at: later(seconds),
        }).collect());
        let period = Period::new(later(from), later(from + length));
        let stretches = timeline.during(COUPONS, period);
        prop_assert_eq!(stretches.first().map(|first| first.period.start), Some(period.start));
        prop_assert_eq!(stretches.last().map(|last| last.period.end), Some(period.end));
        for pair in stretches.windows(2) {
            prop_assert_eq!(pair[0].period.end, pair[1].period.start);
            prop_assert_ne!(pair[0].position, pair[1].position);
        }
        for stretch in stretches {
            prop_assert!(stretch.period.is_forward());
            for moment in [stretch.period.start, stretch.period.end - chrono::TimeDelta::seconds(1)] {
                prop_assert_eq!(timeline.standing_at(COUPONS, moment).position, stretch.position);
            }
        }
    }
}
