//! The lowest price that a campaign's look-back sees for a SKU (RG-02, RG-23).

use crate::cases::SkuCase;
use crate::facts::SkuFacts;
use seller_domain::price_history::{LookBack, LookBackLevel, PriceKind, PriceRecord};
use seller_domain::{Money, Period};

/// The lowest price, and where it comes from.
#[derive(Debug, Clone)]
pub struct LowestPrice<'a> {
    /// The price.
    pub price: Money,
    /// Whose price it is: the SKU itself, or a sibling where the campaign looks at the whole product.
    pub of: &'a SkuFacts,
    /// The record that states it; none if it is the retail price of the catalogue.
    pub record: Option<PriceRecord>,
    /// How the campaign looks back.
    pub look_back: LookBack,
}

/// The lowest price of the look-back window. The retail price of the catalogue is in force, so it
/// counts like a record, and it is the only one where there is no history.
///
/// None for a SKU that the catalogue does not know, or where nobody states how far to look back.
pub fn lowest_price<'a>(case: &SkuCase<'a>) -> Option<LowestPrice<'a>> {
    let own = case.known?;
    let (look_back, window) = case.look_back?;
    let siblings = match look_back.level {
        LookBackLevel::Sku => &[],
        LookBackLevel::Product => case.product.known?.skus.as_slice(),
    };
    let mut lowest = lowest_of(own, look_back, window);
    for sibling in siblings
        .iter()
        .filter(|sibling| sibling.sku.id != own.sku.id)
    {
        let other = lowest_of(sibling, look_back, window);
        if other.price < lowest.price {
            lowest = other;
        }
    }
    Some(lowest)
}

fn lowest_of(sku: &SkuFacts, look_back: LookBack, window: Period) -> LowestPrice<'_> {
    let recorded = look_back.lowest(&sku.history, window).cloned();
    // A campaign that the shop registered for has sold at its price since it began.
    let approved = sku.elsewhere.iter().filter(|plan| !plan.pending);
    let registered = approved.filter_map(|plan| {
        let record = PriceRecord {
            kind: PriceKind::Campaign,
            price: plan.price,
            from: plan.running.start,
            until: Some(plan.running.end),
        };
        look_back.lowest([&record], window).cloned()
    });
    let record = recorded
        .into_iter()
        .chain(registered)
        .min_by_key(|record| (record.price.amount(), record.from))
        .filter(|record| record.price <= sku.sku.retail_price);
    LowestPrice {
        price: record
            .as_ref()
            .map_or(sku.sku.retail_price, |record| record.price),
        of: sku,
        record,
        look_back,
    }
}
