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
        ),
        Source::house(
            "Registrations of running campaigns stay; campaigns that have not started become ineligible.",
        ),
    ],
    figures: &[
        "smart_promotion.required_from",
        "smart_promotion.required_scope",
    ],
    page: include_str!("leaving_while_campaigns_count_on_it.md"),
    checks: &[Check::Leaving(check)],
};

fn check(case: &LeavingCase<'_>) -> Verdict {
    let zone = case.shop.time_zone;
    let policy = Policy::on(case.shop.market, case.shop.currency, zone.day_of(case.now));
    let losing = named(case.running, |campaign| campaign.running.contains(case.now));
    let closing = named(case.upcoming, |campaign| {
        campaign.running.start > case.now
            && accepted_modes(campaign, case.now, zone, &policy).is_some()
    });
    let faults: Vec<Fault> = [("running", losing), ("upcoming", closing)]
        .into_iter()
        .filter(|(_, campaigns)| !campaigns.is_empty())
        .map(|(variant, campaigns)| {
            Fault::at("smart_promotion")
                .variant(variant)
                .value(Param::List(campaigns))
        })
        .collect();
    if faults.is_empty() {
        Verdict::Pass
    } else {
        Verdict::Fail(faults)
    }
}

fn named(campaigns: &[&Campaign], concerned: impl Fn(&Campaign) -> bool) -> Vec<Param> {
    campaigns
        .iter()
        .filter(|campaign| concerned(campaign))
        .map(|campaign| Param::Text(campaign.name.clone()))
        .collect()
}
