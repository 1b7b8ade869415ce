//! The same SKU in campaigns that run at the same time (RG-22).

use seller_domain::{CampaignId, Money, Period, SkuId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A campaign price of a SKU and when it is on sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPrice {
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// When it runs.
    pub running: Period,
    /// The campaign price.
    pub price: Money,
}

/// Two campaigns that sell the same SKU at the same time at different prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PriceConflict {
    /// The SKU.
    pub sku_id: SkuId,
    /// The two campaigns, the one that starts first first.
    pub campaigns: [CampaignId; 2],
    /// Their prices.
    pub prices: [Money; 2],
    /// When both run.
    pub both_run: Period,
}

/// Every pair of campaigns that overlap at different prices, SKU by SKU.
/// Campaigns that touch do not overlap.
pub fn price_conflicts(plans: &[PlannedPrice]) -> Vec<PriceConflict> {
    let mut by_sku: BTreeMap<&SkuId, Vec<&PlannedPrice>> = BTreeMap::new();
    for plan in plans {
        by_sku.entry(&plan.sku_id).or_default().push(plan);
    }
    let mut conflicts = Vec::new();
    for plans in by_sku.values_mut() {
        plans.sort_by_key(|plan| (plan.running.start, plan.campaign_id.clone()));
        for (index, first) in plans.iter().enumerate() {
            let meets = |second: &&&PlannedPrice| second.running.start < first.running.end;
            conflicts.extend(
                plans[index + 1..]
                    .iter()
                    .take_while(meets)
                    .filter_map(|second| conflict(first, second)),
            );
        }
    }
    conflicts
}

fn conflict(first: &PlannedPrice, second: &PlannedPrice) -> Option<PriceConflict> {
    let clash = first.running.overlaps(second.running)
        && first.price != second.price
        && first.campaign_id != second.campaign_id;
    clash.then(|| PriceConflict {
        sku_id: first.sku_id.clone(),
        campaigns: [first.campaign_id.clone(), second.campaign_id.clone()],
        prices: [first.price, second.price],
        both_run: Period::new(
            first.running.start.max(second.running.start),
            first.running.end.min(second.running.end),
        ),
    })
}

#[cfg(test)]
mod tests;
