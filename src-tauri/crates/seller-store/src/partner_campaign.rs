//! Campaigns that affiliate partners open, as the seller recorded them (AF-02).

use crate::error::StoreError;
use crate::values::{instant_text, points_opt, read_instant, read_percent_opt, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::partner_campaign::{PartnerCampaign, SellerScope};
use seller_domain::{PartnerCampaignId, Period};

const COLUMNS: &str = "id, name, details, registration_start, registration_end, running_start, \
     running_end, minimum_rate, partner, partner_contact, scope, note";

fn read(row: &Row<'_>) -> Result<PartnerCampaign, StoreError> {
    Ok(PartnerCampaign {
        id: PartnerCampaignId::new(text(row, 0)?),
        name: row.get(1)?,
        details: row.get(2)?,
        registration: Period::new(read_instant(row, 3)?, read_instant(row, 4)?),
        running: Period::new(read_instant(row, 5)?, read_instant(row, 6)?),
        minimum_rate: read_percent_opt(row, 7)?,
        partner: row.get(8)?,
        partner_contact: row.get(9)?,
        scope: read_scope(text(row, 10)?)?,
        note: row.get(11)?,
    })
}

fn read_scope(word: &str) -> Result<SellerScope, StoreError> {
    let this_shop = match word {
        "all_sellers" => return Ok(SellerScope::AllSellers),
        "selected" => Some(true),
        "not_selected" => Some(false),
        "not_noted" => None,
        other => return Err(StoreError::unreadable("scope of a campaign", other)),
    };
    Ok(SellerScope::SelectedSellers { this_shop })
}

fn scope_word(scope: SellerScope) -> &'static str {
    match scope {
        SellerScope::AllSellers => "all_sellers",
        SellerScope::SelectedSellers {
            this_shop: Some(true),
        } => "selected",
        SellerScope::SelectedSellers {
            this_shop: Some(false),
        } => "not_selected",
        SellerScope::SelectedSellers { this_shop: None } => "not_noted",
    }
}

/// The campaign with this id.
pub fn find(
    view: &View<'_>,
    id: &PartnerCampaignId,
) -> Result<Option<PartnerCampaign>, StoreError> {
    one(view, "id = ?1", id.as_str())
}

/// The campaign with this id, which has to be there.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &PartnerCampaignId) -> Result<PartnerCampaign, StoreError> {
    find(view, id)?.ok_or_else(|| StoreError::absent("partner campaign", id))
}

/// The latest campaign with this name, ignoring case.
pub fn by_name(view: &View<'_>, name: &str) -> Result<Option<PartnerCampaign>, StoreError> {
    let which = "name_key = ?1 ORDER BY running_start DESC, id LIMIT 1";
    one(view, which, &name_key(name))
}

fn one(view: &View<'_>, which: &str, key: &str) -> Result<Option<PartnerCampaign>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM partner_campaign WHERE {which}"
    ))?;
    let mut rows = select.query([key])?;
    rows.next()?.map(read).transpose()
}

/// All campaigns, the nearest deadline first.
pub fn all(view: &View<'_>) -> Result<Vec<PartnerCampaign>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM partner_campaign ORDER BY registration_end, id"
    ))?;
    let mut rows = select.query([])?;
    let mut campaigns = Vec::new();
    while let Some(row) = rows.next()? {
        campaigns.push(read(row)?);
    }
    Ok(campaigns)
}

/// Records a campaign, or what is new about one. Returns whether that changed anything.
///
/// # Errors
/// [`StoreError::Constraint`] for periods that end before they begin.
pub fn save(tx: &Tx<'_>, campaign: &PartnerCampaign) -> Result<bool, StoreError> {
    if find(tx, &campaign.id)?.as_ref() == Some(campaign) {
        return Ok(false);
    }
    tx.statement(
        "INSERT INTO partner_campaign (id, name, details, registration_start, registration_end, \
         running_start, running_end, minimum_rate, partner, partner_contact, scope, note, \
         name_key) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) \
         ON CONFLICT (id) DO UPDATE SET name = ?2, details = ?3, registration_start = ?4, \
         registration_end = ?5, running_start = ?6, running_end = ?7, minimum_rate = ?8, \
         partner = ?9, partner_contact = ?10, scope = ?11, note = ?12, name_key = ?13",
    )?
    .execute(params![
        campaign.id.as_str(),
        campaign.name,
        campaign.details,
        instant_text(campaign.registration.start),
        instant_text(campaign.registration.end),
        instant_text(campaign.running.start),
        instant_text(campaign.running.end),
        points_opt("the commission requirement", campaign.minimum_rate)?,
        campaign.partner,
        campaign.partner_contact,
        scope_word(campaign.scope),
        campaign.note,
        name_key(&campaign.name),
    ])?;
    Ok(true)
}

/// Removes a campaign that nothing was registered with, and what stands in its wizard.
///
/// # Errors
/// [`StoreError::Absent`]; [`StoreError::Constraint`] while products refer to it.
pub fn delete(tx: &Tx<'_>, id: &PartnerCampaignId) -> Result<(), StoreError> {
    tx.statement("DELETE FROM partner_join_draft WHERE campaign_id = ?1")?
        .execute([id.as_str()])?;
    let gone = tx
        .statement("DELETE FROM partner_campaign WHERE id = ?1")?
        .execute([id.as_str()])?;
    if gone == 0 {
        return Err(StoreError::absent("partner campaign", id));
    }
    Ok(())
}

/// What names are compared by: they differ in more than case and blanks around them.
fn name_key(name: &str) -> String {
    name.trim().to_lowercase()
}
