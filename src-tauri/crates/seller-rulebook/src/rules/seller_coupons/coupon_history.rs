//! CP-25: every change of a coupon is kept.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-25",
    name: "coupon_history",
    grade: Grade::Capability,
    sources: &[Source::seller_coupons(
        "The history lists when a promotion was created and edited, and what changed.",
    )],
    figures: &[],
    page: include_str!("coupon_history.md"),
    checks: &[Check::Capability],
};
