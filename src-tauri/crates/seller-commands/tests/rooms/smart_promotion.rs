//! Joining and leaving Smart Promotion, exclusions.

use crate::support::{Office, at, product_id};
use seller_commands::CommandError;
use serde_json::{Value, json};

fn mode(mode: &str) -> Value {
    json!({ "mode": mode })
}

fn terms(mode: &str, rate: &str) -> Value {
    json!({ "terms": { "mode": mode, "service_package": "Growth", "fee_rate": rate,
                       "exempted_rate": null, "campaign_surcharge": "1" } })
}

fn confirm(token: &Value) -> Value {
    json!({ "token": token, "acknowledged": [] })
}

fn rules(error: CommandError) -> Vec<String> {
    match error {
        CommandError::Refused { findings, .. } => {
            findings.into_iter().map(|found| found.rule).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_shop_sees_the_usual_terms_and_what_they_cost() {
    let office = Office::with_shop();
    let page = office.call("smart_promotion", json!({}));
    assert_eq!(page["enrolment"]["kind"], "never");
    assert_eq!(page["offers"][0]["applicable_rate"], "3.5");
    assert_eq!(page["offers"][0]["monthly_fee"], "1750.00 USD");
    assert_eq!(page["offers"][0]["is_complete"], true);
    assert_eq!(page["offers"][1]["is_complete"], false);
    assert_eq!(page["offers"][1]["monthly_fee"], Value::Null);
    assert_eq!(page["points_per_unit"], 100);
    assert_eq!(page["findings"], json!([]));
}

#[test]
fn an_exemption_lowers_the_rate_and_cannot_raise_it() {
    let office = Office::with_shop();
    let mut offer = terms("store_wide", "3.5");
    offer["terms"]["exempted_rate"] = json!("2");
    let page = office.call("smart_promotion_offer_save", offer.clone());
    assert_eq!(page["offers"][0]["monthly_fee"], "1000.00 USD");
    offer["terms"]["exempted_rate"] = json!("4");
    let refused = office.refused("smart_promotion_offer_save", offer);
    assert!(
        matches!(&refused, CommandError::Invalid { field, .. } if field == "terms.exempted_rate"),
        "{refused:?}"
    );
}

#[test]
fn joining_goes_step_by_step_and_is_one_step_of_the_history() {
    let office = Office::with_shop();
    let before = office.digest();
    office.call("smart_promotion_sign_up", mode("store_wide"));
    let signed_up = office.digest();
    let shown = office.call("smart_promotion_confirm_and_next", mode("store_wide"));
    assert_eq!(shown["offer"]["terms"]["fee_rate"], "3.5");
    let page = office.call("smart_promotion_confirm", confirm(&shown["token"]));
    assert_eq!(page["enrolment"]["kind"], "enrolled");
    assert_eq!(page["past"].as_array().unwrap().len(), 1);
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), signed_up);
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn no_step_can_be_skipped() {
    let office = Office::with_shop();
    let skipped = office.refused("smart_promotion_confirm_and_next", mode("store_wide"));
    assert_eq!(rules(skipped), ["SP-04"]);
    let skipped = office.refused("smart_promotion_confirm", confirm(&json!("")));
    assert_eq!(rules(skipped), ["SP-04", "SP-04"]);
    office.call("smart_promotion_sign_up", mode("store_wide"));
    let skipped = office.refused("smart_promotion_confirm", confirm(&json!("")));
    assert_eq!(rules(skipped), ["SP-04", "SP-04"]);
    let other = office.refused("smart_promotion_confirm_and_next", mode("co_funded"));
    assert_eq!(rules(other), ["SP-04"]);
}

#[test]
fn terms_that_changed_after_they_were_shown_are_not_confirmed() {
    let office = Office::with_shop();
    office.call("smart_promotion_sign_up", mode("store_wide"));
    let shown = office.call("smart_promotion_confirm_and_next", mode("store_wide"));
    office.call("smart_promotion_offer_save", terms("store_wide", "4"));
    let refused = office.refused("smart_promotion_confirm", confirm(&shown["token"]));
    assert!(
        matches!(refused, CommandError::Outdated { .. }),
        "{refused:?}"
    );
    let shown = office.call("smart_promotion_confirm_and_next", mode("store_wide"));
    office.call("smart_promotion_confirm", confirm(&shown["token"]));
    let again = office.refused("smart_promotion_confirm", confirm(&shown["token"]));
    assert!(rules(again).contains(&"SP-02".to_owned()));
}

#[test]
fn the_co_funded_rate_has_to_be_entered_before_joining() {
    let office = Office::with_shop();
    office.call("smart_promotion_sign_up", mode("co_funded"));
    let refused = office.refused("smart_promotion_confirm_and_next", mode("co_funded"));
    assert!(
        matches!(&refused, CommandError::Invalid { field, .. } if field == "terms.fee_rate"),
        "{refused:?}"
    );
    office.call("smart_promotion_offer_save", terms("co_funded", "5"));
    let shown = office.call("smart_promotion_confirm_and_next", mode("co_funded"));
    let page = office.call("smart_promotion_confirm", confirm(&shown["token"]));
    assert_eq!(page["enrolment"]["terms"]["mode"], "co_funded");
}

#[test]
fn the_other_mode_is_refused_while_the_shop_is_in_one() {
    let office = Office::with_shop();
    office.enrol();
    let refused = office.refused("smart_promotion_sign_up", mode("co_funded"));
    assert_eq!(rules(refused), ["SP-02"]);
}

#[test]
fn a_low_score_is_acknowledged_with_the_last_step() {
    let office = Office::with_shop();
    let mut shop = crate::support::shop();
    shop["sps"] = json!("3.1");
    office.call("shop_save", json!({ "shop": shop }));
    let signed = office.call("smart_promotion_sign_up", mode("store_wide"));
    assert_eq!(signed["findings"][0]["rule"], "SP-10");
    let shown = office.call("smart_promotion_confirm_and_next", mode("store_wide"));
    let refused = office.refused("smart_promotion_confirm", confirm(&shown["token"]));
    assert_eq!(rules(refused), ["SP-10"]);
    office.call(
        "smart_promotion_confirm",
        json!({ "token": shown["token"], "acknowledged": ["SP-10"] }),
    );
}

#[test]
fn leaving_shows_the_campaigns_concerned_and_asks_for_the_same_ones() {
    let office = Office::with_shop();
    let refused = office.refused("smart_promotion_leaving", json!({}));
    assert!(
        matches!(refused, CommandError::Invalid { .. }),
        "{refused:?}"
    );
    office.enrol();
    let by_policy = json!({ "kind": "by_policy" });
    office.open_campaign(|campaign| campaign["criteria"]["smart_promotion"] = by_policy.clone());
    let shown = office.call("smart_promotion_leaving", json!({}));
    assert_eq!(shown["upcoming"][0]["name"], "Summer Sale");
    assert_eq!(shown["running"], json!([]));
    let refused = office.refused("smart_promotion_leave", confirm(&shown["token"]));
    assert_eq!(rules(refused), ["SP-06"]);
    office.open_campaign(|campaign| {
        campaign["name"] = json!("Another Sale");
        campaign["criteria"]["smart_promotion"] = by_policy;
    });
    let acknowledged = |token: &Value| json!({ "token": token, "acknowledged": ["SP-06"] });
    let refused = office.refused("smart_promotion_leave", acknowledged(&shown["token"]));
    assert!(
        matches!(refused, CommandError::Outdated { .. }),
        "{refused:?}"
    );
    let shown = office.call("smart_promotion_leaving", json!({}));
    office.clock.set(at("2026-05-10T13:00:00Z"));
    let page = office.call("smart_promotion_leave", acknowledged(&shown["token"]));
    assert_eq!(page["enrolment"]["kind"], "left");
    assert_eq!(page["past"][0]["until"], "2026-05-10T13:00:00Z");
    let campaigns = office.call("campaign_list", json!({}));
    assert_eq!(campaigns["campaigns"][0]["eligibility"], "ineligible");
}

#[test]
fn exclusions_are_asked_for_confirmed_exported_and_taken_back() {
    let office = Office::with_catalogue(3);
    let change = |change: &str, products: &[usize]| {
        let ids: Vec<String> = products.iter().map(|index| product_id(*index)).collect();
        json!({ "product_ids": ids, "change": change })
    };
    let path = office.path("exclusions.csv");
    let export = json!({ "path": path });
    let refused = office.refused("exclusion_export", export.clone());
    assert!(
        matches!(refused, CommandError::Invalid { .. }),
        "{refused:?}"
    );
    let changed = office.call("exclusion_change", change("request", &[0, 1]));
    assert_eq!(changed["changed"], 2);
    let again = office.call("exclusion_change", change("request", &[0]));
    assert_eq!(again["changed"], 0);
    office.call("exclusion_change", change("confirm", &[0]));
    let page = office.call("smart_promotion", json!({}));
    assert_eq!(page["exclusions_requested"], 1);
    assert_eq!(page["exclusions_in_force"], 1);
    let written = office.call("exclusion_export", export);
    assert_eq!(written["rows"], 1);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(
        text.contains(&product_id(1)) && !text.contains(&product_id(0)),
        "{text}"
    );
    office.refused("exclusion_change", change("confirm", &[1, 2]));
    office.refused("exclusion_change", change("request", &[2, 7]));
    office.call("exclusion_change", change("remove", &[0]));
    let listed = office.call(
        "exclusion_page",
        json!({ "window": { "offset": 0, "limit": 10 } }),
    );
    assert_eq!(listed["total"], 1);
    assert_eq!(listed["rows"][0]["title"], "Travel mug 1");
}
