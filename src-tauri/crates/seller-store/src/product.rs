//! Products of the catalogue.

use crate::error::StoreError;
use crate::values::{flag, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::ProductId;
use seller_domain::catalogue::{Product, ProductStatus};

const SELECT: &str = "SELECT id, title, category, brand, active FROM product";

/// A product row, its columns from `at` on.
pub(crate) fn read(row: &Row<'_>, at: usize) -> Result<Product, StoreError> {
    Ok(Product {
        id: ProductId::new(text(row, at)?),
        title: row.get(at + 1)?,
        category: row.get(at + 2)?,
        brand: row.get(at + 3)?,
        status: if flag(row, at + 4)? {
            ProductStatus::Active
        } else {
            ProductStatus::Inactive
        },
    })
}

/// The product with this id.
pub fn find(view: &View<'_>, id: &ProductId) -> Result<Option<Product>, StoreError> {
    let mut select = view.statement(&format!("{SELECT} WHERE id = ?1"))?;
    let mut rows = select.query([id.as_str()])?;
    rows.next()?.map(|row| read(row, 0)).transpose()
}

pub(crate) fn insert(tx: &Tx<'_>, product: &Product) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO product (id, title, category, brand, active) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        product.id.as_str(),
        product.title,
        product.category,
        product.brand,
        product.status == ProductStatus::Active,
    ])?;
    Ok(())
}

pub(crate) fn update(tx: &Tx<'_>, product: &Product) -> Result<(), StoreError> {
    tx.statement(
        "UPDATE product SET title = ?2, category = ?3, brand = ?4, active = ?5 WHERE id = ?1",
    )?
    .execute(params![
        product.id.as_str(),
        product.title,
        product.category,
        product.brand,
        product.status == ProductStatus::Active,
    ])?;
    Ok(())
}

/// Which products a list shows. Nothing set: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Text in the title or in the id of the product, or in the id, the
    /// variation or the seller's code of one of its SKUs. Taken literally.
    pub text: String,
    /// Only products that are on sale, or only those that are not.
    pub status: Option<ProductStatus>,
    /// Only products of this category.
    pub category: Option<String>,
}

/// A product in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The product.
    pub product: Product,
    /// How many SKUs it has, removed ones not counted.
    pub skus: u32,
    /// The units of all its SKUs, as far as known.
    pub stock: u64,
    /// The lowest and the highest retail price, in minor units.
    pub retail_minor: Option<(i64, i64)>,
}

const WHERE: &str = "(?1 IS NULL OR title LIKE ?1 ESCAPE '\\' OR id LIKE ?1 ESCAPE '\\' \
      OR id IN (SELECT product_id FROM sku WHERE id LIKE ?1 ESCAPE '\\' \
                OR variation LIKE ?1 ESCAPE '\\' OR seller_sku LIKE ?1 ESCAPE '\\')) \
    AND (?2 IS NULL OR active = ?2) AND (?3 IS NULL OR category = ?3)";

/// A page of the products that `filter` lets through, in the order of their ids.
pub fn page(
    view: &View<'_>,
    filter: &Filter,
    offset: u32,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let mut select = view.statement(&format!(
        "WITH shown AS (SELECT id, title, category, brand, active FROM product \
           WHERE {WHERE} ORDER BY id LIMIT ?5 OFFSET ?4) \
         SELECT shown.*, count(sku.id), coalesce(sum(sku.stock), 0), \
           min(sku.retail_price), max(sku.retail_price) \
         FROM shown LEFT JOIN sku ON sku.product_id = shown.id AND sku.removed = 0 \
         GROUP BY shown.id ORDER BY shown.id"
    ))?;
    let mut rows = select.query(params![
        pattern(&filter.text),
        filter.status.map(|status| status == ProductStatus::Active),
        filter.category,
        offset,
        limit
    ])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let lowest: Option<i64> = row.get(7)?;
        let highest: Option<i64> = row.get(8)?;
        lines.push(Line {
            product: read(row, 0)?,
            skus: row.get(5)?,
            stock: row.get::<_, i64>(6)?.unsigned_abs(),
            retail_minor: lowest.zip(highest),
        });
    }
    Ok(lines)
}

/// How many products `filter` lets through.
pub fn count(view: &View<'_>, filter: &Filter) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!("SELECT count(*) FROM product WHERE {WHERE}"))?;
    Ok(select.query_row(
        params![
            pattern(&filter.text),
            filter.status.map(|status| status == ProductStatus::Active),
            filter.category,
        ],
        |row| row.get(0),
    )?)
}

/// The ids of all products that `filter` lets through, in their order: what
/// "take all of these" means.
pub fn ids(view: &View<'_>, filter: &Filter) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT id FROM product WHERE {WHERE} ORDER BY id"
    ))?;
    let mut rows = select.query(params![
        pattern(&filter.text),
        filter.status.map(|status| status == ProductStatus::Active),
        filter.category,
    ])?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(ProductId::new(text(row, 0)?));
    }
    Ok(ids)
}

/// The categories of the catalogue and how many products each has.
pub fn categories(view: &View<'_>) -> Result<Vec<(String, u32)>, StoreError> {
    let mut select = view.statement(
        "SELECT category, count(*) FROM product GROUP BY category ORDER BY category",
    )?;
    let found = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A pattern that finds the text as it stands; none finds everything.
pub(crate) fn pattern(text: &str) -> Option<String> {
    let wanted = text.trim();
    if wanted.is_empty() {
        return None;
    }
    let mut pattern = String::with_capacity(wanted.len() + 2);
    pattern.push('%');
    for character in wanted.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    Some(pattern)
}
