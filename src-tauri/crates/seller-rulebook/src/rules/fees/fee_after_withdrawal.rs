//! FE-03: orders before an approved withdrawal keep their fee, later ones pay none.

use super::shared::{campaign_sales, charged_orders};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::fees::campaign_service_fee;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-03",
    name: "fee_after_withdrawal",
    grade: Grade::Value,
    sources: &[Source::integrated_campaigns(
        "Fees of orders placed before a withdrawal is approved are not refunded; orders after it are not charged.",
    ).zh("撤回获批之前的订单，费用不予退还；之后的订单不再收取。")],
    figures: &["campaign.service_fee_rate"],
    page: include_str!("fee_after_withdrawal.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let fee = campaign_service_fee(given.percent("rate")?, campaign_sales(given)?);
    let charged = charged_orders(given)?.include(given.read_as("placed")?);
    let fee = if charged {
        fee
    } else {
        Money::zero(fee.currency())
    };
    Ok(vec![("fee", fee.to_string())])
}
