//! CP-02: the claim period of a coupon is neither too short nor too long.

use super::shared::claimable_now;
use crate::coupon_cases::{ClaimCase, CouponCase};
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Period;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-02",
    name: "claim_period_out_of_range",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons("The claim period lasts at least 30 and at most 180 days.")
            .zh("领取时间至少 30 天，最多 180 天。"),
        Source::public("Other public pages give follower coupons up to 365 days.")
            .zh("其他公开页面允许粉丝优惠券长达 365 天。"),
        Source::house(
            "Days are calendar days of the shop: the same time on the wall, so many days later.",
        )
        .zh("天数按店铺的自然日计算：若干天后的同一钟点。"),
    ],
    figures: &[
        "coupon.claim_period_days_at_least",
        "coupon.claim_period_days_at_most",
        "coupon.follower_claim_period_days_at_most",
    ],
    page: include_str!("claim_period_out_of_range.md"),
    checks: &[Check::Coupon(check), Check::Claim(claim)],
};

const FIELD: &str = CouponField::Period.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    let most = match case.draft.kind {
        CouponKind::PromoCode => return Verdict::NotApplicable,
        CouponKind::Follower => "coupon.follower_claim_period_days_at_most",
        _ => "coupon.claim_period_days_at_most",
    };
    let Some(period) = case.draft.period else {
        return Verdict::Fail(vec![Fault::at(FIELD).variant("missing")]);
    };
    if !period.is_forward() {
        let fault = Fault::at(FIELD).variant("backwards");
        return Verdict::Fail(vec![fault.limit(period.start).value(period.end)]);
    }
    let end = |days| case.zone().days_after(period.start, days);
    let fault = |variant, days: u32| {
        let to = Period::new(period.start, end(days));
        Fault::at(FIELD)
            .variant(variant)
            .limit(days)
            .value(period.end - period.start)
            .gap((period.end - to.end).abs())
            .changes([CouponChange::Period { to }])
    };
    let least = case.policy.count("coupon.claim_period_days_at_least");
    if let Some(days) = least.filter(|days| period.end < end(*days)) {
        return Verdict::Fail(vec![fault("too_short", days)]);
    }
    match case
        .policy
        .count(most)
        .filter(|days| period.end > end(*days))
    {
        Some(days) => Verdict::Fail(vec![fault("too_long", days)]),
        None => Verdict::Pass,
    }
}

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind == CouponKind::PromoCode {
        return Verdict::NotApplicable;
    }
    claimable_now(case)
}
