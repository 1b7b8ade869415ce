//! What is said of products and SKUs that may be in the catalogue already: by a file, or by the
//! seller. What is not said stays as it is.

use super::{Product, ProductStatus, Sku};
use crate::ids::{ProductId, SkuId};
use crate::money::Money;
use std::borrow::Cow;

/// A change of one product of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueChange<'r> {
    /// What is said of the product and of its SKUs.
    pub row: Cow<'r, ProductRow>,
    /// Its SKUs that are no longer sold.
    pub gone: Vec<SkuId>,
}

impl<'r> CatalogueChange<'r> {
    /// What a row says; no SKU is gone.
    pub fn of(row: &'r ProductRow) -> Self {
        Self {
            row: Cow::Borrowed(row),
            gone: Vec::new(),
        }
    }

    /// SKUs of a product are gone; nothing is said of it and the others.
    pub fn gone(product: ProductId, gone: Vec<SkuId>) -> CatalogueChange<'static> {
        CatalogueChange {
            row: Cow::Owned(ProductRow::of_skus(product, Vec::new())),
            gone,
        }
    }

    /// A product of the catalogue and its SKUs as they will be.
    pub fn after(&self, product: &Product, skus: &[Sku]) -> (Product, Vec<Sku>) {
        let mut after: Vec<Sku> = skus.to_vec();
        for said in &self.row.skus {
            match after.iter_mut().find(|sku| sku.id == said.id) {
                Some(sku) => *sku = said.over(sku),
                None => after.extend(said.fresh(&product.id)),
            }
        }
        for sku in &mut after {
            sku.removed |= self.gone.contains(&sku.id);
        }
        (self.row.over(product), after)
    }
}

/// What is said of a product. What is none is not said: the value that is held stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductRow {
    /// The platform's id.
    pub id: ProductId,
    /// The title; a new product needs one.
    pub title: Option<String>,
    /// The category; a new product without one has the empty one.
    pub category: Option<String>,
    /// The brand; a new product without one has none.
    pub brand: Option<String>,
    /// Whether it is on sale; a new product needs it.
    pub status: Option<ProductStatus>,
    /// What a new product has where the file leaves that out; none: it is needed.
    pub status_if_new: Option<ProductStatus>,
    /// The SKUs of which something is said.
    pub skus: Vec<SkuRow>,
}

/// What is said of a SKU. What is none is not said: the value that is held stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkuRow {
    /// The platform's id.
    pub id: SkuId,
    /// The variation; a new SKU without one has none.
    pub variation: Option<String>,
    /// The seller's code; a new SKU without one has none.
    pub seller_sku: Option<String>,
    /// The retail price; a new SKU needs one.
    pub retail_price: Option<Money>,
    /// The seller's current discount price; `Some(None)`: there is none, it is said.
    pub discount_price: Option<Option<Money>>,
    /// Units that can be sold.
    pub stock: Option<u32>,
    /// The unit cost.
    pub unit_cost: Option<Money>,
    /// What the customer pays for shipping one.
    pub shipping_charge: Option<Money>,
}

/// A row about a product or SKU that is new leaves out what it needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} {id} is new and has no {missing}")]
pub struct Incomplete {
    /// `product` or `SKU`.
    pub what: &'static str,
    /// Its id.
    pub id: String,
    /// What it needs.
    pub missing: &'static str,
}

impl ProductRow {
    /// A row that says nothing of the product but what is said of these SKUs.
    pub fn of_skus(id: ProductId, skus: Vec<SkuRow>) -> Self {
        Self {
            id,
            title: None,
            category: None,
            brand: None,
            status: None,
            status_if_new: None,
            skus,
        }
    }

    /// The product that is held, as it will be.
    pub fn over(&self, held: &Product) -> Product {
        Product {
            id: held.id.clone(),
            title: said(&self.title, &held.title),
            category: said(&self.category, &held.category),
            brand: said(&self.brand, &held.brand),
            status: self.status.unwrap_or(held.status),
        }
    }

    /// The product where none is held.
    ///
    /// # Errors
    /// [`Incomplete`] without a title or a status.
    pub fn fresh(&self) -> Result<Product, Incomplete> {
        let needed = |missing| incomplete("product", &self.id, missing);
        Ok(Product {
            id: self.id.clone(),
            title: self.title.clone().ok_or_else(|| needed("title"))?,
            category: self.category.clone().unwrap_or_default(),
            brand: self.brand.clone().unwrap_or_default(),
            status: (self.status.or(self.status_if_new)).ok_or_else(|| needed("status"))?,
        })
    }
}

impl SkuRow {
    /// A row that says nothing but which SKU it is about.
    pub fn about(id: SkuId) -> Self {
        Self {
            id,
            variation: None,
            seller_sku: None,
            retail_price: None,
            discount_price: None,
            stock: None,
            unit_cost: None,
            shipping_charge: None,
        }
    }

    /// The SKU that is held, as it will be. One that was removed is back.
    pub fn over(&self, held: &Sku) -> Sku {
        Sku {
            id: held.id.clone(),
            product_id: held.product_id.clone(),
            variation: said(&self.variation, &held.variation),
            seller_sku: said(&self.seller_sku, &held.seller_sku),
            retail_price: self.retail_price.unwrap_or(held.retail_price),
            discount_price: self.discount_price.unwrap_or(held.discount_price),
            stock: self.stock.or(held.stock),
            unit_cost: self.unit_cost.or(held.unit_cost),
            shipping_charge: self.shipping_charge.or(held.shipping_charge),
            removed: false,
        }
    }

    /// The SKU where none is held.
    ///
    /// # Errors
    /// [`Incomplete`] without a retail price.
    pub fn fresh(&self, product_id: &ProductId) -> Result<Sku, Incomplete> {
        let retail_price = self
            .retail_price
            .ok_or_else(|| incomplete("SKU", &self.id, "retail price"))?;
        Ok(Sku {
            id: self.id.clone(),
            product_id: product_id.clone(),
            variation: self.variation.clone().unwrap_or_default(),
            seller_sku: self.seller_sku.clone().unwrap_or_default(),
            retail_price,
            discount_price: self.discount_price.flatten(),
            stock: self.stock,
            unit_cost: self.unit_cost,
            shipping_charge: self.shipping_charge,
            removed: false,
        })
    }
}

fn said(new: &Option<String>, held: &str) -> String {
    new.as_deref().unwrap_or(held).to_owned()
}

fn incomplete(what: &'static str, id: impl ToString, missing: &'static str) -> Incomplete {
    Incomplete {
        what,
        id: id.to_string(),
        missing,
    }
}
