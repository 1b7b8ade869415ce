//! What the platform decided on products and requests, and when.

use crate::context::Context;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::registrations::PlatformVerdict;
use chrono::Timelike;
use seller_domain::Instant;
use seller_domain::registration::Decision;
use seller_rulebook::Param;
use seller_store::{View, shop};

/// What the platform decided; a refusal comes with its reason.
pub(super) fn decision(verdict: PlatformVerdict, context: &Context) -> Answer<Decision> {
    const LONGEST_REASON: usize = 1_000;
    let reason = match verdict {
        PlatformVerdict::Approved => return Ok(Decision::Approved),
        PlatformVerdict::Rejected { reason } => reason.trim().to_owned(),
    };
    let letters = reason.chars().count();
    if letters == 0 || letters > LONGEST_REASON || reason.contains('\0') {
        return Err(CommandError::invalid(
            "verdict.reason",
            context.say(
                format!("The reason has {letters} characters."),
                format!("原因有 {letters} 个字符。"),
            ),
            context.say(
                "Enter the platform's reason in 1 to 1,000 characters.",
                "请填写 1 至 1000 个字符的平台原因。",
            ),
        ));
    }
    Ok(Decision::Refused { reason })
}

/// A request is decided once.
pub(super) fn refuse_decided(what: &Decision, context: &Context) -> Result<(), CommandError> {
    if *what == Decision::Open {
        return Ok(());
    }
    Err(CommandError::invalid(
        "id",
        context.say(
            "The decision on this request is recorded already.",
            "该申请的审核结果已记录。",
        ),
        context.say(
            "Undo the step in the history if it was recorded by mistake.",
            "如记录有误，请在历史中撤销该步骤。",
        ),
    ))
}

/// When a request was decided: now, or at the stated moment after the request. Sellers read clocks
/// to the minute, so a decision in the very minute of the request counts as made with it.
pub(super) fn decided_at(
    view: &View<'_>,
    context: &Context,
    stated: Option<Instant>,
    requested_at: Instant,
) -> Result<Instant, Trouble> {
    let Some(stated) = stated else {
        return Ok(context.now);
    };
    let minute = requested_at.with_second(0);
    let minute = minute.and_then(|minute| minute.with_nanosecond(0));
    if minute.unwrap_or(requested_at) <= stated && stated <= context.now {
        return Ok(stated.max(requested_at));
    }
    let shop = shop::require(view)?;
    let scribe = context.scribe(&shop);
    let words = |instant| scribe.param(&Param::Instant(instant));
    let (said, asked, now) = (words(stated), words(requested_at), words(context.now));
    let message = if stated > context.now {
        context.say(
            format!("The decision is to have been made at {said}, but it is {now} now."),
            format!("审核时间为 {said}，而现在是 {now}。"),
        )
    } else {
        context.say(
            format!("The decision is to have been made at {said}, before the request at {asked}."),
            format!("审核时间 {said} 早于申请时间 {asked}。"),
        )
    };
    Err(CommandError::invalid(
        "decided_at",
        message,
        context.say(
            format!("Enter when the platform decided, from {asked} to {now}."),
            format!("请填写平台的审核时间，须在 {asked} 至 {now} 之间。"),
        ),
    )
    .into())
}
