//! SP-10: Smart Promotion is offered to shops with a sufficient SPS.

use crate::cases::EnrolmentCase;
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-10",
    name: "shop_score_below_programme_minimum",
    grade: Grade::Warn,
    sources: &[Source::public(
        "Smart Promotion is offered to shops with a Shop Performance Score of at least 3.5.",
    )
    .zh("智能促销向店铺评分（SPS）不低于 3.5 的店铺提供。")],
    figures: &["smart_promotion.minimum_sps"],
    page: include_str!("shop_score_below_programme_minimum.md"),
    checks: &[Check::Enrolling(check)],
};

fn check(case: &EnrolmentCase<'_>) -> Verdict {
    let Some(minimum) = case.policy.score("smart_promotion.minimum_sps") else {
        return Verdict::NotApplicable;
    };
    let fault = Fault::at("shop.sps").limit(minimum);
    match case.shop.sps {
        Some(score) if score >= minimum => Verdict::Pass,
        Some(score) => Verdict::Fail(vec![
            fault.value(score).gap(minimum.value() - score.value()),
        ]),
        None => Verdict::Fail(vec![fault.variant("unknown").value(Param::Term("none"))]),
    }
}
