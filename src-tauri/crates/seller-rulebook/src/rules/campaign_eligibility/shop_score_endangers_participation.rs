//! CE-05: a score that falls after acceptance warns first, then ends participation.

use crate::cases::ShopCase;
use crate::finding::{Criterion, Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-05",
    name: "shop_score_endangers_participation",
    grade: Grade::Warn,
    sources: &[Source::public(
        "After acceptance a score under 3.0 is a warning, under 2.5 it ends participation.",
    )
    .zh("通过审核之后，评分低于 3.0 会警告，低于 2.5 会终止参与。")],
    figures: &[
        "campaign.participation_ends_below_sps",
        "campaign.participation_warns_below_sps",
    ],
    page: include_str!("shop_score_endangers_participation.md"),
    checks: &[Check::Shop(check)],
};

const FIELD: &str = "shop.sps";

fn check(case: &ShopCase<'_>) -> Criterion {
    let facts = case.facts;
    let figures = (
        case.policy.score("campaign.participation_ends_below_sps"),
        case.policy.score("campaign.participation_warns_below_sps"),
    );
    let (Some(ends_below), Some(warns_below)) = figures else {
        return Criterion::not_applicable(FIELD);
    };
    if facts.accepted_products == 0 || facts.campaign.running.is_over(facts.now) {
        return Criterion::not_applicable(FIELD);
    }
    let asked = Criterion::asks(FIELD, warns_below).because("ends", ends_below);
    let Some(score) = facts.shop.sps else {
        return asked;
    };
    let fault = || {
        let (variant, limit) = if score < ends_below {
            ("ends", ends_below)
        } else {
            ("low", warns_below)
        };
        Fault::at(FIELD)
            .variant(variant)
            .limit(limit)
            .value(score)
            .gap(limit.value() - score.value())
            .because("ends", ends_below)
    };
    asked
        .has(score)
        .verdict(Verdict::fail_if(score < warns_below, fault))
}
