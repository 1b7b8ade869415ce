//! RG-21: filtering findings and repairing them in bulk.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-21",
    name: "bulk_repair",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "Errors of a registration can be managed with filters and bulk actions.",
    )
    .zh("报名中的错误可以通过筛选和批量操作处理。")],
    figures: &[],
    page: include_str!("bulk_repair.md"),
    checks: &[Check::Capability],
};
