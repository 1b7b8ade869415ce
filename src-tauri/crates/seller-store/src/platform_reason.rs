//! What the platform said of rows in fail reports, in its own words.

use crate::error::StoreError;
use crate::values::{instant_text, opt_text, read_instant, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::{CampaignId, Instant, ProductId, SkuId};

/// A reason for a product or one of its SKUs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The product.
    pub product_id: ProductId,
    /// The SKU; none if it is about the product.
    pub sku_id: Option<SkuId>,
    /// The platform's words.
    pub reason: String,
    /// When the report was imported.
    pub imported_at: Instant,
}

/// The reasons for a product of a campaign, as the report has them in order.
pub fn of_product(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Vec<Reason>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id, sku_id, reason, imported_at FROM platform_reason \
         WHERE campaign_id = ?1 AND product_id = ?2 ORDER BY number",
    )?;
    let mut rows = select.query([campaign.as_str(), product.as_str()])?;
    let mut reasons = Vec::new();
    while let Some(row) = rows.next()? {
        reasons.push(Reason {
            product_id: ProductId::new(text(row, 0)?),
            sku_id: opt_text(row, 1)?.map(SkuId::new),
            reason: row.get(2)?,
            imported_at: read_instant(row, 3)?,
        });
    }
    Ok(reasons)
}

/// What a report says of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The product.
    pub product_id: ProductId,
    /// The SKU; none if it is about the product.
    pub sku_id: Option<SkuId>,
    /// The reasons, in order.
    pub reasons: Vec<String>,
}

/// Keeps what a report says. What an earlier report said of the same rows is
/// replaced; a row without reasons is cleared.
pub fn save(tx: &Tx<'_>, campaign: &CampaignId, report: &[Row]) -> Result<(), StoreError> {
    let mut clear = tx.statement(
        "DELETE FROM platform_reason WHERE campaign_id = ?1 AND product_id = ?2 AND sku_id IS ?3",
    )?;
    let mut insert = tx.statement(
        "INSERT INTO platform_reason (campaign_id, product_id, sku_id, reason, imported_at) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let now = instant_text(tx.now());
    for row in report {
        let sku = row.sku_id.as_ref().map(SkuId::as_str);
        clear.execute(params![campaign.as_str(), row.product_id.as_str(), sku])?;
        for reason in &row.reasons {
            insert.execute(params![
                campaign.as_str(),
                row.product_id.as_str(),
                sku,
                reason,
                now
            ])?;
        }
    }
    Ok(())
}
