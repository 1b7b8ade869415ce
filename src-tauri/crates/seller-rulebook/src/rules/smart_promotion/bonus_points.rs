//! SP-09: the points that customers earn.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::fees::bonus_points;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-09",
    name: "bonus_points",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "Customers earn 100 points for every $1 spent; points are redeemed on later orders and stack with coupons and platform-funded product discounts.",
        ).zh("顾客每消费 $1 获得 100 积分；积分可在以后的订单中抵扣，并可与优惠券和平台出资的商品折扣叠加。"),
        Source::house(
            "Parts of a dollar earn their part of the points, rounded down to whole points.",
        ).zh("不足一美元的部分按比例计分，向下取整到整数积分。"),
    ],
    figures: &["smart_promotion.points_per_unit"],
    page: include_str!("bonus_points.md"),
    checks: &[Check::Capability, Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let points = bonus_points(given.read_as("points_per_unit")?, given.money("spent")?);
    Ok(vec![("points", points.to_string())])
}
