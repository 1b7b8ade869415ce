//! Pricing a draft: cells, strategies, repair, the plan's money, submission.

use crate::support::{Office, everything, fill, product_id, rows, rules_of, sku_id, type_price};
use seller_commands::CommandError;
use serde_json::{Value, json};

#[test]
fn every_row_shows_its_corridor_and_what_is_wrong() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    let grid = rows(&office, &draft, everything());
    assert_eq!(grid["total"], 6);
    let row = &grid["rows"][0];
    assert_eq!(row["sku_id"], sku_id(0, 0).as_str());
    assert_eq!(row["retail_price"], "20.00 USD");
    assert_eq!(row["lowest_price"], "15.00 USD");
    assert_eq!(row["corridor"]["ceiling"], "15.00 USD");
    assert_eq!(row["corridor"]["ceiling_rule"], "RG-02");
    assert_eq!(row["corridor"]["floor"], "0.01 USD");
    assert_eq!(rules_of(row), ["RG-01"]);
    assert_eq!(grid["rows"][1]["corridor"]["ceiling"], "20.99 USD");
    assert_eq!(grid["rows"][1]["corridor"]["ceiling_rule"], "RG-04");
}

#[test]
fn an_edited_cell_brings_its_new_verdict_and_its_siblings() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    for sku in 0..3 {
        type_price(&office, &draft, &sku_id(0, sku), "12.00");
    }
    let edited = type_price(&office, &draft, &sku_id(0, 0), "$15.01");
    assert_eq!(edited["unread"], json!([]));
    let rows = edited["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!(rules_of(&rows[0]), ["RG-02"]);
    assert_eq!(rules_of(&rows[1]), ["RG-12"]);
    assert_eq!(rules_of(&rows[2]), ["RG-12"]);
    let edited = type_price(&office, &draft, &sku_id(0, 0), "15.00");
    assert_eq!(rules_of(&edited["rows"][0]), Vec::<&str>::new());
    assert_eq!(edited["summary"]["skus_in_order"], 3);
    // The same page is found when everything is loaded anew.
    office.call("history_undo", json!({}));
    assert_eq!(
        rules_of(&self::rows(&office, &draft, everything())["rows"][0]),
        ["RG-02"]
    );
}

#[test]
fn text_that_is_no_price_is_said_and_changes_nothing() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let before = office.digest();
    for text in [
        "abc",
        "1e30",
        "NaN",
        "12,50",
        "--5",
        "99999999999999999999999999",
    ] {
        let edited = type_price(&office, &draft, &sku_id(0, 0), text);
        assert_eq!(edited["unread"][0]["text"], text);
        assert!(!edited["unread"][0]["reason"].as_str().unwrap().is_empty());
    }
    assert_eq!(office.digest(), before);
}

#[test]
fn rows_are_filtered_by_rule_search_and_grade() {
    let office = Office::with_catalogue(3);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 3);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(1, 0), "19.00");
    let mut filter = everything();
    filter["rule"] = json!("RG-02");
    let found = rows(&office, &draft, filter.clone());
    assert_eq!(found["total"], 1);
    assert_eq!(found["rows"][0]["sku_id"], sku_id(1, 0).as_str());
    filter["rule"] = Value::Null;
    filter["grade"] = json!("block");
    assert_eq!(rows(&office, &draft, filter)["total"], 3);
    let mut search = everything();
    search["search"] = json!("MUG 2");
    assert_eq!(rows(&office, &draft, search.clone())["total"], 3);
    search["search"] = json!("%");
    assert_eq!(rows(&office, &draft, search)["total"], 0);
}

#[test]
fn strategies_fill_what_is_legal_and_say_what_they_leave() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    let filled = fill(
        &office,
        &draft,
        json!({ "kind": "percent_off", "percent": "10" }),
    );
    // 10 % off 20.00 is above the low of 15.00: one SKU of each product is left.
    assert_eq!(filled["set"], 4);
    assert_eq!(filled["left"][0]["rows"], 2);
    let filled = fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    assert_eq!(filled["set"], 6);
    assert_eq!(filled["summary"]["counts"]["block"], 0);
    assert_eq!(
        rows(&office, &draft, everything())["rows"][0]["campaign_price"],
        "15.00 USD"
    );
}

#[test]
fn a_bulk_repair_is_one_step_and_leaves_nothing_blocked() {
    let office = Office::with_catalogue(4);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 4);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    for product in 0..4 {
        type_price(&office, &draft, &sku_id(product, 0), "18.999");
    }
    let before = office.digest();
    let request = |preview| json!({ "draft_id": draft, "rules": [], "filter": everything(), "preview": preview });
    let preview = office.call("draft_repair", request(true));
    assert_eq!(preview["edits"], 4);
    assert_eq!(preview["summary"], Value::Null);
    assert_eq!(office.digest(), before);
    let repaired = office.call("draft_repair", request(false));
    assert_eq!(repaired["summary"]["counts"]["block"], 0);
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn after_changes_the_draft_at_hand_is_as_one_loaded_anew() {
    let mut office = Office::with_catalogue(6);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 6);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(1, 0), "30.00");
    type_price(&office, &draft, &sku_id(4, 2), "30.00");
    let edits = json!([
        { "kind": "set_campaign_price", "sku_id": sku_id(4, 1), "to": "9.00 USD" },
        { "kind": "remove_sku", "sku_id": sku_id(1, 1) },
        { "kind": "remove_product", "product_id": product_id(0) },
        { "kind": "set_extra_discount", "product_id": product_id(2), "to": "6" },
        { "kind": "remove_sku", "sku_id": sku_id(3, 0) },
        { "kind": "remove_sku", "sku_id": sku_id(3, 1) },
        { "kind": "remove_sku", "sku_id": sku_id(3, 2) },
    ]);
    let request = json!({ "draft_id": draft, "edits": edits });
    office.call("draft_apply_edits", request);
    let removed = json!({ "kind": "ids", "product_ids": [product_id(5)] });
    let request = json!({ "draft_id": draft, "choice": removed, "include": false });
    office.call("draft_products", request);
    let seen = |office: &Office| {
        let check = office.call("draft_check", json!({ "draft_id": draft }));
        (rows(office, &draft, everything()), check)
    };
    let at_hand = seen(&office);
    assert_eq!(at_hand.0["total"], 8);
    assert_eq!(at_hand.1["products"], 3);
    // Works on the same file with another desk: nothing is at hand there.
    office.seed(|_| ());
    assert_eq!(at_hand, seen(&office));
}

#[test]
fn a_draft_with_a_violation_is_refused_with_all_findings_and_stays() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(0, 0), "30.00");
    let error = office.refused(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    let CommandError::Refused { findings, .. } = error else {
        panic!("{error:?}")
    };
    let at: Vec<_> = findings
        .iter()
        .map(|f| (f.rule.as_str(), f.limit.as_deref(), f.gap.as_deref()))
        .collect();
    assert_eq!(at[0], ("RG-02", Some("$15.00"), Some("$15.00")));
    assert_eq!(at[1], ("RG-04", Some("$20.00"), Some("$10.01")));
    assert_eq!(at.iter().filter(|(rule, ..)| *rule == "RG-12").count(), 2);
}

#[test]
fn a_submitted_draft_is_pending_and_can_be_undone() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    let before = office.digest();
    let submitted = office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    assert_eq!(submitted["products"], 2);
    assert_eq!(submitted["skus"], 6);
    assert_eq!(submitted["units"], 60);
    assert_eq!(submitted["registered_at_once"], false);
    let list = office.call("campaign_list", json!({}));
    assert_eq!(list["campaigns"][0]["products"]["pending"], 2);
    assert_eq!(
        office.call("draft_list", json!({})),
        json!({ "drafts": [] })
    );
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn the_next_campaign_is_proposed_and_begins_with_the_prices_just_entered() {
    let office = Office::with_catalogue(1);
    let first = office.open_campaign(|_| {});
    let second = office.open_campaign(|campaign| campaign["name"] = json!("Weekly"));
    let draft = office.draft(&first, 1);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    let submitted = office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    assert_eq!(submitted["proposals"][0]["id"], second.as_str());
    let request = json!({ "campaign_id": second, "again": [product_id(0)] });
    let head = office.call("draft_open", request);
    let grid = rows(&office, head["line"]["id"].as_str().unwrap(), everything());
    assert_eq!(grid["rows"][0]["campaign_price"], "15.00 USD");
}

#[test]
fn the_plan_shows_what_is_left_after_every_fee() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    for sku in 0..3 {
        type_price(&office, &draft, &sku_id(0, sku), "10.00");
    }
    let plan = office.call(
        "draft_plan",
        json!({ "draft_id": draft, "risk_scenario": false }),
    );
    assert_eq!(plan["units"], 30);
    assert_eq!(plan["sales"], "300.00 USD");
    // 10.00 − 0.10 service fee − 0.60 referral − 2.00 shipping = 7.30 a unit, 2.30 after cost.
    assert_eq!(plan["payout"], "219.00 USD");
    assert_eq!(plan["margin"], "69.00 USD");
    // Retail prices of 20, 21 and 22: 630.00 − 37.80 referral − 60.00 shipping − 150.00 cost.
    assert_eq!(plan["margin_at_retail"], "382.20 USD");
    assert_eq!(plan["margin_change"], "-313.20 USD");
    assert_eq!(plan["worst_order"]["payout"], "7.30 USD");
    let total: Vec<_> = plan["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|l| l["key"].clone())
        .collect();
    assert_eq!(
        total,
        [
            "sales",
            "campaign_service_fee",
            "referral_fee",
            "shipping_cost",
            "payout",
            "unit_cost",
            "margin"
        ]
    );
}

/// The plan of three SKUs at 10.00, of which the first so many have no unit cost.
fn plan_with_costs_missing_of(unknown: usize) -> Value {
    let office = Office::with_costs_missing(unknown);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    for sku in 0..3 {
        type_price(&office, &draft, &sku_id(0, sku), "10.00");
    }
    office.call(
        "draft_plan",
        json!({ "draft_id": draft, "risk_scenario": false }),
    )
}

#[test]
fn a_margin_that_cannot_be_known_is_none_and_not_zero() {
    let plan = plan_with_costs_missing_of(3);
    assert_eq!(plan["payout"], "219.00 USD");
    assert_eq!(plan["skus_without_cost"], 3);
    for margin in [
        "margin",
        "margin_percent",
        "margin_at_retail",
        "margin_change",
    ] {
        assert_eq!(plan[margin], Value::Null, "{margin}");
    }
    let lines = plan["lines"].as_array().unwrap();
    assert_eq!(lines.last().unwrap()["key"], "payout");
    // Where some are known the margin is theirs.
    let plan = plan_with_costs_missing_of(2);
    assert_eq!(plan["margin"], "23.00 USD");
    assert_eq!(plan["skus_without_cost"], 2);
}

#[test]
fn a_row_says_which_floor_counts_for_the_seller() {
    let office = Office::with_costs_missing(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let grid = rows(&office, &draft, everything());
    let floor = |row: usize| {
        let corridor = &grid["rows"][row]["corridor"];
        let of = |key: &str| corridor[key].as_str().unwrap_or("none").to_owned();
        (of("counting_floor"), of("counting_floor_by"))
    };
    let margin_floor = grid["rows"][1]["corridor"]["margin_floor"].clone();
    assert_eq!(margin_floor, floor(1).0.as_str());
    assert_eq!(floor(1).1, "margin");
    assert_eq!(
        floor(0),
        ("0.01 USD".to_owned(), "rules_cost_unknown".to_owned())
    );
}

#[test]
fn a_wrong_type_is_named_and_nothing_panics() {
    let office = Office::with_catalogue(1);
    for request in [
        json!({}),
        json!({ "draft_id": 3 }),
        json!([]),
        json!("x"),
        json!({ "draft_id": "none", "more": 1 }),
    ] {
        let error = office.refused("draft_get", request);
        assert!(matches!(error, CommandError::Invalid { .. }), "{error:?}");
    }
    let error = office.refused("draft_get", json!({ "draft_id": "none" }));
    assert!(matches!(error, CommandError::NotFound { .. }), "{error:?}");
}

#[test]
fn the_page_of_the_wizard_is_remembered_and_is_nothing_to_undo() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let before = office.call("history_state", json!({}));
    office.call(
        "draft_set_step",
        json!({ "draft_id": draft, "step": "prices" }),
    );
    assert_eq!(office.call("history_state", json!({})), before);
    let drafts = office.call("draft_list", json!({}));
    assert_eq!(drafts["drafts"][0]["step"], "prices");
    let error = office.refused(
        "draft_set_step",
        json!({ "draft_id": "none", "step": "prices" }),
    );
    assert!(matches!(error, CommandError::NotFound { .. }), "{error:?}");
}
