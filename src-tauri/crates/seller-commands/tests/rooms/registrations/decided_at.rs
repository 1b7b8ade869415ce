//! When the platform decided on requests, which is seldom when the seller records it (RG-16, RG-18).

use super::{approved, field, one, price, rejected, state, submitted, withdraw};
use crate::support::{Office, at, fill, product_id};
use seller_commands::{CommandError, Language};
use seller_domain::campaign::Campaign;
use seller_domain::fees::ChargedOrders;
use serde_json::{Value, json};

/// Registered products of a campaign that runs in the first week of June.
fn running() -> (Office, String) {
    let (office, campaign) = submitted(|campaign| {
        campaign["running"] =
            json!({ "start": "2026-06-01T07:00:00Z", "end": "2026-06-08T07:00:00Z" });
    });
    let request = json!({ "campaign_id": campaign, "product_ids": null, "verdict": approved() });
    office.call("registration_decide", request);
    (office, campaign)
}

fn decision(id: &Value, decided_at: &str) -> Value {
    json!({ "id": id, "verdict": approved(), "decided_at": decided_at })
}

#[test]
fn fees_end_with_the_approval_and_not_with_its_recording() {
    let (office, campaign) = running();
    office.clock.set(at("2026-06-02T10:00:00Z"));
    let asked = office.call(
        "withdrawal_request",
        withdraw(&campaign, "product", &[0, 1]),
    );
    office.clock.set(at("2026-06-05T18:00:00Z"));
    office.call(
        "withdrawal_decide",
        decision(&asked["id"], "2026-06-03T12:30:00Z"),
    );
    for product in [0, 1] {
        let detail = office.call("registration_get", one(&campaign, product));
        assert_eq!(detail["product"]["state"]["kind"], "withdrawn");
        let request = &detail["withdrawals"][0]["request"];
        assert_eq!(request["requested_at"], "2026-06-02T10:00:00Z");
        assert_eq!(request["decided_at"], "2026-06-03T12:30:00Z");
    }
    assert_eq!(state(&office, &campaign, 2), "registered");

    let detail = office.call("registration_get", one(&campaign, 0));
    let decided_at = detail["withdrawals"][0]["request"]["decided_at"].as_str();
    let terms = office.call("campaign_get", json!({ "campaign_id": campaign }));
    let terms: Campaign = serde_json::from_value(terms).unwrap();
    let charged = ChargedOrders::of(&terms, decided_at.map(at));
    // The last second before the approval, its very moment, and long before it was recorded.
    assert!(charged.include(at("2026-06-03T12:29:59Z")));
    assert!(!charged.include(at("2026-06-03T12:30:00Z")));
    assert!(!charged.include(at("2026-06-04T00:00:00Z")));
}

#[test]
fn without_a_time_a_decision_was_made_now() {
    let (office, campaign) = running();
    let asked = office.call("withdrawal_request", withdraw(&campaign, "campaign", &[]));
    office.clock.set(at("2026-05-12T09:00:00Z"));
    let verdict = json!({ "id": asked["id"], "verdict": rejected("Too late"), "decided_at": null });
    office.call("withdrawal_decide", verdict);
    let detail = office.call("registration_get", one(&campaign, 0));
    let request = &detail["withdrawals"][0]["request"];
    assert_eq!(request["decided_at"], "2026-05-12T09:00:00Z");
}

#[test]
fn a_price_is_in_force_since_its_approval() {
    let (office, campaign) = running();
    let sent = office.call("price_edit_request", price(&campaign, 0, "11.00 USD"));
    office.clock.set(at("2026-05-13T09:00:00Z"));
    let id = &sent["requests"][0]["id"];
    office.call("price_edit_decide", decision(id, "2026-05-12T16:05:00Z"));
    let detail = office.call("registration_get", one(&campaign, 0));
    let request = &detail["price_edits"][0]["request"];
    assert_eq!(request["decided_at"], "2026-05-12T16:05:00Z");
    assert_eq!(detail["skus"][0]["campaign_price"], "11.00 USD");
}

#[test]
fn a_decision_before_its_request_or_after_now_is_refused_and_changes_nothing() {
    let (office, campaign) = running();
    office.clock.set(at("2026-05-11T08:00:00Z"));
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    let sent = office.call("price_edit_request", price(&campaign, 1, "11.00 USD"));
    office.clock.set(at("2026-05-12T08:00:00Z"));
    let before = office.digest();
    for (command, id) in [
        ("withdrawal_decide", &asked["id"]),
        ("price_edit_decide", &sent["requests"][0]["id"]),
    ] {
        // Midnight in Los Angeles is 7 in Greenwich.
        for (decided_at, message, message_chinese) in [
            (
                "2026-05-11T07:59:59Z",
                "The decision is to have been made at 2026-05-11 00:59, before the request at 2026-05-11 01:00.",
                "审核时间 2026-05-11 00:59 早于申请时间 2026-05-11 01:00。",
            ),
            (
                "2026-05-12T08:01:00Z",
                "The decision is to have been made at 2026-05-12 01:01, but it is 2026-05-12 01:00 now.",
                "审核时间为 2026-05-12 01:01，而现在是 2026-05-12 01:00。",
            ),
        ] {
            let request = decision(id, decided_at);
            let refused = office.refused(command, request.clone());
            assert_eq!(field(&refused), "decided_at");
            let remedy =
                "Enter when the platform decided, from 2026-05-11 01:00 to 2026-05-12 01:00.";
            assert_eq!(refused.to_string(), format!("{message} {remedy}"));
            let chinese =
                office
                    .desk
                    .call(command, &request.to_string(), Language::SimplifiedChinese);
            let Err(CommandError::Invalid {
                message, remedy, ..
            }) = chinese
            else {
                panic!("{chinese:?}");
            };
            assert_eq!(message, message_chinese);
            assert_eq!(
                remedy,
                "请填写平台的审核时间，须在 2026-05-11 01:00 至 2026-05-12 01:00 之间。"
            );
        }
    }
    assert_eq!(office.digest(), before);
    // Both ends are allowed.
    office.call(
        "withdrawal_decide",
        decision(&asked["id"], "2026-05-11T08:00:00Z"),
    );
    let id = &sent["requests"][0]["id"];
    office.call("price_edit_decide", decision(id, "2026-05-12T08:00:00Z"));
}

#[test]
fn a_decision_in_the_minute_of_its_request_is_as_old_as_the_request() {
    let (office, campaign) = running();
    office.clock.set(at("2026-05-11T08:00:30Z"));
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    office.clock.set(at("2026-05-11T08:02:00Z"));
    office.call(
        "withdrawal_decide",
        decision(&asked["id"], "2026-05-11T08:00:00Z"),
    );
    let detail = office.call("registration_get", one(&campaign, 0));
    let request = &detail["withdrawals"][0]["request"];
    assert_eq!(request["decided_at"], request["requested_at"]);
}

#[test]
fn an_old_withdrawal_takes_out_no_later_registration() {
    let (office, campaign) = submitted(|_| {});
    let asked = office.call("withdrawal_request", withdraw(&campaign, "product", &[0]));
    let refusal = json!({ "campaign_id": campaign, "product_ids": [product_id(0)],
        "verdict": rejected("Blurred image") });
    office.call("registration_decide", refusal);
    let request = json!({ "campaign_id": campaign, "again": [product_id(0)] });
    let head = office.call("draft_open", request);
    let draft = head["line"]["id"].as_str().unwrap();
    fill(&office, draft, json!({ "kind": "stock", "units": 10 }));
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": ["CE-05", "RG-22", "RG-23"] }),
    );
    let decided = json!({ "id": asked["id"], "verdict": approved() });
    office.call("withdrawal_decide", decided);
    assert_eq!(state(&office, &campaign, 0), "pending");
}
