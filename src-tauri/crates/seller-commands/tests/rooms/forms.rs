//! Forms that cannot be saved: every fault is named with its value, and nothing changes.

use crate::support::{Office, shop};
use seller_commands::CommandError;
use serde_json::json;

/// The field, what is wrong and what to do.
fn told(error: CommandError) -> (String, String, String) {
    match error {
        CommandError::Invalid {
            field,
            message,
            remedy,
        } => (field, message, remedy),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_campaign_with_several_faults_is_refused_with_all_of_them() {
    let office = Office::with_shop();
    let mut campaign = office.call("campaign_template", json!({ "kind": "major" }));
    campaign["name"] = json!("x".repeat(201));
    campaign["running"] = json!({ "start": "2026-06-05T07:00:00Z", "end": "2026-06-01T07:00:00Z" });
    let defaults = office.call("campaign_defaults", json!({}));
    campaign["pricing"]["look_back"] = defaults["look_back"].clone();
    campaign["pricing"]["look_back"]["days"] = json!(400);
    let request = json!({ "campaign": campaign });
    let checked = office.call("campaign_check", request.clone());
    let (field, message, remedy) = told(office.refused("campaign_save", request));
    assert_eq!(field, "name");
    assert_eq!(
        message,
        "The campaign's name has 201 characters. running.end: The campaign ends on 2026-06-01 \
         00:00, not after its start on 2026-06-05 00:00. Choose an end after the start. \
         pricing.look_back.days: A look-back of 400 days cannot be used. Enter 1 to 366 days."
    );
    assert_eq!(remedy, "Enter 1 to 200 characters.");
    let fields: Vec<&str> = checked["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["name", "running.end", "pricing.look_back.days"]);
}

#[test]
fn a_shop_with_several_faults_is_refused_with_all_of_them() {
    let office = Office::with_shop();
    let mut shop = shop();
    shop["name"] = json!("Sunny\0Goods");
    shop["monthly_gmv"] = json!("10.005 USD");
    shop["fee_terms"]["wanted_margin"] = json!("100");
    let (field, message, remedy) = told(office.refused("shop_save", json!({ "shop": shop })));
    assert_eq!(field, "name");
    assert_eq!(
        message,
        "The shop's name holds a NUL character. monthly_gmv: 10.005 USD cannot be taken here. Enter \
         zero or more in USD, with at most 2 digits after the point. fee_terms.wanted_margin: 100 % \
         is not a rate that can be charged or kept. Enter at least 0 and less than 100."
    );
    assert_eq!(remedy, "Remove it.");
}
