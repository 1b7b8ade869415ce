//! CP-17: each reviewed order earns one review coupon.

use super::shared::review_standing::Standing;
use super::shared::{speaks_against, speaks_for};
use crate::coupon_cases::ClaimCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::seller_coupon::CouponKind;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-17",
    name: "review_coupon_per_order",
    grade: Grade::Value,
    sources: &[Source::seller_coupons(
        "Each order with a review counts by itself; an order takes one review coupon.",
    )
    .zh("每个有评价的订单分别计算；每单使用一张评价优惠券。")],
    figures: &["coupon.review_words_at_least"],
    page: include_str!("review_coupon_per_order.md"),
    checks: &[Check::Claim(claim), Check::Value(work)],
};

const FIELD: &str = "claims";

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::Review {
        return Verdict::NotApplicable;
    }
    let Some(least) = case.policy.count("coupon.review_words_at_least") else {
        return Verdict::NotApplicable;
    };
    let standings = Standing::of_reviews(case, least);
    let reviewed = standings
        .iter()
        .filter(|standing| standing.lacks.is_empty())
        .map(|standing| standing.review.order_id.as_str());
    let earned = case
        .customer
        .claims
        .iter()
        .filter(|claim| claim.at <= case.now);
    let (orders, open) = earned_coupons(
        reviewed,
        earned.filter_map(|claim| claim.earned_by.as_deref()),
    );
    if orders == 0 {
        return Verdict::NotApplicable;
    }
    let reason = if open == 0 {
        speaks_against(FIELD, "all_earned")
    } else {
        speaks_for(FIELD, "earned")
    };
    Verdict::Fail(vec![reason.limit(orders).value(open)])
}

/// Orders with a qualifying review, and how many of them have not earned a coupon yet.
fn earned_coupons<'a>(
    reviewed: impl Iterator<Item = &'a str>,
    earned: impl Iterator<Item = &'a str>,
) -> (usize, usize) {
    let reviewed: BTreeSet<_> = reviewed.collect();
    let earned: BTreeSet<_> = earned.collect();
    (reviewed.len(), reviewed.difference(&earned).count())
}

fn work(given: &Given) -> Worked {
    let reviewed: Vec<String> = given.list_of("reviewed_orders")?;
    let earned: Vec<String> = given.list_of("orders_that_earned")?;
    let (orders, open) = earned_coupons(
        reviewed.iter().map(String::as_str),
        earned.iter().map(String::as_str),
    );
    Ok(vec![
        ("orders", orders.to_string()),
        ("coupons_left", open.to_string()),
    ])
}
