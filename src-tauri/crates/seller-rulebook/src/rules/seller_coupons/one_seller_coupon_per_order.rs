//! CP-23: an order takes one seller coupon; later orders may take it again.

use super::shared::{speaks_against, speaks_for};
use crate::coupon_cases::ClaimCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::seller_coupon::{ClaimLimit, CouponField};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-23",
    name: "one_seller_coupon_per_order",
    grade: Grade::Value,
    sources: &[
        Source::seller_coupons(
            "At most one seller coupon applies per shop and order; the same coupon can be claimed and used again for a later order.",
        ).zh("每个店铺每单最多使用一张商家优惠券；同一张优惠券可以为之后的订单再次领取和使用。"),
        Source::house("Of several coupons the customer uses the one that saves most.").zh("有多张优惠券时，顾客使用优惠最多的一张。"),
    ],
    figures: &[],
    page: include_str!("one_seller_coupon_per_order.md"),
    checks: &[Check::Claim(claim), Check::Value(work)],
};

const FIELD: &str = CouponField::ClaimsPerCustomer.as_str();

fn claim(case: &ClaimCase<'_>) -> Verdict {
    let Some(limit) = case.coupon.terms.claims_per_customer else {
        return Verdict::NotApplicable;
    };
    let claimed = case.customer.claims_of(&case.coupon.id, case.now);
    let reason = match limit {
        ClaimLimit::AtMost { times } if claimed >= usize::try_from(times).unwrap_or(usize::MAX) => {
            speaks_against(FIELD, "limit_reached")
                .limit(times)
                .value(claimed)
        }
        _ if claimed > 0 => speaks_for(FIELD, "again").value(claimed),
        _ => return Verdict::Pass,
    };
    Verdict::Fail(vec![reason])
}

fn work(given: &Given) -> Worked {
    let order_value = given.money("order_value")?;
    let coupons: Vec<Money> = given.list_of("coupons")?;
    let zero = Money::zero(order_value.currency());
    let used = coupons
        .iter()
        .copied()
        .fold(zero, Money::max)
        .min(order_value);
    Ok(vec![
        ("coupons_used", usize::from(used.is_positive()).to_string()),
        ("taken_off", used.to_string()),
    ])
}
