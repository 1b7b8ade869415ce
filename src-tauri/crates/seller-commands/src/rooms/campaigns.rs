//! Campaigns and eligibility.

mod eligibility;
mod terms;

pub(crate) use eligibility::campaign_eligibility;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::campaigns::{
    CampaignChecked, CampaignDefaults, CampaignGet, CampaignLine, CampaignPhase, CampaignSave,
    CampaignTemplate, Campaigns, StateCounts,
};
use crate::wire::common::Nothing;
use seller_domain::campaign::{
    Approval, Campaign, CampaignKind, Criteria, FeePolicy, Pricing, Subsidy,
};
use seller_domain::registration::{ProductState, SkuErrorReason};
use seller_domain::{CampaignId, Instant, Period};
use seller_rulebook::Policy;
use seller_store::registration_product::{self, Filter};
use seller_store::{View, campaign, draft, fresh_id, registration, shop};

pub(crate) fn campaign_list(desk: &Desk, context: &Context, _: Nothing) -> Answer<Campaigns> {
    desk.read(context, |view| {
        Ok(Campaigns {
            campaigns: lines(view, context)?,
        })
    })
}

/// Every campaign: the next to close first, past ones last.
pub(crate) fn lines(view: &View<'_>, context: &Context) -> Result<Vec<CampaignLine>, Trouble> {
    let mut campaigns = campaign::all(view)?;
    let now = context.now;
    campaigns.sort_by_key(|campaign| {
        let over = campaign.running.is_over(now);
        let next = if over {
            campaign.running.end
        } else {
            campaign.registration.end
        };
        (over, next)
    });
    campaigns
        .into_iter()
        .map(|campaign| line(view, context, campaign))
        .collect()
}

fn line(view: &View<'_>, context: &Context, campaign: Campaign) -> Result<CampaignLine, Trouble> {
    let (state, because) = eligibility::state(view, context, &campaign)?;
    Ok(CampaignLine {
        phase: phase(&campaign, context.now),
        eligibility: state,
        ineligible_because: because,
        draft_id: draft::open_for(view, &campaign.id)?,
        products: state_counts(view, &campaign.id)?,
        id: campaign.id,
        name: campaign.name,
        kind: campaign.kind,
        registration: campaign.registration,
        running: campaign.running,
    })
}

fn phase(campaign: &Campaign, now: Instant) -> CampaignPhase {
    if campaign.running.is_over(now) {
        CampaignPhase::Over
    } else if campaign.running.contains(now) {
        CampaignPhase::Running
    } else if campaign.registration.contains(now) {
        CampaignPhase::Open
    } else if now < campaign.registration.start {
        CampaignPhase::Upcoming
    } else {
        CampaignPhase::Closed
    }
}

/// Submitted products of a campaign by state.
pub(crate) fn state_counts(view: &View<'_>, id: &CampaignId) -> Result<StateCounts, Trouble> {
    let count = |state| {
        let filter = Filter {
            campaign_id: Some(id.clone()),
            state: Some(state),
            ..Filter::default()
        };
        registration_product::count(view, &filter)
    };
    Ok(StateCounts {
        pending: count(ProductState::Pending)?,
        registered: count(ProductState::Registered)?,
        rejected: count(ProductState::Rejected {
            reason: String::new(),
        })?,
        sku_error: count(ProductState::SkuError {
            reason: SkuErrorReason::default(),
        })?,
        withdrawn: count(ProductState::Withdrawn)?,
    })
}

pub(crate) fn campaign_get(
    desk: &Desk,
    context: &Context,
    request: CampaignGet,
) -> Answer<Campaign> {
    desk.read(context, |view| {
        Ok(campaign::require(view, &request.campaign_id)?)
    })
}

/// A new campaign: registration for two weeks from tomorrow, a week of running a week later.
pub(crate) fn campaign_template(
    desk: &Desk,
    context: &Context,
    request: CampaignTemplate,
) -> Answer<Campaign> {
    let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
    let zone = shop.time_zone;
    let today = zone.start_of(zone.day_of(context.now));
    let day = |days| zone.days_after(today, days);
    Ok(Campaign {
        id: CampaignId::from(""),
        name: String::new(),
        kind: request.kind,
        sub_campaigns: Vec::new(),
        registration: Period::new(today, day(14)),
        re_registration_deadline: None,
        running: Period::new(day(21), day(28)),
        criteria: Criteria::default(),
        pricing: Pricing::default(),
        tiers: Vec::new(),
        extra_discount_minimum: None,
        coupons: Vec::new(),
        subsidy: Subsidy::None,
        approval: match request.kind {
            CampaignKind::Weekly | CampaignKind::ShopTab => Approval::AtOnce,
            CampaignKind::Major | CampaignKind::FlashSale | CampaignKind::Integrated => {
                Approval::Reviewed
            }
        },
        fee_policy: FeePolicy::default(),
        note: String::new(),
    })
}

pub(crate) fn campaign_defaults(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<CampaignDefaults> {
    let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
    let today = shop.time_zone.day_of(context.now);
    let policy = Policy::on(shop.market, shop.currency, today);
    Ok(CampaignDefaults {
        minimum_sps: policy
            .score("campaign.minimum_sps")
            .map(|score| score.to_string()),
        free_shipping_threshold_at_most: policy.money("campaign.free_shipping_threshold_at_most"),
        violations_below: policy.count("campaign.violations_below"),
        look_back: policy.look_back(),
        service_fee_rate: policy.percent("campaign.service_fee_rate"),
        smart_promotion_surcharge: policy.percent("smart_promotion.campaign_surcharge"),
    })
}

pub(crate) fn campaign_check(
    desk: &Desk,
    context: &Context,
    request: CampaignSave,
) -> Answer<CampaignChecked> {
    let shop = desk.read(context, |view| Ok(shop::require(view)?))?;
    Ok(CampaignChecked {
        problems: terms::problems(&request.campaign, &shop, context).found(),
    })
}

pub(crate) fn campaign_save(
    desk: &Desk,
    context: &Context,
    request: CampaignSave,
) -> Answer<Campaign> {
    let mut wanted = request.campaign;
    wanted.name = wanted.name.trim().to_owned();
    desk.write(context, "campaign_save", |tx| {
        let shop = shop::require(tx)?;
        terms::problems(&wanted, &shop, context).refusal()?;
        if wanted.id.as_str().is_empty() {
            wanted.id = CampaignId::from(fresh_id(context.now));
        } else {
            campaign::require(tx, &wanted.id)?;
        }
        for coupon in &mut wanted.coupons {
            if coupon.id.as_str().is_empty() {
                coupon.id = fresh_id(context.now).into();
            }
        }
        campaign::save(tx, &wanted)?;
        Ok(wanted)
    })
}

pub(crate) fn campaign_delete(
    desk: &Desk,
    context: &Context,
    request: CampaignGet,
) -> Answer<Nothing> {
    desk.write(context, "campaign_delete", |tx| {
        let campaign = campaign::require(tx, &request.campaign_id)?;
        if !registration::of_campaign(tx, &campaign.id)?.is_empty() {
            return Err(CommandError::invalid(
                "campaign_id",
                context.say(
                    format!("Products are registered in {}.", campaign.name),
                    format!("{} 中已有报名的商品。", campaign.name),
                ),
                context.say(
                    "A campaign with registrations is kept: its prices matter for later campaigns.",
                    "有报名记录的活动会保留：其价格会影响以后的活动。",
                ),
            )
            .into());
        }
        if let Some(draft_id) = draft::open_for(tx, &campaign.id)? {
            draft::delete(tx, &draft_id)?;
        }
        campaign::delete(tx, &campaign.id)?;
        Ok(Nothing {})
    })
}
