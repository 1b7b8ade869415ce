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
        return Err(Failure::usage(caller.told(
            "a plan from a table begins in a new file: name one that does not exist",
            "从表格规划须使用新的店铺文件：请指定一个尚不存在的文件",
        )));
    }
    caller.call("shop_save", &json!({ "shop": shop() }))?;
    let done = caller.call(
        "plan_register",
        &json!({
            "path": file, "campaign_id": campaign(caller)?, "coupons": [],
            "acknowledged": warnings(caller)?, "accepted": accepted, "refused": refused,
        }),
    )?;
    let (accepted, refused) = (&done["accepted"], &done["refused"]);
    say(&caller.told(
        format!("{accepted} rows pass, {refused} are refused."),
        format!("{accepted} 行通过，{refused} 行被拒绝。"),
    ));
    let (products, skus) = (&done["products"], &done["skus"]);
    say(&if *products == 0 {
        caller.told(
            "No product passes as a whole; nothing was submitted.",
            "没有商品整体通过，未提交任何内容。",
        )
    } else {
        caller.told(
            format!("Submitted {products} products with {skus} SKUs."),
            format!("已提交 {products} 个商品、{skus} 个 SKU。"),
        )
    });
    Ok(())
}

/// The rules that only warn: whoever plans by a table takes that.
fn warnings(caller: &Caller<'_>) -> Result<Vec<Value>, Failure> {
    let index = caller.call("rule_index", &json!({}))?;
    let families = index["families"].as_array().into_iter().flatten();
    let rules = families.flat_map(|family| family["rules"].as_array().into_iter().flatten());
    let warn = rules.filter(|rule| rule["grade"] == "warn");
    Ok(warn.map(|rule| rule["id"].clone()).collect())
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
