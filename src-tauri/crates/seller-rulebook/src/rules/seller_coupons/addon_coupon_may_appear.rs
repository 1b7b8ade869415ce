//! CP-26: the platform may create another coupon beside this one.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{AddonCoupons, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-26",
    name: "addon_coupon_may_appear",
    grade: Grade::Warn,
    sources: &[Source::seller_coupons(
        "Creating a regular coupon, flash sale, discount or free-shipping offer can make the platform create and activate another coupon under the seller's account, its name typically containing \"addon\"; the Account Manager or customer service turns it off.",
    ).zh("创建普通优惠券、限时抢购、折扣或包邮活动时，平台可能在卖家账户下另行创建并启用一张优惠券，名称一般含有“addon”；可联系客户经理或客服关闭。")],
    figures: &[],
    page: include_str!("addon_coupon_may_appear.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::Standard || case.before.is_some() {
        return Verdict::NotApplicable;
    }
    Verdict::fail_if(case.facts.addons == AddonCoupons::MayAppear, || {
        Fault::at("addon")
    })
}
