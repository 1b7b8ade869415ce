//! RG-25: one registration for all sub-campaigns.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-25",
    name: "one_registration_for_sub_campaigns",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "An integrated campaign merges several registrations into one; after submitting, a summary of the request is shown.",
    ).zh("综合活动把多次报名合并为一次；提交之后显示申请摘要。")],
    figures: &[],
    page: include_str!("one_registration_for_sub_campaigns.md"),
    checks: &[Check::Capability],
};
