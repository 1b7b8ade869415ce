//! FE-06: who bears the cost of a co-funded coupon.

use crate::rule::{Check, Grade, Rule, Source};
use crate::rules::co_funded_coupons::shared::coupon;
use crate::worked::{Given, Worked};
use seller_domain::fees::co_funded_share;

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-06",
    name: "shared_coupon_cost",
    grade: Grade::Value,
    sources: &[
        Source::integrated_campaigns(
            "The cost of a co-funded coupon is split by the agreed ratio; a percentage coupon is capped by its maximum discount.",
        ).zh("共同出资优惠券的成本按约定的比例分摊；百分比优惠券以最多减免为上限。"),
        Source::house("The seller's share is rounded half up, the platform bears the rest.").zh("卖家承担的部分四舍五入，其余由平台承担。"),
    ],
    figures: &[],
    page: include_str!("shared_coupon_cost.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let share = co_funded_share(&coupon(given)?, given.money("eligible_subtotal")?);
    Ok(vec![
        ("discount", share.discount.to_string()),
        ("seller", share.seller.to_string()),
        ("platform", share.platform.to_string()),
    ])
}
