//! PF-08: when platform coupons and Buy More Save More apply, and with what they combine.

use super::shared::{order, reason};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use seller_domain::funded_promotion::FundedType;
use seller_domain::funded_promotion::order::split_order;

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-08",
    name: "conditions_and_combinations",
    grade: Grade::Value,
    sources: &[
        Source::funded_promotions(
            "A product coupon takes an amount or a percentage off an order that reaches its minimum spend, beside the seller's promotions.",
        ).zh("商品优惠券对达到最低消费的订单减固定金额或按比例打折，可与卖家的促销叠加。"),
        Source::funded_promotions(
            "Buy More Save More discounts an order that reaches a number of units or an amount, beside the seller's promotions.",
        ).zh("多买多折对达到件数或金额的订单打折，可与卖家的促销叠加。"),
        Source::funded_promotions(
            "The shipping fee discount combines with all promotions of the seller.",
        ).zh("运费折扣可与卖家的所有促销叠加。"),
        Source::public("A platform coupon's minimum is tested after the seller's discounts.").zh("平台优惠券的最低消费按卖家折扣之后的金额判断。"),
        Source::house(
            "Buy More Save More is tested and reckoned on the prices that the buyer sees, a platform coupon on what is left of them.",
        ).zh("多买多折按买家看到的价格判断和计算，平台优惠券按其剩余金额计算。"),
    ],
    figures: &[],
    page: include_str!("conditions_and_combinations.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let order = order(given)?;
    let split = split_order(&order, &FundedType::ALL).map_err(|why| NotWorked::Unreadable {
        name: "goods",
        text: order.goods.to_string(),
        why: why.to_string(),
    })?;
    let mut results = Vec::new();
    let names = ["coupon", "incentive", "buy_more", "shipping"];
    for (name, part) in names.into_iter().zip(&split.parts) {
        let offered = reason(part.reason) != "not offered";
        if offered {
            results.push((name, format!("{}, {}", part.amount, reason(part.reason))));
        }
    }
    results.push(("buyer", split.buyer.to_string()));
    Ok(results)
}
