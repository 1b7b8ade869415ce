//! The whole way of a product in SKU error: out of the campaign, and in again (RG-19, CE-04).

use super::{approved, one, rejected, rules, state, withdraw};
use crate::importing::{apply, open, registered};
use crate::support::{Office, at, fill, product_id, sku_id};
use serde_json::{Value, json};

/// A registered product whose retail price a newer catalogue changes.
fn in_error() -> (Office, String) {
    let (office, campaign) = registered();
    change(&office);
    (office, campaign)
}

/// A newer catalogue changes the retail price of the first product.
fn change(office: &Office) {
    let newer = format!(
        "product_id,sku_id,title,category,retail_price\n{},{},Travel mug 0,Kitchen (600001),25\n",
        product_id(0),
        sku_id(0, 0),
    );
    let preview = open(office, &[("newer.csv", newer.into())], Value::Null);
    assert_eq!(apply(office, &preview, &["RG-19"])["sku_errors"], 1);
}

fn errors(office: &Office) -> Vec<Value> {
    let answer = office.call("sku_errors", json!({}));
    answer["errors"].as_array().unwrap().clone()
}

fn says(line: &Value) -> &str {
    line["action"].as_str().unwrap()
}

/// Begins a draft with the product at its last prices, ten units each.
fn draft_again(office: &Office, campaign: &str) -> String {
    let request = json!({ "campaign_id": campaign, "again": [product_id(0)] });
    let head = office.call("draft_open", request);
    let draft = head["line"]["id"].as_str().unwrap();
    fill(office, draft, json!({ "kind": "stock", "units": 10 }));
    draft.to_owned()
}

fn submit(draft: &str) -> Value {
    json!({ "draft_id": draft, "acknowledged": ["CE-05", "RG-22", "RG-23"] })
}

fn may_come_back(office: &Office, campaign: &str) -> Value {
    let detail = office.call("registration_get", one(campaign, 0));
    detail["product"]["can_register_again"].clone()
}

#[test]
fn a_product_in_sku_error_is_withdrawn_and_then_registered_again() {
    let (office, campaign) = in_error();
    let lines = errors(&office);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["product_id"], product_id(0));
    assert_eq!(lines[0]["days_left"], 13);
    assert_eq!(lines[0]["withdrawal"], Value::Null);
    let (out, again) = ("Withdraw the product", "register it again before");
    let action = says(&lines[0]);
    assert!(action.find(out) < action.find(again), "{action}");
    assert!(action.contains(out), "{action}");
    assert_eq!(may_come_back(&office, &campaign), false);

    // It still holds its place: registering it a second time is refused and changes nothing.
    let draft = draft_again(&office, &campaign);
    let before = office.digest();
    let refused = office.refused("draft_submit", submit(&draft));
    assert_eq!(rules(&refused), ["CE-04"]);
    assert_eq!(office.digest(), before);

    office.clock.set(at("2026-05-11T08:00:00Z"));
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    let lines = errors(&office);
    assert_eq!(lines[0]["withdrawal"]["id"], asked["id"]);
    let action = says(&lines[0]);
    assert!(action.contains("2026-05-11 01:00"), "{action}");
    assert!(
        action.contains("record the platform's decision"),
        "{action}"
    );
    // A request alone takes nothing out.
    assert_eq!(state(&office, &campaign, 0), "sku_error");
    let waiting = office.refused("draft_submit", submit(&draft));
    assert_eq!(rules(&waiting), ["CE-04"]);

    let verdict = json!({ "id": asked["id"], "verdict": approved() });
    office.call("withdrawal_decide", verdict);
    assert_eq!(state(&office, &campaign, 0), "withdrawn");
    assert_eq!(errors(&office), [Value::Null; 0]);
    assert_eq!(may_come_back(&office, &campaign), true);

    let done = office.call("draft_submit", submit(&draft));
    assert_eq!((&done["products"], &done["skus"]), (&json!(1), &json!(3)));
    assert_eq!(state(&office, &campaign, 0), "pending");
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["skus"][0]["retail_price"], "25.00 USD");
    assert_eq!(detail["skus"][0]["campaign_price"], "12.00 USD");
}

#[test]
fn a_refused_withdrawal_leaves_the_product_where_it_was() {
    let (office, campaign) = in_error();
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    let verdict = json!({ "id": asked["id"], "verdict": rejected("Too late") });
    office.call("withdrawal_decide", verdict);
    let lines = errors(&office);
    assert_eq!(lines[0]["withdrawal"], Value::Null);
    assert!(says(&lines[0]).starts_with("Withdraw the product"));
}

#[test]
fn a_request_about_an_earlier_registration_takes_the_later_one_nowhere() {
    let (office, campaign) = registered();
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    office.call(
        "registration_decide",
        json!({ "campaign_id": campaign, "product_ids": [product_id(0)],
                "verdict": rejected("Too dear") }),
    );
    let draft = draft_again(&office, &campaign);
    office.call("draft_submit", submit(&draft));
    change(&office);
    // The open request is about the registration that was refused.
    let lines = errors(&office);
    assert_eq!(lines[0]["withdrawal"], Value::Null);
    assert!(says(&lines[0]).starts_with("Withdraw the product"));
    let again = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    assert_ne!(again["id"], asked["id"]);
    let verdict = json!({ "id": again["id"], "verdict": approved() });
    office.call("withdrawal_decide", verdict);
    assert_eq!(state(&office, &campaign, 0), "withdrawn");
}

#[test]
fn after_the_deadline_a_withdrawn_product_stays_out() {
    let (office, campaign) = in_error();
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    office.clock.set(at("2026-05-24T07:00:00Z"));
    let lines = errors(&office);
    assert_eq!(lines[0]["days_left"], -1);
    assert!(
        says(&lines[0]).ends_with("cannot come back."),
        "{}",
        lines[0]
    );
    let verdict = json!({ "id": asked["id"], "verdict": approved() });
    office.call("withdrawal_decide", verdict);
    assert_eq!(may_come_back(&office, &campaign), false);
    let draft = draft_again(&office, &campaign);
    let refused = office.refused("draft_submit", submit(&draft));
    assert!(rules(&refused).contains(&"CE-04"), "{refused:?}");
}
