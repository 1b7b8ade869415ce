//! Products of the catalogue.

use crate::error::StoreError;
use crate::registration_product::LIVE;
use crate::values::{flag, read_money_opt, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::catalogue::{Product, ProductStatus};
use seller_domain::{Money, ProductId};

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

/// Which products a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Text in the title or in the id of the product, or in the id, the
    /// variation or the seller's code of one of its SKUs. Taken literally;
    /// empty finds all.
    pub text: String,
    /// Only some of them.
    pub only: Only,
    /// Only those of this category; none: of any.
    pub category: Option<String>,
}

/// Which part of the catalogue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Only {
    /// All of it.
    #[default]
    All,
    /// Products on sale.
    Active,
    /// Products that are not.
    Inactive,
    /// Products with a SKU whose unit cost is not known.
    WithoutCost,
    /// Products that a change of the catalogue has put into SKU error in some campaign.
    InSkuError,
}

impl Only {
    fn condition(self) -> &'static str {
        match self {
            Self::All => "1",
            Self::Active => "active = 1",
            Self::Inactive => "active = 0",
            Self::InSkuError => {
                "id IN (SELECT product_id FROM registration_product \
                 WHERE latest = 1 AND state = 'sku_error')"
            }
            Self::WithoutCost => {
                "id IN (SELECT product_id FROM sku WHERE unit_cost IS NULL AND removed = 0)"
            }
        }
    }
}

/// A product in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The product.
    pub product: Product,
    /// How many SKUs it has, removed ones not counted.
    pub skus: u32,
    /// The units of all its SKUs; none while no file has said any.
    pub stock: Option<u64>,
    /// The lowest and the highest retail price.
    pub retail: Option<(Money, Money)>,
    /// How many of its SKUs have no unit cost.
    pub skus_without_cost: u32,
    /// In how many campaigns it holds a place.
    pub campaigns: u32,
}

fn condition(filter: &Filter) -> String {
    format!(
        "(?1 IS NULL OR title LIKE ?1 ESCAPE '\\' OR id LIKE ?1 ESCAPE '\\' \
           OR id IN (SELECT product_id FROM sku WHERE id LIKE ?1 ESCAPE '\\' \
                     OR variation LIKE ?1 ESCAPE '\\' OR seller_sku LIKE ?1 ESCAPE '\\')) \
         AND (?2 IS NULL OR category = ?2) AND {}",
        filter.only.condition()
    )
}

/// A page of the products that `filter` lets through, in the order of their ids.
pub fn page(
    view: &View<'_>,
    filter: &Filter,
    offset: u32,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "WITH shown AS (SELECT id, title, category, brand, active FROM product \
           WHERE {} ORDER BY id LIMIT ?4 OFFSET ?3) \
         SELECT shown.*, count(sku.id), sum(sku.stock), min(sku.retail_price), \
           max(sku.retail_price), count(sku.id) - count(sku.unit_cost), \
           (SELECT count(*) FROM registration_product rp WHERE rp.product_id = shown.id \
              AND rp.latest = 1 AND rp.state IN {LIVE}) \
         FROM shown LEFT JOIN sku ON sku.product_id = shown.id AND sku.removed = 0 \
         GROUP BY shown.id ORDER BY shown.id",
        condition(filter)
    ))?;
    let mut rows = select.query(params![
        pattern(&filter.text),
        filter.category,
        offset,
        limit
    ])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let stock: Option<i64> = row.get(6)?;
        lines.push(Line {
            product: read(row, 0)?,
            skus: row.get(5)?,
            stock: stock.map(i64::unsigned_abs),
            retail: read_money_opt(row, 7, currency)?.zip(read_money_opt(row, 8, currency)?),
            skus_without_cost: row.get(9)?,
            campaigns: row.get(10)?,
        });
    }
    Ok(lines)
}

/// How many products `filter` lets through.
pub fn count(view: &View<'_>, filter: &Filter) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT count(*) FROM product WHERE {}",
        condition(filter)
    ))?;
    Ok(
        select.query_row(params![pattern(&filter.text), filter.category], |row| {
            row.get(0)
        })?,
    )
}

/// The ids of all products that `filter` lets through, in their order: what
/// "take all of these" means.
pub fn ids(view: &View<'_>, filter: &Filter) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT id FROM product WHERE {} ORDER BY id",
        condition(filter)
    ))?;
    let mut rows = select.query(params![pattern(&filter.text), filter.category])?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(ProductId::new(text(row, 0)?));
    }
    Ok(ids)
}

/// The categories of the catalogue and how many products each has.
pub fn categories(view: &View<'_>) -> Result<Vec<(String, u32)>, StoreError> {
    let mut select = view
        .statement("SELECT category, count(*) FROM product GROUP BY category ORDER BY category")?;
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
