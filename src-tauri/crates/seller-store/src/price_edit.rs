//! Requests to change registered prices (RG-16).

use crate::error::StoreError;
use crate::registration_sku::set_price;
use crate::values::{
    instant_text, minor, opt_text, read_instant, read_instant_opt, read_money, text,
};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::registration::{Decision, Request, WantedPrices};
use seller_domain::{CampaignId, Currency, Instant, Money, ProductId, SkuId};
use seller_rulebook::Accepted;

/// A request to change the price of one SKU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceEdit {
    /// Its id.
    pub id: String,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The registered price.
    pub from: Money,
    /// The wanted price.
    pub to: Money,
    /// Where the request stands.
    pub request: Request,
}

const SELECT: &str = "SELECT requested_at, decided_at, decision, reason, id, campaign_id, \
     product_id, sku_id, from_price, to_price FROM price_edit";

/// `requested_at, decided_at, decision, reason` from column 0 on.
pub(crate) fn read_request(row: &Row<'_>) -> Result<Request, StoreError> {
    Ok(Request {
        requested_at: read_instant(row, 0)?,
        decided_at: read_instant_opt(row, 1)?,
        decision: match text(row, 2)? {
            "open" => Decision::Open,
            "approved" => Decision::Approved,
            "refused" => Decision::Refused {
                reason: opt_text(row, 3)?.unwrap_or_default().to_owned(),
            },
            other => return Err(StoreError::unreadable("decision", other)),
        },
    })
}

pub(crate) fn decision_words(decision: &Decision) -> (&'static str, Option<&str>) {
    match decision {
        Decision::Open => ("open", None),
        Decision::Approved => ("approved", None),
        Decision::Refused { reason } => ("refused", Some(reason)),
    }
}

fn read(row: &Row<'_>, currency: Currency) -> Result<PriceEdit, StoreError> {
    Ok(PriceEdit {
        request: read_request(row)?,
        id: row.get(4)?,
        campaign_id: CampaignId::new(text(row, 5)?),
        product_id: ProductId::new(text(row, 6)?),
        sku_id: SkuId::new(text(row, 7)?),
        from: read_money(row, 8, currency)?,
        to: read_money(row, 9, currency)?,
    })
}

fn list(view: &View<'_>, which: &str, key: &[&str]) -> Result<Vec<PriceEdit>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!("{SELECT} WHERE {which}"))?;
    let mut rows = select.query(rusqlite::params_from_iter(key))?;
    let mut edits = Vec::new();
    while let Some(row) = rows.next()? {
        edits.push(read(row, currency)?);
    }
    Ok(edits)
}

/// The requests for a product of a campaign, the newest first.
pub fn of_product(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Vec<PriceEdit>, StoreError> {
    list(
        view,
        "campaign_id = ?1 AND product_id = ?2 ORDER BY requested_at DESC, id DESC",
        &[campaign.as_str(), product.as_str()],
    )
}

/// All requests that the platform has not decided, the oldest first.
pub fn open(view: &View<'_>) -> Result<Vec<PriceEdit>, StoreError> {
    list(view, "decision = 'open' ORDER BY requested_at, id", &[])
}

/// The request with this id.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &str) -> Result<PriceEdit, StoreError> {
    list(view, "id = ?1", &[id])?
        .pop()
        .ok_or_else(|| StoreError::absent("price request", id))
}

/// Records a request for every SKU of `accepted`, in its order; `name` gives their ids. One SKU
/// of a campaign has one open request at a time: a new one takes the place of an open one.
///
/// # Errors
/// [`StoreError::Absent`] for a SKU that is not registered.
pub fn insert(
    tx: &Tx<'_>,
    accepted: &Accepted<WantedPrices>,
    mut name: impl FnMut() -> String,
) -> Result<Vec<PriceEdit>, StoreError> {
    let wanted = accepted.get();
    let record = |(sku, to): &(SkuId, Money)| insert_one(tx, &name(), wanted, sku, *to);
    wanted.prices.iter().map(record).collect()
}

fn insert_one(
    tx: &Tx<'_>,
    id: &str,
    wanted: &WantedPrices,
    sku: &SkuId,
    to: Money,
) -> Result<PriceEdit, StoreError> {
    let (campaign, product) = (&wanted.campaign_id, &wanted.product_id);
    let currency = tx.currency()?;
    let (number, from) = {
        let mut select = tx.statement(
            "SELECT rs.number, rs.campaign_price FROM registration_product rp \
             JOIN registration_sku rs ON rs.product_id = rp.product_id \
               AND rs.number = rp.number AND rs.sku_id = ?3 \
             WHERE rp.campaign_id = ?1 AND rp.product_id = ?2 AND rp.latest = 1",
        )?;
        let mut rows = select.query([campaign.as_str(), product.as_str(), sku.as_str()])?;
        let row = rows
            .next()?
            .ok_or_else(|| StoreError::absent("registered SKU", sku))?;
        (row.get::<_, i64>(0)?, read_money(row, 1, currency)?)
    };
    tx.statement(
        "DELETE FROM price_edit WHERE campaign_id = ?1 AND sku_id = ?2 AND decision = 'open'",
    )?
    .execute([campaign.as_str(), sku.as_str()])?;
    tx.statement(
        "INSERT INTO price_edit (id, campaign_id, product_id, sku_id, number, from_price, \
         to_price, requested_at, decision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'open')",
    )?
    .execute(params![
        id,
        campaign.as_str(),
        product.as_str(),
        sku.as_str(),
        number,
        minor("the registered price", from, currency)?,
        minor("the wanted price", to, currency)?,
        instant_text(tx.now()),
    ])?;
    require(tx, id)
}

/// Records what the platform decided at the moment `at`; an approved price is in force from then
/// on.
pub fn decide(
    tx: &Tx<'_>,
    id: &str,
    decision: &Decision,
    at: Instant,
) -> Result<PriceEdit, StoreError> {
    let edit = require(tx, id)?;
    let (word, reason) = decision_words(decision);
    tx.statement(
        "UPDATE price_edit SET decision = ?2, reason = ?3, decided_at = ?4 WHERE id = ?1",
    )?
    .execute(params![
        id,
        word,
        reason,
        (*decision != Decision::Open).then(|| instant_text(at)),
    ])?;
    if *decision == Decision::Approved {
        let number = tx
            .statement("SELECT number FROM price_edit WHERE id = ?1")?
            .query_row([id], |row| row.get(0))?;
        set_price(tx, number, &edit.product_id, &edit.sku_id, edit.to)?;
    }
    require(tx, id)
}
