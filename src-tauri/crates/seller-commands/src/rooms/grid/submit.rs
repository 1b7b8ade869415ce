//! Submitting a draft: checked again inside the write that stores it.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::rooms::campaigns;
use crate::rooms::grid::lists::unit;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::campaigns::{CampaignLine, CampaignPhase, EligibilityState};
use crate::wire::drafts::{DraftSubmit, Submitted};
use crate::workbench::count;
use seller_domain::campaign::Approval;
use seller_domain::registration::{Draft, DraftSku};
use seller_domain::{CampaignId, Money, ProductId};
use seller_planner::OrderTerms;
use seller_planner::profit::UnitEconomics;
use seller_rulebook::Facts;
use seller_rulebook::review::accept_registration;
use seller_store::facts::{self, Scope};
use seller_store::registration::{self, Planned};
use seller_store::{Summary, Tx, View, draft, draft_rows, fresh_id};
use serde_json::json;

pub(crate) fn draft_submit(
    desk: &Desk,
    context: &Context,
    request: DraftSubmit,
) -> Answer<Submitted> {
    let mut submitted = desk.write(context, "draft_submit", |tx| submit(tx, context, &request))?;
    submitted.proposals = desk.read(context, |view| {
        proposals(view, context, &submitted.campaign_id)
    })?;
    Ok(submitted)
}

fn submit(tx: &Tx<'_>, context: &Context, request: &DraftSubmit) -> Result<Submitted, Trouble> {
    let head = draft::head(tx, &request.draft_id)?;
    let facts = facts::load(
        tx,
        &head.campaign_id,
        Scope::Draft(&request.draft_id),
        context.now,
    )?;
    let draft = draft_rows::load(tx, &request.draft_id)?;
    if draft.products.is_empty() {
        return Err(crate::error::CommandError::invalid(
            "products",
            context.say("The draft has no products.", "草稿中没有商品。"),
            context.say("Bring products in first.", "请先添加商品。"),
        )
        .into());
    }
    let units = units(&draft);
    let acknowledged = request.acknowledged.iter().cloned().collect();
    let accepted = accept_registration(draft, &facts, &acknowledged).map_err(|refused| {
        let mut views = Views::new(context.scribe(&facts.shop));
        Trouble::Answer(views.refused(&refused))
    })?;
    let planned = planned(&facts, accepted.get());
    let stored = registration::insert(tx, &fresh_id(context.now), &accepted, &facts, planned)?;
    draft::close(tx, &request.draft_id)?;
    tx.summarise(Summary::with(
        "draft_submit",
        json!({ "products": stored.products, "skus": stored.skus }),
    ));
    Ok(Submitted {
        campaign_id: head.campaign_id,
        sub_campaigns: facts.campaign.sub_campaigns.clone(),
        submitted_at: stored.submitted_at,
        products: stored.products,
        skus: stored.skus,
        units,
        registered_at_once: facts.campaign.approval == Approval::AtOnce,
        proposals: Vec::new(),
    })
}

fn units(draft: &Draft) -> u32 {
    use rust_decimal::prelude::ToPrimitive;
    let stock = draft.products.iter().flat_map(|product| &product.skus);
    let units: u64 = stock.filter_map(|sku| sku.campaign_stock?.to_u64()).sum();
    count(usize::try_from(units).unwrap_or(usize::MAX))
}

/// The money planned for each SKU, kept with the registration.
pub(crate) fn planned(
    facts: &Facts,
    draft: &Draft,
) -> impl Fn(&ProductId, &DraftSku) -> Option<Planned> {
    let terms = OrderTerms::of(facts, &facts.policy(), &draft.coupons).ok();
    move |product_id, entry| {
        let known = facts.products.get(product_id)?;
        let terms = terms.as_ref()?.leaving_out(known.excluded);
        Some(kept(&unit(entry, known, &terms)?))
    }
}

/// What is kept of a unit's money.
pub(crate) fn kept(unit: &UnitEconomics) -> Planned {
    let zero = Money::zero(unit.price.currency());
    Planned {
        fees: unit.fees.iter().fold(zero, |sum, fee| sum + fee.amount),
        margin: unit.margin,
    }
}

/// Further campaigns that are open to the shop and that it is not in yet (RG-26).
fn proposals(
    view: &View<'_>,
    context: &Context,
    submitted: &CampaignId,
) -> Result<Vec<CampaignLine>, Trouble> {
    let lines = campaigns::lines(view, context)?;
    let suits = |line: &CampaignLine| {
        line.id != *submitted
            && line.phase == CampaignPhase::Open
            && line.eligibility != EligibilityState::Ineligible
            && line.products.pending + line.products.registered == 0
    };
    Ok(lines.into_iter().filter(suits).collect())
}
