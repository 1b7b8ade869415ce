//! Prices and stock of submitted SKUs.

use crate::error::StoreError;
use crate::registration::Planned;
use crate::registration_product::LIVE;
use crate::values::{minor, read_money, read_money_opt, read_percent_opt, text};
use crate::view::{Tx, View};
use rusqlite::{Row, params};
use seller_domain::{CampaignId, Currency, Money, Percent, ProductId, SkuId};
use std::collections::HashMap;

/// A submitted SKU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Its product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign price: the submitted one, or the one of an approved edit.
    pub campaign_price: Money,
    /// Units set aside.
    pub campaign_stock: u32,
    /// The extra discount in force.
    pub extra_discount: Option<Percent>,
    /// The retail price when it was submitted.
    pub retail_price: Money,
    /// The unit cost then.
    pub unit_cost: Option<Money>,
    /// What was planned then.
    pub planned: Option<Planned>,
}

const COLUMNS: &str = "rs.product_id, rs.sku_id, rs.campaign_price, rs.campaign_stock, \
     rs.extra_discount, rs.retail_price, rs.unit_cost, rs.fees, rs.margin";
const OF_CAMPAIGN: &str = "FROM registration_product rp JOIN registration_sku rs \
     ON rs.product_id = rp.product_id AND rs.number = rp.number \
     WHERE rp.campaign_id = ?1 AND rp.latest = 1";

fn read(row: &Row<'_>, currency: Currency) -> Result<Submitted, StoreError> {
    let margin = read_money_opt(row, 8, currency)?;
    Ok(Submitted {
        product_id: ProductId::new(text(row, 0)?),
        sku_id: SkuId::new(text(row, 1)?),
        campaign_price: read_money(row, 2, currency)?,
        campaign_stock: row.get(3)?,
        extra_discount: read_percent_opt(row, 4)?,
        retail_price: read_money(row, 5, currency)?,
        unit_cost: read_money_opt(row, 6, currency)?,
        planned: read_money_opt(row, 7, currency)?.map(|fees| Planned { fees, margin }),
    })
}

/// The SKUs of one submitted product, of its latest registration.
pub fn of_product(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Vec<Submitted>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} {OF_CAMPAIGN} AND rp.product_id = ?2 ORDER BY rs.sku_id"
    ))?;
    let mut rows = select.query([campaign.as_str(), product.as_str()])?;
    let mut skus = Vec::new();
    while let Some(row) = rows.next()? {
        skus.push(read(row, currency)?);
    }
    Ok(skus)
}

/// Every SKU that holds a place in a campaign, product by product, one after
/// the other: nothing is collected.
pub fn each_live<E: From<StoreError>>(
    view: &View<'_>,
    campaign: &CampaignId,
    mut see: impl FnMut(Submitted) -> Result<(), E>,
) -> Result<(), E> {
    let currency = view.currency()?;
    let mut select = view.statement(&format!(
        "SELECT {COLUMNS} {OF_CAMPAIGN} AND rp.state IN {LIVE} ORDER BY rp.product_id, rs.sku_id"
    ))?;
    let mut rows = select
        .query([campaign.as_str()])
        .map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        see(read(row, currency)?)?;
    }
    Ok(())
}

/// Puts an approved price in force.
pub(crate) fn set_price(
    tx: &Tx<'_>,
    number: i64,
    product: &ProductId,
    sku: &SkuId,
    price: Money,
) -> Result<(), StoreError> {
    tx.statement(
        "UPDATE registration_sku SET campaign_price = ?4 \
         WHERE product_id = ?1 AND sku_id = ?2 AND number = ?3",
    )?
    .execute(params![
        product.as_str(),
        sku.as_str(),
        number,
        minor("the campaign price", price, tx.currency()?)?,
    ])?;
    Ok(())
}

/// Takes the extra discount off all SKUs of a product (RG-18).
pub(crate) fn clear_extra_discount(
    tx: &Tx<'_>,
    number: i64,
    product: &ProductId,
) -> Result<(), StoreError> {
    tx.statement(
        "UPDATE registration_sku SET extra_discount = NULL \
         WHERE product_id = ?1 AND number = ?2 AND extra_discount IS NOT NULL",
    )?
    .execute(params![product.as_str(), number])?;
    Ok(())
}

/// The price last submitted for each SKU of these products, in whatever
/// campaign: what the next draft is filled with (RG-11).
pub fn last_prices(
    view: &View<'_>,
    products: &[ProductId],
) -> Result<HashMap<SkuId, Money>, StoreError> {
    let currency = view.currency()?;
    let mut select = view.statement(
        "SELECT sku_id, campaign_price FROM registration_sku WHERE product_id = ?1 \
         ORDER BY sku_id, number",
    )?;
    let mut prices = HashMap::new();
    for product in products {
        let mut rows = select.query([product.as_str()])?;
        while let Some(row) = rows.next()? {
            prices.insert(SkuId::new(text(row, 0)?), read_money(row, 1, currency)?);
        }
    }
    Ok(prices)
}

/// Two campaigns that run at the same time and hold the same SKUs at different
/// prices (RG-22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The one that starts first.
    pub first: CampaignId,
    /// The other one.
    pub second: CampaignId,
    /// How many SKUs.
    pub skus: u32,
}

/// All conflicts between campaigns.
pub fn conflicts(view: &View<'_>) -> Result<Vec<Conflict>, StoreError> {
    let mut select = view.statement(&format!(
        "SELECT a.id, b.id, count(*) FROM campaign a JOIN campaign b \
           ON (a.running_start, a.id) < (b.running_start, b.id) \
           AND b.running_start < a.running_end \
         JOIN registration_product pa ON pa.campaign_id = a.id AND pa.latest = 1 \
           AND pa.state IN {LIVE} \
         JOIN registration_product pb ON pb.campaign_id = b.id AND pb.latest = 1 \
           AND pb.product_id = pa.product_id AND pb.state IN {LIVE} \
         JOIN registration_sku sa ON sa.product_id = pa.product_id AND sa.number = pa.number \
         JOIN registration_sku sb ON sb.product_id = pb.product_id AND sb.number = pb.number \
           AND sb.sku_id = sa.sku_id AND sb.campaign_price <> sa.campaign_price \
         GROUP BY a.id, b.id ORDER BY a.running_start, a.id, b.running_start, b.id"
    ))?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Conflict {
            first: CampaignId::new(text(row, 0)?),
            second: CampaignId::new(text(row, 1)?),
            skus: row.get(2)?,
        });
    }
    Ok(found)
}
