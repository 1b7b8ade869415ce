//! Submitted registrations.

use crate::draft_rows::tier_word;
use crate::error::StoreError;
use crate::registration_product::state_word;
use crate::values::{
    instant_text, json, minor, minor_opt, parse_json, points_opt, read_instant, text,
};
use crate::view::{Tx, View};
use rusqlite::{CachedStatement, OptionalExtension, Row, params};
use rust_decimal::prelude::ToPrimitive;
use seller_domain::campaign::Approval;
use seller_domain::registration::{Draft, DraftProduct, DraftSku, ProductState};
use seller_domain::{CampaignId, CouponId, Currency, Instant, Money, ProductId};
use seller_rulebook::Accepted;
use seller_rulebook::facts::{Facts, SkuFacts};

/// A registration as it was submitted: the summary that is shown afterwards (RG-25).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// Its number: what was submitted later has a larger one.
    pub number: i64,
    /// Its id.
    pub id: String,
    /// The campaign.
    pub campaign_id: CampaignId,
    /// When.
    pub submitted_at: Instant,
    /// The campaign's coupons that were registered with it.
    pub coupons: Vec<CouponId>,
    /// The rules whose warnings the seller acknowledged.
    pub acknowledged: Vec<String>,
    /// How many products.
    pub products: u32,
    /// How many SKUs.
    pub skus: u32,
}

const SELECT: &str = "SELECT number, id, campaign_id, submitted_at, coupons, acknowledged, \
     product_count, sku_count FROM registration";

fn read(row: &Row<'_>) -> Result<Submission, StoreError> {
    Ok(Submission {
        number: row.get(0)?,
        id: row.get(1)?,
        campaign_id: CampaignId::new(text(row, 2)?),
        submitted_at: read_instant(row, 3)?,
        coupons: parse_json("coupons of a registration", text(row, 4)?)?,
        acknowledged: parse_json("acknowledged warnings", text(row, 5)?)?,
        products: row.get(6)?,
        skus: row.get(7)?,
    })
}

/// The registrations of a campaign, the latest first.
pub fn of_campaign(view: &View<'_>, id: &CampaignId) -> Result<Vec<Submission>, StoreError> {
    let mut select = view.statement(&format!(
        "{SELECT} WHERE campaign_id = ?1 ORDER BY number DESC"
    ))?;
    let mut rows = select.query([id.as_str()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The money that was planned for a SKU when it was submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// All fees of one unit.
    pub fees: Money,
    /// What is left of one unit; none while the cost is not known.
    pub margin: Option<Money>,
}

/// Stores a registration that the rulebook has accepted. Products become
/// Pending, or Registered at once where the campaign says so (RG-14). The
/// draft stays; see [`crate::draft::close`].
///
/// `facts` are those it was accepted with, `planned` the figures of the review.
///
/// # Errors
/// [`StoreError::StillRegistered`] for a product that holds a place in the
/// campaign, [`StoreError::Absent`] for what the catalogue does not know.
pub fn insert(
    tx: &Tx<'_>,
    id: &str,
    accepted: &Accepted<Draft>,
    facts: &Facts,
    planned: impl Fn(&ProductId, &DraftSku) -> Option<Planned>,
) -> Result<Submission, StoreError> {
    let mut stored = None;
    add(tx, &mut stored, id, accepted, facts, planned)?;
    stored.ok_or_else(|| StoreError::absent("registration", id))
}

/// Stores a part of a registration that comes in parts: the first one begins it, the others
/// join it. See [`complete`].
///
/// # Errors
/// As [`insert`].
pub fn add(
    tx: &Tx<'_>,
    begun: &mut Option<Submission>,
    id: &str,
    accepted: &Accepted<Draft>,
    facts: &Facts,
    planned: impl Fn(&ProductId, &DraftSku) -> Option<Planned>,
) -> Result<(), StoreError> {
    let draft = accepted.get();
    let submission = match begun {
        Some(submission) => {
            submission.join(accepted);
            submission
        }
        None => begun.insert(insert_head(tx, id, accepted)?),
    };
    let state = match facts.campaign.approval {
        Approval::Reviewed => ProductState::Pending,
        Approval::AtOnce => ProductState::Registered,
    };
    // In the order of the tables' keys pages are filled one after the other.
    let mut products: Vec<&DraftProduct> = draft.products.iter().collect();
    products.sort_unstable_by(|a, b| a.product_id.cmp(&b.product_id));
    let mut rows = Rows::over(tx, submission)?;
    for product in products {
        rows.insert_product(product, &state)?;
        let known = facts
            .products
            .get(&product.product_id)
            .ok_or_else(|| StoreError::absent("product", &product.product_id))?;
        let mut skus: Vec<&DraftSku> = product.skus.iter().collect();
        skus.sort_unstable_by(|a, b| a.sku_id.cmp(&b.sku_id));
        for entry in skus {
            let sku = known
                .skus
                .iter()
                .find(|known| known.sku.id == entry.sku_id)
                .ok_or_else(|| StoreError::absent("SKU", &entry.sku_id))?;
            rows.insert_sku(sku, entry, planned(&product.product_id, entry))?;
        }
    }
    Ok(())
}

/// Puts down what a registration has become that came in parts.
pub fn complete(tx: &Tx<'_>, submission: &Submission) -> Result<(), StoreError> {
    tx.statement(
        "UPDATE registration SET acknowledged = ?2, product_count = ?3, sku_count = ?4 \
         WHERE number = ?1",
    )?
    .execute(params![
        submission.number,
        json("acknowledged warnings", &submission.acknowledged)?,
        submission.products,
        submission.skus,
    ])?;
    Ok(())
}

impl Submission {
    /// Counts what joins it, and keeps the warnings that were acknowledged for it.
    fn join(&mut self, accepted: &Accepted<Draft>) {
        let (products, skus) = size(accepted.get());
        self.products = self.products.saturating_add(products);
        self.skus = self.skus.saturating_add(skus);
        for rule in accepted.acknowledged() {
            if let Err(place) = (self.acknowledged).binary_search_by(|known| (**known).cmp(rule)) {
                self.acknowledged.insert(place, (*rule).to_owned());
            }
        }
    }
}

/// How many products and SKUs a draft has.
fn size(draft: &Draft) -> (u32, u32) {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let skus = draft.products.iter().map(|product| product.skus.len());
    (count(draft.products.len()), count(skus.sum()))
}

fn insert_head(
    tx: &Tx<'_>,
    id: &str,
    accepted: &Accepted<Draft>,
) -> Result<Submission, StoreError> {
    let draft = accepted.get();
    let (products, skus) = size(draft);
    let mut submission = Submission {
        number: 0,
        id: id.to_owned(),
        campaign_id: draft.campaign_id.clone(),
        submitted_at: tx.now(),
        coupons: draft.coupons.clone(),
        acknowledged: accepted
            .acknowledged()
            .iter()
            .map(|rule| (*rule).to_owned())
            .collect(),
        products,
        skus,
    };
    tx.statement(
        "INSERT INTO registration (id, campaign_id, submitted_at, coupons, acknowledged, \
         product_count, sku_count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        submission.id,
        submission.campaign_id.as_str(),
        instant_text(submission.submitted_at),
        json("coupons of a registration", &submission.coupons)?,
        json("acknowledged warnings", &submission.acknowledged)?,
        submission.products,
        submission.skus,
    ])?;
    submission.number = tx.conn().last_insert_rowid();
    Ok(submission)
}

/// Writes the rows of one registration.
struct Rows<'a, 'c> {
    submission: &'a Submission,
    currency: Currency,
    submitted_at: String,
    held: CachedStatement<'c>,
    outdate: CachedStatement<'c>,
    product: CachedStatement<'c>,
    sku: CachedStatement<'c>,
}

impl<'a, 'c> Rows<'a, 'c> {
    fn over(tx: &Tx<'c>, submission: &'a Submission) -> Result<Self, StoreError> {
        Ok(Self {
            submission,
            currency: tx.currency()?,
            submitted_at: instant_text(submission.submitted_at),
            held: tx.statement(
                "SELECT state FROM registration_product \
                 WHERE campaign_id = ?1 AND product_id = ?2 AND latest = 1",
            )?,
            outdate: tx.statement(
                "UPDATE registration_product SET latest = 0 \
                 WHERE campaign_id = ?1 AND product_id = ?2 AND latest = 1",
            )?,
            product: tx.statement(
                "INSERT INTO registration_product (campaign_id, product_id, number, tier, state, \
                 reason, state_since, latest) VALUES (?1, ?2, ?3, ?4, ?5, NULL, ?6, 1)",
            )?,
            sku: tx.statement(
                "INSERT INTO registration_sku (product_id, sku_id, number, campaign_price, \
                 campaign_stock, extra_discount, retail_price, unit_cost, fees, margin) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?,
        })
    }

    fn insert_product(
        &mut self,
        product: &DraftProduct,
        state: &ProductState,
    ) -> Result<(), StoreError> {
        let key = [
            self.submission.campaign_id.as_str(),
            product.product_id.as_str(),
        ];
        let before: Option<String> = self.held.query_row(key, |row| row.get(0)).optional()?;
        match before.as_deref() {
            None => {}
            Some("rejected" | "withdrawn") => {
                self.outdate.execute(key)?;
            }
            Some(state) => {
                return Err(StoreError::StillRegistered {
                    product_id: product.product_id.to_string(),
                    state: state.to_owned(),
                });
            }
        }
        self.product.execute(params![
            key[0],
            key[1],
            self.submission.number,
            tier_word(product.tier),
            state_word(state),
            self.submitted_at,
        ])?;
        Ok(())
    }

    fn insert_sku(
        &mut self,
        known: &SkuFacts,
        entry: &DraftSku,
        planned: Option<Planned>,
    ) -> Result<(), StoreError> {
        let missing = |what| StoreError::Incomplete {
            what: "SKU",
            id: entry.sku_id.to_string(),
            missing: what,
        };
        let price = entry
            .campaign_price
            .ok_or_else(|| missing("campaign price"))?;
        let stock = entry
            .campaign_stock
            .ok_or_else(|| missing("campaign stock"))?;
        let whole = stock
            .to_u32()
            .filter(|_| stock.fract().is_zero())
            .ok_or_else(|| StoreError::TooFine {
                what: "the campaign stock",
                value: stock.to_string(),
            })?;
        let of = self.currency;
        self.sku.execute(params![
            known.sku.product_id.as_str(),
            entry.sku_id.as_str(),
            self.submission.number,
            minor("the campaign price", price, of)?,
            whole,
            points_opt("the extra discount", entry.extra_discount)?,
            minor("the retail price", known.sku.retail_price, of)?,
            minor_opt("the unit cost", known.sku.unit_cost, of)?,
            minor_opt("the fees", planned.map(|plan| plan.fees), of)?,
            minor_opt("the margin", planned.and_then(|plan| plan.margin), of)?,
        ])?;
        Ok(())
    }
}
