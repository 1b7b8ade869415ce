//! The book: all families in the order a seller meets them.

use crate::rule::Rule;
use crate::rules::FAMILIES;

/// A family of rules.
#[derive(Debug)]
pub struct Family {
    /// The prefix of its ids: `RG`.
    pub prefix: &'static str,
    /// The name of its folder.
    pub folder: &'static str,
    /// Its title in English and Chinese.
    pub title: (&'static str, &'static str),
    /// Its rules in the order of their ids.
    pub rules: &'static [&'static Rule],
}

/// All families.
pub fn families() -> &'static [Family] {
    FAMILIES
}

/// All rules, family by family.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES
        .iter()
        .flat_map(|family| family.rules.iter().copied())
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
