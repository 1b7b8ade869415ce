//! What joined: decisions singly and in bulk, frozen rates, samples, files, undo.

use super::{campaign, deciding, draft, ids, join, listed, refusal, submitting};
use crate::support::{Office, product_id};
use serde_json::{Value, json};

fn samples(campaign: &str, which: Value, samples: &str) -> Value {
    json!({ "campaign_id": campaign, "which": which, "samples": samples,
            "acknowledged": ["AF-06"] })
}

fn rate(campaign: &str, which: Value, rate: &str) -> Value {
    json!({ "campaign_id": campaign, "which": which, "rate": rate })
}

fn in_state(state: &str) -> Value {
    json!({ "kind": "in_state", "state": state })
}

#[test]
fn the_partners_decisions_are_recorded_in_bulk_and_closing_needs_consent() {
    let office = Office::with_catalogue(4);
    let id = campaign(&office, |_| {});
    join(&office, &id, 4);
    let decide = |which: Value, to: &str| {
        office.call("partner_product_decide", deciding(&id, which, to))["changed"].clone()
    };
    assert_eq!(decide(ids(1), "rejected"), 1);
    assert_eq!(decide(in_state("pending"), "approved"), 3);
    let refused = refusal(office.refused(
        "partner_product_decide",
        deciding(&id, in_state("approved"), "closed"),
    ));
    assert_eq!(refused, [("AF-08".to_owned(), "state".to_owned())]);
    assert_eq!(decide(in_state("approved"), "pending_closed"), 3);
    assert_eq!(decide(in_state("pending_closed"), "closed"), 3);
    let counts = &listed(&office, &id)["counts"];
    assert_eq!(
        (&counts["closed"], &counts["rejected"]),
        (&json!(3), &json!(1))
    );
    assert_eq!(counts["samples_set"], 12);
}

#[test]
fn a_bulk_act_that_is_refused_for_one_product_is_done_with_none() {
    let office = Office::with_catalogue(3);
    let id = campaign(&office, |_| {});
    join(&office, &id, 3);
    office.call("partner_product_decide", deciding(&id, ids(1), "approved"));
    let before = office.digest();
    let request = deciding(&id, ids(3), "approved");
    let error = office.refused("partner_product_decide", request);
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["counts"]["block"], 1);
    assert_eq!(error["findings"][0]["product_id"], json!(product_id(0)));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_rate_changes_while_pending_and_is_frozen_once_approved() {
    let office = Office::with_catalogue(1);
    let id = campaign(&office, |_| {});
    join(&office, &id, 1);
    let change = office.call("partner_product_rate", rate(&id, ids(1), "25"));
    assert_eq!(change["changed"], 1);
    let below = refusal(office.refused("partner_product_rate", rate(&id, ids(1), "14")));
    assert_eq!(below, [("AF-05".to_owned(), "rate".to_owned())]);
    office.call("partner_product_decide", deciding(&id, ids(1), "approved"));
    let frozen = refusal(office.refused("partner_product_rate", rate(&id, ids(1), "30")));
    assert_eq!(frozen, [("AF-08".to_owned(), "rate".to_owned())]);
    let both = refusal(office.refused("partner_product_rate", rate(&id, ids(1), "81")));
    let wanted = [("AF-05", "rate"), ("AF-08", "rate")];
    assert_eq!(both, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn samples_are_edited_at_any_time_but_never_below_the_approved_ones() {
    let office = Office::with_catalogue(1);
    let id = campaign(&office, |_| {});
    join(&office, &id, 1);
    office.call("partner_product_decide", deciding(&id, ids(1), "approved"));
    let note = |approved: &str| json!({ "campaign_id": id, "product_id": product_id(0), "approved": approved });
    let detail = office.call("partner_samples_approved", note("2"));
    assert_eq!(detail["line"]["samples_left"], 1);
    assert_eq!(detail["sample_cost"], "5.00 USD");
    let beyond = refusal(office.refused("partner_samples_approved", note("4")));
    assert_eq!(beyond, [("AF-07".to_owned(), "approved".to_owned())]);
    let below = refusal(office.refused("partner_product_samples", samples(&id, ids(1), "1")));
    assert_eq!(below, [("AF-07".to_owned(), "samples".to_owned())]);
    office.clock.set(crate::support::at("2026-06-15T07:00:00Z"));
    let mut more = samples(&id, ids(1), "10");
    more["acknowledged"] = json!([]);
    let error = serde_json::to_value(office.refused("partner_product_samples", more)).unwrap();
    assert_eq!(error["unacknowledged"], json!(["AF-06"]));
    assert_eq!(error["findings"][0]["value"], "7");
    office.call("partner_product_samples", samples(&id, ids(1), "10"));
    let fewer = office.call("partner_product_samples", samples(&id, ids(1), "2"));
    assert_eq!(fewer["changed"], 1);
    let detail = office.call(
        "partner_product_get",
        json!({ "campaign_id": id, "product_id": product_id(0) }),
    );
    let history = detail["history"].as_array().unwrap();
    let said: Vec<_> = history
        .iter()
        .map(|event| event["what"].as_str().unwrap())
        .collect();
    assert_eq!(
        said,
        [
            "Samples from 10 to 2",
            "Samples from 3 to 10",
            "2 of 3 samples approved",
            "Approved",
            "Submitted at 20 % with 3 samples"
        ]
    );
    for odd in ["", "many", "1e3", "NaN", "½"] {
        let error = office.refused("partner_product_samples", samples(&id, ids(1), odd));
        let error = serde_json::to_value(error).unwrap();
        assert_eq!(
            (&error["kind"], &error["field"]),
            (&json!("invalid"), &json!("samples"))
        );
    }
    let half = refusal(office.refused("partner_product_samples", samples(&id, ids(1), "2.5")));
    assert_eq!(half, [("AF-07".to_owned(), "samples".to_owned())]);
}

#[test]
fn every_step_is_undone_and_redone() {
    let office = Office::with_catalogue(2);
    let start = office.digest();
    let id = campaign(&office, |_| {});
    let mut digests = vec![start, office.digest()];
    let steps: [(&str, Value); 5] = [
        ("partner_join_submit", submitting(&draft(&office, &id, 2))),
        ("partner_product_rate", rate(&id, ids(2), "30")),
        ("partner_product_decide", deciding(&id, ids(2), "approved")),
        ("partner_product_samples", samples(&id, ids(2), "9")),
        (
            "partner_samples_approved",
            json!({ "campaign_id": id, "product_id": product_id(1), "approved": "4" }),
        ),
    ];
    for (name, request) in &steps {
        office.call(name, request.clone());
        digests.push(office.digest());
    }
    let last = digests.pop().unwrap();
    for digest in digests.iter().rev() {
        office.call("history_undo", json!({}));
        assert_eq!(office.digest(), *digest);
    }
    for _ in 0..=steps.len() {
        office.call("history_redo", json!({}));
    }
    assert_eq!(office.digest(), last);
}

#[test]
fn registrations_go_out_with_neutralised_text() {
    let office = Office::with_catalogue(2);
    let id = campaign(&office, |request| {
        request["name"] = json!("=cmd|' /C calc'!A0")
    });
    join(&office, &id, 2);
    let reject =
        json!({ "campaign_id": id, "which": ids(1), "to": "rejected", "reason": "+low stock" });
    office.call("partner_product_decide", reject);
    let path = office.path("partners.csv");
    let request = json!({ "campaign_id": id, "path": path });
    let done = office.call("partner_export", request);
    assert_eq!(done["rows"], 2);
    let text = std::fs::read_to_string(&path).unwrap();
    let header = text.trim_start_matches('\u{feff}').lines().next().unwrap();
    let keys: Vec<_> = header.split(',').map(|key| key.trim_matches('"')).collect();
    assert_eq!(
        &keys[..3],
        ["partner_campaign_id", "partner_campaign", "product_id"]
    );
    assert!(!text.contains(",=cmd") && !text.contains(",+low"), "{text}");
    assert!(text.contains(&product_id(0)) && text.contains("mia@sunny.example"));
}

#[test]
fn a_campaign_with_registrations_is_not_deleted() {
    let office = Office::with_catalogue(1);
    let (kept, gone) = (campaign(&office, |_| {}), campaign(&office, |_| {}));
    join(&office, &kept, 1);
    let error = office.refused("partner_campaign_delete", json!({ "campaign_id": kept }));
    assert_eq!(serde_json::to_value(error).unwrap()["kind"], "invalid");
    office.call("partner_campaign_delete", json!({ "campaign_id": gone }));
    let error = office.refused("partner_campaign_get", json!({ "campaign_id": gone }));
    assert_eq!(serde_json::to_value(error).unwrap()["kind"], "not_found");
    let nothing = json!({ "campaign_id": null, "which": ids(1), "to": "approved", "reason": "" });
    assert!(office.try_call("partner_product_decide", nothing).is_err());
}
