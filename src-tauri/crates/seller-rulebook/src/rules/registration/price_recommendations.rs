//! RG-15: accepting, editing and dismissing recommended prices.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-15",
    name: "price_recommendations",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "The platform may recommend prices; the seller accepts, edits or dismisses them.",
    )
    .zh("平台可能推荐价格，由卖家采用、修改或忽略。")],
    figures: &[],
    page: include_str!("price_recommendations.md"),
    checks: &[Check::Capability],
};
