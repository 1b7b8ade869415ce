//! Products that were registered with partner campaigns, and what became of them (AF-03 … AF-08).

mod events;
mod list;

pub use events::{Act, Event, of_product as events};
pub use list::{Filter, Listed, Tally, count, ids, page, tallies, tally};

use crate::error::StoreError;
use crate::values::{
    instant_text, json, opt_text, parse_word, points, read_instant, read_instant_opt,
    read_money_opt, read_percent, text, word,
};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::{
    Contact, JoinedProduct, JoinedState, JoinedStateKind, Joining, SampleCosts, Samples,
};
use seller_domain::{Currency, Instant, PartnerCampaignId, ProductId};
use seller_rulebook::{Accepted, PartnerProductFacts};
use std::collections::{HashMap, HashSet};

/// In the order that [`read`] expects; the table is called `pp`.
const COLUMNS: &str = "pp.campaign_id, pp.product_id, pp.rate, pp.samples_set, \
     pp.samples_approved, pp.state, pp.reason, pp.submitted_at, pp.decided_at";

/// How many columns those are.
const WIDTH: usize = 9;

fn read(row: &Row<'_>) -> Result<JoinedProduct, StoreError> {
    Ok(JoinedProduct {
        campaign_id: PartnerCampaignId::new(text(row, 0)?),
        product_id: ProductId::new(text(row, 1)?),
        rate: read_percent(row, 2)?,
        samples: Samples {
            set: row.get(3)?,
            approved: row.get(4)?,
        },
        state: state(
            parse_word("state of a product", text(row, 5)?)?,
            opt_text(row, 6)?,
        ),
        submitted_at: read_instant(row, 7)?,
        decided_at: read_instant_opt(row, 8)?,
    })
}

fn state(kind: JoinedStateKind, reason: Option<&str>) -> JoinedState {
    match kind {
        JoinedStateKind::Pending => JoinedState::Pending,
        JoinedStateKind::Approved => JoinedState::Approved,
        JoinedStateKind::Rejected => JoinedState::Rejected {
            reason: reason.unwrap_or_default().to_owned(),
        },
        JoinedStateKind::PendingClosed => JoinedState::PendingClosed,
        JoinedStateKind::Closed => JoinedState::Closed,
    }
}

/// The product of a campaign.
pub fn find(
    view: &View<'_>,
    campaign: &PartnerCampaignId,
    product: &ProductId,
) -> Result<Option<JoinedProduct>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} FROM partner_product pp WHERE campaign_id = ?1 AND product_id = ?2"
    ))?;
    let mut rows = select.query([campaign.as_str(), product.as_str()])?;
    rows.next()?.map(read).transpose()
}

/// The product of a campaign, which has to be there.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn require(
    view: &View<'_>,
    campaign: &PartnerCampaignId,
    product: &ProductId,
) -> Result<JoinedProduct, StoreError> {
    find(view, campaign, product)?.ok_or_else(|| StoreError::absent("registered product", product))
}

/// What the rules want to know of a product, beside a campaign if there is one; none where the
/// catalogue does not have it.
pub fn facts(
    view: &View<'_>,
    campaign: Option<&PartnerCampaignId>,
    product: &ProductId,
) -> Result<Option<PartnerProductFacts>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {FACTS} WHERE product.id = ?2 GROUP BY product.id"
    ))?;
    let campaign = campaign.map(PartnerCampaignId::as_str);
    let mut rows = select.query(params![campaign, product.as_str()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some(read_facts(row, currency)?))
}

/// The same of many products at once, of those that the catalogue has.
pub fn facts_of(
    view: &View<'_>,
    campaign: Option<&PartnerCampaignId>,
    products: &HashSet<&ProductId>,
) -> Result<HashMap<ProductId, PartnerProductFacts>, StoreError> {
    let mut found = HashMap::with_capacity(products.len());
    if products.len() <= SINGLY {
        for id in products {
            if let Some(known) = facts(view, campaign, id)? {
                found.insert((*id).clone(), known);
            }
        }
        return Ok(found);
    }
    let currency = view.currency()?;
    let mut select = view.statement(&format!("SELECT {FACTS} GROUP BY product.id"))?;
    let mut rows = select.query(params![campaign.map(PartnerCampaignId::as_str)])?;
    while let Some(row) = rows.next()? {
        let id = ProductId::new(text(row, 0)?);
        if products.contains(&id) {
            found.insert(id, read_facts(row, currency)?);
        }
    }
    Ok(found)
}

/// So many products are looked up one by one; more are found in one pass over the catalogue.
const SINGLY: usize = 500;

/// In the order that [`read_facts`] expects; `?1` is the campaign.
const FACTS: &str = "product.id, product.active, min(sku.unit_cost), max(sku.unit_cost), \
     count(sku.id) - count(sku.unit_cost), \
     (SELECT state FROM partner_product WHERE campaign_id = ?1 AND product_id = product.id) \
     FROM product LEFT JOIN sku ON sku.product_id = product.id AND sku.removed = 0";

fn read_facts(row: &Row<'_>, currency: Currency) -> Result<PartnerProductFacts, StoreError> {
    let active: bool = row.get(1)?;
    let state = opt_text(row, 5)?;
    Ok(PartnerProductFacts {
        status: match active {
            true => ProductStatus::Active,
            false => ProductStatus::Inactive,
        },
        state: state
            .map(|state| parse_word("state of a product", state))
            .transpose()?,
        costs: SampleCosts {
            least: read_money_opt(row, 2, currency)?,
            most: read_money_opt(row, 3, currency)?,
            unknown: row.get(4)?,
        },
    })
}

/// How the partner reaches the seller, and when that was last submitted.
pub fn contact(
    view: &View<'_>,
    campaign: &PartnerCampaignId,
) -> Result<Option<(Contact, Instant)>, StoreError> {
    contact_where(view, "campaign_id = ?1", Some(campaign.as_str()))
}

/// The contact that was submitted last, with whatever campaign.
pub fn last_contact(view: &View<'_>) -> Result<Option<Contact>, StoreError> {
    Ok(contact_where(view, "?1 IS NULL", None)?.map(|(contact, _)| contact))
}

fn contact_where(
    view: &View<'_>,
    which: &str,
    key: Option<&str>,
) -> Result<Option<(Contact, Instant)>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT email, messenger, phone, submitted_at FROM partner_joining WHERE {which} \
         ORDER BY submitted_at DESC, campaign_id, number DESC LIMIT 1"
    ))?;
    let mut rows = select.query([key])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let contact = Contact {
        email: row.get(0)?,
        messenger: row.get(1)?,
        phone: row.get(2)?,
    };
    Ok(Some((contact, read_instant(row, 3)?)))
}

/// Stores a registration that the rulebook has accepted. Products that were rejected or closed
/// begin anew. Returns how many products were submitted.
///
/// # Errors
/// [`StoreError::StillRegistered`] for a product that is in; the rulebook says that first.
pub fn submit(tx: &Tx<'_>, accepted: &Accepted<Joining>) -> Result<u32, StoreError> {
    let joining = accepted.get();
    let count = u32::try_from(joining.products.len()).unwrap_or(u32::MAX);
    let number = add_joining(tx, accepted, count)?;
    for product in &joining.products {
        let before = find(tx, &product.campaign_id, &product.product_id)?;
        if let Some(before) = before.as_ref().filter(|before| before.state.is_in()) {
            return Err(StoreError::StillRegistered {
                product_id: product.product_id.to_string(),
                state: word("state of a product", &before.state.kind())?,
            });
        }
        put(tx, product, Some(number))?;
        if let Some(before) = before {
            events::add(tx, &before, Act::SubmittedAgain, std::iter::empty())?;
        }
    }
    Ok(count)
}

fn add_joining(tx: &Tx<'_>, accepted: &Accepted<Joining>, count: u32) -> Result<i64, StoreError> {
    let joining = accepted.get();
    let acknowledged: Vec<&str> = accepted.acknowledged().iter().copied().collect();
    let number = tx
        .statement(
            "SELECT coalesce(max(number), 0) + 1 FROM partner_joining WHERE campaign_id = ?1",
        )?
        .query_row([joining.campaign_id.as_str()], |row| row.get(0))?;
    tx.statement(
        "INSERT INTO partner_joining (campaign_id, number, submitted_at, email, messenger, phone, \
         acknowledged, product_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        joining.campaign_id.as_str(),
        number,
        instant_text(tx.now()),
        joining.contact.email,
        joining.contact.messenger,
        joining.contact.phone,
        json("acknowledged warnings", &acknowledged)?,
        count,
    ])?;
    Ok(number)
}

/// Stores what was done with a product, as the rulebook has accepted it. Returns whether it
/// changed anything.
///
/// # Errors
/// [`StoreError::Absent`].
pub fn update(
    tx: &Tx<'_>,
    accepted: &Accepted<JoinedProduct>,
    act: Act,
) -> Result<bool, StoreError> {
    let product = accepted.get();
    let before = require(tx, &product.campaign_id, &product.product_id)?;
    if before == *product {
        return Ok(false);
    }
    put(tx, product, None)?;
    events::add(tx, &before, act, accepted.acknowledged().iter().copied())?;
    Ok(true)
}

/// Writes the row of a product; without a `number` it keeps that of its joining.
fn put(tx: &Tx<'_>, product: &JoinedProduct, number: Option<i64>) -> Result<(), StoreError> {
    let reason = match &product.state {
        JoinedState::Rejected { reason } => Some(reason.as_str()),
        _ => None,
    };
    let written = match number {
        Some(_) => {
            "INSERT INTO partner_product (campaign_id, product_id, number, rate, samples_set, \
             samples_approved, state, reason, submitted_at, decided_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
             ON CONFLICT (campaign_id, product_id) DO UPDATE SET number = ?3, rate = ?4, \
             samples_set = ?5, samples_approved = ?6, state = ?7, reason = ?8, \
             submitted_at = ?9, decided_at = ?10"
        }
        None => {
            "UPDATE partner_product SET number = coalesce(?3, number), rate = ?4, \
             samples_set = ?5, samples_approved = ?6, state = ?7, reason = ?8, \
             submitted_at = ?9, decided_at = ?10 WHERE campaign_id = ?1 AND product_id = ?2"
        }
    };
    tx.statement(written)?.execute(params![
        product.campaign_id.as_str(),
        product.product_id.as_str(),
        number,
        points("the commission rate", product.rate)?,
        product.samples.set,
        product.samples.approved,
        word("state of a product", &product.state.kind())?,
        reason,
        instant_text(product.submitted_at),
        product.decided_at.map(instant_text),
    ])?;
    Ok(())
}
