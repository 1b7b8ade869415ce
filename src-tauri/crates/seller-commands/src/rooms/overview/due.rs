//! What is due: windows that close, campaigns that begin, requests that should
//! be decided, the last days to register again, affiliate campaigns.

use crate::context::Context;
use crate::rooms::registrations::due_day;
use crate::trouble::Trouble;
use crate::wire::campaigns::{CampaignLine, CampaignPhase};
use crate::wire::overview::{DatedCampaign, DueLine};
use crate::wire::registrations::SkuErrorLine;
use chrono::NaiveDate;
use seller_domain::shop::Shop;
use seller_domain::{CampaignId, Instant};
use seller_rulebook::{Param, Policy};
use seller_store::{View, campaign, price_edit};
use std::collections::BTreeMap;

/// So many are shown.
const SHOWN: usize = 50;

/// The earliest first. What should have been decided already comes first of all.
pub(super) fn lines(
    view: &View<'_>,
    context: &Context,
    shop: &Shop,
    campaigns: &[CampaignLine],
    sku_errors: &[SkuErrorLine],
) -> Result<Vec<DueLine>, Trouble> {
    let mut due = Vec::new();
    for line in campaigns {
        due.extend(closing(line, context));
        due.extend(starting(line, context));
        due.extend(register_again(view, line, sku_errors, context)?);
    }
    due.extend(price_edits(view, context, shop, campaigns)?);
    due.extend(super::affiliate::due(view, context)?);
    due.sort_by_key(|line| line.at);
    due.truncate(SHOWN);
    Ok(due)
}

fn line(kind: &str, text: String, at: Instant, campaign: &CampaignLine) -> DueLine {
    DueLine {
        kind: kind.to_owned(),
        text,
        at,
        campaign: DatedCampaign::Platform {
            campaign_id: campaign.id.clone(),
        },
    }
}

fn closing(campaign: &CampaignLine, context: &Context) -> Option<DueLine> {
    let name = &campaign.name;
    (campaign.phase == CampaignPhase::Open).then(|| {
        let text = context.say(
            format!("Registration for {name} closes."),
            format!("“{name}”报名截止。"),
        );
        line(
            "registration_closes",
            text,
            campaign.registration.end,
            campaign,
        )
    })
}

fn starting(campaign: &CampaignLine, context: &Context) -> Option<DueLine> {
    let products =
        campaign.products.pending + campaign.products.registered + campaign.products.sku_error;
    let name = &campaign.name;
    (products > 0 && context.now < campaign.running.start).then(|| {
        let are = if products == 1 { "is" } else { "are" };
        let text = context.say(
            format!("{name} begins; {products} of your products {are} in it."),
            format!("“{name}”开始，您有 {products} 个商品参加。"),
        );
        line("campaign_starts", text, campaign.running.start, campaign)
    })
}

fn register_again(
    view: &View<'_>,
    campaign: &CampaignLine,
    sku_errors: &[SkuErrorLine],
    context: &Context,
) -> Result<Option<DueLine>, Trouble> {
    let products = sku_errors
        .iter()
        .filter(|error| error.campaign_id == campaign.id && error.days_left >= 0)
        .count();
    if products == 0 {
        return Ok(None);
    }
    let deadline = campaign::require(view, &campaign.id)?.re_registration_ends();
    let name = &campaign.name;
    let noun = if products == 1 { "product" } else { "products" };
    let text = context.say(
        format!("Last moment to register {products} {noun} in SKU error again for {name}."),
        format!("“{name}”中 {products} 个 SKU 异常商品重新报名的最后时间。"),
    );
    Ok(Some(line("register_again_until", text, deadline, campaign)))
}

/// Open price requests, by campaign and day.
fn price_edits(
    view: &View<'_>,
    context: &Context,
    shop: &Shop,
    campaigns: &[CampaignLine],
) -> Result<Vec<DueLine>, Trouble> {
    let zone = shop.time_zone;
    let policy = Policy::on(shop.market, shop.currency, zone.day_of(context.now));
    let mut by_day: BTreeMap<(NaiveDate, CampaignId), u32> = BTreeMap::new();
    for edit in price_edit::open(view)? {
        if let Some(day) = due_day(&policy, edit.request.requested_at, zone) {
            *by_day.entry((day, edit.campaign_id)).or_default() += 1;
        }
    }
    let scribe = context.scribe(shop);
    let due = by_day.into_iter().filter_map(|((day, id), requests)| {
        let campaign = campaigns
            .iter()
            .find(|line| line.id == id && line.phase != CampaignPhase::Over)?;
        let (name, day_text) = (&campaign.name, scribe.param(&Param::Day(day)));
        let (noun, are) = if requests == 1 {
            ("request", "is")
        } else {
            ("requests", "are")
        };
        let text = context.say(
            format!("{requests} price {noun} in {name} {are} typically decided by {day_text}."),
            format!("“{name}”的 {requests} 个改价申请一般在 {day_text} 前有结果。"),
        );
        Some(line("price_edit_due", text, zone.start_of(day), campaign))
    });
    Ok(due.collect())
}
