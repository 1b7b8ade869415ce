//! The registry: files, ids, pages, sources, figures.

use crate::languages::written_in_both_languages;
use seller_domain::Language;
use seller_rulebook::book::{families, rules};
use seller_rulebook::page::{ExampleKind, Page, SECTIONS};
use seller_rulebook::policy::FIGURES;
use seller_rulebook::{Check, Grade, Rule};
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/rules")
        .join(of)
}

#[test]
fn every_file_of_a_family_is_in_its_list() {
    for family in families() {
        let listed: BTreeSet<_> = family
            .rules
            .iter()
            .map(|rule| rule.name.to_owned())
            .collect();
        let mut stems = BTreeSet::new();
        for file in fs::read_dir(folder(family.folder)).into_iter().flatten() {
            let path = file.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let is_pair = path
                .extension()
                .is_some_and(|kind| kind == "rs" || kind == "md");
            if is_pair && stem != "shared" {
                stems.insert(stem);
            }
        }
        for stem in &stems {
            assert!(
                listed.contains(stem),
                "{stem} is not in the list of {}; add `mod {stem};` and `&{stem}::RULE,`",
                family.folder
            );
            for kind in ["rs", "md"] {
                let path = folder(family.folder).join(stem).with_extension(kind);
                assert!(
                    path.exists(),
                    "{} is missing: a rule is a pair",
                    path.display()
                );
            }
        }
        assert_eq!(
            listed, stems,
            "the list of {} and its files differ",
            family.folder
        );
    }
}

#[test]
fn ids_are_unique_sorted_and_of_their_family() {
    let mut seen = HashSet::new();
    for family in families() {
        let ids: Vec<_> = family.rules.iter().map(|rule| rule.id).collect();
        assert!(
            ids.is_sorted(),
            "{} is not in the order of ids: {ids:?}",
            family.folder
        );
        for id in ids {
            assert!(seen.insert(id), "{id} is used twice");
            assert_eq!(
                id.split_once('-').unwrap().0,
                family.prefix,
                "{id} is in {}",
                family.folder
            );
        }
    }
}

#[test]
fn every_id_of_the_catalogue_is_in_the_book() {
    // RG-24 needs settlements, which the product does not read yet.
    let catalogue = [
        ("SP", 10),
        ("CE", 8),
        ("RG", 26),
        ("FE", 8),
        ("CF", 3),
        ("CP", 30),
        ("AF", 10),
        ("PF", 12),
    ];
    let waiting = ["RG-24"];
    let (mut in_book, mut in_catalogue) = (Vec::new(), Vec::new());
    for (prefix, last) in catalogue {
        let expected = (1..=last)
            .map(|number| format!("{prefix}-{number:02}"))
            .filter(|id| !waiting.contains(&id.as_str()));
        in_catalogue.extend(expected);
        let family = families()
            .iter()
            .find(|family| family.prefix == prefix)
            .unwrap();
        in_book.extend(family.rules.iter().map(|rule| rule.id.to_owned()));
    }
    assert_eq!(in_book, in_catalogue);
}

#[test]
fn every_page_has_its_sections_in_order() {
    for rule in rules() {
        let page = Page::read(rule.page);
        assert!(!page.title.is_empty(), "{}: the page has no title", rule.id);
        let headings: Vec<_> = page.sections.iter().map(|(heading, _)| *heading).collect();
        let in_both = written_in_both_languages(rule);
        let expected: Vec<_> = SECTIONS
            .iter()
            .flat_map(|section| [Some(section.english), section.chinese.filter(|_| in_both)])
            .flatten()
            .collect();
        assert_eq!(headings, expected, "{}", rule.id);
    }
}

#[test]
fn every_message_is_there_in_both_languages() {
    for rule in rules() {
        let page = Page::read(rule.page);
        assert_ne!(
            page.title_in(Language::SimplifiedChinese),
            page.title,
            "{}: no zh.title",
            rule.id
        );
        let keys: BTreeSet<_> = page
            .template_keys()
            .filter(|key| *key != "zh.title")
            .collect();
        let parts = |tongue: &str| -> BTreeSet<String> {
            let prefix = format!("{tongue}.");
            keys.iter()
                .filter_map(|key| key.strip_prefix(&prefix))
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(
            parts("en"),
            parts("zh"),
            "{}: messages differ between languages",
            rule.id
        );
        if checked(rule) {
            for part in ["what", "why", "do"] {
                let any = parts("en")
                    .iter()
                    .any(|key| key == part || key.starts_with(&format!("{part}.")));
                assert!(any, "{}: no message for \"{part}\"", rule.id);
            }
        }
    }
}

#[test]
fn every_criterion_has_its_words() {
    for rule in rules() {
        let about_the_shop = |check: &Check| matches!(check, Check::Shop(_));
        if !rule.checks.iter().any(about_the_shop) {
            continue;
        }
        let page = Page::read(rule.page);
        for language in [Language::English, Language::SimplifiedChinese] {
            for part in ["criterion", "required"] {
                let words = page.template(part, "", language);
                assert!(words.is_some(), "{}: no {}.{part}", rule.id, language.tag());
            }
        }
    }
}

#[test]
fn every_checked_rule_has_found_clean_and_boundary_examples() {
    for rule in rules() {
        let kinds: Vec<_> = Page::read(rule.page)
            .examples()
            .iter()
            .map(|e| e.kind)
            .collect();
        let wanted: &[ExampleKind] = if checked(rule) {
            &[
                ExampleKind::Found,
                ExampleKind::Clean,
                ExampleKind::Boundary,
            ]
        } else if rule.grade == Grade::Value {
            &[ExampleKind::Worked]
        } else {
            &[]
        };
        for kind in wanted {
            assert!(kinds.contains(kind), "{}: no {kind:?} example", rule.id);
        }
    }
}

#[test]
fn names_state_the_fault_without_remedy_or_number() {
    for rule in rules() {
        assert!(
            !rule.name.contains(|c: char| c.is_ascii_digit()),
            "{}: {}",
            rule.id,
            rule.name
        );
        for remedy in ["must", "should", "require", "no_", "disallow"] {
            assert!(
                !rule.name.starts_with(remedy),
                "{}: {} names a remedy",
                rule.id,
                rule.name
            );
        }
    }
}

#[test]
fn sources_and_figures_are_dated_and_used() {
    for rule in rules() {
        assert!(!rule.sources.is_empty(), "{} has no source", rule.id);
        for source in rule.sources {
            assert!(
                source.seen.parse::<chrono::NaiveDate>().is_ok(),
                "{}: {}",
                rule.id,
                source.seen
            );
            assert!(
                source.says.ends_with('.'),
                "{}: a source says a sentence",
                rule.id
            );
        }
        for key in rule.figures {
            assert!(
                FIGURES.iter().any(|f| f.key == *key),
                "{}: no figure {key}",
                rule.id
            );
        }
    }
    let used: HashSet<_> = rules()
        .flat_map(|rule| rule.figures.iter().copied())
        .collect();
    for figure in FIGURES {
        assert!(
            used.contains(figure.key),
            "no rule uses the figure {}",
            figure.key
        );
        assert!(
            figure.source.seen.parse::<chrono::NaiveDate>().is_ok(),
            "{}",
            figure.key
        );
    }
}

fn checked(rule: &Rule) -> bool {
    matches!(rule.grade, Grade::Block | Grade::Warn | Grade::Info)
}
