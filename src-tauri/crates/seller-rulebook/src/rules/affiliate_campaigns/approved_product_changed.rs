//! AF-08: a product goes from state to state as partner and seller agree; once approved, its rate
//! is frozen.

use super::shared::leave_out;
use crate::finding::{Fault, Param, Verdict};
use crate::partner_cases::{JoinProductCase, PartnerAct, PartnerActCase};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::partner_campaign::{JoinField, JoinedStateKind, PartnerChange};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-08",
    name: "approved_product_changed",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns(
            "Affiliate partners review the products; once approved they are promoted, and their status is followed under Joined.",
        ).zh("联盟合作伙伴审核商品；通过后即推广，状态可在“已参加”中查看。"),
        Source::public(
            "After approval the rate cannot be changed, and closing a product needs the partner's consent.",
        ).zh("通过之后佣金率不能更改，关闭商品须经合作伙伴同意。"),
        Source::house(
            "A rejected or closed product can be registered again while registration is open; a partner that does not consent keeps the product approved.",
        ).zh("被拒绝或已关闭的商品可以在报名期内重新报名；合作伙伴不同意关闭的，商品仍为已通过。"),
    ],
    figures: &[],
    page: include_str!("approved_product_changed.md"),
    checks: &[Check::JoiningProduct(check), Check::PartnerAct(act)],
};

/// A product that is in cannot be registered a second time.
fn check(case: &JoinProductCase<'_>) -> Verdict {
    let state = case.product().and_then(|product| product.state);
    match state {
        None | Some(JoinedStateKind::Rejected | JoinedStateKind::Closed) => Verdict::Pass,
        Some(state) => Verdict::Fail(vec![
            Fault::at(JoinField::Products.as_str())
                .variant("in_already")
                .value(state)
                .partner_changes(leave_out(case)),
        ]),
    }
}

fn act(case: &PartnerActCase<'_>) -> Verdict {
    let state = case.product.state.kind();
    match case.act {
        PartnerAct::Become { to } => becoming(state, to.kind()),
        PartnerAct::SetRate { to } if *to != case.product.rate => rate(case, state),
        PartnerAct::SetRate { .. } => Verdict::Pass,
        PartnerAct::SetSamples { .. } | PartnerAct::NoteSamplesApproved { .. } => {
            Verdict::NotApplicable
        }
    }
}

fn becoming(from: JoinedStateKind, to: JoinedStateKind) -> Verdict {
    if from.next().contains(&to) {
        return Verdict::Pass;
    }
    let variant = match (from, to) {
        (from, to) if from == to => "same_state",
        (JoinedStateKind::Approved, JoinedStateKind::Closed) => "without_consent",
        (JoinedStateKind::Rejected | JoinedStateKind::Closed, _) => "over",
        _ => "not_reachable",
    };
    let ways = from
        .next()
        .iter()
        .map(|state| Param::from(*state))
        .collect();
    Verdict::Fail(vec![
        Fault::at("state")
            .variant(variant)
            .value(from)
            .because("to", to)
            .because("ways", Param::List(ways)),
    ])
}

fn rate(case: &PartnerActCase<'_>, state: JoinedStateKind) -> Verdict {
    let fault = |variant| {
        Fault::at(JoinField::Rate.as_str())
            .variant(variant)
            .value(state)
            .limit(case.product.rate)
            .partner_changes([PartnerChange::ProductRate {
                product_id: case.product.product_id.clone(),
                to: case.product.rate,
            }])
    };
    match state {
        JoinedStateKind::Pending => Verdict::Pass,
        state if state.freezes_rate() => Verdict::Fail(vec![fault("rate_frozen")]),
        _ => Verdict::Fail(vec![fault("rate_of_the_past")]),
    }
}
