//! Prose, example headings and sources say the same in both languages.

use seller_domain::Language;
use seller_rulebook::book::rules;
use seller_rulebook::page::{Page, SECTIONS};
use seller_rulebook::policy::FIGURES;
use seller_rulebook::rule::{Rule, Trust};

/// The families whose pages are written in both languages.
const FAMILIES: [&str; 8] = ["SP", "CE", "RG", "FE", "CF", "CP", "AF", "PF"];

/// Whether a rule's page has its prose in Chinese too.
pub fn written_in_both_languages(rule: &Rule) -> bool {
    FAMILIES.iter().any(|family| rule.id.starts_with(family))
}

fn translated() -> impl Iterator<Item = (&'static str, Page<'static>)> {
    rules()
        .filter(|rule| written_in_both_languages(rule))
        .map(|rule| (rule.id, Page::read(rule.page)))
}

#[test]
fn every_section_of_prose_is_chinese_in_chinese() {
    for (id, page) in translated() {
        let english: Vec<_> = page.prose(Language::English).collect();
        let chinese: Vec<_> = page.prose(Language::SimplifiedChinese).collect();
        let sections: Vec<_> = SECTIONS.iter().filter_map(|one| one.chinese).collect();
        let headings: Vec<_> = chinese.iter().map(|(heading, _)| *heading).collect();
        assert_eq!(headings, sections, "{id}");
        for ((heading, english), (_, chinese)) in english.into_iter().zip(chinese) {
            let at = format!("{id}, {heading}");
            assert!(!english.is_empty(), "{at}: nothing is said in English");
            assert!(!is_chinese(english), "{at}: {english}");
            assert!(is_chinese(chinese), "{at}: {chinese}");
            assert_eq!(
                blocks(chinese),
                blocks(english),
                "{at}: as many paragraphs and items in Chinese as in English, each on one line"
            );
            assert_eq!(lost_figures(english, chinese), [""; 0], "{at}: {chinese}");
        }
    }
}

#[test]
fn every_example_has_its_heading_in_chinese() {
    for (id, page) in translated() {
        for example in page.examples() {
            let at = format!("{id} {}", example.title);
            let chinese = example.title_in(Language::SimplifiedChinese);
            assert!(!is_chinese(example.title), "{at}");
            assert!(is_chinese(chinese), "{at}: no line `zh:` under the heading");
            assert_eq!(
                lost_figures(example.title, chinese),
                [""; 0],
                "{at}: {chinese}"
            );
        }
    }
}

#[test]
fn every_source_says_in_chinese_what_it_says_in_english() {
    for rule in rules().filter(|rule| written_in_both_languages(rule)) {
        let figures = FIGURES.iter().filter(|one| rule.figures.contains(&one.key));
        let sources = rule.sources.iter().chain(figures.map(|one| &one.source));
        for source in sources {
            let at = format!("{}, \"{}\"", rule.id, source.says);
            let chinese = source.says_in(Language::SimplifiedChinese);
            assert!(is_chinese(chinese), "{at}: no `.zh(…)`");
            assert!(chinese.ends_with('。'), "{at}: {chinese}");
            assert_eq!(
                lost_figures(source.says, chinese),
                [""; 0],
                "{at}: {chinese}"
            );
            let title = source.title_in(Language::SimplifiedChinese);
            let is_a_name = source.trust == Trust::Platform;
            assert_eq!(title == source.title, is_a_name, "{at}: {title}");
        }
    }
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('一'..='鿿').contains(&letter))
}

/// Paragraphs and list items. English paragraphs are wrapped; a break inside a Chinese one would be
/// shown as a space.
fn blocks(text: &str) -> usize {
    let wraps = !is_chinese(text);
    let mut count = 0;
    let mut inside = false;
    for line in text.lines() {
        let begins = line.starts_with("- ") || !(inside && wraps);
        count += usize::from(!line.is_empty() && begins);
        inside = !line.is_empty();
    }
    count
}

/// The numbers and rule ids of the English text that the Chinese one does not name.
fn lost_figures<'a>(english: &'a str, chinese: &str) -> Vec<&'a str> {
    let kept: Vec<_> = figures(chinese).collect();
    figures(english)
        .filter(|figure| !kept.contains(figure))
        .collect()
}

fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .map(|figure| figure.trim_matches('.'))
        .filter(|figure| !figure.is_empty())
}
