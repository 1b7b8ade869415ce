//! Where the rules leave room for a price and a stock, what breaks out of it,
//! and the nearest way back. Check, corridor and repair read the same bounds.

use super::grouped::CHECKS;
use crate::bound::{Bound, Bounds, Corridor};
use crate::cases::SkuCase;
use crate::finding::{Edit, Fault};
use crate::stock::{StockCorridor, StockLimit, StockLimits};
use rust_decimal::Decimal;
use seller_domain::Money;

/// The campaign prices that all rules allow for a SKU.
pub fn corridor(case: &SkuCase<'_>) -> Corridor {
    let mut corridor = Corridor::default();
    for (rule, bounds) in &CHECKS.prices {
        if let Some(bounds) = bounds(case) {
            corridor.narrow(rule, &bounds);
        }
    }
    corridor
}

/// The campaign stock that all rules allow for a SKU.
pub fn stock_corridor(case: &SkuCase<'_>) -> StockCorridor {
    let mut corridor = StockCorridor::default();
    for (rule, limits) in &CHECKS.stocks {
        if let Some(limits) = limits(case) {
            corridor.narrow(rule, &limits);
        }
    }
    corridor
}

/// The smallest repair of a price: the nearest one that every rule allows, or
/// leaving the SKU out where there is none. What is not above zero is a slip and
/// no price: it is repaired like a blank one, for next to nothing is what nobody meant.
pub(crate) fn nearest_legal_price(case: &SkuCase<'_>, price: Money) -> Vec<Edit> {
    let price = Money::new(price.amount(), case.currency());
    let corridor = corridor(case);
    let meant = match corridor.ceiling {
        Some(ceiling) if !price.is_positive() => ceiling.price,
        _ => price,
    };
    match corridor.nearest(meant) {
        Some(to) => vec![Edit::SetCampaignPrice {
            sku_id: case.entry.sku_id.clone(),
            to,
        }],
        None => leave_out(case),
    }
}

/// The smallest repair of a stock: the nearest one that every rule allows (the
/// least one where nothing is entered), or leaving the SKU out.
pub(crate) fn nearest_legal_stock(case: &SkuCase<'_>) -> Vec<Edit> {
    match stock_corridor(case).nearest(case.entry.campaign_stock) {
        Some(to) => vec![Edit::SetCampaignStock {
            sku_id: case.entry.sku_id.clone(),
            to: to.into(),
        }],
        None => leave_out(case),
    }
}

/// Leaves a SKU out. The product loses the extra discount with it, if others of
/// its SKUs have one: a SKU that is left out has none (RG-07).
pub(crate) fn leave_out(case: &SkuCase<'_>) -> Vec<Edit> {
    let product = case.product.entry;
    let mut edits = vec![Edit::RemoveSku {
        sku_id: case.entry.sku_id.clone(),
    }];
    let others_have_one = product
        .skus
        .iter()
        .any(|sku| sku.sku_id != case.entry.sku_id && sku.extra_discount.is_some());
    let counts = case.known.is_some_and(|facts| !facts.sku.removed);
    if others_have_one && counts {
        edits.push(Edit::SetExtraDiscount {
            product_id: product.product_id.clone(),
            to: None,
        });
    }
    edits
}

/// The ends of `bounds` that the entered price breaks. The gap is what it takes
/// to come back inside this bound. A price in a foreign currency is compared
/// with nothing (RG-06 refuses it).
pub(super) fn price_breaches(
    case: &SkuCase<'_>,
    bounds: &Bounds,
) -> impl Iterator<Item = Fault> + use<> {
    let price = case
        .entry
        .campaign_price
        .filter(|price| price.currency() == case.currency());
    let over = price.and_then(|price| {
        let bound = bounds.upper.as_ref()?;
        let broken = price > bound.price || (!bound.included && price == bound.price);
        broken.then(|| price_breach(case, price, bound, price - bound.largest()))
    });
    let under = price.and_then(|price| {
        let bound = bounds.lower.as_ref()?;
        let broken = price < bound.price || (!bound.included && price == bound.price);
        broken.then(|| price_breach(case, price, bound, bound.smallest() - price))
    });
    over.into_iter().chain(under)
}

fn price_breach(case: &SkuCase<'_>, price: Money, bound: &Bound, gap: Money) -> Fault {
    let mut fault = Fault::at("campaign_price")
        .variant(bound.variant)
        .limit(bound.price)
        .value(price)
        .gap(gap)
        .repairs(nearest_legal_price(case, price));
    fault.params = bound.words.map(|words| words(case)).unwrap_or_default();
    fault
}

/// The ends of `limits` that the entered stock breaks.
pub(super) fn stock_breaches(
    case: &SkuCase<'_>,
    limits: &StockLimits,
) -> impl Iterator<Item = Fault> + use<> {
    let stock = case.entry.campaign_stock;
    let under = stock.and_then(|stock| {
        let limit = limits.least.as_ref()?;
        let least = Decimal::from(limit.units);
        (stock < least).then(|| stock_breach(case, stock, limit, least - stock))
    });
    let over = stock.and_then(|stock| {
        let limit = limits.most.as_ref()?;
        let most = Decimal::from(limit.units);
        (stock > most).then(|| stock_breach(case, stock, limit, stock - most))
    });
    under.into_iter().chain(over)
}

fn stock_breach(case: &SkuCase<'_>, stock: Decimal, limit: &StockLimit, gap: Decimal) -> Fault {
    let mut fault = Fault::at("campaign_stock")
        .variant(limit.variant)
        .limit(limit.units)
        .value(stock)
        .gap(gap)
        .repairs(nearest_legal_stock(case));
    fault.params = limit.words.map(|words| words(case)).unwrap_or_default();
    fault
}
