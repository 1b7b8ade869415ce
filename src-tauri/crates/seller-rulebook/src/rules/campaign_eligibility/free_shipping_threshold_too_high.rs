//! CE-02: the shop ships free, from an amount that is low enough.

use crate::cases::ShopCase;
use crate::finding::{Criterion, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-02",
    name: "free_shipping_threshold_too_high",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "Sellers offer free shipping with a threshold of $30 or less; shipping requirements can vary by campaign.",
    ).zh("卖家提供门槛不高于 $30 的包邮；物流要求可能因活动而异。")],
    figures: &["campaign.free_shipping_threshold_at_most"],
    page: include_str!("free_shipping_threshold_too_high.md"),
    checks: &[Check::Shop(check)],
};

const FIELD: &str = "shop.free_shipping_threshold";

fn check(case: &ShopCase<'_>) -> Criterion {
    let stated = case.facts.campaign.criteria.free_shipping_threshold_at_most;
    let figure = case
        .policy
        .money("campaign.free_shipping_threshold_at_most");
    let Some(most) = stated.or(figure) else {
        return Criterion::not_applicable(FIELD);
    };
    let fault = Fault::at(FIELD).limit(most);
    let asked = Criterion::asks(FIELD, most);
    match case.facts.shop.free_shipping_threshold {
        Some(threshold) => asked
            .has(threshold)
            .verdict(Verdict::fail_if(threshold > most, || {
                fault.value(threshold).gap(threshold - most)
            })),
        None => asked
            .has(Param::Term("no_free_shipping"))
            .verdict(Verdict::Fail(vec![
                fault
                    .variant("not_offered")
                    .value(Param::Term("no_free_shipping")),
            ])),
    }
}
