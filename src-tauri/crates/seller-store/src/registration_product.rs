//! Submitted products and where they stand.

use crate::draft_rows::read_tier;
use crate::error::StoreError;
use crate::product::pattern;
use crate::values::{instant_text, json, opt_text, parse_json, read_instant, read_money_opt, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::campaign::Tier;
use seller_domain::registration::{ProductState, SkuErrorReason};
use seller_domain::{CampaignId, Instant, Money, ProductId};

pub(crate) fn state_word(state: &ProductState) -> &'static str {
    match state {
        ProductState::Pending => "pending",
        ProductState::Registered => "registered",
        ProductState::Rejected { .. } => "rejected",
        ProductState::SkuError { .. } => "sku_error",
        ProductState::Withdrawn => "withdrawn",
    }
}

/// `state, reason, change` from column `at` on.
pub(crate) fn read_state(row: &Row<'_>, at: usize) -> Result<ProductState, StoreError> {
    let reason = || Ok::<_, StoreError>(opt_text(row, at + 1)?.unwrap_or_default().to_owned());
    Ok(match text(row, at)? {
        "pending" => ProductState::Pending,
        "registered" => ProductState::Registered,
        "rejected" => ProductState::Rejected { reason: reason()? },
        "sku_error" => ProductState::SkuError {
            reason: match opt_text(row, at + 2)? {
                Some(change) => SkuErrorReason::Changed {
                    change: parse_json("change of a product", change)?,
                },
                None => reason()?.into(),
            },
        },
        "withdrawn" => ProductState::Withdrawn,
        other => return Err(StoreError::unreadable("state of a product", other)),
    })
}

/// The states in which a product holds its place, its stock and its price.
pub(crate) const LIVE: &str = "('pending', 'registered', 'sku_error')";

/// A submitted product in a list. Of a product that was registered again only
/// the latest registration is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The product.
    pub product_id: ProductId,
    /// Its title in the catalogue.
    pub title: String,
    /// The registration it belongs to.
    pub number: i64,
    /// Its tier.
    pub tier: Tier,
    /// Where it stands.
    pub state: ProductState,
    /// Since when it stands there.
    pub state_since: Instant,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// SKUs in it.
    pub skus: u32,
    /// The lowest and the highest campaign price.
    pub prices: Option<(Money, Money)>,
    /// Requests of the seller that the platform has not decided.
    pub open_requests: u32,
}

/// Which submitted products a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those of this campaign.
    pub campaign_id: Option<CampaignId>,
    /// Only this product.
    pub product_id: Option<ProductId>,
    /// Only those in this state; its reason does not matter.
    pub state: Option<ProductState>,
    /// Text in the title or in the id. Taken literally; empty finds all.
    pub text: String,
}

const FROM: &str = "FROM registration_product rp JOIN product ON product.id = rp.product_id \
     WHERE rp.latest = 1 AND (?1 IS NULL OR rp.campaign_id = ?1) \
     AND (?2 IS NULL OR rp.product_id = ?2) AND (?3 IS NULL OR rp.state = ?3) \
     AND (?4 IS NULL OR product.title LIKE ?4 ESCAPE '\\' OR product.id LIKE ?4 ESCAPE '\\')";

/// A page of submitted products, by campaign and product.
pub fn page(
    view: &View<'_>,
    filter: &Filter,
    offset: u32,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "WITH shown AS (SELECT rp.*, product.title {FROM} \
           ORDER BY rp.campaign_id, rp.product_id LIMIT ?6 OFFSET ?5) \
         SELECT campaign_id, product_id, title, number, tier, state, reason, change, state_since, \
           (SELECT submitted_at FROM registration r WHERE r.number = shown.number), \
           (SELECT count(*) FROM registration_sku rs \
              WHERE rs.product_id = shown.product_id AND rs.number = shown.number), \
           (SELECT min(campaign_price) FROM registration_sku rs \
              WHERE rs.product_id = shown.product_id AND rs.number = shown.number), \
           (SELECT max(campaign_price) FROM registration_sku rs \
              WHERE rs.product_id = shown.product_id AND rs.number = shown.number), \
           (SELECT count(*) FROM price_edit e WHERE e.campaign_id = shown.campaign_id \
              AND e.product_id = shown.product_id AND e.decision = 'open') \
           + (SELECT count(*) FROM withdrawal_product wp JOIN withdrawal w \
              ON w.id = wp.withdrawal_id WHERE wp.product_id = shown.product_id \
              AND wp.number = shown.number AND w.decision = 'open') \
         FROM shown ORDER BY campaign_id, product_id"
    ))?;
    let mut rows = select.query(params![
        filter.campaign_id.as_ref().map(CampaignId::as_str),
        filter.product_id.as_ref().map(ProductId::as_str),
        filter.state.as_ref().map(state_word),
        pattern(&filter.text),
        offset,
        limit,
    ])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(Line {
            campaign_id: CampaignId::new(text(row, 0)?),
            product_id: ProductId::new(text(row, 1)?),
            title: row.get(2)?,
            number: row.get(3)?,
            tier: read_tier(text(row, 4)?)?,
            state: read_state(row, 5)?,
            state_since: read_instant(row, 8)?,
            submitted_at: read_instant(row, 9)?,
            skus: row.get(10)?,
            prices: read_money_opt(row, 11, currency)?.zip(read_money_opt(row, 12, currency)?),
            open_requests: row.get(13)?,
        });
    }
    Ok(lines)
}

/// How many submitted products `filter` lets through.
pub fn count(view: &View<'_>, filter: &Filter) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!("SELECT count(*) {FROM}"))?;
    Ok(select.query_row(
        params![
            filter.campaign_id.as_ref().map(CampaignId::as_str),
            filter.product_id.as_ref().map(ProductId::as_str),
            filter.state.as_ref().map(state_word),
            pattern(&filter.text),
        ],
        |row| row.get(0),
    )?)
}

/// How many products hold a place in a campaign.
pub fn live_in(view: &View<'_>, campaign: &CampaignId) -> Result<u32, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT count(*) FROM registration_product \
         WHERE campaign_id = ?1 AND latest = 1 AND state IN {LIVE}"
    ))?;
    Ok(select.query_row([campaign.as_str()], |row| row.get(0))?)
}

/// How many products the platform has accepted into a campaign: those that are pending hold
/// their place and are not among them.
pub fn accepted_in(view: &View<'_>, campaign: &CampaignId) -> Result<u32, StoreError> {
    let mut select = view.statement(
        "SELECT count(*) FROM registration_product \
         WHERE campaign_id = ?1 AND latest = 1 AND state IN ('registered', 'sku_error')",
    )?;
    Ok(select.query_row([campaign.as_str()], |row| row.get(0))?)
}

/// Where a product stands in a campaign; none if it was never submitted.
pub fn state(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Option<ProductState>, StoreError> {
    let mut select = view.statement(
        "SELECT state, reason, change FROM registration_product \
         WHERE campaign_id = ?1 AND product_id = ?2 AND latest = 1",
    )?;
    let mut rows = select.query([campaign.as_str(), product.as_str()])?;
    rows.next()?.map(|row| read_state(row, 0)).transpose()
}

/// Moves products of a campaign into a state: the platform's decision or a SKU
/// error. Returns how many were submitted and stood elsewhere.
pub fn set_state(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    products: &[ProductId],
    state: &ProductState,
) -> Result<usize, StoreError> {
    let (reason, change) = match state {
        ProductState::Rejected { reason: text }
        | ProductState::SkuError {
            reason: SkuErrorReason::Stated { text },
        } => (Some(text), None),
        ProductState::SkuError {
            reason: SkuErrorReason::Changed { change },
        } => (None, Some(json("change of a product", change)?)),
        ProductState::Pending | ProductState::Registered | ProductState::Withdrawn => (None, None),
    };
    let mut update = tx.statement(
        "UPDATE registration_product SET state = ?3, reason = ?4, change = ?6, state_since = ?5 \
         WHERE campaign_id = ?1 AND product_id = ?2 AND latest = 1 \
         AND (state <> ?3 OR reason IS NOT ?4 OR change IS NOT ?6)",
    )?;
    let mut changed = 0;
    for product in products {
        changed += update.execute(params![
            campaign.as_str(),
            product.as_str(),
            state_word(state),
            reason,
            instant_text(tx.now()),
            change,
        ])?;
    }
    Ok(changed)
}

/// Takes out what a withdrawal covers, since the moment of its approval: the registrations that it
/// was asked for, while they hold their places. One that was rejected meanwhile stays rejected, and
/// a later registration of the same product stays in.
pub(crate) fn withdraw(tx: &Tx<'_>, withdrawal: &str, since: Instant) -> Result<(), StoreError> {
    tx.statement(&format!(
        "UPDATE registration_product \
         SET state = 'withdrawn', reason = NULL, change = NULL, state_since = ?2 \
         WHERE (product_id, number) IN \
           (SELECT product_id, number FROM withdrawal_product WHERE withdrawal_id = ?1) \
         AND state IN {LIVE}"
    ))?
    .execute(params![withdrawal, instant_text(since)])?;
    Ok(())
}

/// The products of a campaign in a state, in the order of their ids; the
/// state's reason does not matter.
pub fn in_state(
    view: &View<'_>,
    campaign: &CampaignId,
    state: &ProductState,
) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id FROM registration_product \
         WHERE campaign_id = ?1 AND latest = 1 AND state = ?2 ORDER BY product_id",
    )?;
    let mut rows = select.query([campaign.as_str(), state_word(state)])?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        products.push(ProductId::new(text(row, 0)?));
    }
    Ok(products)
}

/// The campaigns in which a product holds a place: what a change of the
/// catalogue has to look at (RG-19, RG-20).
pub fn live_campaigns(view: &View<'_>, product: &ProductId) -> Result<Vec<CampaignId>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT campaign_id FROM registration_product \
         WHERE product_id = ?1 AND latest = 1 AND state IN {LIVE} ORDER BY campaign_id"
    ))?;
    let mut rows = select.query([product.as_str()])?;
    let mut campaigns = Vec::new();
    while let Some(row) = rows.next()? {
        campaigns.push(CampaignId::new(text(row, 0)?));
    }
    Ok(campaigns)
}
