//! RG-01: every registered SKU has a campaign price.

use crate::cases::{ProductCase, SkuCase};
use crate::finding::{Edit, Fault, Verdict};
use crate::review::{corridor, leave_out};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-01",
    name: "campaign_price_missing",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "A campaign price must be set for each SKU when registering.",
    )
    .zh("报名时须为每个 SKU 设置活动价。")],
    figures: &[],
    page: include_str!("campaign_price_missing.md"),
    checks: &[Check::Sku(check), Check::Product(check_product)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    Verdict::fail_if(case.entry.campaign_price.is_none(), || {
        let corridor = corridor(case);
        let fault = Fault::at("campaign_price");
        match corridor.ceiling.filter(|_| !corridor.is_empty()) {
            Some(ceiling) => {
                fault
                    .variant("with_ceiling")
                    .limit(ceiling.price)
                    .repair(Edit::SetCampaignPrice {
                        sku_id: case.entry.sku_id.clone(),
                        to: ceiling.price,
                    })
            }
            None => fault.repairs(leave_out(case)),
        }
    })
}

fn check_product(case: &ProductCase<'_>) -> Verdict {
    Verdict::fail_if(case.entry.skus.is_empty(), || {
        Fault::at("skus")
            .variant("without_skus")
            .repair(Edit::RemoveProduct {
                product_id: case.entry.product_id.clone(),
            })
    })
}
