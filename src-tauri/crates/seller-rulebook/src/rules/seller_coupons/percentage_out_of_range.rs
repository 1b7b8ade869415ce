//! CP-06: a percentage lies in the range of its coupon type.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Percent;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-06",
    name: "percentage_out_of_range",
    grade: Grade::Block,
    sources: &[Source::public(
        "Standard, review and promo coupons take 5 % to 50 % off, follower coupons up to 80 %, chat coupons up to 99 %.",
    ).zh("普通优惠券、评价优惠券和优惠码的折扣为 5% 至 50%，粉丝优惠券最高 80%，聊天优惠券最高 99%。")],
    figures: &[
        "coupon.rate_at_least",
        "coupon.rate_warns_above",
        "coupon.rate_at_most",
        "coupon.follower_rate_at_most",
        "coupon.chat_rate_at_most",
    ],
    page: include_str!("percentage_out_of_range.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let Some(rate) = case.draft.rate else {
        return Verdict::NotApplicable;
    };
    let (most, usual) = match case.draft.kind {
        CouponKind::Follower => ("coupon.follower_rate_at_most", None),
        CouponKind::Chat => ("coupon.chat_rate_at_most", None),
        _ => ("coupon.rate_at_most", Some("coupon.rate_warns_above")),
    };
    let figure = |key| case.policy.percent(key);
    if let Some(least) = figure("coupon.rate_at_least").filter(|least| rate < *least) {
        return Verdict::Fail(vec![bounded("too_low", rate, least)]);
    }
    if let Some(most) = figure(most).filter(|most| rate > *most) {
        // Lowered to the highest one alone, it would be unusual still.
        let to = usual.and_then(figure).unwrap_or(most);
        let fault = bounded("too_high", rate, most);
        return Verdict::Fail(vec![Fault {
            changes: vec![CouponChange::Rate { to: Some(to) }],
            ..fault
        }]);
    }
    match usual.and_then(figure).filter(|usual| rate > *usual) {
        Some(usual) => Verdict::Fail(vec![bounded("unusual", rate, usual).graded(Grade::Warn)]),
        None => Verdict::Pass,
    }
}

fn bounded(variant: &'static str, rate: Percent, to: Percent) -> Fault {
    Fault::at(CouponField::Rate.as_str())
        .variant(variant)
        .limit(to)
        .value(rate)
        .gap((rate.value() - to.value()).abs())
        .because("pays", rate.rest())
        .changes([CouponChange::Rate { to: Some(to) }])
}
