//! SKUs of the catalogue. The prices in force stand here, earlier ones in
//! [`crate::price_record`].

use crate::error::StoreError;
use crate::price_record;
use crate::product::pattern;
use crate::values::{flag, minor, minor_opt, read_instant, read_money, read_money_opt, text};
use crate::view::{Tx, View};
use rusqlite::{CachedStatement, Row, params};
use seller_domain::catalogue::Sku;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Currency, Money, ProductId, SkuId};

/// The columns that [`read`] takes, in its order; the table is called `sku`.
pub(crate) const COLUMNS: &str = "sku.id, sku.product_id, sku.variation, sku.seller_sku, \
     sku.retail_price, sku.discount_price, sku.stock, sku.unit_cost, sku.shipping_charge, \
     sku.removed";

pub(crate) fn read(row: &Row<'_>, at: usize, currency: Currency) -> Result<Sku, StoreError> {
    Ok(Sku {
        id: SkuId::new(text(row, at)?),
        product_id: ProductId::new(text(row, at + 1)?),
        variation: row.get(at + 2)?,
        seller_sku: row.get(at + 3)?,
        retail_price: read_money(row, at + 4, currency)?,
        discount_price: read_money_opt(row, at + 5, currency)?,
        stock: row.get(at + 6)?,
        unit_cost: read_money_opt(row, at + 7, currency)?,
        shipping_charge: read_money_opt(row, at + 8, currency)?,
        removed: flag(row, at + 9)?,
    })
}

/// The SKU with this id.
pub fn find(view: &View<'_>, id: &SkuId) -> Result<Option<Sku>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!("SELECT {COLUMNS} FROM sku WHERE id = ?1"))?;
    let mut rows = select.query([id.as_str()])?;
    rows.next()?.map(|row| read(row, 0, currency)).transpose()
}

/// The SKUs of a product, removed ones too, in the order of their ids.
pub fn of_product(view: &View<'_>, product: &ProductId) -> Result<Vec<Sku>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM sku WHERE product_id = ?1 ORDER BY id"
    ))?;
    let mut rows = select.query([product.as_str()])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push(read(row, 0, currency)?);
    }
    Ok(skus)
}

/// Every SKU, product by product, one after the other: nothing is collected.
pub fn each(
    view: &View<'_>,
    mut see: impl FnMut(Sku) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM sku ORDER BY product_id, id"
    ))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        see(read(row, 0, currency)?)?;
    }
    Ok(())
}

/// How many SKUs the catalogue has, removed ones not counted.
pub fn count(view: &View<'_>) -> Result<u32, StoreError> {
    Ok(view
        .statement("SELECT count(*) FROM sku WHERE removed = 0")?
        .query_row([], |row| row.get(0))?)
}

/// How many SKUs have no unit cost.
pub fn count_without_cost(view: &View<'_>) -> Result<u32, StoreError> {
    Ok(view
        .statement("SELECT count(*) FROM sku WHERE removed = 0 AND unit_cost IS NULL")?
        .query_row([], |row| row.get(0))?)
}

/// A page of the SKUs with `words` in their id, variation or seller's code, or
/// in the title or id of their product; product by product.
pub fn page(view: &View<'_>, words: &str, offset: u32, limit: u32) -> Result<Vec<Sku>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM sku WHERE removed = 0 AND {MATCHES} ORDER BY product_id, id LIMIT ?3 OFFSET ?2"
    ))?;
    let mut rows = select.query(params![pattern(words), offset, limit])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push(read(row, 0, currency)?);
    }
    Ok(skus)
}

/// How many SKUs [`page`] would show in all.
pub fn count_matching(view: &View<'_>, words: &str) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT count(*) FROM sku WHERE removed = 0 AND {MATCHES}"
    ))?;
    Ok(select.query_row(params![pattern(words)], |row| row.get(0))?)
}

const MATCHES: &str = "(?1 IS NULL OR id LIKE ?1 ESCAPE '\\' OR variation LIKE ?1 ESCAPE '\\' \
     OR seller_sku LIKE ?1 ESCAPE '\\' OR product_id IN (SELECT product.id FROM product \
     WHERE product.title LIKE ?1 ESCAPE '\\' OR product.id LIKE ?1 ESCAPE '\\'))";

/// Adds many SKUs by one statement.
pub(crate) struct Adding<'t> {
    add: CachedStatement<'t>,
    of: Currency,
    now: &'t str,
}

impl<'t> Adding<'t> {
    pub(crate) fn to(tx: &'t Tx<'_>) -> Result<Self, StoreError> {
        let add = tx.statement(
            "INSERT INTO sku (product_id, id, variation, seller_sku, retail_price, retail_since, \
             discount_price, discount_since, stock, unit_cost, shipping_charge, removed) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        Ok(Self {
            add,
            of: tx.currency()?,
            now: tx.now_text(),
        })
    }

    pub(crate) fn add(&mut self, sku: &Sku) -> Result<(), StoreError> {
        let (of, now) = (self.of, self.now);
        self.add.execute(params![
            sku.product_id.as_str(),
            sku.id.as_str(),
            sku.variation,
            sku.seller_sku,
            minor("the retail price", sku.retail_price, of)?,
            now,
            minor_opt("the discount price", sku.discount_price, of)?,
            sku.discount_price.map(|_| now),
            sku.stock,
            minor_opt("the unit cost", sku.unit_cost, of)?,
            minor_opt("the shipping charge", sku.shipping_charge, of)?,
            sku.removed,
        ])?;
        Ok(())
    }
}

/// Writes what has changed; a price that ends goes into the price records.
pub(crate) fn update(tx: &Tx<'_>, before: &Sku, after: &Sku) -> Result<(), StoreError> {
    if before.retail_price != after.retail_price {
        let ends = (PriceKind::Retail, Some(before.retail_price));
        change_price(tx, before, ends, Some(after.retail_price))?;
    }
    if before.discount_price != after.discount_price {
        let ends = (PriceKind::Discount, before.discount_price);
        change_price(tx, before, ends, after.discount_price)?;
    }
    let of = tx.currency()?;
    tx.statement(
        "UPDATE sku SET variation = ?3, seller_sku = ?4, stock = ?5, unit_cost = ?6, \
         shipping_charge = ?7, removed = ?8 WHERE product_id = ?1 AND id = ?2",
    )?
    .execute(params![
        before.product_id.as_str(),
        before.id.as_str(),
        after.variation,
        after.seller_sku,
        after.stock,
        minor_opt("the unit cost", after.unit_cost, of)?,
        minor_opt("the shipping charge", after.shipping_charge, of)?,
        after.removed,
    ])?;
    Ok(())
}

/// Ends a price in force, keeps it as a record, and puts another one in its place.
fn change_price(
    tx: &Tx<'_>,
    sku: &Sku,
    (kind, ending): (PriceKind, Option<Money>),
    next: Option<Money>,
) -> Result<(), StoreError> {
    let column = price_record::kind_word(kind);
    let key = [sku.product_id.as_str(), sku.id.as_str()];
    if let Some(price) = ending {
        let since = {
            let mut select = tx.statement(&format!(
                "SELECT {column}_since FROM sku WHERE product_id = ?1 AND id = ?2"
            ))?;
            let mut rows = select.query(key)?;
            rows.next()?
                .map(|row| read_instant(row, 0))
                .transpose()?
                .ok_or_else(|| StoreError::absent("SKU", &sku.id))?
        };
        // A price that was corrected at once, or under a clock set back, was never in force.
        if tx.now() > since {
            let record = PriceRecord {
                kind,
                price,
                from: since,
                until: Some(tx.now()),
            };
            price_record::put_of(tx, &sku.product_id, &sku.id, &record)?;
        }
    }
    tx.statement(&format!(
        "UPDATE sku SET {column}_price = ?3, {column}_since = ?4 \
         WHERE product_id = ?1 AND id = ?2"
    ))?
    .execute(params![
        key[0],
        key[1],
        minor_opt("the price", next, tx.currency()?)?,
        next.map(|_| tx.now_text()),
    ])?;
    Ok(())
}

/// Marks SKUs of a product as no longer in the catalogue; they are kept for their
/// registrations. Returns how many were there before.
pub(crate) fn mark_removed(
    tx: &Tx<'_>,
    product: &ProductId,
    ids: &[SkuId],
) -> Result<usize, StoreError> {
    if ids.is_empty() {
        return Ok(0);
    }
    let mut update = tx.statement(
        "UPDATE sku SET removed = 1 WHERE product_id = ?1 AND id = ?2 AND removed = 0",
    )?;
    let mut marked = 0;
    for id in ids {
        marked += update.execute([product.as_str(), id.as_str()])?;
    }
    Ok(marked)
}
