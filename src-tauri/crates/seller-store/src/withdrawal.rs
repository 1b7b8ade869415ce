//! Withdrawals: a product, a whole campaign, or the extra discount only (RG-18).

use crate::error::StoreError;
use crate::price_edit::{decision_words, read_request};
use crate::registration_product::{self, LIVE};
use crate::registration_sku::clear_extra_discount;
use crate::values::{instant_text, parse_word, text, word};
use crate::view::{Tx, View};
use rusqlite::{OptionalExtension, Row, params};
use seller_domain::registration::{Decision, Request, WithdrawalScope};
use seller_domain::{CampaignId, Instant, ProductId};

/// A withdrawal that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Its id.
    pub id: String,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// What is withdrawn.
    pub scope: WithdrawalScope,
    /// The products it covers.
    pub products: Vec<ProductId>,
    /// Where the request stands.
    pub request: Request,
}

const SELECT: &str =
    "SELECT requested_at, decided_at, decision, reason, id, campaign_id, scope FROM withdrawal";

fn read(view: &View<'_>, row: &Row<'_>) -> Result<Withdrawal, StoreError> {
    let id: String = row.get(4)?;
    Ok(Withdrawal {
        request: read_request(row)?,
        campaign_id: CampaignId::new(text(row, 5)?),
        scope: parse_word("scope of a withdrawal", text(row, 6)?)?,
        products: products(view, &id)?,
        id,
    })
}

fn products(view: &View<'_>, id: &str) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id FROM withdrawal_product WHERE withdrawal_id = ?1 ORDER BY product_id",
    )?;
    let mut rows = select.query([id])?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        products.push(ProductId::new(text(row, 0)?));
    }
    Ok(products)
}

fn list(view: &View<'_>, which: &str, key: &[&str]) -> Result<Vec<Withdrawal>, StoreError> {
    let mut select = view.statement(&format!("{SELECT} WHERE {which}"))?;
    let mut rows = select.query(rusqlite::params_from_iter(key))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(view, row)?);
    }
    Ok(found)
}

/// The withdrawals that cover a product of a campaign, the newest first.
pub fn of_product(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Vec<Withdrawal>, StoreError> {
    list(
        view,
        "campaign_id = ?1 AND id IN (SELECT withdrawal_id FROM withdrawal_product \
         WHERE product_id = ?2) ORDER BY requested_at DESC, id DESC",
        &[campaign.as_str(), product.as_str()],
    )
}

/// All withdrawals that the platform has not decided, the oldest first. Of their products those are
/// named that were not registered anew since: only them the request still takes out.
pub fn open(view: &View<'_>) -> Result<Vec<Withdrawal>, StoreError> {
    let mut open = list(view, "decision = 'open' ORDER BY requested_at, id", &[])?;
    let mut latest = view.statement(
        "SELECT 1 FROM withdrawal_product wp \
         JOIN registration_product rp ON rp.product_id = wp.product_id AND rp.number = wp.number \
         WHERE wp.withdrawal_id = ?1 AND wp.product_id = ?2 AND rp.latest = 1",
    )?;
    for withdrawal in &mut open {
        let mut kept = Vec::with_capacity(withdrawal.products.len());
        for product in withdrawal.products.drain(..) {
            if latest.exists([withdrawal.id.as_str(), product.as_str()])? {
                kept.push(product);
            }
        }
        withdrawal.products = kept;
    }
    Ok(open)
}

/// The withdrawal with this id.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(view: &View<'_>, id: &str) -> Result<Withdrawal, StoreError> {
    list(view, "id = ?1", &[id])?
        .pop()
        .ok_or_else(|| StoreError::absent("withdrawal", id))
}

/// Records a request. For the scope *campaign* it covers all products that
/// hold a place; otherwise the given ones.
///
/// # Errors
/// [`StoreError::Absent`] for a product that holds no place in the campaign,
/// and where nothing would be withdrawn.
pub fn insert(
    tx: &Tx<'_>,
    id: &str,
    campaign: &CampaignId,
    scope: WithdrawalScope,
    products: &[ProductId],
) -> Result<Withdrawal, StoreError> {
    let covered = match scope {
        WithdrawalScope::Campaign => live_products(tx, campaign)?,
        WithdrawalScope::Product | WithdrawalScope::ExtraDiscount => products.to_vec(),
    };
    if covered.is_empty() {
        return Err(StoreError::absent(
            "registered product in campaign",
            campaign,
        ));
    }
    tx.statement(
        "INSERT INTO withdrawal (id, campaign_id, scope, requested_at, decision) \
         VALUES (?1, ?2, ?3, ?4, 'open')",
    )?
    .execute(params![
        id,
        campaign.as_str(),
        word("scope of a withdrawal", &scope)?,
        instant_text(tx.now()),
    ])?;
    let mut number = tx.statement(&format!(
        "SELECT number FROM registration_product \
         WHERE campaign_id = ?1 AND product_id = ?2 AND latest = 1 AND state IN {LIVE}"
    ))?;
    let mut cover = tx.statement(
        "INSERT INTO withdrawal_product (withdrawal_id, product_id, number) VALUES (?1, ?2, ?3)",
    )?;
    for product in &covered {
        let number: i64 = number
            .query_row([campaign.as_str(), product.as_str()], |row| row.get(0))
            .optional()?
            .ok_or_else(|| StoreError::absent("registered product", product))?;
        cover.execute(params![id, product.as_str(), number])?;
    }
    require(tx, id)
}

fn live_products(view: &View<'_>, campaign: &CampaignId) -> Result<Vec<ProductId>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT product_id FROM registration_product \
         WHERE campaign_id = ?1 AND latest = 1 AND state IN {LIVE} ORDER BY product_id"
    ))?;
    let mut rows = select.query([campaign.as_str()])?;
    let mut products = Vec::new();
    while let Some(row) = rows.next()? {
        products.push(ProductId::new(text(row, 0)?));
    }
    Ok(products)
}

/// Records what the platform decided at the moment `at`. An approved withdrawal takes its products
/// out from then on, or only their extra discount.
pub fn decide(
    tx: &Tx<'_>,
    id: &str,
    decision: &Decision,
    at: Instant,
) -> Result<Withdrawal, StoreError> {
    let withdrawal = require(tx, id)?;
    let (word, reason) = decision_words(decision);
    tx.statement(
        "UPDATE withdrawal SET decision = ?2, reason = ?3, decided_at = ?4 WHERE id = ?1",
    )?
    .execute(params![
        id,
        word,
        reason,
        (*decision != Decision::Open).then(|| instant_text(at)),
    ])?;
    if *decision == Decision::Approved {
        carry_out(tx, &withdrawal, at)?;
    }
    require(tx, id)
}

fn carry_out(tx: &Tx<'_>, withdrawal: &Withdrawal, at: Instant) -> Result<(), StoreError> {
    match withdrawal.scope {
        WithdrawalScope::Product | WithdrawalScope::Campaign => {
            registration_product::withdraw(tx, &withdrawal.id, at)?;
        }
        WithdrawalScope::ExtraDiscount => {
            let mut number = tx.statement(
                "SELECT number FROM withdrawal_product \
                 WHERE withdrawal_id = ?1 AND product_id = ?2",
            )?;
            for product in &withdrawal.products {
                let number = number
                    .query_row([withdrawal.id.as_str(), product.as_str()], |row| row.get(0))?;
                clear_extra_discount(tx, number, product)?;
            }
        }
    }
    Ok(())
}
