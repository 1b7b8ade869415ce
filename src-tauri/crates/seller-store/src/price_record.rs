//! What SKUs cost before, and during promotions.

use crate::error::StoreError;
use crate::values::{LastInstant, instant_text, minor, opt_text, read_money, text};
use crate::view::{Tx, View};
use rusqlite::{CachedStatement, OptionalExtension, Row};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Currency, Money, ProductId, SkuId};

pub(crate) fn kind_word(kind: PriceKind) -> &'static str {
    match kind {
        PriceKind::Retail => "retail",
        PriceKind::Discount => "discount",
        PriceKind::Promotion => "promotion",
        PriceKind::Campaign => "campaign",
    }
}

fn read_kind(word: &str) -> Result<PriceKind, StoreError> {
    match word {
        "retail" => Ok(PriceKind::Retail),
        "discount" => Ok(PriceKind::Discount),
        "promotion" => Ok(PriceKind::Promotion),
        "campaign" => Ok(PriceKind::Campaign),
        other => Err(StoreError::unreadable("kind of price", other)),
    }
}

/// `kind, from_at, until_at, price` from column `at` on.
pub(crate) fn read(
    row: &Row<'_>,
    at: usize,
    currency: Currency,
) -> Result<PriceRecord, StoreError> {
    read_with(row, at, currency, &mut LastRead::default())
}

/// As [`read`], row after row: moments that stood in the row before are not read again.
pub(crate) fn read_with(
    row: &Row<'_>,
    at: usize,
    currency: Currency,
    last: &mut LastRead,
) -> Result<PriceRecord, StoreError> {
    Ok(PriceRecord {
        kind: read_kind(text(row, at)?)?,
        from: last.from.read(text(row, at + 1)?)?,
        until: opt_text(row, at + 2)?
            .map(|until| last.until.read(until))
            .transpose()?,
        price: read_money(row, at + 3, currency)?,
    })
}

/// The moments of the row that was read last.
#[derive(Default)]
pub(crate) struct LastRead {
    from: LastInstant,
    until: LastInstant,
}

/// Whether an imported record said something new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// There was none of this kind from this moment on.
    New,
    /// There was one with another price or another end.
    Changed,
    /// It was known.
    Unchanged,
}

/// Keeps a price of a SKU that the catalogue has. One kind of price has one
/// record for each moment it begins; another one for the same moment replaces it.
///
/// # Errors
/// [`StoreError::Absent`] for a SKU that the catalogue does not have.
pub fn put(tx: &Tx<'_>, sku: &SkuId, record: &PriceRecord) -> Result<Recorded, StoreError> {
    let product: Option<String> = tx
        .statement("SELECT product_id FROM sku WHERE id = ?1")?
        .query_row([sku.as_str()], |row| row.get(0))
        .optional()?;
    let product = product.ok_or_else(|| StoreError::absent("SKU", sku))?;
    put_of(tx, &ProductId::from(product), sku, record)
}

/// What keeping a price would say of a SKU of a product: nothing is written.
///
/// # Errors
/// As [`put_of`].
pub fn standing(
    view: &View<'_>,
    product: &ProductId,
    sku: &SkuId,
    record: &PriceRecord,
) -> Result<Recorded, StoreError> {
    let price = minor("the price", record.price, view.currency()?)?;
    let held: Option<(Option<String>, i64)> = view
        .statement(
            "SELECT until_at, price FROM price_record \
             WHERE product_id = ?1 AND sku_id = ?2 AND kind = ?3 AND from_at = ?4",
        )?
        .query_row(
            [
                product.as_str(),
                sku.as_str(),
                kind_word(record.kind),
                &instant_text(record.from),
            ],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    Ok(match held {
        None => Recorded::New,
        Some(held) if held == (record.until.map(instant_text), price) => Recorded::Unchanged,
        Some(_) => Recorded::Changed,
    })
}

/// As [`put`], for a SKU whose product is known.
///
/// # Errors
/// [`StoreError::TooFine`], [`StoreError::OtherCurrency`] for a price that is none of the shop's.
pub fn put_of(
    tx: &Tx<'_>,
    product: &ProductId,
    sku: &SkuId,
    record: &PriceRecord,
) -> Result<Recorded, StoreError> {
    let standing = standing(tx, product, sku, record)?;
    if standing != Recorded::Unchanged {
        Keeping::over(tx, record)?.put(product, sku, record.price)?;
    }
    Ok(standing)
}

/// Keeps prices of one kind and one time for many SKUs. What is known already is not touched.
pub struct Keeping<'t> {
    add: CachedStatement<'t>,
    change: CachedStatement<'t>,
    currency: Currency,
}

impl<'t> Keeping<'t> {
    /// For prices like `record`: its kind, its time; its price does not matter.
    pub fn over(tx: &Tx<'t>, record: &PriceRecord) -> Result<Self, StoreError> {
        // Not one statement that does either: SQLite makes a table for it each time.
        let mut keeping = Self {
            add: tx.statement(
                "INSERT INTO price_record (product_id, sku_id, kind, from_at, until_at, price) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            )?,
            change: tx.statement(
                "UPDATE price_record SET until_at = ?5, price = ?6 \
                 WHERE product_id = ?1 AND sku_id = ?2 AND kind = ?3 AND from_at = ?4 \
                   AND (until_at IS NOT ?5 OR price <> ?6)",
            )?,
            currency: tx.currency()?,
        };
        for statement in [&mut keeping.add, &mut keeping.change] {
            statement.raw_bind_parameter(3, kind_word(record.kind))?;
            statement.raw_bind_parameter(4, instant_text(record.from))?;
            statement.raw_bind_parameter(5, record.until.map(instant_text))?;
        }
        Ok(keeping)
    }

    /// Keeps the price of a SKU that the catalogue has.
    ///
    /// # Errors
    /// As [`put_of`].
    pub fn put(
        &mut self,
        product: &ProductId,
        sku: &SkuId,
        price: Money,
    ) -> Result<(), StoreError> {
        let price = minor("the price", price, self.currency)?;
        for statement in [&mut self.add, &mut self.change] {
            statement.raw_bind_parameter(1, product.as_str())?;
            statement.raw_bind_parameter(2, sku.as_str())?;
            statement.raw_bind_parameter(6, price)?;
            if statement.raw_execute()? > 0 {
                break;
            }
        }
        Ok(())
    }
}

/// The prices of a SKU, the one in force included, oldest first.
pub fn of_sku(view: &View<'_>, sku: &SkuId) -> Result<Vec<PriceRecord>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT kind, from_at, until_at, price FROM price_record \
           WHERE product_id = (SELECT product_id FROM sku WHERE id = ?1) AND sku_id = ?1 \
         UNION ALL SELECT 'retail', retail_since, NULL, retail_price FROM sku WHERE id = ?1 \
         UNION ALL SELECT 'discount', discount_since, NULL, discount_price FROM sku \
           WHERE id = ?1 AND discount_price IS NOT NULL \
         ORDER BY 2, 1",
    )?;
    let mut rows = select.query([sku.as_str()])?;
    let mut records = Vec::new();
    while let Some(row) = rows.next()? {
        records.push(read(row, 0, currency)?);
    }
    Ok(records)
}
