//! The list of agencies' campaigns with their deadlines, and recording them (AF-02, AF-04).

use super::{MOST_ROWS, number, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::partner_campaigns::{
    JoinedCounts, PartnerCampaignChoice, PartnerCampaignDetail, PartnerCampaignGet,
    PartnerCampaignLine, PartnerCampaignList, PartnerCampaignPage, PartnerCampaignSave,
};
use seller_domain::partner_campaign::PartnerCampaign;
use seller_domain::shop::Shop;
use seller_domain::{PartnerCampaignId, Percent, Period};
use seller_rulebook::partner_cases::PartnerEntryCase;
use seller_rulebook::review::review_partner_entry;
use seller_store::partner_product::{self, Tally};
use seller_store::{View, fresh_id, partner_campaign, partner_join_draft, shop};
use std::collections::{HashMap, HashSet};

/// What every line needs.
pub(super) struct Lines {
    shop: Shop,
    tallies: HashMap<PartnerCampaignId, Tally>,
    drafts: HashSet<PartnerCampaignId>,
    context: Context,
}

impl Lines {
    pub(super) fn new(view: &View<'_>, context: &Context) -> Result<Self, Trouble> {
        Ok(Self {
            shop: shop::require(view)?,
            tallies: partner_product::tallies(view)?,
            drafts: partner_join_draft::campaigns(view)?,
            context: *context,
        })
    }

    pub(super) fn line(&self, campaign: PartnerCampaign) -> PartnerCampaignLine {
        let context = &self.context;
        let now = context.now;
        let review = review_partner_entry(&PartnerEntryCase {
            now,
            campaign: &campaign,
        });
        let registration = campaign.registration;
        let next_deadline = [registration.start, registration.end]
            .into_iter()
            .find(|deadline| now < *deadline);
        let tally = self.tallies.get(&campaign.id).copied().unwrap_or_default();
        PartnerCampaignLine {
            stage: campaign.stage(now),
            can_join: !review.blocks(),
            obstacles: Views::new(context.scribe(&self.shop)).findings(review.findings()),
            next_deadline,
            time_left: next_deadline.map(|deadline| words::span(deadline - now, context)),
            products: counts(tally),
            has_draft: self.drafts.contains(&campaign.id),
            campaign,
        }
    }
}

pub(super) fn counts(tally: Tally) -> JoinedCounts {
    JoinedCounts {
        total: tally.total(),
        pending: tally.pending,
        approved: tally.approved,
        rejected: tally.rejected,
        pending_closed: tally.pending_closed,
        closed: tally.closed,
        samples_set: tally.samples_set,
        samples_approved: tally.samples_approved,
    }
}

pub(crate) fn partner_campaign_page(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignPage,
) -> Answer<PartnerCampaignList> {
    desk.read(context, |view| {
        let lines = Lines::new(view, context)?;
        let mut all: Vec<_> = partner_campaign::all(view)?
            .into_iter()
            .map(|campaign| lines.line(campaign))
            .collect();
        // The store has them in the order of their deadlines, which stays within a stage.
        all.sort_by_key(|line| line.stage);
        let joined = |line: &PartnerCampaignLine| line.products.total > 0;
        let count = |is_so: &dyn Fn(&PartnerCampaignLine) -> bool| {
            number(all.iter().filter(|line| is_so(line)).count())
        };
        let (can_join, joined_count) = (count(&|line| line.can_join), count(&joined));
        let total = number(all.len());
        let wanted = request.search.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        let rows: Vec<_> = all
            .into_iter()
            .filter(|line| match request.only {
                PartnerCampaignChoice::All => true,
                PartnerCampaignChoice::CanJoin => line.can_join,
                PartnerCampaignChoice::Joined => joined(line),
            })
            .filter(|line| has(&line.campaign.name) || has(&line.campaign.partner))
            .collect();
        let window = request.window;
        Ok(PartnerCampaignList {
            total: number(rows.len()),
            rows: rows
                .into_iter()
                .skip(window.offset as usize)
                .take(window.limit.min(MOST_ROWS) as usize)
                .collect(),
            all: total,
            can_join,
            joined: joined_count,
        })
    })
}

pub(crate) fn partner_campaign_get(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignGet,
) -> Answer<PartnerCampaignDetail> {
    desk.read(context, |view| detail(view, context, &request.campaign_id))
}

/// One campaign with the contact that was submitted.
pub(super) fn detail(
    view: &View<'_>,
    context: &Context,
    id: &PartnerCampaignId,
) -> Result<PartnerCampaignDetail, Trouble> {
    let campaign = partner_campaign::require(view, id)?;
    let (contact, submitted_at) = partner_product::contact(view, id)?.unzip();
    Ok(PartnerCampaignDetail {
        line: Lines::new(view, context)?.line(campaign),
        contact,
        submitted_at,
    })
}

pub(crate) fn partner_campaign_save(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignSave,
) -> Answer<PartnerCampaignDetail> {
    let is_new = request.id.is_none();
    let campaign = recorded(request, context)?;
    desk.write(context, "partner_campaign_save", |tx| {
        shop::require(tx)?;
        if !is_new {
            partner_campaign::require(tx, &campaign.id)?;
        }
        partner_campaign::save(tx, &campaign)?;
        detail(tx, context, &campaign.id)
    })
}

/// The campaign of a request, whose fields can be kept.
fn recorded(request: PartnerCampaignSave, context: &Context) -> Answer<PartnerCampaign> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(CommandError::invalid(
            "name",
            context.say("The campaign has no name.", "活动没有名称。"),
            context.say(
                "Enter the name that Seller Center shows.",
                "请填写卖家中心显示的名称。",
            ),
        ));
    }
    Ok(PartnerCampaign {
        id: request.id.unwrap_or_else(|| fresh_id(context.now).into()),
        name,
        details: request.details.trim().to_owned(),
        registration: forward("registration", request.registration, context)?,
        running: forward("running", request.running, context)?,
        minimum_rate: request
            .minimum_rate
            .map(|rate| required_rate(rate, context))
            .transpose()?,
        partner: request.partner.trim().to_owned(),
        partner_contact: request.partner_contact.trim().to_owned(),
        scope: request.scope,
        note: request.note.trim().to_owned(),
    })
}

fn required_rate(rate: Percent, context: &Context) -> Answer<Percent> {
    if (Percent::ZERO..=Percent::HUNDRED).contains(&rate) {
        return Ok(rate);
    }
    Err(CommandError::invalid(
        "minimum_rate",
        context.say(
            format!("The partner cannot ask for {rate} %."),
            format!("佣金要求不可能是 {rate} %。"),
        ),
        context.say(
            "Enter a percentage from 0 to 100, or leave it empty.",
            "请填写 0 至 100 的百分比，或留空。",
        ),
    ))
}

fn forward(field: &str, period: Option<Period>, context: &Context) -> Answer<Period> {
    let Some(period) = period else {
        return Err(CommandError::invalid(
            field,
            context.say("The period is missing.", "尚未填写时间段。"),
            context.say("Enter its beginning and end.", "请填写开始和结束时间。"),
        ));
    };
    if period.is_forward() {
        return Ok(period);
    }
    Err(CommandError::invalid(
        field,
        context.say(
            "The period ends before it begins.",
            "时间段的结束早于开始。",
        ),
        context.say("Enter a later end.", "请填写更晚的结束时间。"),
    ))
}

pub(crate) fn partner_campaign_delete(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignGet,
) -> Answer<Nothing> {
    desk.write(context, "partner_campaign_delete", |tx| {
        let id = &request.campaign_id;
        let campaign = partner_campaign::require(tx, id)?;
        let products = partner_product::tally(tx, id)?.total();
        if products > 0 {
            let name = &campaign.name;
            return Err(CommandError::invalid(
                "campaign_id",
                context.say(
                    format!("{products} products were registered with {name}."),
                    format!("{name} 已有 {products} 个商品报名。"),
                ),
                context.say(
                    "It stays, so that its registrations stay.",
                    "该活动需保留，以保留报名记录。",
                ),
            )
            .into());
        }
        partner_campaign::delete(tx, id)?;
        Ok(Nothing {})
    })
}
