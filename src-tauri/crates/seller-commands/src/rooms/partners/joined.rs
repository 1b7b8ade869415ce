//! What joined: registered products with their states and samples (AF-07, AF-08).

use super::campaigns::counts;
use super::{MOST_ROWS, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::wire::partner_campaigns::JoinedCounts;
use crate::wire::partner_products::{
    JoinedDetail, JoinedEvent, JoinedGet, JoinedLine, JoinedList, JoinedMay, JoinedPage,
};
use seller_domain::partner_campaign::{JoinedProduct, JoinedStateKind, PartnerCampaign};
use seller_domain::{PartnerCampaignId, ProductId};
use seller_store::partner_product::{self, Act, Event, Filter, Listed, Tally};
use seller_store::{View, partner_campaign, product, shop};
use std::collections::HashMap;

pub(crate) fn partner_product_page(
    desk: &Desk,
    context: &Context,
    request: JoinedPage,
) -> Answer<JoinedList> {
    desk.read(context, |view| {
        shop::require(view)?;
        let campaigns = campaigns(view, request.campaign_id.as_ref())?;
        let filter = Filter {
            campaign_id: request.campaign_id,
            state: request.state,
            text: request.search,
        };
        let window = request.window;
        let part = (window.offset, window.limit.min(MOST_ROWS));
        Ok(JoinedList {
            total: partner_product::count(view, &filter)?,
            rows: partner_product::page(view, &filter, part)?
                .into_iter()
                .map(|listed| {
                    let campaign = campaigns.get(&listed.product.campaign_id);
                    line(listed, campaign, context)
                })
                .collect(),
            counts: all_counts(view, filter.campaign_id.as_ref())?,
        })
    })
}

/// The campaign that is asked for, which has to be there, or all of them.
fn campaigns(
    view: &View<'_>,
    only: Option<&PartnerCampaignId>,
) -> Result<HashMap<PartnerCampaignId, PartnerCampaign>, Trouble> {
    let found = match only {
        Some(id) => vec![partner_campaign::require(view, id)?],
        None => partner_campaign::all(view)?,
    };
    let by_id = found.into_iter().map(|one| (one.id.clone(), one));
    Ok(by_id.collect())
}

fn all_counts(view: &View<'_>, only: Option<&PartnerCampaignId>) -> Result<JoinedCounts, Trouble> {
    let tallies = partner_product::tallies(view)?;
    let wanted = tallies
        .into_iter()
        .filter(|(id, _)| only.is_none_or(|only| only == id));
    let sum = wanted.fold(Tally::default(), |sum, (_, one)| Tally {
        pending: sum.pending + one.pending,
        approved: sum.approved + one.approved,
        rejected: sum.rejected + one.rejected,
        pending_closed: sum.pending_closed + one.pending_closed,
        closed: sum.closed + one.closed,
        samples_set: sum.samples_set + one.samples_set,
        samples_approved: sum.samples_approved + one.samples_approved,
    });
    Ok(counts(sum))
}

fn line(listed: Listed, campaign: Option<&PartnerCampaign>, context: &Context) -> JoinedLine {
    let product = listed.product;
    JoinedLine {
        may: may(&product, campaign, context),
        state: words::state(&product.state, context),
        samples_left: product.samples.left(),
        title: listed.title,
        campaign: listed.campaign,
        product,
    }
}

fn may(
    product: &JoinedProduct,
    campaign: Option<&PartnerCampaign>,
    context: &Context,
) -> JoinedMay {
    let state = product.state.kind();
    let open = campaign.is_some_and(|campaign| campaign.registration.contains(context.now));
    JoinedMay {
        become_next: state.next().to_vec(),
        change_rate: state == JoinedStateKind::Pending,
        note_samples: !matches!(state, JoinedStateKind::Pending | JoinedStateKind::Rejected),
        register_again: open && !product.state.is_in(),
    }
}

pub(crate) fn partner_product_get(
    desk: &Desk,
    context: &Context,
    request: JoinedGet,
) -> Answer<JoinedDetail> {
    desk.read(context, |view| {
        detail(view, context, &request.campaign_id, &request.product_id)
    })
}

/// One product with all that happened to it.
pub(super) fn detail(
    view: &View<'_>,
    context: &Context,
    campaign_id: &PartnerCampaignId,
    id: &ProductId,
) -> Result<JoinedDetail, Trouble> {
    let campaign = partner_campaign::require(view, campaign_id)?;
    let joined = partner_product::require(view, campaign_id, id)?;
    let costs = partner_product::facts(view, None, id)?.map(|known| known.costs);
    let events = partner_product::events(view, campaign_id, id)?;
    let listed = Listed {
        title: product::find(view, id)?.map_or_else(String::new, |product| product.title),
        campaign: campaign.name.clone(),
        product: joined.clone(),
    };
    Ok(JoinedDetail {
        history: history(&events, &joined, context),
        sample_cost: costs.and_then(|costs| costs.most),
        line: line(listed, Some(&campaign), context),
    })
}

/// What happened, the latest first. What a product was after a step is what it was before the
/// next one.
fn history(events: &[Event], now: &JoinedProduct, context: &Context) -> Vec<JoinedEvent> {
    let mut after = now;
    let mut shown = Vec::with_capacity(events.len() + 1);
    for event in events.iter().rev() {
        shown.push(JoinedEvent {
            at: event.at,
            what: what(event, after, context),
            acknowledged: event.acknowledged.clone(),
        });
        after = &event.before;
    }
    let (rate, samples) = (after.rate, after.samples.set);
    shown.push(JoinedEvent {
        at: after.submitted_at,
        what: context.say(
            format!("Submitted at {rate} % with {samples} samples"),
            format!("以 {rate} % 佣金率、{samples} 件样品提交"),
        ),
        acknowledged: Vec::new(),
    });
    shown
}

fn what(event: &Event, after: &JoinedProduct, context: &Context) -> String {
    let before = &event.before;
    match event.act {
        Act::SubmittedAgain => {
            let (rate, samples) = (after.rate, after.samples.set);
            context.say(
                format!("Registered again at {rate} % with {samples} samples"),
                format!("以 {rate} % 佣金率、{samples} 件样品重新报名"),
            )
        }
        Act::Recorded => words::state(&after.state, context),
        Act::RateChanged => {
            let (from, to) = (before.rate, after.rate);
            context.say(
                format!("Rate from {from} % to {to} %"),
                format!("佣金率由 {from} % 改为 {to} %"),
            )
        }
        Act::SamplesChanged => {
            let (from, to) = (before.samples.set, after.samples.set);
            context.say(
                format!("Samples from {from} to {to}"),
                format!("样品数量由 {from} 改为 {to}"),
            )
        }
        Act::SamplesApproved => {
            let (approved, set) = (after.samples.approved, after.samples.set);
            context.say(
                format!("{approved} of {set} samples approved"),
                format!("{set} 件样品中已通过 {approved} 件"),
            )
        }
    }
}
