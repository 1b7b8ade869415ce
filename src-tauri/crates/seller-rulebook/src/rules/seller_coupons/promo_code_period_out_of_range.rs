//! CP-19: a promo code is active long enough and not too long.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use chrono::TimeDelta;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind};
use seller_domain::{Instant, Period};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-19",
    name: "promo_code_period_out_of_range",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "A promo code is active for more than 10 minutes and less than 30 days.",
        )
        .zh("优惠码的有效时间超过 10 分钟且少于 30 天。"),
        Source::public("Other public pages allow up to 365 days.")
            .zh("其他公开页面允许最长 365 天。"),
        Source::house("Minutes are real ones, days are calendar days of the shop.")
            .zh("分钟按实际时长计算，天数按店铺的自然日计算。"),
    ],
    figures: &[
        "coupon.promo_code_minutes_above",
        "coupon.promo_code_days_below",
    ],
    page: include_str!("promo_code_period_out_of_range.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::Period.as_str();
/// Seller Center takes dates to the minute.
const STEP: TimeDelta = TimeDelta::minutes(1);

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::PromoCode {
        return Verdict::NotApplicable;
    }
    let Some(period) = case.draft.period else {
        return Verdict::Fail(vec![Fault::at(FIELD).variant("missing")]);
    };
    if !period.is_forward() {
        let fault = Fault::at(FIELD).variant("backwards");
        return Verdict::Fail(vec![fault.limit(period.start).value(period.end)]);
    }
    let fault = |variant, bound: Instant, repaired: Instant| {
        let to = Period::new(period.start, repaired);
        Fault::at(FIELD)
            .variant(variant)
            .value(period.end - period.start)
            .gap((period.end - bound).abs())
            .changes([CouponChange::Period { to }])
    };
    if let Some(minutes) = case.policy.count("coupon.promo_code_minutes_above") {
        let bound = period.start + TimeDelta::minutes(minutes.into());
        if period.end <= bound {
            let fault = fault("too_short", bound, bound + STEP);
            return Verdict::Fail(vec![fault.limit(minutes)]);
        }
    }
    if let Some(days) = case.policy.count("coupon.promo_code_days_below") {
        let bound = case.zone().days_after(period.start, days);
        if period.end >= bound {
            let fault = fault("too_long", bound, bound - STEP);
            return Verdict::Fail(vec![fault.limit(days)]);
        }
    }
    Verdict::Pass
}
