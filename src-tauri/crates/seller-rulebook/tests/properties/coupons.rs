//! What holds for every seller coupon: a draft that no rule refuses has terms, repairs end, codes
//! that are generated are accepted.

use proptest::option::of;
use proptest::prelude::*;
use rust_decimal::Decimal;
use seller_domain::seller_coupon::*;
use seller_domain::shop::{FeeTerms, Shop};
use seller_domain::{Currency, Instant, Market, Money, Percent, Period, Zone};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::claim_code::{generated, is_free, prefix_of, reads_as_offensive};
use seller_rulebook::coupon_cases::{CouponCase, OtherCoupon};
use seller_rulebook::review::{accept_coupon, review_coupon};
use seller_rulebook::{CouponFacts, Finding};

fn at(hours: i64) -> Instant {
    let first: Instant = "2026-02-01T08:00:00Z".parse().unwrap();
    first + chrono::TimeDelta::hours(hours)
}

fn usd(cents: i64) -> Money {
    Money::from_minor(cents, Currency::Usd)
}

fn shop() -> Shop {
    Shop {
        name: "Sunny Goods".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone::named("America/Los_Angeles").unwrap(),
        sps: None,
        violations: 0,
        free_shipping_threshold: None,
        average_order_value: Some(usd(32_00)),
        monthly_gmv: None,
        fee_terms: FeeTerms {
            referral_rate: Percent::ZERO,
            affiliate_rate: Percent::ZERO,
            shipping_cost: usd(0),
            shipping_charge: usd(0),
            wanted_margin: Percent::ZERO,
        },
    }
}

fn kind() -> impl Strategy<Value = CouponKind> {
    proptest::sample::select(CouponKind::ALL.to_vec())
}

fn period() -> impl Strategy<Value = Period> {
    (0i64..3_000, -50i64..5_000)
        .prop_map(|(start, length)| Period::new(at(start), at(start + length)))
}

fn validity() -> impl Strategy<Value = Validity> {
    prop_oneof![
        (0u32..30).prop_map(|days| Validity::DaysAfterClaim { days }),
        period().prop_map(|period| Validity::Dates { period }),
    ]
}

fn code() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[A-C1-2-]{0,9}").unwrap()
}

fn audience() -> impl Strategy<Value = Audience> {
    proptest::sample::select(vec![Audience::All, Audience::New])
}

fn draft() -> impl Strategy<Value = CouponDraft> {
    let when = (kind(), of(period()), of(validity()), audience());
    let what = (
        of(-10i64..4_000),
        of(0i64..10_000),
        of(0i64..3_000),
        of(-10i64..5_000),
    );
    let how_many = (of(-10i64..30), 0u32..3, code(), of(0usize..4));
    (when, what, how_many).prop_map(|(when, what, how_many)| {
        let (kind, period, validity, audience) = when;
        let (amount, rate, maximum, minimum) = what;
        let (tenths, claims, claim_code, products) = how_many;
        CouponDraft {
            name: format!("Coupon {claims}"),
            period,
            validity,
            audience,
            customer: "Mia".to_owned(),
            amount: amount.map(usd),
            rate: rate.map(Percent::from_basis_points),
            maximum_discount: maximum.map(usd),
            minimum_spend: minimum.map(usd),
            quantity: tenths.map(|tenths| Decimal::new(tenths, 1)),
            claims_per_customer: ClaimLimit::AtMost { times: claims },
            scope: products.map_or(CouponScope::WholeShop, |last| CouponScope::Products {
                ids: (0..last)
                    .map(|number| format!("P{number}").as_str().into())
                    .collect(),
            }),
            claim_code,
            ..CouponDraft::new("K1".into(), kind)
        }
    })
}

fn other() -> impl Strategy<Value = OtherCoupon> {
    (kind(), period(), audience(), code(), any::<bool>(), 0u32..4).prop_map(
        |(kind, period, audience, code, deactivated, number)| OtherCoupon {
            id: format!("other-{number}").as_str().into(),
            name: format!("Coupon {number}"),
            kind,
            audience: (kind == CouponKind::Standard).then_some(audience),
            period,
            state: CouponState::of(period, deactivated, at(500)),
            claim_code: (kind == CouponKind::PromoCode).then_some(code),
        },
    )
}

fn world() -> impl Strategy<Value = (CouponDraft, CouponFacts)> {
    (draft(), proptest::collection::vec(other(), 0..5)).prop_map(|(draft, others)| {
        let mut facts = CouponFacts { others, ..facts() };
        for id in ["P0", "P1"] {
            let status = seller_domain::catalogue::ProductStatus::Active;
            facts.products.insert(id.into(), status);
        }
        (draft, facts)
    })
}

fn on<T>(draft: &CouponDraft, facts: &CouponFacts, with: impl FnOnce(&CouponCase<'_>) -> T) -> T {
    let policy = facts.policy();
    with(&CouponCase {
        facts,
        policy: &policy,
        draft,
        before: None,
    })
}

fn found(draft: &CouponDraft, facts: &CouponFacts) -> Vec<Finding> {
    on(draft, facts, |case| review_coupon(case).overall)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_draft_that_no_rule_refuses_becomes_a_coupon((draft, facts) in world()) {
        let findings = found(&draft, &facts);
        let all: Acknowledged = findings.iter().map(|found| found.rule.id.to_owned()).collect();
        let accepted = on(&draft, &facts, |case| accept_coupon(case, &all));
        let blocked = findings.iter().any(Finding::blocks);
        prop_assert_eq!(accepted.is_err(), blocked);
        if let Ok(accepted) = accepted {
            prop_assert_eq!(&accepted.get().terms, &draft.terms().unwrap());
        }
    }

    #[test]
    fn repairing_again_and_again_ends((draft, facts) in world()) {
        let mut draft = draft;
        for _ in 0..50 {
            let findings = found(&draft, &facts);
            let next = findings
                .iter()
                .find(|found| found.blocks() && !found.fault.changes.is_empty());
            let Some(next) = next else { return Ok(()) };
            for change in &next.fault.changes {
                draft.apply(change);
            }
            let left = found(&draft, &facts);
            let stays = left.iter().any(|left| {
                left.blocks() && left.rule.id == next.rule.id && left.fault == next.fault
            });
            prop_assert!(!stays, "{:?} stays", next.fault);
        }
        prop_assert!(false, "still repairing");
    }

    #[test]
    fn live_coupons_of_one_at_a_time_never_overlap_once_accepted((draft, facts) in world()) {
        let accepted = on(&draft, &facts, |case| accept_coupon(case, &all_warnings()));
        let Ok(coupon) = accepted.map(|accepted| accepted.into_inner()) else { return Ok(()) };
        let alone = |kind, audience| {
            kind == CouponKind::Review || audience == Some(Audience::New)
        };
        let terms = &coupon.terms;
        for other in facts.others.iter().filter(|other| other.state.is_live()) {
            let same = other.kind == terms.kind && other.audience == terms.audience;
            let rivals = same && alone(terms.kind, terms.audience);
            prop_assert!(!rivals || !other.period.overlaps(terms.period));
        }
    }

    #[test]
    fn a_generated_code_is_accepted(seed in any::<u32>(), used in proptest::collection::vec(code(), 0..4)) {
        let policy = CouponFacts { now: at(0), ..facts() }.policy();
        let prefix = prefix_of("Sunny Goods", &policy);
        let mut state = seed;
        let random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 8
        };
        let in_use = used.iter().map(String::as_str);
        let code = generated(random, &prefix, in_use.clone(), &policy).unwrap();
        prop_assert_eq!(code.len(), 6);
        prop_assert!(code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
        prop_assert!(is_free(&code, in_use));
        prop_assert!(!reads_as_offensive(&prefix, &code));
    }
}

fn all_warnings() -> Acknowledged {
    seller_rulebook::book::rules()
        .map(|rule| rule.id.to_owned())
        .collect()
}

fn facts() -> CouponFacts {
    CouponFacts {
        now: at(500),
        shop: shop(),
        prefix: ClaimPrefix::entered("SUNN"),
        addons: AddonCoupons::TurnedOff,
        others: Vec::new(),
        taken_codes: Vec::new(),
        products: Default::default(),
    }
}
