//! CE-01: the shop's SPS reaches the campaign's minimum.

use crate::cases::ShopCase;
use crate::finding::{Criterion, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-01",
    name: "shop_score_below_minimum",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "The Shop Performance Score must be 3.5 or higher; a shop without one may still be eligible.",
    ).zh("店铺评分（SPS）须不低于 3.5；还没有评分的店铺仍可能符合资格。")],
    figures: &["campaign.minimum_sps"],
    page: include_str!("shop_score_below_minimum.md"),
    checks: &[Check::Shop(check)],
};

fn check(case: &ShopCase<'_>) -> Criterion {
    let stated = case.facts.campaign.criteria.minimum_sps;
    let Some(minimum) = stated.or(case.policy.score("campaign.minimum_sps")) else {
        return Criterion::not_applicable("shop.sps");
    };
    let verdict = match case.facts.shop.sps {
        Some(score) => Verdict::fail_if(score < minimum, || {
            Fault::at("shop.sps")
                .limit(minimum)
                .value(score)
                .gap(minimum.value() - score.value())
        }),
        None => Verdict::Fail(vec![
            Fault::at("shop.sps")
                .variant("unknown")
                .graded(Grade::Warn)
                .limit(minimum)
                .value(Param::Term("none")),
        ]),
    };
    let actual = case
        .facts
        .shop
        .sps
        .map_or(Param::Term("none"), Param::Score);
    Criterion::asks("shop.sps", minimum)
        .has(actual)
        .verdict(verdict)
}
