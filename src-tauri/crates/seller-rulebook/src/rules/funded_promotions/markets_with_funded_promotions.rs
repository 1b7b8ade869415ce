//! PF-12: the markets in which the family holds.

use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-12",
    name: "markets_with_funded_promotions",
    grade: Grade::Capability,
    sources: &[
        Source::funded_promotions("The guide is written for the United States.")
            .zh("该指南是为美国编写的。"),
        Source::house("In other markets the family is not applicable until a source says more.")
            .zh("在其他市场，没有来源说明之前，这一类规则不适用。"),
    ],
    figures: &["funded.offered"],
    page: include_str!("markets_with_funded_promotions.md"),
    checks: &[Check::Capability],
};

/// Whether TikTok-funded promotions are known for the market of `policy` (PF-12).
pub fn funded_promotions_offered(policy: &Policy) -> bool {
    policy.choice("funded.offered") == Some("yes")
}
