//! The rule book's pages as the window asks for them.

use crate::support::Office;
use seller_commands::Language;
use serde_json::{Value, json};

fn rules(index: &Value) -> Vec<&Value> {
    let families = index["families"].as_array().unwrap().iter();
    families
        .flat_map(|family| family["rules"].as_array().unwrap())
        .collect()
}

#[test]
fn every_rule_of_the_index_opens_with_sections_and_sources() {
    let office = Office::empty();
    let index = office.call("rule_index", json!({}));
    let prefixes: Vec<&str> = index["families"]
        .as_array()
        .unwrap()
        .iter()
        .map(|family| family["prefix"].as_str().unwrap())
        .collect();
    for prefix in ["SP", "CE", "RG", "FE", "CF"] {
        assert!(prefixes.contains(&prefix), "{prefixes:?}");
    }
    for rule in rules(&index) {
        let page = office.call("rule_page", json!({ "id": rule["id"] }));
        assert_eq!(page["line"], *rule);
        assert!(!page["sections"].as_array().unwrap().is_empty(), "{rule}");
        assert!(!page["sources"].as_array().unwrap().is_empty(), "{rule}");
    }
}

#[test]
fn a_page_shows_the_figure_in_force_for_the_shop() {
    let office = Office::with_shop();
    let page = office.call("rule_page", json!({ "id": "CE-01" }));
    let figures = page["figures"].as_array().unwrap();
    let in_force: Vec<&Value> = figures
        .iter()
        .filter(|figure| figure["in_force"] == true)
        .collect();
    assert!(!in_force.is_empty(), "{page}");
}

#[test]
fn titles_are_said_in_chinese_too() {
    let office = Office::empty();
    let chinese = office
        .desk
        .call("rule_index", "{}", Language::SimplifiedChinese)
        .unwrap();
    let chinese: Value = serde_json::from_str(&chinese).unwrap();
    let english = office.call("rule_index", json!({}));
    for (one, other) in rules(&chinese).iter().zip(rules(&english)) {
        assert_eq!(one["id"], other["id"]);
        assert_ne!(one["title"], other["title"]);
        let title = one["title"].as_str().unwrap();
        let chinese = title.chars().any(|letter| ('一'..='鿿').contains(&letter));
        assert!(chinese, "{title}");
    }
}

#[test]
fn an_unknown_rule_is_named() {
    let office = Office::empty();
    let error = office.refused("rule_page", json!({ "id": "RG-99" }));
    assert!(serde_json::to_string(&error).unwrap().contains("RG-99"));
}
