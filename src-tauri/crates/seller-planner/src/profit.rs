//! Unit economics: what one unit at a price leaves, fee by fee.
//!
//! The order is one of a single unit. That is where thresholds bite: whether
//! it reaches a coupon's minimum purchase and whether it ships free.

use crate::minor_units::{cost, money, percent_of};
use crate::order_terms::{OrderTerms, Scenario};
use crate::settlement::{Charge, Order, Unit};
use seller_domain::catalogue::Sku;
use seller_domain::{CouponId, Currency, Money, Percent};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What one unit at a price leaves (ST-03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnitEconomics {
    /// The price of the unit.
    pub price: Money,
    /// What the extra discount takes off.
    pub extra_discount: Money,
    /// The co-funded coupon that is used; none: no coupon applies or none is used.
    pub coupon: Option<CouponPart>,
    /// What the customer pays for shipping.
    pub shipping_paid: Money,
    /// What the customer pays, shipping and tax included.
    pub customer_payment: Money,
    /// The tax in it; zero unless the terms say that prices include tax.
    pub tax: Money,
    /// Every fee that is charged, with its own base.
    pub fees: Vec<FeeLine>,
    /// What shipping costs the seller beyond what the customer pays.
    pub shipping_cost: Money,
    /// Price − the seller's discounts − tax − fees − shipping cost.
    pub payout: Money,
    /// What the unit costs the seller; none: unknown.
    pub unit_cost: Option<Money>,
    /// Payout − unit cost; none where the unit cost is unknown.
    pub margin: Option<Money>,
    /// The margin of the price after the extra discount; none where the unit
    /// cost is unknown or nothing is charged.
    pub margin_percent: Option<Percent>,
    /// Why there is no margin.
    pub margin_unknown: Option<MarginUnknown>,
}

/// A co-funded coupon on the order (FE-06, FE-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CouponPart {
    /// Which one.
    pub id: CouponId,
    /// What the customer saves.
    pub discount: Money,
    /// The seller's share of it.
    pub seller_share: Money,
    /// The platform's share.
    pub platform_share: Money,
}

/// One fee: its name, what it is charged on, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct FeeLine {
    /// Which fee.
    pub name: FeeName,
    /// What it is charged on.
    pub base: Money,
    /// At which rate.
    pub rate: Percent,
    /// Rate × base, half up to the minor unit.
    pub amount: Money,
}

/// The fees of an order. Where the surcharge and the service fee are one charge,
/// it is the service fee's line (FE-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeeName {
    /// On gross sales − seller discount + shipping paid (FE-01).
    CampaignService,
    /// What Smart Promotion adds in a campaign, on gross sales − seller discount (FE-05).
    SmartPromotionSurcharge,
    /// On gross sales − seller discount: of all orders in the store-wide mode, of
    /// discounted ones in the co-funded mode (SP-08).
    SmartPromotion,
    /// On customer payment + platform discount − tax.
    Referral,
    /// On price − coupons − tax.
    AffiliateCommission,
}

impl FeeName {
    /// All fees, in the order in which an order shows them.
    pub const ALL: [Self; 5] = [
        Self::CampaignService,
        Self::SmartPromotionSurcharge,
        Self::SmartPromotion,
        Self::Referral,
        Self::AffiliateCommission,
    ];
}

/// Why a unit has no margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MarginUnknown {
    /// Nobody has entered or imported what the unit costs.
    NoUnitCost,
}

/// Why no order can be reckoned with a price (RG-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPrice {
    /// It has more digits than its currency.
    #[error("{0} is finer than the currency's smallest unit; round the price")]
    TooFine(Money),
    /// It is in another currency than the shop.
    #[error("{price} is not in {shop}, the currency of the shop; enter the price in {shop}")]
    Foreign {
        /// The price.
        price: Money,
        /// The shop's currency.
        shop: Currency,
    },
}

/// What one unit of `sku` leaves in the campaign at `price`, with the extra discount.
pub fn unit_economics(
    sku: &Sku,
    price: Money,
    extra_discount: Option<Percent>,
    terms: &OrderTerms,
    scenario: Scenario,
) -> Result<UnitEconomics, NotAPrice> {
    let unit = unit(sku, price, extra_discount, terms.currency)?;
    let order = terms.campaign_order(unit, scenario);
    Ok(economics(unit, &order, sku.unit_cost, terms))
}

/// What one unit of `sku` leaves outside the campaign at its retail price.
pub fn everyday_economics(sku: &Sku, terms: &OrderTerms) -> Result<UnitEconomics, NotAPrice> {
    let unit = unit(sku, sku.retail_price, None, terms.currency)?;
    let order = terms.everyday_order(unit);
    Ok(economics(unit, &order, sku.unit_cost, terms))
}

pub(crate) fn unit(
    sku: &Sku,
    price: Money,
    extra_discount: Option<Percent>,
    shop: Currency,
) -> Result<Unit, NotAPrice> {
    if price.currency() != shop {
        return Err(NotAPrice::Foreign { price, shop });
    }
    Ok(Unit {
        price: price.to_minor().ok_or(NotAPrice::TooFine(price))?,
        extra: extra_discount.map_or(0, Percent::basis_points),
        shipping_charge: sku.shipping_charge.and_then(cost),
    })
}

pub(crate) fn economics(
    unit: Unit,
    order: &Order<'_>,
    unit_cost: Option<Money>,
    terms: &OrderTerms,
) -> UnitEconomics {
    let amount = |minor| money(minor, terms.currency);
    let margin = unit_cost.and_then(cost).map(|cost| order.payout - cost);
    UnitEconomics {
        price: amount(unit.price),
        extra_discount: amount(order.extra_discount),
        coupon: order.coupon.map(|coupon| CouponPart {
            id: coupon.id.clone(),
            discount: amount(order.coupon_discount),
            seller_share: amount(order.seller_share),
            platform_share: amount(order.coupon_discount - order.seller_share),
        }),
        shipping_paid: amount(order.shipping_paid),
        customer_payment: amount(order.customer_payment()),
        tax: amount(order.tax),
        fees: fee_lines(order, terms),
        shipping_cost: amount(order.shipping_cost),
        payout: amount(order.payout),
        unit_cost,
        margin: margin.map(amount),
        margin_percent: margin.and_then(|margin| percent_of(margin, order.net)),
        margin_unknown: margin.is_none().then_some(MarginUnknown::NoUnitCost),
    }
}

pub(crate) fn named_charges(order: &Order<'_>) -> [(FeeName, Charge); 5] {
    FeeName::ALL.map(|name| {
        let charge = match name {
            FeeName::CampaignService => order.service,
            FeeName::SmartPromotionSurcharge => order.surcharge,
            FeeName::SmartPromotion => order.smart_promotion,
            FeeName::Referral => order.referral,
            FeeName::AffiliateCommission => order.affiliate,
        };
        (name, charge)
    })
}

fn fee_lines(order: &Order<'_>, terms: &OrderTerms) -> Vec<FeeLine> {
    named_charges(order)
        .into_iter()
        .filter(|(_, charge)| charge.rate != 0)
        .map(|(name, charge)| FeeLine {
            name,
            base: money(charge.base, terms.currency),
            rate: Percent::from_basis_points(charge.rate),
            amount: money(charge.amount, terms.currency),
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests;
