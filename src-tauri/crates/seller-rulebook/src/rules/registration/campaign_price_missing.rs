//! RG-01: every registered SKU has a campaign price.

use crate::cases::SkuCase;
use crate::finding::{Edit, Fault, Verdict};
use crate::review::corridor;
use crate::rule::{Check, Grade, Rule, Source, Trust};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-01",
    name: "campaign_price_missing",
    grade: Grade::Block,
    sources: &[Source {
        title: "How to register for Integrated Campaigns",
        says: "A campaign price must be set for each SKU when registering.",
        seen: "2026-11-21",
        trust: Trust::Platform,
    }],
    figures: &[],
    page: include_str!("campaign_price_missing.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    Verdict::fail_if(case.entry.campaign_price.is_none(), || {
        let sku_id = case.entry.sku_id.clone();
        let fault = Fault::at("campaign_price");
        match corridor(case).ceiling {
            Some(ceiling) if ceiling.price.is_positive() => fault
                .variant("with_ceiling")
                .limit(ceiling.price)
                .repair(Edit::SetCampaignPrice {
                    sku_id,
                    to: ceiling.price,
                }),
            _ => fault.repair(Edit::RemoveSku { sku_id }),
        }
    })
}
