//! Lists of registered products, and how many stand where.

use super::{COLUMNS, WIDTH, read};
use crate::error::StoreError;
use crate::product::pattern;
use crate::values::{parse_word, text, word};
use crate::view::View;
use rusqlite::{Row, named_params};
use seller_domain::partner_campaign::{JoinedProduct, JoinedStateKind};
use seller_domain::{PartnerCampaignId, ProductId};
use std::collections::HashMap;

/// Which products. Everything named has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this campaign.
    pub campaign_id: Option<PartnerCampaignId>,
    /// Only in this state.
    pub state: Option<JoinedStateKind>,
    /// Part of a title or an id; taken literally; empty: all.
    pub text: String,
}

/// A product in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The product.
    pub product: JoinedProduct,
    /// Its title.
    pub title: String,
    /// The campaign's name.
    pub campaign: String,
}

/// Products of a campaign, or of all, by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Under review.
    pub pending: u32,
    /// Taken.
    pub approved: u32,
    /// Not taken.
    pub rejected: u32,
    /// Waiting for consent to their closing.
    pub pending_closed: u32,
    /// Closed.
    pub closed: u32,
    /// Samples that are set.
    pub samples_set: u64,
    /// Samples that are approved.
    pub samples_approved: u64,
}

impl Tally {
    /// All products.
    pub fn total(&self) -> u32 {
        self.pending + self.approved + self.rejected + self.pending_closed + self.closed
    }
}

const FROM: &str = "FROM partner_product pp JOIN product p ON p.id = pp.product_id \
     JOIN partner_campaign c ON c.id = pp.campaign_id \
     WHERE (:campaign IS NULL OR pp.campaign_id = :campaign) \
     AND (:state IS NULL OR pp.state = :state) \
     AND (:text IS NULL OR p.title LIKE :text ESCAPE '\\' OR p.id LIKE :text ESCAPE '\\')";

/// What the placeholders of [`FROM`] stand for.
struct Wanted {
    campaign: Option<String>,
    state: Option<String>,
    text: Option<String>,
}

impl Wanted {
    fn of(filter: &Filter) -> Result<Self, StoreError> {
        Ok(Self {
            campaign: filter.campaign_id.as_ref().map(ToString::to_string),
            state: filter
                .state
                .map(|state| word("state of a product", &state))
                .transpose()?,
            text: pattern(&filter.text),
        })
    }
}

/// A part of the products that `filter` lets through: the last submitted first.
pub fn page(
    view: &View<'_>,
    filter: &Filter,
    (offset, limit): (u32, u32),
) -> Result<Vec<Listed>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS}, p.title, c.name {FROM} \
         ORDER BY pp.submitted_at DESC, pp.campaign_id, pp.product_id \
         LIMIT :limit OFFSET :offset"
    ))?;
    let wanted = Wanted::of(filter)?;
    let mut rows = select.query(named_params! {
        ":campaign": wanted.campaign, ":state": wanted.state, ":text": wanted.text,
        ":limit": limit, ":offset": offset,
    })?;
    let mut listed = Vec::new();
    while let Some(row) = rows.next()? {
        listed.push(Listed {
            product: read(row)?,
            title: row.get(WIDTH)?,
            campaign: row.get(WIDTH + 1)?,
        });
    }
    Ok(listed)
}

/// How many products `filter` lets through.
pub fn count(view: &View<'_>, filter: &Filter) -> Result<u32, StoreError> {
    let wanted = Wanted::of(filter)?;
    Ok(view
        .statement(&format!("SELECT count(*) {FROM}"))?
        .query_row(
            named_params! {
                ":campaign": wanted.campaign, ":state": wanted.state, ":text": wanted.text,
            },
            |row| row.get(0),
        )?)
}

/// The products of one campaign that `filter` lets through, in the order of their ids.
pub fn ids(view: &View<'_>, filter: &Filter) -> Result<Vec<ProductId>, StoreError> {
    let wanted = Wanted::of(filter)?;
    let mut select = view.statement(&format!(
        "SELECT pp.product_id {FROM} ORDER BY pp.product_id"
    ))?;
    let found = select.query_map(
        named_params! {
            ":campaign": wanted.campaign, ":state": wanted.state, ":text": wanted.text,
        },
        |row| row.get::<_, String>(0),
    )?;
    found.map(|id| Ok(ProductId::from(id?))).collect()
}

/// The products of a campaign by state.
pub fn tally(view: &View<'_>, campaign: &PartnerCampaignId) -> Result<Tally, StoreError> {
    Ok(tallies(view)?.remove(campaign).unwrap_or_default())
}

/// The products of every campaign that has any, by state.
pub fn tallies(view: &View<'_>) -> Result<HashMap<PartnerCampaignId, Tally>, StoreError> {
    let mut select = view.statement(
        "SELECT campaign_id, state, count(*), sum(samples_set), sum(samples_approved) \
         FROM partner_product GROUP BY campaign_id, state",
    )?;
    let mut rows = select.query([])?;
    let mut tallies: HashMap<PartnerCampaignId, Tally> = HashMap::new();
    while let Some(row) = rows.next()? {
        let tally = tallies
            .entry(PartnerCampaignId::new(text(row, 0)?))
            .or_default();
        let products: u32 = row.get(2)?;
        match parse_word("state of a product", text(row, 1)?)? {
            JoinedStateKind::Pending => tally.pending = products,
            JoinedStateKind::Approved => tally.approved = products,
            JoinedStateKind::Rejected => tally.rejected = products,
            JoinedStateKind::PendingClosed => tally.pending_closed = products,
            JoinedStateKind::Closed => tally.closed = products,
        }
        tally.samples_set += samples(row, 3)?;
        tally.samples_approved += samples(row, 4)?;
    }
    Ok(tallies)
}

/// A sum of samples, which the file keeps from 0 on.
fn samples(row: &Row<'_>, column: usize) -> Result<u64, StoreError> {
    let sum: i64 = row.get(column)?;
    u64::try_from(sum).map_err(|_| StoreError::unreadable("number of samples", sum))
}
