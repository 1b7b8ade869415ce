//! TikTok-funded promotions: discounts that the platform pays, in four types
//! with a switch each (PF).
//!
//! [`Timeline`] knows how every switch stood at any moment; [`order`], [`price`],
//! [`shipping`] and [`coupon_return`] answer what an order with such promotions
//! comes to.

pub mod coupon_return;
pub mod order;
pub mod price;
pub mod shipping;
#[cfg(test)]
mod tests;
mod timeline;

pub use timeline::{Standing, Stretch, Switching, Timeline};

use crate::ids::ProductId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The four types; a shop takes part in each of them or not (PF-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FundedType {
    /// Coupons with a minimum spend, an amount or a percentage off the order.
    ProductCoupons,
    /// Money off the price of a product, sometimes for LIVE or for new customers alone.
    ProductIncentives,
    /// Off an order that reaches a number of units or an amount.
    BuyMoreSaveMore,
    /// Shipping that costs the buyer less or nothing.
    ShippingFeeDiscounts,
}

impl FundedType {
    /// All of them, in the order of the settings page.
    pub const ALL: [Self; 4] = [
        Self::ProductCoupons,
        Self::ProductIncentives,
        Self::BuyMoreSaveMore,
        Self::ShippingFeeDiscounts,
    ];

    /// Its name on the wire, in the file and in messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProductCoupons => "product_coupons",
            Self::ProductIncentives => "product_incentives",
            Self::BuyMoreSaveMore => "buy_more_save_more",
            Self::ShippingFeeDiscounts => "shipping_fee_discounts",
        }
    }
}

/// How a switch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// The shop takes part: the ordinary case, and how every switch stands at first (PF-01).
    On,
    /// The shop has opted out.
    Off,
}

/// What a seller would like to leave out of a type, which the platform does not offer (PF-03).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WantedExceptions {
    /// Products.
    #[serde(default)]
    pub product_ids: Vec<ProductId>,
    /// Brands, by name.
    #[serde(default)]
    pub brands: Vec<String>,
}

impl WantedExceptions {
    /// Whether nothing is to be left out.
    pub fn is_empty(&self) -> bool {
        self.product_ids.is_empty() && self.brands.is_empty()
    }
}
