//! Products and their SKUs, as the shop sells them.

mod row;

pub use row::{CatalogueChange, Incomplete, ProductRow, SkuRow};

use crate::ids::{ProductId, SkuId};
use crate::money::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A product (PID) of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Product {
    /// The platform's id.
    pub id: ProductId,
    /// The title, exactly as the seller wrote it. Hostile input: only ever shown as text.
    pub title: String,
    /// The category as the platform names it, its id in brackets.
    pub category: String,
    /// The brand, empty if none.
    pub brand: String,
    /// Whether it is on sale.
    pub status: ProductStatus,
}

/// Whether a product is on sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProductStatus {
    /// On sale.
    Active,
    /// Not on sale: deactivated, frozen, failed review or deleted.
    Inactive,
}

/// One variant of a product that can be bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sku {
    /// The platform's id.
    pub id: SkuId,
    /// The product it belongs to.
    pub product_id: ProductId,
    /// The variation (`Black, Standard`), empty for a product without variants.
    pub variation: String,
    /// The seller's own code, often empty.
    pub seller_sku: String,
    /// The price without any promotion.
    pub retail_price: Money,
    /// The seller's own current discount price, where one runs.
    pub discount_price: Option<Money>,
    /// Units that can be sold; none while no file has said so.
    pub stock: Option<u32>,
    /// What one unit costs the seller, shipping to the customer not included.
    pub unit_cost: Option<Money>,
    /// What the customer pays for shipping one unit; none: the shop's terms hold.
    pub shipping_charge: Option<Money>,
    /// Removed from the catalogue by a later import, kept for its registrations.
    pub removed: bool,
}
