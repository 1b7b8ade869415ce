//! CP-22: what a promo code may leave open.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{ClaimLimit, CouponChange, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-22",
    name: "promo_code_terms",
    grade: Grade::Capability,
    sources: &[Source::seller_coupons(
        "A promo code has a minimum spend or none, is for the whole shop or products, has a usage quantity, is claimed once per customer or without limit; any number of promo codes can run.",
    ).zh("优惠码可设或不设最低消费，适用于全店或指定商品，有可使用的数量，每位顾客可领取一次或不限次数；可同时进行任意数量的优惠码。")],
    figures: &[],
    page: include_str!("promo_code_terms.md"),
    checks: &[Check::Capability, Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let field = CouponField::ClaimsPerCustomer;
    let ClaimLimit::AtMost { times } = case.draft.claims_per_customer else {
        return Verdict::Pass;
    };
    let variant = match (case.draft.kind, times) {
        (kind, _) if !kind.has(field) => return Verdict::NotApplicable,
        (_, 0) => "no_claim",
        (_, 1) | (CouponKind::Standard, _) => return Verdict::Pass,
        _ => "several",
    };
    let once = ClaimLimit::AtMost { times: 1 };
    Verdict::Fail(vec![
        Fault::at(field.as_str())
            .variant(variant)
            .graded(Grade::Block)
            .limit(1u32)
            .value(times)
            .changes([CouponChange::ClaimsPerCustomer { to: once }]),
    ])
}
