//! Seller coupons at the desk: each type's main path and refusals, states by the clock, codes,
//! overlaps, undo, lists and files.

mod book;
mod boundaries;
mod files;
mod hostile;
mod money;
mod namesakes;
mod orders;
mod undo;
mod wizard;

use crate::support::Office;
use serde_json::{Value, json};

/// The first moment of the day after [`crate::support::NOW`] in Los Angeles.
pub const START: &str = "2026-05-11T07:00:00Z";
/// 40 days later.
pub const END: &str = "2026-06-20T07:00:00Z";

/// A draft that the book accepts once the warning about addon coupons is acknowledged.
pub fn draft(office: &Office, kind: &str, name: &str) -> Value {
    let form = office.call("coupon_template", json!({ "kind": kind }));
    let mut draft = form["draft"].clone();
    draft["name"] = json!(name);
    draft["period"] = json!({ "start": START, "end": END });
    draft["validity"] = json!({ "kind": "days_after_claim", "days": 7 });
    draft["amount"] = json!("5.00 USD");
    draft["minimum_spend"] = json!("30.00 USD");
    draft["quantity"] = json!("100");
    match kind {
        "chat" => draft["customer"] = json!("anna_92"),
        "promo_code" => {
            draft["period"]["end"] = json!("2026-05-31T07:00:00Z");
            draft["claim_code"] = json!("Save10");
        }
        _ => {}
    }
    draft
}

/// The request that saves it.
pub fn saving(draft: &Value) -> Value {
    json!({ "draft": draft, "acknowledged": ["CP-26"], "confirm": null })
}

/// Saves a coupon and gives its id.
pub fn save(office: &Office, draft: &Value) -> String {
    let detail = office.call("coupon_save", saving(draft));
    detail["coupon"]["id"].as_str().unwrap().to_owned()
}

/// The rules that refuse to save a draft.
pub fn refusing(office: &Office, draft: &Value) -> Vec<String> {
    blocking(office.refused("coupon_save", saving(draft)))
}

/// The rules among the findings of a refusal that block.
pub fn blocking(error: seller_commands::CommandError) -> Vec<String> {
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["kind"], "refused", "{error}");
    let findings = error["findings"].as_array().unwrap();
    findings
        .iter()
        .filter(|finding| finding["grade"] == "block")
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect()
}

/// The list of coupons that a filter leaves.
pub fn list(office: &Office, change: Value) -> Value {
    let mut filter = json!({ "search": "", "kind": null, "state": null, "only_unplanned": false });
    for (key, value) in change.as_object().unwrap() {
        filter[key] = value.clone();
    }
    let window = json!({ "offset": 0, "limit": 100 });
    office.call("coupon_page", json!({ "filter": filter, "window": window }))
}

/// The names in a list of coupons.
pub fn names(list: &Value) -> Vec<&str> {
    let rows = list["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}
