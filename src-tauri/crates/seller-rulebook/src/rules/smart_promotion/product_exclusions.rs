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
        ),
        Source::public(
            "Excluded products get no Smart Promotion discount, may join campaigns, and count towards the store-wide fee.",
        ),
    ],
    figures: &[],
    page: include_str!("product_exclusions.md"),
    checks: &[Check::Capability],
};
