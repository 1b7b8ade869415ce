//! CF-03: one co-funded coupon per order, beside one seller coupon.

use super::shared::plain;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::campaign::{CampaignCoupon, CouponDiscount, CouponTarget};
use seller_domain::fees::{CouponBasis, SharedDiscount, combined_coupons, used_co_funded_coupon};
use seller_domain::{Money, Percent};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CF-03",
    name: "one_co_funded_coupon_per_order",
    grade: Grade::Value,
    sources: &[
        Source::integrated_campaigns(
            "Shoppers can claim all co-funded coupons but apply one to each order; it combines with other seller coupons.",
        ).zh("顾客可以领取全部共同出资优惠券，但每单只能使用一张；可与其他商家优惠券叠加。"),
        Source::seller_coupons("At most one seller coupon of a shop applies to an order.").zh("每单最多使用店铺的一张商家优惠券。"),
        Source::house("Of several coupons the customer uses the one that saves most.").zh("有多张优惠券时，顾客使用优惠最多的一张。"),
    ],
    figures: &[],
    page: include_str!("one_co_funded_coupon_per_order.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let order_value = given.money("order_value")?;
    let for_all: Vec<Money> = given.list_of("claimed")?;
    let for_selected: Vec<Money> = given.list_of("claimed_for_selected")?;
    let ratio = given.percent("seller_ratio")?;
    let minimum = given.money("minimum_purchase")?;
    let claimed: Vec<CampaignCoupon> = for_all
        .into_iter()
        .map(|amount| fixed(amount, CouponTarget::AllCustomers, ratio, minimum))
        .chain(
            for_selected
                .into_iter()
                .map(|amount| fixed(amount, CouponTarget::SelectedCustomers, ratio, minimum)),
        )
        .collect();
    let basis = CouponBasis::registered_only(order_value);
    let selected = given.holds("customer_selected")?;
    let co_funded = used_co_funded_coupon(&claimed, selected, basis)
        .map_or(SharedDiscount::none(order_value), |(_, share)| share);
    let seller_coupons: Vec<Money> = given.list_of("seller_coupons")?;
    let used = combined_coupons(co_funded, &seller_coupons, order_value);
    Ok(vec![
        ("co_funded", used.co_funded.discount.to_string()),
        ("seller_share", used.co_funded.seller.to_string()),
        ("seller_coupon", used.seller_coupon.to_string()),
    ])
}

fn fixed(
    amount: Money,
    target: CouponTarget,
    seller_ratio: Percent,
    minimum_purchase: Money,
) -> CampaignCoupon {
    CampaignCoupon {
        target,
        ..plain(
            CouponDiscount::Fixed { amount },
            seller_ratio,
            minimum_purchase,
        )
    }
}
