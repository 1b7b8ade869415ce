//! What becomes of submitted products: decisions, price edits, withdrawals, SKU errors.

mod decided_at;
mod sequences;
mod sku_errors;

use crate::support::{Office, at, everything, fill, product_id, recommend, sku_id};
use seller_commands::CommandError;
use seller_domain::registration::ProductState;
use seller_store::{StoreError, Summary, registration_product};
use serde_json::{Value, json};

/// Three products of three SKUs, submitted at 10 % off for a campaign that is reviewed.
fn submitted(change: impl FnOnce(&mut Value)) -> (Office, String) {
    let office = Office::with_catalogue(3);
    let campaign = office.open_campaign(change);
    let draft = office.draft(&campaign, 3);
    office.call(
        "draft_fill",
        json!({ "draft_id": draft, "filter": everything(),
                "strategy": { "kind": "percent_off", "percent": "40" },
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
    );
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    (office, campaign)
}

fn one(campaign: &str, product: usize) -> Value {
    json!({ "campaign_id": campaign, "product_id": product_id(product) })
}

fn decide(campaign: &str, products: Value, verdict: Value) -> Value {
    json!({ "campaign_id": campaign, "product_ids": products, "verdict": verdict })
}

fn approved() -> Value {
    json!({ "kind": "approved" })
}

fn rejected(reason: &str) -> Value {
    json!({ "kind": "rejected", "reason": reason })
}

fn price(campaign: &str, product: usize, price: &str) -> Value {
    json!({ "campaign_id": campaign, "product_id": product_id(product), "acknowledged": [],
            "prices": [{ "sku_id": sku_id(product, 0), "price": price }] })
}

fn withdraw(campaign: &str, scope: &str, products: &[usize]) -> Value {
    let ids: Vec<String> = products.iter().map(|index| product_id(*index)).collect();
    json!({ "campaign_id": campaign, "scope": scope, "product_ids": ids })
}

fn state(office: &Office, campaign: &str, product: usize) -> String {
    let detail = office.call("registration_get", one(campaign, product));
    detail["product"]["state"]["kind"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn field(error: &CommandError) -> &str {
    match error {
        CommandError::Invalid { field, .. } => field,
        other => panic!("{other:?}"),
    }
}

fn rules(error: &CommandError) -> Vec<&str> {
    match error {
        CommandError::Refused { findings, .. } => findings
            .iter()
            .map(|finding| finding.rule.as_str())
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn decisions_are_recorded_one_by_one_in_bulk_and_for_all_that_wait() {
    let (office, campaign) = submitted(|_| {});
    let page = office.call(
        "registration_page",
        json!({ "campaign_id": campaign, "state": "pending", "search": "mug 1",
                "window": { "offset": 0, "limit": 10 } }),
    );
    assert_eq!(page["total"], 1);
    assert_eq!(page["rows"][0]["price_from"], "12.00 USD");
    let first = json!([product_id(0)]);
    let refused = office.refused(
        "registration_decide",
        decide(&campaign, first.clone(), rejected(" ")),
    );
    assert_eq!(field(&refused), "verdict.reason");
    let changed = office.call(
        "registration_decide",
        decide(&campaign, first.clone(), rejected("Blurred image")),
    );
    assert_eq!(changed["changed"], 1);
    let all = office.call(
        "registration_decide",
        decide(&campaign, Value::Null, approved()),
    );
    assert_eq!(all["changed"], 2);
    assert_eq!(state(&office, &campaign, 0), "rejected");
    assert_eq!(state(&office, &campaign, 2), "registered");
    office.call("history_undo", json!({}));
    assert_eq!(state(&office, &campaign, 2), "pending");
    office.refused(
        "registration_decide",
        decide(&campaign, json!([product_id(1), "404"]), approved()),
    );
}

#[test]
fn a_withdrawn_product_cannot_be_decided() {
    let (office, campaign) = submitted(|_| {});
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    office.call(
        "withdrawal_decide",
        json!({ "id": asked["id"], "verdict": approved() }),
    );
    let refused = office.refused(
        "registration_decide",
        decide(&campaign, json!([product_id(0)]), approved()),
    );
    assert_eq!(field(&refused), "product_ids");
}

#[test]
fn a_new_price_is_asked_for_with_a_due_date_and_holds_once_it_is_approved() {
    let (office, campaign) = submitted(|_| {});
    // 21 May 2026 is a Thursday; Memorial Day is the Monday after.
    office.clock.set(at("2026-05-21T18:00:00Z"));
    let sent = office.call("price_edit_request", price(&campaign, 0, "11.00 USD"));
    assert_eq!(sent["requests"][0]["due"], "2026-05-29");
    assert_eq!(sent["requests"][0]["from"], "12.00 USD");
    let id = &sent["requests"][0]["id"];
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["skus"][0]["campaign_price"], "12.00 USD");
    assert_eq!(detail["product"]["open_requests"], 1);
    let refusal = json!({ "id": id, "verdict": approved() });
    office.call("price_edit_decide", refusal.clone());
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["skus"][0]["campaign_price"], "11.00 USD");
    assert_eq!(
        detail["price_edits"][0]["request"]["decision"]["kind"],
        "approved"
    );
    assert_eq!(field(&office.refused("price_edit_decide", refusal)), "id");
    office.call("history_undo", json!({}));
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["skus"][0]["campaign_price"], "12.00 USD");
}

#[test]
fn every_rule_of_prices_holds_for_a_new_price() {
    let (office, campaign) = submitted(|_| {});
    // The SKU was at 15 dollars ten days ago and costs 20.
    let checked = office.call("price_edit_check", price(&campaign, 0, "16.005 USD"));
    let rules: Vec<&str> = checked["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| found["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["RG-02", "RG-06"]);
    office.refused("price_edit_request", price(&campaign, 0, "16.00 USD"));
    let same = office.refused("price_edit_request", price(&campaign, 0, "12.00 USD"));
    assert_eq!(field(&same), "prices");
    office.refused(
        "price_edit_request",
        json!({ "campaign_id": campaign, "product_id": product_id(0), "acknowledged": [],
                "prices": [{ "sku_id": sku_id(1, 0), "price": "11.00 USD" }] }),
    );
}

#[test]
fn a_price_under_review_waits_for_the_subsidy() {
    let (office, campaign) = submitted(|campaign| campaign["subsidy"] = json!("pending"));
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["cannot_edit"][0]["rule"], "RG-17");
    let refused = office.refused("price_edit_request", price(&campaign, 0, "11.00 USD"));
    let CommandError::Refused { findings, .. } = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(findings[0].rule, "RG-17");
    office.call(
        "registration_decide",
        decide(&campaign, Value::Null, approved()),
    );
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["cannot_edit"], json!([]));
    office.call("price_edit_request", price(&campaign, 0, "11.00 USD"));
}

#[test]
fn a_withdrawal_has_its_times_and_says_what_it_means() {
    let (office, campaign) = submitted(|_| {});
    let request = withdraw(&campaign, "product", &[0]);
    let shown = office.call("withdrawal_show", request.clone());
    assert_eq!(shown["products"], 1);
    assert_eq!(shown["can_register_again_until"], "2026-05-24T07:00:00Z");
    let words = shown["consequences"].to_string();
    assert!(words.contains("keep their campaign fee"), "{words}");
    office.clock.set(at("2026-05-11T08:00:00Z"));
    let asked = office.call("withdrawal_request", request.clone());
    assert_eq!(asked["request"]["requested_at"], "2026-05-11T08:00:00Z");
    assert_eq!(state(&office, &campaign, 0), "pending");
    assert_eq!(
        field(&office.refused("withdrawal_request", request)),
        "product_ids"
    );
    office.clock.set(at("2026-05-12T08:00:00Z"));
    let verdict = json!({ "id": asked["id"], "verdict": approved() });
    office.call("withdrawal_decide", verdict.clone());
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["product"]["state"]["kind"], "withdrawn");
    let request = &detail["withdrawals"][0]["request"];
    assert_eq!(request["decided_at"], "2026-05-12T08:00:00Z");
    assert_eq!(field(&office.refused("withdrawal_decide", verdict)), "id");
    // It can be registered again at its last prices.
    let head = office.call(
        "draft_open",
        json!({ "campaign_id": campaign, "again": [product_id(0)] }),
    );
    assert_eq!(head["line"]["skus"], 3);
}

#[test]
fn the_whole_campaign_is_withdrawn_at_once_and_a_refusal_changes_nothing() {
    let (office, campaign) = submitted(|_| {});
    let asked = office.call("withdrawal_request", withdraw(&campaign, "campaign", &[]));
    assert_eq!(asked["products"], 3);
    let refused = office.call(
        "withdrawal_decide",
        json!({ "id": asked["id"], "verdict": rejected("Too late") }),
    );
    assert_eq!(refused["changed"], 0);
    assert_eq!(state(&office, &campaign, 1), "pending");
    let asked = office.call("withdrawal_request", withdraw(&campaign, "campaign", &[]));
    let done = office.call(
        "withdrawal_decide",
        json!({ "id": asked["id"], "verdict": approved() }),
    );
    assert_eq!(done["changed"], 3);
    let none = office.refused("withdrawal_request", withdraw(&campaign, "campaign", &[]));
    assert_eq!(field(&none), "campaign_id");
}

#[test]
fn only_the_extra_discount_can_be_withdrawn() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|campaign| campaign["extra_discount_minimum"] = json!("3"));
    let draft = office.draft(&campaign, 2);
    office.call(
        "draft_fill",
        json!({ "draft_id": draft, "filter": everything(),
                "strategy": { "kind": "percent_off", "percent": "40" },
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
    );
    office.call(
        "draft_extra_discount",
        json!({ "draft_id": draft, "product_ids": [product_id(0)], "extra_discount": "5" }),
    );
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    let none = withdraw(&campaign, "extra_discount", &[1]);
    assert_eq!(
        field(&office.refused("withdrawal_request", none)),
        "product_ids"
    );
    let asked = office.call(
        "withdrawal_request",
        withdraw(&campaign, "extra_discount", &[0]),
    );
    office.call(
        "withdrawal_decide",
        json!({ "id": asked["id"], "verdict": approved() }),
    );
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["product"]["state"]["kind"], "pending");
    assert_eq!(detail["skus"][0]["extra_discount"], Value::Null);
}

#[test]
fn a_sku_error_names_the_days_left_and_says_when_it_is_too_late() {
    let (mut office, campaign) = submitted(|_| {});
    office.seed(|cellar| {
        cellar
            .write(
                "seed",
                Summary::new("seed"),
                at("2026-05-11T00:00:00Z"),
                |tx| {
                    let reason = "The retail price changed.".to_owned().into();
                    registration_product::set_state(
                        tx,
                        &campaign.as_str().into(),
                        &[product_id(0).as_str().into()],
                        &ProductState::SkuError { reason },
                    )?;
                    Ok::<_, StoreError>(())
                },
            )
            .unwrap();
    });
    let left = |office: &Office| {
        let errors = office.call("sku_errors", json!({}));
        let line = errors["errors"][0].clone();
        (
            line["days_left"].as_i64().unwrap(),
            line["action"].to_string(),
        )
    };
    // Registration ends with 23 May in Los Angeles.
    let (days, action) = left(&office);
    assert_eq!(days, 13);
    assert!(action.contains("register it again"), "{action}");
    office.clock.set(at("2026-05-24T06:59:00Z"));
    assert_eq!(left(&office).0, 0);
    office.clock.set(at("2026-05-24T07:00:00Z"));
    let (days, action) = left(&office);
    assert_eq!(days, -1);
    assert!(action.contains("has passed"), "{action}");
    let detail = office.call("registration_get", one(&campaign, 0));
    assert_eq!(detail["cannot_edit"][0]["rule"], "RG-16");
    let edit = office.refused("price_edit_request", price(&campaign, 0, "11.00 USD"));
    assert_eq!(rules(&edit), ["RG-16"]);
}

#[test]
fn the_price_of_a_product_that_is_out_cannot_be_edited() {
    let (office, campaign) = submitted(|_| {});
    office.call(
        "registration_decide",
        decide(&campaign, json!([product_id(0)]), rejected("Blurred image")),
    );
    let checked = office.call("price_edit_check", price(&campaign, 0, "11.00 USD"));
    assert_eq!(checked["findings"][0]["rule"], "RG-16");
    let edit = office.refused("price_edit_request", price(&campaign, 0, "11.00 USD"));
    assert_eq!(rules(&edit), ["RG-16"]);
}

#[test]
fn a_product_that_is_in_already_is_named_before_and_while_submitting() {
    let (office, campaign) = submitted(|_| {});
    office.call(
        "registration_decide",
        decide(&campaign, json!([product_id(2)]), rejected("Blurred image")),
    );
    let head = office.call(
        "draft_open",
        json!({ "campaign_id": campaign, "again": [product_id(0), product_id(2)] }),
    );
    let draft = head["line"]["id"].as_str().unwrap();
    let candidates = office.call(
        "draft_candidates",
        json!({ "draft_id": draft, "window": { "offset": 0, "limit": 10 },
                "filter": { "search": "", "only_missing": false, "only_recommended": false } }),
    );
    let obstacles: Vec<_> = (0..3)
        .map(|row| candidates["rows"][row]["obstacle"].as_str())
        .collect();
    let there = Some("In this campaign already.");
    assert_eq!(obstacles, [there, there, None]);
    fill(&office, draft, json!({ "kind": "stock", "units": 10 }));
    let refused = office.refused(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    assert_eq!(rules(&refused), ["CE-04"]);
    let CommandError::Refused { findings, .. } = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(findings[0].product_id, Some(product_id(0).into()));
    // The repair leaves it out, and the other one comes back.
    office.call(
        "draft_products",
        json!({ "draft_id": draft, "choice": { "kind": "refused" }, "include": false }),
    );
    let done = office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    assert_eq!(done["products"], 1);
    assert_eq!(state(&office, &campaign, 2), "pending");
}

#[test]
fn recommendations_are_taken_into_the_draft_or_asked_for() {
    let (mut office, campaign) = submitted(|_| {});
    let recommended: Vec<_> = (0..3).map(|sku| (sku_id(0, sku), 1150)).collect();
    recommend(&mut office, &campaign, &recommended);
    let page = |office: &Office| {
        office.call(
            "recommendation_page",
            json!({ "campaign_id": campaign, "window": { "offset": 0, "limit": 10 } }),
        )
    };
    let choose = |skus: Vec<String>, choice: &str, price: Value| json!({ "campaign_id": campaign, "sku_ids": skus, "choice": choice, "price": price, "acknowledged": [] });
    assert_eq!(page(&office)["total"], 3);
    assert_eq!(page(&office)["rows"][0]["recommendation"]["choice"], "open");
    office.call(
        "recommendation_choose",
        choose(vec![sku_id(0, 0)], "accepted", Value::Null),
    );
    office.call(
        "recommendation_choose",
        choose(vec![sku_id(0, 1)], "edited", json!("11.20 USD")),
    );
    office.call(
        "recommendation_choose",
        choose(vec![sku_id(0, 2)], "dismissed", Value::Null),
    );
    let rows = page(&office)["rows"].clone();
    let choices: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["recommendation"]["choice"].as_str().unwrap())
        .collect();
    assert_eq!(choices, ["accepted", "edited", "dismissed"]);
    let detail = office.call("registration_get", one(&campaign, 0));
    let asked: Vec<&str> = detail["price_edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| edit["to"].as_str().unwrap())
        .collect();
    assert_eq!(asked.len(), 2, "{asked:?}");
    let refused = office.refused(
        "recommendation_choose",
        choose(vec![sku_id(0, 0)], "edited", json!("99.00 USD")),
    );
    assert!(
        matches!(refused, CommandError::Refused { .. }),
        "{refused:?}"
    );
    office.refused(
        "recommendation_choose",
        choose(vec![sku_id(1, 0)], "accepted", Value::Null),
    );
}
