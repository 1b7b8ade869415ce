//! What the platform stated for SKUs of a campaign, by the file that said so.

use crate::error::StoreError;
use crate::values::{exact, flag, instant_text, parse_decimal, read_exact_opt, read_instant, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::campaign::{RangeEnd, StatedRange, StatedTerms};
use seller_domain::{CampaignId, Currency, Instant, SkuId};
use serde::Serialize;

/// Which file stated it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StatedBy {
    /// The campaign's prefill workbook.
    Prefill,
    /// A fail report.
    FailReport,
    /// The seller, who read it off the page.
    Seller,
}

impl StatedBy {
    const ALL: [Self; 3] = [Self::Prefill, Self::FailReport, Self::Seller];

    fn word(self) -> &'static str {
        match self {
            Self::Prefill => "prefill",
            Self::FailReport => "fail_report",
            Self::Seller => "seller",
        }
    }
}

/// The terms of one SKU as one file stated them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// Which file.
    pub by: StatedBy,
    /// When it was read.
    pub at: Instant,
    /// What it stated.
    pub terms: StatedTerms,
}

pub(crate) const COLUMNS: &str = "sku_id, source, price_lower, price_lower_included, \
     price_upper, price_upper_included, stock_lower, stock_lower_included, stock_upper, \
     stock_upper_included, recommended_price, recommended, stated_at";

fn read(row: &Row<'_>, currency: Currency) -> Result<Stated, StoreError> {
    let source = text(row, 1)?;
    Ok(Stated {
        by: StatedBy::ALL
            .into_iter()
            .find(|by| by.word() == source)
            .ok_or_else(|| StoreError::unreadable("source of stated terms", source))?,
        at: read_instant(row, 12)?,
        terms: read_terms(row, currency)?,
    })
}

/// The terms alone, of a row with [`COLUMNS`].
pub(crate) fn read_terms(row: &Row<'_>, currency: Currency) -> Result<StatedTerms, StoreError> {
    Ok(StatedTerms {
        sku_id: SkuId::new(text(row, 0)?),
        price_range: StatedRange {
            lower: read_end(row, 2)?,
            upper: read_end(row, 4)?,
        },
        stock_range: StatedRange {
            lower: read_end(row, 6)?,
            upper: read_end(row, 8)?,
        },
        recommended_price: read_exact_opt(row, 10, currency)?,
        recommended: flag(row, 11)?,
    })
}

fn read_end(row: &Row<'_>, at: usize) -> Result<Option<RangeEnd>, StoreError> {
    let included: Option<bool> = row.get(at + 1)?;
    included
        .map(|included| {
            Ok(RangeEnd {
                value: parse_decimal(text(row, at)?)?,
                included,
            })
        })
        .transpose()
}

/// Everything stated for one SKU of a campaign.
pub fn of_sku(
    view: &View<'_>,
    campaign: &CampaignId,
    sku: &SkuId,
) -> Result<Vec<Stated>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM stated_terms WHERE campaign_id = ?1 AND sku_id = ?2 \
         ORDER BY stated_at, source"
    ))?;
    let mut rows = select.query([campaign.as_str(), sku.as_str()])?;
    let mut stated = Vec::new();
    while let Some(row) = rows.next()? {
        stated.push(read(row, currency)?);
    }
    Ok(stated)
}

/// What holds for one SKU of a campaign, all sources taken together (RG-03).
pub fn in_force(
    view: &View<'_>,
    campaign: &CampaignId,
    sku: &SkuId,
) -> Result<Option<StatedTerms>, StoreError> {
    Ok(of_sku(view, campaign, sku)?
        .into_iter()
        .map(|stated| stated.terms)
        .reduce(narrowed))
}

/// The SKUs that the platform recommends a price for in a campaign (RG-15).
pub fn with_recommended_price(
    view: &View<'_>,
    campaign: &CampaignId,
) -> Result<Vec<SkuId>, StoreError> {
    let mut select = view.statement(
        "SELECT DISTINCT sku_id FROM stated_terms \
         WHERE campaign_id = ?1 AND recommended_price IS NOT NULL ORDER BY sku_id",
    )?;
    let mut rows = select.query([campaign.as_str()])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push(SkuId::new(text(row, 0)?));
    }
    Ok(skus)
}

/// The SKUs that the platform listed as eligible for a campaign (RG-10).
pub fn recommended(view: &View<'_>, campaign: &CampaignId) -> Result<Vec<SkuId>, StoreError> {
    let mut select = view.statement(
        "SELECT DISTINCT sku_id FROM stated_terms \
         WHERE campaign_id = ?1 AND recommended = 1 ORDER BY sku_id",
    )?;
    let mut rows = select.query([campaign.as_str()])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push(SkuId::new(text(row, 0)?));
    }
    Ok(skus)
}

/// Keeps what a file states; what it stated before for the same SKUs is replaced.
pub fn save(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    by: StatedBy,
    terms: &[StatedTerms],
) -> Result<(), StoreError> {
    let currency = tx.currency()?;
    let now = instant_text(tx.now());
    let mut insert = tx.statement(
        "INSERT INTO stated_terms (campaign_id, sku_id, source, price_lower, \
         price_lower_included, price_upper, price_upper_included, stock_lower, \
         stock_lower_included, stock_upper, stock_upper_included, recommended_price, \
         recommended, stated_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) \
         ON CONFLICT (campaign_id, sku_id, source) DO UPDATE SET price_lower = ?4, \
         price_lower_included = ?5, price_upper = ?6, price_upper_included = ?7, \
         stock_lower = ?8, stock_lower_included = ?9, stock_upper = ?10, \
         stock_upper_included = ?11, recommended_price = ?12, recommended = ?13, stated_at = ?14",
    )?;
    for stated in terms {
        let value = |end: Option<RangeEnd>| end.map(|end| end.value.to_string());
        let included = |end: Option<RangeEnd>| end.map(|end| end.included);
        let (price, stock) = (stated.price_range, stated.stock_range);
        let recommended_price = stated
            .recommended_price
            .map(|price| exact("the recommended price", price, currency))
            .transpose()?;
        insert.execute(params![
            campaign.as_str(),
            stated.sku_id.as_str(),
            by.word(),
            value(price.lower),
            included(price.lower),
            value(price.upper),
            included(price.upper),
            value(stock.lower),
            included(stock.lower),
            value(stock.upper),
            included(stock.upper),
            recommended_price,
            stated.recommended,
            now,
        ])?;
    }
    Ok(())
}

/// What holds where two files state terms for the same SKU: the narrower ends
/// (RG-03), the recommendation of the later one.
pub(crate) fn narrowed(earlier: StatedTerms, later: StatedTerms) -> StatedTerms {
    StatedTerms {
        sku_id: earlier.sku_id,
        price_range: intersection(earlier.price_range, later.price_range),
        stock_range: intersection(earlier.stock_range, later.stock_range),
        recommended_price: later.recommended_price.or(earlier.recommended_price),
        recommended: earlier.recommended || later.recommended,
    }
}

fn intersection(one: StatedRange, other: StatedRange) -> StatedRange {
    let narrower = |a: RangeEnd, b: RangeEnd, b_is_narrower: bool| {
        if a.value == b.value {
            RangeEnd {
                value: a.value,
                included: a.included && b.included,
            }
        } else if b_is_narrower {
            b
        } else {
            a
        }
    };
    StatedRange {
        lower: match (one.lower, other.lower) {
            (Some(a), Some(b)) => Some(narrower(a, b, b.value > a.value)),
            (a, b) => a.or(b),
        },
        upper: match (one.upper, other.upper) {
            (Some(a), Some(b)) => Some(narrower(a, b, b.value < a.value)),
            (a, b) => a.or(b),
        },
    }
}
