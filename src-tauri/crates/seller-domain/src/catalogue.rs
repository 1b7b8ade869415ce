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

/// A change of a product's SKUs that matters to the campaigns that it is registered for (RG-19).
/// Stock, costs and the seller's own discounts do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SkuChange {
    /// Another retail price.
    RetailPrice {
        /// The SKU.
        sku_id: SkuId,
        /// Its new price.
        retail_price: Money,
    },
    /// Another variation or another code of the seller's.
    Edited {
        /// The SKU.
        sku_id: SkuId,
    },
    /// A SKU that was not there.
    Added {
        /// The SKU.
        sku_id: SkuId,
    },
    /// A SKU that is gone.
    Deleted {
        /// The SKU.
        sku_id: SkuId,
    },
}

impl SkuChange {
    /// What changes from `before` to `after`: the SKUs that were there in their order, then new ones.
    pub fn between(before: &[Sku], after: &[Sku]) -> Vec<Self> {
        let find = |skus: &[Sku], wanted: &Sku| {
            skus.iter()
                .position(|sku| sku.id == wanted.id && !sku.removed)
        };
        let mut changes = Vec::new();
        for old in before.iter().filter(|sku| !sku.removed) {
            let sku_id = || old.id.clone();
            let Some(new) = find(after, old).map(|at| &after[at]) else {
                changes.push(Self::Deleted { sku_id: sku_id() });
                continue;
            };
            if new.retail_price != old.retail_price {
                changes.push(Self::RetailPrice {
                    sku_id: sku_id(),
                    retail_price: new.retail_price,
                });
            }
            if new.variation != old.variation || new.seller_sku != old.seller_sku {
                changes.push(Self::Edited { sku_id: sku_id() });
            }
        }
        let added = after
            .iter()
            .filter(|sku| !sku.removed && find(before, sku).is_none());
        changes.extend(added.map(|sku| Self::Added {
            sku_id: sku.id.clone(),
        }));
        changes
    }

    /// The SKU that changes.
    pub fn sku_id(&self) -> &SkuId {
        match self {
            Self::RetailPrice { sku_id, .. }
            | Self::Edited { sku_id }
            | Self::Added { sku_id }
            | Self::Deleted { sku_id } => sku_id,
        }
    }
}
