//! CP-07: the discount fits the smallest order that gets it.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Money;
use seller_domain::seller_coupon::{CouponChange, CouponField};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-07",
    name: "discount_beyond_minimum_spend",
    grade: Grade::Warn,
    sources: &[
        Source::public("The discount is expected to stay below the minimum spend.")
            .zh("优惠金额应低于最低消费。"),
        Source::house(
            "Without a minimum spend every order gets the coupon, also one that is worth less.",
        )
        .zh("没有最低消费时，每个订单都能使用优惠券，金额更小的订单也一样。"),
    ],
    figures: &[],
    page: include_str!("discount_beyond_minimum_spend.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let draft = case.draft;
    match (draft.amount, draft.rate) {
        (Some(amount), None) => amount_fault(amount, draft.minimum_spend),
        (None, Some(rate)) => {
            let (Some(maximum), Some(minimum)) = (draft.maximum_discount, draft.minimum_spend)
            else {
                return Verdict::NotApplicable;
            };
            let promised = rate.of(minimum).rounded_up();
            Verdict::fail_if(maximum < promised, || {
                Fault::at(CouponField::MaximumDiscount.as_str())
                    .variant("maximum_binds")
                    .limit(promised)
                    .value(maximum)
                    .gap(promised - maximum)
                    .because("rate", rate)
                    .because("minimum", minimum)
                    .changes([CouponChange::MaximumDiscount { to: Some(promised) }])
            })
        }
        _ => Verdict::NotApplicable,
    }
}

fn amount_fault(amount: Money, minimum: Option<Money>) -> Verdict {
    let fault = |variant| Fault::at(CouponField::MinimumSpend.as_str()).variant(variant);
    match minimum {
        None => Verdict::Fail(vec![fault("no_minimum").limit(amount)]),
        Some(minimum) => Verdict::fail_if(amount >= minimum, || {
            fault("order_free")
                .limit(amount)
                .value(minimum)
                .gap(amount - minimum)
        }),
    }
}
