//! What a commission rate leaves of each product, and at which rate nothing is left (AF-05).
//!
//! A product is looked at where it is sold: at retail, and at every campaign
//! price it is registered with. Every fee is charged on its own base; the
//! commission is the rate of price less coupons less tax.

#[cfg(test)]
mod tests;

use crate::minor_units::{WHOLE, cost};
use crate::order_terms::{OrderTerms, Rates, Scenario};
use crate::profit::{FeeName, NotAPrice, UnitEconomics, economics, unit};
use crate::settlement::{Order, Unit};
use seller_domain::catalogue::Sku;
use seller_domain::{Money, Percent, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A campaign price that a SKU is registered with.
#[derive(Debug, Clone, Copy)]
pub struct PlannedSale<'a> {
    /// The campaign's name.
    pub campaign: &'a str,
    /// The price of a unit.
    pub price: Money,
    /// The extra discount on it.
    pub extra_discount: Option<Percent>,
    /// What orders of the campaign are charged.
    pub terms: &'a OrderTerms,
}

/// What a rate leaves of one SKU wherever it is sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkuAtRate {
    /// The SKU.
    pub sku_id: SkuId,
    /// At its retail price.
    pub at_retail: SaleAtRate,
    /// At each campaign price, the one that leaves least first.
    pub at_campaign_prices: Vec<SaleAtRate>,
}

impl SkuAtRate {
    /// Everywhere it is sold, retail first.
    pub fn sales(&self) -> impl Iterator<Item = &SaleAtRate> {
        std::iter::once(&self.at_retail).chain(&self.at_campaign_prices)
    }
}

/// What a rate leaves of one unit at one price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleAtRate {
    /// The campaign; none: at retail.
    pub campaign: Option<String>,
    /// The unit with every fee.
    pub unit: UnitEconomics,
    /// At which rate nothing is left.
    pub break_even: BreakEven,
}

impl SaleAtRate {
    /// What partner and creator get of the unit.
    pub fn commission(&self) -> Money {
        let line = self
            .unit
            .fees
            .iter()
            .find(|line| line.name == FeeName::AffiliateCommission);
        line.map_or_else(
            || Money::zero(self.unit.price.currency()),
            |line| line.amount,
        )
    }

    /// Whether the unit costs the seller more than it brings; none where the cost is not known.
    pub fn loses(&self) -> Option<bool> {
        let margin = self.unit.margin?;
        Some(margin < Money::zero(margin.currency()))
    }
}

/// The highest rate at which a unit is not sold at a loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BreakEven {
    /// At this rate it brings no loss, a hundredth of a percent more and it does.
    At {
        /// The rate, to a hundredth of a percent.
        rate: Percent,
        /// The highest whole percentage that brings no loss.
        whole: Percent,
    },
    /// Not even the whole price as commission brings a loss: it costs nothing to sell.
    Never,
    /// It is sold at a loss without any commission.
    AtNoRate,
    /// What the unit costs is not known.
    CostUnknown,
}

/// What `rate` leaves of one unit of `sku`, at retail and at each of its campaign prices.
/// In campaigns, `scenario` says which coupons are used and which fees fall due.
///
/// # Errors
/// [`NotAPrice`] for prices finer than their currency or in another than the shop's.
pub fn sku_at_rate(
    sku: &Sku,
    rate: Percent,
    everyday: &OrderTerms,
    planned: &[PlannedSale<'_>],
    scenario: Scenario,
) -> Result<SkuAtRate, NotAPrice> {
    let retail = unit(sku, sku.retail_price, None, everyday.currency)?;
    let outside = |points| everyday.settle(retail, &at(everyday.outside, points), None);
    let at_retail = sale(None, sku, retail, rate, everyday, &outside);
    let mut at_campaign_prices = planned
        .iter()
        .map(|sold| {
            let terms = sold.terms;
            let unit = unit(sku, sold.price, sold.extra_discount, terms.currency)?;
            let charged = terms.in_campaign.charged(scenario.fees);
            let inside = |points| terms.least_paying(unit, &at(charged, points), scenario.coupon);
            let name = Some(sold.campaign.to_owned());
            Ok(sale(name, sku, unit, rate, terms, &inside))
        })
        .collect::<Result<Vec<_>, NotAPrice>>()?;
    at_campaign_prices.sort_by_key(|sale| sale.unit.payout.amount());
    Ok(SkuAtRate {
        sku_id: sku.id.clone(),
        at_retail,
        at_campaign_prices,
    })
}

fn at(rates: Rates, affiliate: i64) -> Rates {
    Rates { affiliate, ..rates }
}

fn sale<'a>(
    campaign: Option<String>,
    sku: &Sku,
    unit: Unit,
    rate: Percent,
    terms: &'a OrderTerms,
    order: &impl Fn(i64) -> Order<'a>,
) -> SaleAtRate {
    SaleAtRate {
        campaign,
        unit: economics(unit, &order(rate.basis_points()), sku.unit_cost, terms),
        break_even: break_even(sku.unit_cost.and_then(cost), order),
    }
}

/// What is paid out never rises with the rate, so the last rate without a loss is found by halving.
fn break_even<'a>(unit_cost: Option<i64>, order: &impl Fn(i64) -> Order<'a>) -> BreakEven {
    let Some(unit_cost) = unit_cost else {
        return BreakEven::CostUnknown;
    };
    let loses = |points| order(points).payout < unit_cost;
    if loses(0) {
        return BreakEven::AtNoRate;
    }
    if !loses(WHOLE) {
        return BreakEven::Never;
    }
    let (mut fine, mut too_much) = (0, WHOLE);
    while too_much - fine > 1 {
        let middle = fine + (too_much - fine) / 2;
        if loses(middle) {
            too_much = middle;
        } else {
            fine = middle;
        }
    }
    BreakEven::At {
        rate: Percent::from_basis_points(fine),
        whole: Percent::whole(fine / 100),
    }
}

/// What a rate leaves of a product: the sales that leave least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProductAtRate {
    /// The SKU that leaves least at retail; none where no cost is known.
    pub worst_at_retail: Option<WorstSale>,
    /// The SKU that leaves least at a campaign price; none where it is in no campaign or no cost
    /// is known.
    pub worst_in_campaign: Option<WorstSale>,
    /// The highest whole percentage at which no SKU is sold at a loss anywhere; none where one is
    /// sold at a loss without commission, or no cost is known.
    pub no_loss_up_to: Option<Percent>,
    /// SKUs that are sold at a loss at retail.
    pub losing_at_retail: u32,
    /// SKUs that are sold at a loss at a campaign price.
    pub losing_in_campaign: u32,
    /// SKUs whose cost is not known.
    pub cost_unknown: u32,
    /// All its SKUs.
    pub skus: u32,
}

/// The sale that leaves least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorstSale {
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign; none: at retail.
    pub campaign: Option<String>,
    /// The price of a unit.
    pub price: Money,
    /// What partner and creator get.
    pub commission: Money,
    /// What is left after every fee and the unit cost.
    pub left: Money,
    /// At which rate nothing is left.
    pub break_even: BreakEven,
}

/// Sums up the SKUs of a product.
pub fn product_at_rate(skus: &[SkuAtRate]) -> ProductAtRate {
    let count = |losing: &dyn Fn(&SkuAtRate) -> bool| {
        u32::try_from(skus.iter().filter(|sku| losing(sku)).count()).unwrap_or(u32::MAX)
    };
    let loses = |sale: &SaleAtRate| sale.loses() == Some(true);
    let retail = skus.iter().map(|sku| (sku, &sku.at_retail));
    let planned = skus
        .iter()
        .flat_map(|sku| sku.at_campaign_prices.iter().map(move |sale| (sku, sale)));
    ProductAtRate {
        worst_at_retail: worst(retail),
        worst_in_campaign: worst(planned),
        no_loss_up_to: no_loss_up_to(skus),
        losing_at_retail: count(&|sku| loses(&sku.at_retail)),
        losing_in_campaign: count(&|sku| sku.at_campaign_prices.iter().any(loses)),
        cost_unknown: count(&|sku| sku.at_retail.unit.unit_cost.is_none()),
        skus: count(&|_| true),
    }
}

fn worst<'a>(sales: impl Iterator<Item = (&'a SkuAtRate, &'a SaleAtRate)>) -> Option<WorstSale> {
    let known = sales.filter_map(|(sku, sale)| Some((sku, sale, sale.unit.margin?)));
    known
        .min_by_key(|(_, _, margin)| margin.amount())
        .map(|(sku, sale, margin)| WorstSale {
            sku_id: sku.sku_id.clone(),
            campaign: sale.campaign.clone(),
            price: sale.unit.price,
            commission: sale.commission(),
            left: margin,
            break_even: sale.break_even,
        })
}

fn no_loss_up_to(skus: &[SkuAtRate]) -> Option<Percent> {
    let mut lowest = None;
    for sale in skus.iter().flat_map(SkuAtRate::sales) {
        let most = match sale.break_even {
            BreakEven::AtNoRate => return None,
            BreakEven::CostUnknown => continue,
            BreakEven::Never => Percent::HUNDRED,
            BreakEven::At { whole, .. } => whole,
        };
        lowest = Some(lowest.map_or(most, |lowest: Percent| lowest.min(most)));
    }
    lowest
}
