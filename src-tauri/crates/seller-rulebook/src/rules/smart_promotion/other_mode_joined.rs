//! SP-02: a shop is in one mode of Smart Promotion at a time.

use super::shared::mode_term;
use crate::cases::EnrolmentCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-02",
    name: "other_mode_joined",
    grade: Grade::Block,
    sources: &[Source::smart_promotion_guide(
        "A single seller can be in only one of the two modes.",
    )
    .zh("一个卖家只能加入两种模式之一。")],
    figures: &[],
    page: include_str!("other_mode_joined.md"),
    checks: &[Check::Enrolling(check)],
};

fn check(case: &EnrolmentCase<'_>) -> Verdict {
    let joined = case.enrolment.terms().map(|terms| terms.mode);
    let Some(joined) = joined else {
        return Verdict::Pass;
    };
    let fault = Fault::at("mode")
        .limit(mode_term(joined))
        .value(mode_term(case.mode));
    Verdict::Fail(vec![if joined == case.mode {
        fault.variant("same")
    } else {
        fault
    }])
}
