//! CP-09: there is a positive whole number of coupons, and it is known what they cost.

use super::shared::discount;
use crate::coupon_cases::{ClaimCase, CouponCase};
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::Money;
use seller_domain::seller_coupon::{CouponChange, CouponField, coupon_spend};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-09",
    name: "coupon_quantity_not_whole",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "The claimable quantity is set, and the estimated spend is reviewed.",
        )
        .zh("设置可领取的数量，并查看预计花费。"),
        Source::house("The worst case is every coupon used at its largest discount.")
            .zh("最坏情况是每张优惠券都以最大优惠被使用。"),
    ],
    figures: &[],
    page: include_str!("coupon_quantity_not_whole.md"),
    checks: &[
        Check::Coupon(check),
        Check::Claim(claim),
        Check::Value(work),
    ],
};

const FIELD: &str = CouponField::Quantity.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    let Some(quantity) = case.draft.quantity else {
        return Verdict::Fail(vec![Fault::at(FIELD).variant("missing")]);
    };
    Verdict::fail_if(case.draft.whole_quantity().is_none(), || {
        let nearest = quantity.ceil().max(Decimal::ONE).to_u32();
        Fault::at(FIELD)
            .variant("not_whole")
            .value(quantity)
            .limit(1u32)
            .because("most", u32::MAX)
            .changes(nearest.map(|to| CouponChange::Quantity { to }))
    })
}

fn claim(case: &ClaimCase<'_>) -> Verdict {
    let claimed = case
        .coupon
        .results
        .as_ref()
        .and_then(|results| results.claimed);
    let (Some(claimed), Some(quantity)) = (claimed, case.coupon.terms.quantity) else {
        return Verdict::NotApplicable;
    };
    Verdict::fail_if(claimed >= quantity.get(), || {
        Fault::at(FIELD)
            .variant("all_claimed")
            .limit(quantity.get())
            .value(claimed)
    })
}

fn work(given: &Given) -> Worked {
    let spend = coupon_spend(
        discount(given)?,
        given.optional_as("minimum_spend")?,
        given.read_as("quantity")?,
        given.optional_as("average_order_value")?,
    );
    let shown =
        |spend: Option<Money>| spend.map_or("unknown".to_owned(), |spend| spend.to_string());
    Ok::<_, NotWorked>(vec![
        ("estimated", shown(spend.estimated)),
        ("worst", shown(spend.worst)),
    ])
}
