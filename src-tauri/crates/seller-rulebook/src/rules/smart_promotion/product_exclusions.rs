//! SP-07: single products can be left out of Smart Promotion.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-07",
    name: "product_exclusions",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "Specific products can be excluded from promotional activities through the Account Manager.",
        ).zh("可以通过客户经理把特定商品排除在促销活动之外。"),
        Source::public(
            "Excluded products get no Smart Promotion discount, may join campaigns, and count towards the store-wide fee.",
        ).zh("被排除的商品不享受智能促销折扣，可以参加活动，并计入全店费用。"),
    ],
    figures: &[],
    page: include_str!("product_exclusions.md"),
    checks: &[Check::Capability],
};
