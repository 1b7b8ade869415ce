//! Every command that changes coupons is one step, taken back and done again to the same content.

use super::files::{LIST, apply, open};
use super::{START, draft, save, saving};
use crate::support::{Office, at};
use serde_json::{Value, json};
use std::fs;

/// Does a step, takes it back, does it again: the content of the file is exactly what it was, and
/// then exactly what the step made of it.
fn there_and_back(office: &Office, name: &str, step: impl FnOnce()) {
    let before = office.digest();
    step();
    let after = office.digest();
    assert_ne!(before, after, "{name} changed nothing");
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before, "undoing {name}");
    let state = office.call("history_redo", json!({}));
    assert_eq!(office.digest(), after, "redoing {name}");
    let said = state["undo"]["summary"].as_str().unwrap();
    assert!(!said.is_empty() && !said.contains('_'), "{name}: {said}");
}

fn called(office: &Office, name: &str, request: Value) {
    there_and_back(office, name, || {
        office.call(name, request);
    });
}

#[test]
fn creating_editing_and_ending_go_back_and_forth() {
    let office = Office::with_catalogue(2);
    let mut code = draft(&office, "promo_code", "Code");
    code["scope"] = json!({ "kind": "products", "ids": [crate::support::product_id(1)] });
    called(&office, "coupon_draft_save", json!({ "draft": code }));
    called(&office, "coupon_save", saving(&code));
    code["quantity"] = json!("101");
    code["claim_code"] = json!("OTHER");
    code["scope"] = json!({ "kind": "whole_shop" });
    called(&office, "coupon_edit", saving(&code));
    let named = json!({ "coupon_id": code["id"] });
    called(&office, "coupon_duplicate", named);
    let act = json!({ "coupon_id": code["id"], "acknowledged": [] });
    called(&office, "coupon_deactivate", act);

    let chat = save(&office, &draft(&office, "chat", "For Anna"));
    office.clock.set(at(START));
    let act = json!({ "coupon_id": chat, "acknowledged": [] });
    called(&office, "coupon_send", act);
}

#[test]
fn what_the_shop_knows_of_coupons_goes_back_and_forth() {
    let office = Office::with_shop();
    let mut begun = draft(&office, "standard", "Begun");
    let kept = office.call("coupon_draft_save", json!({ "draft": begun }));
    let named = json!({ "coupon_id": kept["draft"]["id"] });
    called(&office, "coupon_draft_delete", named);
    let taken = |taken: bool| json!({ "claim_code": "SAVE10", "taken": taken });
    called(&office, "coupon_code_taken", taken(true));
    called(&office, "coupon_code_taken", taken(false));
    let settings = json!({ "entered_prefix": "SGDS", "addon_coupons": "turned_off" });
    called(&office, "coupon_settings_save", settings);
    let known = office.call("coupon_settings", json!({}));
    assert_eq!(known["entered_prefix"], "SGDS");
    assert_eq!(known["addon_coupons"], "turned_off");
    begun["name"] = json!("Spring addon");
    let recorded = json!({ "draft": begun, "came_with": "free_shipping" });
    called(&office, "coupon_addon_record", recorded);
}

#[test]
fn the_platforms_list_goes_back_and_forth_as_one_step() {
    let office = Office::with_shop();
    save(&office, &draft(&office, "standard", "Spring"));
    fs::write(office.path("coupons.csv"), LIST).unwrap();
    let preview = open(&office, "coupons.csv");
    there_and_back(&office, "import_apply", || {
        apply(&office, &preview);
    });
}
