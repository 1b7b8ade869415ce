//! SP-04: enrolling goes step by step, and the terms confirmed are the terms shown.

use super::shared::mode_term;
use crate::cases::{EnrolmentCase, EnrolmentStep};
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Percent;
use seller_domain::smart_promotion::Terms;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-04",
    name: "enrolment_step_or_terms_differ",
    grade: Grade::Block,
    sources: &[
        Source::smart_promotion_guide(
            "Sign up, then Confirm and next, which shows the service package, the fee rate and an exempted rate, then Confirm.",
        ).zh("先“立即加入”，再“确认并继续”（展示服务套餐、费率和减免后费率），最后“确认”。"),
        Source::house("Terms that changed after they were shown have to be shown again.").zh("展示之后变更的条款须重新展示。"),
    ],
    figures: &[],
    page: include_str!("enrolment_step_or_terms_differ.md"),
    checks: &[Check::Enrolling(check)],
};

fn check(case: &EnrolmentCase<'_>) -> Verdict {
    let mut faults = Vec::new();
    let next = match case.taken {
        None => EnrolmentStep::SignUp,
        Some(EnrolmentStep::SignUp) => EnrolmentStep::ConfirmAndNext,
        Some(EnrolmentStep::ConfirmAndNext | EnrolmentStep::Confirm) => EnrolmentStep::Confirm,
    };
    // Going back is allowed: a step that was taken may be taken again.
    if case.step > next {
        faults.push(
            Fault::at("step")
                .limit(step_term(next))
                .value(step_term(case.step)),
        );
    }
    if case.step == EnrolmentStep::Confirm {
        match case.shown {
            None => faults.push(Fault::at("terms").variant("not_shown")),
            Some(shown) => faults.extend(changes(shown, case.terms)),
        }
    }
    if faults.is_empty() {
        Verdict::Pass
    } else {
        Verdict::Fail(faults)
    }
}

/// One fault for every term that is no longer what was shown.
fn changes(shown: &Terms, now: &Terms) -> Vec<Fault> {
    let percent = |rate: Option<Percent>| rate.map_or(Param::Term("none"), Param::Percent);
    let changed = |field, shown: Param, now: Param| {
        (shown != now).then(|| {
            Fault::at(field)
                .variant("changed")
                .limit(now)
                .value(shown)
                .because("term", Param::Term(field))
        })
    };
    [
        changed("terms.mode", mode_term(shown.mode), mode_term(now.mode)),
        changed(
            "terms.service_package",
            Param::Text(shown.service_package.clone()),
            Param::Text(now.service_package.clone()),
        ),
        changed("terms.fee_rate", shown.fee_rate.into(), now.fee_rate.into()),
        changed(
            "terms.exempted_rate",
            percent(shown.exempted_rate),
            percent(now.exempted_rate),
        ),
        changed(
            "terms.campaign_surcharge",
            shown.campaign_surcharge.into(),
            now.campaign_surcharge.into(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn step_term(step: EnrolmentStep) -> Param {
    Param::Term(match step {
        EnrolmentStep::SignUp => "sign_up",
        EnrolmentStep::ConfirmAndNext => "confirm_and_next",
        EnrolmentStep::Confirm => "confirm",
    })
}
