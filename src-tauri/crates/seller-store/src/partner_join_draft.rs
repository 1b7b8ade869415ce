//! What stands in the wizard of joining a partner campaign, kept until it is submitted or thrown
//! away: one for each campaign.

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::PartnerCampaignId;
use seller_domain::partner_campaign::JoinDraft;
use std::collections::HashSet;

/// Keeps a draft, or what is entered in it now.
pub fn keep(tx: &Tx<'_>, draft: &JoinDraft) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO partner_join_draft (campaign_id, entered, changed_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (campaign_id) DO UPDATE SET entered = ?2, changed_at = ?3 \
         WHERE entered <> ?2",
    )?
    .execute(params![
        draft.campaign_id.as_str(),
        json("draft of a registration", draft)?,
        instant_text(tx.now())
    ])?;
    Ok(())
}

/// The draft of a campaign.
pub fn find(view: &View<'_>, id: &PartnerCampaignId) -> Result<Option<JoinDraft>, StoreError> {
    let mut select =
        view.statement("SELECT entered FROM partner_join_draft WHERE campaign_id = ?1")?;
    let mut rows = select.query([id.as_str()])?;
    rows.next()?
        .map(|row| parse_json("draft of a registration", text(row, 0)?))
        .transpose()
}

/// The campaigns that have a draft.
pub fn campaigns(view: &View<'_>) -> Result<HashSet<PartnerCampaignId>, StoreError> {
    let mut select = view.statement("SELECT campaign_id FROM partner_join_draft")?;
    let found = select.query_map([], |row| row.get::<_, String>(0))?;
    found.map(|id| Ok(PartnerCampaignId::from(id?))).collect()
}

/// Throws a draft away. Returns whether it was there.
pub fn remove(tx: &Tx<'_>, id: &PartnerCampaignId) -> Result<bool, StoreError> {
    let gone = tx
        .statement("DELETE FROM partner_join_draft WHERE campaign_id = ?1")?
        .execute([id.as_str()])?;
    Ok(gone > 0)
}
