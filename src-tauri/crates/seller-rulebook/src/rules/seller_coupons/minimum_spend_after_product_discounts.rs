//! CP-08: the minimum spend is tested after product discounts.

use super::shared::terms;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::seller_coupon::CouponKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-08",
    name: "minimum_spend_after_product_discounts",
    grade: Grade::Value,
    sources: &[Source::seller_coupons(
        "The minimum spend is based on the order value after product-level discounts.",
    )
    .zh("最低消费按商品折扣之后的订单金额计算。")],
    figures: &[],
    page: include_str!("minimum_spend_after_product_discounts.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let terms = terms(given, CouponKind::Standard)?;
    let prices: Vec<Money> = given.list_of("prices")?;
    let discounts: Vec<Money> = given.list_of("product_discounts")?;
    let zero = Money::zero(given.money("minimum_spend")?.currency());
    let sum = |amounts: Vec<Money>| amounts.into_iter().fold(zero, |sum, amount| sum + amount);
    let order_value = (sum(prices) - sum(discounts)).or_zero();
    let taken_off = terms.taken_off(order_value).unwrap_or(zero);
    Ok(vec![
        ("order_value", order_value.to_string()),
        ("taken_off", taken_off.to_string()),
        ("customer_pays", (order_value - taken_off).to_string()),
    ])
}
