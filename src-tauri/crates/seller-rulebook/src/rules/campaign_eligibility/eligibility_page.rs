//! CE-07: the eligibility page shows every criterion at once.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-07",
    name: "eligibility_page",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "The criteria section of the campaign page shows each requirement, with a check mark where it is met.",
        ).zh("活动页面的资格条件部分列出每项要求，已满足的打勾。"),
        Source::integrated_campaigns("Criteria are reviewed before products are added.").zh("添加商品之前先查看资格条件。"),
    ],
    figures: &[],
    page: include_str!("eligibility_page.md"),
    checks: &[Check::Capability],
};
