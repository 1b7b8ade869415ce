//! Campaigns that the seller recorded. What is searched by has columns; the
//! terms of the details page are one JSON value.

use crate::error::StoreError;
use crate::values::{
    instant_text, json, parse_json, parse_word, read_instant, read_instant_opt, text, word,
};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::campaign::{
    Approval, Campaign, CampaignCoupon, CampaignKind, Criteria, FeePolicy, Pricing, Subsidy,
    TierTerms,
};
use seller_domain::{CampaignId, Percent, Period};
use serde::{Deserialize, Serialize};

const SELECT: &str = "SELECT id, name, kind, registration_start, registration_end, \
     re_registration_deadline, running_start, running_end, note, terms FROM campaign";

/// What stands in the column `terms`.
#[derive(Serialize, Deserialize)]
struct Terms {
    sub_campaigns: Vec<String>,
    criteria: Criteria,
    pricing: Pricing,
    tiers: Vec<TierTerms>,
    extra_discount_minimum: Option<Percent>,
    coupons: Vec<CampaignCoupon>,
    subsidy: Subsidy,
    approval: Approval,
    fee_policy: FeePolicy,
}

fn read(row: &Row<'_>) -> Result<Campaign, StoreError> {
    let terms: Terms = parse_json("terms of a campaign", text(row, 9)?)?;
    Ok(Campaign {
        id: CampaignId::new(text(row, 0)?),
        name: row.get(1)?,
        kind: parse_word::<CampaignKind>("kind of campaign", text(row, 2)?)?,
        sub_campaigns: terms.sub_campaigns,
        registration: Period::new(read_instant(row, 3)?, read_instant(row, 4)?),
        re_registration_deadline: read_instant_opt(row, 5)?,
        running: Period::new(read_instant(row, 6)?, read_instant(row, 7)?),
        criteria: terms.criteria,
        pricing: terms.pricing,
        tiers: terms.tiers,
        extra_discount_minimum: terms.extra_discount_minimum,
        coupons: terms.coupons,
        subsidy: terms.subsidy,
        approval: terms.approval,
        fee_policy: terms.fee_policy,
        note: row.get(8)?,
    })
}

/// The campaign with this id.
pub fn find(view: &View<'_>, id: &CampaignId) -> Result<Option<Campaign>, StoreError> {
    let mut select = view.statement(&format!("{SELECT} WHERE id = ?1"))?;
    let mut rows = select.query([id.as_str()])?;
    rows.next()?.map(read).transpose()
}

/// The campaign with this id, which has to be there.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &CampaignId) -> Result<Campaign, StoreError> {
    find(view, id)?.ok_or_else(|| StoreError::absent("campaign", id))
}

/// All campaigns, the one that starts first first.
pub fn all(view: &View<'_>) -> Result<Vec<Campaign>, StoreError> {
    list(view, "1 ORDER BY running_start, id", None)
}

/// The campaigns that share a moment of their running with `period`.
pub fn overlapping(view: &View<'_>, period: Period) -> Result<Vec<Campaign>, StoreError> {
    list(
        view,
        "running_start < ?2 AND running_end > ?1 ORDER BY running_start, id",
        Some(period),
    )
}

fn list(view: &View<'_>, which: &str, period: Option<Period>) -> Result<Vec<Campaign>, StoreError> {
    let mut select = view.statement(&format!("{SELECT} WHERE {which}"))?;
    let mut rows = match period {
        Some(period) => select.query(params![
            instant_text(period.start),
            instant_text(period.end)
        ])?,
        None => select.query([])?,
    };
    let mut campaigns = Vec::new();
    while let Some(row) = rows.next()? {
        campaigns.push(read(row)?);
    }
    Ok(campaigns)
}

/// Records a campaign, or replaces what was recorded under its id.
pub fn save(tx: &Tx<'_>, campaign: &Campaign) -> Result<(), StoreError> {
    let terms = Terms {
        sub_campaigns: campaign.sub_campaigns.clone(),
        criteria: campaign.criteria.clone(),
        pricing: campaign.pricing.clone(),
        tiers: campaign.tiers.clone(),
        extra_discount_minimum: campaign.extra_discount_minimum,
        coupons: campaign.coupons.clone(),
        subsidy: campaign.subsidy,
        approval: campaign.approval,
        fee_policy: campaign.fee_policy.clone(),
    };
    tx.statement(
        "INSERT INTO campaign (id, name, kind, registration_start, registration_end, \
         re_registration_deadline, running_start, running_end, note, terms) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
         ON CONFLICT (id) DO UPDATE SET name = ?2, kind = ?3, registration_start = ?4, \
         registration_end = ?5, re_registration_deadline = ?6, running_start = ?7, \
         running_end = ?8, note = ?9, terms = ?10",
    )?
    .execute(params![
        campaign.id.as_str(),
        campaign.name,
        word("kind of campaign", &campaign.kind)?,
        instant_text(campaign.registration.start),
        instant_text(campaign.registration.end),
        campaign.re_registration_deadline.map(instant_text),
        instant_text(campaign.running.start),
        instant_text(campaign.running.end),
        campaign.note,
        json("terms of a campaign", &terms)?,
    ])?;
    Ok(())
}

/// Removes a campaign and what the platform stated for it.
///
/// # Errors
/// [`StoreError::Constraint`] while drafts or registrations refer to it.
pub fn delete(tx: &Tx<'_>, id: &CampaignId) -> Result<(), StoreError> {
    tx.statement("DELETE FROM stated_terms WHERE campaign_id = ?1")?
        .execute([id.as_str()])?;
    let gone = tx
        .statement("DELETE FROM campaign WHERE id = ?1")?
        .execute([id.as_str()])?;
    if gone == 0 {
        return Err(StoreError::absent("campaign", id));
    }
    Ok(())
}
