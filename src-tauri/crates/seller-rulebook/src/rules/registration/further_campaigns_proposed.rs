//! RG-26: further campaigns after submitting.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-26",
    name: "further_campaigns_proposed",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "After submitting, further relevant campaigns are recommended; the price just entered is prefilled there.",
    ).zh("提交之后会推荐更多相关活动，并预填刚填写的价格。")],
    figures: &[],
    page: include_str!("further_campaigns_proposed.md"),
    checks: &[Check::Capability],
};
