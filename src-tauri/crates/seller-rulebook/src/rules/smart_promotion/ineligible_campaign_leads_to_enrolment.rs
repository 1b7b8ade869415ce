//! SP-03: an ineligible campaign says why and leads into the enrolment.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-03",
    name: "ineligible_campaign_leads_to_enrolment",
    grade: Grade::Capability,
    sources: &[Source::smart_promotion_guide(
        "A shop outside Smart Promotion sees the campaign as Ineligible with the reason, and reaches the programme through “Join program” in the criteria.",
    ).zh("未加入智能促销的店铺会看到活动“不符合资格”及其原因，并可通过资格条件中的“加入计划”进入该计划。")],
    figures: &[],
    page: include_str!("ineligible_campaign_leads_to_enrolment.md"),
    checks: &[Check::Capability],
};
