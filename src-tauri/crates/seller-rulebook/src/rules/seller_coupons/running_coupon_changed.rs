//! CP-27: of a coupon that runs little can change.

use super::shared::field_term;
use crate::coupon_cases::{CHANGEABLE, CouponEditCase};
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Period;
use seller_domain::seller_coupon::{CouponChange, CouponDraft, CouponField, CouponState};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-27",
    name: "running_coupon_changed",
    grade: Grade::Block,
    sources: &[Source::public(
        "Of an active promotion the name, the end and the quantity can be changed: the end to a later day, the quantity to a higher number.",
    ).zh("进行中的促销可以更改名称、结束时间和数量：结束时间只能推后，数量只能增加。")],
    figures: &[],
    page: include_str!("running_coupon_changed.md"),
    checks: &[Check::CouponEdit(check)],
};

fn check(case: &CouponEditCase<'_>) -> Verdict {
    let before = CouponDraft::editing(case.before);
    let mut faults: Vec<_> = kind_fault(&before, case.draft).into_iter().collect();
    match case.before.state(case.now) {
        CouponState::Upcoming | CouponState::Draft => {}
        CouponState::Ended => return over("ended"),
        CouponState::Deactivated => return over("deactivated"),
        CouponState::Ongoing => faults.extend(running_faults(&before, case.draft)),
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn over(state: &'static str) -> Verdict {
    let fault = Fault::at("state").variant("over").value(Param::Term(state));
    Verdict::Fail(vec![fault])
}

/// A coupon never becomes one of another type.
fn kind_fault(before: &CouponDraft, draft: &CouponDraft) -> Option<Fault> {
    (before.kind != draft.kind).then(|| {
        Fault::at("kind")
            .variant("kind")
            .changes([CouponChange::Kind { to: before.kind }])
    })
}

fn running_faults(before: &CouponDraft, draft: &CouponDraft) -> Vec<Fault> {
    let frozen = before.kind.fields().into_iter();
    let frozen = frozen.filter(|field| !CHANGEABLE.contains(field));
    let mut faults: Vec<_> = frozen
        .filter_map(|field| put_back(field, before, draft).map(|change| (field, change)))
        .map(|(field, change)| {
            Fault::at(field.as_str())
                .variant("frozen")
                .because("field", Param::Term(field_term(field)))
                .changes([change])
        })
        .collect();
    faults.extend(period_fault(before, draft));
    faults.extend(quantity_fault(before, draft));
    faults
}

/// The change that makes `field` what it is; none if it is that already.
fn put_back(field: CouponField, before: &CouponDraft, draft: &CouponDraft) -> Option<CouponChange> {
    use CouponChange as Change;
    let (changed, back) = match field {
        CouponField::ClaimCode => (
            before.claim_code.trim() != draft.claim_code.trim(),
            Change::ClaimCode {
                to: before.claim_code.clone(),
            },
        ),
        CouponField::Validity => (
            before.validity != draft.validity,
            Change::Validity {
                to: before.validity,
            },
        ),
        CouponField::Audience => (
            before.audience != draft.audience,
            Change::Audience {
                to: before.audience,
            },
        ),
        CouponField::Customer => (
            before.customer.trim() != draft.customer.trim(),
            Change::Customer {
                to: before.customer.clone(),
            },
        ),
        CouponField::Amount => (
            before.amount != draft.amount,
            Change::Amount { to: before.amount },
        ),
        CouponField::Rate => (before.rate != draft.rate, Change::Rate { to: before.rate }),
        CouponField::MaximumDiscount => (
            before.maximum_discount != draft.maximum_discount,
            Change::MaximumDiscount {
                to: before.maximum_discount,
            },
        ),
        CouponField::MinimumSpend => (
            before.minimum_spend != draft.minimum_spend,
            Change::MinimumSpend {
                to: before.minimum_spend,
            },
        ),
        CouponField::ClaimsPerCustomer => (
            before.claims_per_customer != draft.claims_per_customer,
            Change::ClaimsPerCustomer {
                to: before.claims_per_customer,
            },
        ),
        CouponField::Scope => (
            before.scope != draft.scope,
            Change::Scope {
                to: before.scope.clone(),
            },
        ),
        CouponField::Name | CouponField::Period | CouponField::Quantity => return None,
    };
    changed.then_some(back)
}

fn period_fault(before: &CouponDraft, draft: &CouponDraft) -> Option<Fault> {
    let (was, wanted) = (before.period?, draft.period?);
    let to = Period::new(was.start, wanted.end.max(was.end));
    let fault = |variant| {
        Fault::at(CouponField::Period.as_str())
            .variant(variant)
            .changes([CouponChange::Period { to }])
    };
    if wanted.start != was.start {
        return Some(fault("start").limit(was.start).value(wanted.start));
    }
    (wanted.end < was.end).then(|| {
        fault("earlier_end")
            .limit(was.end)
            .value(wanted.end)
            .gap(was.end - wanted.end)
    })
}

fn quantity_fault(before: &CouponDraft, draft: &CouponDraft) -> Option<Fault> {
    let (was, wanted) = (before.quantity?, draft.quantity?);
    let back = before
        .whole_quantity()
        .map(|to| CouponChange::Quantity { to: to.get() });
    (wanted < was).then(|| {
        Fault::at(CouponField::Quantity.as_str())
            .variant("fewer")
            .limit(was)
            .value(wanted)
            .gap(was - wanted)
            .changes(back)
    })
}
