//! FE-04: cancelled and returned orders carry no fee.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::fees::returned_order_fee;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-04",
    name: "fee_of_returned_order",
    grade: Grade::Value,
    sources: &[Source::integrated_campaigns(
        "Cancelled or returned orders are not charged; a fee already charged may be refunded, depending on the campaign's refund policy.",
    ).zh("取消或退货的订单不收费；已收取的费用是否退还，取决于活动的退款政策。")],
    figures: &[],
    page: include_str!("fee_of_returned_order.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let fee = returned_order_fee(
        given.money("charged_already")?,
        given.holds("campaign_refunds")?,
    );
    Ok(vec![
        ("refunded", fee.refunded.to_string()),
        ("borne", fee.borne.to_string()),
    ])
}
