//! RG-11: what is filled in before the seller types.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-11",
    name: "prefilled_prices",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "Retail prices are filled in already; the price entered in one campaign is prefilled in the next one.",
    )],
    figures: &[],
    page: include_str!("prefilled_prices.md"),
    checks: &[Check::Capability],
};
