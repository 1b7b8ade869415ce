//! A campaign planned from one table, from the import to the two lists.

use crate::call::{Caller, Failure, say};
use serde_json::{Value, json};
use std::path::Path;

/// Runs the whole job in a new shop file.
pub fn run(
    caller: &Caller<'_>,
    file: &Path,
    accepted: &Path,
    refused: &Path,
) -> Result<(), Failure> {
    let state = caller.call("desk_state", &json!({}))?;
    if state["state"]["kind"] != "no_shop" {
        return Err(Failure::usage(
            "a plan from a table begins in a new file: name one that does not exist",
        ));
    }
    caller.call("shop_save", &json!({ "shop": shop() }))?;
    import(caller, file, &json!({ "kind": "catalogue" }))?;
    let campaign = campaign(caller)?;
    let head = caller.call(
        "draft_open",
        &json!({ "campaign_id": campaign, "again": [] }),
    )?;
    let draft = &head["line"]["id"];
    import(caller, file, &json!({ "kind": "plan", "draft_id": draft }))?;
    let written = caller.call(
        "draft_export",
        &json!({ "draft_id": draft, "accepted": accepted, "refused": refused }),
    )?;
    say(&format!(
        "{} rows pass, {} are refused.",
        written["accepted"], written["refused"]
    ));
    submit_what_passes(caller, draft)
}

/// Products with a refused SKU are left out, the others are submitted.
fn submit_what_passes(caller: &Caller<'_>, draft: &Value) -> Result<(), Failure> {
    let request = json!({ "draft_id": draft, "choice": { "kind": "refused" }, "include": false });
    let left = caller.call("draft_products", &request)?;
    if left["summary"]["products"] == 0 {
        say("No product passes as a whole; nothing was submitted.");
        return Ok(());
    }
    let warnings: Vec<&Value> = left["summary"]["counts"]["by_rule"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|rule| rule["grade"] == "warn")
        .map(|rule| &rule["rule"])
        .collect();
    let submitted = caller.call(
        "draft_submit",
        &json!({ "draft_id": draft, "acknowledged": warnings }),
    )?;
    say(&format!(
        "Submitted {} products with {} SKUs.",
        submitted["products"], submitted["skus"]
    ));
    Ok(())
}

fn import(caller: &Caller<'_>, file: &Path, target: &Value) -> Result<(), Failure> {
    let preview = caller.call("import_open", &json!({ "paths": [file], "target": target }))?;
    if let Some(reason) = preview["blocked_by"].as_str() {
        return Err(Failure::usage(reason));
    }
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    caller.call("import_apply", &request).map(drop)
}

/// A campaign that is open now and takes prices equal to the retail price.
fn campaign(caller: &Caller<'_>) -> Result<Value, Failure> {
    let mut campaign = caller.call("campaign_template", &json!({ "kind": "major" }))?;
    campaign["name"] = json!("Plan");
    campaign["criteria"]["smart_promotion"] = json!({ "kind": "not" });
    campaign["pricing"]["against_retail"] = json!("at_or_below");
    campaign["extra_discount_minimum"] = json!("5");
    let saved = caller.call("campaign_save", &json!({ "campaign": campaign }))?;
    Ok(saved["id"].clone())
}

/// A shop whose only charge is the campaign service fee, with a two-digit currency.
fn shop() -> Value {
    json!({
        "name": "Plan", "market": "GB", "currency": "GBP", "time_zone": "Europe/London",
        "sps": "4.5", "violations": 0, "free_shipping_threshold": null,
        "average_order_value": null, "monthly_gmv": null,
        "fee_terms": {
            "referral_rate": "0", "affiliate_rate": "0", "shipping_cost": "0.00 GBP",
            "shipping_charge": "0.00 GBP", "wanted_margin": "0"
        }
    })
}
