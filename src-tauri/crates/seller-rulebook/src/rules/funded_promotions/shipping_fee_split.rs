//! PF-09: TikTok's part of a shipping fee comes off before the seller's.

use super::shared::shipping_offer;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::funded_promotion::shipping::split_shipping;

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-09",
    name: "shipping_fee_split",
    grade: Grade::Value,
    sources: &[Source::funded_promotions(
        "TikTok's discount is taken off the shipping fee first; what is left is covered by the seller's shipping discount.",
    ).zh("运费先扣除 TikTok 的折扣，剩余部分由卖家的运费优惠承担。")],
    figures: &[],
    page: include_str!("shipping_fee_split.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let split = split_shipping(
        given.money("fee")?,
        shipping_offer(given, "tiktok")?,
        shipping_offer(given, "seller")?,
    );
    Ok(vec![
        ("tiktok", split.tiktok.to_string()),
        ("seller", split.seller.to_string()),
        ("buyer", split.buyer.to_string()),
    ])
}
