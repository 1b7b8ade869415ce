//! FE-07: what seller and platform give to an order, and what that does to the payout.

use crate::rule::{Check, Grade, Rule, Source};
use crate::rules::co_funded_coupons::shared::coupon;
use crate::worked::{Given, Worked};
use seller_domain::fees::{OrderFunding, campaign_service_fee, co_funded_share};

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-07",
    name: "order_contributions",
    grade: Grade::Value,
    sources: &[
        Source::integrated_campaigns(
            "The order details page shows the seller's contribution and the platform's subsidy; contributions are deducted from the payout.",
        ).zh("订单详情页显示卖家出资和平台补贴；卖家出资从结算金额中扣除。"),
        Source::public(
            "The referral fee is charged on customer payment plus platform discount less tax.",
        ).zh("平台佣金按顾客支付的金额加平台折扣减去税计算。"),
    ],
    figures: &["fees.referral_rate", "campaign.service_fee_rate"],
    page: include_str!("order_contributions.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let gross_sales = given.money("gross_sales")?;
    let seller_discount = given.money("seller_discount")?;
    let after_own = gross_sales - seller_discount;
    let funding = OrderFunding {
        gross_sales,
        seller_discount,
        co_funded: co_funded_share(&coupon(given)?, after_own),
        platform_discount: given.money("platform_discount")?,
        shipping_paid: given.money("shipping_paid")?,
    };
    let service_fee =
        campaign_service_fee(given.percent("service_fee_rate")?, funding.campaign_sales());
    let referral = given
        .percent("referral_rate")?
        .of(funding.payout_before_fees())
        .rounded_half_up();
    let payout = funding.payout_before_fees() - service_fee - referral;
    Ok(vec![
        ("customer_pays", funding.customer_pays().to_string()),
        (
            "seller_contribution",
            funding.seller_contribution().to_string(),
        ),
        ("platform_subsidy", funding.platform_subsidy().to_string()),
        ("campaign_service_fee", service_fee.to_string()),
        ("referral_fee", referral.to_string()),
        ("payout", payout.to_string()),
    ])
}
