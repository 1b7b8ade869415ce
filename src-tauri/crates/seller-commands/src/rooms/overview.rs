//! The first page and the calendar.

mod affiliate;
mod due;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::rooms::{campaigns, drafts, registrations, smart_promotion};
use crate::trouble::Trouble;
use crate::wire::campaigns::{CampaignLine, CampaignPhase};
use crate::wire::common::Nothing;
use crate::wire::overview::{
    Calendar, CalendarBar, CalendarConflict, CalendarGet, DatedCampaign, FirstStep, Overview,
};
use seller_domain::CampaignId;
use seller_domain::campaign::Campaign;
use seller_store::{
    View, campaign, product, registration_product, registration_sku, shop, sku,
    smart_promotion as programme,
};
use std::collections::HashSet;

pub(crate) fn overview(desk: &Desk, context: &Context, _: Nothing) -> Answer<Overview> {
    desk.read(context, |view| {
        let shop = shop::require(view)?;
        let enrolment = programme::enrolment(view)?;
        let terms = enrolment.terms();
        let mut all = campaigns::lines(view, context)?;
        let sku_errors = registrations::sku_error_lines(view, context)?;
        let mut overview = Overview {
            products: product::count(view, &product::Filter::default())?,
            skus: sku::count(view)?,
            skus_without_cost: sku::count_without_cost(view)?,
            campaigns: Vec::new(),
            drafts: drafts::lines(view)?,
            due: due::lines(view, context, &shop, &all, &sku_errors)?,
            sku_errors,
            smart_promotion_monthly_fee: terms
                .and_then(|terms| smart_promotion::monthly_fee(terms, &shop)),
            first_steps: Vec::new(),
        };
        overview.first_steps = first_steps(&overview, &all, terms.is_some());
        all.retain(|line| {
            matches!(
                line.phase,
                CampaignPhase::Open | CampaignPhase::Closed | CampaignPhase::Running
            )
        });
        overview.campaigns = all;
        Ok(overview)
    })
}

fn first_steps(overview: &Overview, campaigns: &[CampaignLine], enrolled: bool) -> Vec<FirstStep> {
    let submitted = |line: &CampaignLine| {
        let counts = &line.products;
        counts.pending + counts.registered + counts.rejected + counts.sku_error + counts.withdrawn
            > 0
    };
    [
        ("import_catalogue", overview.products > 0),
        ("import_costs", overview.skus_without_cost < overview.skus),
        ("join_smart_promotion", enrolled),
        ("record_campaign", !campaigns.is_empty()),
        ("register", campaigns.iter().any(submitted)),
    ]
    .into_iter()
    .map(|(key, done)| FirstStep {
        key: key.to_owned(),
        done,
    })
    .collect()
}

pub(crate) fn calendar(desk: &Desk, context: &Context, request: CalendarGet) -> Answer<Calendar> {
    let period = request.period;
    if !period.is_forward() {
        return Err(CommandError::invalid(
            "period.end",
            context.say(
                "The stretch of time ends before it begins.",
                "时间段的结束早于开始。",
            ),
            context.say("Choose a later end.", "请选择更晚的结束时间。"),
        ));
    }
    desk.read(context, |view| {
        let campaigns: Vec<Campaign> = campaign::all(view)?
            .into_iter()
            .filter(|campaign| {
                campaign.registration.overlaps(period) || campaign.running.overlaps(period)
            })
            .collect();
        let shown: HashSet<&CampaignId> = campaigns.iter().map(|campaign| &campaign.id).collect();
        let conflicts = registration_sku::conflicts(view)?
            .into_iter()
            .filter(|conflict| shown.contains(&conflict.first) && shown.contains(&conflict.second))
            .map(|conflict| CalendarConflict {
                first: conflict.first,
                second: conflict.second,
                skus: conflict.skus,
            })
            .collect();
        let mut bars = Vec::new();
        for campaign in &campaigns {
            bars.extend(self::bars(view, campaign)?.filter(|bar| bar.period.overlaps(period)));
        }
        bars.extend(affiliate::bars(view, period)?);
        bars.sort_by_key(|bar| (bar.period.start, bar.period.end));
        Ok(Calendar { bars, conflicts })
    })
}

fn bars(
    view: &View<'_>,
    campaign: &Campaign,
) -> Result<impl Iterator<Item = CalendarBar>, Trouble> {
    let products = registration_product::live_in(view, &campaign.id)?;
    let bar = |kind: &str, period| CalendarBar {
        campaign: DatedCampaign::Platform {
            campaign_id: campaign.id.clone(),
        },
        name: campaign.name.clone(),
        kind: kind.to_owned(),
        period,
        products,
    };
    Ok([
        bar("registration", campaign.registration),
        bar("running", campaign.running),
    ]
    .into_iter())
}
