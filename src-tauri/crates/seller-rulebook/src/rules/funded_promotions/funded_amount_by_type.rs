//! PF-11: what TikTok pays of an order, by type.

use super::shared::order;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use seller_domain::funded_promotion::FundedType;
use seller_domain::funded_promotion::order::split_order;

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-11",
    name: "funded_amount_by_type",
    grade: Grade::Value,
    sources: &[Source::funded_promotions(
        "The discounts of an order are listed under Finances, Statements, in the settlement details.",
    ).zh("订单的折扣列在财务、结算单的结算明细中。")],
    figures: &[],
    page: include_str!("funded_amount_by_type.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let order = order(given)?;
    let off: Vec<String> = match given.optional("switched_off") {
        None => Vec::new(),
        Some(_) => given.list_of("switched_off")?,
    };
    let on: Vec<FundedType> = FundedType::ALL
        .into_iter()
        .filter(|funded_type| !off.iter().any(|name| name == funded_type.as_str()))
        .collect();
    let split = split_order(&order, &on).map_err(|why| NotWorked::Unreadable {
        name: "goods",
        text: order.goods.to_string(),
        why: why.to_string(),
    })?;
    let mut results: Vec<_> = split
        .parts
        .iter()
        .map(|part| (part.funded_type.as_str(), part.amount.to_string()))
        .collect();
    results.extend([
        ("tiktok", split.tiktok.to_string()),
        ("seller", split.seller.to_string()),
        ("buyer", split.buyer.to_string()),
    ]);
    Ok(results)
}
