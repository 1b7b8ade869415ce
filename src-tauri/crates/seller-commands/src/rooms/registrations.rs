//! What was submitted and what became of it: the list, one product, the platform's decisions.

mod deciding;
mod price_edits;
mod recommendations;
mod sku_errors;
mod withdrawals;

pub(crate) use price_edits::{
    Edit, due_day, price_edit_check, price_edit_decide, price_edit_request,
};
pub(crate) use recommendations::{recommendation_choose, recommendation_page};
pub(crate) use sku_errors::{lines as sku_error_lines, sku_errors};
pub(crate) use withdrawals::{withdrawal_decide, withdrawal_request, withdrawal_show};

use deciding::{decided_at, decision, refuse_decided};

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::standing::standing;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Page;
use crate::wire::registrations::{
    Changed, PlatformReason, RegisteredProduct, RegisteredSku, RegistrationDecide,
    RegistrationDetail, RegistrationGet, RegistrationPage, StateKind,
};
use chrono::TimeDelta;
use seller_domain::campaign::Campaign;
use seller_domain::registration::{Decision, ProductState, SkuErrorReason};
use seller_domain::{CampaignId, Instant, ProductId, Zone};
use seller_rulebook::review::review_price_editing;
use seller_store::facts::{self, Scope};
use seller_store::registration_product::{self, Filter, Line};
use seller_store::{
    Summary, Tx, View, campaign, platform_reason, price_edit, registration_sku, shop, sku,
    withdrawal,
};
use serde_json::json;
use std::collections::HashMap;

pub(crate) fn registration_page(
    desk: &Desk,
    context: &Context,
    request: RegistrationPage,
) -> Answer<Page<RegisteredProduct>> {
    desk.read(context, |view| {
        let campaign = campaign::require(view, &request.campaign_id)?;
        let zone = shop::require(view)?.time_zone;
        let filter = Filter {
            campaign_id: Some(request.campaign_id),
            product_id: None,
            state: request.state.map(state),
            text: request.search,
        };
        let window = request.window;
        let lines =
            registration_product::page(view, &filter, window.offset, window.limit.min(500))?;
        Ok(Page {
            total: registration_product::count(view, &filter)?,
            rows: lines
                .into_iter()
                .map(|line| registered(line, &campaign, zone, context))
                .collect(),
        })
    })
}

fn state(kind: StateKind) -> ProductState {
    match kind {
        StateKind::Pending => ProductState::Pending,
        StateKind::Registered => ProductState::Registered,
        StateKind::Rejected => ProductState::Rejected {
            reason: String::new(),
        },
        StateKind::SkuError => ProductState::SkuError {
            reason: SkuErrorReason::default(),
        },
        StateKind::Withdrawn => ProductState::Withdrawn,
    }
}

fn registered(line: Line, campaign: &Campaign, zone: Zone, context: &Context) -> RegisteredProduct {
    let in_error = matches!(line.state, ProductState::SkuError { .. });
    RegisteredProduct {
        days_to_register_again: in_error.then(|| days_left(campaign, zone, context.now)),
        can_register_again: !line.state.is_live() && lets_back_in(campaign, context.now),
        product_id: line.product_id,
        title: line.title,
        tier: line.tier,
        state: standing(&line.state, context.language),
        submitted_at: line.submitted_at,
        skus: line.skus,
        price_from: line.prices.map(|(from, _)| from),
        price_to: line.prices.map(|(_, to)| to),
        open_requests: line.open_requests,
    }
}

/// Whether products that are out of a campaign can be registered again now (CE-04).
fn lets_back_in(campaign: &Campaign, now: Instant) -> bool {
    campaign.registration.start <= now && now < campaign.re_registration_ends()
}

/// Calendar days of the shop up to the last one on which a product can be
/// registered again: 0 on that day, below zero once it is too late (RG-19).
pub(super) fn days_left(campaign: &Campaign, zone: Zone, now: Instant) -> i32 {
    let deadline = campaign.re_registration_ends();
    let last_day = zone.day_of(deadline - TimeDelta::nanoseconds(1));
    let days = (last_day - zone.day_of(now)).num_days();
    let days = if now < deadline { days } else { days.min(-1) };
    i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
}

pub(crate) fn registration_get(
    desk: &Desk,
    context: &Context,
    request: RegistrationGet,
) -> Answer<RegistrationDetail> {
    desk.read(context, |view| {
        let (campaign_id, product_id) = (&request.campaign_id, &request.product_id);
        let campaign = campaign::require(view, campaign_id)?;
        let shop = shop::require(view)?;
        let line = line_of(view, context, campaign_id, product_id)?;
        let state = line.state.clone();
        let facts = facts::load(
            view,
            campaign_id,
            Scope::Products(std::slice::from_ref(product_id)),
            context.now,
        )?;
        let cannot_edit = review_price_editing(product_id, &state, &facts);
        let reasons = platform_reason::of_product(view, campaign_id, product_id)?;
        Ok(RegistrationDetail {
            product: registered(line, &campaign, shop.time_zone, context),
            skus: skus(view, campaign_id, product_id)?,
            price_edits: price_edit::of_product(view, campaign_id, product_id)?
                .into_iter()
                .map(|edit| price_edits::view(edit, &facts))
                .collect::<Result<_, _>>()?,
            withdrawals: withdrawal::of_product(view, campaign_id, product_id)?
                .into_iter()
                .map(withdrawals::view)
                .collect(),
            platform_reasons: reasons
                .into_iter()
                .map(|reason| PlatformReason {
                    sku_id: reason.sku_id,
                    reason: reason.reason,
                    imported_at: reason.imported_at,
                })
                .collect(),
            cannot_edit: Views::new(context.scribe(&shop)).findings(&cannot_edit),
        })
    })
}

fn line_of(
    view: &View<'_>,
    context: &Context,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Line, Trouble> {
    let filter = Filter {
        campaign_id: Some(campaign.clone()),
        product_id: Some(product.clone()),
        ..Filter::default()
    };
    let found = registration_product::page(view, &filter, 0, 1)?.pop();
    Ok(found.ok_or_else(|| unknown(product, context))?)
}

fn unknown(product: &ProductId, context: &Context) -> CommandError {
    CommandError::not_found("registered product", product, context.language)
}

fn skus(
    view: &View<'_>,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<Vec<RegisteredSku>, Trouble> {
    let variations: HashMap<_, _> = sku::of_product(view, product)?
        .into_iter()
        .map(|sku| (sku.id, sku.variation))
        .collect();
    let choices = recommendations::choices(view, campaign)?;
    registration_sku::of_product(view, campaign, product)?
        .into_iter()
        .map(|sku| {
            Ok(RegisteredSku {
                variation: variations.get(&sku.sku_id).cloned().unwrap_or_default(),
                campaign_price: sku.campaign_price,
                campaign_stock: sku.campaign_stock,
                extra_discount: sku.extra_discount,
                retail_price: sku.retail_price,
                recommendation: recommendations::of_sku(view, campaign, &sku.sku_id, &choices)?,
                sku_id: sku.sku_id,
            })
        })
        .collect()
}

pub(crate) fn registration_decide(
    desk: &Desk,
    context: &Context,
    request: RegistrationDecide,
) -> Answer<Changed> {
    let decided = match decision(request.verdict, context)? {
        Decision::Refused { reason } => ProductState::Rejected { reason },
        Decision::Approved | Decision::Open => ProductState::Registered,
    };
    desk.write(context, "registration_decide", |tx| {
        let campaign = &request.campaign_id;
        campaign::require(tx, campaign)?;
        let products = match request.product_ids {
            Some(products) => {
                for product in &products {
                    refuse_undecidable(tx, context, campaign, product)?;
                }
                products
            }
            None => registration_product::in_state(tx, campaign, &ProductState::Pending)?,
        };
        let changed = registration_product::set_state(tx, campaign, &products, &decided)?;
        let changed = u32::try_from(changed).unwrap_or(u32::MAX);
        tx.summarise(Summary::with(
            "registration_decide",
            json!({ "products": changed }),
        ));
        Ok(Changed { changed })
    })
}

/// A decision can be recorded for what waits for one, and be corrected; what
/// the seller took out, or what is in SKU error, the platform does not decide.
fn refuse_undecidable(
    tx: &Tx<'_>,
    context: &Context,
    campaign: &CampaignId,
    product: &ProductId,
) -> Result<(), Trouble> {
    let state = registration_product::state(tx, campaign, product)?
        .ok_or_else(|| unknown(product, context))?;
    if is_decided_by_the_platform(&state) {
        return Ok(());
    }
    Err(wrong_state(product, &state, context).into())
}

/// Whether the platform decides on a product in this state.
pub(crate) fn is_decided_by_the_platform(state: &ProductState) -> bool {
    match state {
        ProductState::Pending | ProductState::Registered | ProductState::Rejected { .. } => true,
        ProductState::SkuError { .. } | ProductState::Withdrawn => false,
    }
}

/// The product is in a state in which this cannot be done.
fn wrong_state(product: &ProductId, state: &ProductState, context: &Context) -> CommandError {
    let (reason, remedy) = wrong_state_words(product, state, context);
    CommandError::invalid("product_ids", reason, remedy)
}

/// The same in words: what is the matter, and what to do.
pub(crate) fn wrong_state_words(
    product: &ProductId,
    state: &ProductState,
    context: &Context,
) -> (String, String) {
    let (english, chinese, action, action_chinese) = match state {
        ProductState::Pending => (
            "pending",
            "审核中",
            "Wait for the platform's decision and record it.",
            "请等待并记录平台的审核结果。",
        ),
        ProductState::Registered => (
            "registered",
            "已报名",
            "Leave it out of the choice.",
            "请取消选择该商品。",
        ),
        ProductState::Rejected { .. } => (
            "rejected",
            "已拒绝",
            "Register it again while registration is open.",
            "请在报名期内重新报名。",
        ),
        ProductState::SkuError { .. } => (
            "in SKU error",
            "SKU 异常",
            "Withdraw it; once that is approved, register it again before the deadline.",
            "请撤回该商品，批准后在截止前重新报名。",
        ),
        ProductState::Withdrawn => (
            "withdrawn",
            "已撤回",
            "Register it again while that is possible.",
            "请在允许时重新报名。",
        ),
    };
    let reason = context.say(
        format!("Product {product} is {english}."),
        format!("商品 {product} {chinese}。"),
    );
    (reason, context.say(action, action_chinese))
}

/// Nothing can be asked for in a campaign that is over.
fn refuse_over(campaign: &Campaign, context: &Context) -> Result<(), CommandError> {
    if !campaign.running.is_over(context.now) {
        return Ok(());
    }
    Err(CommandError::invalid(
        "campaign_id",
        context.say(
            format!("The campaign {} is over.", campaign.name),
            format!("活动“{}”已结束。", campaign.name),
        ),
        context.say(
            "Choose a campaign that is still to come or running.",
            "请选择尚未结束的活动。",
        ),
    ))
}
