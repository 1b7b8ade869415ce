//! CP-30: the whole claim code can be shared; it works in its period.

use super::shared::claimable_now;
use crate::coupon_cases::{ClaimCase, CouponCase};
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{CouponField, CouponKind, full_claim_code};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-30",
    name: "sharing_claim_code",
    grade: Grade::Info,
    sources: &[Source::seller_coupons(
        "A promo code is shared by copying it and redeemed within its period; it is created on the desktop, not in the mobile app.",
    ).zh("优惠码可复制分享，在有效时间内兑换；须在电脑端创建，手机应用不支持。")],
    figures: &[],
    page: include_str!("sharing_claim_code.md"),
    checks: &[Check::Coupon(check), Check::Claim(claim)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let draft = case.draft;
    let (CouponKind::PromoCode, Some(period)) = (draft.kind, draft.period) else {
        return Verdict::NotApplicable;
    };
    if draft.claim_code.trim().is_empty() {
        return Verdict::NotApplicable;
    }
    Verdict::Fail(vec![
        Fault::at(CouponField::ClaimCode.as_str())
            .variant("shared")
            .value(full_claim_code(&case.facts.prefix, &draft.claim_code))
            .because("starts", period.start)
            .because("ends", period.end),
    ])
}

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::PromoCode {
        return Verdict::NotApplicable;
    }
    claimable_now(case)
}
