//! The index of all rules, for readers of the repository.

use std::collections::BTreeSet;
use std::fmt::Write;

use seller_domain::Language;
use seller_rulebook::book::families;
use seller_rulebook::page::Page;
use seller_rulebook::{Grade, Rule};

const PAGES: &str = "../src-tauri/crates/seller-rulebook/src/rules";

#[test]
fn the_index_lists_every_rule() {
    let mut text = String::from(
        "# Every rule\n\n\
         Written by `cargo xtask codegen` from the rulebook. Each rule links to its page: what it \
         checks, why, its message, its repair and its examples.\n",
    );
    for family in families() {
        let (english, chinese) = family.title;
        write!(
            text,
            "\n## {} {english} · {chinese}\n\n\
             | id | rule | 规则 | grade | sources |\n|---|---|---|---|---|\n",
            family.prefix
        )
        .unwrap();
        for rule in family.rules {
            text += &row(rule, family.folder);
        }
    }
    crate::assert_current("docs/RULES.md", &text);
}

fn row(rule: &Rule, folder: &str) -> String {
    let page = Page::read(rule.page);
    let sources: BTreeSet<&str> = rule.sources.iter().map(|source| source.title).collect();
    let sources: Vec<&str> = sources.into_iter().collect();
    format!(
        "| {} | [{}]({PAGES}/{folder}/{}.md) | {} | {} | {} |\n",
        rule.id,
        page.title,
        rule.name,
        page.title_in(Language::SimplifiedChinese),
        grade(rule.grade),
        sources.join("; ")
    )
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Block => "block",
        Grade::Warn => "warn",
        Grade::Info => "info",
        Grade::Value => "value",
        Grade::Capability => "capability",
    }
}
