//! Bringing files into the catalogue: what is new, what changes, what stays.

use crate::error::StoreError;
use crate::view::{Tx, View};
use crate::{product, sku};
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::{Money, ProductId, SkuId};
use std::borrow::Borrow;
use std::collections::HashSet;

/// What a file says of a product. What is none is not in the file: the value
/// that is held stays.
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
    /// Its SKUs in the file.
    pub skus: Vec<SkuRow>,
}

/// What a file says of a SKU. What is none is not in the file: the value that
/// is held stays.
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
    /// The seller's current discount price; `Some(None)`: the file says there is none.
    pub discount_price: Option<Option<Money>>,
    /// Units that can be sold.
    pub stock: Option<u32>,
    /// The unit cost.
    pub unit_cost: Option<Money>,
    /// What the customer pays for shipping one.
    pub shipping_charge: Option<Money>,
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

    fn over(&self, held: &Sku) -> Sku {
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

    pub(crate) fn fresh(&self, product_id: &ProductId) -> Result<Sku, StoreError> {
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

    fn over(&self, held: &Product) -> Product {
        Product {
            id: held.id.clone(),
            title: said(&self.title, &held.title),
            category: said(&self.category, &held.category),
            brand: said(&self.brand, &held.brand),
            status: self.status.unwrap_or(held.status),
        }
    }

    pub(crate) fn fresh(&self) -> Result<Product, StoreError> {
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

fn said(new: &Option<String>, held: &str) -> String {
    new.as_deref().unwrap_or(held).to_owned()
}

fn incomplete(what: &'static str, id: impl ToString, missing: &'static str) -> StoreError {
    StoreError::Incomplete {
        what,
        id: id.to_string(),
        missing,
    }
}

/// How a row of a file stands to what is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing<T> {
    /// It is not held yet.
    New,
    /// It is held, and these values change.
    Changed {
        /// What is held.
        before: Box<T>,
        /// What it becomes.
        after: Box<T>,
    },
    /// It is held as the file says.
    Unchanged,
    /// It is new and the file leaves out what it needs.
    Incomplete {
        /// What is missing.
        missing: &'static str,
    },
    /// The SKU is held under another product.
    Elsewhere {
        /// That product.
        product_id: ProductId,
    },
}

/// How a product of a file stands to what is held, its SKUs in the file's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The product itself.
    pub product: Standing<Product>,
    /// Its SKUs.
    pub skus: Vec<Standing<Sku>>,
    /// SKUs of the product that are held and that the file does not name.
    pub unlisted: Vec<Sku>,
}

/// Compares rows of a file with what is held; nothing is written.
pub fn compare(view: &View<'_>, rows: &[ProductRow]) -> Result<Vec<Compared>, StoreError> {
    let catalogue = Catalogue::of(view)?;
    rows.iter()
        .map(|row| {
            let held = catalogue.held(view, &row.id)?;
            Ok(Compared {
                skus: row
                    .skus
                    .iter()
                    .map(|sku| {
                        Ok(stand_sku(
                            catalogue.sku(view, &held, &sku.id)?,
                            sku,
                            &row.id,
                        ))
                    })
                    .collect::<Result<_, StoreError>>()?,
                unlisted: held
                    .as_ref()
                    .map_or_else(Vec::new, |held| held.unlisted(row)),
                product: stand_product(held.map(|held| held.product), row),
            })
        })
        .collect()
}

/// Spares an import the questions whose answer is "no": ids that come after all that are held
/// are new. A file in the order of its ids, as exports are, is never asked about then.
struct Catalogue {
    last_product: Option<ProductId>,
    last_sku: Option<SkuId>,
}

/// A product as it is held, with all its SKUs.
struct Held {
    product: Product,
    skus: Vec<Sku>,
}

impl Held {
    fn unlisted(&self, row: &ProductRow) -> Vec<Sku> {
        let named: HashSet<&SkuId> = row.skus.iter().map(|sku| &sku.id).collect();
        let held = self.skus.iter();
        held.filter(|sku| !sku.removed && !named.contains(&sku.id))
            .cloned()
            .collect()
    }
}

impl Catalogue {
    fn of(view: &View<'_>) -> Result<Self, StoreError> {
        let last = |sql: &str| -> Result<Option<String>, StoreError> {
            Ok(view.statement(sql)?.query_row([], |row| row.get(0))?)
        };
        Ok(Self {
            last_product: last("SELECT max(id) FROM product")?.map(ProductId::from),
            last_sku: last("SELECT max(id) FROM sku")?.map(SkuId::from),
        })
    }

    fn held(&self, view: &View<'_>, id: &ProductId) -> Result<Option<Held>, StoreError> {
        if Some(id) > self.last_product.as_ref() {
            return Ok(None);
        }
        product::find(view, id)?
            .map(|product| {
                let skus = sku::of_product(view, id)?;
                Ok(Held { product, skus })
            })
            .transpose()
    }

    /// The SKU, of this product or of another one.
    fn sku(
        &self,
        view: &View<'_>,
        product: &Option<Held>,
        id: &SkuId,
    ) -> Result<Option<Sku>, StoreError> {
        if Some(id) > self.last_sku.as_ref() {
            return Ok(None);
        }
        let own = product
            .as_ref()
            .and_then(|held| held.skus.iter().find(|sku| sku.id == *id));
        match own {
            Some(sku) => Ok(Some(sku.clone())),
            None => sku::find(view, id),
        }
    }

    fn reach_product(&mut self, id: &ProductId) {
        if Some(id) > self.last_product.as_ref() {
            self.last_product = Some(id.clone());
        }
    }

    fn reach_sku(&mut self, id: &SkuId) {
        if Some(id) > self.last_sku.as_ref() {
            self.last_sku = Some(id.clone());
        }
    }
}

fn stand_product(held: Option<Product>, row: &ProductRow) -> Standing<Product> {
    let Some(before) = held else {
        return match row.fresh() {
            Ok(_) => Standing::New,
            Err(error) => missing(error),
        };
    };
    stand(row.over(&before), before)
}

fn stand_sku(held: Option<Sku>, row: &SkuRow, product: &ProductId) -> Standing<Sku> {
    match held {
        None if row.retail_price.is_some() => Standing::New,
        None => Standing::Incomplete {
            missing: "retail price",
        },
        Some(before) if before.product_id != *product => Standing::Elsewhere {
            product_id: before.product_id,
        },
        Some(before) => stand(row.over(&before), before),
    }
}

fn stand<T: PartialEq>(after: T, before: T) -> Standing<T> {
    if after == before {
        Standing::Unchanged
    } else {
        Standing::Changed {
            before: Box::new(before),
            after: Box::new(after),
        }
    }
}

fn missing<T>(error: StoreError) -> Standing<T> {
    match error {
        StoreError::Incomplete { missing, .. } => Standing::Incomplete { missing },
        _ => Standing::New,
    }
}

/// Those of the products that the catalogue does not have.
pub(crate) fn not_held<'p>(
    view: &View<'_>,
    ids: impl Iterator<Item = &'p ProductId>,
) -> Result<HashSet<ProductId>, StoreError> {
    let last = Catalogue::of(view)?.last_product;
    let mut select = view.statement("SELECT EXISTS (SELECT 1 FROM product WHERE id = ?1)")?;
    let mut unknown = HashSet::new();
    for id in ids {
        let held = Some(id) <= last.as_ref()
            && select.query_row([id.as_str()], |row| row.get::<_, bool>(0))?;
        if !held {
            unknown.insert(id.clone());
        }
    }
    Ok(unknown)
}

/// How many rows were what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not held before.
    pub new: u32,
    /// Changed.
    pub changed: u32,
    /// As they were.
    pub unchanged: u32,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// Products.
    pub products: Counts,
    /// SKUs.
    pub skus: Counts,
    /// What happened to products that were held before: registrations may
    /// come into SKU error by it (RG-19, RG-20).
    pub touched: Vec<Touched>,
}

/// A change of a product that was held before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The product.
    pub product_id: ProductId,
    /// The SKU; none if the product itself changed.
    pub sku_id: Option<SkuId>,
    /// What changed.
    pub what: Touch,
}

/// What changed of a product or SKU that was held before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// The product's category.
    Category {
        /// From.
        before: String,
        /// To.
        after: String,
    },
    /// A SKU was added, or came back.
    SkuAdded,
    /// The SKU's retail price.
    RetailPrice {
        /// From.
        before: Money,
        /// To.
        after: Money,
    },
    /// The SKU's variation or the seller's code.
    SkuEdited,
}

/// Brings rows into the catalogue. Can be called for one chunk after the other
/// in the same write.
///
/// # Errors
/// [`StoreError::Incomplete`] for a new product or SKU without what it needs,
/// [`StoreError::Elsewhere`] for a SKU of another product; [`compare`] tells
/// both beforehand.
pub fn apply<R: Borrow<ProductRow>>(tx: &Tx<'_>, rows: &[R]) -> Result<Applied, StoreError> {
    let mut catalogue = Catalogue::of(tx)?;
    let mut adding = sku::Adding::to(tx)?;
    let mut applied = Applied::default();
    for row in rows.iter().map(Borrow::borrow) {
        let held = catalogue.held(tx, &row.id)?;
        apply_product(tx, held.as_ref(), row, &mut applied)?;
        for sku in &row.skus {
            match catalogue.sku(tx, &held, &sku.id)? {
                None => {
                    adding.add(&sku.fresh(&row.id)?)?;
                    applied.skus.new += 1;
                    if held.is_some() {
                        applied.touched.push(touched(row, sku, Touch::SkuAdded));
                    }
                }
                Some(before) => change_sku(tx, row, sku, &before, &mut applied)?,
            }
            catalogue.reach_sku(&sku.id);
        }
        catalogue.reach_product(&row.id);
    }
    Ok(applied)
}

fn apply_product(
    tx: &Tx<'_>,
    held: Option<&Held>,
    row: &ProductRow,
    applied: &mut Applied,
) -> Result<(), StoreError> {
    let Some(Held {
        product: before, ..
    }) = held
    else {
        product::insert(tx, &row.fresh()?)?;
        applied.products.new += 1;
        return Ok(());
    };
    let after = row.over(before);
    if after == *before {
        applied.products.unchanged += 1;
        return Ok(());
    }
    product::update(tx, &after)?;
    applied.products.changed += 1;
    if after.category != before.category {
        applied.touched.push(Touched {
            product_id: row.id.clone(),
            sku_id: None,
            what: Touch::Category {
                before: before.category.clone(),
                after: after.category,
            },
        });
    }
    Ok(())
}

fn change_sku(
    tx: &Tx<'_>,
    product: &ProductRow,
    row: &SkuRow,
    before: &Sku,
    applied: &mut Applied,
) -> Result<(), StoreError> {
    if before.product_id != product.id {
        return Err(StoreError::Elsewhere {
            sku_id: row.id.to_string(),
            product_id: before.product_id.to_string(),
        });
    }
    let after = row.over(before);
    if after == *before {
        applied.skus.unchanged += 1;
        return Ok(());
    }
    sku::update(tx, before, &after)?;
    applied.skus.changed += 1;
    if before.removed {
        applied.touched.push(touched(product, row, Touch::SkuAdded));
    }
    if before.retail_price != after.retail_price {
        let what = Touch::RetailPrice {
            before: before.retail_price,
            after: after.retail_price,
        };
        applied.touched.push(touched(product, row, what));
    }
    if before.variation != after.variation || before.seller_sku != after.seller_sku {
        applied
            .touched
            .push(touched(product, row, Touch::SkuEdited));
    }
    Ok(())
}

fn touched(product: &ProductRow, sku: &SkuRow, what: Touch) -> Touched {
    Touched {
        product_id: product.id.clone(),
        sku_id: Some(sku.id.clone()),
        what,
    }
}
