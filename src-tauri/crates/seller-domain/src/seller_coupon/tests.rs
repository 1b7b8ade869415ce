use super::*;
use crate::market::Currency;
use crate::percent::Percent;
use crate::period::Zone;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

fn whole_draft(kind: CouponKind) -> CouponDraft {
    CouponDraft {
        name: " Spring ".to_owned(),
        period: Some(Period::new(
            at("2026-05-01T07:00:00Z"),
            at("2026-07-01T07:00:00Z"),
        )),
        validity: Some(Validity::DaysAfterClaim { days: 14 }),
        audience: Audience::New,
        customer: " mia ".to_owned(),
        amount: Some(usd("5")),
        quantity: Some(Decimal::from(100)),
        claim_code: " save10 ".to_owned(),
        ..CouponDraft::new("K1".into(), kind)
    }
}

fn coupon(kind: CouponKind) -> SellerCoupon {
    SellerCoupon {
        id: "K1".into(),
        terms: whole_draft(kind).terms().unwrap(),
        origin: CouponOrigin::Planned,
        recorded_at: at("2026-04-20T00:00:00Z"),
        deactivated_at: None,
        sent_at: None,
        results: None,
    }
}

#[test]
fn the_terms_have_what_the_type_has_and_nothing_else() {
    use CouponKind::*;
    for (kind, validity, audience, customer, claims, code) in [
        (Standard, true, true, false, true, false),
        (Follower, true, false, false, false, false),
        (Review, true, false, false, false, false),
        (Chat, true, false, true, false, false),
        (PromoCode, false, false, false, true, true),
    ] {
        let terms = whole_draft(kind).terms().unwrap();
        assert_eq!(terms.name, "Spring", "{kind:?}");
        assert_eq!(terms.validity.is_some(), validity, "{kind:?}");
        assert_eq!(
            terms.audience,
            audience.then_some(Audience::New),
            "{kind:?}"
        );
        assert_eq!(
            terms.customer.as_deref(),
            customer.then_some("mia"),
            "{kind:?}"
        );
        assert_eq!(terms.claims_per_customer.is_some(), claims, "{kind:?}");
        assert_eq!(
            terms.claim_code.as_deref(),
            code.then_some("save10"),
            "{kind:?}"
        );
    }
}

#[test]
fn the_fields_of_the_five_types() {
    let counts = CouponKind::ALL.map(|kind| kind.fields().len());
    assert_eq!(counts, [11, 9, 9, 10, 10]);
}

#[test]
fn a_draft_without_period_discount_or_whole_quantity_has_no_terms() {
    let lacks = |change: fn(&mut CouponDraft)| {
        let mut draft = whole_draft(CouponKind::Standard);
        change(&mut draft);
        draft.terms().unwrap_err().0
    };
    assert_eq!(lacks(|draft| draft.period = None), CouponField::Period);
    assert_eq!(lacks(|draft| draft.amount = None), CouponField::Amount);
    let both = lacks(|draft| draft.rate = Some(Percent::whole(10)));
    assert_eq!(both, CouponField::Amount);
    for quantity in ["0", "-1", "1.5", "4294967296"] {
        let mut draft = whole_draft(CouponKind::Standard);
        draft.quantity = Some(quantity.parse().unwrap());
        assert_eq!(
            draft.terms(),
            Err(Unfinished(CouponField::Quantity)),
            "{quantity}"
        );
    }
}

#[test]
fn the_state_follows_the_clock() {
    let coupon = coupon(CouponKind::Standard);
    for (now, state) in [
        ("2026-05-01T06:59:59Z", CouponState::Upcoming),
        ("2026-05-01T07:00:00Z", CouponState::Ongoing),
        ("2026-07-01T06:59:59Z", CouponState::Ongoing),
        ("2026-07-01T07:00:00Z", CouponState::Ended),
    ] {
        assert_eq!(coupon.state(at(now)), state, "{now}");
        let stopped = SellerCoupon {
            deactivated_at: Some(at("2026-04-25T00:00:00Z")),
            ..coupon.clone()
        };
        assert_eq!(stopped.state(at(now)), CouponState::Deactivated, "{now}");
    }
}

#[test]
fn editing_changes_nothing_by_itself() {
    for kind in CouponKind::ALL {
        let coupon = coupon(kind);
        assert_eq!(CouponDraft::editing(&coupon).terms().unwrap(), coupon.terms);
    }
}

#[test]
fn a_duplicate_keeps_the_settings_but_no_dates_of_the_past_and_no_code_in_use() {
    let promo = coupon(CouponKind::PromoCode);
    let live = CouponDraft::duplicate_of(&promo, "K2".into(), at("2026-06-01T00:00:00Z"));
    assert_eq!((live.id.as_str(), live.name.as_str()), ("K2", "Spring"));
    assert_eq!(live.period, Some(promo.terms.period));
    assert_eq!(live.claim_code, "");
    let over = CouponDraft::duplicate_of(&promo, "K2".into(), at("2026-07-01T07:00:00Z"));
    assert_eq!(over.period, None);
    assert_eq!(over.claim_code, "save10");
    assert_eq!(over.quantity, Some(Decimal::from(100)));
}

#[test]
fn the_prefix_is_the_first_four_letters_and_digits_of_the_name() {
    for (name, text, certain) in [
        ("Sunny Goods", "SUNN", true),
        ("sunny", "SUNN", true),
        ("A B Shop", "ABSH", true),
        ("  3M & Co", "3MCO", true),
        ("Café Été", "CAFE", true),
        ("Ｌｕｃｋｙ", "LUCK", true),
        ("★Moon★", "MOON", true),
        ("Jo", "JO", false),
        ("Zoë", "ZOE", false),
        ("阳光小店", "", false),
        ("阳光 Home", "HOME", true),
        ("Москва", "", false),
        ("🐱", "", false),
        ("", "", false),
    ] {
        let expected = ClaimPrefix {
            text: text.to_owned(),
            certain,
        };
        assert_eq!(ClaimPrefix::of_shop(name, 4), expected, "{name}");
    }
    let entered = ClaimPrefix::entered(" yg88 ");
    assert_eq!(full_claim_code(&entered, "save10 "), "YG88SAVE10");
}

#[test]
fn claim_codes_are_the_same_whatever_their_case() {
    assert!(same_claim_code("Save10", " sAVE10"));
    assert!(!same_claim_code("SAVE10", "SAVE1O"));
}

#[test]
fn an_addon_coupon_is_known_by_its_name() {
    for (name, is_one) in [
        ("Flash sale addon 0412", true),
        ("ADDON_follow", true),
        ("Add on gift", false),
        ("", false),
    ] {
        assert_eq!(is_addon_name(name), is_one, "{name}");
    }
}

#[test]
fn a_coupon_takes_off_from_its_minimum_spend_on() {
    let mut terms = whole_draft(CouponKind::Standard).terms().unwrap();
    assert_eq!(terms.taken_off(usd("3")), Some(usd("3")));
    terms.minimum_spend = Some(usd("20"));
    assert_eq!(terms.taken_off(usd("19.99")), None);
    assert_eq!(terms.taken_off(usd("20")), Some(usd("5")));
}

#[test]
fn spend_of_amounts_and_percentages() {
    let hundred = NonZeroU32::new(100).unwrap();
    let amount = CouponDiscount::Fixed { amount: usd("5") };
    let share = |maximum: Option<&str>| CouponDiscount::Percentage {
        rate: Percent::whole(20),
        maximum: maximum.map(usd),
    };
    for (discount, minimum, average, estimated, worst) in [
        (amount, None, None, Some("500"), Some("500")),
        (share(Some("10")), None, None, None, Some("1000")),
        (
            share(Some("10")),
            Some("30"),
            None,
            Some("600"),
            Some("1000"),
        ),
        (
            share(Some("10")),
            Some("30"),
            Some("40"),
            Some("800"),
            Some("1000"),
        ),
        (
            share(Some("10")),
            Some("60"),
            Some("40"),
            Some("1000"),
            Some("1000"),
        ),
        (share(None), None, Some("40"), Some("800"), None),
    ] {
        let spend = coupon_spend(discount, minimum.map(usd), hundred, average.map(usd));
        let expected = CouponSpend {
            estimated: estimated.map(usd),
            worst: worst.map(usd),
        };
        assert_eq!(spend, expected, "{discount:?} {minimum:?} {average:?}");
    }
}

#[test]
fn words_stand_between_the_boundaries_of_unicode_and_have_letters_or_digits() {
    for (text, words) in [
        ("", 0),
        ("one two  three\nfour", 4),
        ("so good !!! 10 / 10", 4),
        ("it's well-made for $19.99", 5),
        ("😀 😀 …", 0),
        ("one two three four five six seven eight nine ten", 10),
        (
            "one two three four five six seven eight nine ten eleven",
            11,
        ),
        ("杯子很好用，会再次购买", 10),
        ("杯子很好用，我会再次购买！", 11),
        ("这个 mug 很好", 5),
    ] {
        assert_eq!(words_in(text), words, "{text}");
    }
}

fn order(id: &str, placed: &str, paid: bool) -> CustomerOrder {
    CustomerOrder {
        id: id.to_owned(),
        placed_at: at(placed),
        paid_at: paid.then(|| at(placed)),
        refunded: false,
        products: Vec::new(),
    }
}

#[test]
fn the_closest_orders_are_counted_in_days_of_the_shop() {
    let zone = Zone::named("America/Los_Angeles").unwrap();
    let now = at("2026-12-01T00:00:00Z");
    let record = CustomerRecord {
        orders: vec![
            order("c", "2026-11-10T05:00:00Z", true),
            // 2026-01-01 23:30 and 2026-04-01 00:30 in the shop: 90 days, and less than 24 × 90 hours.
            order("a", "2026-01-02T07:30:00Z", true),
            order("unpaid", "2026-02-01T00:00:00Z", false),
            order("b", "2026-04-01T07:30:00Z", true),
        ],
        ..CustomerRecord::default()
    };
    let closest = record.closest_orders(now, zone).unwrap();
    assert_eq!(
        (closest.first.id.as_str(), closest.second.id.as_str()),
        ("a", "b")
    );
    assert_eq!(closest.days, 90);
    assert_eq!(
        record.closest_orders(at("2026-03-01T00:00:00Z"), zone),
        None
    );
    assert_eq!(record.first_payment(now), Some(at("2026-01-02T07:30:00Z")));
}

fn any_text() -> impl Strategy<Value = String> {
    proptest::string::string_regex("\\PC{0,12}").unwrap()
}

proptest! {
    #[test]
    fn a_prefix_is_at_most_four_capitals_and_digits(name in any_text()) {
        let prefix = ClaimPrefix::of_shop(&name, 4);
        prop_assert!(prefix.text.len() <= 4);
        prop_assert!(prefix.text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        prop_assert_eq!(prefix.certain, prefix.text.len() == 4);
    }

    #[test]
    fn the_estimate_is_never_above_the_worst_case(
        rate in 1i64..=99, maximum in 1i64..=10_000, quantity in 1u32..=5_000,
        minimum in proptest::option::of(1i64..=20_000), average in proptest::option::of(1i64..=20_000),
    ) {
        let cents = |cents| Money::from_minor(cents, Currency::Usd);
        let discount = CouponDiscount::Percentage {
            rate: Percent::whole(rate),
            maximum: Some(cents(maximum)),
        };
        let quantity = NonZeroU32::new(quantity).unwrap();
        let spend = coupon_spend(discount, minimum.map(cents), quantity, average.map(cents));
        prop_assert_eq!(spend.worst, Some(cents(maximum * i64::from(quantity.get()))));
        if let Some(estimated) = spend.estimated {
            prop_assert!(estimated <= spend.worst.unwrap());
            prop_assert!(minimum.is_some() || average.is_some());
        } else {
            prop_assert_eq!((minimum, average), (None, None));
        }
    }

    #[test]
    fn a_draft_survives_the_wire(name in any_text(), cents in proptest::option::of(0i64..10_000), quantity in proptest::option::of(-5i64..500)) {
        let draft = CouponDraft {
            name,
            amount: cents.map(|cents| Money::from_minor(cents, Currency::Usd)),
            quantity: quantity.map(|tenths| Decimal::new(tenths, 1)),
            ..whole_draft(CouponKind::Chat)
        };
        let text = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(serde_json::from_str::<CouponDraft>(&text).unwrap(), draft);
    }
}
