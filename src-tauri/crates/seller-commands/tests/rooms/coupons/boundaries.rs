//! What the platform still takes and what it does not, a step apart, through the desk: the check
//! while typing and the save say the same, and a refusal leaves the file as it was.

use super::{END, START, draft, saving};
use crate::support::{Office, at, product_id, shop};
use seller_commands::CommandError;
use serde_json::{Value, json};

/// A coupon that is changed, and the rules that refuse it.
type Case<'a> = (&'a str, &'a str, Value, &'a [&'a str]);

/// Merges `change` into `draft`.
fn changed(mut draft: Value, change: &Value) -> Value {
    for (key, value) in change.as_object().unwrap() {
        draft[key] = value.clone();
    }
    draft
}

fn percent(rate: &str) -> Value {
    json!({ "amount": null, "rate": rate, "maximum_discount": "30.00 USD" })
}

fn period(start: &str, end: &str) -> Value {
    json!({ "period": { "start": start, "end": end } })
}

/// The findings of a grade, as rule, limit, value and gap.
fn graded(checked: &Value, grade: &str) -> Vec<[Value; 4]> {
    let findings = checked["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["grade"] == grade)
        .map(|finding| ["rule", "limit", "value", "gap"].map(|key| finding[key].clone()))
        .collect()
}

fn rules(findings: &[[Value; 4]]) -> Vec<&str> {
    findings
        .iter()
        .map(|[rule, ..]| rule.as_str().unwrap())
        .collect()
}

/// The typed check, and a save that is refused for the same reasons without a change, or passes.
fn judged(office: &Office, draft: &Value) -> Vec<[Value; 4]> {
    let checked = office.call("coupon_check", json!({ "draft": draft }));
    let blocks = graded(&checked, "block");
    assert_eq!(checked["passes"], blocks.is_empty(), "{checked}");
    let mut request = saving(draft);
    request["acknowledged"] = json!(rules(&graded(&checked, "warn")));
    request["confirm"] =
        office.call("coupon_outlook", json!({ "draft": draft }))["confirm"]["type_this"].clone();
    let before = office.digest();
    match office.try_call("coupon_save", request) {
        Ok(_) => {
            assert!(blocks.is_empty(), "saved in spite of {blocks:?}");
            office.call("history_undo", json!({}));
        }
        Err(error) => {
            assert!(matches!(error, CommandError::Refused { .. }), "{error:?}");
            let error = serde_json::to_value(error).unwrap();
            assert_eq!(graded(&error, "block"), blocks);
        }
    }
    assert_eq!(office.digest(), before);
    blocks
}

#[test]
fn each_boundary_is_taken_and_what_lies_beyond_is_refused() {
    let office = Office::with_shop();
    let cases: &[Case<'_>] = &[
        (
            "promo_code",
            "10 minutes",
            period(START, "2026-05-11T07:10:00Z"),
            &["CP-19"],
        ),
        (
            "promo_code",
            "10 minutes and a second",
            period(START, "2026-05-11T07:10:01Z"),
            &[],
        ),
        (
            "promo_code",
            "30 days",
            period(START, "2026-06-10T07:00:00Z"),
            &["CP-19"],
        ),
        (
            "promo_code",
            "30 days less a second",
            period(START, "2026-06-10T06:59:59Z"),
            &[],
        ),
        (
            "standard",
            "30 days",
            period(START, "2026-06-10T07:00:00Z"),
            &[],
        ),
        (
            "standard",
            "30 days less a second",
            period(START, "2026-06-10T06:59:59Z"),
            &["CP-02"],
        ),
        (
            "chat",
            "180 days",
            period(START, "2026-11-07T08:00:00Z"),
            &[],
        ),
        (
            "chat",
            "180 days and a second",
            period(START, "2026-11-07T08:00:01Z"),
            &["CP-02"],
        ),
        (
            "follower",
            "180 days and a second",
            period(START, "2026-11-07T08:00:01Z"),
            &["CP-02"],
        ),
        (
            "review",
            "180 days and a second",
            period(START, "2026-11-07T08:00:01Z"),
            &["CP-02"],
        ),
        (
            "standard",
            "49 cents",
            json!({ "amount": "0.49 USD" }),
            &["CP-04"],
        ),
        ("standard", "50 cents", json!({ "amount": "0.50 USD" }), &[]),
        (
            "chat",
            "49 cents",
            json!({ "amount": "0.49 USD" }),
            &["CP-04"],
        ),
        (
            "promo_code",
            "49 cents",
            json!({ "amount": "0.49 USD" }),
            &["CP-04"],
        ),
        (
            "follower",
            "2.99",
            json!({ "amount": "2.99 USD" }),
            &["CP-05"],
        ),
        ("follower", "3.00", json!({ "amount": "3.00 USD" }), &[]),
        (
            "review",
            "2.99",
            json!({ "amount": "2.99 USD" }),
            &["CP-05"],
        ),
        ("review", "3.00", json!({ "amount": "3.00 USD" }), &[]),
        ("standard", "4.99 %", percent("4.99"), &["CP-06"]),
        ("standard", "5 %", percent("5"), &[]),
        ("standard", "90 %", percent("90"), &[]),
        ("standard", "90.01 %", percent("90.01"), &["CP-06"]),
        ("follower", "80 %", percent("80"), &[]),
        ("follower", "80.01 %", percent("80.01"), &["CP-06"]),
        ("chat", "99 %", percent("99"), &[]),
        ("chat", "99.01 %", percent("99.01"), &["CP-06"]),
        ("standard", "none", json!({ "quantity": "0" }), &["CP-09"]),
        ("standard", "one", json!({ "quantity": "1" }), &[]),
        (
            "promo_code",
            "1 character",
            json!({ "claim_code": "A" }),
            &["CP-20"],
        ),
        (
            "promo_code",
            "2 characters",
            json!({ "claim_code": "A1" }),
            &[],
        ),
        (
            "promo_code",
            "8 characters",
            json!({ "claim_code": "SPRING26" }),
            &[],
        ),
        (
            "promo_code",
            "9 characters",
            json!({ "claim_code": "SPRING026" }),
            &["CP-20"],
        ),
    ];
    for (kind, what, change, expected) in cases {
        let draft = changed(draft(&office, kind, "Boundary"), change);
        assert_eq!(rules(&judged(&office, &draft)), *expected, "{kind}: {what}");
    }
}

#[test]
fn the_average_order_value_decides_whether_a_small_follower_coupon_is_pointed_out() {
    let office = Office::with_shop();
    for (average, amount, expected) in [
        (json!("30.00 USD"), "4.99 USD", 0),
        (json!("30.01 USD"), "4.99 USD", 1),
        (json!("30.01 USD"), "5.00 USD", 0),
        (Value::Null, "4.99 USD", 1),
    ] {
        let settings = changed(shop(), &json!({ "average_order_value": average }));
        office.call("shop_save", json!({ "shop": settings }));
        let change = json!({ "amount": amount });
        let draft = changed(draft(&office, "follower", "Followers"), &change);
        let checked = office.call("coupon_check", json!({ "draft": draft }));
        let warned = graded(&checked, "warn");
        let found = rules(&warned)
            .iter()
            .filter(|rule| **rule == "CP-05")
            .count();
        assert_eq!(found, expected, "{average} {amount}: {checked}");
        assert_eq!(checked["passes"], true);
    }
}

#[test]
fn a_refusal_names_every_rule_with_what_is_allowed_what_is_entered_and_the_gap() {
    let office = Office::with_shop();
    let change = json!({ "name": " ", "period": { "start": START, "end": "2026-06-09T07:00:00Z" },
        "amount": "0.40 USD", "quantity": "2.5", "validity": { "kind": "days_after_claim", "days": 0 },
        "scope": { "kind": "products", "ids": ["404"] } });
    let draft = changed(draft(&office, "standard", "All wrong"), &change);
    let blocks = judged(&office, &draft);
    assert_eq!(
        rules(&blocks),
        ["CP-01", "CP-02", "CP-03", "CP-04", "CP-09", "CP-10"]
    );
    let said = |rule: &str| {
        let found = blocks.iter().find(|finding| finding[0] == rule).unwrap();
        found[1..]
            .iter()
            .map(|text| text.as_str().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(said("CP-04"), ["$0.50", "$0.40", "$0.10"]);
    assert_eq!(said("CP-02"), ["30", "29 days", "1 day"]);
}

#[test]
fn products_and_the_clock_decide_at_the_moment_of_saving() {
    let office = Office::with_catalogue(2);
    let mut draft = draft(&office, "standard", "Late");
    draft["scope"] = json!({ "kind": "products", "ids": [product_id(0)] });
    assert!(judged(&office, &draft).is_empty());
    // What passed while it was typed is refused when its time is over.
    office.clock.set(at("2026-06-20T06:59:59Z"));
    assert!(judged(&office, &draft).is_empty());
    office.clock.set(at(END));
    assert_eq!(rules(&judged(&office, &draft)), ["CP-03"]);
}

#[test]
fn the_ninetieth_day_makes_a_repeat_customer_and_eleven_words_a_review() {
    let office = Office::with_catalogue(1);
    let repeat = changed(
        draft(&office, "standard", "Again"),
        &json!({ "audience": "repeat" }),
    );
    let review = changed(
        draft(&office, "review", "Reviews"),
        &json!({ "scope": { "kind": "products", "ids": [product_id(0)] } }),
    );
    let gets = |draft: &Value, second: &str, words: u32| {
        let order = |id: &str, at: &str| {
            json!({ "id": id, "placed_at": at, "paid_at": at, "refunded": false,
                    "products": [product_id(0)] })
        };
        let review = json!({ "order_id": "2", "product_id": product_id(0), "words": words,
            "submitted_at": "2026-05-12T12:00:00Z", "has_media": true, "approved": true });
        let customer = json!({ "name": "anna", "follows": [], "claims": [], "reviews": [review],
            "orders": [order("1", "2026-02-01T20:00:00Z"), order("2", second)] });
        let tested = office.call(
            "coupon_customer_test",
            json!({ "customer": customer, "at": "2026-05-13T12:00:00Z", "order_value": null,
                    "coupon_ids": [], "draft": draft }),
        );
        tested["gets"] == 1
    };
    assert!(gets(&repeat, "2026-05-02T20:00:00Z", 0), "day 90");
    assert!(!gets(&repeat, "2026-05-03T20:00:00Z", 0), "day 91");
    assert!(gets(&review, "2026-05-02T20:00:00Z", 11));
    assert!(!gets(&review, "2026-05-02T20:00:00Z", 10));
}
