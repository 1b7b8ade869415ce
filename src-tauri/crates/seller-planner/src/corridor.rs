//! The corridor of one SKU: which prices the rules allow, and which of them
//! keep the wanted margin.

use crate::margin_floor::Costing;
use crate::minor_units::{cost, money};
use crate::order_terms::{OrderTerms, Scenario};
use crate::remembered_price::{RememberedPrice, last_campaign_price};
use seller_domain::registration::DraftProduct;
use seller_domain::{Instant, Money, Percent, SkuId};
use seller_rulebook::bound::{Corridor, End};
use seller_rulebook::cases::{ProductCase, Setting, SkuCase};
use seller_rulebook::lowest_price::lowest_price;
use seller_rulebook::review;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use ts_rs::TS;

/// A floor of margin beyond so many times the retail price is no floor.
const FARTHEST: i64 = 10;

/// The prices of a SKU: the legal ends, the floor of the margin, and the marks between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkuCorridor {
    /// The smallest legal price and the rule that sets it.
    pub floor: Option<LegalEnd>,
    /// The largest legal price and the rule that sets it.
    pub ceiling: Option<LegalEnd>,
    /// Whether no price is legal at all.
    pub empty: bool,
    /// The smallest price that keeps the wanted margin, whatever the rules say of it.
    pub margin_floor: MarginFloor,
    /// The smallest legal price that keeps the wanted margin; none: no legal price does.
    pub deepest: Option<Money>,
    /// The price that the platform recommends (RG-15).
    pub recommended: Option<Money>,
    /// The retail price; none for a SKU that the catalogue does not know.
    pub retail: Option<Money>,
    /// The seller's own current discount price.
    pub discount: Option<Money>,
    /// The lowest price that the campaign's look-back sees (RG-02).
    pub low: Option<Money>,
    /// Since when it was charged; none where it is the catalogue's retail price.
    #[ts(type = "string | null")]
    pub low_since: Option<Instant>,
    /// The campaign price of the last registration (RG-11).
    pub last_time: Option<RememberedPrice>,
}

/// A legal end and the rule that sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct LegalEnd {
    /// The last legal price.
    pub price: Money,
    /// The rule's id.
    #[ts(type = "string")]
    pub rule: &'static str,
}

/// The smallest price that keeps the wanted margin, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MarginFloor {
    /// From here on.
    At {
        /// The price.
        price: Money,
    },
    /// The unit cost is unknown.
    NoUnitCost,
    /// The catalogue does not know the SKU.
    UnknownSku,
    /// Fees and the wanted margin leave too little of any price up to ten times the retail price.
    OutOfReach,
    /// The campaign's terms are incomplete: what an order leaves cannot be said.
    UnknownTerms,
}

impl MarginFloor {
    /// The price, where there is one.
    pub fn price(self) -> Option<Money> {
        match self {
            Self::At { price } => Some(price),
            Self::NoUnitCost | Self::UnknownSku | Self::OutOfReach | Self::UnknownTerms => None,
        }
    }
}

/// The floor below which a price is no good to the seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountingFloor {
    /// The greater of the legal floor and the floor of the margin; none: every price is good.
    pub price: Option<Money>,
    /// Which of them it is.
    pub by: FloorBy,
}

/// What sets the floor that counts for the seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FloorBy {
    /// The rules: every legal price keeps the wanted margin.
    Rules,
    /// The wanted margin: legal prices below it keep less.
    Margin,
    /// The wanted margin, and it lies above the ceiling: no legal price keeps it.
    MarginAboveCeiling,
    /// The rules; no price within reach keeps the wanted margin.
    RulesMarginOutOfReach,
    /// The rules; what keeps the margin is unknown, because the unit cost is, or the SKU.
    RulesCostUnknown,
    /// The rules; what keeps the margin is unknown, because the campaign's terms are incomplete.
    RulesTermsUnknown,
}

impl SkuCorridor {
    /// The greater of the legal floor and the floor of the margin.
    pub fn counting_floor(&self) -> CountingFloor {
        let legal = self.floor.map(|end| end.price);
        let (price, by) = match self.margin_floor {
            MarginFloor::At { price } if legal.is_some_and(|legal| price <= legal) => {
                (legal, FloorBy::Rules)
            }
            MarginFloor::At { price } => match self.ceiling {
                Some(end) if end.price < price => (Some(price), FloorBy::MarginAboveCeiling),
                _ => (Some(price), FloorBy::Margin),
            },
            MarginFloor::OutOfReach => (legal, FloorBy::RulesMarginOutOfReach),
            MarginFloor::NoUnitCost | MarginFloor::UnknownSku => (legal, FloorBy::RulesCostUnknown),
            MarginFloor::UnknownTerms => (legal, FloorBy::RulesTermsUnknown),
        };
        CountingFloor { price, by }
    }
}

impl From<End> for LegalEnd {
    fn from(end: End) -> Self {
        Self {
            price: end.price,
            rule: end.rule.id,
        }
    }
}

/// The corridor of one SKU as it stands in the draft.
pub fn sku_corridor(case: &SkuCase<'_>, terms: &OrderTerms) -> SkuCorridor {
    let legal = review::corridor(case);
    let terms = &*of_case(case, terms);
    let margin_floor = margin_floor(case, terms);
    let known = case.known;
    let lowest = lowest_price(case);
    SkuCorridor {
        floor: legal.floor.map(LegalEnd::from),
        ceiling: legal.ceiling.map(LegalEnd::from),
        empty: legal.is_empty(),
        margin_floor,
        deepest: deepest(case, &legal, terms),
        recommended: known.and_then(|sku| sku.stated.as_ref()?.recommended_price),
        retail: known.map(|sku| sku.sku.retail_price),
        discount: known.and_then(|sku| sku.sku.discount_price),
        low: lowest.as_ref().map(|lowest| lowest.price),
        low_since: lowest.and_then(|lowest| Some(lowest.record?.from)),
        last_time: known.and_then(last_campaign_price),
    }
}

/// The corridors of all SKUs of a draft's product, in the draft's order.
pub fn product_corridors(
    entry: &DraftProduct,
    setting: Setting<'_>,
    terms: &OrderTerms,
) -> Vec<(SkuId, SkuCorridor)> {
    sku_cases(entry, setting)
        .map(|case| (case.entry.sku_id.clone(), sku_corridor(&case, terms)))
        .collect()
}

/// The cases of a draft's product, one for each of its SKUs.
pub fn sku_cases<'a>(
    entry: &'a DraftProduct,
    setting: Setting<'a>,
) -> impl Iterator<Item = SkuCase<'a>> {
    let product = ProductCase::new(setting, entry);
    entry.skus.iter().map(move |sku| product.sku(sku))
}

/// The terms that the orders of a SKU follow (SP-07).
fn of_case<'t>(case: &SkuCase<'_>, terms: &'t OrderTerms) -> Cow<'t, OrderTerms> {
    terms.leaving_out(case.product.known.is_some_and(|known| known.excluded))
}

/// The smallest price that keeps the wanted margin.
fn margin_floor(case: &SkuCase<'_>, terms: &OrderTerms) -> MarginFloor {
    let Some(known) = case.known else {
        return MarginFloor::UnknownSku;
    };
    let Some(costing) = costing(case) else {
        return MarginFloor::NoUnitCost;
    };
    let farthest = cost(known.sku.retail_price)
        .unwrap_or(i64::MAX / FARTHEST)
        .saturating_mul(FARTHEST);
    terms
        .smallest_keeping(costing, Scenario::WORST_ORDER, 1, farthest)
        .map_or(MarginFloor::OutOfReach, |price| MarginFloor::At {
            price: money(price, terms.currency),
        })
}

/// The smallest legal price that keeps the wanted margin.
fn deepest(case: &SkuCase<'_>, legal: &Corridor, terms: &OrderTerms) -> Option<Money> {
    let (from, to) = legal_minor(legal)?;
    terms
        .smallest_keeping(costing(case)?, Scenario::WORST_ORDER, from, to)
        .map(|price| money(price, terms.currency))
}

/// The legal prices in minor units, at least one minor unit; none where there
/// is no ceiling or no legal price.
pub(crate) fn legal_minor(legal: &Corridor) -> Option<(i64, i64)> {
    let to = legal.ceiling?.price.to_minor()?;
    let from = match legal.floor {
        Some(end) => end.price.to_minor()?.max(1),
        None => 1,
    };
    (from <= to).then_some((from, to))
}

/// What the margin search needs of a SKU; none while its cost is unknown.
pub(crate) fn costing(case: &SkuCase<'_>) -> Option<Costing> {
    let sku = &case.known?.sku;
    Some(Costing {
        unit_cost: cost(sku.unit_cost?)?,
        extra: case.entry.extra_discount.map_or(0, Percent::basis_points),
        shipping_charge: sku.shipping_charge.and_then(cost),
    })
}

#[cfg(test)]
mod tests;
