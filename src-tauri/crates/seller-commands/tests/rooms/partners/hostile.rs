//! Requests that no window sends, and very many products.

use super::{campaign, draft, submitting};
use crate::support::Office;
use serde_json::{Value, json};

#[test]
fn what_is_not_there_is_named_and_changes_nothing() {
    let office = Office::with_catalogue(1);
    let id = campaign(&office, |_| {});
    let odd = "'; DROP TABLE partner_product; --\u{202e}";
    let ids = json!({ "kind": "ids", "product_ids": [odd] });
    let empty = draft(&office, &id, 1);
    let mut nowhere = empty.clone();
    nowhere["campaign_id"] = json!(odd);
    let window = json!({ "offset": u32::MAX, "limit": u32::MAX });
    let requests = [
        ("partner_campaign_get", json!({ "campaign_id": odd })),
        ("partner_campaign_delete", json!({ "campaign_id": "" })),
        ("partner_join_open", json!({ "campaign_id": odd })),
        ("partner_join_check", json!({ "draft": nowhere })),
        ("partner_join_save", json!({ "draft": nowhere })),
        ("partner_join_submit", submitting(&nowhere)),
        (
            "partner_join_outlook",
            json!({ "draft": nowhere, "window": window }),
        ),
        (
            "partner_join_product",
            json!({ "campaign_id": id, "product_id": odd, "rate": "20" }),
        ),
        (
            "partner_product_page",
            json!({ "campaign_id": odd, "state": null, "search": "", "window": window }),
        ),
        (
            "partner_product_get",
            json!({ "campaign_id": id, "product_id": odd }),
        ),
        (
            "partner_product_decide",
            json!({ "campaign_id": id, "which": ids, "to": "approved", "reason": odd }),
        ),
        (
            "partner_product_rate",
            json!({ "campaign_id": id, "which": ids, "rate": "20" }),
        ),
        (
            "partner_samples_approved",
            json!({ "campaign_id": id, "product_id": odd, "approved": "1" }),
        ),
        (
            "partner_export",
            json!({ "campaign_id": odd, "path": office.path("x.csv") }),
        ),
        ("own_campaign_get", json!({ "campaign_id": odd })),
        ("own_campaign_open", json!({ "campaign_id": odd })),
        ("own_campaign_duplicate", json!({ "campaign_id": odd })),
        (
            "own_campaign_partner_joined",
            json!({ "campaign_id": odd, "partner": "Bright Agency" }),
        ),
    ];
    for (name, request) in requests {
        let error = serde_json::to_value(office.refused(name, request)).unwrap();
        assert_eq!(error["kind"], "not_found", "{name}: {error}");
    }
}

#[test]
fn numbers_that_are_none_are_refused_before_anything_is_looked_at() {
    let office = Office::with_catalogue(1);
    let id = campaign(&office, |_| {});
    for odd in [
        "NaN",
        "inf",
        "1e30",
        "--5",
        "12.345",
        "99999999999999999999",
        "１５",
    ] {
        let mut bad = draft(&office, &id, 1);
        bad["rate"] = json!(odd);
        let error = office.refused("partner_join_submit", submitting(&bad));
        let error = serde_json::to_value(error).unwrap();
        assert_eq!(error["kind"], "invalid", "{odd}: {error}");
    }
    for odd in [json!(15), json!(15.5), json!(true), json!([])] {
        let mut bad = draft(&office, &id, 1);
        bad["rate"] = odd;
        assert!(
            office
                .try_call("partner_join_submit", submitting(&bad))
                .is_err()
        );
    }
}

#[test]
fn very_many_products_answer_with_counts_and_a_part_of_the_findings() {
    let office = Office::with_catalogue(20);
    let id = campaign(&office, |_| {});
    let mut many = draft(&office, &id, 20);
    let unknown = (0..5_000).map(|number| json!(format!("unknown {number}")));
    many["products"].as_array_mut().unwrap().extend(unknown);
    let checked = office.call("partner_join_check", json!({ "draft": many }));
    assert_eq!(checked["counts"]["block"], 5_000);
    assert_eq!(checked["findings"].as_array().unwrap().len(), 200);
    let rules = checked["counts"]["by_rule"].as_array().unwrap();
    assert_eq!(rules[0]["repairable"], 5_000);
    let repair = json!({ "kind": "rule", "rule": "AF-03" });
    let request = json!({ "draft": many, "repair": repair });
    let repaired = office.call("partner_join_repair", request);
    let left = repaired["draft"]["products"].as_array().unwrap();
    assert_eq!(left.len(), 20);
    let joined = office.call("partner_join_submit", submitting(&repaired["draft"]));
    assert_eq!(joined["line"]["products"]["pending"], 20);
}

#[test]
fn titles_and_names_stay_the_text_they_are() {
    let office = Office::with_catalogue(1);
    let name = "<script>alert(1)</script> =cmd|' \u{202e}%_";
    campaign(&office, |request| request["name"] = json!(name));
    let page = |search: &str| {
        office.call(
            "partner_campaign_page",
            json!({ "search": search, "only": "all", "window": { "offset": 0, "limit": 5 } }),
        )
    };
    assert_eq!(page("<SCRIPT>")["rows"][0]["campaign"]["name"], name);
    assert_eq!(page("%_")["total"], 1);
    assert_eq!(page("_%")["total"], Value::from(0));
}
