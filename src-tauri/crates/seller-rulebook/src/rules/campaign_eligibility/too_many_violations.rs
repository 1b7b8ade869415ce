//! CE-06: the shop has few violations for prohibited content or products.

use crate::cases::ShopCase;
use crate::finding::{Criterion, Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-06",
    name: "too_many_violations",
    grade: Grade::Block,
    sources: &[Source::public(
        "Shops with fewer than 3 violations for prohibited content or products in 30 days can register.",
    ).zh("30 天内因违禁内容或商品违规少于 3 次的店铺可以报名。")],
    figures: &["campaign.violations_below", "campaign.violations_days"],
    page: include_str!("too_many_violations.md"),
    checks: &[Check::Shop(check)],
};

const FIELD: &str = "shop.violations";

fn check(case: &ShopCase<'_>) -> Criterion {
    let stated = case.facts.campaign.criteria.violations_below;
    let below = stated.or(case.policy.count("campaign.violations_below"));
    let days = case.policy.count("campaign.violations_days");
    let (Some(below), Some(days)) = (below, days) else {
        return Criterion::not_applicable(FIELD);
    };
    let violations = case.facts.shop.violations;
    Criterion::asks(FIELD, below)
        .has(violations)
        .because("days", days)
        .verdict(Verdict::fail_if(violations >= below, || {
            Fault::at(FIELD)
                .limit(below)
                .value(violations)
                .gap((violations - below).saturating_add(1))
                .because("days", days)
        }))
}
