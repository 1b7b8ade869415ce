//! CP-29: rewarded reviews carry a label.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::CouponKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-29",
    name: "incentivized_review_label",
    grade: Grade::Info,
    sources: &[Source::seller_coupons(
        "Reviews that earned a coupon are labelled \"Verified purchase Incentivized Review\".",
    )
    .zh("获得优惠券的评价带有“Verified purchase Incentivized Review”标签。")],
    figures: &[],
    page: include_str!("incentivized_review_label.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::Review {
        return Verdict::NotApplicable;
    }
    Verdict::Fail(vec![Fault::at("kind")])
}
