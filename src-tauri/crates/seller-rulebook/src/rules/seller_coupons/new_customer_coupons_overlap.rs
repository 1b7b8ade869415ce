//! CP-12: one coupon for new customers at a time.

use super::shared::overlapping;
use crate::coupon_cases::CouponCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{Audience, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-12",
    name: "new_customer_coupons_overlap",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons("Only one coupon for new customers is active per time period.")
            .zh("同一时间段只能有一张新客优惠券生效。"),
        Source::house("A period ends before its last moment, so that two may touch.")
            .zh("时间段不含结束的那一刻，因此两段可以首尾相接。"),
    ],
    figures: &[],
    page: include_str!("new_customer_coupons_overlap.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let for_new = (CouponKind::Standard, Some(Audience::New));
    if (case.draft.kind, Some(case.draft.audience)) != for_new {
        return Verdict::NotApplicable;
    }
    overlapping(case, |other| (other.kind, other.audience) == for_new)
}
