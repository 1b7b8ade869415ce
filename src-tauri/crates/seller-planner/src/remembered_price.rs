//! Campaign prices that the shop remembers: prefilled next time (RG-11), and
//! a ceiling for campaigns whose look-back still sees them (RG-23).

use chrono::Days;
use seller_domain::price_history::{LookBack, LookBackStart, PriceKind};
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
    /// … that is registered after the campaign has begun …
    #[ts(type = "string")]
    pub from: Instant,
    /// … and before this moment.
    #[ts(type = "string")]
    pub until: Instant,
}

/// The ceiling that `price` sets once the campaign runs, for registrations
/// whose look-back is `look_back`.
pub fn later_ceiling(
    price: Money,
    running: Period,
    look_back: LookBack,
    zone: Zone,
) -> LaterCeiling {
    let until = match look_back.starts {
        LookBackStart::SameTime => zone.days_after(running.end, look_back.days),
        LookBackStart::StartOfDay => first_day_that_does_not_see(running.end, look_back.days, zone),
    };
    LaterCeiling {
        price,
        from: running.start,
        until,
    }
}

/// A window that opens at midnight still holds the last day of the campaign
/// while that day is at most `days` days ago.
fn first_day_that_does_not_see(end: Instant, days: u32, zone: Zone) -> Instant {
    let day = zone.day_of(end);
    // A campaign that ends at midnight was not on sale that day.
    let last = if zone.start_of(day) == end {
        day.pred_opt().unwrap_or(day)
    } else {
        day
    };
    last.checked_add_days(Days::new(u64::from(days) + 1))
        .map_or(end, |first| zone.start_of(first))
}

#[cfg(test)]
mod tests;
