//! The main job, scripted.

use crate::support::{Terminal, everything, program, ran};
use serde_json::json;

#[test]
fn a_catalogue_becomes_a_submitted_registration_and_its_file() {
    let terminal = Terminal::with_shop();
    let imported = terminal.import(&terminal.catalogue(25));
    assert_eq!(imported["counts"]["new"], 50, "{imported}");
    let (campaign, draft) = terminal.prepare();
    terminal.price_first_sku(&draft, "25.00");

    let checked = terminal.done(&["check", &campaign]);
    assert_eq!(checked["skus"], 50);
    assert_eq!(checked["skus_in_order"], 48);

    let before = terminal.counts();
    let refused = terminal.run(&["register", &campaign]);
    assert_eq!(refused.code, Some(2), "{}", refused.said);
    let rules: Vec<String> = refused.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect();
    assert!(rules.contains(&"RG-04".to_owned()), "{rules:?}");
    assert_eq!(terminal.counts(), before);

    let repair =
        json!({ "draft_id": draft, "rules": [], "filter": everything(), "preview": false });
    let repaired = terminal.call("draft_repair", &repair);
    assert_eq!(repaired["summary"]["counts"]["block"], 0);
    let submitted = terminal.done(&["register", &campaign]);
    assert_eq!(
        [&submitted["products"], &submitted["skus"]],
        [25, 50],
        "{submitted}"
    );

    let file = terminal.path("registrations.csv");
    terminal.done(&["export".as_ref(), campaign.as_ref(), file.as_os_str()]);
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(written.lines().count(), 51);
    assert_eq!(written.matches("\"pending\"").count(), 50);

    let copy = terminal.path("copy.promodesk");
    let backup = terminal.done(&["backup".as_ref(), copy.as_os_str()]);
    assert_eq!(backup["verified"], true);
    assert!(copy.is_file());
}

#[test]
fn a_rule_is_explained_without_a_shop() {
    let page = ran(&program().args(["explain", "RG-02"]).output().unwrap());
    assert_eq!(page.code, Some(0));
    assert!(page.said.starts_with("RG-02 "), "{}", page.said);
    assert!(page.said.contains("Source: "));
    let unknown = ran(&program().args(["explain", "RG-99"]).output().unwrap());
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.said.contains("RG-99"), "{}", unknown.said);
}

#[test]
fn a_shop_shows_which_figures_are_in_force() {
    let page = Terminal::with_shop().run(&["explain", "CE-01"]);
    assert_eq!(page.code, Some(0));
    assert!(page.said.contains("(in force)"), "{}", page.said);
}

#[test]
fn every_command_is_listed_with_its_shapes() {
    let listed = ran(&program().arg("commands").output().unwrap());
    assert_eq!(listed.code, Some(0));
    for command in seller_commands::COMMANDS {
        let line = format!("{}: {} -> ", command.name, (command.request)());
        assert!(listed.said.contains(&line), "{line}");
    }
}

#[test]
fn a_mistake_on_the_command_line_is_named_and_exits_1() {
    let terminal = Terminal::with_shop();
    let gone = terminal.path("gone.csv");
    let wrong = [
        terminal.run(&["call", "draft_sbmit"]),
        terminal.run(&["call", "draft_get", "{"]),
        terminal.run(&["check", "no-campaign"]),
        terminal.run(&["import".as_ref(), gone.as_os_str()]),
        ran(&program().args(["call", "overview"]).output().unwrap()),
    ];
    let names = [
        "draft_sbmit",
        "draft_get",
        "no-campaign",
        "gone.csv",
        "--db",
    ];
    for (run, name) in wrong.iter().zip(names) {
        assert_eq!(run.code, Some(1), "{}", run.said);
        assert!(run.said.contains(name), "{name}: {}", run.said);
    }
}

#[test]
fn the_sample_shop_runs_through_the_main_job_as_often_as_asked() {
    let terminal = Terminal::new();
    let out = terminal.path("demo");
    for _ in 0..2 {
        let demo = ran(&program()
            .arg("demo")
            .arg("--out")
            .arg(&out)
            .output()
            .unwrap());
        assert_eq!(demo.code, Some(0), "{}", demo.said);
        assert!(
            demo.said.contains("3 new SKUs, 0 changed, 0 refused"),
            "{}",
            demo.said
        );
        assert!(demo.said.contains("0 findings refuse"), "{}", demo.said);
        for file in ["price_template.xlsx", "evidence.csv"] {
            assert!(out.join(file).is_file(), "{file}");
        }
        let registered = std::fs::read_to_string(out.join("registrations.csv")).unwrap();
        for sku in ["1729400000000000011", "1729400000000000021"] {
            assert!(registered.contains(sku), "{registered}");
        }
    }
}
