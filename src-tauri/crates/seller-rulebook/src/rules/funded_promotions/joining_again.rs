//! PF-04: a type that was left can be joined again.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-04",
    name: "joining_again",
    grade: Grade::Capability,
    sources: &[Source::funded_promotions(
        "A seller who changes their mind joins again by setting the switch to on.",
    )
    .zh("改变主意的卖家打开开关即可重新加入。")],
    figures: &[],
    page: include_str!("joining_again.md"),
    checks: &[Check::Capability],
};
