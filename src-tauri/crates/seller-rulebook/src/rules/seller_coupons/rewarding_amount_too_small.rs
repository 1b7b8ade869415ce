//! CP-05: follower and review coupons take off enough to reward someone.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Money;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-05",
    name: "rewarding_amount_too_small",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "Follower and review coupons take $3 or more off, by the average order value of the last 30 days.",
        ).zh("粉丝优惠券和评价优惠券减 $3 或更多，视近 30 天平均客单价而定。"),
        Source::public(
            "Shops with an average order value above $30 are advised to give followers at least $5.",
        ).zh("建议平均客单价高于 $30 的店铺给粉丝至少 $5。"),
    ],
    figures: &[
        "coupon.follower_and_review_amount_at_least",
        "coupon.follower_amount_advised",
        "coupon.follower_amount_advised_above",
    ],
    page: include_str!("rewarding_amount_too_small.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::Amount.as_str();
const ADVISED: &str = "coupon.follower_amount_advised";

fn check(case: &CouponCase<'_>) -> Verdict {
    let rewards = matches!(case.draft.kind, CouponKind::Follower | CouponKind::Review);
    let (true, Some(amount)) = (rewards, case.draft.amount) else {
        return Verdict::NotApplicable;
    };
    let key = "coupon.follower_and_review_amount_at_least";
    let Some(least) = case.policy.money(key) else {
        return Verdict::NotApplicable;
    };
    if amount < least {
        // Raised to the least alone, a follower coupon could be pointed out still.
        let to = match advised(case, least) {
            Verdict::Fail(_) => case.policy.money(ADVISED).unwrap_or(least),
            _ => least,
        };
        let fault = raised("too_small", amount, least);
        return Verdict::Fail(vec![Fault {
            changes: vec![CouponChange::Amount { to: Some(to) }],
            ..fault
        }]);
    }
    advised(case, amount)
}

/// What shops with larger orders are advised to give followers.
fn advised(case: &CouponCase<'_>, amount: Money) -> Verdict {
    if case.draft.kind != CouponKind::Follower {
        return Verdict::Pass;
    }
    let figures = (
        case.policy.money(ADVISED),
        case.policy.money("coupon.follower_amount_advised_above"),
    );
    let (Some(advised), Some(above)) = figures else {
        return Verdict::NotApplicable;
    };
    if amount >= advised {
        return Verdict::Pass;
    }
    let pointed_out = |variant| raised(variant, amount, advised).graded(Grade::Warn);
    match case.facts.shop.average_order_value {
        None => Verdict::Fail(vec![pointed_out("average_unknown").because("above", above)]),
        Some(average) => Verdict::fail_if(average > above, || {
            pointed_out("under_advice")
                .because("average", average)
                .because("above", above)
        }),
    }
}

fn raised(variant: &'static str, amount: Money, to: Money) -> Fault {
    Fault::at(FIELD)
        .variant(variant)
        .limit(to)
        .value(amount)
        .gap(to - amount)
        .changes([CouponChange::Amount { to: Some(to) }])
}
