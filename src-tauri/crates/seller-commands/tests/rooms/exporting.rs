//! Registrations that go out as files, and come back.

use crate::importing::{apply, counts, open, registered};
use crate::support::{Office, everything, product_id, rows};
use seller_commands::CommandError;
use serde_json::{Value, json};
use std::path::Path;

fn request(campaign: &str, kind: &str, path: &Path) -> Value {
    json!({ "campaign_id": campaign, "format": { "kind": kind }, "path": path })
}

/// The CSV of a campaign's registrations, and how many rows it has.
fn csv(office: &Office, campaign: &str) -> (Vec<u8>, Value) {
    let path = office.path("registrations.csv");
    let written = office.call("export_registrations", request(campaign, "csv", &path));
    (std::fs::read(&path).unwrap(), written["rows"].clone())
}

/// What was entered for every SKU of a draft, in the order of the grid.
fn entered(office: &Office, draft: &str) -> Vec<Value> {
    let page = rows(office, draft, everything());
    let columns = [
        "product_id",
        "sku_id",
        "tier",
        "campaign_price",
        "campaign_stock",
        "extra_discount",
    ];
    let of_row = |row: &Value| columns.iter().map(|name| row[*name].clone()).collect();
    page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(of_row)
        .collect()
}

fn opened(office: &Office, campaign: &str) -> String {
    let head = office.call(
        "draft_open",
        json!({ "campaign_id": campaign, "again": [] }),
    );
    head["line"]["id"].as_str().unwrap().to_owned()
}

#[test]
fn prices_stock_tier_and_extra_discount_come_back_as_a_plan() {
    let office = Office::with_catalogue(2);
    let terms = |campaign: &mut Value| campaign["extra_discount_minimum"] = json!("5");
    let campaign = office.open_campaign(terms);
    let draft = office.draft(&campaign, 2);
    let fill = json!({ "draft_id": draft, "filter": everything(),
        "strategy": { "kind": "percent_off", "percent": "40" },
        "rounding": { "kind": "tenth" }, "only_empty": false, "fit": false, "preview": false });
    office.call("draft_fill", fill);
    office.call(
        "draft_extra_discount",
        json!({ "draft_id": draft, "product_ids": [product_id(1)], "extra_discount": "7.5" }),
    );
    let planned = entered(&office, &draft);
    assert_eq!(planned.len(), 6);
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": ["CE-05", "RG-22", "RG-23"] }),
    );
    let (bytes, count) = csv(&office, &campaign);
    assert_eq!(count, 6);

    let later = office.open_campaign(|campaign| {
        terms(campaign);
        campaign["name"] = json!("Autumn Sale");
    });
    let draft = opened(&office, &later);
    let target = json!({ "kind": "plan", "draft_id": draft });
    let preview = open(&office, &[("back.csv", bytes)], target);
    assert_eq!(preview["counts"], counts(6, 0, 0, 0));
    apply(&office, &preview, &[]);
    assert_eq!(entered(&office, &draft), planned);
}

#[test]
fn every_product_that_was_submitted_is_listed_and_its_state_comes_back() {
    let (office, campaign) = registered();
    let reason = "Price must be lower, \"much\" lower";
    let verdict = json!({ "kind": "rejected", "reason": reason });
    office.call(
        "registration_decide",
        json!({ "campaign_id": campaign, "product_ids": [product_id(0)], "verdict": verdict }),
    );
    let asked = office.call(
        "withdrawal_request",
        json!({ "campaign_id": campaign, "scope": "product", "product_ids": [product_id(1)] }),
    );
    let approved = json!({ "id": asked["id"], "verdict": { "kind": "approved" } });
    office.call("withdrawal_decide", approved);

    let (bytes, count) = csv(&office, &campaign);
    assert_eq!(count, 6);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert_eq!(text.matches("\"rejected\"").count(), 3, "{text}");
    assert_eq!(text.matches("\"withdrawn\"").count(), 3, "{text}");
    let target = json!({ "kind": "decisions", "campaign_id": campaign });
    let files = [("back.csv", bytes)];
    let preview = open(&office, &files, target.clone());
    assert_eq!(preview["counts"], counts(0, 0, 6, 0));

    // Before the decision was recorded, the same file tells it.
    office.call("history_undo", json!({}));
    office.call("history_undo", json!({}));
    office.call("history_undo", json!({}));
    let preview = open(&office, &files, target);
    assert_eq!(preview["counts"], counts(0, 3, 0, 3));
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    let state = json!({ "kind": "rejected", "reason": reason });
    assert_eq!(product["registrations"][0]["state"], state);
}

#[test]
fn only_what_holds_a_place_goes_into_the_platform_s_workbook() {
    let (office, campaign) = registered();
    let verdict = json!({ "kind": "rejected", "reason": "Too dear" });
    office.call(
        "registration_decide",
        json!({ "campaign_id": campaign, "product_ids": [product_id(0)], "verdict": verdict }),
    );
    for (kind, name, count) in [
        ("price_template", "prices.xlsx", 3),
        ("evidence", "evidence.csv", 6),
    ] {
        let path = office.path(name);
        let written = office.call("export_registrations", request(&campaign, kind, &path));
        assert_eq!(written["rows"], count, "{kind}");
        assert!(path.is_file());
    }
}

#[test]
fn a_file_that_cannot_be_written_is_refused_by_its_place() {
    let (office, campaign) = registered();
    let nowhere = office.path("none/out.csv");
    let error = office.refused("export_registrations", request(&campaign, "csv", &nowhere));
    assert!(matches!(error, CommandError::File { .. }), "{error:?}");
}
