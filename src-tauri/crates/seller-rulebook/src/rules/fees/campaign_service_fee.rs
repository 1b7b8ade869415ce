//! FE-01: the campaign service fee.

use super::shared::{campaign_sales, charged_orders};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Money;
use seller_domain::fees::campaign_service_fee;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-01",
    name: "campaign_service_fee",
    grade: Grade::Value,
    sources: &[Source::integrated_campaigns(
        "The fee is the rate times (gross sales − seller discount + shipping paid by the customer), on orders of the campaign period.",
    ).zh("费用为费率乘以（销售总额 − 卖家折扣 + 顾客支付的运费），对活动期间的订单收取。")],
    figures: &["campaign.service_fee_rate"],
    page: include_str!("campaign_service_fee.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let sales = campaign_sales(given)?;
    let fee = campaign_service_fee(given.percent("rate")?, sales);
    let charged = match given.optional_as("placed")? {
        Some(placed) => charged_orders(given)?.include(placed),
        None => true,
    };
    let fee = if charged {
        fee
    } else {
        Money::zero(fee.currency())
    };
    Ok(vec![("fee", fee.to_string())])
}
