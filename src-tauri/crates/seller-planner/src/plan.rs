//! What a whole registration brings: units, sales, every fee, payout and
//! margin, the worst single order, and the same units at retail prices.

mod coupon_supply;
mod tally;

use crate::minor_units::cost;
use crate::order_terms::{OrderTerms, Scenario, UnknownTerms};
use crate::profit::{FeeName, UnitEconomics, economics, unit};
use crate::settlement::Unit;
use rayon::prelude::*;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::{Money, Percent, ProductId, SkuId};
use seller_rulebook::{Facts, SkuFacts};
use serde::Serialize;
use tally::Tally;
use ts_rs::TS;

/// The plan's money. Every sum covers the SKUs that are `counted`; the others
/// are named by what they lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Plan {
    /// SKUs of the draft.
    pub skus: usize,
    /// SKUs with everything that the sums need.
    pub counted: usize,
    /// SKUs without a price, or with one that is none: finer than the currency, foreign, not above zero.
    pub without_price: usize,
    /// SKUs with a price whose campaign stock is missing or no whole number of at least 1.
    pub without_stock: usize,
    /// SKUs that the catalogue does not know.
    pub unknown: usize,
    /// Counted SKUs whose unit cost is unknown: they are in the payout, not in the margin.
    pub without_cost: usize,
    /// Units of campaign stock.
    #[ts(type = "number")]
    pub units: u64,
    /// All units sold at the campaign price, no coupon used, fees as stated.
    pub expected: Totals,
    /// All units sold, the costliest coupons used as far as they last, both fees charged.
    pub risk: Totals,
    /// The same units sold at the retail price outside the campaign.
    pub at_retail: Totals,
    /// Priced SKUs that lose money on an order without a coupon.
    pub below_cost: usize,
    /// Priced SKUs that lose money on their worst order.
    pub below_cost_at_worst: usize,
    /// Of all priced SKUs the single order that pays least.
    pub worst_order: Option<WorstOrder>,
}

/// Sums over all counted SKUs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Totals {
    /// Price × units.
    pub sales: Money,
    /// What extra discounts take off.
    pub extra_discount: Money,
    /// The seller's share of co-funded coupons.
    pub coupon_seller_share: Money,
    /// The platform's share of them.
    pub coupon_platform_share: Money,
    /// Tax in what customers pay.
    pub tax: Money,
    /// Each fee that is charged.
    pub fees: Vec<FeeTotal>,
    /// What shipping costs the seller, every unit sent alone.
    pub shipping_cost: Money,
    /// What is paid out: sales − the seller's discounts − tax − fees − shipping cost.
    pub payout: Money,
    /// Unit costs, of the SKUs that have one; none where none has.
    pub unit_cost: Option<Money>,
    /// Payout − unit costs, of the SKUs that have one; none where none has.
    pub margin: Option<Money>,
    /// That margin of their sales after extra discounts.
    pub margin_percent: Option<Percent>,
}

impl Totals {
    /// How much more margin this is than the other; none where either is unknown.
    pub fn margin_change_from(&self, other: &Self) -> Option<Money> {
        Some(self.margin? - other.margin?)
    }
}

/// The sum of one fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FeeTotal {
    /// Which fee.
    pub name: FeeName,
    /// How much.
    pub amount: Money,
}

/// The single order that pays the seller least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WorstOrder {
    /// Its product.
    pub product_id: ProductId,
    /// Its SKU.
    pub sku_id: SkuId,
    /// The order of one unit: it costs `price` and pays `payout`.
    pub order: UnitEconomics,
}

/// The plan of a draft, with the terms of its campaign.
pub fn plan(draft: &Draft, facts: &Facts) -> Result<Plan, UnknownTerms> {
    let terms = OrderTerms::of(facts, &facts.policy(), &draft.coupons)?;
    Ok(plan_with(draft, facts, &terms))
}

/// The plan of a draft with given terms: one pass over its products, side by side.
pub fn plan_with(draft: &Draft, facts: &Facts, terms: &OrderTerms) -> Plan {
    let survey = draft
        .products
        .par_iter()
        .enumerate()
        .with_min_len(128)
        .fold(Survey::default, |mut survey, (index, product)| {
            survey.add_product(index, product, facts, terms);
            survey
        })
        .reduce(Survey::default, Survey::merge);
    let risk = coupon_supply::risk_totals(draft, facts, terms).unwrap_or(survey.risk);
    Plan {
        skus: survey.skus,
        counted: survey.counted,
        without_price: survey.without_price,
        without_stock: survey.without_stock,
        unknown: survey.unknown,
        without_cost: survey.without_cost,
        units: survey.units,
        expected: survey.expected.totals(terms.currency),
        risk: risk.totals(terms.currency),
        at_retail: survey.at_retail.totals(terms.currency),
        below_cost: survey.below_cost,
        below_cost_at_worst: survey.below_cost_at_worst,
        worst_order: survey
            .worst
            .and_then(|worst| worst.order(draft, facts, terms)),
    }
}

/// What one pass over some products has seen.
#[derive(Debug, Default)]
struct Survey {
    skus: usize,
    counted: usize,
    without_price: usize,
    without_stock: usize,
    unknown: usize,
    without_cost: usize,
    below_cost: usize,
    below_cost_at_worst: usize,
    units: u64,
    expected: Tally,
    risk: Tally,
    at_retail: Tally,
    worst: Option<Worst>,
}

/// The least payout seen, and the place of its SKU in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Worst {
    payout: i64,
    product: usize,
    sku: usize,
}

impl Survey {
    fn add_product(
        &mut self,
        index: usize,
        product: &DraftProduct,
        facts: &Facts,
        terms: &OrderTerms,
    ) {
        let known = facts.products.get(&product.product_id);
        let terms = &*terms.leaving_out(known.is_some_and(|known| known.excluded));
        for (place, entry) in product.skus.iter().enumerate() {
            self.skus += 1;
            let sku = known.and_then(|known| sku_of(&known.skus, place, entry));
            let Some(sku) = sku else {
                self.unknown += 1;
                continue;
            };
            let Some(unit) = priced_unit(sku, entry, terms) else {
                self.without_price += 1;
                continue;
            };
            let worst = self.add_order(sku, unit, entry, terms);
            let worst = Worst {
                payout: worst,
                product: index,
                sku: place,
            };
            self.worst = Some(self.worst.map_or(worst, |seen| seen.min(worst)));
        }
    }

    /// Counts one priced SKU; its least payout.
    fn add_order(
        &mut self,
        sku: &SkuFacts,
        priced: Unit,
        entry: &DraftSku,
        terms: &OrderTerms,
    ) -> i64 {
        let unit_cost = sku.sku.unit_cost.and_then(cost);
        let expected = terms.campaign_order(priced, Scenario::EXPECTED);
        let worst = terms.campaign_order(priced, Scenario::WORST_ORDER);
        let loses = |payout: i64| unit_cost.is_some_and(|cost| payout < cost);
        self.below_cost += usize::from(loses(expected.payout));
        self.below_cost_at_worst += usize::from(loses(worst.payout));
        let retail = sku.sku.retail_price.rounded_half_up();
        let retail = unit(&sku.sku, retail, None, terms.currency);
        let (Some(units), Ok(retail)) = (whole_units(entry), retail) else {
            self.without_stock += 1;
            return worst.payout;
        };
        self.counted += 1;
        self.without_cost += usize::from(unit_cost.is_none());
        self.units += units;
        self.expected.add(priced, &expected, units, unit_cost);
        let risk = terms.campaign_order(priced, Scenario::RISK);
        self.risk.add(priced, &risk, units, unit_cost);
        let everyday = terms.everyday_order(retail);
        self.at_retail.add(retail, &everyday, units, unit_cost);
        worst.payout
    }

    fn merge(self, other: Self) -> Self {
        Self {
            skus: self.skus + other.skus,
            counted: self.counted + other.counted,
            without_price: self.without_price + other.without_price,
            without_stock: self.without_stock + other.without_stock,
            unknown: self.unknown + other.unknown,
            without_cost: self.without_cost + other.without_cost,
            below_cost: self.below_cost + other.below_cost,
            below_cost_at_worst: self.below_cost_at_worst + other.below_cost_at_worst,
            units: self.units + other.units,
            expected: self.expected.merge(other.expected),
            risk: self.risk.merge(other.risk),
            at_retail: self.at_retail.merge(other.at_retail),
            worst: [self.worst, other.worst].into_iter().flatten().min(),
        }
    }
}

impl Worst {
    fn order(self, draft: &Draft, facts: &Facts, terms: &OrderTerms) -> Option<WorstOrder> {
        let product = draft.products.get(self.product)?;
        let entry = product.skus.get(self.sku)?;
        let known = facts.products.get(&product.product_id)?;
        let sku = sku_of(&known.skus, self.sku, entry)?;
        let unit = priced_unit(sku, entry, terms)?;
        let terms = &*terms.leaving_out(known.excluded);
        let order = terms.campaign_order(unit, Scenario::WORST_ORDER);
        Some(WorstOrder {
            product_id: product.product_id.clone(),
            sku_id: entry.sku_id.clone(),
            order: economics(unit, &order, sku.sku.unit_cost, terms),
        })
    }
}

/// The facts of an entry; most often they stand at the same place as in the draft.
fn sku_of<'a>(known: &'a [SkuFacts], place: usize, entry: &DraftSku) -> Option<&'a SkuFacts> {
    known
        .get(place)
        .filter(|sku| sku.sku.id == entry.sku_id)
        .or_else(|| known.iter().find(|sku| sku.sku.id == entry.sku_id))
}

fn priced_unit(sku: &SkuFacts, entry: &DraftSku, terms: &OrderTerms) -> Option<Unit> {
    let price = entry.campaign_price.filter(|price| price.is_positive())?;
    unit(&sku.sku, price, entry.extra_discount, terms.currency).ok()
}

/// The campaign stock, if it is a whole number of at least 1.
fn whole_units(entry: &DraftSku) -> Option<u64> {
    entry
        .campaign_stock
        .filter(|stock| stock.fract().is_zero() && *stock >= Decimal::ONE)?
        .to_u64()
}

#[cfg(test)]
mod tests;
