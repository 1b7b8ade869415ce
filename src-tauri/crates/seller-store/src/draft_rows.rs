//! The products of drafts and what was entered for their SKUs.

use crate::draft;
use crate::error::StoreError;
use crate::values::{exact, points_opt, read_decimal_opt, read_exact_opt, read_percent_opt, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use rust_decimal::Decimal;
use seller_domain::campaign::Tier;
use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::{Currency, DraftId, Money, Percent, ProductId, SkuId};

pub(crate) fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Featured => "featured",
        Tier::Regular => "regular",
    }
}

pub(crate) fn read_tier(word: &str) -> Result<Tier, StoreError> {
    match word {
        "featured" => Ok(Tier::Featured),
        "regular" => Ok(Tier::Regular),
        other => Err(StoreError::unreadable("tier", other)),
    }
}

/// The whole draft, SKUs that were left out not in it. Products stand in the
/// order they were brought in.
pub fn load(view: &View<'_>, id: &DraftId) -> Result<Draft, StoreError> {
    let head = draft::head(view, id)?;
    let mut products = load_products(view, id)?;
    fill(view, id, &mut products)?;
    products.sort_unstable_by_key(|(position, _)| *position);
    Ok(Draft {
        id: head.id,
        campaign_id: head.campaign_id,
        coupons: head.coupons,
        products: products.into_iter().map(|(_, product)| product).collect(),
    })
}

/// The products with their positions, in the order of their ids.
fn load_products(view: &View<'_>, id: &DraftId) -> Result<Vec<(i64, DraftProduct)>, StoreError> {
    let mut select = view.statement(
        "SELECT position, product_id, tier FROM draft_product WHERE draft_id = ?1 \
         ORDER BY product_id",
    )?;
    let mut rows = select.query([id.as_str()])?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        let product = DraftProduct {
            product_id: ProductId::new(text(row, 1)?),
            tier: read_tier(text(row, 2)?)?,
            skus: Vec::new(),
        };
        products.push((row.get(0)?, product));
    }
    Ok(products)
}

/// Both tables are in the order of product ids: one pass beside the other.
fn fill(
    view: &View<'_>,
    id: &DraftId,
    products: &mut [(i64, DraftProduct)],
) -> Result<(), StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT product_id, position, sku_id, campaign_price, campaign_stock, extra_discount \
         FROM draft_sku WHERE draft_id = ?1 AND included = 1 ORDER BY product_id",
    )?;
    let mut rows = select.query([id.as_str()])?;
    let mut place = 0;
    let mut ordered: Vec<(i64, DraftSku)> = Vec::new();
    while let Some(row) = rows.next()? {
        let product = text(row, 0)?;
        while let Some((_, held)) = products.get_mut(place) {
            if held.product_id.as_str() == product {
                break;
            }
            settle(held, &mut ordered);
            place += 1;
        }
        ordered.push((row.get(1)?, read_sku(row, 2, currency)?));
    }
    if let Some((_, product)) = products.get_mut(place) {
        settle(product, &mut ordered);
    }
    Ok(())
}

fn settle(product: &mut DraftProduct, skus: &mut Vec<(i64, DraftSku)>) {
    skus.sort_unstable_by_key(|(position, _)| *position);
    product.skus.extend(skus.drain(..).map(|(_, sku)| sku));
}

/// `sku_id, campaign_price, campaign_stock, extra_discount` from column `at` on.
fn read_sku(row: &Row<'_>, at: usize, currency: Currency) -> Result<DraftSku, StoreError> {
    Ok(DraftSku {
        sku_id: SkuId::new(text(row, at)?),
        campaign_price: read_exact_opt(row, at + 1, currency)?,
        campaign_stock: read_decimal_opt(row, at + 2)?,
        extra_discount: read_percent_opt(row, at + 3)?,
    })
}

/// One product of a draft, SKUs that were left out not in it.
pub fn product(
    view: &View<'_>,
    id: &DraftId,
    product: &ProductId,
) -> Result<Option<DraftProduct>, StoreError> {
    let currency = view.currency()?;
    let key = [id.as_str(), product.as_str()];
    let mut select =
        view.statement("SELECT tier FROM draft_product WHERE draft_id = ?1 AND product_id = ?2")?;
    let mut rows = select.query(key)?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let mut found = DraftProduct {
        product_id: product.clone(),
        tier: read_tier(text(row, 0)?)?,
        skus: Vec::new(),
    };
    let mut select = view.statement(
        "SELECT sku_id, campaign_price, campaign_stock, extra_discount FROM draft_sku \
         WHERE draft_id = ?1 AND product_id = ?2 AND included = 1 ORDER BY position",
    )?;
    let mut rows = select.query(key)?;
    while let Some(row) = rows.next()? {
        found.skus.push(read_sku(row, 0, currency)?);
    }
    Ok(Some(found))
}

/// The SKUs that were left out, with what was entered for them before.
pub fn left_out(view: &View<'_>, id: &DraftId) -> Result<Vec<(ProductId, DraftSku)>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT product_id, sku_id, campaign_price, campaign_stock, extra_discount \
         FROM draft_sku WHERE draft_id = ?1 AND included = 0 ORDER BY product_id, position",
    )?;
    let mut rows = select.query([id.as_str()])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push((ProductId::new(text(row, 0)?), read_sku(row, 1, currency)?));
    }
    Ok(skus)
}

/// The product that a SKU of a draft belongs to; none if the draft has no such SKU.
pub fn product_of(
    view: &View<'_>,
    id: &DraftId,
    sku: &SkuId,
) -> Result<Option<ProductId>, StoreError> {
    // The catalogue knows most of them; the draft may hold others.
    let mut select = view.statement(
        "SELECT coalesce((SELECT d.product_id FROM sku JOIN draft_sku d \
             ON d.draft_id = ?1 AND d.product_id = sku.product_id AND d.sku_id = sku.id \
             WHERE sku.id = ?2), \
           (SELECT product_id FROM draft_sku WHERE draft_id = ?1 AND sku_id = ?2))",
    )?;
    let found: Option<String> = select.query_row([id.as_str(), sku.as_str()], |row| row.get(0))?;
    Ok(found.map(ProductId::from))
}

/// Brings products in at the end, with what is entered for their SKUs. A
/// product that is in already keeps its place and takes the new entries.
pub fn put_products(
    tx: &Tx<'_>,
    id: &DraftId,
    products: &[DraftProduct],
) -> Result<(), StoreError> {
    draft::touch(tx, id)?;
    let currency = tx.currency()?;
    let next: i64 = tx
        .statement("SELECT coalesce(max(position) + 1, 0) FROM draft_product WHERE draft_id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))?;
    let mut put_product = tx.statement(
        "INSERT INTO draft_product (draft_id, product_id, position, tier) \
         VALUES (?1, ?2, ?3, ?4) ON CONFLICT (draft_id, product_id) DO UPDATE SET tier = ?4",
    )?;
    let mut put_sku = tx.statement(
        "INSERT INTO draft_sku (draft_id, product_id, sku_id, position, included, \
         campaign_price, campaign_stock, extra_discount) VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7) \
         ON CONFLICT (draft_id, product_id, sku_id) DO UPDATE SET included = 1, \
         campaign_price = ?5, campaign_stock = ?6, extra_discount = ?7",
    )?;
    for (place, product) in (next..).zip(products) {
        put_product.execute(params![
            id.as_str(),
            product.product_id.as_str(),
            place,
            tier_word(product.tier)
        ])?;
        for (position, sku) in (0i64..).zip(&product.skus) {
            put_sku.execute(params![
                id.as_str(),
                product.product_id.as_str(),
                sku.sku_id.as_str(),
                position,
                price_text(sku.campaign_price, currency)?,
                sku.campaign_stock.map(|stock| stock.to_string()),
                points_opt("the extra discount", sku.extra_discount)?,
            ])?;
        }
    }
    Ok(())
}

fn price_text(price: Option<Money>, currency: Currency) -> Result<Option<String>, StoreError> {
    price
        .map(|price| exact("the campaign price", price, currency))
        .transpose()
}

/// Takes products out. Returns how many were in.
pub fn remove_products(
    tx: &Tx<'_>,
    id: &DraftId,
    products: &[ProductId],
) -> Result<usize, StoreError> {
    draft::touch(tx, id)?;
    let mut skus = tx.statement("DELETE FROM draft_sku WHERE draft_id = ?1 AND product_id = ?2")?;
    let mut own =
        tx.statement("DELETE FROM draft_product WHERE draft_id = ?1 AND product_id = ?2")?;
    let mut removed = 0;
    for product in products {
        skus.execute([id.as_str(), product.as_str()])?;
        removed += own.execute([id.as_str(), product.as_str()])?;
    }
    Ok(removed)
}

/// Puts products into a tier. Returns how many were in another one.
pub fn set_tier(
    tx: &Tx<'_>,
    id: &DraftId,
    products: &[ProductId],
    tier: Tier,
) -> Result<usize, StoreError> {
    draft::touch(tx, id)?;
    let mut update = tx.statement(
        "UPDATE draft_product SET tier = ?3 WHERE draft_id = ?1 AND product_id = ?2 AND tier <> ?3",
    )?;
    let mut changed = 0;
    for product in products {
        changed += update.execute([id.as_str(), product.as_str(), tier_word(tier)])?;
    }
    Ok(changed)
}

/// A SKU of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
}

/// Leaves SKUs out, or takes them in again with what was entered before.
/// Returns how many changed.
pub fn include_skus(
    tx: &Tx<'_>,
    id: &DraftId,
    skus: &[Place],
    include: bool,
) -> Result<usize, StoreError> {
    draft::touch(tx, id)?;
    let mut update = tx.statement(
        "UPDATE draft_sku SET included = ?4 WHERE draft_id = ?1 AND product_id = ?2 \
         AND sku_id = ?3 AND included <> ?4",
    )?;
    let mut changed = 0;
    for place in skus {
        changed += update.execute(params![
            id.as_str(),
            place.product_id.as_str(),
            place.sku_id.as_str(),
            include
        ])?;
    }
    Ok(changed)
}

/// New entries for one SKU. What is none stays; `Some(None)` clears the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// The SKU.
    pub place: Place,
    /// The campaign price.
    pub campaign_price: Option<Option<Money>>,
    /// The campaign stock.
    pub campaign_stock: Option<Option<Decimal>>,
    /// The extra discount.
    pub extra_discount: Option<Option<Percent>>,
}

impl Cells {
    /// No new entries yet.
    pub fn of(place: Place) -> Self {
        Self {
            place,
            campaign_price: None,
            campaign_stock: None,
            extra_discount: None,
        }
    }
}

/// Enters prices, stock and extra discounts, one or thousands. Returns how
/// many SKUs of the draft were found.
pub fn set_cells(tx: &Tx<'_>, id: &DraftId, cells: &[Cells]) -> Result<usize, StoreError> {
    draft::touch(tx, id)?;
    let currency = tx.currency()?;
    let mut update = tx.statement(
        "UPDATE draft_sku SET campaign_price = iif(?4, ?5, campaign_price), \
         campaign_stock = iif(?6, ?7, campaign_stock), \
         extra_discount = iif(?8, ?9, extra_discount) \
         WHERE draft_id = ?1 AND product_id = ?2 AND sku_id = ?3",
    )?;
    let mut found = 0;
    for cell in cells {
        found += update.execute(params![
            id.as_str(),
            cell.place.product_id.as_str(),
            cell.place.sku_id.as_str(),
            cell.campaign_price.is_some(),
            price_text(cell.campaign_price.flatten(), currency)?,
            cell.campaign_stock.is_some(),
            cell.campaign_stock.flatten().map(|stock| stock.to_string()),
            cell.extra_discount.is_some(),
            points_opt("the extra discount", cell.extra_discount.flatten())?,
        ])?;
    }
    Ok(found)
}

/// The ids of the products of a draft, in the order they were brought in.
pub fn product_ids(view: &View<'_>, id: &DraftId) -> Result<Vec<ProductId>, StoreError> {
    let mut products = load_products(view, id)?;
    products.sort_unstable_by_key(|(position, _)| *position);
    Ok(products
        .into_iter()
        .map(|(_, product)| product.product_id)
        .collect())
}
