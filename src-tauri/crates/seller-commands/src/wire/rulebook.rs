//! The rule book's pages.

use seller_rulebook::rule::Grade;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::SourceView;

/// The table of contents.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleIndex {
    /// The families in order.
    pub families: Vec<RuleFamily>,
}

/// A family of rules.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleFamily {
    /// Its prefix.
    pub prefix: String,
    /// Its title.
    pub title: String,
    /// Its rules.
    pub rules: Vec<RuleLine>,
}

/// A rule in the table of contents.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleLine {
    /// Its id.
    pub id: String,
    /// Its name in the code.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it does.
    pub grade: Grade,
}

/// Names a rule.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleGet {
    /// Its id.
    pub id: String,
}

/// A rule's page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RulePage {
    /// The rule.
    pub line: RuleLine,
    /// Its sections: heading and Markdown text.
    pub sections: Vec<RuleSection>,
    /// Where it is stated.
    pub sources: Vec<SourceView>,
    /// The figures that it uses.
    pub figures: Vec<FigureLine>,
    /// Its examples.
    pub examples: Vec<RuleExample>,
}

/// A section of a page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleSection {
    /// The heading.
    pub heading: String,
    /// The text, Markdown.
    pub text: String,
}

/// A dated figure.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FigureLine {
    /// Its key.
    pub key: String,
    /// The market; none: all.
    pub market: Option<String>,
    /// The first day it holds.
    pub from: Option<String>,
    /// The first day it no longer holds.
    pub until: Option<String>,
    /// The figure.
    pub value: String,
    /// Whether it holds for this shop today.
    pub in_force: bool,
    /// Where it is stated.
    pub source: SourceView,
}

/// An example of a page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleExample {
    /// `found`, `clean`, `boundary` or `worked`.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// What is given.
    pub given: String,
    /// What the book says of it.
    pub answer: String,
}
