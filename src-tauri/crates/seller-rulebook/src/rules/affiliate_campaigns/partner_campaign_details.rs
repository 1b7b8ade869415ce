//! AF-02: what an agency's campaign shows before anything is registered.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-02",
    name: "partner_campaign_details",
    grade: Grade::Capability,
    sources: &[Source::affiliate_campaigns(
        "Before joining, a seller sees the campaign's name, its details, the registration and the campaign period, the commission requirement and the partner's contact.",
    ).zh("参加之前，卖家可以看到活动名称、详情、报名时间和活动时间、佣金要求和合作伙伴的联系方式。")],
    figures: &[],
    page: include_str!("partner_campaign_details.md"),
    checks: &[Check::Capability],
};
