//! The platform's decisions on submitted products (RG-14).

use super::super::content::Scene;
use super::super::words;
use super::{Seen, What};
use crate::context::Context;
use crate::rooms::registrations::{is_decided_by_the_platform, wrong_state_words};
use crate::standing::{is_told_by, standing};
use crate::trouble::Trouble;
use crate::wire::registrations::ProductStanding;
use seller_domain::registration::ProductState;
use seller_domain::{CampaignId, ProductId};
use seller_exchange::stated::{DecidedState, StatedRow};
use seller_exchange::table::Field;
use seller_store::{Tx, View, product, registration_product};
use std::mem::discriminant;

/// The decision of a row; none if it lacks the product or the state.
pub(super) fn of_row(row: StatedRow) -> Option<What> {
    let reason = row.reason.map(String::from).unwrap_or_default();
    let state = match row.state? {
        DecidedState::Pending => ProductState::Pending,
        DecidedState::Registered => ProductState::Registered,
        DecidedState::Rejected => ProductState::Rejected { reason },
        DecidedState::SkuError => ProductState::SkuError {
            reason: reason.into(),
        },
        DecidedState::Withdrawn => ProductState::Withdrawn,
    };
    Some(What::Decision(row.product_id?, state))
}

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    campaign: &CampaignId,
    id: &ProductId,
    state: &ProductState,
) -> Result<Seen, Trouble> {
    let context = &scene.context;
    let refuse = |reason: String, remedy: String| {
        let value = Some(id.to_string());
        Seen::refused(
            id,
            words::refusal(Field::ProductId, value, reason, remedy, context),
        )
    };
    let Some(before) = registration_product::state(view, campaign, id)? else {
        return Ok(refuse(
            context.say(
                "The product was not submitted to this campaign.",
                "该商品未提交到此活动。",
            ),
            context.say("Choose the right campaign.", "请选择正确的活动。"),
        ));
    };
    let stays = discriminant(&before) == discriminant(state);
    if !stays && !is_decided_by_the_platform(&before) {
        let (reason, remedy) = wrong_state_words(id, &before, context);
        return Ok(refuse(reason, remedy));
    }
    if !stays && *state == ProductState::Withdrawn {
        return Ok(refuse(
            context.say(
                "A withdrawal has a request and an approval, which a table of decisions does not state.",
                "撤回需有申请与批准，审核结果表中没有这些信息。",
            ),
            context.say(
                "Request the withdrawal at the registration and record its approval there.",
                "请在报名页申请撤回，并在那里记录批准。",
            ),
        ));
    }
    let title = product::find(view, id)?.map(|product| product.title);
    let changes = if is_told_by(&before, state) {
        Vec::new()
    } else {
        let (before, after) = (word(&before, context), word(state, context));
        vec![words::change(
            Field::State,
            Some(before),
            Some(after),
            context,
        )]
    };
    Ok(Seen::of(id, title, false, changes))
}

/// A state in words, with its reason.
pub(super) fn word(state: &ProductState, context: &Context) -> String {
    let none = String::new;
    let (word, reason) = match standing(state, context.language) {
        ProductStanding::Pending => (context.say("Pending", "待审核"), none()),
        ProductStanding::Registered => (context.say("Registered", "已报名"), none()),
        ProductStanding::Rejected { reason } => (context.say("Rejected", "已拒绝"), reason),
        ProductStanding::SkuError { reason } => (context.say("SKU error", "SKU 异常"), reason),
        ProductStanding::Withdrawn => (context.say("Withdrawn", "已撤回"), none()),
    };
    if reason.is_empty() {
        word
    } else {
        context.say(format!("{word}: {reason}"), format!("{word}：{reason}"))
    }
}

pub(super) fn write(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    id: &ProductId,
    state: &ProductState,
) -> Result<(), Trouble> {
    registration_product::set_state(tx, campaign, std::slice::from_ref(id), state)?;
    Ok(())
}
