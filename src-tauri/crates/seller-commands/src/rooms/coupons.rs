//! Seller coupons: the wizard, the list, the calendar, who gets them.

mod calendar;
mod codes;
mod customers;
mod export;
mod list;
mod outlook;
mod picture;
mod products;
mod saving;
mod shape;
mod words;

pub(crate) use calendar::coupon_calendar;
pub(crate) use codes::{
    coupon_card, coupon_code_suggest, coupon_code_taken, coupon_settings, coupon_settings_save,
};
pub(crate) use customers::{coupon_customer_file, coupon_customer_test, coupon_review_words};
pub(crate) use export::coupon_export;
pub(crate) use list::{coupon_get, coupon_page, flag};
pub(crate) use outlook::{coupon_below_cost, coupon_outlook};
pub(crate) use picture::coupon_card_save;
pub(crate) use products::{
    candidate, chosen, coupon_product_candidates, coupon_products, matching,
};
pub(crate) use saving::{
    coupon_addon_record, coupon_deactivate, coupon_edit, coupon_save, coupon_send,
};
pub(crate) use words::changes as term_changes;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::coupons::{
    CouponCheck, CouponChecked, CouponDraftSave, CouponFinding, CouponForm, CouponGet,
    CouponRepair, CouponTemplate,
};
use seller_domain::seller_coupon::{
    ClaimPrefix, CouponDraft, CouponField, CouponKind, CouponScope, SellerCoupon, full_claim_code,
};
use seller_domain::shop::Shop;
use seller_domain::{Money, SellerCouponId};
use seller_rulebook::coupon_cases::{CouponCase, TakenCode};
use seller_rulebook::message::count_text;
use seller_rulebook::review::review_coupon;
use seller_rulebook::{CouponFacts, Finding, Policy};
use seller_store::{
    StoreError, Summary, View, coupon_draft, fresh_id, product, seller_coupon, shop,
    taken_claim_code,
};
use serde_json::json;
use std::collections::HashMap;

/// Everything that a coupon is checked against, read in one state of the file.
fn facts(view: &View<'_>, context: &Context, draft: &CouponDraft) -> Result<CouponFacts, Trouble> {
    let shop = shop_of(view, context, draft)?;
    let policy = policy(&shop, context);
    let mut products = HashMap::new();
    if let CouponScope::Products { ids } = &draft.scope {
        for id in ids {
            if let Some(product) = product::find(view, id)? {
                products.insert(product.id, product.status);
            }
        }
    }
    Ok(CouponFacts {
        now: context.now,
        prefix: codes::prefix(view, &shop, &policy)?,
        addons: codes::addons(view)?,
        others: seller_coupon::others(view, context.now)?,
        taken_codes: taken_claim_code::all(view)?
            .into_iter()
            .map(|taken| TakenCode {
                claim_code: taken.claim_code,
                noted_at: taken.noted_at,
            })
            .collect(),
        products,
        shop,
    })
}

/// The shop whose coupon a draft is: one that sells in the currency of its amounts.
fn shop_of(view: &View<'_>, context: &Context, draft: &CouponDraft) -> Result<Shop, Trouble> {
    let shop = shop::require(view)?;
    for (field, amount) in [
        (CouponField::Amount, draft.amount),
        (CouponField::MaximumDiscount, draft.maximum_discount),
        (CouponField::MinimumSpend, draft.minimum_spend),
    ] {
        require_currency(&shop, field.as_str(), amount, context)?;
    }
    Ok(shop)
}

/// Amounts of another currency are refused before anything is reckoned with them.
fn require_currency(
    shop: &Shop,
    field: &str,
    amount: Option<Money>,
    context: &Context,
) -> Result<(), CommandError> {
    let Some(amount) = amount.filter(|amount| amount.currency() != shop.currency) else {
        return Ok(());
    };
    let sells_in = shop.currency;
    Err(CommandError::invalid(
        field,
        context.say(
            format!("{amount} is not in {sells_in}, in which the shop sells."),
            format!("{amount} 不是店铺货币 {sells_in}。"),
        ),
        context.say(
            format!("Enter an amount in {sells_in}."),
            format!("请填写 {sells_in} 金额。"),
        ),
    ))
}

fn policy(shop: &Shop, context: &Context) -> Policy {
    Policy::on(
        shop.market,
        shop.currency,
        shop.time_zone.day_of(context.now),
    )
}

pub(crate) fn coupon_template(
    desk: &Desk,
    context: &Context,
    request: CouponTemplate,
) -> Answer<CouponForm> {
    desk.read(context, |view| {
        let draft = CouponDraft::new(fresh_id(context.now).into(), request.kind);
        form(view, context, draft)
    })
}

/// A draft in the wizard.
fn form(view: &View<'_>, context: &Context, draft: CouponDraft) -> Result<CouponForm, Trouble> {
    let shop = shop_of(view, context, &draft)?;
    let policy = policy(&shop, context);
    let before = seller_coupon::find(view, &draft.id)?;
    Ok(CouponForm {
        shape: shape::of(
            draft.kind,
            before.as_ref(),
            codes::prefix(view, &shop, &policy)?,
            &policy,
            context,
        ),
        edits: before.is_some(),
        draft,
    })
}

pub(crate) fn coupon_check(
    desk: &Desk,
    context: &Context,
    request: CouponCheck,
) -> Answer<CouponChecked> {
    desk.read(context, |view| {
        let draft = &request.draft;
        let facts = facts(view, context, draft)?;
        let policy = facts.policy();
        let before = seller_coupon::find(view, &draft.id)?;
        let case = CouponCase {
            facts: &facts,
            policy: &policy,
            draft,
            before: before.as_ref(),
        };
        let review = review_coupon(&case);
        let mut findings: Vec<&Finding> = review.findings().collect();
        findings.sort_by_key(|finding| finding.grade);
        let mut views = Views::new(context.scribe(&facts.shop));
        Ok(CouponChecked {
            passes: !review.blocks(),
            findings: findings
                .into_iter()
                .map(|finding| CouponFinding {
                    finding: views.finding(finding),
                    changes: finding.fault.changes.clone(),
                })
                .collect(),
            full_claim_code: code_of(draft).map(|code| full_claim_code(&facts.prefix, code)),
            shape: shape::of(
                draft.kind,
                before.as_ref(),
                facts.prefix.clone(),
                &policy,
                context,
            ),
        })
    })
}

/// The claim code of a promo code that has one.
fn code_of(draft: &CouponDraft) -> Option<&str> {
    let code = draft.claim_code.trim();
    (draft.kind.has(CouponField::ClaimCode) && !code.is_empty()).then_some(code)
}

pub(crate) fn coupon_repair(
    desk: &Desk,
    context: &Context,
    request: CouponRepair,
) -> Answer<CouponForm> {
    let mut draft = request.draft;
    for change in &request.changes {
        draft.apply(change);
    }
    desk.read(context, |view| form(view, context, draft))
}

/// The wizard for a coupon or a kept draft of one. Changes that were kept of a saved coupon come
/// back.
pub(crate) fn coupon_open(
    desk: &Desk,
    context: &Context,
    request: CouponGet,
) -> Answer<CouponForm> {
    desk.read(context, |view| {
        let id = &request.coupon_id;
        let draft = match coupon_draft::find(view, id)? {
            Some(kept) => kept.draft,
            None => CouponDraft::editing(&seller_coupon::require(view, id)?),
        };
        form(view, context, draft)
    })
}

pub(crate) fn coupon_draft_save(
    desk: &Desk,
    context: &Context,
    request: CouponDraftSave,
) -> Answer<CouponForm> {
    let mut draft = request.draft;
    if draft.id.as_str().is_empty() {
        draft.id = fresh_id(context.now).into();
    }
    desk.write(context, "coupon_draft_save", |tx| {
        coupon_draft::keep(tx, &draft)?;
        form(tx, context, draft)
    })
}

pub(crate) fn coupon_draft_delete(
    desk: &Desk,
    context: &Context,
    request: CouponGet,
) -> Answer<Nothing> {
    desk.write(context, "coupon_draft_delete", |tx| {
        if coupon_draft::remove(tx, &request.coupon_id)? {
            return Ok(Nothing {});
        }
        Err(absent_draft(&request.coupon_id).into())
    })
}

fn absent_draft(id: &SellerCouponId) -> StoreError {
    StoreError::Absent {
        what: "draft of a coupon",
        id: id.to_string(),
    }
}

/// Clones the settings of any coupon, or of a draft, into a draft (CP-24).
pub(crate) fn coupon_duplicate(
    desk: &Desk,
    context: &Context,
    request: CouponGet,
) -> Answer<CouponForm> {
    desk.write(context, "coupon_duplicate", |tx| {
        let id = fresh_id(context.now);
        let draft = match seller_coupon::find(tx, &request.coupon_id)? {
            Some(coupon) => CouponDraft::duplicate_of(&coupon, id.into(), context.now),
            None => {
                let kept = coupon_draft::find(tx, &request.coupon_id)?
                    .ok_or_else(|| absent_draft(&request.coupon_id))?;
                CouponDraft {
                    id: id.into(),
                    ..kept.draft
                }
            }
        };
        coupon_draft::keep(tx, &draft)?;
        tx.summarise(Summary::with(
            "coupon_duplicate",
            json!({ "kind": kind_key(draft.kind) }),
        ));
        form(tx, context, draft)
    })
}

/// The type as the history keeps it.
fn kind_key(kind: CouponKind) -> &'static str {
    match kind {
        CouponKind::Standard => "standard",
        CouponKind::Follower => "follower",
        CouponKind::Review => "review",
        CouponKind::Chat => "chat",
        CouponKind::PromoCode => "promo_code",
    }
}

/// The coupon that a draft would be, for looking at it beside the others; none while it lacks
/// something.
fn as_planned(draft: &CouponDraft, context: &Context) -> Option<SellerCoupon> {
    Some(SellerCoupon {
        id: draft.id.clone(),
        terms: draft.terms().ok()?,
        origin: seller_domain::seller_coupon::CouponOrigin::Planned,
        recorded_at: context.now,
        deactivated_at: None,
        sent_at: None,
        results: None,
    })
}

/// A number with what it counts, in English.
fn so_many(count: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        count_text(count),
        if count == 1 { one } else { many }
    )
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What stands before the shop's claim codes, for other rooms.
pub(crate) fn claim_prefix(
    view: &View<'_>,
    shop: &Shop,
    context: &Context,
) -> Result<ClaimPrefix, Trouble> {
    codes::prefix(view, shop, &policy(shop, context))
}
