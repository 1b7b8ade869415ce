//! What the shop has in a campaign, SKU by SKU: registered, or planned in the open draft.

use crate::error::StoreError;
use crate::registration_product::LIVE;
use crate::values::{opt_text, read_exact_opt, read_money_opt, text};
use crate::view::View;
use rusqlite::params;
use seller_domain::{CampaignId, Money, ProductId, SkuId};

/// Where a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A product that holds a place in the campaign: pending, registered, or in SKU error.
    Registered,
    /// The registration that is being prepared.
    Planned,
}

/// A SKU in a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignRow {
    /// The product.
    pub product_id: ProductId,
    /// Its title; empty where the catalogue does not know it.
    pub title: String,
    /// The SKU.
    pub sku_id: SkuId,
    /// Its variation; empty where there is none, or it is not known.
    pub variation: String,
    /// Its campaign price; none while none is entered.
    pub price: Option<Money>,
}

const REGISTERED: &str = "FROM registration_product rp \
     JOIN registration_sku line ON line.product_id = rp.product_id AND line.number = rp.number";
const PLANNED: &str = "FROM draft JOIN draft_sku line ON line.draft_id = draft.id";
const CATALOGUE: &str = "LEFT JOIN product ON product.id = line.product_id \
     LEFT JOIN sku ON sku.product_id = line.product_id AND sku.id = line.sku_id";

impl Origin {
    /// Both of them, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::Registered, Self::Planned];

    fn from(self) -> &'static str {
        match self {
            Self::Registered => REGISTERED,
            Self::Planned => PLANNED,
        }
    }

    fn which(self) -> String {
        match self {
            Self::Registered => {
                format!("WHERE rp.campaign_id = ?1 AND rp.latest = 1 AND rp.state IN {LIVE}")
            }
            Self::Planned => "WHERE draft.campaign_id = ?1 AND draft.state = 'open' \
                 AND line.included = 1"
                .to_owned(),
        }
    }
}

/// How many SKUs of this origin a campaign has.
pub fn count(view: &View<'_>, campaign: &CampaignId, origin: Origin) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT count(*) {} {}",
        origin.from(),
        origin.which()
    ))?;
    Ok(select.query_row([campaign.as_str()], |row| row.get(0))?)
}

/// A page of them, by product and SKU.
pub fn page(
    view: &View<'_>,
    campaign: &CampaignId,
    origin: Origin,
    (offset, limit): (u32, u32),
) -> Result<Vec<CampaignRow>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT line.product_id, product.title, line.sku_id, sku.variation, line.campaign_price \
         {} {CATALOGUE} {} ORDER BY line.product_id, line.sku_id LIMIT ?3 OFFSET ?2",
        origin.from(),
        origin.which()
    ))?;
    let mut rows = select.query(params![campaign.as_str(), offset, limit])?;
    let mut page = Vec::new();
    while let Some(row) = rows.next()? {
        page.push(CampaignRow {
            product_id: ProductId::new(text(row, 0)?),
            title: opt_text(row, 1)?.unwrap_or_default().to_owned(),
            sku_id: SkuId::new(text(row, 2)?),
            variation: opt_text(row, 3)?.unwrap_or_default().to_owned(),
            price: match origin {
                Origin::Registered => read_money_opt(row, 4, currency)?,
                Origin::Planned => read_exact_opt(row, 4, currency)?,
            },
        });
    }
    Ok(page)
}
