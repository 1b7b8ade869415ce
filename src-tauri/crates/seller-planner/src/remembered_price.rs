//! Campaign prices that the shop remembers: prefilled next time (RG-11), and
//! a ceiling for campaigns whose look-back still sees them (RG-23).

use chrono::NaiveDate;
use seller_domain::price_history::{LookBack, PriceKind, PriceRecord};
use seller_domain::registration::Draft;
use seller_domain::{Instant, Money, Period, SkuId, Zone};
use seller_rulebook::{Facts, SkuFacts};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// The campaign price of an earlier registration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RememberedPrice {
    /// The price.
    pub price: Money,
    /// When it was submitted, or came into force where only the history knows it.
    #[ts(type = "string")]
    pub since: Instant,
    /// The campaign it was registered for, where it is known.
    pub campaign: Option<String>,
}

/// The campaign price that was set last for a SKU: of its registrations the one
/// submitted last, otherwise the last campaign price of its history (RG-11).
pub fn last_campaign_price(sku: &SkuFacts) -> Option<RememberedPrice> {
    let submitted = sku.elsewhere.iter().max_by_key(|plan| plan.submitted_at);
    if let Some(plan) = submitted {
        return Some(RememberedPrice {
            price: plan.price,
            since: plan.submitted_at,
            campaign: Some(plan.campaign_name.clone()),
        });
    }
    sku.history
        .iter()
        .filter(|record| record.kind == PriceKind::Campaign)
        .max_by_key(|record| record.from)
        .map(|record| RememberedPrice {
            price: record.price,
            since: record.from,
            campaign: None,
        })
}

/// The last campaign price of every SKU of a draft that has one.
pub fn last_campaign_prices(draft: &Draft, facts: &Facts) -> HashMap<SkuId, Money> {
    draft
        .products
        .iter()
        .filter_map(|product| facts.products.get(&product.product_id))
        .flat_map(|product| &product.skus)
        .filter_map(|sku| Some((sku.sku.id.clone(), last_campaign_price(sku)?.price)))
        .collect()
}

/// The ceiling that a submitted price sets for later campaigns (RG-23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LaterCeiling {
    /// No later campaign takes a higher price …
    pub price: Money,
    /// … that is registered after this campaign has begun …
    #[ts(type = "string")]
    pub from: Instant,
    /// … and on this calendar day of the shop at the latest.
    #[ts(type = "string")]
    pub last_day: NaiveDate,
}

/// The ceiling that `price` sets once the campaign runs, for registrations
/// whose look-back is `look_back`.
pub fn later_ceiling(
    price: Money,
    running: Period,
    look_back: LookBack,
    zone: Zone,
) -> Option<LaterCeiling> {
    let sold = PriceRecord {
        kind: PriceKind::Campaign,
        price,
        from: running.start,
        until: Some(running.end),
    };
    Some(LaterCeiling {
        price,
        from: running.start,
        last_day: look_back.last_day_seen(&sold, zone)?,
    })
}

#[cfg(test)]
mod tests;
