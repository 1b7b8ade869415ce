//! CP-14: who gets a follower coupon.

use super::shared::{speaks_against, speaks_for, yes_or_no};
use crate::coupon_cases::ClaimCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::seller_coupon::CouponKind;
use seller_domain::{Instant, Period};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-14",
    name: "one_follower_coupon_for_life",
    grade: Grade::Value,
    sources: &[
        Source::seller_coupons(
            "New followers see the coupon at once; each customer claims one follower coupon for life, whatever is unfollowed and followed again, shop and LIVE together.",
        ).zh("新粉丝立即看到优惠券；每位顾客终身只能领取一张粉丝优惠券，取消后再次关注也一样，店铺和直播合并计算。"),
        Source::house(
            "New is who follows for the first time, shop or LIVE, while the coupon can be claimed.",
        ).zh("在可领取期间首次关注店铺或直播的，才是新粉丝。"),
    ],
    figures: &[],
    page: include_str!("one_follower_coupon_for_life.md"),
    checks: &[Check::Claim(claim), Check::Value(work)],
};

const FIELD: &str = "follows";

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::Follower {
        return Verdict::NotApplicable;
    }
    let earlier = |kind, at| kind == CouponKind::Follower && at <= case.now;
    let claims = &case.customer.claims;
    let follower = Follower {
        first_follow: case.customer.first_follow().map(|follow| follow.since),
        follows_now: case.customer.follows_at(case.now),
        claimed_before: claims.iter().any(|claim| earlier(claim.kind, claim.at)),
    };
    let mut reasons = Vec::new();
    if follower.claimed_before {
        reasons.push(speaks_against(FIELD, "claimed_before"));
    }
    if !follower.follows_now {
        reasons.push(speaks_against(FIELD, "not_following"));
    }
    let since = follower
        .first_follow
        .filter(|_| !follower.is_new_in(case.coupon.terms.period));
    if let Some(since) = since {
        reasons.push(speaks_against(FIELD, "followed_before").value(since));
    }
    if reasons.is_empty() {
        reasons.push(speaks_for(FIELD, "new_follower"));
    }
    Verdict::Fail(reasons)
}

struct Follower {
    first_follow: Option<Instant>,
    follows_now: bool,
    claimed_before: bool,
}

impl Follower {
    fn is_new_in(&self, period: Period) -> bool {
        self.first_follow
            .is_some_and(|since| period.contains(since))
    }
}

fn work(given: &Given) -> Worked {
    let follows: Vec<Instant> = given.list_of("followed_at")?;
    let period = Period::new(given.read_as("starts")?, given.read_as("ends")?);
    let follower = Follower {
        first_follow: follows.into_iter().min(),
        follows_now: given.holds("follows_now")?,
        claimed_before: given.holds("claimed_one_before")?,
    };
    let gets = follower.is_new_in(period) && follower.follows_now && !follower.claimed_before;
    Ok(vec![("gets", yes_or_no(gets))])
}
