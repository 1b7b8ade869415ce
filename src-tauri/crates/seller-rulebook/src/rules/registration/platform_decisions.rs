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
        ),
        Source::public(
            "A product that is not accepted is rejected with a reason; the platform offers its results as a file.",
        ),
    ],
    figures: &[],
    page: include_str!("platform_decisions.md"),
    checks: &[Check::Capability],
};
