//! Choosing products for a partner campaign: looked for, filtered, pasted, read from a file.

use super::{MOST_ROWS, number};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::rooms::coupons::{candidate, chosen, matching};
use crate::rooms::named_products::MOST_UNKNOWN;
use crate::trouble::Trouble;
use crate::wire::common::Page;
use crate::wire::coupons::{CouponProductChoice, CouponProductFilter, CouponProductsChosen};
use crate::wire::partner_campaigns::{
    PartnerCandidate, PartnerCandidates, PartnerProducts, PartnerProductsChanged,
};
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::JoinedStateKind;
use seller_domain::{PartnerCampaignId, ProductId};
use seller_store::{View, partner_campaign, partner_product, shop};
use std::collections::{BTreeSet, HashSet};

pub(crate) fn partner_candidates(
    desk: &Desk,
    context: &Context,
    request: PartnerCandidates,
) -> Answer<Page<PartnerCandidate>> {
    desk.read(context, |view| {
        let campaign = request.campaign_id.as_ref();
        require(view, campaign)?;
        let picked: BTreeSet<ProductId> = request.products.into_iter().collect();
        let window = request.window;
        let ids = matching(view, &request.filter, &picked)?;
        let shown = ids
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize);
        let rows = shown
            .map(|id| line(view, context, campaign, id, &picked))
            .collect::<Result<_, Trouble>>()?;
        Ok(Page {
            total: number(ids.len()),
            rows,
        })
    })
}

fn require(view: &View<'_>, campaign: Option<&PartnerCampaignId>) -> Result<(), Trouble> {
    shop::require(view)?;
    if let Some(id) = campaign {
        partner_campaign::require(view, id)?;
    }
    Ok(())
}

fn line(
    view: &View<'_>,
    context: &Context,
    campaign: Option<&PartnerCampaignId>,
    id: &ProductId,
    picked: &BTreeSet<ProductId>,
) -> Result<PartnerCandidate, Trouble> {
    let found = candidate(view, context, id, picked)?;
    let state = state(view, campaign, id)?;
    let in_already = state.filter(|state| is_in(*state)).map(|state| {
        let state = super::words::state_name(state, context);
        context.say(
            format!("In the campaign already: {state}."),
            format!("已在活动中：{state}。"),
        )
    });
    Ok(PartnerCandidate {
        product_id: found.product_id,
        title: found.title,
        category: found.category,
        retail_from: found.retail_from,
        retail_to: found.retail_to,
        chosen: found.named,
        state,
        obstacle: found.obstacle.or(in_already),
    })
}

fn state(
    view: &View<'_>,
    campaign: Option<&PartnerCampaignId>,
    id: &ProductId,
) -> Result<Option<JoinedStateKind>, Trouble> {
    let Some(campaign) = campaign else {
        return Ok(None);
    };
    Ok(partner_product::find(view, campaign, id)?.map(|product| product.state.kind()))
}

fn is_in(state: JoinedStateKind) -> bool {
    !matches!(state, JoinedStateKind::Rejected | JoinedStateKind::Closed)
}

pub(crate) fn partner_products(
    desk: &Desk,
    context: &Context,
    request: PartnerProducts,
) -> Answer<PartnerProductsChanged> {
    desk.read(context, |view| {
        let campaign = request.campaign_id.as_ref();
        require(view, campaign)?;
        let mut picked: BTreeSet<ProductId> = request.products.iter().cloned().collect();
        // All products of the shop, said in the coupons' words: everything on sale.
        let choice = match request.choice {
            CouponProductsChosen::WholeShop => CouponProductsChosen::Matching {
                filter: CouponProductFilter {
                    search: String::new(),
                    only: CouponProductChoice::All,
                    category: None,
                    status: Some(ProductStatus::Active),
                },
            },
            other => other,
        };
        let found = chosen(view, context, &choice, &picked)?;
        let named: HashSet<&ProductId> = found.products.iter().collect();
        let known = partner_product::facts_of(view, campaign, &named)?;
        let in_already = |id| {
            let state = known.get(id).and_then(|facts| facts.state);
            state.is_some_and(is_in)
        };
        let (mut changed, mut unchanged, mut passed_over) = (0, 0, 0);
        for id in &found.products {
            let taken = request.include && in_already(id);
            let moved = match (taken, request.include) {
                (true, _) => {
                    passed_over += 1;
                    continue;
                }
                (false, true) => picked.insert(id.clone()),
                (false, false) => picked.remove(id),
            };
            match moved {
                true => changed += 1,
                false => unchanged += 1,
            }
        }
        Ok(PartnerProductsChanged {
            products: picked.into_iter().collect(),
            changed,
            unchanged,
            passed_over,
            unknown_count: number(found.unknown.len()),
            unknown: found.unknown.into_iter().take(MOST_UNKNOWN).collect(),
        })
    })
}
