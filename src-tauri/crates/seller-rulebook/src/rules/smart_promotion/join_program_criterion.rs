//! SP-05: once enrolled, the criterion is ticked and registration opens.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-05",
    name: "join_program_criterion",
    grade: Grade::Capability,
    sources: &[Source::smart_promotion_guide(
        "After enrolling, the “Join program” requirement shows a check mark and products can be registered.",
    ).zh("加入之后，“加入计划”一项打勾，即可报名商品。")],
    figures: &[],
    page: include_str!("join_program_criterion.md"),
    checks: &[Check::Capability],
};
