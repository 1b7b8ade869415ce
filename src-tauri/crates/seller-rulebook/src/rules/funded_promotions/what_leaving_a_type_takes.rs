//! PF-05: what switching a type off takes away, and what stays.

use super::markets_with_funded_promotions::funded_promotions_offered;
use super::shared::type_term;
use crate::finding::{Fault, Param, Verdict};
use crate::funded_cases::{CampaignWithRows, SwitchCase};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::funded_promotion::{FundedType, Position};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-05",
    name: "what_leaving_a_type_takes",
    grade: Grade::Info,
    sources: &[
        Source::funded_promotions(
            "The platform's discounts and labels end and buyers no longer see them; the seller's own promotions are not touched.",
        ).zh("平台的折扣和标签失效，买家不再看到；卖家自己的促销活动不受影响。"),
        Source::funded_promotions(
            "A shop that registered for a campaign keeps the other platform discounts and benefits that are no promotion, such as traffic.",
        ).zh("已报名活动的店铺保留平台的其他折扣，以及流量等非促销权益。"),
    ],
    figures: &["funded.offered"],
    page: include_str!("what_leaving_a_type_takes.md"),
    checks: &[Check::Switch(check)],
};

/// What moving a switch concerns (PF-05).
#[derive(Debug, Clone, Default)]
pub struct SwitchConsequences<'a> {
    /// Campaigns that are not over, with products or planned rows of the shop.
    pub campaigns: Vec<CampaignWithRows<'a>>,
    /// The other types that are on and stay so.
    pub others_on: Vec<FundedType>,
}

impl SwitchConsequences<'_> {
    /// Planned and registered SKUs in these campaigns.
    pub fn rows(&self) -> u32 {
        let rows =
            |campaign: &CampaignWithRows<'_>| campaign.registered.saturating_add(campaign.planned);
        self.campaigns.iter().map(rows).fold(0, u32::saturating_add)
    }
}

/// What moving the switch of `case` concerns; the rule tells of exactly this.
pub fn switch_consequences<'a>(case: &SwitchCase<'a>) -> SwitchConsequences<'a> {
    let concerned = |with: &&CampaignWithRows<'_>| {
        !with.campaign.running.is_over(case.now) && with.registered + with.planned > 0
    };
    let on = |other: &FundedType| {
        *other != case.funded_type && case.timeline.standing(*other).position == Position::On
    };
    SwitchConsequences {
        campaigns: case.campaigns.iter().filter(concerned).copied().collect(),
        others_on: FundedType::ALL.into_iter().filter(on).collect(),
    }
}

fn check(case: &SwitchCase<'_>) -> Verdict {
    let leaves = case.timeline.standing(case.funded_type).position == Position::On
        && case.to == Position::Off;
    if !leaves || !funded_promotions_offered(case.policy) {
        return Verdict::NotApplicable;
    }
    let consequences = switch_consequences(case);
    let about = |variant| {
        Fault::at("to")
            .variant(variant)
            .because("type", type_term(case.funded_type))
    };
    let mut faults = vec![about("goes")];
    if !consequences.campaigns.is_empty() {
        let names = consequences
            .campaigns
            .iter()
            .map(|with| Param::Text(with.campaign.name.clone()));
        faults.push(
            about("campaigns")
                .value(Param::List(names.collect()))
                .because("rows", consequences.rows()),
        );
    }
    if !consequences.others_on.is_empty() {
        let stay = consequences.others_on.into_iter().map(type_term);
        faults.push(about("stays").value(Param::List(stay.collect())));
    }
    Verdict::Fail(faults)
}
