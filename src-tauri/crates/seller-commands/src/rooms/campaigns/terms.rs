//! What can be wrong with a campaign's terms themselves, whatever is registered.

use crate::context::Context;
use crate::wire::campaigns::FieldProblem;
use seller_domain::campaign::{Campaign, CouponDiscount};
use seller_domain::shop::Shop;
use seller_domain::{Money, Percent};
use std::collections::HashSet;

/// Every fault, each at its field.
pub(super) fn problems(campaign: &Campaign, shop: &Shop, context: &Context) -> Vec<FieldProblem> {
    let mut problems = Problems {
        context,
        found: Vec::new(),
    };
    name(campaign, &mut problems);
    windows(campaign, &mut problems);
    criteria(campaign, shop, &mut problems);
    tiers(campaign, shop, &mut problems);
    coupons(campaign, shop, &mut problems);
    fees(campaign, &mut problems);
    problems.found
}

struct Problems<'a> {
    context: &'a Context,
    found: Vec<FieldProblem>,
}

impl Problems<'_> {
    fn add(&mut self, field: impl Into<String>, what: (&str, &str), action: (&str, &str)) {
        self.found.push(FieldProblem {
            field: field.into(),
            what: self.context.say(what.0, what.1),
            action: self.context.say(action.0, action.1),
        });
    }

    fn amount(&mut self, field: &str, amount: Option<Money>, shop: &Shop) {
        let Some(amount) = amount else { return };
        let fits =
            amount.currency() == shop.currency && !amount.is_negative() && amount.fits_minor_unit();
        if !fits {
            self.add(
                field,
                (
                    &format!("{amount} cannot be taken here."),
                    &format!("不能填写 {amount}。"),
                ),
                (
                    &format!("Enter zero or more in {}.", shop.currency),
                    &format!("请填写不小于零的 {} 金额。", shop.currency),
                ),
            );
        }
    }

    fn rate(&mut self, field: &str, rate: Option<Percent>) {
        let Some(rate) = rate else { return };
        if rate < Percent::ZERO || rate > Percent::HUNDRED {
            self.add(
                field,
                (
                    &format!("{rate} % is not a share."),
                    &format!("{rate}% 不是有效的比例。"),
                ),
                ("Enter 0 to 100.", "请填写 0 至 100。"),
            );
        }
    }
}

fn name(campaign: &Campaign, problems: &mut Problems<'_>) {
    const LONGEST: usize = 200;
    let letters = campaign.name.trim().chars().count();
    if letters == 0 || letters > LONGEST || campaign.name.contains('\0') {
        problems.add(
            "name",
            ("The campaign has no usable name.", "活动没有可用的名称。"),
            ("Enter 1 to 200 characters.", "请填写 1 至 200 个字符。"),
        );
    }
}

fn windows(campaign: &Campaign, problems: &mut Problems<'_>) {
    let forward = (
        "Choose an end after the start.",
        "请选择晚于开始的结束时间。",
    );
    if !campaign.registration.is_forward() {
        let what = ("Registration ends before it begins.", "报名结束早于开始。");
        problems.add("registration.end", what, forward);
    }
    if !campaign.running.is_forward() {
        let what = ("The campaign ends before it begins.", "活动结束早于开始。");
        problems.add("running.end", what, forward);
    }
    if campaign.registration.start >= campaign.running.end {
        problems.add(
            "registration.start",
            (
                "Registration begins after the campaign is over.",
                "报名开始晚于活动结束。",
            ),
            (
                "Choose an earlier registration window.",
                "请选择更早的报名时间。",
            ),
        );
    }
    if campaign
        .re_registration_deadline
        .is_some_and(|at| at > campaign.running.end)
    {
        problems.add(
            "re_registration_deadline",
            (
                "The deadline lies after the end of the campaign.",
                "重新报名截止时间晚于活动结束。",
            ),
            (
                "Choose a deadline before the campaign ends.",
                "请选择活动结束之前的时间。",
            ),
        );
    }
    if campaign
        .fee_policy
        .effective
        .is_some_and(|period| !period.is_forward())
    {
        let what = (
            "The fee policy ends before it begins.",
            "费用政策结束早于开始。",
        );
        problems.add("fee_policy.effective.end", what, forward);
    }
}

fn criteria(campaign: &Campaign, shop: &Shop, problems: &mut Problems<'_>) {
    let criteria = &campaign.criteria;
    let field = "criteria.free_shipping_threshold_at_most";
    problems.amount(field, criteria.free_shipping_threshold_at_most, shop);
    if campaign
        .pricing
        .look_back
        .is_some_and(|look_back| look_back.days == 0 || look_back.days > 366)
    {
        problems.add(
            "pricing.look_back.days",
            ("This look-back cannot be used.", "该回溯天数无法使用。"),
            ("Enter 1 to 366 days.", "请填写 1 至 366 天。"),
        );
    }
    problems.rate("extra_discount_minimum", campaign.extra_discount_minimum);
}

fn tiers(campaign: &Campaign, shop: &Shop, problems: &mut Problems<'_>) {
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
        problems.rate(&at("minimum_discount"), tier.minimum_discount);
        problems.amount(&at("maximum_price"), tier.maximum_price, shop);
    }
}

fn coupons(campaign: &Campaign, shop: &Shop, problems: &mut Problems<'_>) {
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
                problems.amount(&at("discount.amount"), Some(amount), shop);
                if !amount.is_positive() {
                    nothing_off(problems, at("discount.amount"));
                }
            }
            CouponDiscount::Percentage { rate, maximum } => {
                problems.rate(&at("discount.rate"), Some(rate));
                problems.amount(&at("discount.maximum"), maximum, shop);
                if rate <= Percent::ZERO {
                    nothing_off(problems, at("discount.rate"));
                }
            }
        }
        problems.rate(&at("seller_ratio"), Some(coupon.seller_ratio));
        problems.amount(&at("seller_maximum"), coupon.seller_maximum, shop);
        problems.amount(&at("minimum_purchase"), Some(coupon.minimum_purchase), shop);
    }
}

fn nothing_off(problems: &mut Problems<'_>, field: String) {
    problems.add(
        field,
        ("The coupon takes nothing off.", "优惠券没有任何优惠。"),
        ("Enter a discount above zero.", "请填写大于零的优惠。"),
    );
}

fn fees(campaign: &Campaign, problems: &mut Problems<'_>) {
    let policy = &campaign.fee_policy;
    problems.rate("fee_policy.service_fee_rate", policy.service_fee_rate);
    problems.rate(
        "fee_policy.smart_promotion_surcharge",
        policy.smart_promotion_surcharge,
    );
}
