//! The slip guard: what a coupon does to the smallest order, in the words in
//! which a slip shows, and to the products of the catalogue.

use rust_decimal::Decimal;
use seller_domain::campaign::CouponDiscount;
use seller_domain::fees::coupon_discount;
use seller_domain::seller_coupon::{CouponDraft, CouponScope};
use seller_domain::{Money, Percent, Period, ProductId, SkuId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};
use ts_rs::TS;

/// What the seller should see before a coupon is saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SlipGuard {
    /// The smallest order that gets the coupon; none while no discount is entered.
    pub smallest_order: Option<SmallestOrder>,
    /// What the buyer pays of a percentage; none for an amount.
    pub buyer_pays: Option<Tenths>,
    /// SKUs that the coupon takes below cost, the largest loss first.
    pub below_cost: Vec<BelowCost>,
    /// How many products they belong to.
    pub products_below_cost: usize,
    /// SKUs in the coupon's scope whose unit cost is not known, so that nothing can be said.
    pub cost_unknown: usize,
    /// What has to be typed in before saving; none where nothing goes below cost.
    pub confirm: Option<Confirmation>,
}

/// The smallest order that gets a coupon: at the minimum spend, or a minor unit above the amount
/// where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SmallestOrder {
    /// What the products cost after product discounts.
    pub order_value: Money,
    /// What the coupon takes off.
    pub taken_off: Money,
    /// What the buyer pays for them.
    pub pays: Money,
}

/// A percentage off in the two ways in which it is said: 60 % off, the buyer pays 40 %, 4 折.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tenths {
    /// What is taken off.
    pub off: Percent,
    /// What the buyer pays.
    pub pays: Percent,
    /// The number before 折, tenths of the price that the buyer pays: 4, 8.5.
    #[ts(type = "string")]
    #[serde(with = "rust_decimal::serde::str")]
    pub zhe: Decimal,
}

impl Tenths {
    /// The two ways of saying `off`.
    pub fn of(off: Percent) -> Self {
        let pays = off.rest();
        Self {
            off,
            pays,
            zhe: (pays.value() / Decimal::TEN).normalize(),
        }
    }
}

/// What one SKU of the catalogue is sold for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedSku {
    /// The product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The retail price, or the seller's own discount price where one runs.
    pub price: Money,
    /// What one unit costs the seller; none where that is not known.
    pub unit_cost: Option<Money>,
    /// Its registered campaign prices.
    pub campaigns: Vec<PlannedPrice>,
}

/// A campaign price that is registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPrice {
    /// The campaign's name.
    pub campaign: String,
    /// When it runs.
    pub running: Period,
    /// The price.
    pub price: Money,
}

/// A SKU that a coupon takes below cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BelowCost {
    /// The product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign whose price it is; none: the everyday price.
    pub campaign: Option<String>,
    /// The price of a unit.
    pub price: Money,
    /// How many units the smallest order with this SKU alone has.
    pub units: u32,
    /// What the buyer pays for all units after the coupon.
    pub pays: Money,
    /// What all units cost the seller.
    pub cost: Money,
    /// What the seller loses on the order, before fees.
    pub loss: Money,
}

/// What the seller types in to confirm a coupon that goes below cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Confirmation {
    /// The amount again.
    Amount {
        /// The amount.
        amount: Money,
    },
    /// The percentage again.
    Rate {
        /// The percentage.
        rate: Percent,
    },
}

impl Confirmation {
    /// Whether `typed` is what was asked for.
    pub fn is_met_by(self, typed: &str) -> bool {
        match self {
            Self::Amount { amount } => Money::parse(typed, amount.currency()) == Ok(amount),
            Self::Rate { rate } => Percent::parse(typed) == Ok(rate),
        }
    }
}

/// Looks at a coupon in the wizard with the prices of the catalogue. Of a SKU's prices in the
/// coupon's period the lowest counts: a coupon applies to the registered campaign price.
///
/// Fees are not counted: what goes below cost here does so before any fee.
pub fn slip_guard<'a>(
    draft: &CouponDraft,
    catalogue: impl IntoIterator<Item = &'a PricedSku>,
) -> SlipGuard {
    let mut guard = SlipGuard {
        smallest_order: smallest_order(draft),
        buyer_pays: draft
            .rate
            .filter(|_| draft.amount.is_none())
            .map(Tenths::of),
        below_cost: Vec::new(),
        products_below_cost: 0,
        cost_unknown: 0,
        confirm: None,
    };
    let Some(discount) = draft.discount() else {
        return guard;
    };
    let chosen: Option<HashSet<&ProductId>> = match &draft.scope {
        CouponScope::Products { ids } => Some(ids.iter().collect()),
        CouponScope::WholeShop | CouponScope::Unstated => None,
    };
    let in_scope = |sku: &&PricedSku| {
        chosen
            .as_ref()
            .is_none_or(|ids| ids.contains(&sku.product_id))
    };
    for sku in catalogue.into_iter().filter(in_scope) {
        match sku.unit_cost {
            None => guard.cost_unknown += 1,
            Some(cost) => guard
                .below_cost
                .extend(below_cost(draft, discount, sku, cost)),
        }
    }
    guard
        .below_cost
        .sort_by_key(|sku| std::cmp::Reverse(sku.loss.amount()));
    let products: BTreeSet<_> = guard.below_cost.iter().map(|sku| &sku.product_id).collect();
    guard.products_below_cost = products.len();
    guard.confirm = (!guard.below_cost.is_empty()).then_some(match discount {
        CouponDiscount::Fixed { amount } => Confirmation::Amount { amount },
        CouponDiscount::Percentage { rate, .. } => Confirmation::Rate { rate },
    });
    guard
}

fn smallest_order(draft: &CouponDraft) -> Option<SmallestOrder> {
    let discount = draft.discount()?;
    let order_value = match (draft.minimum_spend, discount) {
        (Some(minimum), _) => minimum,
        (None, CouponDiscount::Fixed { amount }) => amount + Money::minor_unit(amount.currency()),
        // A percentage of any order: there is no smallest one worth showing.
        (None, CouponDiscount::Percentage { .. }) => return None,
    };
    let taken_off = coupon_discount(discount, order_value);
    Some(SmallestOrder {
        order_value,
        taken_off,
        pays: order_value - taken_off,
    })
}

fn below_cost(
    draft: &CouponDraft,
    discount: CouponDiscount,
    sku: &PricedSku,
    unit_cost: Money,
) -> Option<BelowCost> {
    let runs_with = |planned: &&PlannedPrice| {
        draft
            .period
            .is_none_or(|period| planned.running.overlaps(period))
    };
    let lowest = sku
        .campaigns
        .iter()
        .filter(runs_with)
        .min_by_key(|planned| planned.price.amount());
    let (price, campaign) = match lowest.filter(|planned| planned.price < sku.price) {
        Some(planned) => (planned.price, Some(planned.campaign.clone())),
        None => (sku.price, None),
    };
    let units = units_needed(price, draft.minimum_spend)?;
    let count = Decimal::from(units);
    let (value, cost) = (price * count, unit_cost * count);
    let pays = value - coupon_discount(discount, value);
    (pays < cost).then(|| BelowCost {
        product_id: sku.product_id.clone(),
        sku_id: sku.sku_id.clone(),
        campaign,
        price,
        units,
        pays,
        cost,
        loss: cost - pays,
    })
}

/// Units of one price that reach the minimum spend, at least one; none for a price of nothing.
fn units_needed(price: Money, minimum: Option<Money>) -> Option<u32> {
    use rust_decimal::prelude::ToPrimitive;
    if !price.is_positive() {
        return None;
    }
    let minimum = minimum.map_or(Decimal::ZERO, Money::amount);
    (minimum / price.amount()).ceil().max(Decimal::ONE).to_u32()
}
