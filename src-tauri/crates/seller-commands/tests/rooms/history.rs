//! The history: its page, undo and redo over it, and what a new step does to the undone ones.

use crate::support::{Office, shop};
use serde_json::{Value, json};

fn page(office: &Office) -> Value {
    let window = json!({ "offset": 0, "limit": 50 });
    office.call("history_page", json!({ "window": window }))
}

fn states(page: &Value) -> Vec<(&str, &str)> {
    let rows = page["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap();
            (text("command"), text("state"))
        })
        .collect()
}

#[test]
fn every_step_stands_in_the_history_in_words() {
    let office = Office::with_shop();
    office.open_campaign(|_| {});
    let page = page(&office);
    assert_eq!(page["total"], 2);
    assert_eq!(
        states(&page),
        [("campaign_save", "done"), ("shop_save", "done")]
    );
    assert_eq!(page["rows"][1]["summary"], "Saved the shop's settings");
}

#[test]
fn a_step_is_taken_back_and_done_again_to_the_same_content() {
    let office = Office::with_shop();
    let before = office.digest();
    office.open_campaign(|_| {});
    let after = office.digest();
    let state = office.call("history_undo", json!({}));
    assert_eq!(state["redo"]["command"], "campaign_save");
    assert_eq!(office.digest(), before);
    let state = office.call("history_redo", json!({}));
    assert_eq!(state["undo"]["command"], "campaign_save");
    assert_eq!(state["redo"], Value::Null);
    assert_eq!(office.digest(), after);
}

#[test]
fn a_new_step_supersedes_what_was_taken_back() {
    let office = Office::with_shop();
    office.open_campaign(|_| {});
    office.call("history_undo", json!({}));
    let mut settings = shop();
    settings["name"] = json!("Sunnier Goods");
    office.call("shop_save", json!({ "shop": settings }));
    let after = office.digest();
    let state = office.call("history_redo", json!({}));
    assert_eq!(state["redo"], Value::Null);
    assert_eq!(office.digest(), after);
    assert_eq!(
        states(&page(&office)),
        [
            ("shop_save", "done"),
            ("campaign_save", "superseded"),
            ("shop_save", "done")
        ]
    );
}

#[test]
fn without_a_shop_there_is_nothing_to_take_back() {
    let office = Office::empty();
    office.refused("history_undo", json!({}));
    office.refused("history_redo", json!({}));
}
