//! Lists of campaigns and of decisions come in from mapped files.

use super::{campaign, ids, join, listed};
use crate::support::{Office, product_id};
use serde_json::{Value, json};
use std::fs;

fn open(office: &Office, text: &str, target: Value) -> Value {
    let path = office.path("list.csv");
    fs::write(&path, text).unwrap();
    office.call(
        "import_open",
        json!({ "paths": [path.to_str().unwrap()], "target": target }),
    )
}

fn apply(office: &Office, preview: &Value) {
    assert_eq!(preview["blocked_by"], Value::Null, "{preview}");
    office.call(
        "import_apply",
        json!({ "import_id": preview["import_id"], "acknowledged": [] }),
    );
}

const LIST: &str = "Campaign name,Details,Registration start,Registration end,Campaign start,Campaign end,Commission requirement,Agency,Contact\n\
    Summer creators,LIVE every Monday,2026-05-01 00:00,2026-05-20 00:00,2026-06-01 00:00,2026-07-01 00:00,18%,Bright Agency,hi@bright.example\n\
    Autumn,,2026-08-01 00:00,2026-08-20 00:00,2026-09-01 00:00,2026-10-01 00:00,,Night Agency,\n\
    Broken,,2026-08-20 00:00,2026-08-01 00:00,2026-09-01 00:00,2026-10-01 00:00,,,\n";

#[test]
fn a_list_of_campaigns_updates_ours_and_leaves_for_whom_it_is_to_the_seller() {
    let office = Office::with_catalogue(1);
    let ours = campaign(&office, |_| {});
    let target = json!({ "kind": "partner_campaigns" });
    let preview = open(&office, LIST, target.clone());
    assert_eq!(
        preview["counts"],
        json!({ "new": 1, "changed": 1, "unchanged": 0, "refused": 1, "removed": 0 })
    );
    apply(&office, &preview);
    let ours = office.call("partner_campaign_get", json!({ "campaign_id": ours }));
    assert_eq!(ours["line"]["campaign"]["minimum_rate"], "18");
    assert_eq!(
        ours["line"]["campaign"]["scope"],
        json!({ "kind": "all_sellers" })
    );
    let list = office.call(
        "partner_campaign_page",
        json!({ "search": "autumn", "only": "all", "window": { "offset": 0, "limit": 9 } }),
    );
    let autumn = &list["rows"][0];
    assert_eq!(
        autumn["campaign"]["scope"],
        json!({ "kind": "selected_sellers", "this_shop": null })
    );
    assert_eq!(autumn["can_join"], false);
    let again = open(&office, LIST, target);
    assert_eq!(again["counts"]["unchanged"], 2);
}

#[test]
fn decisions_come_from_a_file_and_impossible_ones_are_refused_by_name() {
    let office = Office::with_catalogue(4);
    let id = campaign(&office, |_| {});
    join(&office, &id, 3);
    let ids: Vec<String> = (0..4).map(product_id).collect();
    let text = format!(
        "product_id,partner_state,reason,samples_approved\n\
         {},Approved,,2\n{},Rejected,low stock,\n{},Closed,,\n{},Approved,,\n",
        ids[0], ids[1], ids[2], ids[3]
    );
    let target = json!({ "kind": "partner_products", "campaign_id": id });
    let preview = open(&office, &text, target.clone());
    assert_eq!(
        preview["counts"],
        json!({ "new": 0, "changed": 2, "unchanged": 0, "refused": 2, "removed": 0 })
    );
    let before = office.digest();
    apply(&office, &preview);
    let counts = &listed(&office, &id)["counts"];
    assert_eq!(
        (&counts["approved"], &counts["rejected"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(counts["samples_approved"], 2);
    let again = open(&office, &text, target);
    assert_eq!(again["counts"]["unchanged"], 2);
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn what_is_exported_comes_back_without_a_change() {
    let office = Office::with_catalogue(2);
    let id = campaign(&office, |_| {});
    join(&office, &id, 2);
    // Texts that a spreadsheet would run have a sign before them in the file, and not here.
    let reason = "＝low stock, \";=1+2\"";
    office.call(
        "partner_product_decide",
        json!({ "campaign_id": id, "which": ids(1), "to": "rejected", "reason": reason }),
    );
    let path = office.path("out.csv");
    office.call("partner_export", json!({ "campaign_id": id, "path": path }));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("\"'＝low stock, "), "{text}");
    let target = json!({ "kind": "partner_products", "campaign_id": id });
    let preview = open(&office, &text, target);
    assert_eq!(preview["counts"]["unchanged"], 2, "{preview}");
}
