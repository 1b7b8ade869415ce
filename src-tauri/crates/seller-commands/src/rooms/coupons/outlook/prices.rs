//! What the products that a coupon applies to are sold for, campaign prices included.

use crate::context::Context;
use crate::trouble::Trouble;
use seller_domain::catalogue::{ProductStatus, Sku};
use seller_domain::seller_coupon::{CouponDraft, CouponScope};
use seller_domain::{Period, ProductId, SkuId};
use seller_planner::seller_coupon::{PlannedPrice, PricedSku};
use seller_store::product::{Filter, Only};
use seller_store::{View, campaign, product, registration_sku, sku};
use std::collections::{HashMap, HashSet};

/// The SKUs on sale that the coupon applies to.
pub(super) fn in_scope(
    view: &View<'_>,
    context: &Context,
    draft: &CouponDraft,
) -> Result<Vec<PricedSku>, Trouble> {
    if draft.discount().is_none() {
        return Ok(Vec::new());
    }
    let mut planned = planned(view, context, draft.period)?;
    let mut skus = Vec::new();
    let mut add = |sku: Sku| {
        if !sku.removed {
            let campaigns = planned.remove(&sku.id).unwrap_or_default();
            skus.push(PricedSku {
                price: sku.discount_price.unwrap_or(sku.retail_price),
                product_id: sku.product_id,
                sku_id: sku.id,
                unit_cost: sku.unit_cost,
                campaigns,
            });
        }
    };
    match &draft.scope {
        CouponScope::Products { ids } => {
            for id in ids {
                let known = product::find(view, id)?;
                if known.is_some_and(|known| known.status == ProductStatus::Active) {
                    sku::of_product(view, id)?.into_iter().for_each(&mut add);
                }
            }
        }
        CouponScope::WholeShop | CouponScope::Unstated => {
            let only = Filter {
                only: Only::Inactive,
                ..Filter::default()
            };
            let off_sale: HashSet<ProductId> = product::ids(view, &only)?.into_iter().collect();
            sku::each(view, |sku| {
                if !off_sale.contains(&sku.product_id) {
                    add(sku);
                }
                Ok(())
            })?;
        }
    }
    Ok(skus)
}

/// The registered campaign prices of campaigns that are not over and run in the coupon's period.
fn planned(
    view: &View<'_>,
    context: &Context,
    period: Option<Period>,
) -> Result<HashMap<SkuId, Vec<PlannedPrice>>, Trouble> {
    let mut prices: HashMap<SkuId, Vec<PlannedPrice>> = HashMap::new();
    for campaign in campaign::all(view)? {
        let running = campaign.running;
        if running.is_over(context.now) || period.is_some_and(|period| !period.overlaps(running)) {
            continue;
        }
        registration_sku::each_live(view, &campaign.id, |submitted| {
            prices
                .entry(submitted.sku_id)
                .or_default()
                .push(PlannedPrice {
                    campaign: campaign.name.clone(),
                    running,
                    price: submitted.campaign_price,
                });
            Ok::<_, Trouble>(())
        })?;
    }
    Ok(prices)
}
