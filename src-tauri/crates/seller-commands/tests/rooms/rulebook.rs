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

fn in_chinese(office: &Office, command: &str, request: Value) -> Value {
    let answer = office
        .desk
        .call(command, &request.to_string(), Language::SimplifiedChinese)
        .unwrap();
    serde_json::from_str(&answer).unwrap()
}

fn headings(page: &Value) -> Vec<&str> {
    let sections = page["sections"].as_array().unwrap().iter();
    sections
        .map(|section| section["heading"].as_str().unwrap())
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
    let chinese = in_chinese(&office, "rule_index", json!({}));
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
fn a_page_is_said_in_the_language_of_the_call() {
    let office = Office::empty();
    let english = office.call("rule_page", json!({ "id": "CE-01" }));
    assert_eq!(
        headings(&english),
        [
            "What it checks",
            "Why the platform asks for it",
            "How to repair it"
        ]
    );
    let chinese = in_chinese(&office, "rule_page", json!({ "id": "CE-01" }));
    assert_eq!(
        headings(&chinese),
        ["检查内容", "平台为何这样要求", "如何修复"]
    );
    assert_eq!(chinese["line"]["title"], "店铺评分低于最低要求");
    assert_eq!(
        chinese["sections"][0]["text"],
        "店铺评分（SPS）不低于 3.5，或不低于活动规定的分数。还没有评分的店铺仍可能符合资格：只作提醒，不会拒绝。"
    );
    assert_eq!(english["examples"][1]["title"], "exactly the minimum");
    assert_eq!(chinese["examples"][1]["title"], "恰为最低要求");
    let guide = "How to register for Integrated Campaigns";
    assert_eq!(english["sources"][0]["title"], guide);
    assert_eq!(chinese["sources"][0]["title"], guide);
    assert_eq!(
        chinese["sources"][0]["says"],
        "店铺评分（SPS）须不低于 3.5；还没有评分的店铺仍可能符合资格。"
    );
    let without_title = |page: &Value| {
        let mut example = page["examples"][1].clone();
        example.as_object_mut().unwrap().remove("title");
        example
    };
    assert_eq!(without_title(&chinese), without_title(&english));
}

#[test]
fn an_unknown_rule_is_named() {
    let office = Office::empty();
    let error = office.refused("rule_page", json!({ "id": "RG-99" }));
    assert!(serde_json::to_string(&error).unwrap().contains("RG-99"));
}
