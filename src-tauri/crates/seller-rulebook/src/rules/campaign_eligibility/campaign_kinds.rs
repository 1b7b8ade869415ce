//! CE-08: the kinds of campaigns.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-08",
    name: "campaign_kinds",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "Major campaigns, weekly promotions, Shop Tab campaigns, Premium Offers and Flash Sales can be registered for.",
        ).zh("可以报名大促活动、每周促销、商城频道活动，以及超值优惠与限时抢购。"),
        Source::integrated_campaigns(
            "An integrated campaign bundles several sub-campaigns in one registration.",
        ).zh("综合活动把多个子活动合并为一次报名。"),
    ],
    figures: &[],
    page: include_str!("campaign_kinds.md"),
    checks: &[Check::Capability],
};
