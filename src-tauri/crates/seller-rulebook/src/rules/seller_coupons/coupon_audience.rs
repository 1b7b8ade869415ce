//! CP-11: a standard coupon is for all customers or a group of them.

use super::shared::{speaks_against, speaks_for};
use crate::coupon_cases::ClaimCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{Audience, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-11",
    name: "coupon_audience",
    grade: Grade::Capability,
    sources: &[
        Source::seller_coupons(
            "New customers never made a purchase, existing ones at least one, repeat customers placed another order within 90 days; the groups follow the purchases by themselves.",
        ).zh("新顾客从未购买，老顾客至少购买过一次，复购顾客在 90 天内再次下单；人群随购买自动更新。"),
        Source::house(
            "Two orders at most 90 calendar days of the shop apart make a repeat customer, day 90 included.",
        ).zh("两笔订单相隔不超过店铺的 90 个自然日（含第 90 天）即为复购顾客。"),
    ],
    figures: &["coupon.repeat_days_at_most"],
    page: include_str!("coupon_audience.md"),
    checks: &[Check::Capability, Check::Claim(claim)],
};

const FIELD: &str = CouponField::Audience.as_str();

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::Standard {
        return Verdict::NotApplicable;
    }
    let paid = case.customer.paid_orders(case.now).count();
    let reason = match case.coupon.terms.audience {
        None => speaks_against(FIELD, "not_stated"),
        Some(Audience::All) => speaks_for(FIELD, "all"),
        // CP-13 says who is new.
        Some(Audience::New) => return Verdict::NotApplicable,
        Some(Audience::Existing) if paid > 0 => speaks_for(FIELD, "existing").value(paid),
        Some(Audience::Existing) => speaks_against(FIELD, "not_existing"),
        Some(Audience::Repeat) => return repeat(case, paid),
    };
    Verdict::Fail(vec![reason])
}

fn repeat(case: &ClaimCase<'_>, paid: usize) -> Verdict {
    let Some(limit) = case.policy.count("coupon.repeat_days_at_most") else {
        return Verdict::NotApplicable;
    };
    let reason = match case.customer.closest_orders(case.now, case.zone) {
        None => speaks_against(FIELD, "too_few_orders")
            .value(paid)
            .limit(limit),
        Some(closest) if closest.days <= limit => {
            speaks_for(FIELD, "repeat").value(closest.days).limit(limit)
        }
        Some(closest) => speaks_against(FIELD, "orders_too_far_apart")
            .value(closest.days)
            .limit(limit)
            .gap(closest.days - limit),
    };
    Verdict::Fail(vec![reason])
}
