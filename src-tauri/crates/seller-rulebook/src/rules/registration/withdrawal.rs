//! RG-18: the three scopes of a withdrawal.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-18",
    name: "withdrawal",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "One product, all products of the campaign, or only the extra discount can be withdrawn.",
    )],
    figures: &[],
    page: include_str!("withdrawal.md"),
    checks: &[Check::Capability],
};
