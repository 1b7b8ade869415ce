//! CF-02: a campaign coupon takes off from registered products, once the order is large enough.

use super::shared::coupon;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::fees::{CouponBasis, co_funded_share_of};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CF-02",
    name: "coupon_on_registered_products",
    grade: Grade::Value,
    sources: &[
        Source::integrated_campaigns(
            "Coupons work on eligible products with the promo label only, as long as the order meets the minimum purchase.",
        ).zh("优惠券只适用于带活动标识的合格商品，且订单须达到最低消费。"),
        Source::house(
            "The minimum is tested on all products of the order, after product discounts.",
        ).zh("最低消费按订单全部商品在商品折扣之后的金额判断。"),
    ],
    figures: &[],
    page: include_str!("coupon_on_registered_products.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let coupon = coupon(given)?;
    let zero = Money::zero(coupon.minimum_purchase.currency());
    let sum = |lines: Vec<Money>| lines.into_iter().fold(zero, |sum, line| sum + line);
    let registered = sum(given.list_of("registered_lines")?);
    let other = sum(given.list_of("other_lines")?);
    let share = co_funded_share_of(
        &coupon,
        CouponBasis {
            eligible_subtotal: registered,
            order_value: registered + other,
        },
    );
    Ok(vec![
        ("discount", share.discount.to_string()),
        ("seller", share.seller.to_string()),
        ("platform", share.platform.to_string()),
    ])
}
