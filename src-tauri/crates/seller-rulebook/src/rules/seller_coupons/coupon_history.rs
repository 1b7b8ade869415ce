//! CP-25: every change of a coupon is kept.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-25",
    name: "coupon_history",
    grade: Grade::Capability,
    sources: &[Source::seller_coupons(
        "The history lists when a promotion was created and edited, and what changed.",
    )
    .zh("历史记录列出促销的创建和编辑时间，以及更改的内容。")],
    figures: &[],
    page: include_str!("coupon_history.md"),
    checks: &[Check::Capability],
};
