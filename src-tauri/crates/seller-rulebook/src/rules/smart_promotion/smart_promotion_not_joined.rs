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
        ),
        Source::public("Other seller documentation names March 2026 as the beginning."),
        Source::house(
            "The first of April in the shop's zone counts, by the registration or by the start of the campaign.",
        ),
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
