//! Campaign prices, stock and extra discounts for a draft.

use super::super::content::Scene;
use super::super::words;
use super::{Seen, What, known, unknown_sku};
use crate::error::CommandError;
use crate::trouble::Trouble;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{DraftId, ProductId, SkuId};
use seller_exchange::table::Field;
use seller_store::draft_rows::{self, Cells, Place};
use seller_store::{Tx, View, sku};
use std::collections::{BTreeMap, HashMap};

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    draft: &DraftId,
    entry: &DraftSku,
    tier: Option<Tier>,
) -> Result<Seen, Trouble> {
    let id = &entry.sku_id;
    let Some((held, title)) = known(view, id)? else {
        return Ok(unknown_sku(id, scene));
    };
    let context = &scene.context;
    let product = draft_rows::product(view, draft, &held.product_id)?;
    let before = product
        .as_ref()
        .and_then(|product| product.skus.iter().find(|sku| sku.sku_id == *id));
    let money = |sku: &DraftSku| sku.campaign_price.map(|price| price.to_string());
    let stock = |sku: &DraftSku| {
        sku.campaign_stock
            .map(|stock| stock.normalize().to_string())
    };
    let extra = |sku: &DraftSku| sku.extra_discount.map(|extra| extra.to_string());
    let mut changes: Vec<_> = [
        (Field::CampaignPrice, before.and_then(money), money(entry)),
        (Field::CampaignStock, before.and_then(stock), stock(entry)),
        (
            Field::ExtraDiscountPercent,
            before.and_then(extra),
            extra(entry),
        ),
    ]
    .into_iter()
    .filter(|(_, before, after)| after.is_some() && before != after)
    .map(|(field, before, after)| words::change(field, before, after, context))
    .collect();
    let was = product.as_ref().map(|product| product.tier);
    if let Some(tier) = tier
        && was != Some(tier)
    {
        let word = match tier {
            Tier::Featured => context.say("Featured", "精选"),
            Tier::Regular => context.say("Regular", "常规"),
        };
        changes.push(words::change(Field::Tier, None, Some(word), context));
    }
    if before.is_none() && changes.is_empty() {
        // Without entries it only brings the SKU in.
        let after = Some(id.to_string());
        changes.push(words::change(Field::SkuId, None, after, context));
    }
    Ok(Seen::of(id, title, before.is_none(), changes))
}

pub(super) fn write(tx: &Tx<'_>, draft: &DraftId, rows: &[&What]) -> Result<(), Trouble> {
    let mut by_product: BTreeMap<ProductId, (Vec<&DraftSku>, Option<Tier>)> = BTreeMap::new();
    for what in rows {
        let What::Plan(entry, tier) = what else {
            return Err(CommandError::bug("no plan").into());
        };
        let Some(held) = sku::find(tx, &entry.sku_id)? else {
            continue;
        };
        let into = by_product.entry(held.product_id).or_default();
        into.0.push(entry);
        into.1 = tier.or(into.1);
    }
    let mut fresh = Vec::new();
    let mut left_out = Vec::new();
    let mut cells = Vec::new();
    for (product_id, (entries, tier)) in by_product {
        match draft_rows::product(tx, draft, &product_id)? {
            None => {
                let product = brought_in(tx, &product_id, &entries, tier)?;
                left_out.extend(
                    product
                        .skus
                        .iter()
                        .filter(|sku| !entries.iter().any(|entry| entry.sku_id == sku.sku_id))
                        .map(|sku| place(&product_id, &sku.sku_id)),
                );
                fresh.push(product);
            }
            Some(held) => {
                if let Some(tier) = tier {
                    draft_rows::set_tier(tx, draft, std::slice::from_ref(&product_id), tier)?;
                }
                let missing: Vec<DraftSku> = entries
                    .iter()
                    .filter(|entry| !held.skus.iter().any(|sku| sku.sku_id == entry.sku_id))
                    .map(|entry| (*entry).clone())
                    .collect();
                if !missing.is_empty() {
                    fresh.push(DraftProduct {
                        product_id: product_id.clone(),
                        tier: tier.unwrap_or(held.tier),
                        skus: missing,
                    });
                }
                cells.extend(entries.iter().map(|entry| new_cells(&product_id, entry)));
            }
        }
    }
    draft_rows::put_products(tx, draft, &fresh)?;
    draft_rows::include_skus(tx, draft, &left_out, false)?;
    draft_rows::set_cells(tx, draft, &cells)?;
    Ok(())
}

/// A product with all its SKUs; those that the file does not name are left out afterwards.
fn brought_in(
    tx: &Tx<'_>,
    product_id: &ProductId,
    entries: &[&DraftSku],
    tier: Option<Tier>,
) -> Result<DraftProduct, Trouble> {
    let entered: HashMap<&SkuId, &DraftSku> = entries
        .iter()
        .map(|entry| (&entry.sku_id, *entry))
        .collect();
    let skus = sku::of_product(tx, product_id)?
        .into_iter()
        .filter(|sku| !sku.removed)
        .map(|sku| match entered.get(&sku.id) {
            Some(entry) => (*entry).clone(),
            None => DraftSku {
                sku_id: sku.id,
                campaign_price: None,
                campaign_stock: None,
                extra_discount: None,
            },
        })
        .collect();
    Ok(DraftProduct {
        product_id: product_id.clone(),
        tier: tier.unwrap_or(Tier::Regular),
        skus,
    })
}

fn place(product_id: &ProductId, sku_id: &SkuId) -> Place {
    Place {
        product_id: product_id.clone(),
        sku_id: sku_id.clone(),
    }
}

/// What the file states; what it leaves blank stays.
fn new_cells(product_id: &ProductId, entry: &DraftSku) -> Cells {
    Cells {
        campaign_price: entry.campaign_price.map(Some),
        campaign_stock: entry.campaign_stock.map(Some),
        extra_discount: entry.extra_discount.map(Some),
        ..Cells::of(place(product_id, &entry.sku_id))
    }
}
