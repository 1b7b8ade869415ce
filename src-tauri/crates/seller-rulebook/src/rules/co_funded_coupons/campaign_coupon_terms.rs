//! CF-01: what the terms of a campaign coupon say.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CF-01",
    name: "campaign_coupon_terms",
    grade: Grade::Capability,
    sources: &[Source::integrated_campaigns(
        "A campaign coupon states its discount type, targeting, co-funded ratio, the seller's maximum contribution and minimum purchase; its quantity is limited and it holds during the campaign.",
    ).zh("活动优惠券会写明优惠方式、适用对象、出资比例、卖家最多承担的金额和最低消费；数量有限，在活动期间有效。")],
    figures: &[],
    page: include_str!("campaign_coupon_terms.md"),
    checks: &[Check::Capability],
};
