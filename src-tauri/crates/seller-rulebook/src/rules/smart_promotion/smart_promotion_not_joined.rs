//! SP-01: the shop is in Smart Promotion, in a mode that the campaign accepts.

use super::shared::{accepted_modes, mode_term};
use crate::cases::ShopCase;
use crate::finding::{Criterion, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-01",
    name: "smart_promotion_not_joined",
    grade: Grade::Block,
    sources: &[
        Source::smart_promotion_guide(
            "From April 2026 a shop must be enrolled in Smart Promotion, in either mode, to take part in campaigns.",
        ).zh("自 2026 年 4 月起，店铺须加入智能促销的任一模式才能参加活动。"),
        Source::public("Other seller documentation names March 2026 as the beginning.").zh("其他卖家资料写明自 2026 年 3 月开始。"),
        Source::house(
            "The first of April in the shop's zone counts, by the registration or by the start of the campaign.",
        ).zh("以店铺时区的 4 月 1 日为准，看报名时间或活动开始时间。"),
    ],
    figures: &[
        "smart_promotion.required_from",
        "smart_promotion.required_scope",
    ],
    page: include_str!("smart_promotion_not_joined.md"),
    checks: &[Check::Shop(check)],
};

const FIELD: &str = "smart_promotion";

fn check(case: &ShopCase<'_>) -> Criterion {
    let facts = case.facts;
    let Some(accepted) = accepted_modes(&facts.campaign, facts.now, case.zone(), case.policy)
    else {
        return Criterion::not_applicable(FIELD);
    };
    let joined = facts.enrolment.terms().map(|terms| terms.mode);
    let limit = Param::List(accepted.iter().copied().map(mode_term).collect());
    let value = joined.map_or(Param::Term("not_enrolled"), mode_term);
    let fault = || {
        let fault = Fault::at(FIELD).limit(limit.clone()).value(value.clone());
        match joined {
            Some(_) => fault.variant("other_mode"),
            None => fault,
        }
    };
    let accepts = joined.is_some_and(|mode| accepted.contains(&mode));
    Criterion::asks(FIELD, limit.clone())
        .has(value.clone())
        .verdict(Verdict::fail_if(!accepts, fault))
}
