//! Products that can be brought into a draft, and choices of them (RG-10).

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::rooms::named_products::by_words;
use crate::trouble::Trouble;
use crate::wire::common::Page;
use crate::wire::drafts::{Candidate, CandidateFilter, DraftCandidates, ProductChoice};
use crate::workbench::count;
use seller_domain::catalogue::ProductStatus;
use seller_domain::{CampaignId, DraftId, ProductId};
use seller_exchange::id_list;
use seller_store::product::{self, Filter, Only};
use seller_store::{View, draft, draft_rows, registration_product, sku, stated_terms};
use std::collections::HashSet;

/// So many rows travel at once.
pub(super) const MOST_ROWS: u32 = 500;

pub(crate) fn draft_candidates(
    desk: &Desk,
    context: &Context,
    request: DraftCandidates,
) -> Answer<Page<Candidate>> {
    desk.read(context, |view| {
        let head = draft::head(view, &request.draft_id)?;
        let held = held(view, &request.draft_id)?;
        let recommended = recommended(view, &head.campaign_id)?;
        let ids = matching(view, &request.filter, &held, &recommended)?;
        let window = request.window;
        let shown = ids
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize);
        let rows = shown
            .map(|id| candidate(view, context, &head.campaign_id, id, &held, &recommended))
            .collect::<Result<Vec<_>, Trouble>>()?;
        Ok(Page {
            total: count(ids.len()),
            rows,
        })
    })
}

/// Products that are chosen, and words that mean none.
pub(super) struct Chosen {
    pub products: Vec<ProductId>,
    pub unknown: Vec<String>,
}

/// The products that a choice means.
pub(super) fn chosen(
    desk: &Desk,
    context: &Context,
    draft_id: &DraftId,
    choice: &ProductChoice,
) -> Answer<Chosen> {
    let known = |products| Chosen {
        products,
        unknown: Vec::new(),
    };
    match choice {
        ProductChoice::Ids { product_ids } => Ok(known(product_ids.clone())),
        ProductChoice::Pasted { text } => desk.read(context, |view| {
            let held = draft_rows::product_ids(view, draft_id)?;
            let held = held.into_iter().collect();
            let named = by_words(view, &held, id_list::words(text))?;
            Ok::<_, Trouble>(Chosen {
                products: named.products.into_iter().collect(),
                unknown: named.unknown,
            })
        }),
        ProductChoice::Refused => desk.at_bench(context, draft_id, |bench, _| {
            Ok(known(bench.refused_products()))
        }),
        ProductChoice::Matching { filter } => desk.read(context, |view| {
            let head = draft::head(view, draft_id)?;
            let recommended = recommended(view, &head.campaign_id)?;
            Ok(known(matching(
                view,
                filter,
                &held(view, draft_id)?,
                &recommended,
            )?))
        }),
    }
}

fn held(view: &View<'_>, draft_id: &DraftId) -> Result<HashSet<ProductId>, Trouble> {
    Ok(draft_rows::product_ids(view, draft_id)?
        .into_iter()
        .collect())
}

/// The products with a SKU that the platform lists as eligible.
fn recommended(view: &View<'_>, campaign: &CampaignId) -> Result<HashSet<ProductId>, Trouble> {
    let mut products = HashSet::new();
    for sku_id in stated_terms::recommended(view, campaign)? {
        if let Some(sku) = sku::find(view, &sku_id)? {
            products.insert(sku.product_id);
        }
    }
    Ok(products)
}

fn matching(
    view: &View<'_>,
    filter: &CandidateFilter,
    held: &HashSet<ProductId>,
    recommended: &HashSet<ProductId>,
) -> Result<Vec<ProductId>, Trouble> {
    let text = filter.search.trim().to_owned();
    let mut ids = product::ids(
        view,
        &Filter {
            text,
            only: Only::Active,
            category: None,
        },
    )?;
    ids.retain(|id| {
        (!filter.only_missing || !held.contains(id))
            && (!filter.only_recommended || recommended.contains(id))
    });
    Ok(ids)
}

fn candidate(
    view: &View<'_>,
    context: &Context,
    campaign: &CampaignId,
    id: &ProductId,
    held: &HashSet<ProductId>,
    recommended: &HashSet<ProductId>,
) -> Result<Candidate, Trouble> {
    let product = product::find(view, id)?;
    let skus = sku::of_product(view, id)?;
    let mut prices: Vec<_> = skus
        .iter()
        .filter(|sku| !sku.removed)
        .map(|sku| sku.retail_price)
        .collect();
    prices.sort_by_key(|price| price.amount());
    let inactive = product
        .as_ref()
        .is_none_or(|product| product.status != ProductStatus::Active);
    let state = registration_product::state(view, campaign, id)?;
    let obstacle = if inactive {
        Some(context.say("Not on sale.", "未在售。"))
    } else {
        state
            .is_some_and(|state| state.is_live())
            .then(|| context.say("In this campaign already.", "已在该活动中。"))
    };
    Ok(Candidate {
        product_id: id.clone(),
        title: product
            .as_ref()
            .map(|product| product.title.clone())
            .unwrap_or_default(),
        category: product.map(|product| product.category).unwrap_or_default(),
        skus: count(prices.len()),
        retail_from: prices.first().copied(),
        retail_to: prices.last().copied(),
        recommended: recommended.contains(id),
        in_draft: held.contains(id),
        obstacle,
    })
}
