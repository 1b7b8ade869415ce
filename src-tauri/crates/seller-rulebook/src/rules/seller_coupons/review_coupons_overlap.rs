//! CP-16: one review coupon at a time.

use super::shared::overlapping;
use crate::coupon_cases::CouponCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::CouponKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-16",
    name: "review_coupons_overlap",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "Only one review coupon is active at a time; another one is possible where their dates do not overlap.",
        ).zh("同一时间只能有一张评价优惠券生效；日期不重叠时可以再设一张。"),
        Source::house("A period ends before its last moment, so that two may touch.").zh("时间段不含结束的那一刻，因此两段可以首尾相接。"),
    ],
    figures: &[],
    page: include_str!("review_coupons_overlap.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::Review {
        return Verdict::NotApplicable;
    }
    overlapping(case, |other| other.kind == CouponKind::Review)
}
