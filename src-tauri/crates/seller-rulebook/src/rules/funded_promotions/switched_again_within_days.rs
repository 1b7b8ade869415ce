//! PF-06: a type that is switched often shows buyers one price and charges another.

use super::markets_with_funded_promotions::funded_promotions_offered;
use super::shared::type_term;
use crate::finding::{Fault, Verdict};
use crate::funded_cases::SwitchCase;
use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::funded_promotion::{FundedType, Timeline};
use seller_domain::{Instant, Zone};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-06",
    name: "switched_again_within_days",
    grade: Grade::Warn,
    sources: &[
        Source::funded_promotions(
            "Leaving and joining often can make the price that a buyer sees differ from the price paid.",
        ).zh("频繁退出和加入，可能使买家看到的价格与实际支付的价格不一致。"),
        Source::house("Seven calendar days of the shop count as often.").zh("店铺的七个自然日之内算作频繁。"),
    ],
    figures: &["funded.offered", DAYS],
    page: include_str!("switched_again_within_days.md"),
    checks: &[Check::Switch(check)],
};

const DAYS: &str = "funded.price_mismatch_days";

/// Until when another switching of `funded_type` is one too soon; none where it was never moved,
/// or is long enough ago (PF-06).
pub fn prices_may_differ_until(
    timeline: &Timeline,
    funded_type: FundedType,
    policy: &Policy,
    zone: Zone,
    now: Instant,
) -> Option<Instant> {
    let since = timeline.standing(funded_type).since?;
    let until = zone.days_after(since, policy.count(DAYS)?);
    (now < until).then_some(until)
}

fn check(case: &SwitchCase<'_>) -> Verdict {
    let (Some(days), true) = (
        case.policy.count(DAYS),
        funded_promotions_offered(case.policy),
    ) else {
        return Verdict::NotApplicable;
    };
    let standing = case.timeline.standing(case.funded_type);
    let until = prices_may_differ_until(
        case.timeline,
        case.funded_type,
        case.policy,
        case.zone(),
        case.now,
    );
    match (standing.since, until) {
        (Some(since), Some(until)) => Verdict::Fail(vec![
            Fault::at("to")
                .limit(days)
                .value(since)
                .gap(until - case.now)
                .because("type", type_term(case.funded_type)),
        ]),
        _ => Verdict::Pass,
    }
}
