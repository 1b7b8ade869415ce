//! AF-01: agencies open campaigns, and so do sellers.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-01",
    name: "partner_campaign_kinds",
    grade: Grade::Capability,
    sources: &[Source::affiliate_campaigns(
        "Agency-initiated campaigns are opened by affiliate partners and joined by sellers; seller-initiated ones are opened by sellers and joined by partners.",
    ).zh("机构发起的活动由联盟合作伙伴开设、卖家参加；商家发起的活动由卖家开设、合作伙伴加入。")],
    figures: &[],
    page: include_str!("partner_campaign_kinds.md"),
    checks: &[Check::Capability],
};
