//! Every example of every page is run, in both directions; every repair is
//! carried out and checked again.

use crate::notation;
use crate::scene::Scene;
use seller_domain::Language;
use seller_rulebook::book::{families, rules};
use seller_rulebook::message::Scribe;
use seller_rulebook::page::{Example, ExampleKind, Page};
use seller_rulebook::worked::Given;
use seller_rulebook::{Check, Fault, Finding, Grade, Rule};
use std::fs;
use std::path::Path;

#[test]
fn examples_say_what_the_rules_say() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let mut page_text = rule.page.to_owned();
        for example in Page::read(rule.page).examples() {
            let (block, expected, actual) = run(rule, &example);
            if expected.trim() != actual.trim() {
                page_text = rewritten(&page_text, &example, block, &actual);
                wrong.push(format!(
                    "{} {:?}: {}\nexpected:\n{expected}\nfound:\n{actual}",
                    rule.id, example.kind, example.title
                ));
            }
        }
        if std::env::var_os("UPDATE").is_some() && page_text != rule.page {
            fs::write(page_path(rule), page_text).unwrap();
        }
    }
    let updated = std::env::var_os("UPDATE").is_some();
    assert!(updated || wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn examples_are_of_their_kind() {
    for rule in rules() {
        for example in Page::read(rule.page).examples() {
            let (block, expected, _) = run(rule, &example);
            let at = format!("{} {}", rule.id, example.title);
            match example.kind {
                ExampleKind::Found => assert!(!expected.trim().is_empty(), "{at}: nothing found"),
                ExampleKind::Clean => assert!(expected.trim().is_empty(), "{at}: not clean"),
                ExampleKind::Boundary => {}
                ExampleKind::Worked => assert_eq!(block, "result", "{at}"),
            }
        }
    }
}

#[test]
fn every_word_of_a_message_is_filled_in() {
    for rule in rules() {
        for example in Page::read(rule.page).examples() {
            let Some(text) = example.blocks.get("scene") else {
                continue;
            };
            let scene = Scene::read(text);
            let at = format!("{} {}", rule.id, example.title);
            for language in [Language::English, Language::SimplifiedChinese] {
                let scribe = Scribe::new(language, scene.zone());
                for finding in of(rule, &scene.findings()) {
                    let message = scribe.message(finding);
                    for part in [&message.what, &message.why, &message.action] {
                        assert!(
                            !part.is_empty() && !part.contains('{'),
                            "{at}, {}: \"{part}\"",
                            language.tag()
                        );
                    }
                }
                for line in scene.eligibility(scribe) {
                    let shown = format!("{line:?}");
                    let unfilled = shown
                        .replace("CriterionLine {", "")
                        .replace("Message {", "");
                    assert!(!unfilled.contains('{'), "{at}: {shown}");
                }
            }
        }
    }
}

#[test]
fn a_repair_clears_its_finding_and_blocks_nothing_new() {
    for rule in rules() {
        for example in Page::read(rule.page).examples() {
            let Some(text) = example.blocks.get("scene") else {
                continue;
            };
            let scene = Scene::read(text);
            let before = scene.findings();
            for finding in of(rule, &before).iter().filter(|f| has_repair(&f.fault)) {
                let after = scene.repaired(&finding.fault).findings();
                let at = format!("{} {}", rule.id, example.title);
                let place = (&finding.place, finding.fault.field);
                let left = of(rule, &after)
                    .into_iter()
                    .filter(|left| left.grade != Grade::Info || finding.grade == Grade::Info)
                    .any(|left| (&left.place, left.fault.field) == place);
                assert!(
                    !left,
                    "{at}: the repair of {:?} does not help",
                    finding.fault
                );
                let new: Vec<_> = after
                    .iter()
                    .filter(|found| found.blocks())
                    .filter(|found| {
                        !before
                            .iter()
                            .any(|old| old.rule.id == found.rule.id && old.place == found.place)
                    })
                    .map(|found| found.rule.id)
                    .collect();
                assert!(new.is_empty(), "{at}: the repair brings {new:?}");
            }
        }
    }
}

fn has_repair(fault: &Fault) -> bool {
    !fault.repair.is_empty() || !fault.changes.is_empty() || !fault.partner_changes.is_empty()
}

/// Name of the block with the answer, what it says, what the book says.
fn run<'a>(rule: &Rule, example: &Example<'a>) -> (&'static str, &'a str, String) {
    if let Some(given) = example.blocks.get("given") {
        let given = Given::read(given);
        let work = rule.checks.iter().find_map(|check| match check {
            Check::Value(work) => Some(work),
            _ => None,
        });
        let work = work.unwrap_or_else(|| panic!("{} works nothing out", rule.id));
        let actual = match work(&given) {
            Ok(results) => results
                .iter()
                .map(|(name, value)| format!("{name} = {value}\n"))
                .collect(),
            Err(why) => format!("{why}\n"),
        };
        let in_vain = given.in_vain();
        assert!(
            in_vain.is_empty(),
            "{} {}: {in_vain:?} in vain",
            rule.id,
            example.title
        );
        return (
            "result",
            example.blocks.get("result").copied().unwrap_or(""),
            actual,
        );
    }
    let scene = example
        .blocks
        .get("scene")
        .unwrap_or_else(|| panic!("{} {}: neither scene nor given", rule.id, example.title));
    let found = Scene::read(scene).findings();
    let expected = example.blocks.get("findings").copied().unwrap_or("");
    ("findings", expected, notation::findings(&of(rule, &found)))
}

fn of<'a>(rule: &Rule, found: &'a [Finding]) -> Vec<&'a Finding> {
    found
        .iter()
        .filter(|finding| finding.rule.id == rule.id)
        .collect()
}

fn rewritten(page: &str, example: &Example<'_>, block: &str, actual: &str) -> String {
    let heading = page.find(&format!(": {}\n", example.title)).unwrap();
    let fence = format!("```{block}\n");
    let start = heading + page[heading..].find(&fence).unwrap() + fence.len();
    let end = start + page[start..].find("```").unwrap();
    format!("{}{actual}{}", &page[..start], &page[end..])
}

fn page_path(rule: &Rule) -> std::path::PathBuf {
    let family = families()
        .iter()
        .find(|f| f.rules.iter().any(|r| r.id == rule.id))
        .unwrap();
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/rules")
        .join(family.folder)
        .join(rule.name)
        .with_extension("md")
}
