//! What can be wrong with a campaign's terms themselves, whatever is registered.

use crate::context::Context;
use crate::rooms::field_problems::FieldProblems;
use seller_domain::campaign::{Campaign, CouponDiscount};
use seller_domain::shop::Shop;
use seller_domain::{Instant, Percent, Period};
use std::collections::HashSet;

/// Every fault, each at its field.
pub(super) fn problems<'a>(
    campaign: &Campaign,
    shop: &Shop,
    context: &'a Context,
) -> FieldProblems<'a> {
    let mut problems = FieldProblems::new(context);
    problems.name(&campaign.name, 200, ("campaign", "活动"));
    windows(campaign, shop, &mut problems);
    criteria(campaign, shop, &mut problems);
    tiers(campaign, shop, &mut problems);
    coupons(campaign, shop, &mut problems);
    fees(campaign, &mut problems);
    problems
}

fn windows(campaign: &Campaign, shop: &Shop, problems: &mut FieldProblems<'_>) {
    let forward = (
        "Choose an end after the start.",
        "请选择晚于开始的结束时间。",
    );
    let told = |at: Instant| shop.time_zone.minute_text(at);
    let mut backward = |field: &str, period: Period, of: (&str, &str)| {
        let (start, end) = (told(period.start), told(period.end));
        let english = format!("{} ends on {end}, not after its start on {start}.", of.0);
        let chinese = format!("{}结束时间 {end} 不晚于开始时间 {start}。", of.1);
        if !period.is_forward() {
            problems.add(field, (&english, &chinese), forward);
        }
    };
    let of = ("Registration", "报名");
    backward("registration.end", campaign.registration, of);
    backward("running.end", campaign.running, ("The campaign", "活动"));
    if let Some(effective) = campaign.fee_policy.effective {
        let of = ("The fee policy", "费用政策");
        backward("fee_policy.effective.end", effective, of);
    }
    let over = told(campaign.running.end);
    if campaign.registration.start >= campaign.running.end {
        let start = told(campaign.registration.start);
        problems.add(
            "registration.start",
            (
                &format!("Registration begins on {start}, when the campaign is over ({over})."),
                &format!("报名开始时间 {start} 不早于活动结束时间 {over}。"),
            ),
            (
                "Choose an earlier registration window.",
                "请选择更早的报名时间。",
            ),
        );
    }
    if let Some(at) = campaign.re_registration_deadline
        && at > campaign.running.end
    {
        let at = told(at);
        problems.add(
            "re_registration_deadline",
            (
                &format!("The deadline {at} lies after the end of the campaign, {over}."),
                &format!("重新报名截止时间 {at} 晚于活动结束时间 {over}。"),
            ),
            (
                "Choose a deadline before the campaign ends.",
                "请选择活动结束之前的时间。",
            ),
        );
    }
}

fn criteria(campaign: &Campaign, shop: &Shop, problems: &mut FieldProblems<'_>) {
    let criteria = &campaign.criteria;
    let field = "criteria.free_shipping_threshold_at_most";
    problems.amount(
        field,
        criteria.free_shipping_threshold_at_most,
        shop.currency,
    );
    if let Some(look_back) = campaign.pricing.look_back
        && !(1..=366).contains(&look_back.days)
    {
        let days = look_back.days;
        problems.add(
            "pricing.look_back.days",
            (
                &format!("A look-back of {days} days cannot be used."),
                &format!("回溯天数不能为 {days} 天。"),
            ),
            ("Enter 1 to 366 days.", "请填写 1 至 366 天。"),
        );
    }
    problems.share("extra_discount_minimum", campaign.extra_discount_minimum);
}

fn tiers(campaign: &Campaign, shop: &Shop, problems: &mut FieldProblems<'_>) {
    let mut seen = HashSet::new();
    for (index, tier) in campaign.tiers.iter().enumerate() {
        let at = |field: &str| format!("tiers[{index}].{field}");
        if !seen.insert(tier.tier) {
            problems.add(
                at("tier"),
                ("This tier has two requirement lists.", "该层级有两份要求。"),
                ("Keep one of them.", "请只保留一份。"),
            );
        }
        problems.share(&at("minimum_discount"), tier.minimum_discount);
        problems.amount(&at("maximum_price"), tier.maximum_price, shop.currency);
    }
}

fn coupons(campaign: &Campaign, shop: &Shop, problems: &mut FieldProblems<'_>) {
    for (index, coupon) in campaign.coupons.iter().enumerate() {
        let at = |field: &str| format!("coupons[{index}].{field}");
        if coupon.name.trim().is_empty() {
            problems.add(
                at("name"),
                ("The coupon has no name.", "优惠券没有名称。"),
                ("Enter the platform's name for it.", "请填写平台上的名称。"),
            );
        }
        match coupon.discount {
            CouponDiscount::Fixed { amount } => {
                problems.amount(&at("discount.amount"), Some(amount), shop.currency);
                if !amount.is_positive() {
                    nothing_off(problems, at("discount.amount"));
                }
            }
            CouponDiscount::Percentage { rate, maximum } => {
                problems.share(&at("discount.rate"), Some(rate));
                problems.amount(&at("discount.maximum"), maximum, shop.currency);
                if rate <= Percent::ZERO {
                    nothing_off(problems, at("discount.rate"));
                }
            }
        }
        problems.share(&at("seller_ratio"), Some(coupon.seller_ratio));
        problems.amount(&at("seller_maximum"), coupon.seller_maximum, shop.currency);
        problems.amount(
            &at("minimum_purchase"),
            Some(coupon.minimum_purchase),
            shop.currency,
        );
    }
}

fn nothing_off(problems: &mut FieldProblems<'_>, field: String) {
    problems.add(
        field,
        ("The coupon takes nothing off.", "优惠券没有任何优惠。"),
        ("Enter a discount above zero.", "请填写大于零的优惠。"),
    );
}

fn fees(campaign: &Campaign, problems: &mut FieldProblems<'_>) {
    let policy = &campaign.fee_policy;
    problems.share("fee_policy.service_fee_rate", policy.service_fee_rate);
    problems.share(
        "fee_policy.smart_promotion_surcharge",
        policy.smart_promotion_surcharge,
    );
}
