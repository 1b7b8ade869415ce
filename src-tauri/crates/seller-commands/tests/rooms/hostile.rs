//! Every command with requests that no window sends: an answer in words, never a panic, and no
//! change to the file.

use crate::support::Office;
use seller_commands::{COMMANDS, CommandError, Language};
use serde_json::{Value, json};

/// Requests of the wrong shape for every command that takes any.
fn wrong_shapes() -> Vec<String> {
    let long = "9".repeat(1_000_000);
    [
        "",
        "null",
        "[]",
        "7",
        "\"\"",
        "{",
        "{\"a\":1}",
        "{\"draft_id\":[]}",
        "\u{0}",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([
        format!("{{\"draft_id\":\"{long}\""),
        "[".repeat(200_000),
        json!({ "window": { "offset": -1, "limit": 1e30 } }).to_string(),
        json!({ "campaign_id": null, "draft_id": true, "rules": {} }).to_string(),
        "{\"draft_id\":\"\\ud800\"}".to_owned(),
    ])
    .collect()
}

#[test]
fn a_request_of_the_wrong_shape_is_refused_by_every_command_that_takes_one() {
    let office = Office::with_catalogue(1);
    let before = office.digest();
    for command in COMMANDS
        .iter()
        .filter(|command| (command.request)() != "Nothing")
    {
        for request in wrong_shapes() {
            let answer = office.desk.call(command.name, &request, Language::English);
            let shown: String = request.chars().take(40).collect();
            match answer {
                Err(CommandError::Invalid {
                    message, remedy, ..
                }) => {
                    assert!(message.contains(command.name), "{message}");
                    assert!(message.len() < 1000 && !remedy.is_empty(), "{message}");
                }
                other => panic!("{} answers {shown} with {other:?}", command.name),
            }
        }
    }
    assert_eq!(office.digest(), before);
}

/// Well-formed requests about things that are not there, or out of every measure.
fn about_nothing() -> Vec<(&'static str, Value)> {
    let odd = "'; DROP TABLE sku; --\u{202e}";
    let window = json!({ "offset": u32::MAX, "limit": u32::MAX });
    let filter =
        json!({ "search": odd, "rule": odd, "field": odd, "grade": null, "thin_margin": true });
    vec![
        ("campaign_get", json!({ "campaign_id": odd })),
        ("campaign_delete", json!({ "campaign_id": "" })),
        ("campaign_eligibility", json!({ "campaign_id": odd })),
        ("draft_open", json!({ "campaign_id": odd, "again": [odd] })),
        ("draft_get", json!({ "draft_id": odd })),
        ("draft_delete", json!({ "draft_id": odd })),
        (
            "draft_set_step",
            json!({ "draft_id": odd, "step": "review" }),
        ),
        (
            "draft_rows",
            json!({ "draft_id": odd, "filter": filter, "window": window }),
        ),
        ("draft_row", json!({ "draft_id": odd, "sku_id": odd })),
        (
            "draft_submit",
            json!({ "draft_id": odd, "acknowledged": [odd] }),
        ),
        ("product_get", json!({ "product_id": odd })),
        (
            "registration_get",
            json!({ "campaign_id": odd, "product_id": odd }),
        ),
        (
            "import_apply",
            json!({ "import_id": odd, "acknowledged": [] }),
        ),
        (
            "import_rows",
            json!({ "import_id": odd, "fate": null, "window": window }),
        ),
        (
            "smart_promotion_confirm",
            json!({ "token": odd, "acknowledged": [] }),
        ),
        (
            "smart_promotion_leave",
            json!({ "token": odd, "acknowledged": [] }),
        ),
        (
            "funded_switch",
            json!({ "funded_type": "product_coupons", "to": "off", "token": odd, "acknowledged": [odd] }),
        ),
        (
            "funded_switching",
            json!({ "funded_type": "product_coupons", "to": "off",
                    "except": { "product_ids": [odd], "brands": [odd] } }),
        ),
        ("funded_on", json!({ "day": odd })),
        ("funded_on", json!({ "day": "+262143-12-31" })),
        ("funded_during", json!({ "campaign_id": odd })),
        ("rule_page", json!({ "id": odd })),
        ("backup_restore", json!({ "path": odd })),
    ]
}

#[test]
fn what_is_not_there_is_named_and_nothing_changes() {
    let office = Office::with_catalogue(1);
    for (name, request) in about_nothing() {
        let error = office.refused(name, request);
        assert!(
            !matches!(error, CommandError::Bug { .. }),
            "{name}: {error:?}"
        );
    }
    assert_eq!(office.call("overview", json!({}))["skus"], 3);
}

#[test]
fn a_page_beyond_the_end_is_empty_and_a_search_is_taken_literally() {
    let office = Office::with_catalogue(2);
    let asked = |search: &str, offset: u32| json!({ "search": search, "only": "active", "window": { "offset": offset, "limit": u32::MAX } });
    for search in ["%", "_", "*", "' OR 1=1 --", "\"", "mug NEAR travel"] {
        let page = office.call("product_page", asked(search, 0));
        assert_eq!(page["total"], 0, "{search}");
    }
    let page = office.call("product_page", asked("", u32::MAX));
    assert_eq!([&page["total"], &page["rows"]], [&json!(2), &json!([])]);
}
