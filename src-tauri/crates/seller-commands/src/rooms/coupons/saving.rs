//! Saving coupons: new ones, allowed edits, deactivating, sending, addon coupons that are there.

use super::list::detail;
use super::{facts, kind_key, outlook, shop_of};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::coupon_book::{CouponDetail, CouponDo};
use crate::wire::coupons::{CouponAddonRecord, CouponSave};
use seller_domain::SellerCouponId;
use seller_domain::seller_coupon::{
    CouponDraft, CouponField, CouponOrigin, CouponSpend, SellerCoupon,
};
use seller_planner::seller_coupon::draft_spend;
use seller_rulebook::Accepted;
use seller_rulebook::coupon_cases::{CouponAct, CouponActCase, CouponCase};
use seller_rulebook::review::{accept_coupon, accept_coupon_act};
use seller_store::coupon_event::Act;
use seller_store::{Summary, Tx, coupon_draft, fresh_id, seller_coupon, shop};
use serde_json::json;

pub(crate) fn coupon_save(
    desk: &Desk,
    context: &Context,
    mut request: CouponSave,
) -> Answer<CouponDetail> {
    if request.draft.id.as_str().is_empty() {
        request.draft.id = fresh_id(context.now).into();
    }
    desk.write(context, "coupon_save", |tx| {
        let draft = &request.draft;
        if seller_coupon::find(tx, &draft.id)?.is_some() {
            return Err(saved_already(draft, context).into());
        }
        let accepted = accepted(tx, context, &request, None)?;
        let average = shop::require(tx)?.average_order_value;
        let estimated = draft_spend(draft, average).and_then(|spend: CouponSpend| spend.estimated);
        seller_coupon::insert(tx, &accepted, estimated)?;
        coupon_draft::remove(tx, &draft.id)?;
        summarise(tx, "coupon_save", &accepted);
        detail(tx, context, &draft.id)
    })
}

fn saved_already(draft: &CouponDraft, context: &Context) -> CommandError {
    let name = draft.name.trim();
    CommandError::Outdated {
        message: context.say(
            format!("{name} is saved already. Open it to edit it, or duplicate it."),
            format!("{name} 已保存。请打开后编辑，或复制一份。"),
        ),
    }
}

pub(crate) fn coupon_edit(
    desk: &Desk,
    context: &Context,
    request: CouponSave,
) -> Answer<CouponDetail> {
    desk.write(context, "coupon_edit", |tx| {
        let before = seller_coupon::require(tx, &request.draft.id)?;
        let accepted = accepted(tx, context, &request, Some(&before))?;
        seller_coupon::update(tx, &accepted, Act::Edited)?;
        coupon_draft::remove(tx, &request.draft.id)?;
        summarise(tx, "coupon_edit", &accepted);
        detail(tx, context, &request.draft.id)
    })
}

/// The check again, on facts of this transaction, and the typed confirmation.
fn accepted(
    tx: &Tx<'_>,
    context: &Context,
    request: &CouponSave,
    before: Option<&SellerCoupon>,
) -> Result<Accepted<SellerCoupon>, Trouble> {
    let draft = &request.draft;
    let facts = facts(tx, context, draft)?;
    let policy = facts.policy();
    let case = CouponCase {
        facts: &facts,
        policy: &policy,
        draft,
        before,
    };
    let acknowledged = request.acknowledged.iter().cloned().collect();
    let accepted = accept_coupon(&case, &acknowledged)
        .map_err(|refused| Views::new(context.scribe(&facts.shop)).refused(&refused))?;
    require_confirmed(tx, context, request, before)?;
    Ok(accepted)
}

/// A coupon that goes below cost is typed once more. An edit that leaves what it takes off, from
/// what and when as it was needs no second confirmation.
fn require_confirmed(
    tx: &Tx<'_>,
    context: &Context,
    request: &CouponSave,
    before: Option<&SellerCoupon>,
) -> Result<(), Trouble> {
    let draft = &request.draft;
    let same = before.is_some_and(|before| {
        let was = CouponDraft::editing(before);
        (
            was.amount,
            was.rate,
            was.maximum_discount,
            was.minimum_spend,
            was.period,
        ) == (
            draft.amount,
            draft.rate,
            draft.maximum_discount,
            draft.minimum_spend,
            draft.period,
        ) && was.scope == draft.scope
    });
    if same {
        return Ok(());
    }
    let Some(wanted) = outlook::guard(tx, context, draft)?.confirm else {
        return Ok(());
    };
    let typed = request.confirm.as_deref().unwrap_or_default().trim();
    if wanted.is_met_by(typed) {
        return Ok(());
    }
    let asked = outlook::confirm(wanted, context);
    let message = match typed {
        "" => context.say(
            "The coupon goes below cost and was not confirmed.",
            "该优惠券会低于成本，且尚未确认。",
        ),
        typed => context.say(
            format!("\"{typed}\" does not confirm the coupon, which goes below cost."),
            format!("“{typed}”与该低于成本的优惠券不符。"),
        ),
    };
    Err(CommandError::invalid("confirm", message, asked.words).into())
}

fn summarise(tx: &Tx<'_>, command: &str, accepted: &Accepted<SellerCoupon>) {
    let kind = kind_key(accepted.get().terms.kind);
    tx.summarise(Summary::with(command, json!({ "kind": kind })));
}

pub(crate) fn coupon_deactivate(
    desk: &Desk,
    context: &Context,
    request: CouponDo,
) -> Answer<CouponDetail> {
    act(
        desk,
        context,
        "coupon_deactivate",
        &request,
        (CouponAct::Deactivate, Act::Deactivated),
    )
}

pub(crate) fn coupon_send(
    desk: &Desk,
    context: &Context,
    request: CouponDo,
) -> Answer<CouponDetail> {
    act(
        desk,
        context,
        "coupon_send",
        &request,
        (CouponAct::Send, Act::Sent),
    )
}

fn act(
    desk: &Desk,
    context: &Context,
    command: &str,
    request: &CouponDo,
    (act, event): (CouponAct, Act),
) -> Answer<CouponDetail> {
    desk.write(context, command, |tx| {
        let shop = shop::require(tx)?;
        let coupon = seller_coupon::require(tx, &request.coupon_id)?;
        let case = CouponActCase {
            now: context.now,
            coupon: &coupon,
            act,
        };
        let acknowledged = request.acknowledged.iter().cloned().collect();
        let accepted = accept_coupon_act(&case, &acknowledged)
            .map_err(|refused| Views::new(context.scribe(&shop)).refused(&refused))?;
        seller_coupon::update(tx, &accepted, event)?;
        summarise(tx, command, &accepted);
        detail(tx, context, &coupon.id)
    })
}

/// No rule refuses what the platform has created; only what is missing is named.
pub(crate) fn coupon_addon_record(
    desk: &Desk,
    context: &Context,
    request: CouponAddonRecord,
) -> Answer<CouponDetail> {
    let id = SellerCouponId::from(fresh_id(context.now));
    let mut draft = request.draft;
    draft.id = id.clone();
    let name = draft.name.trim();
    if name.is_empty() {
        return Err(missing(CouponField::Name, context));
    }
    let terms = draft
        .terms()
        .map_err(|unfinished| missing(unfinished.0, context))?;
    if !terms.period.is_forward() {
        return Err(CommandError::invalid(
            CouponField::Period.as_str(),
            context.say(
                "The period ends before it begins.",
                "时间段的结束早于开始。",
            ),
            context.say("Enter a later end.", "请输入更晚的结束时间。"),
        ));
    }
    let coupon = SellerCoupon {
        id: id.clone(),
        terms,
        origin: CouponOrigin::Addon {
            came_with: request.came_with,
        },
        recorded_at: context.now,
        deactivated_at: None,
        sent_at: None,
        results: None,
    };
    desk.write(context, "coupon_addon_record", |tx| {
        shop_of(tx, context, &draft)?;
        seller_coupon::record(tx, &coupon, None, Act::Recorded)?;
        detail(tx, context, &id)
    })
}

fn missing(field: CouponField, context: &Context) -> CommandError {
    let name = super::words::field_name(
        field,
        seller_domain::seller_coupon::CouponKind::Standard,
        context,
    );
    CommandError::invalid(
        field.as_str(),
        context.say(format!("{name} is missing."), format!("缺少{name}。")),
        context.say(
            "Enter what Seller Center shows of the coupon.",
            "请按卖家中心显示的内容填写。",
        ),
    )
}
