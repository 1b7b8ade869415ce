//! Requests about coupons that no window sends: an answer in words, never a bug, and no change
//! to the file unless the coupon is sound.

use super::{draft, list, names, save, saving};
use crate::support::Office;
use seller_commands::CommandError;
use serde_json::{Value, json};

const ODD: &str = "'; DROP TABLE seller_coupon; --\u{202e}";

/// A drafted coupon with one thing that is out of every measure.
fn odd_drafts(office: &Office) -> Vec<(&'static str, Value)> {
    let with = |kind: &str, key: &str, value: Value| {
        let mut draft = draft(office, kind, "Odd");
        draft[key] = value;
        draft
    };
    let years = json!({ "start": "0001-01-01T00:00:00Z", "end": "9999-12-31T23:59:59Z" });
    let same = json!({ "start": super::START, "end": super::START });
    let dates = json!({ "kind": "dates", "period": years });
    let mut all_there_is = with("standard", "amount", json!("1000000000000.00 USD"));
    all_there_is["quantity"] = json!("4294967295");
    all_there_is["minimum_spend"] = json!("1000000000000.00 USD");
    vec![
        ("all there is", all_there_is),
        ("no id", with("standard", "id", json!(""))),
        (
            "a name without end",
            with("standard", "name", json!("n".repeat(20_000))),
        ),
        (
            "a name of signs",
            with("standard", "name", json!("\u{0}\u{7}\u{202e}\n")),
        ),
        (
            "another currency",
            with("standard", "amount", json!("5.00 EUR")),
        ),
        (
            "below nothing",
            with("standard", "amount", json!("-5.00 USD")),
        ),
        (
            "all money",
            with("standard", "amount", json!("1000000000000.00 USD")),
        ),
        (
            "half a cent",
            with("standard", "minimum_spend", json!("30.005 USD")),
        ),
        (
            "a spend elsewhere",
            with("standard", "minimum_spend", json!("30 VND")),
        ),
        (
            "more than all",
            with("standard", "rate", json!("79228162514264337593543950335")),
        ),
        (
            "countless",
            with(
                "standard",
                "quantity",
                json!("79228162514264337593543950335"),
            ),
        ),
        ("fewer than none", with("standard", "quantity", json!("-1"))),
        ("ten thousand years", with("standard", "period", years)),
        ("no time", with("standard", "period", same)),
        (
            "valid for ten thousand years",
            with("standard", "validity", dates),
        ),
        (
            "valid for ever",
            with(
                "standard",
                "validity",
                json!({ "kind": "days_after_claim", "days": u32::MAX }),
            ),
        ),
        (
            "a code of signs",
            with("promo_code", "claim_code", json!(ODD)),
        ),
        (
            "a code without end",
            with("promo_code", "claim_code", json!("A".repeat(20_000))),
        ),
        (
            "nobody's customer",
            with("chat", "customer", json!("\u{0}")),
        ),
        (
            "products of nowhere",
            with(
                "review",
                "scope",
                json!({ "kind": "products", "ids": [ODD, "", "0"] }),
            ),
        ),
        (
            "an unstated scope",
            with("standard", "scope", json!({ "kind": "unstated" })),
        ),
        (
            "claimed never",
            with(
                "standard",
                "claims_per_customer",
                json!({ "kind": "at_most", "times": 0 }),
            ),
        ),
    ]
}

#[test]
fn odd_drafts_are_checked_looked_at_and_refused_in_words() {
    let office = Office::with_catalogue(1);
    save(&office, &draft(&office, "standard", "There"));
    for (what, draft) in odd_drafts(&office) {
        let before = office.digest();
        let reads = [
            ("coupon_check", json!({ "draft": draft })),
            ("coupon_outlook", json!({ "draft": draft })),
            (
                "coupon_below_cost",
                json!({ "draft": draft, "window": { "offset": u32::MAX, "limit": u32::MAX } }),
            ),
            (
                "coupon_calendar",
                json!({ "period": { "start": super::START, "end": super::END }, "kind": null,
                        "draft": draft }),
            ),
            (
                "coupon_customer_test",
                json!({ "customer": { "name": ODD, "orders": [], "follows": [], "reviews": [],
                                      "claims": [] },
                        "at": null, "order_value": "1.00 USD", "coupon_ids": [], "draft": draft }),
            ),
        ];
        for (name, request) in reads {
            if let Err(error) = office.try_call(name, request) {
                assert!(
                    !matches!(error, CommandError::Bug { .. }),
                    "{name}, {what}: {error:?}"
                );
            }
        }
        assert_eq!(office.digest(), before, "{what}");
        for name in ["coupon_save", "coupon_edit"] {
            match office.try_call(name, saving(&draft)) {
                Ok(_) => {
                    office.call("history_undo", json!({}));
                }
                Err(error) => assert!(
                    !matches!(error, CommandError::Bug { .. }),
                    "{name}, {what}: {error:?}"
                ),
            }
            assert_eq!(office.digest(), before, "{name}, {what}");
        }
        let recorded = json!({ "draft": draft, "came_with": null });
        if let Err(error) = office.try_call("coupon_addon_record", recorded) {
            assert!(
                !matches!(error, CommandError::Bug { .. }),
                "{what}: {error:?}"
            );
        } else {
            office.call("history_undo", json!({}));
        }
        assert_eq!(office.digest(), before, "recording {what}");
    }
}

#[test]
fn a_draft_of_anything_is_kept_and_comes_back_as_it_was() {
    let office = Office::with_catalogue(1);
    let mut kept = 0;
    for (what, draft) in odd_drafts(&office) {
        let before = office.digest();
        match office.try_call("coupon_draft_save", json!({ "draft": draft })) {
            Ok(form) => {
                let id = &form["draft"]["id"];
                let opened = office.call("coupon_open", json!({ "coupon_id": id }));
                assert_eq!(opened["draft"], form["draft"], "{what}");
                kept += 1;
            }
            // Only what the shop cannot even reckon with is not kept.
            Err(error) => {
                assert!(
                    matches!(error, CommandError::Invalid { .. }),
                    "{what}: {error:?}"
                );
                assert!(
                    ["another currency", "a spend elsewhere", "more than all"].contains(&what),
                    "{what}"
                );
                assert_eq!(office.digest(), before, "{what}");
            }
        }
    }
    assert_eq!(kept, odd_drafts(&office).len() - 3);
    assert_eq!(list(&office, json!({ "state": "draft" }))["total"], kept);
}

#[test]
fn coupons_that_are_not_there_are_named_and_nothing_changes() {
    let office = Office::with_shop();
    let id = json!({ "coupon_id": ODD });
    let act = json!({ "coupon_id": ODD, "acknowledged": [ODD] });
    let window = json!({ "offset": u32::MAX, "limit": u32::MAX });
    let filter = json!({ "search": ODD, "kind": null, "state": null, "only_unplanned": true });
    let file = json!({ "kind": "file", "path": "/dev/null/nowhere.csv" });
    for (name, request) in [
        ("coupon_get", id.clone()),
        ("coupon_open", id.clone()),
        ("coupon_duplicate", id.clone()),
        ("coupon_card", id.clone()),
        ("coupon_draft_delete", id),
        ("coupon_deactivate", act.clone()),
        ("coupon_send", act),
        (
            "coupon_edit",
            saving(&draft(&office, "standard", "Never saved")),
        ),
        (
            "coupon_code_taken",
            json!({ "claim_code": "  ", "taken": true }),
        ),
        (
            "coupon_settings_save",
            json!({ "entered_prefix": ODD, "addon_coupons": "may_appear" }),
        ),
        (
            "coupon_export",
            json!({ "filter": filter, "path": "/dev/null/x.csv" }),
        ),
        (
            "coupon_customer_file",
            json!({ "import_id": ODD, "customer": ODD }),
        ),
        (
            "coupon_products",
            json!({ "coupon_kind": "review", "scope": { "kind": "whole_shop" }, "choice": file,
                    "include": true }),
        ),
        (
            "coupon_calendar",
            json!({ "period": { "start": super::END, "end": super::START }, "kind": null,
                    "draft": null }),
        ),
    ] {
        let before = office.digest();
        let error = office.refused(name, request);
        assert!(
            !matches!(error, CommandError::Bug { .. }),
            "{name}: {error:?}"
        );
        assert_eq!(office.digest(), before, "{name}");
    }
    let page = json!({ "filter": filter, "window": window });
    assert_eq!(office.call("coupon_page", page)["total"], 0);
}

#[test]
fn a_search_for_coupons_is_taken_literally() {
    let office = Office::with_shop();
    save(&office, &draft(&office, "standard", "100 % cotton_days"));
    save(&office, &draft(&office, "follower", "Followers"));
    let found = |search: &str| names(&list(&office, json!({ "search": search }))).len();
    assert_eq!(
        [found("%"), found("_"), found("100 %"), found("")],
        [1, 1, 1, 2]
    );
    for search in ["*", "' OR 1=1 --", "\\", "\"", "COTTON DAYS"] {
        assert_eq!(found(search), 0, "{search}");
    }
    assert_eq!(found("COTTON_days"), 1);
}
