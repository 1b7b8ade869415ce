//! What the seller made of the platform's recommended prices (RG-15). The
//! recommendations themselves are [`crate::stated_terms`].

use crate::error::StoreError;
use crate::values::{instant_text, minor_opt, read_instant, read_money_opt, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::{CampaignId, Instant, Money, SkuId};

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The recommended price was taken.
    Accepted,
    /// Another price was taken instead.
    Edited,
    /// It was left.
    Dismissed,
}

impl Choice {
    const ALL: [Self; 3] = [Self::Accepted, Self::Edited, Self::Dismissed];

    fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Edited => "edited",
            Self::Dismissed => "dismissed",
        }
    }
}

/// A choice that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The SKU.
    pub sku_id: SkuId,
    /// The choice.
    pub choice: Choice,
    /// The price that was taken.
    pub price: Option<Money>,
    /// When.
    pub at: Instant,
}

/// All choices in a campaign, in the order of the SKUs' ids.
pub fn of_campaign(view: &View<'_>, campaign: &CampaignId) -> Result<Vec<Chosen>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT sku_id, choice, price, chosen_at FROM recommendation_choice \
         WHERE campaign_id = ?1 ORDER BY sku_id",
    )?;
    let mut rows = select.query([campaign.as_str()])?;
    let mut chosen = Vec::new();
    while let Some(row) = rows.next()? {
        let word = text(row, 1)?;
        chosen.push(Chosen {
            sku_id: SkuId::new(text(row, 0)?),
            choice: Choice::ALL
                .into_iter()
                .find(|choice| choice.word() == word)
                .ok_or_else(|| StoreError::unreadable("choice", word))?,
            price: read_money_opt(row, 2, currency)?,
            at: read_instant(row, 3)?,
        });
    }
    Ok(chosen)
}

/// Keeps a choice; an earlier one for the SKU is replaced.
pub fn save(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    sku: &SkuId,
    choice: Choice,
    price: Option<Money>,
) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO recommendation_choice (campaign_id, sku_id, choice, price, chosen_at) \
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (campaign_id, sku_id) \
         DO UPDATE SET choice = ?3, price = ?4, chosen_at = ?5",
    )?
    .execute(params![
        campaign.as_str(),
        sku.as_str(),
        choice.word(),
        minor_opt("the chosen price", price, tx.currency()?)?,
        instant_text(tx.now()),
    ])?;
    Ok(())
}
