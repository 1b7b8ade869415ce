//! Campaigns that the seller published for affiliate partners (AF-09).

use crate::error::StoreError;
use crate::values::{
    instant_text, json, parse_json, points, read_instant, read_instant_opt, read_percent, text,
};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::partner_campaign::{
    CreatorPreferences, Openness, OwnCampaign, OwnCampaignTerms, PartnerJoined,
};
use seller_domain::{OwnCampaignId, Period, ProductId};
use seller_rulebook::Accepted;

const COLUMNS: &str = "id, title, description, registration_start, registration_end, \
     running_start, running_end, rate, openness, preferences, published_at";

/// A campaign, its products and partners not yet read.
fn read(row: &Row<'_>) -> Result<OwnCampaign, StoreError> {
    Ok(OwnCampaign {
        id: OwnCampaignId::new(text(row, 0)?),
        terms: OwnCampaignTerms {
            title: row.get(1)?,
            description: row.get(2)?,
            registration: Period::new(read_instant(row, 3)?, read_instant(row, 4)?),
            running: Period::new(read_instant(row, 5)?, read_instant(row, 6)?),
            openness: match text(row, 8)? {
                "all_partners" => Openness::AllPartners,
                "selected_partners" => Openness::SelectedPartners {
                    partners: Vec::new(),
                },
                other => return Err(StoreError::unreadable("openness of a campaign", other)),
            },
            products: Vec::new(),
            rate: read_percent(row, 7)?,
            preferences: parse_json::<CreatorPreferences>(
                "preferences for creators",
                text(row, 9)?,
            )?,
        },
        published_at: read_instant(row, 10)?,
        joined: Vec::new(),
    })
}

/// The campaign with this id.
pub fn find(view: &View<'_>, id: &OwnCampaignId) -> Result<Option<OwnCampaign>, StoreError> {
    let found = {
        let mut select =
            view.statement(&format!("SELECT {COLUMNS} FROM own_campaign WHERE id = ?1"))?;
        let mut rows = select.query([id.as_str()])?;
        rows.next()?.map(read).transpose()?
    };
    let Some(mut campaign) = found else {
        return Ok(None);
    };
    campaign.terms.products = products(view, id)?;
    read_partners(view, &mut campaign)?;
    Ok(Some(campaign))
}

/// The campaign with this id, which has to be there.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &OwnCampaignId) -> Result<OwnCampaign, StoreError> {
    find(view, id)?.ok_or_else(|| StoreError::absent("campaign of your own", id))
}

/// All campaigns with their partners and without their products, with the number of the latter;
/// the last published first.
pub fn all(view: &View<'_>) -> Result<Vec<(OwnCampaign, u32)>, StoreError> {
    let mut campaigns = {
        let mut select = view.statement(&format!(
            "SELECT {COLUMNS}, (SELECT count(*) FROM own_campaign_product \
             WHERE campaign_id = own_campaign.id) FROM own_campaign \
             ORDER BY published_at DESC, id"
        ))?;
        let mut rows = select.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((read(row)?, row.get(11)?));
        }
        found
    };
    for (campaign, _) in &mut campaigns {
        read_partners(view, campaign)?;
    }
    Ok(campaigns)
}

fn products(view: &View<'_>, id: &OwnCampaignId) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id FROM own_campaign_product WHERE campaign_id = ?1 ORDER BY product_id",
    )?;
    let found = select.query_map([id.as_str()], |row| row.get::<_, String>(0))?;
    found.map(|id| Ok(ProductId::from(id?))).collect()
}

fn read_partners(view: &View<'_>, campaign: &mut OwnCampaign) -> Result<(), StoreError> {
    let mut select = view.statement(
        "SELECT partner, selected, joined_at FROM own_campaign_partner WHERE campaign_id = ?1 \
         ORDER BY joined_at, partner_key",
    )?;
    let mut rows = select.query([campaign.id.as_str()])?;
    while let Some(row) = rows.next()? {
        let partner: String = row.get(0)?;
        if let Some(at) = read_instant_opt(row, 2)? {
            let partner = partner.clone();
            campaign.joined.push(PartnerJoined { partner, at });
        }
        if let (true, Openness::SelectedPartners { partners }) =
            (row.get(1)?, &mut campaign.terms.openness)
        {
            partners.push(partner);
        }
    }
    Ok(())
}

/// Stores a campaign that is published, as the rulebook has accepted it.
///
/// # Errors
/// [`StoreError::Constraint`] for a campaign that is published already.
pub fn publish(tx: &Tx<'_>, accepted: &Accepted<OwnCampaign>) -> Result<(), StoreError> {
    let campaign = accepted.get();
    let terms = &campaign.terms;
    let acknowledged: Vec<&str> = accepted.acknowledged().iter().copied().collect();
    let openness = match terms.openness {
        Openness::AllPartners => "all_partners",
        Openness::SelectedPartners { .. } => "selected_partners",
    };
    tx.statement(
        "INSERT INTO own_campaign (id, title, description, registration_start, registration_end, \
         running_start, running_end, rate, openness, preferences, published_at, acknowledged) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        campaign.id.as_str(),
        terms.title,
        terms.description,
        instant_text(terms.registration.start),
        instant_text(terms.registration.end),
        instant_text(terms.running.start),
        instant_text(terms.running.end),
        points("the commission rate", terms.rate)?,
        openness,
        json("preferences for creators", &terms.preferences)?,
        instant_text(campaign.published_at),
        json("acknowledged warnings", &acknowledged)?,
    ])?;
    let mut insert = tx.statement(
        "INSERT INTO own_campaign_product (campaign_id, product_id) VALUES (?1, ?2) \
         ON CONFLICT DO NOTHING",
    )?;
    for product in &terms.products {
        insert.execute([campaign.id.as_str(), product.as_str()])?;
    }
    if let Openness::SelectedPartners { partners } = &terms.openness {
        for partner in partners {
            tx.statement(
                "INSERT INTO own_campaign_partner (campaign_id, partner_key, partner, selected) \
                 VALUES (?1, ?2, ?3, 1)",
            )?
            .execute([campaign.id.as_str(), &partner_key(partner), partner])?;
        }
    }
    Ok(())
}

/// Stores the partners that joined, as the rulebook has accepted it.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn record_joined(tx: &Tx<'_>, accepted: &Accepted<OwnCampaign>) -> Result<(), StoreError> {
    let campaign = accepted.get();
    require(tx, &campaign.id)?;
    for joined in &campaign.joined {
        tx.statement(
            "INSERT INTO own_campaign_partner (campaign_id, partner_key, partner, selected, \
             joined_at) VALUES (?1, ?2, ?3, 0, ?4) \
             ON CONFLICT (campaign_id, partner_key) DO UPDATE SET joined_at = ?4 \
             WHERE joined_at IS NULL",
        )?
        .execute(params![
            campaign.id.as_str(),
            partner_key(&joined.partner),
            joined.partner,
            instant_text(joined.at),
        ])?;
    }
    Ok(())
}

fn partner_key(partner: &str) -> String {
    partner.trim().to_lowercase()
}
