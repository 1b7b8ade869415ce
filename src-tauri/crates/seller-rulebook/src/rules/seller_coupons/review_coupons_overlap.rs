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
        ),
        Source::house("A period ends before its last moment, so that two may touch."),
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
