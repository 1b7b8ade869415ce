//! SP-06: what leaving Smart Promotion costs the campaigns concerned.

use super::shared::accepted_modes;
use crate::cases::LeavingCase;
use crate::finding::{Fault, Param, Verdict};
use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::Campaign;

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-06",
    name: "leaving_while_campaigns_count_on_it",
    grade: Grade::Warn,
    sources: &[
        Source::smart_promotion_guide(
            "A shop that opts out while it takes part in a campaign gets no more campaign marketing resources during the campaign period.",
        ).zh("店铺在参加活动期间退出的，活动期间不再获得活动营销资源。"),
        Source::house(
            "Registrations of running campaigns stay; campaigns that have not started become ineligible.",
        ).zh("进行中活动的报名会保留；尚未开始的活动变为不符合资格。"),
    ],
    figures: &[
        "smart_promotion.required_from",
        "smart_promotion.required_scope",
    ],
    page: include_str!("leaving_while_campaigns_count_on_it.md"),
    checks: &[Check::Leaving(check)],
};

/// The campaigns that leaving concerns (SP-06).
#[derive(Debug, Clone, Default)]
pub struct LeavingConsequences<'a> {
    /// Those that run now and lose the campaign marketing resources.
    pub running: Vec<&'a Campaign>,
    /// Those that have not started and become ineligible.
    pub upcoming: Vec<&'a Campaign>,
}

/// What leaving does to the campaigns of `case`; the rule warns of exactly these.
pub fn leaving_consequences<'a>(case: &LeavingCase<'a>) -> LeavingConsequences<'a> {
    let zone = case.shop.time_zone;
    let policy = Policy::on(case.shop.market, case.shop.currency, zone.day_of(case.now));
    let among = |campaigns: &[&'a Campaign], concerned: &dyn Fn(&Campaign) -> bool| {
        let all = campaigns.iter().copied();
        all.filter(|campaign| concerned(campaign)).collect()
    };
    LeavingConsequences {
        running: among(case.running, &|campaign| {
            campaign.running.contains(case.now)
        }),
        upcoming: among(case.upcoming, &|campaign| {
            campaign.running.start > case.now
                && accepted_modes(campaign, case.now, zone, &policy).is_some()
        }),
    }
}

fn check(case: &LeavingCase<'_>) -> Verdict {
    let consequences = leaving_consequences(case);
    let faults: Vec<Fault> = [
        ("running", consequences.running),
        ("upcoming", consequences.upcoming),
    ]
    .into_iter()
    .filter(|(_, campaigns)| !campaigns.is_empty())
    .map(|(variant, campaigns)| {
        let names = campaigns
            .iter()
            .map(|campaign| Param::Text(campaign.name.clone()));
        Fault::at("smart_promotion")
            .variant(variant)
            .value(Param::List(names.collect()))
    })
    .collect();
    if faults.is_empty() {
        Verdict::Pass
    } else {
        Verdict::Fail(faults)
    }
}
