//! Registrations in preparation: what is in them.

mod candidates;
mod left_out;

pub(crate) use candidates::draft_candidates;
pub(crate) use left_out::draft_left_out;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::named_products::MOST_UNKNOWN;
use crate::trouble::{Trouble, store_answer};
use crate::wire::common::Nothing;
use crate::wire::drafts::{
    DraftChanged, DraftCoupons, DraftGet, DraftHead, DraftLine, DraftOpen, DraftProducts,
    DraftProductsChanged, DraftSetStep, DraftSkus, DraftStep, DraftTier, Drafts,
};
use crate::workbench::count;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{DraftId, ProductId};
use seller_store::draft_rows::Place;
use seller_store::{
    StoreError, Summary, Tx, View, campaign, draft, draft_rows, fresh_id, product,
    registration_sku, setting, sku,
};
use serde_json::json;
use std::collections::HashSet;

pub(crate) fn draft_open(desk: &Desk, context: &Context, request: DraftOpen) -> Answer<DraftHead> {
    let open = desk.read(context, |view| {
        campaign::require(view, &request.campaign_id)?;
        Ok(draft::open_for(view, &request.campaign_id)?)
    })?;
    let id = match open {
        Some(id) if request.again.is_empty() => id,
        open => desk.write(context, "draft_open", |tx| {
            let id = match open {
                Some(id) => id,
                None => {
                    let id = DraftId::from(fresh_id(context.now));
                    draft::create(tx, &id, &request.campaign_id)?;
                    id
                }
            };
            bring_in(tx, context, &id, &request.again)?;
            Ok(id)
        })?,
    };
    draft_get(desk, context, DraftGet { draft_id: id })
}

pub(crate) fn draft_list(desk: &Desk, context: &Context, _: Nothing) -> Answer<Drafts> {
    desk.read(context, |view| {
        Ok(Drafts {
            drafts: lines(view)?,
        })
    })
}

/// Every open draft, the last touched first.
pub(crate) fn lines(view: &View<'_>) -> Result<Vec<DraftLine>, Trouble> {
    draft::open(view)?
        .into_iter()
        .map(|head| line(view, head))
        .collect()
}

fn line(view: &View<'_>, head: draft::Head) -> Result<DraftLine, Trouble> {
    Ok(DraftLine {
        campaign_name: campaign::require(view, &head.campaign_id)?.name,
        step: setting::get(view, &step_name(&head.id))?.unwrap_or(DraftStep::Products),
        id: head.id,
        campaign_id: head.campaign_id,
        products: head.products,
        skus: head.skus,
        changed_at: head.changed_at,
    })
}

pub(crate) fn draft_get(desk: &Desk, context: &Context, request: DraftGet) -> Answer<DraftHead> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let line = cellar.read(|view| line(view, draft::head(view, &request.draft_id)?))?;
        Ok(DraftHead {
            line,
            campaign: bench.facts.campaign.clone(),
            coupons: bench.draft.coupons.clone(),
            summary: bench.summary(context),
        })
    })
}

pub(crate) fn draft_delete(desk: &Desk, context: &Context, request: DraftGet) -> Answer<Nothing> {
    desk.write(context, "draft_delete", |tx| {
        draft::head(tx, &request.draft_id)?;
        draft::delete(tx, &request.draft_id)?;
        Ok(Nothing {})
    })
}

pub(crate) fn draft_set_step(
    desk: &Desk,
    context: &Context,
    request: DraftSetStep,
) -> Answer<Nothing> {
    desk.read(context, |view| Ok(draft::head(view, &request.draft_id)?))?;
    desk.cellar(context)?
        .remember(&step_name(&request.draft_id), &request.step)
        .map_err(|error| store_answer(&error, context.language))?;
    Ok(Nothing {})
}

/// The name that the wizard's page of a draft is kept under.
fn step_name(id: &DraftId) -> String {
    format!("draft_step:{id}")
}

pub(crate) fn draft_products(
    desk: &Desk,
    context: &Context,
    request: DraftProducts,
) -> Answer<DraftProductsChanged> {
    let chosen = candidates::chosen(desk, context, &request.draft_id, &request.choice)?;
    let ids = chosen.products;
    let (changed, revision) = desk.write(context, "draft_products", |tx| {
        draft::head(tx, &request.draft_id)?;
        let revision = tx.revision()?;
        let changed = if request.include {
            bring_in(tx, context, &request.draft_id, &ids)?
        } else {
            draft_rows::remove_products(tx, &request.draft_id, &ids)?
        };
        tx.summarise(Summary::with(
            "draft_products",
            json!({ "products": changed }),
        ));
        Ok((changed, revision))
    })?;
    if !request.include {
        desk.bench_without(&request.draft_id, &ids, revision);
    }
    let DraftChanged { changed, summary } =
        changed_draft(desk, context, &request.draft_id, changed)?;
    Ok(DraftProductsChanged {
        changed,
        unknown_count: count(chosen.unknown.len()),
        unknown: chosen.unknown.into_iter().take(MOST_UNKNOWN).collect(),
        summary,
    })
}

/// Brings products in with all their SKUs, at the prices registered last (RG-11).
/// Those that are in already stay as they are.
fn bring_in(
    tx: &Tx<'_>,
    context: &Context,
    id: &DraftId,
    ids: &[ProductId],
) -> Result<usize, Trouble> {
    let held: HashSet<ProductId> = draft_rows::product_ids(tx, id)?.into_iter().collect();
    let mut asked = HashSet::new();
    let new: Vec<&ProductId> = ids
        .iter()
        .filter(|id| !held.contains(*id) && asked.insert(*id))
        .collect();
    let mut products = Vec::with_capacity(new.len());
    for product_id in &new {
        if product::find(tx, product_id)?.is_none() {
            let missing = CommandError::not_found("product", product_id, context.language);
            return Err(missing.into());
        }
        let last = registration_sku::last_prices(tx, std::slice::from_ref(*product_id))?;
        let skus = sku::of_product(tx, product_id)?
            .into_iter()
            .filter(|sku| !sku.removed)
            .map(|sku| DraftSku {
                campaign_price: last.get(&sku.id).copied(),
                sku_id: sku.id,
                campaign_stock: None,
                extra_discount: None,
            })
            .collect();
        products.push(DraftProduct {
            product_id: (*product_id).clone(),
            tier: Tier::Regular,
            skus,
        });
    }
    draft_rows::put_products(tx, id, &products)?;
    Ok(products.len())
}

pub(crate) fn draft_skus(
    desk: &Desk,
    context: &Context,
    request: DraftSkus,
) -> Answer<DraftChanged> {
    let changed = desk.write(context, "draft_skus", |tx| {
        let mut places = Vec::with_capacity(request.sku_ids.len());
        for sku_id in &request.sku_ids {
            let product_id = draft_rows::product_of(tx, &request.draft_id, sku_id)?
                .ok_or_else(|| not_in_draft(sku_id.to_string()))?;
            places.push(Place {
                product_id,
                sku_id: sku_id.clone(),
            });
        }
        let changed = draft_rows::include_skus(tx, &request.draft_id, &places, request.include)?;
        tx.summarise(Summary::with("draft_skus", json!({ "skus": changed })));
        Ok(changed)
    })?;
    changed_draft(desk, context, &request.draft_id, changed)
}

fn not_in_draft(id: String) -> StoreError {
    StoreError::Absent {
        what: "SKU in this draft",
        id,
    }
}

pub(crate) fn draft_tier(
    desk: &Desk,
    context: &Context,
    request: DraftTier,
) -> Answer<DraftChanged> {
    let changed = desk.write(context, "draft_tier", |tx| {
        let ids = &request.product_ids;
        let changed = draft_rows::set_tier(tx, &request.draft_id, ids, request.tier)?;
        tx.summarise(Summary::with("draft_tier", json!({ "products": changed })));
        Ok(changed)
    })?;
    changed_draft(desk, context, &request.draft_id, changed)
}

pub(crate) fn draft_coupons(
    desk: &Desk,
    context: &Context,
    request: DraftCoupons,
) -> Answer<DraftChanged> {
    desk.write(context, "draft_coupons", |tx| {
        let head = draft::head(tx, &request.draft_id)?;
        let offered = campaign::require(tx, &head.campaign_id)?.coupons;
        let unknown = request
            .coupon_ids
            .iter()
            .find(|id| !offered.iter().any(|coupon| coupon.id == **id));
        if let Some(unknown) = unknown {
            let missing =
                CommandError::not_found("coupon of this campaign", unknown, context.language);
            return Err(missing.into());
        }
        draft::set_coupons(tx, &request.draft_id, &request.coupon_ids)?;
        Ok(())
    })?;
    changed_draft(desk, context, &request.draft_id, request.coupon_ids.len())
}

fn changed_draft(
    desk: &Desk,
    context: &Context,
    id: &DraftId,
    changed: usize,
) -> Answer<DraftChanged> {
    desk.at_bench(context, id, |bench, _| {
        Ok(DraftChanged {
            changed: count(changed),
            summary: bench.summary(context),
        })
    })
}
