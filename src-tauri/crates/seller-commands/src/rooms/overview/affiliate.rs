//! The dates of affiliate campaigns: partners' whose registration closes or that begin with
//! products of the shop, and the seller's own (AF-04, AF-09).

use crate::context::Context;
use crate::trouble::Trouble;
use crate::wire::overview::{CalendarBar, DatedCampaign, DueLine};
use seller_domain::Period;
use seller_domain::partner_campaign::{
    OwnCampaign, OwnCampaignStage, PartnerCampaign, PartnerStage,
};
use seller_rulebook::partner_cases::PartnerEntryCase;
use seller_rulebook::review::review_partner_entry;
use seller_store::partner_product::{self, Tally};
use seller_store::{View, own_campaign, partner_campaign};

/// What is due.
pub(super) fn due(view: &View<'_>, context: &Context) -> Result<Vec<DueLine>, Trouble> {
    let tallies = partner_product::tallies(view)?;
    let mut due = Vec::new();
    for campaign in partner_campaign::all(view)? {
        let tally = tallies.get(&campaign.id).copied().unwrap_or_default();
        due.extend(closing(&campaign, context));
        due.extend(starting(&campaign, tally, context));
    }
    for (campaign, _) in own_campaign::all(view)? {
        due.extend(own_closing(&campaign, context));
    }
    Ok(due)
}

fn of_partner(campaign: &PartnerCampaign) -> DatedCampaign {
    DatedCampaign::Partner {
        campaign_id: campaign.id.clone(),
    }
}

fn of_own(campaign: &OwnCampaign) -> DatedCampaign {
    DatedCampaign::Own {
        campaign_id: campaign.id.clone(),
    }
}

/// A campaign that the shop can join, until it no longer can.
fn closing(campaign: &PartnerCampaign, context: &Context) -> Option<DueLine> {
    let case = PartnerEntryCase {
        now: context.now,
        campaign,
    };
    let open = campaign.stage(context.now) == PartnerStage::Open;
    (open && !review_partner_entry(&case).blocks()).then(|| {
        let name = &campaign.name;
        DueLine {
            kind: "partner_registration_closes".to_owned(),
            text: context.say(
                format!("Joining {name} closes."),
                format!("联盟活动“{name}”报名截止。"),
            ),
            at: campaign.registration.end,
            campaign: of_partner(campaign),
        }
    })
}

fn starting(campaign: &PartnerCampaign, tally: Tally, context: &Context) -> Option<DueLine> {
    let products = taking_part(tally);
    (products > 0 && context.now < campaign.running.start).then(|| {
        let name = &campaign.name;
        let are = if products == 1 { "is" } else { "are" };
        DueLine {
            kind: "partner_campaign_starts".to_owned(),
            text: context.say(
                format!("Creators begin with {name}; {products} of your products {are} in it."),
                format!("达人开始推广“{name}”，您有 {products} 个商品参加。"),
            ),
            at: campaign.running.start,
            campaign: of_partner(campaign),
        }
    })
}

fn own_closing(campaign: &OwnCampaign, context: &Context) -> Option<DueLine> {
    (campaign.stage(context.now) == OwnCampaignStage::Open).then(|| {
        let title = &campaign.terms.title;
        DueLine {
            kind: "own_campaign_closes".to_owned(),
            text: context.say(
                format!("Partners can no longer join your campaign {title}."),
                format!("您的活动“{title}”不再接受合作伙伴加入。"),
            ),
            at: campaign.terms.registration.end,
            campaign: of_own(campaign),
        }
    })
}

/// Products that wait for the partner or sell.
fn taking_part(tally: Tally) -> u32 {
    tally.pending + tally.approved + tally.pending_closed
}

/// The bars that reach into a stretch of time.
pub(super) fn bars(view: &View<'_>, shown: Period) -> Result<Vec<CalendarBar>, Trouble> {
    let tallies = partner_product::tallies(view)?;
    let mut bars = Vec::new();
    for campaign in partner_campaign::all(view)? {
        let tally = tallies.get(&campaign.id).copied().unwrap_or_default();
        bars.extend(both(
            of_partner(&campaign),
            &campaign.name,
            (campaign.registration, campaign.running),
            taking_part(tally),
        ));
    }
    for (campaign, products) in own_campaign::all(view)? {
        let terms = &campaign.terms;
        bars.extend(both(
            of_own(&campaign),
            &terms.title,
            (terms.registration, terms.running),
            products,
        ));
    }
    bars.retain(|bar| bar.period.overlaps(shown));
    Ok(bars)
}

fn both(
    campaign: DatedCampaign,
    name: &str,
    (registration, running): (Period, Period),
    products: u32,
) -> [CalendarBar; 2] {
    [("registration", registration), ("running", running)].map(|(kind, period)| CalendarBar {
        campaign: campaign.clone(),
        name: name.to_owned(),
        kind: kind.to_owned(),
        period,
        products,
    })
}
