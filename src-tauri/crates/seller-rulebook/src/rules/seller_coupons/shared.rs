//! What several rules of the family share: reasons, overlapping periods, worked examples.

pub(super) mod review_standing;

use crate::coupon_cases::{ClaimCase, CouponCase, OtherCoupon};
use crate::finding::{Fault, Verdict};
use crate::rule::Grade;
use crate::worked::{Given, NotWorked};
use seller_domain::campaign::CouponDiscount;
use seller_domain::seller_coupon::{
    CouponChange, CouponDraft, CouponField, CouponKind, CouponState, CouponTerms,
};
use seller_domain::{Instant, Period, Zone};

/// A reason why the customer gets the coupon.
pub(super) fn speaks_for(field: &'static str, variant: &'static str) -> Fault {
    Fault::at(field).variant(variant).graded(Grade::Info)
}

/// A reason why the customer does not get the coupon.
pub(super) fn speaks_against(field: &'static str, variant: &'static str) -> Fault {
    Fault::at(field).variant(variant).graded(Grade::Block)
}

/// Whether the coupon's period lets it be claimed now.
pub(super) fn claimable_now(case: &ClaimCase<'_>) -> Verdict {
    let period = case.coupon.terms.period;
    let fault = |variant| speaks_against(CouponField::Period.as_str(), variant).value(case.now);
    match CouponState::of(period, false, case.now) {
        CouponState::Upcoming => Verdict::Fail(vec![
            fault("not_yet")
                .limit(period.start)
                .gap(period.start - case.now),
        ]),
        CouponState::Ended => Verdict::Fail(vec![
            fault("over").limit(period.end).gap(case.now - period.end),
        ]),
        _ => Verdict::Pass,
    }
}

/// The live coupons of the shop that are `like` the one in the wizard and whose periods overlap
/// its own, one fault each (CP-12, CP-16). The repair moves the whole period behind them.
pub(super) fn overlapping(case: &CouponCase<'_>, like: impl Fn(&OtherCoupon) -> bool) -> Verdict {
    let Some(period) = case.draft.period.filter(|period| period.is_forward()) else {
        return Verdict::NotApplicable;
    };
    let rivals: Vec<_> = case
        .others()
        .filter(|other| other.state.is_live() && like(other))
        .collect();
    let busy: Vec<_> = rivals.iter().map(|rival| rival.period).collect();
    let starts_anew = case
        .before
        .is_none_or(|before| before.state(case.facts.now) != CouponState::Ongoing);
    let faults: Vec<_> = rivals
        .iter()
        .filter(|rival| rival.period.overlaps(period))
        .map(|rival| {
            let moved = || CouponChange::Period {
                to: first_free(period, &busy, case.zone()),
            };
            let shared = period.end.min(rival.period.end) - period.start.max(rival.period.start);
            Fault::at(CouponField::Period.as_str())
                .limit(rival.name.as_str())
                .gap(shared)
                .because("starts", rival.period.start)
                .because("ends", rival.period.end)
                .changes(starts_anew.then(moved))
        })
        .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

/// The period, as long on the calendar as `wanted`, at its start or the first moment after that
/// from which on it overlaps none of `busy`.
fn first_free(wanted: Period, busy: &[Period], zone: Zone) -> Period {
    let mut free = wanted;
    // Each pass starts later, behind one more of the others.
    while let Some(start) = latest_end(free, busy) {
        let length = zone.wall_clock(wanted.end) - zone.wall_clock(wanted.start);
        free = Period::new(start, zone.at(zone.wall_clock(start) + length));
    }
    free
}

fn latest_end(period: Period, busy: &[Period]) -> Option<Instant> {
    busy.iter()
        .filter(|other| other.overlaps(period))
        .map(|other| other.end)
        .max()
        .filter(|end| *end > period.start)
}

/// The word for a field ([`crate::message`]).
pub(super) fn field_term(field: CouponField) -> &'static str {
    match field {
        CouponField::Name => "field.name",
        CouponField::ClaimCode => "field.claim_code",
        CouponField::Period => "field.period",
        CouponField::Validity => "field.validity",
        CouponField::Audience => "field.audience",
        CouponField::Customer => "field.customer",
        CouponField::Amount => "field.amount",
        CouponField::Rate => "field.rate",
        CouponField::MaximumDiscount => "field.maximum_discount",
        CouponField::MinimumSpend => "field.minimum_spend",
        CouponField::Quantity => "field.quantity",
        CouponField::ClaimsPerCustomer => "field.claims_per_customer",
        CouponField::Scope => "field.scope",
    }
}

/// How worked examples write whether something holds.
pub(super) fn yes_or_no(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}

/// What the coupon of a worked example takes off: `amount`, or `rate` with or without `maximum`.
pub(super) fn discount(given: &Given) -> Result<CouponDiscount, NotWorked> {
    Ok(match given.optional_as("amount")? {
        Some(amount) => CouponDiscount::Fixed { amount },
        None => CouponDiscount::Percentage {
            rate: given.percent("rate")?,
            maximum: given.optional_as("maximum")?,
        },
    })
}

/// The coupon of a worked example: its discount and, where one is given, `minimum_spend`.
pub(super) fn terms(given: &Given, kind: CouponKind) -> Result<CouponTerms, NotWorked> {
    let now = Instant::UNIX_EPOCH;
    let mut draft = CouponDraft::new("coupon".into(), kind);
    draft.period = Some(Period::new(now, now));
    draft.quantity = Some(1.into());
    match discount(given)? {
        CouponDiscount::Fixed { amount } => draft.amount = Some(amount),
        CouponDiscount::Percentage { rate, maximum } => {
            draft.rate = Some(rate);
            draft.maximum_discount = maximum;
        }
    }
    draft.minimum_spend = given.optional_as("minimum_spend")?;
    draft.terms().map_err(|why| NotWorked::Unreadable {
        name: "coupon",
        text: String::new(),
        why: why.to_string(),
    })
}
