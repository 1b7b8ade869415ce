//! Affiliate partner campaigns at the desk: recording, joining and its refusals, decisions,
//! samples, own campaigns, lists, files, undo.

mod files;
mod hostile;
mod joined;
mod joining;
mod own;
mod sequences;

use crate::support::{Office, product_id};
use serde_json::{Value, json};

/// Records a campaign that is open until May 20 and runs in June; gives its id.
pub fn campaign(office: &Office, change: impl FnOnce(&mut Value)) -> String {
    let mut request = json!({
        "id": null, "name": "Summer creators", "details": "LIVE every Friday",
        "registration": { "start": "2026-05-01T07:00:00Z", "end": "2026-05-20T07:00:00Z" },
        "running": { "start": "2026-06-01T07:00:00Z", "end": "2026-07-01T07:00:00Z" },
        "minimum_rate": "15", "partner": "Bright Agency",
        "partner_contact": "hello@bright.example",
        "scope": { "kind": "all_sellers" }, "note": ""
    });
    change(&mut request);
    let detail = office.call("partner_campaign_save", request);
    detail["line"]["campaign"]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// A registration of the first `products` products at 20 % with 3 samples each.
pub fn draft(office: &Office, campaign: &str, products: usize) -> Value {
    let form = office.call("partner_join_open", json!({ "campaign_id": campaign }));
    let mut draft = form["draft"].clone();
    draft["products"] = (0..products).map(product_id).collect();
    draft["rate"] = json!("20");
    draft["samples"] = json!("3");
    draft["contact"]["email"] = json!("mia@sunny.example");
    draft
}

/// The request that submits a draft, samples acknowledged.
pub fn submitting(draft: &Value) -> Value {
    json!({ "draft": draft, "acknowledged": ["AF-06"] })
}

/// Submits the first `products` products.
pub fn join(office: &Office, campaign: &str, products: usize) -> Value {
    let draft = draft(office, campaign, products);
    office.call("partner_join_submit", submitting(&draft))
}

/// The rules of a refusal with their fields, each once and sorted.
pub fn refusal(error: seller_commands::CommandError) -> Vec<(String, String)> {
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["kind"], "refused", "{error}");
    let findings = error["findings"].as_array().unwrap();
    let mut rules: Vec<_> = findings
        .iter()
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().unwrap().to_owned();
            (text("rule"), text("field"))
        })
        .collect();
    rules.sort();
    rules.dedup();
    rules
}

/// Which products of a campaign: the first `products`.
pub fn ids(products: usize) -> Value {
    let ids: Vec<String> = (0..products).map(product_id).collect();
    json!({ "kind": "ids", "product_ids": ids })
}

/// Records a state of products.
pub fn deciding(campaign: &str, which: Value, to: &str) -> Value {
    json!({ "campaign_id": campaign, "which": which, "to": to, "reason": "" })
}

/// The whole list of registered products.
pub fn listed(office: &Office, campaign: &str) -> Value {
    office.call(
        "partner_product_page",
        json!({ "campaign_id": campaign, "state": null, "search": "",
                "window": { "offset": 0, "limit": 100 } }),
    )
}
