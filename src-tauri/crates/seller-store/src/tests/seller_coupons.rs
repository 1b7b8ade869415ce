//! Coupons, their events, drafts and taken codes in the file.

use super::support::{at, digest, now, percent, product_id, shop_file, usd, write, write_at};
use crate::coupon_event::{self, Act};
use crate::seller_coupon::{self, Filter, Order, StateCounts};
use crate::{Cellar, StoreError, Summary, coupon_draft, shop, taken_claim_code};
use seller_domain::Period;
use seller_domain::seller_coupon::{
    AddonCoupons, AddonTrigger, Audience, ClaimLimit, ClaimPrefix, CouponDraft, CouponKind,
    CouponOrigin, CouponResults, CouponScope, CouponState, SellerCoupon, Validity,
};
use seller_rulebook::coupon_cases::CouponCase;
use seller_rulebook::review::accept_coupon;
use seller_rulebook::{Accepted, CouponFacts};
use std::collections::{BTreeSet, HashMap};

fn entered(id: &str, kind: CouponKind) -> CouponDraft {
    let mut draft = CouponDraft::new(id.into(), kind);
    draft.name = format!("Coupon {id}");
    draft.period = Some(Period::new(
        at("2026-12-01T08:00:00Z"),
        at("2026-12-28T08:00:00Z"),
    ));
    draft.amount = Some(usd("5"));
    draft.minimum_spend = Some(usd("30"));
    draft.quantity = Some(100.into());
    draft.claim_code = "Save10".to_owned();
    draft
}

fn coupon(draft: &CouponDraft, origin: CouponOrigin) -> SellerCoupon {
    SellerCoupon {
        id: draft.id.clone(),
        terms: draft.terms().unwrap(),
        origin,
        recorded_at: now(),
        deactivated_at: None,
        sent_at: None,
        results: None,
    }
}

/// Accepted without a look at the shop's other coupons.
fn accepted(cellar: &Cellar, draft: &CouponDraft) -> Accepted<SellerCoupon> {
    let shop = cellar.read(shop::require).unwrap();
    let facts = CouponFacts {
        now: now(),
        shop,
        prefix: ClaimPrefix::entered("SUNN"),
        addons: AddonCoupons::TurnedOff,
        others: Vec::new(),
        taken_codes: Vec::new(),
        products: HashMap::new(),
    };
    let policy = facts.policy();
    let case = CouponCase {
        facts: &facts,
        policy: &policy,
        draft,
        before: None,
    };
    accept_coupon(&case, &BTreeSet::new()).unwrap()
}

#[test]
fn a_coupon_comes_back_with_everything_it_has() {
    let (_place, cellar) = shop_file();
    let mut full = entered("full", CouponKind::Standard);
    full.amount = None;
    full.rate = Some(percent("12.5"));
    full.maximum_discount = Some(usd("8"));
    full.audience = Audience::Repeat;
    full.claims_per_customer = ClaimLimit::Unlimited;
    full.validity = Some(Validity::Dates {
        period: Period::new(at("2026-12-01T08:00:00Z"), at("2027-01-15T08:00:00Z")),
    });
    full.scope = CouponScope::Products {
        ids: vec![product_id(1), product_id(7)],
    };
    let mut full = coupon(
        &full,
        CouponOrigin::Addon {
            came_with: Some(AddonTrigger::FlashSale),
        },
    );
    full.deactivated_at = Some(at("2026-12-05T08:00:00Z"));
    full.results = Some(CouponResults {
        claimed: Some(12),
        used: None,
        sales: Some(usd("120.40")),
        spend: None,
        as_of: now(),
    });
    let mut chat = entered("chat", CouponKind::Chat);
    chat.customer = "anna".to_owned();
    let mut chat = coupon(&chat, CouponOrigin::Imported);
    chat.terms.scope = CouponScope::Unstated;
    chat.terms.quantity = None;
    chat.sent_at = Some(now());
    for wanted in [&full, &chat] {
        assert!(
            write(&cellar, |tx| seller_coupon::record(
                tx,
                wanted,
                Some(wanted.id.as_str()),
                Act::Imported
            ))
            .value
        );
        let found = cellar.read(|view| seller_coupon::require(view, &wanted.id));
        assert_eq!(found.unwrap(), *wanted);
        let again = write(&cellar, |tx| {
            seller_coupon::record(tx, wanted, Some(wanted.id.as_str()), Act::Imported)
        });
        assert!(!again.value);
        assert!(again.entry.is_none());
    }
    let by_name = cellar.read(|view| seller_coupon::by_name(view, " coupon FULL "));
    assert_eq!(by_name.unwrap(), [full]);
}

#[test]
fn a_live_claim_code_is_kept_once_whatever_its_case() {
    let (_place, cellar) = shop_file();
    let first = accepted(&cellar, &entered("first", CouponKind::PromoCode));
    write(&cellar, |tx| {
        seller_coupon::insert(tx, &first, Some(usd("500")))
    });
    let mut second = entered("second", CouponKind::PromoCode);
    second.claim_code = "sAVE10".to_owned();
    let second = accepted(&cellar, &second);
    let before = digest(&cellar);
    let refused = cellar.write("test", Summary::new("test"), now(), |tx| {
        seller_coupon::insert(tx, &second, None)
    });
    assert!(
        matches!(&refused, Err(StoreError::CodeInUse { coupon, .. }) if coupon == "Coupon first"),
        "{refused:?}"
    );
    assert_eq!(digest(&cellar), before);
    let later = at("2026-12-28T08:00:00Z");
    write_at(&cellar, later, |tx| {
        seller_coupon::insert(tx, &second, None)
    });
    let estimated = cellar.read(|view| seller_coupon::estimated_spend(view, &"first".into()));
    assert_eq!(estimated.unwrap(), Some(usd("500")));
}

#[test]
fn lists_go_by_words_type_and_the_clock() {
    let (_place, cellar) = shop_file();
    let code = coupon(
        &entered("code", CouponKind::PromoCode),
        CouponOrigin::Planned,
    );
    let addon = CouponOrigin::Addon { came_with: None };
    let mut addon = coupon(&entered("addon", CouponKind::Standard), addon);
    addon.terms.name = "100 % ADDON".to_owned();
    for coupon in [&code, &addon] {
        write(&cellar, |tx| {
            seller_coupon::record(tx, coupon, None, Act::Recorded)
        });
    }
    let found = |filter: &Filter, now| -> Vec<String> {
        cellar
            .read(|view| {
                let count = seller_coupon::count(view, filter, now)?;
                let page = seller_coupon::page(view, filter, now, Order::LiveFirst, (0, 10))?;
                assert_eq!(page.len(), count as usize);
                Ok::<_, StoreError>(page)
            })
            .unwrap()
            .into_iter()
            .map(|listed| listed.coupon.id.to_string())
            .collect()
    };
    let text = |text: &str| Filter {
        text: text.to_owned(),
        ..Filter::default()
    };
    assert_eq!(found(&Filter::default(), now()), ["addon", "code"]);
    assert_eq!(found(&text("sAVE"), now()), ["code"]);
    assert_eq!(found(&text("100 %"), now()), ["addon"]);
    assert_eq!(found(&text("_"), now()), Vec::<String>::new());
    let state = |state| Filter {
        state: Some(state),
        ..Filter::default()
    };
    let (start, end) = (at("2026-12-01T08:00:00Z"), at("2026-12-28T08:00:00Z"));
    assert_eq!(found(&state(CouponState::Upcoming), now()).len(), 2);
    assert_eq!(found(&state(CouponState::Ongoing), start).len(), 2);
    assert_eq!(found(&state(CouponState::Ended), end).len(), 2);
    let counts = cellar
        .read(|view| seller_coupon::counts(view, start))
        .unwrap();
    let expected = StateCounts {
        ongoing: 2,
        unplanned: 1,
        addon: 1,
        ..StateCounts::default()
    };
    assert_eq!(counts, expected);
    let touching = Period::new(end, at("2027-01-10T08:00:00Z"));
    let in_period = |period| cellar.read(|view| seller_coupon::in_period(view, period, None, 10));
    assert_eq!(in_period(touching).unwrap().1, 0);
    assert_eq!(in_period(Period::new(start, end)).unwrap().1, 2);
}

#[test]
fn events_keep_the_terms_before_each_change_and_undo_takes_them_back() {
    let (_place, cellar) = shop_file();
    let mut coupon = coupon(
        &entered("one", CouponKind::Follower),
        CouponOrigin::Imported,
    );
    write(&cellar, |tx| {
        seller_coupon::record(tx, &coupon, None, Act::Imported)
    });
    let before = digest(&cellar);
    let old = coupon.terms.clone();
    coupon.terms.name = "Renamed".to_owned();
    coupon.terms.scope = CouponScope::Products {
        ids: vec![product_id(3)],
    };
    write(&cellar, |tx| {
        seller_coupon::record(tx, &coupon, None, Act::Imported)
    });
    let events = cellar
        .read(|view| coupon_event::of_coupon(view, &coupon.id))
        .unwrap();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0].before, None);
    assert_eq!(events[1].before, Some(old));
    cellar.undo().unwrap();
    assert_eq!(digest(&cellar), before);
    cellar.redo().unwrap();
    let found = cellar.read(|view| seller_coupon::require(view, &coupon.id));
    assert_eq!(found.unwrap(), coupon);
}

#[test]
fn the_schema_refuses_a_coupon_with_two_discounts_or_none() {
    let (_place, cellar) = shop_file();
    for (amount, rate) in [("500", "1000"), ("NULL", "NULL")] {
        let refused = cellar.write("test", Summary::new("test"), now(), |tx| {
            tx.conn().execute(
                &format!(
                    "INSERT INTO seller_coupon (id, kind, name, name_key, starts_at, ends_at, \
                     amount, rate, scope, origin, recorded_at) VALUES ('x', 'standard', 'x', 'x', \
                     '2026-12-01T08:00:00.000Z', '2026-12-28T08:00:00.000Z', {amount}, {rate}, \
                     'whole_shop', 'planned', '2026-11-21T10:00:00.000Z')"
                ),
                [],
            )?;
            Ok::<_, StoreError>(())
        });
        assert!(
            matches!(refused, Err(StoreError::Constraint { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn drafts_and_taken_codes_are_kept_and_forgotten() {
    let (_place, cellar) = shop_file();
    let mut draft = entered("draft", CouponKind::PromoCode);
    draft.quantity = None;
    write(&cellar, |tx| coupon_draft::keep(tx, &draft));
    assert!(
        write(&cellar, |tx| coupon_draft::keep(tx, &draft))
            .entry
            .is_none()
    );
    let kept = cellar.read(coupon_draft::all).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].draft, draft);
    assert!(write(&cellar, |tx| coupon_draft::remove(tx, &draft.id)).value);
    assert!(!write(&cellar, |tx| coupon_draft::remove(tx, &draft.id)).value);

    write(&cellar, |tx| taken_claim_code::note(tx, " Save10 "));
    write(&cellar, |tx| taken_claim_code::note(tx, "SAVE10"));
    let taken = cellar.read(taken_claim_code::all).unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].claim_code, "Save10");
    assert!(write(&cellar, |tx| taken_claim_code::forget(tx, "save10")).value);
}
