//! Registrations in preparation. Their products and prices are in
//! [`crate::draft_rows`].

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, read_instant, text};
use crate::view::{Tx, View};
use rusqlite::{OptionalExtension, Row, params};
use seller_domain::{CampaignId, CouponId, DraftId, Instant};

/// A draft without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its id.
    pub id: DraftId,
    /// The campaign it is for.
    pub campaign_id: CampaignId,
    /// The campaign's coupons that the seller registers (CE-03).
    pub coupons: Vec<CouponId>,
    /// Whether it was submitted; it is kept as it was then.
    pub submitted: bool,
    /// When it was begun.
    pub created_at: Instant,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Products in it.
    pub products: u32,
    /// SKUs in it, those left out not counted.
    pub skus: u32,
}

const SELECT: &str = "SELECT id, campaign_id, coupons, state = 'submitted', created_at, changed_at, \
     (SELECT count(*) FROM draft_product WHERE draft_id = draft.id), \
     (SELECT count(*) FROM draft_sku WHERE draft_id = draft.id AND included = 1) FROM draft";

fn read(row: &Row<'_>) -> Result<Head, StoreError> {
    Ok(Head {
        id: DraftId::new(text(row, 0)?),
        campaign_id: CampaignId::new(text(row, 1)?),
        coupons: parse_json("coupons of a draft", text(row, 2)?)?,
        submitted: row.get(3)?,
        created_at: read_instant(row, 4)?,
        changed_at: read_instant(row, 5)?,
        products: row.get(6)?,
        skus: row.get(7)?,
    })
}

/// Begins an empty draft for a campaign.
///
/// # Errors
/// [`StoreError::Constraint`] while the campaign has an open draft.
pub fn create(tx: &Tx<'_>, id: &DraftId, campaign: &CampaignId) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO draft (id, campaign_id, coupons, state, created_at, changed_at) \
         VALUES (?1, ?2, '[]', 'open', ?3, ?3)",
    )?
    .execute(params![
        id.as_str(),
        campaign.as_str(),
        instant_text(tx.now())
    ])?;
    Ok(())
}

/// The open draft of a campaign.
pub fn open_for(view: &View<'_>, campaign: &CampaignId) -> Result<Option<DraftId>, StoreError> {
    let id: Option<String> = view
        .statement("SELECT id FROM draft WHERE campaign_id = ?1 AND state = 'open'")?
        .query_row([campaign.as_str()], |row| row.get(0))
        .optional()?;
    Ok(id.map(DraftId::from))
}

/// The draft with this id.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn head(view: &View<'_>, id: &DraftId) -> Result<Head, StoreError> {
    let mut select = view.statement(&format!("{SELECT} WHERE id = ?1"))?;
    let mut rows = select.query([id.as_str()])?;
    let row = rows
        .next()?
        .ok_or_else(|| StoreError::absent("draft", id))?;
    read(row)
}

/// All open drafts, the last touched first.
pub fn open(view: &View<'_>) -> Result<Vec<Head>, StoreError> {
    let mut select = view.statement(&format!(
        "{SELECT} WHERE state = 'open' ORDER BY changed_at DESC, id"
    ))?;
    let mut rows = select.query([])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        heads.push(read(row)?);
    }
    Ok(heads)
}

/// Chooses the coupons that are registered.
pub fn set_coupons(tx: &Tx<'_>, id: &DraftId, coupons: &[CouponId]) -> Result<(), StoreError> {
    let changed = tx
        .statement("UPDATE draft SET coupons = ?2, changed_at = ?3 WHERE id = ?1")?
        .execute(params![
            id.as_str(),
            json("coupons of a draft", &coupons)?,
            instant_text(tx.now())
        ])?;
    there(changed, id)
}

/// Marks a draft as submitted: it is no longer open, and stays as it is.
pub fn close(tx: &Tx<'_>, id: &DraftId) -> Result<(), StoreError> {
    let changed = tx
        .statement("UPDATE draft SET state = 'submitted', changed_at = ?2 WHERE id = ?1")?
        .execute(params![id.as_str(), instant_text(tx.now())])?;
    there(changed, id)
}

/// Throws a draft away with all its rows.
pub fn delete(tx: &Tx<'_>, id: &DraftId) -> Result<(), StoreError> {
    for table in ["draft_sku", "draft_product"] {
        tx.statement(&format!("DELETE FROM {table} WHERE draft_id = ?1"))?
            .execute([id.as_str()])?;
    }
    let gone = tx
        .statement("DELETE FROM draft WHERE id = ?1")?
        .execute([id.as_str()])?;
    there(gone, id)
}

/// Notes that the rows of a draft have changed.
pub(crate) fn touch(tx: &Tx<'_>, id: &DraftId) -> Result<(), StoreError> {
    let changed = tx
        .statement("UPDATE draft SET changed_at = ?2 WHERE id = ?1")?
        .execute(params![id.as_str(), instant_text(tx.now())])?;
    there(changed, id)
}

fn there(rows: usize, id: &DraftId) -> Result<(), StoreError> {
    if rows == 0 {
        Err(StoreError::absent("draft", id))
    } else {
        Ok(())
    }
}
