//! Recording campaigns and seeing whether the shop may join.

use crate::support::{Office, at};
use seller_commands::CommandError;
use serde_json::{Value, json};

#[test]
fn a_campaign_is_recorded_changed_and_deleted() {
    let office = Office::with_shop();
    let id = office.open_campaign(|campaign| campaign["note"] = json!("first"));
    let mut campaign = office.call("campaign_get", json!({ "campaign_id": id }));
    campaign["note"] = json!("second");
    office.call("campaign_save", json!({ "campaign": campaign }));
    let campaigns = office.call("campaign_list", json!({}));
    assert_eq!(campaigns["campaigns"].as_array().unwrap().len(), 1);
    assert_eq!(campaigns["campaigns"][0]["phase"], "open");
    office.call("campaign_delete", json!({ "campaign_id": id }));
    assert_eq!(
        office.call("campaign_list", json!({})),
        json!({ "campaigns": [] })
    );
    office.call("history_undo", json!({}));
    assert_eq!(
        office.call("campaign_get", json!({ "campaign_id": id }))["note"],
        "second"
    );
}

#[test]
fn every_fault_of_the_terms_is_named_at_its_field() {
    let office = Office::with_shop();
    let mut campaign = office.call("campaign_template", json!({ "kind": "integrated" }));
    campaign["running"]["end"] = campaign["running"]["start"].clone();
    campaign["coupons"] = json!([{
        "id": "", "name": " ", "discount": { "kind": "percentage", "rate": "0", "maximum": null },
        "target": "all_customers", "seller_ratio": "120", "seller_maximum": "5.00 EUR",
        "minimum_purchase": "10.00 USD", "quantity": null
    }]);
    let checked = office.call("campaign_check", json!({ "campaign": campaign }));
    let fields: Vec<_> = checked["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["field"].clone())
        .collect();
    assert_eq!(
        fields,
        [
            "name",
            "running.end",
            "coupons[0].name",
            "coupons[0].discount.rate",
            "coupons[0].seller_ratio",
            "coupons[0].seller_maximum"
        ]
    );
    let error = office.refused("campaign_save", json!({ "campaign": campaign }));
    assert!(matches!(error, CommandError::Invalid { field, .. } if field == "name"));
}

#[test]
fn the_eligibility_page_shows_every_criterion_at_once() {
    let office = Office::with_shop();
    let id = office.open_campaign(|campaign| {
        campaign["criteria"]["smart_promotion"] = json!({ "kind": "by_policy" });
        campaign["criteria"]["minimum_sps"] = json!("4.5");
    });
    let page = office.call("campaign_eligibility", json!({ "campaign_id": id }));
    assert_eq!(page["state"], "ineligible");
    let not_met: Vec<_> = page["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["tick"] == "not_met")
        .map(|line| {
            (
                line["rule"].as_str().unwrap(),
                line["way"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        not_met,
        [("SP-01", "smart_promotion"), ("CE-01", "shop_settings")]
    );
}

#[test]
fn a_campaign_moves_through_its_phases_with_the_clock() {
    let office = Office::with_shop();
    office.open_campaign(|campaign| {
        campaign["registration"] =
            json!({ "start": "2026-05-11T07:00:00Z", "end": "2026-05-20T07:00:00Z" });
        campaign["running"] =
            json!({ "start": "2026-06-01T07:00:00Z", "end": "2026-06-08T07:00:00Z" });
    });
    let phase = |now: &str| {
        office.clock.set(at(now));
        office.call("campaign_list", json!({}))["campaigns"][0]["phase"].clone()
    };
    assert_eq!(phase("2026-05-11T06:59:59Z"), "upcoming");
    assert_eq!(phase("2026-05-11T07:00:00Z"), "open");
    assert_eq!(phase("2026-05-20T07:00:00Z"), "closed");
    assert_eq!(phase("2026-06-01T07:00:00Z"), "running");
    assert_eq!(phase("2026-06-08T07:00:00Z"), "over");
}

#[test]
fn a_shop_without_a_score_is_warned_and_may_still_register() {
    let office = Office::with_catalogue(1);
    let mut shop = crate::support::shop();
    shop["sps"] = Value::Null;
    office.call("shop_save", json!({ "shop": shop }));
    let id = office.open_campaign(|_| {});
    let page = office.call("campaign_eligibility", json!({ "campaign_id": id }));
    assert_eq!(page["state"], "eligible_with_warnings");
    let criteria = page["criteria"].as_array().unwrap();
    let score = criteria.iter().find(|line| line["rule"] == "CE-01");
    assert_eq!(score.unwrap()["tick"], "warned");
    let campaigns = office.call("campaign_list", json!({}));
    assert_eq!(
        campaigns["campaigns"][0]["eligibility"],
        "eligible_with_warnings"
    );
    let draft = office.draft(&id, 1);
    let strategy = json!({ "kind": "percent_off", "percent": "40" });
    crate::support::fill(&office, &draft, strategy);
    let submit = |acknowledged: Value| json!({ "draft_id": draft, "acknowledged": acknowledged });
    let CommandError::Refused { unacknowledged, .. } =
        office.refused("draft_submit", submit(json!([])))
    else {
        panic!("not refused by the book");
    };
    assert_eq!(unacknowledged, ["CE-01"]);
    office.call("draft_submit", submit(json!(["CE-01"])));
}

#[test]
fn a_coupon_that_the_draft_lacks_is_shown_and_does_not_close_the_campaign() {
    let office = Office::with_shop();
    let id = office.open_campaign(|campaign| {
        campaign["coupons"] = json!([{
            "id": "K1", "name": "10% off $50",
            "discount": { "kind": "percentage", "rate": "10", "maximum": null },
            "target": "all_customers", "seller_ratio": "50", "seller_maximum": null,
            "minimum_purchase": "50.00 USD", "quantity": null
        }]);
    });
    office.call("draft_open", json!({ "campaign_id": id, "again": [] }));
    let page = office.call("campaign_eligibility", json!({ "campaign_id": id }));
    assert_eq!(page["state"], "eligible");
    let coupons = page["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["rule"] == "CE-03");
    assert_eq!(coupons.unwrap()["tick"], "not_met");
    assert_eq!(coupons.unwrap()["way"], "coupons");
    let campaigns = office.call("campaign_list", json!({}));
    assert_eq!(campaigns["campaigns"][0]["eligibility"], "eligible");
}

#[test]
fn the_platforms_figures_stand_in_where_a_campaign_states_none() {
    let office = Office::with_shop();
    let defaults = office.call("campaign_defaults", json!({}));
    assert_eq!(defaults["service_fee_rate"], "1");
    assert_eq!(defaults["look_back"]["days"], 30);
}
