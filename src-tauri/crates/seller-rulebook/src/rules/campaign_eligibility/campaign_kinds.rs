//! CE-08: the kinds of campaigns.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-08",
    name: "campaign_kinds",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "Major campaigns, weekly promotions, Shop Tab campaigns, Premium Offers and Flash Sales can be registered for.",
        ),
        Source::integrated_campaigns(
            "An integrated campaign bundles several sub-campaigns in one registration.",
        ),
    ],
    figures: &[],
    page: include_str!("campaign_kinds.md"),
    checks: &[Check::Capability],
};
