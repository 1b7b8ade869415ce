//! What happened to a registered product, with what it was before.

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, parse_word, read_instant, text, word};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::partner_campaign::JoinedProduct;
use seller_domain::{Instant, PartnerCampaignId, ProductId};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It was registered again.
    SubmittedAgain,
    /// A new state was recorded.
    Recorded,
    /// The seller changed its rate.
    RateChanged,
    /// The seller changed its sample quantity.
    SamplesChanged,
    /// Approved samples were recorded.
    SamplesApproved,
}

/// Something that happened to a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// What.
    pub act: Act,
    /// The product before it.
    pub before: JoinedProduct,
    /// The rules whose warnings were acknowledged with it.
    pub acknowledged: Vec<String>,
}

/// Everything that happened to a product after it was first submitted, the first first.
pub fn of_product(
    view: &View<'_>,
    campaign: &PartnerCampaignId,
    product: &ProductId,
) -> Result<Vec<Event>, StoreError> {
    let mut select = view.statement(
        "SELECT at, act, before, acknowledged FROM partner_product_event \
         WHERE campaign_id = ?1 AND product_id = ?2 ORDER BY number",
    )?;
    let mut rows = select.query([campaign.as_str(), product.as_str()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(Event {
            at: read_instant(row, 0)?,
            act: parse_word("act on a product", text(row, 1)?)?,
            before: parse_json("registered product", text(row, 2)?)?,
            acknowledged: parse_json("acknowledged warnings", text(row, 3)?)?,
        });
    }
    Ok(events)
}

/// Adds what happened now.
pub(super) fn add<'a>(
    tx: &Tx<'_>,
    before: &JoinedProduct,
    act: Act,
    acknowledged: impl Iterator<Item = &'a str>,
) -> Result<(), StoreError> {
    let acknowledged: Vec<&str> = acknowledged.collect();
    tx.statement(
        "INSERT INTO partner_product_event (campaign_id, product_id, number, at, act, before, \
         acknowledged) SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6 \
         FROM partner_product_event WHERE campaign_id = ?1 AND product_id = ?2",
    )?
    .execute(params![
        before.campaign_id.as_str(),
        before.product_id.as_str(),
        instant_text(tx.now()),
        word("act on a product", &act)?,
        json("registered product", before)?,
        json("acknowledged warnings", &acknowledged)?,
    ])?;
    Ok(())
}
