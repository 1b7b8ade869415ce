//! Recommended prices: taken, changed or left, and each choice kept (RG-15).

use super::price_edits::Edit;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::common::Page;
use crate::wire::registrations::{
    Changed, Recommendation, RecommendationChoice, RecommendationChoose, RecommendationLine,
    RecommendationPage, WantedPrice,
};
use seller_domain::{CampaignId, DraftId, Money, ProductId, SkuId};
use seller_rulebook::accepted::Acknowledged;
use seller_store::draft_rows::{self, Cells, Place};
use seller_store::recommendation_choice::{self, Choice, Chosen};
use seller_store::{
    StoreError, Summary, Tx, View, campaign, draft, fresh_id, product, registration_product,
    registration_sku, sku, stated_terms,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The choices that were made in a campaign.
pub(super) fn choices(
    view: &View<'_>,
    campaign: &CampaignId,
) -> Result<HashMap<SkuId, Chosen>, Trouble> {
    let chosen = recommendation_choice::of_campaign(view, campaign)?;
    Ok(chosen
        .into_iter()
        .map(|chosen| (chosen.sku_id.clone(), chosen))
        .collect())
}

/// What the platform recommends for a SKU, and what became of it.
pub(super) fn of_sku(
    view: &View<'_>,
    campaign: &CampaignId,
    sku: &SkuId,
    choices: &HashMap<SkuId, Chosen>,
) -> Result<Option<Recommendation>, Trouble> {
    let stated = stated_terms::in_force(view, campaign, sku)?;
    let price = stated.and_then(|stated| stated.recommended_price);
    Ok(price.map(|price| Recommendation {
        price,
        choice: match choices.get(sku).map(|chosen| chosen.choice) {
            None => RecommendationChoice::Open,
            Some(Choice::Accepted) => RecommendationChoice::Accepted,
            Some(Choice::Edited) => RecommendationChoice::Edited,
            Some(Choice::Dismissed) => RecommendationChoice::Dismissed,
        },
    }))
}

pub(crate) fn recommendation_page(
    desk: &Desk,
    context: &Context,
    request: RecommendationPage,
) -> Answer<Page<RecommendationLine>> {
    desk.read(context, |view| {
        let campaign = &request.campaign_id;
        campaign::require(view, campaign)?;
        let all = stated_terms::with_recommended_price(view, campaign)?;
        let choices = choices(view, campaign)?;
        let draft = draft::open_for(view, campaign)?;
        let window = request.window;
        let shown = all
            .iter()
            .skip(window.offset as usize)
            .take(window.limit.min(500) as usize);
        let mut rows = Vec::new();
        for id in shown {
            let (Some(recommendation), Some(sku)) =
                (of_sku(view, campaign, id, &choices)?, sku::find(view, id)?)
            else {
                continue;
            };
            let title = product::find(view, &sku.product_id)?.map(|product| product.title);
            rows.push(RecommendationLine {
                price: price(view, campaign, draft.as_ref(), &sku.product_id, id)?,
                sku_id: sku.id,
                product_id: sku.product_id,
                title: title.unwrap_or_default(),
                recommendation,
            });
        }
        Ok(Page {
            total: u32::try_from(all.len()).unwrap_or(u32::MAX),
            rows,
        })
    })
}

/// The registered price, or the one in the draft.
fn price(
    view: &View<'_>,
    campaign: &CampaignId,
    draft: Option<&DraftId>,
    product: &ProductId,
    sku: &SkuId,
) -> Result<Option<Money>, Trouble> {
    if is_live(view, campaign, product)? {
        let skus = registration_sku::of_product(view, campaign, product)?;
        let registered = skus.into_iter().find(|submitted| submitted.sku_id == *sku);
        return Ok(registered.map(|submitted| submitted.campaign_price));
    }
    let Some(draft) = draft else { return Ok(None) };
    let drafted = draft_rows::product(view, draft, product)?;
    Ok(drafted.and_then(|product| {
        let entry = product
            .skus
            .into_iter()
            .find(|entry| entry.sku_id == *sku)?;
        entry.campaign_price
    }))
}

fn is_live(view: &View<'_>, campaign: &CampaignId, product: &ProductId) -> Result<bool, Trouble> {
    let state = registration_product::state(view, campaign, product)?;
    Ok(state.is_some_and(|state| state.is_live()))
}

pub(crate) fn recommendation_choose(
    desk: &Desk,
    context: &Context,
    request: RecommendationChoose,
) -> Answer<Changed> {
    let choice = chosen(&request, context)?;
    desk.write(context, "recommendation_choose", |tx| {
        let campaign = &request.campaign_id;
        campaign::require(tx, campaign)?;
        let skus: BTreeSet<&SkuId> = request.sku_ids.iter().collect();
        let mut taken = Vec::new();
        for id in &skus {
            let recommended = stated_terms::in_force(tx, campaign, id)?
                .and_then(|stated| stated.recommended_price)
                .ok_or_else(|| StoreError::Absent {
                    what: "recommendation for SKU",
                    id: id.to_string(),
                })?;
            let price = match choice {
                Choice::Accepted => Some(recommended),
                Choice::Edited => request.price,
                Choice::Dismissed => None,
            };
            if let Some(price) = price {
                let sku_id = (*id).clone();
                taken.push(WantedPrice { sku_id, price });
            }
            recommendation_choice::save(tx, campaign, id, choice, price)?;
        }
        let acknowledged: Acknowledged = request.acknowledged.iter().cloned().collect();
        take(tx, context, campaign, taken, &acknowledged)?;
        tx.summarise(Summary::with(
            "recommendation_choose",
            json!({ "skus": skus.len() }),
        ));
        Ok(Changed {
            changed: u32::try_from(skus.len()).unwrap_or(u32::MAX),
        })
    })
}

fn chosen(request: &RecommendationChoose, context: &Context) -> Answer<Choice> {
    let choice = match (request.choice, request.price) {
        (RecommendationChoice::Accepted, None) => Choice::Accepted,
        (RecommendationChoice::Dismissed, None) => Choice::Dismissed,
        (RecommendationChoice::Edited, Some(price))
            if price.is_positive() && price.fits_minor_unit() =>
        {
            Choice::Edited
        }
        (RecommendationChoice::Edited, _) => {
            return Err(CommandError::invalid(
                "price",
                context.say(
                    "Another price is wanted, and none that can be charged is given.",
                    "需要填写可收取的其他价格。",
                ),
                context.say(
                    "Enter a price above zero with the digits of the shop's currency.",
                    "请填写大于零且小数位数符合店铺货币的价格。",
                ),
            ));
        }
        _ => {
            return Err(CommandError::invalid(
                "choice",
                context.say(
                    "This is no choice that can be kept.",
                    "无法记录这样的选择。",
                ),
                context.say(
                    "Accept or dismiss without a price, or edit with one.",
                    "接受或忽略时不填价格，修改时请填写价格。",
                ),
            ));
        }
    };
    if request.sku_ids.is_empty() {
        return Err(CommandError::invalid(
            "sku_ids",
            context.say("No SKU is chosen.", "未选择 SKU。"),
            context.say("Choose at least one SKU.", "请至少选择一个 SKU。"),
        ));
    }
    Ok(choice)
}

/// Prices that were taken go where the SKU is: as a request where it is
/// registered, into the open draft otherwise.
fn take(
    tx: &Tx<'_>,
    context: &Context,
    campaign: &CampaignId,
    taken: Vec<WantedPrice>,
    acknowledged: &Acknowledged,
) -> Result<(), Trouble> {
    let mut by_product: BTreeMap<ProductId, Vec<WantedPrice>> = BTreeMap::new();
    for wanted in taken {
        let sku = sku::find(tx, &wanted.sku_id)?.ok_or_else(|| StoreError::Absent {
            what: "SKU",
            id: wanted.sku_id.to_string(),
        })?;
        by_product.entry(sku.product_id).or_default().push(wanted);
    }
    let draft = draft::open_for(tx, campaign)?;
    let mut cells = Vec::new();
    for (product, wanted) in by_product {
        if is_live(tx, campaign, &product)? {
            let edit = Edit::load(tx, context, campaign, &product, &wanted)?;
            // A price that holds already needs no request.
            if edit.changes() {
                edit.send(tx, context, acknowledged, || fresh_id(context.now))?;
            }
            continue;
        }
        for wanted in wanted {
            let place = Place {
                product_id: product.clone(),
                sku_id: wanted.sku_id,
            };
            if let Some(draft) = &draft
                && draft_rows::product_of(tx, draft, &place.sku_id)?.is_some()
            {
                let mut cell = Cells::of(place);
                cell.campaign_price = Some(Some(wanted.price));
                cells.push(cell);
            } else {
                return Err(nowhere(&place.sku_id, context).into());
            }
        }
    }
    if let Some(draft) = draft.filter(|_| !cells.is_empty()) {
        draft_rows::set_cells(tx, &draft, &cells)?;
    }
    Ok(())
}

fn nowhere(sku: &SkuId, context: &Context) -> CommandError {
    CommandError::invalid(
        "sku_ids",
        context.say(
            format!("SKU {sku} is neither registered nor in a draft for this campaign."),
            format!("SKU {sku} 既未报名，也不在该活动的草稿中。"),
        ),
        context.say(
            "Bring its product into the draft first, or dismiss the recommendation.",
            "请先将商品加入草稿，或忽略该推荐。",
        ),
    )
}
