//! RG-14: what the platform decides about a submitted product.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-14",
    name: "platform_decisions",
    grade: Grade::Capability,
    sources: &[
        Source::integrated_campaigns(
            "After submitting, a product may be Pending while it is under review; approved products become Registered.",
        ).zh("提交之后，商品审核期间可能为待审核；通过的商品变为已报名。"),
        Source::public(
            "A product that is not accepted is rejected with a reason; the platform offers its results as a file.",
        ).zh("未被接受的商品会被拒绝并说明原因；平台以文件形式提供结果。"),
    ],
    figures: &[],
    page: include_str!("platform_decisions.md"),
    checks: &[Check::Capability],
};
