//! Coupons once they are there: states by the clock, edits, deactivating, history, undo, lists.

use super::{END, START, blocking, draft, list, names, save, saving};
use crate::support::{NOW, Office, at};
use seller_domain::seller_coupon::{CouponDraft, CouponKind, CouponOrigin, SellerCoupon};
use seller_domain::{Currency, Money, Period};
use seller_store::coupon_event::Act;
use seller_store::{StoreError, Summary, seller_coupon};
use serde_json::{Value, json};
use std::time::Instant;

fn state(office: &Office, id: &str) -> Value {
    let detail = office.call("coupon_get", json!({ "coupon_id": id }));
    detail["line"]["state"].clone()
}

#[test]
fn the_clock_moves_a_coupon_from_upcoming_to_ended() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "standard", "Spring"));
    for (moment, expected) in [
        ("2026-05-11T06:59:59Z", "upcoming"),
        (START, "ongoing"),
        ("2026-06-20T06:59:59Z", "ongoing"),
        (END, "ended"),
    ] {
        office.clock.set(at(moment));
        assert_eq!(state(&office, &id), expected, "{moment}");
        assert_eq!(list(&office, json!({ "state": expected }))["total"], 1);
        assert_eq!(list(&office, json!({}))["counts"][expected], 1);
    }
}

#[test]
fn a_running_coupon_keeps_what_is_frozen_and_grows_only() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "standard", "Spring"));
    office.clock.set(at(START));
    let form = office.call("coupon_open", json!({ "coupon_id": id }));
    assert_eq!(form["edits"], true);
    let frozen: Vec<&str> = form["shape"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| field["frozen"] == false)
        .map(|field| field["field"].as_str().unwrap())
        .collect();
    assert_eq!(frozen, ["name", "period", "quantity"]);
    let edit = |key: &str, value: Value| {
        let mut draft = form["draft"].clone();
        draft[key] = value;
        blocking(office.refused("coupon_edit", saving(&draft)))
    };
    assert_eq!(edit("amount", json!("6.00 USD")), ["CP-27"]);
    assert_eq!(edit("quantity", json!("99")), ["CP-27"]);
    let sooner = json!({ "start": START, "end": "2026-06-19T07:00:00Z" });
    assert_eq!(edit("period", sooner), ["CP-27"]);

    let mut draft = form["draft"].clone();
    draft["quantity"] = json!("150");
    draft["name"] = json!("Spring longer");
    draft["period"]["end"] = json!("2026-06-25T07:00:00Z");
    let detail = office.call("coupon_edit", saving(&draft));
    let last = &detail["history"][0];
    assert_eq!(last["what"], "Edited");
    assert_eq!(
        last["changes"],
        json!([
            { "name": "Name", "before": "Spring", "after": "Spring longer" },
            { "name": "Claim period", "before": "2026-05-11 00:00 – 2026-06-20 00:00",
              "after": "2026-05-11 00:00 – 2026-06-25 00:00" },
            { "name": "Claimable quantity", "before": "100", "after": "150" }
        ])
    );
    assert_eq!(detail["history"][1]["what"], "Created");
    assert_eq!(detail["history"][1]["acknowledged"], json!(["CP-26"]));
}

#[test]
fn deactivating_is_for_good_and_can_be_undone_here() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "follower", "Followers"));
    let before = office.digest();
    let request = json!({ "coupon_id": id, "acknowledged": [] });
    let detail = office.call("coupon_deactivate", request.clone());
    assert_eq!(detail["line"]["state"], "deactivated");
    assert_eq!(detail["may"]["edit"], json!([]));
    assert_eq!(detail["may"]["deactivate"], false);
    office.clock.set(at(START));
    assert_eq!(state(&office, &id), "deactivated");
    assert_eq!(
        blocking(office.refused("coupon_deactivate", request)),
        ["CP-24"]
    );
    let opened = office.call("coupon_open", json!({ "coupon_id": id }));
    let mut renamed = opened["draft"].clone();
    renamed["name"] = json!("Back again");
    let refused = blocking(office.refused("coupon_edit", saving(&renamed)));
    assert!(
        refused.contains(&"CP-24".to_owned()) || refused.contains(&"CP-27".to_owned()),
        "{refused:?}"
    );
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
    assert_eq!(state(&office, &id), "ongoing");
    office.call("history_redo", json!({}));
    assert_eq!(state(&office, &id), "deactivated");
}

#[test]
fn saving_is_one_step_that_undo_takes_back_whole() {
    let office = Office::with_catalogue(2);
    let empty = office.digest();
    let mut draft = draft(&office, "standard", "Spring");
    draft["scope"] = json!({ "kind": "products", "ids": [crate::support::product_id(1)] });
    save(&office, &draft);
    let saved = office.digest();
    let undone = office.call("history_undo", json!({}));
    assert_eq!(office.digest(), empty);
    assert_eq!(undone["redo"]["summary"], "Created a seller coupon");
    office.call("history_redo", json!({}));
    assert_eq!(office.digest(), saved);
}

#[test]
fn a_duplicate_is_a_draft_without_what_cannot_be_twice() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "promo_code", "Code"));
    let form = office.call("coupon_duplicate", json!({ "coupon_id": id }));
    assert_eq!(form["edits"], false);
    assert_ne!(form["draft"]["id"], json!(id));
    assert_eq!(form["draft"]["amount"], "5.00 USD");
    assert_eq!(form["draft"]["claim_code"], "");
    let drafts = list(&office, json!({ "state": "draft" }));
    assert_eq!(drafts["total"], 1);
}

#[test]
fn a_chat_coupon_is_sent_once_to_its_customer() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "chat", "For Anna"));
    let request = json!({ "coupon_id": id, "acknowledged": [] });
    office.clock.set(at(START));
    let detail = office.call("coupon_send", request);
    assert_eq!(detail["coupon"]["sent_at"], START);
    assert_eq!(detail["history"][0]["what"], "Sent to the customer");
    assert_eq!(detail["may"]["send"], false);
    let standard = save(&office, &draft_from(&office, "standard"));
    let other = json!({ "coupon_id": standard, "acknowledged": [] });
    assert_eq!(blocking(office.refused("coupon_send", other)), ["CP-18"]);
}

fn draft_from(office: &Office, kind: &str) -> Value {
    let mut draft = draft(office, kind, "Standard");
    draft["period"] = json!({ "start": "2026-05-12T07:00:00Z", "end": END });
    draft
}

#[test]
fn an_addon_coupon_is_recorded_flagged_and_counted_before_the_next_one() {
    let office = Office::with_shop();
    let mut addon = draft(&office, "standard", "Addon 7731");
    addon["period"]["start"] = json!("2026-05-01T07:00:00Z");
    addon["amount"] = json!("1.00 USD");
    let request = json!({ "draft": addon, "came_with": "flash_sale" });
    office.call("coupon_addon_record", request);
    let list = list(&office, json!({ "only_unplanned": true }));
    assert_eq!(list["counts"]["addon"], 1);
    let flag = list["rows"][0]["flag"].as_str().unwrap();
    assert!(flag.ends_with("It can still cost $100.00."), "{flag}");
    let next = draft(&office, "standard", "Next");
    let outlook = office.call("coupon_outlook", json!({ "draft": next }));
    assert_eq!(outlook["addon"]["liability"]["live"], 1);
    assert_eq!(outlook["addon"]["liability"]["at_most"], "100.00 USD");
}

#[test]
fn who_gets_it_is_said_for_each_coupon_with_reasons() {
    let office = Office::with_shop();
    let mut newcomers = draft(&office, "standard", "Newcomers");
    newcomers["audience"] = json!("new");
    save(&office, &newcomers);
    save(&office, &draft(&office, "follower", "Followers"));
    office.clock.set(at(START));
    let bought = json!([{ "id": "1", "placed_at": NOW, "paid_at": NOW, "refunded": true,
                          "products": [] }]);
    let request = |orders: Value| {
        json!({ "customer": { "name": "anna", "orders": orders, "follows": [], "reviews": [],
                              "claims": [] },
                "at": null, "order_value": "40.00 USD", "coupon_ids": [], "draft": null })
    };
    let stranger = office.call("coupon_customer_test", request(json!([])));
    assert_eq!(stranger["gets"], 1);
    assert_eq!(stranger["coupons"][0]["coupon"]["name"], "Newcomers");
    assert_eq!(stranger["used"]["takes_off"], "5.00 USD");
    // A refund does not make a customer new again.
    let regular = office.call("coupon_customer_test", request(bought));
    assert_eq!(regular["gets"], 0);
    let reasons = regular["coupons"][0]["reasons"].as_array().unwrap();
    assert!(!reasons.is_empty());
    let words = json!({ "text": "one two three four five six seven eight nine ten eleven" });
    assert_eq!(office.call("coupon_review_words", words)["words"], 11);
}

/// A coupon as the store keeps it.
fn stored(index: u32) -> SellerCoupon {
    let kind = CouponKind::ALL[index as usize % 5];
    let mut draft = CouponDraft::new(format!("coupon{index:05}").into(), kind);
    draft.name = format!("Coupon number {index:05}");
    let start = at(NOW) + chrono::TimeDelta::days(i64::from(index % 400) - 200);
    draft.period = Some(Period::new(start, start + chrono::TimeDelta::days(40)));
    draft.amount = Some(Money::from_minor(500, Currency::Usd));
    draft.quantity = Some(100.into());
    draft.claim_code = format!("C{index:05}");
    SellerCoupon {
        id: draft.id.clone(),
        terms: draft.terms().unwrap(),
        origin: CouponOrigin::Imported,
        recorded_at: at(NOW),
        deactivated_at: None,
        sent_at: None,
        results: None,
    }
}

#[test]
fn ten_thousand_coupons_are_listed_searched_and_checked_against() {
    let mut office = Office::with_shop();
    office.seed(|cellar| {
        cellar
            .write("seed", Summary::new("seed"), at(NOW), |tx| {
                for index in 0..10_000 {
                    seller_coupon::record(tx, &stored(index), None, Act::Imported)?;
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
    });
    let timed = |what: &str, change: Value| {
        let began = Instant::now();
        let found = list(&office, change);
        println!("{what}: {:?}", began.elapsed());
        found
    };
    let all = timed("the first page of 10,000", json!({}));
    assert_eq!(all["total"], 10_000);
    let counts = &all["counts"];
    let live = counts["upcoming"].as_u64().unwrap() + counts["ongoing"].as_u64().unwrap();
    assert_eq!(live + counts["ended"].as_u64().unwrap(), 10_000);
    let named = timed("search by name", json!({ "search": "number 07731" }));
    assert_eq!(names(&named), ["Coupon number 07731"]);
    let coded = timed("search by whole code", json!({ "search": "SUNNc07734" }));
    assert_eq!(names(&coded), ["Coupon number 07734"]);
    let ongoing = timed(
        "one type in one state",
        json!({ "kind": "review", "state": "ongoing" }),
    );
    assert_eq!(ongoing["total"].as_u64().unwrap() % 5, 0);
    let began = Instant::now();
    let draft = draft(&office, "follower", "One more");
    office.call("coupon_check", json!({ "draft": draft }));
    println!("a check beside 10,000: {:?}", began.elapsed());
}
