//! Products that a change of the catalogue has put into SKU error: what to do, and by when (RG-19).

use super::{days_left, withdrawals};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::standing::sku_error_words;
use crate::trouble::Trouble;
use crate::wire::common::Nothing;
use crate::wire::registrations::{SkuErrorLine, SkuErrors};
use seller_domain::CampaignId;
use seller_domain::campaign::Campaign;
use seller_domain::registration::{ProductState, SkuErrorReason, WithdrawalScope};
use seller_rulebook::Param;
use seller_rulebook::message::Scribe;
use seller_store::registration_product::{self, Filter, Line};
use seller_store::withdrawal::{self, Withdrawal};
use seller_store::{View, campaign, shop};
use std::collections::HashMap;

/// So many are listed; each of them is work for the seller.
const LISTED: u32 = 2_000;

pub(crate) fn sku_errors(desk: &Desk, context: &Context, _: Nothing) -> Answer<SkuErrors> {
    desk.read(context, |view| {
        Ok(SkuErrors {
            errors: lines(view, context)?,
        })
    })
}

/// The products in SKU error of campaigns that are not over, the most urgent
/// first; those that are too late come last.
pub(crate) fn lines(view: &View<'_>, context: &Context) -> Result<Vec<SkuErrorLine>, Trouble> {
    let Some(shop) = shop::load(view)? else {
        return Ok(Vec::new());
    };
    let campaigns: HashMap<CampaignId, Campaign> = campaign::all(view)?
        .into_iter()
        .filter(|campaign| !campaign.running.is_over(context.now))
        .map(|campaign| (campaign.id.clone(), campaign))
        .collect();
    let filter = Filter {
        state: Some(ProductState::SkuError {
            reason: SkuErrorReason::default(),
        }),
        ..Filter::default()
    };
    let scribe = context.scribe(&shop);
    let asked = withdrawal::open(view)?;
    let mut lines: Vec<SkuErrorLine> = registration_product::page(view, &filter, 0, LISTED)?
        .into_iter()
        .filter_map(|line| {
            let campaign = campaigns.get(&line.campaign_id)?;
            let withdrawal = asked.iter().find(|asked| takes_out(asked, &line));
            let ProductState::SkuError { reason } = line.state else {
                return None;
            };
            let days_left = days_left(campaign, shop.time_zone, context.now);
            Some(SkuErrorLine {
                action: action(context, scribe, campaign, days_left, withdrawal),
                campaign_name: campaign.name.clone(),
                campaign_id: line.campaign_id,
                product_id: line.product_id,
                title: line.title,
                reason: sku_error_words(&reason, context.language),
                days_left,
                withdrawal: withdrawal.cloned().map(withdrawals::view),
            })
        })
        .collect();
    lines.sort_by_key(|line| (line.days_left < 0, line.days_left.abs()));
    Ok(lines)
}

/// Whether an open request would take the product out of its campaign.
fn takes_out(asked: &Withdrawal, line: &Line) -> bool {
    asked.scope != WithdrawalScope::ExtraDiscount
        && asked.campaign_id == line.campaign_id
        && asked.products.contains(&line.product_id)
}

/// What to do next: withdraw, record the decision on that, register again (RG-19).
fn action(
    context: &Context,
    scribe: Scribe,
    campaign: &Campaign,
    days_left: i32,
    withdrawal: Option<&Withdrawal>,
) -> String {
    let words = |instant| scribe.param(&Param::Instant(instant));
    let deadline = words(campaign.re_registration_ends());
    match (withdrawal, days_left < 0) {
        (None, false) => context.say(
            format!("Withdraw the product. Once the platform has approved that, register it again before {deadline}; until then it cannot take part."),
            format!("请撤回该商品，平台批准后在 {deadline} 之前重新报名；在此之前商品无法参加活动。"),
        ),
        (None, true) => context.say(
            format!("The deadline of {deadline} has passed: the product cannot take part any more. Withdraw it to free its stock."),
            format!("截止时间 {deadline} 已过，商品无法再参加活动。可撤回以释放库存。"),
        ),
        (Some(asked), too_late) => {
            let since = words(asked.request.requested_at);
            if too_late {
                return context.say(
                    format!("Its withdrawal was asked for at {since}: record the platform's decision. The deadline of {deadline} has passed, so the product cannot come back."),
                    format!("已于 {since} 申请撤回，请记录平台的审核结果。截止时间 {deadline} 已过，商品无法再参加活动。"),
                );
            }
            context.say(
                format!("Its withdrawal was asked for at {since}: record the platform's decision. Once it is approved, register the product again before {deadline}."),
                format!("已于 {since} 申请撤回，请记录平台的审核结果；批准后在 {deadline} 之前重新报名。"),
            )
        }
    }
}
