//! AF-07: the sample quantity never falls below what is approved already.

use crate::finding::{Fault, Verdict};
use crate::partner_cases::{PartnerAct, PartnerActCase};
use crate::rule::{Check, Grade, Rule, Source};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::partner_campaign::{JoinField, JoinedStateKind, PartnerChange, whole_samples};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-07",
    name: "samples_below_approved",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns("The sample quantity can be edited at any time.")
            .zh("样品数量可以随时修改。"),
        Source::public("It cannot be set below the samples that are approved already.")
            .zh("不能低于已通过的样品数。"),
        Source::house("Samples are asked for once the product is approved.")
            .zh("商品通过之后才会申请样品。"),
    ],
    figures: &[],
    page: include_str!("samples_below_approved.md"),
    checks: &[Check::PartnerAct(act)],
};

const FIELD: &str = JoinField::Samples.as_str();

fn act(case: &PartnerActCase<'_>) -> Verdict {
    match case.act {
        PartnerAct::SetSamples { to } => set(case, *to),
        PartnerAct::NoteSamplesApproved { to } => approved(case, *to),
        PartnerAct::Become { .. } | PartnerAct::SetRate { .. } => Verdict::NotApplicable,
    }
}

fn set(case: &PartnerActCase<'_>, to: Decimal) -> Verdict {
    let approved = case.product.samples.approved;
    let change = |to| PartnerChange::ProductSamples {
        product_id: case.product.product_id.clone(),
        to,
    };
    let Some(wanted) = whole_samples(to) else {
        let nearest = to.ceil().max(Decimal::from(approved)).to_u32();
        let fault = Fault::at(FIELD).variant("not_whole").value(to);
        return Verdict::Fail(vec![
            fault.limit(u32::MAX).partner_changes(nearest.map(change)),
        ]);
    };
    Verdict::fail_if(wanted < approved, || {
        Fault::at(FIELD)
            .variant("below_approved")
            .limit(approved)
            .value(wanted)
            .gap(approved.saturating_sub(wanted))
            .partner_changes([change(approved)])
    })
}

fn approved(case: &PartnerActCase<'_>, to: Decimal) -> Verdict {
    let fault = |variant| Fault::at("approved").variant(variant);
    let Some(noted) = whole_samples(to) else {
        return Verdict::Fail(vec![fault("not_whole").value(to).limit(u32::MAX)]);
    };
    let mut faults = Vec::new();
    let set = case.product.samples.set;
    if noted > set {
        let beyond = fault("beyond_quantity").limit(set).value(noted);
        faults.push(beyond.gap(noted.saturating_sub(set)));
    }
    let state = case.product.state.kind();
    if noted > 0 && matches!(state, JoinedStateKind::Pending | JoinedStateKind::Rejected) {
        faults.push(fault("not_approved").value(state));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}
