//! TikTok-funded promotions at the desk: the switches, the questions, with the clock moving.

mod questions;
mod standing;
mod switching;

use crate::support::Office;
use seller_commands::CommandError;
use serde_json::{Value, json};

/// Moves a switch as a seller does: looks at what it does, then confirms it.
fn switch(office: &Office, funded_type: &str, to: &str, acknowledged: &[&str]) -> Value {
    let shown = office.call(
        "funded_switching",
        json!({ "funded_type": funded_type, "to": to }),
    );
    office.call(
        "funded_switch",
        confirm(funded_type, to, &shown["token"], acknowledged),
    )
}

fn confirm(funded_type: &str, to: &str, token: &Value, acknowledged: &[&str]) -> Value {
    json!({ "funded_type": funded_type, "to": to, "token": token, "acknowledged": acknowledged })
}

/// How the four switches stand, in their order.
fn positions(page: &Value) -> Vec<&str> {
    let switches = page["switches"].as_array().unwrap();
    switches
        .iter()
        .map(|switch| switch["position"].as_str().unwrap())
        .collect()
}

/// Rule and field of every finding of a refusal, and what was not acknowledged.
fn refusal(error: CommandError) -> (Vec<(String, String)>, Vec<String>) {
    match error {
        CommandError::Refused {
            findings,
            unacknowledged,
            ..
        } => {
            let found = findings.into_iter().map(|found| (found.rule, found.field));
            (found.collect(), unacknowledged)
        }
        other => panic!("{other:?}"),
    }
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(rule, field)| ((*rule).to_owned(), (*field).to_owned()))
        .collect()
}

/// A shop that sells elsewhere.
fn british() -> Office {
    let office = Office::empty();
    let mut shop = crate::support::shop();
    shop["market"] = json!("GB");
    shop["currency"] = json!("GBP");
    shop["time_zone"] = json!("Europe/London");
    for amount in [
        "free_shipping_threshold",
        "average_order_value",
        "monthly_gmv",
    ] {
        shop[amount] = json!("25.00 GBP");
    }
    shop["fee_terms"]["shipping_cost"] = json!("2.00 GBP");
    shop["fee_terms"]["shipping_charge"] = json!("0.00 GBP");
    office.call("shop_save", json!({ "shop": shop }));
    office
}
