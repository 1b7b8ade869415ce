//! A campaign planned from one table: in a shop that is there or given, under warnings that were
//! acknowledged.

use crate::support::{Ran, Terminal, shop};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Two products of which the second is priced above its retail price.
const TABLE: &str = "\
product_id,sku_id,title,variant,category,retail_price,low_30d,stock,cost,shipping,campaign_price,campaign_stock,extra_discount_pct
1729380000000000001,1729390000000000011,Mug,Red,Kitchen,20.00,18.00,40,18.25,2.00,17.50,10,
1729380000000000002,1729390000000000021,Cup,Red,Kitchen,20.00,18.00,40,7.25,2.00,25.00,10,
";

/// The rule that warns where nobody knows the shop's score.
const WARN: [&str; 1] = ["CE-01"];

struct Plan {
    terminal: Terminal,
    table: PathBuf,
    lists: [PathBuf; 2],
}

impl Plan {
    fn at(terminal: Terminal) -> Self {
        let table = terminal.path("table.csv");
        std::fs::write(&table, TABLE).unwrap();
        let lists = ["accepted.csv", "refused.csv"].map(|name| terminal.path(name));
        Self {
            terminal,
            table,
            lists,
        }
    }

    fn run(&self, words: &[&str]) -> Ran {
        let mut command = self.terminal.command(&["plan"]);
        command.arg(&self.table).args(words);
        command.arg("--accepted").arg(&self.lists[0]);
        command.arg("--refused").arg(&self.lists[1]);
        crate::support::ran(&command.output().unwrap())
    }

    fn given(&self, name: &str, request: &Value) -> String {
        let path = self.terminal.path(name);
        std::fs::write(&path, request.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn is_unwritten(&self) -> bool {
        self.lists.iter().all(|list| !list.exists())
    }
}

/// A shop whose score nobody knows.
fn scoreless() -> Value {
    let mut shop = shop();
    shop["sps"] = Value::Null;
    json!({ "shop": shop })
}

fn with_scoreless_shop() -> Terminal {
    let terminal = Terminal::new();
    terminal.call("shop_save", &scoreless());
    terminal
}

fn terms() -> Value {
    json!({ "campaign": Terminal::with_shop().terms("Plan") })
}

/// The rules that a refusal asks to acknowledge.
fn unacknowledged(ran: &Ran) -> Vec<String> {
    assert_eq!(ran.code, Some(2), "{} {}", ran.said, ran.trouble);
    let refused = ran.json();
    assert_eq!(refused["kind"], "refused");
    let rules = refused["unacknowledged"].as_array().unwrap().iter();
    rules
        .map(|rule| rule.as_str().unwrap().to_owned())
        .collect()
}

const DONE: &str = "1 rows pass, 1 are refused.\nSubmitted 1 products with 1 SKUs for campaign ";

#[test]
fn a_warning_that_nobody_acknowledged_refuses_the_plan_and_changes_nothing() {
    let terminal = with_scoreless_shop();
    let saved = terminal.call("campaign_save", &terms());
    let campaign = saved["id"].as_str().unwrap();
    let plan = Plan::at(terminal);
    let before = plan.terminal.state();
    let rules = unacknowledged(&plan.run(&["--campaign", campaign]));
    assert_eq!(rules, WARN);
    assert_eq!(plan.terminal.state(), before);
    assert!(plan.is_unwritten());

    let words = ["--campaign", campaign, "--acknowledge"];
    let done = plan.run(&[&words[..], &[WARN[0]]].concat());
    assert_eq!(done.code, Some(0), "{} {}", done.said, done.trouble);
    assert_eq!(done.said, format!("{DONE}{campaign}.\n"));
    assert_eq!(plan.terminal.counts().0, 2);
    assert_eq!(plan.terminal.state().1, before.1 + 1);
}

#[test]
fn what_was_recorded_for_a_plan_goes_where_it_is_refused() {
    // In a shop that is there.
    let plan = Plan::at(with_scoreless_shop());
    let words = ["--terms", &plan.given("terms.json", &terms())];
    let (before, _) = plan.terminal.state();
    assert_eq!(unacknowledged(&plan.run(&words)), WARN);
    assert_eq!(plan.terminal.state().0, before);
    // In a new file.
    let plan = Plan::at(Terminal::new());
    let given = plan.given("shop.json", &scoreless());
    let words = [&["--shop", &given][..], &words].concat();
    for _ in 0..2 {
        assert_eq!(unacknowledged(&plan.run(&words)), WARN);
        let state = plan.terminal.call("desk_state", &json!({}));
        assert_eq!(state["state"]["kind"], "no_shop");
        assert!(plan.is_unwritten());
    }
    let done = plan.run(&[&words[..], &["--acknowledge", WARN[0]]].concat());
    assert_eq!(done.code, Some(0), "{} {}", done.said, done.trouble);
    assert!(done.said.starts_with(DONE), "{}", done.said);
    let state = plan.terminal.call("desk_state", &json!({}));
    assert_eq!(state["shop"], scoreless()["shop"]);
}

#[test]
fn terms_that_are_recorded_already_take_no_step_of_the_seller_back() {
    let terminal = with_scoreless_shop();
    let saved = terminal.call("campaign_save", &terms());
    terminal.import(&terminal.catalogue(1));
    let plan = Plan::at(terminal);
    let window = json!({ "window": { "offset": 0, "limit": 9 } });
    let history = |plan: &Plan| plan.terminal.call("history_page", &window)["rows"].clone();
    let (before, steps) = (plan.terminal.state(), history(&plan));
    let same = plan.given("same.json", &json!({ "campaign": saved }));
    assert_eq!(unacknowledged(&plan.run(&["--terms", &same])), WARN);
    assert_eq!(plan.terminal.state(), before);
    assert_eq!(history(&plan), steps);

    // Other terms for the same campaign are a step, and the only one that goes.
    let mut other = saved;
    other["name"] = json!("Another name");
    let other = plan.given("other.json", &json!({ "campaign": other }));
    assert_eq!(unacknowledged(&plan.run(&["--terms", &other])), WARN);
    assert_eq!(plan.terminal.state(), (before.0, before.1 + 1));
    let after = history(&plan);
    assert_eq!(after[0]["state"], "undone");
    assert_eq!(
        after.as_array().unwrap()[1..],
        steps.as_array().unwrap()[..]
    );
}

#[test]
fn a_shop_is_there_or_given() {
    let terms = terms();
    let nowhere = Plan::at(Terminal::new());
    let given = nowhere.given("terms.json", &terms);
    let ran = nowhere.run(&["--terms", &given]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.trouble.contains("--shop FILE"), "{}", ran.trouble);
    assert!(!nowhere.terminal.file().exists());

    let there = Plan::at(Terminal::with_shop());
    let before = there.terminal.state();
    let other = there.given("shop.json", &json!({ "shop": shop() }));
    let ran = there.run(&["--terms", &given, "--shop", &other]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.trouble.contains("has a shop already"),
        "{}",
        ran.trouble
    );
    // What a file holds is checked as the command checks it.
    let wrong = there.given("wrong.json", &json!({ "shop": shop() }));
    let ran = there.run(&["--terms", &wrong]);
    assert_eq!(
        (ran.code, &ran.json()["kind"]),
        (Some(1), &json!("invalid"))
    );
    assert!(ran.said.contains("campaign_save"), "{}", ran.said);
    assert_eq!(there.terminal.state(), before);
}
