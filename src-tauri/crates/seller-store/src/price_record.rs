//! What SKUs cost before, and during promotions.

use crate::error::StoreError;
use crate::values::{instant_text, minor, read_instant, read_instant_opt, read_money, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Currency, SkuId};

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
    Ok(PriceRecord {
        kind: read_kind(text(row, at)?)?,
        from: read_instant(row, at + 1)?,
        until: read_instant_opt(row, at + 2)?,
        price: read_money(row, at + 3, currency)?,
    })
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
pub fn put(tx: &Tx<'_>, sku: &SkuId, record: &PriceRecord) -> Result<Recorded, StoreError> {
    let key = params![
        sku.as_str(),
        kind_word(record.kind),
        instant_text(record.from)
    ];
    let held = {
        let mut select = tx.statement(
            "SELECT kind, from_at, until_at, price FROM price_record \
             WHERE sku_id = ?1 AND kind = ?2 AND from_at = ?3",
        )?;
        let mut rows = select.query(key)?;
        let currency = tx.currency()?;
        rows.next()?.map(|row| read(row, 0, currency)).transpose()?
    };
    let standing = match held {
        None => Recorded::New,
        Some(held) if held.price == record.price && same_end(&held, record) => {
            return Ok(Recorded::Unchanged);
        }
        Some(_) => Recorded::Changed,
    };
    tx.statement(
        "INSERT INTO price_record (sku_id, kind, from_at, until_at, price) \
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (sku_id, kind, from_at) \
         DO UPDATE SET until_at = ?4, price = ?5",
    )?
    .execute(params![
        sku.as_str(),
        kind_word(record.kind),
        instant_text(record.from),
        record.until.map(instant_text),
        minor("the price", record.price, tx.currency()?)?,
    ])?;
    Ok(standing)
}

/// Compared as they are stored: to the millisecond.
fn same_end(held: &PriceRecord, given: &PriceRecord) -> bool {
    held.until.map(instant_text) == given.until.map(instant_text)
}

/// The prices of a SKU, the one in force included, oldest first.
pub fn of_sku(view: &View<'_>, sku: &SkuId) -> Result<Vec<PriceRecord>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT kind, from_at, until_at, price FROM price_record WHERE sku_id = ?1 \
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
