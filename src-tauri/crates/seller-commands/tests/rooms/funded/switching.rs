//! Leaving, joining again, and everything that refuses it.

use super::{british, confirm, pairs, positions, refusal, switch};
use crate::support::{Office, at, product_id};
use seller_commands::CommandError;
use serde_json::{Value, json};

fn ask(office: &Office, funded_type: &str, to: &str) -> Value {
    office.call(
        "funded_switching",
        json!({ "funded_type": funded_type, "to": to }),
    )
}

#[test]
fn all_four_are_on_at_first_and_say_what_they_are() {
    let office = Office::with_shop();
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(page["offered"], true);
    assert_eq!(positions(&page), ["on"; 4]);
    assert_eq!(page["timeline"], json!([]));
    for switch in page["switches"].as_array().unwrap() {
        assert_eq!(switch["since"], Value::Null);
        assert_eq!(switch["prices_may_differ_until"], Value::Null);
        for words in ["name", "about", "label", "combines"] {
            assert!(!switch[words].as_str().unwrap().is_empty(), "{words}");
        }
    }
    assert_eq!(page["switches"][2]["name"], "Buy More, Save More");
}

#[test]
fn leaving_is_shown_confirmed_kept_and_undone() {
    let office = Office::with_shop();
    let before = office.digest();
    let shown = ask(&office, "product_coupons", "off");
    assert_eq!(shown["campaigns"], json!([]));
    assert_eq!(shown["rows"], 0);
    let grades: Vec<&str> = shown["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["grade"].as_str().unwrap())
        .collect();
    assert_eq!(grades, ["info", "info"]);
    assert!(shown["changes"].as_array().unwrap().len() >= 3);
    assert!(
        shown["stays"]
            .to_string()
            .contains("Product incentives; Buy More, Save More; Shipping fee discounts")
    );
    assert_eq!(office.digest(), before, "asking changes nothing");
    let page = office.call(
        "funded_switch",
        confirm("product_coupons", "off", &shown["token"], &[]),
    );
    assert_eq!(positions(&page), ["off", "on", "on", "on"]);
    assert_eq!(page["switches"][0]["since"], "2026-05-10T12:00:00Z");
    assert_eq!(page["timeline"][0]["to"], "off");
    let left = office.digest();
    let history = office.call("history_state", json!({}));
    assert_eq!(
        history["undo"]["summary"],
        "Left TikTok-funded product coupons"
    );
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(positions(&page), ["on"; 4]);
    office.call("history_redo", json!({}));
    assert_eq!(office.digest(), left);
}

#[test]
fn nothing_moves_without_the_confirmation_of_exactly_this_switch() {
    let office = Office::with_shop();
    let before = office.digest();
    let shown = ask(&office, "product_coupons", "off");
    let token = &shown["token"];
    let missing = pairs(&[("PF-02", "confirmation")]);
    let told = pairs(&[("PF-05", "to"), ("PF-05", "to")]);
    let refused = |request: Value| {
        let (found, unacknowledged) = refusal(office.refused("funded_switch", request));
        assert_eq!(unacknowledged, [""; 0]);
        found
    };
    let without = refused(confirm("product_coupons", "off", &json!(""), &["PF-02"]));
    assert_eq!(without, [missing.clone(), told.clone()].concat());
    let made_up = refused(confirm("product_coupons", "off", &json!("0123"), &[]));
    assert_eq!(made_up, [missing.clone(), told.clone()].concat());
    // The token stands for product coupons: it does not move another switch, nor this one elsewhere.
    let other = refused(confirm("product_incentives", "off", token, &[]));
    assert_eq!(other, [missing.clone(), told].concat());
    let elsewhere = refused(confirm("product_coupons", "on", token, &[]));
    assert_eq!(
        elsewhere,
        pairs(&[("PF-02", "to"), ("PF-02", "confirmation")])
    );
    assert_eq!(office.digest(), before);
    office.call(
        "funded_switch",
        confirm("product_coupons", "off", token, &[]),
    );
    let again = refused(confirm("product_coupons", "off", token, &["PF-06"]));
    assert_eq!(
        again,
        pairs(&[("PF-02", "to"), ("PF-02", "confirmation"), ("PF-06", "to")])
    );
}

#[test]
fn what_changed_after_it_was_shown_is_shown_again() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let shown = ask(&office, "product_incentives", "off");
    office.draft(&campaign, 2);
    let before = office.digest();
    let request = confirm("product_incentives", "off", &shown["token"], &[]);
    let (found, _) = refusal(office.refused("funded_switch", request));
    assert_eq!(found[0], pairs(&[("PF-02", "confirmation")])[0]);
    assert_eq!(office.digest(), before);
    // Another switch counts as well: what stays on is no longer what was shown.
    let shown = ask(&office, "product_incentives", "off");
    switch(&office, "shipping_fee_discounts", "off", &[]);
    let request = confirm("product_incentives", "off", &shown["token"], &[]);
    let (found, _) = refusal(office.refused("funded_switch", request));
    assert_eq!(found[0], pairs(&[("PF-02", "confirmation")])[0]);
    let page = switch(&office, "product_incentives", "off", &[]);
    assert_eq!(positions(&page), ["on", "off", "on", "off"]);
}

#[test]
fn a_refusal_names_every_failing_rule_and_changes_nothing() {
    let office = Office::with_shop();
    switch(&office, "product_coupons", "off", &[]);
    office.clock.set(at("2026-05-12T12:00:00Z"));
    let before = office.digest();
    let request = json!({
        "funded_type": "product_coupons", "to": "on", "token": "", "acknowledged": [],
        "except": { "product_ids": [product_id(0)], "brands": ["Lumo"] }
    });
    let (found, unacknowledged) = refusal(office.refused("funded_switch", request));
    assert_eq!(
        found,
        pairs(&[
            ("PF-02", "confirmation"),
            ("PF-03", "except.product_ids"),
            ("PF-03", "except.brands"),
            ("PF-06", "to"),
        ])
    );
    assert_eq!(unacknowledged, ["PF-06"]);
    assert_eq!(office.digest(), before);
    office.call("history_undo", json!({}));
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(positions(&page), ["on"; 4]);
}

#[test]
fn joining_again_within_seven_days_is_acknowledged_and_afterwards_is_not() {
    let office = Office::with_shop();
    switch(&office, "product_coupons", "off", &[]);
    office.clock.set(at("2026-05-17T11:59:59Z"));
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(
        page["switches"][0]["prices_may_differ_until"],
        "2026-05-17T12:00:00Z"
    );
    let shown = ask(&office, "product_coupons", "on");
    assert_eq!(shown["findings"][0]["rule"], "PF-06");
    assert_eq!(shown["findings"][0]["gap"], "1 s");
    let request = confirm("product_coupons", "on", &shown["token"], &[]);
    let (found, unacknowledged) = refusal(office.refused("funded_switch", request));
    assert_eq!(found, pairs(&[("PF-06", "to")]));
    assert_eq!(unacknowledged, ["PF-06"]);
    // The refusal has not used the token up.
    let page = office.call(
        "funded_switch",
        confirm("product_coupons", "on", &shown["token"], &["PF-06"]),
    );
    assert_eq!(positions(&page), ["on"; 4]);
    assert_eq!(page["timeline"][0]["acknowledged"], json!(["PF-06"]));
    office.clock.set(at("2026-05-24T11:59:59Z"));
    let shown = ask(&office, "product_coupons", "off");
    assert!(!shown["findings"].to_string().contains("PF-06"));
    let page = switch(&office, "product_coupons", "off", &[]);
    assert_eq!(page["timeline"].as_array().unwrap().len(), 3);
}

#[test]
fn the_planned_and_registered_rows_are_named_before_confirming() {
    let office = Office::with_catalogue(5);
    office.enrol();
    let registered = office.open_campaign(|_| {});
    let draft = office.draft(&registered, 3);
    crate::support::fill(
        &office,
        &draft,
        json!({ "kind": "percent_off", "percent": "30" }),
    );
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": ["RG-22"] }),
    );
    let planned = office.open_campaign(|campaign| campaign["name"] = json!("Autumn Sale"));
    office.draft(&planned, 5);
    let shown = ask(&office, "buy_more_save_more", "off");
    let counted: Vec<(&str, u64, u64)> = shown["campaigns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|campaign| {
            let count = |key: &str| campaign[key].as_u64().unwrap();
            (
                campaign["name"].as_str().unwrap(),
                count("registered"),
                count("planned"),
            )
        })
        .collect();
    let mut sorted = counted.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [("Autumn Sale", 0, 15), ("Summer Sale", 9, 0)]);
    assert_eq!(shown["rows"], 24);
    let rows = |offset: u32, limit: u32| {
        let window = json!({ "offset": offset, "limit": limit });
        office.call("funded_rows", json!({ "window": window }))
    };
    let all = rows(0, 500);
    assert_eq!(all["total"], 24);
    let listed = all["rows"].as_array().unwrap();
    assert_eq!(listed.len(), 24);
    // Pages of any size put together give the same list.
    let mut together = Vec::new();
    for offset in (0..24).step_by(7) {
        let page = rows(offset, 7);
        assert_eq!(page["total"], 24);
        together.extend(page["rows"].as_array().unwrap().clone());
    }
    assert_eq!(&together, listed);
    assert_eq!(rows(24, 7)["rows"], json!([]));
    let one = listed.iter().find(|row| row["planned"] == false).unwrap();
    assert_eq!(one["campaign"], "Summer Sale");
    assert_eq!(one["title"], "Travel mug 0");
    assert_eq!(one["price"], "14.00 USD");
    let planned = |product: usize| {
        let id = product_id(product);
        let mut rows = listed.iter().filter(|row| row["planned"] == true);
        rows.find(|row| row["product_id"] == id).unwrap()["price"].clone()
    };
    // The price of the earlier registration is filled in beforehand, others are yet to be entered.
    assert_eq!(planned(0), "14.00 USD");
    assert_eq!(planned(4), Value::Null);
}

#[test]
fn campaigns_that_are_over_are_not_concerned() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    office.draft(&campaign, 1);
    let ends = office.call("campaign_get", json!({ "campaign_id": campaign }))["running"]["end"]
        .as_str()
        .unwrap()
        .to_owned();
    office.clock.set(at(&ends) - chrono::TimeDelta::seconds(1));
    assert_eq!(ask(&office, "product_coupons", "off")["rows"], 3);
    office.clock.set(at(&ends));
    let shown = ask(&office, "product_coupons", "off");
    assert_eq!(shown["campaigns"], json!([]));
    let window = json!({ "offset": 0, "limit": 10 });
    let rows = office.call("funded_rows", json!({ "window": window }));
    assert_eq!(rows["total"], 0);
}

#[test]
fn a_product_or_brand_cannot_be_left_out_and_the_ways_that_exist_are_named() {
    let office = Office::with_catalogue(1);
    let before = office.digest();
    let asked =
        |funded_type: &str, except: Value| json!({ "funded_type": funded_type, "except": except });
    let answer = office.call(
        "funded_exclusion",
        asked(
            "product_incentives",
            json!({ "product_ids": [product_id(0)], "brands": ["Lumo"] }),
        ),
    );
    assert_eq!(answer["possible"], false);
    let fields: Vec<&str> = answer["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["except.product_ids", "except.brands"]);
    let rules = |answer: &Value| -> Vec<String> {
        let ways = answer["ways"].as_array().unwrap().iter();
        ways.map(|way| way["rule"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(rules(&answer), ["PF-03", "PF-07", "SP-07"]);
    let coupons = office.call(
        "funded_exclusion",
        asked("product_coupons", json!({ "brands": ["Lumo"] })),
    );
    // A Flash Deal keeps no coupon away.
    assert_eq!(rules(&coupons), ["PF-03", "SP-07"]);
    let refused = office.refused("funded_exclusion", asked("product_coupons", json!({})));
    assert!(
        matches!(&refused, CommandError::Invalid { field, .. } if field == "except"),
        "{refused:?}"
    );
    let request = json!({ "funded_type": "product_coupons", "to": "off",
                          "except": { "product_ids": [product_id(0)] } });
    let (found, _) = refusal(office.refused("funded_switching", request));
    assert_eq!(found[0], pairs(&[("PF-03", "except.product_ids")])[0]);
    assert_eq!(office.digest(), before);
}

#[test]
fn in_other_markets_there_is_nothing_to_switch() {
    let office = british();
    let before = office.digest();
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(page["offered"], false);
    assert_eq!(page["switches"], json!([]));
    let question = json!({ "funded_type": "product_coupons", "to": "off" });
    let shipping = json!({ "fee": "7.00 GBP", "tiktok": { "kind": "free" },
                           "seller": { "kind": "nothing" }, "at": null });
    for (name, request) in [
        ("funded_switching", question),
        (
            "funded_switch",
            confirm("product_coupons", "off", &json!(""), &[]),
        ),
        ("funded_on", json!({ "day": "2026-05-10" })),
        ("funded_shipping", shipping),
    ] {
        let refused = office.refused(name, request);
        assert!(
            matches!(&refused, CommandError::Invalid { field, .. } if field == "market"),
            "{name}: {refused:?}"
        );
    }
    assert_eq!(office.digest(), before);
}
