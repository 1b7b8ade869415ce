//! What stands in the wizard of a campaign of the seller's own, kept until it is published or
//! thrown away.

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, read_instant, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::partner_campaign::OwnCampaignDraft;
use seller_domain::{Instant, OwnCampaignId};

/// A kept draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What is entered.
    pub draft: OwnCampaignDraft,
    /// When it was last kept.
    pub changed_at: Instant,
}

/// Keeps a draft, or what is entered in it now.
pub fn keep(tx: &Tx<'_>, draft: &OwnCampaignDraft) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO own_campaign_draft (id, entered, changed_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (id) DO UPDATE SET entered = ?2, changed_at = ?3 WHERE entered <> ?2",
    )?
    .execute(params![
        draft.id.as_str(),
        json("draft of a campaign", draft)?,
        instant_text(tx.now())
    ])?;
    Ok(())
}

/// The draft with this id.
pub fn find(view: &View<'_>, id: &OwnCampaignId) -> Result<Option<Kept>, StoreError> {
    Ok(all(view)?.into_iter().find(|kept| kept.draft.id == *id))
}

/// All drafts, the last kept first.
pub fn all(view: &View<'_>) -> Result<Vec<Kept>, StoreError> {
    let mut select = view.statement(
        "SELECT entered, changed_at FROM own_campaign_draft ORDER BY changed_at DESC, id",
    )?;
    let mut rows = select.query([])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        drafts.push(Kept {
            draft: parse_json("draft of a campaign", text(row, 0)?)?,
            changed_at: read_instant(row, 1)?,
        });
    }
    Ok(drafts)
}

/// Throws a draft away. Returns whether it was there.
pub fn remove(tx: &Tx<'_>, id: &OwnCampaignId) -> Result<bool, StoreError> {
    let gone = tx
        .statement("DELETE FROM own_campaign_draft WHERE id = ?1")?
        .execute([id.as_str()])?;
    Ok(gone > 0)
}
