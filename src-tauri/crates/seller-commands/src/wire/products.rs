//! The catalogue: products, SKUs, their prices over time.

use seller_domain::catalogue::{Product, Sku};
use seller_domain::price_history::PriceRecord;
use seller_domain::{CampaignId, Money, Percent, Period, ProductId, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::Window;
use super::registrations::ProductStanding;

/// Asks for products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductPage {
    /// Part of a title, or of an id, taken literally; empty: all.
    pub search: String,
    /// Only these.
    pub only: ProductFilter,
    /// Which part.
    pub window: Window,
}

/// Which products.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProductFilter {
    /// All.
    #[default]
    All,
    /// On sale.
    Active,
    /// Not on sale.
    Inactive,
    /// With a SKU whose cost is unknown.
    WithoutCost,
    /// With a registration in SKU error.
    InSkuError,
}

/// A product in a list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductLine {
    /// The product.
    pub product: Product,
    /// How many SKUs.
    pub skus: u32,
    /// The lowest retail price of its SKUs.
    pub retail_from: Option<Money>,
    /// The highest retail price of its SKUs.
    pub retail_to: Option<Money>,
    /// Stock of all SKUs, where known.
    pub stock: Option<u32>,
    /// SKUs whose cost is unknown.
    pub skus_without_cost: u32,
    /// Campaigns it holds a place in.
    pub campaigns: u32,
}

/// The categories of the catalogue.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductCategories {
    /// By their names; products without one are left out.
    pub categories: Vec<ProductCategory>,
}

/// A category of the catalogue.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductCategory {
    /// As the catalogue writes it.
    pub name: String,
    /// How many products it has, on sale or not.
    pub products: u32,
}

/// Asks for one product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductGet {
    /// The product.
    pub product_id: ProductId,
}

/// A product with everything known of it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductDetail {
    /// The product.
    pub product: Product,
    /// Its SKUs.
    pub skus: Vec<SkuDetail>,
    /// Its registrations.
    pub registrations: Vec<ProductRegistration>,
}

/// A SKU with its prices.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SkuDetail {
    /// The SKU.
    pub sku: Sku,
    /// The lowest price over the platform's usual look-back, ending now.
    pub lowest: Option<Money>,
    /// What one unit leaves at the retail price.
    pub margin_at_retail: Option<Money>,
    /// The same as a share of the price.
    pub margin_percent: Option<Percent>,
    /// Its prices, oldest first.
    pub history: Vec<PriceRecord>,
    /// The look-back window, for the picture.
    pub look_back: Option<Period>,
}

/// A place in a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProductRegistration {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub campaign_name: String,
    /// When it runs.
    pub running: Period,
    /// Where the product stands.
    pub state: ProductStanding,
}

/// Changes what the seller knows of a SKU. What is none stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SkuEdit {
    /// The SKU.
    pub sku_id: SkuId,
    /// A new unit cost.
    pub unit_cost: Option<Money>,
    /// A new retail price. Registered products go into SKU error (RG-19).
    pub retail_price: Option<Money>,
    /// New stock.
    pub stock: Option<u32>,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}
