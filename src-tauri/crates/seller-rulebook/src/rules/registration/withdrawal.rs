//! RG-18: the three scopes of a withdrawal.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-18",
    name: "withdrawal",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "One product, all products of the campaign, or only the extra discount can be withdrawn.",
    )
    .zh("可以撤回一个商品、活动中的全部商品，或仅撤回额外折扣。")],
    figures: &[],
    page: include_str!("withdrawal.md"),
    checks: &[Check::Capability],
};
