//! RG-11: what is filled in before the seller types.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-11",
    name: "prefilled_prices",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "Retail prices are filled in already; the price entered in one campaign is prefilled in the next one.",
    ).zh("零售价已经填好；在一个活动中填写的价格会预填到下一个活动。")],
    figures: &[],
    page: include_str!("prefilled_prices.md"),
    checks: &[Check::Capability],
};
