//! Bringing files into the catalogue: what is new, what changes, what stays.

use crate::error::StoreError;
use crate::view::{Tx, View};
use crate::{product, sku};
use seller_domain::catalogue::{CatalogueChange, Product, ProductRow, Sku, SkuRow};
use seller_domain::{Money, ProductId, SkuId};
use seller_rulebook::Accepted;
use std::collections::HashSet;

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
            Err(lacks) => Standing::Incomplete {
                missing: lacks.missing,
            },
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
    /// SKUs that were in the catalogue and are gone.
    pub gone: usize,
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

/// Brings changes into the catalogue. Can be called for one chunk after the other in the same
/// write. SKUs that are gone are kept for their registrations.
///
/// # Errors
/// [`StoreError::Incomplete`] for a new product or SKU without what it needs,
/// [`StoreError::Elsewhere`] for a SKU of another product; [`compare`] tells
/// both beforehand.
pub fn apply(
    tx: &Tx<'_>,
    changes: &[Accepted<CatalogueChange<'_>>],
) -> Result<Applied, StoreError> {
    let mut catalogue = Catalogue::of(tx)?;
    let mut adding = sku::Adding::to(tx)?;
    let mut applied = Applied::default();
    for CatalogueChange { row, gone } in changes.iter().map(Accepted::get) {
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
        applied.gone += sku::mark_removed(tx, &row.id, gone)?;
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
