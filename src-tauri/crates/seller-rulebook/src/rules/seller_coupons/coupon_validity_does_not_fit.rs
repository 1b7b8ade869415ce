//! CP-03: a claimed coupon can be used for a while, in a way that its type allows.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Period;
use seller_domain::seller_coupon::{CouponChange, CouponField, Validity};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-03",
    name: "coupon_validity_does_not_fit",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "Standard and chat coupons are valid for a number of days after the claim or in a range of dates, follower and review coupons for a number of days.",
        ).zh("普通优惠券和聊天优惠券在领取后若干天内或在日期范围内有效，粉丝优惠券和评价优惠券在领取后若干天内有效。"),
        Source::house("A range that ends before the claim period leaves late claims worthless.").zh("日期范围早于领取时间结束，会使之后的领取毫无价值。"),
    ],
    figures: &[],
    page: include_str!("coupon_validity_does_not_fit.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::Validity.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    let mut faults: Vec<_> = period_fault(case).into_iter().collect();
    if case.draft.kind.has(CouponField::Validity) {
        faults.extend(validity_fault(case));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn period_fault(case: &CouponCase<'_>) -> Option<Fault> {
    let now = case.facts.now;
    let over = case.draft.period.filter(|period| period.is_over(now))?;
    let fault = Fault::at(CouponField::Period.as_str()).variant("period_past");
    Some(fault.limit(now).value(over.end).gap(now - over.end))
}

fn validity_fault(case: &CouponCase<'_>) -> Option<Fault> {
    let fault = |variant| Fault::at(FIELD).variant(variant);
    let days = |days| CouponChange::Validity {
        to: Some(Validity::DaysAfterClaim { days }),
    };
    match case.draft.validity {
        None => Some(fault("missing")),
        Some(Validity::DaysAfterClaim { days: 0 }) => {
            Some(fault("days_missing").value(0u32).changes([days(1)]))
        }
        Some(Validity::DaysAfterClaim { .. }) => None,
        Some(Validity::Dates { period }) if !case.draft.kind.takes_validity_dates() => {
            let zone = case.zone();
            let length = zone.day_of(period.end) - zone.day_of(period.start);
            let length = u32::try_from(length.num_days()).unwrap_or(1).max(1);
            Some(fault("dates_not_taken").changes([days(length)]))
        }
        Some(Validity::Dates { period }) => dates_fault(case, period),
    }
}

fn dates_fault(case: &CouponCase<'_>, dates: Period) -> Option<Fault> {
    let now = case.facts.now;
    let fault = |variant| Fault::at(FIELD).variant(variant).value(dates.end);
    if !dates.is_forward() {
        return Some(fault("backwards").limit(dates.start));
    }
    if dates.is_over(now) {
        return Some(fault("past").limit(now).gap(now - dates.end));
    }
    let claims_end = case.draft.period?.end;
    (dates.end < claims_end).then(|| {
        let period = Period::new(dates.start, claims_end);
        fault("ends_early")
            .graded(Grade::Warn)
            .limit(claims_end)
            .gap(claims_end - dates.end)
            .changes([CouponChange::Validity {
                to: Some(Validity::Dates { period }),
            }])
    })
}
