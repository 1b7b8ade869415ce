//! PF-02: each switch is moved on its own and confirmed.

use super::markets_with_funded_promotions::funded_promotions_offered;
use super::shared::type_term;
use crate::finding::{Fault, Param, Verdict};
use crate::funded_cases::{SwitchCase, SwitchConfirmation};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::funded_promotion::Position;

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-02",
    name: "switched_without_confirmation",
    grade: Grade::Block,
    sources: &[
        Source::funded_promotions(
            "To leave a type the seller clicks its switch and confirms; other types are left separately.",
        ).zh("退出一种类型时，卖家点击其开关并确认；其他类型分别退出。"),
        Source::house("What changed after it was shown has to be shown again.").zh("展示之后有变化的内容须重新展示。"),
    ],
    figures: &["funded.offered"],
    page: include_str!("switched_without_confirmation.md"),
    checks: &[Check::Switch(check)],
};

fn check(case: &SwitchCase<'_>) -> Verdict {
    if !funded_promotions_offered(case.policy) {
        return Verdict::NotApplicable;
    }
    let mut faults = Vec::new();
    let standing = case.timeline.standing(case.funded_type);
    if standing.position == case.to {
        let variant = match standing.since {
            None => "never_moved",
            Some(_) => "already",
        };
        let fault = Fault::at("to")
            .variant(variant)
            .value(position_term(case.to))
            .because("type", type_term(case.funded_type));
        faults.push(match standing.since {
            None => fault,
            Some(since) => fault.limit(since),
        });
    }
    let about = |variant| {
        Fault::at("confirmation")
            .variant(variant)
            .value(position_term(case.to))
            .because("type", type_term(case.funded_type))
    };
    match case.confirmation {
        SwitchConfirmation::Asked | SwitchConfirmation::Given => {}
        SwitchConfirmation::Missing => faults.push(about("missing")),
        SwitchConfirmation::Changed => faults.push(about("changed")),
    }
    if faults.is_empty() {
        Verdict::Pass
    } else {
        Verdict::Fail(faults)
    }
}

fn position_term(position: Position) -> Param {
    Param::Term(match position {
        Position::On => "switch.on",
        Position::Off => "switch.off",
    })
}
