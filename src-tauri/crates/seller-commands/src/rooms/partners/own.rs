//! Campaigns of the seller's own: draft, published, partners that joined (AF-09).

use super::{MOST_ROWS, number, shown, steps};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::partner_campaigns::OwnCampaignRepair;
use crate::wire::partner_products::{
    OwnCampaignCheck, OwnCampaignChecked, OwnCampaignDetail, OwnCampaignForm, OwnCampaignGet,
    OwnCampaignJoined, OwnCampaignLine, OwnCampaignList, OwnCampaignPage, OwnCampaignPublish,
    OwnStageCount,
};
use seller_domain::OwnCampaignId;
use seller_domain::partner_campaign::{Openness, OwnCampaign, OwnCampaignDraft, OwnCampaignStage};
use seller_rulebook::partner_cases::{OwnCampaignActCase, OwnCampaignCase};
use seller_rulebook::review::{accept_own_campaign, accept_partner_joined, review_own_campaign};
use seller_rulebook::{OwnCampaignFacts, Policy};
use seller_store::{
    StoreError, Summary, View, fresh_id, own_campaign, own_campaign_draft, product, shop,
};
use serde_json::json;

/// Everything that a campaign is checked against, read in one state of the file.
fn facts(
    view: &View<'_>,
    context: &Context,
    draft: &OwnCampaignDraft,
) -> Result<OwnCampaignFacts, Trouble> {
    let mut facts = OwnCampaignFacts {
        now: context.now,
        shop: shop::require(view)?,
        products: Default::default(),
    };
    for id in &draft.products {
        if let Some(known) = product::find(view, id)? {
            facts.products.insert(known.id, known.status);
        }
    }
    Ok(facts)
}

fn form(
    view: &View<'_>,
    context: &Context,
    draft: OwnCampaignDraft,
) -> Result<OwnCampaignForm, Trouble> {
    let shop = shop::require(view)?;
    let policy = Policy::on(
        shop.market,
        shop.currency,
        shop.time_zone.day_of(context.now),
    );
    Ok(OwnCampaignForm {
        draft,
        title_at_most: policy.count("affiliate.title_characters_at_most"),
        description_at_most: policy.count("affiliate.description_characters_at_most"),
        days_at_least: policy.count("affiliate.period_days_at_least"),
        days_at_most: policy.count("affiliate.period_days_at_most"),
        rate_at_least: policy.percent("affiliate.rate_at_least"),
        rate_at_most: policy.percent("affiliate.rate_at_most"),
    })
}

pub(crate) fn own_campaign_page(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignPage,
) -> Answer<OwnCampaignList> {
    desk.read(context, |view| {
        shop::require(view)?;
        let drafts = own_campaign_draft::all(view)?;
        let mut lines: Vec<_> = drafts.iter().map(|kept| draft_line(&kept.draft)).collect();
        let published = own_campaign::all(view)?;
        lines.extend(
            published
                .iter()
                .map(|(campaign, products)| line(campaign, *products, context)),
        );
        let stages = stages(&lines);
        let wanted = request.search.trim().to_lowercase();
        lines.retain(|line| {
            request.stage.is_none_or(|stage| line.stage == stage)
                && line.title.to_lowercase().contains(&wanted)
        });
        let window = request.window;
        Ok(OwnCampaignList {
            total: number(lines.len()),
            rows: lines
                .into_iter()
                .skip(window.offset as usize)
                .take(window.limit.min(MOST_ROWS) as usize)
                .collect(),
            stages,
        })
    })
}

fn stages(lines: &[OwnCampaignLine]) -> Vec<OwnStageCount> {
    let mut stages: Vec<OwnStageCount> = Vec::new();
    for line in lines {
        match stages.iter_mut().find(|count| count.stage == line.stage) {
            Some(count) => count.campaigns += 1,
            None => stages.push(OwnStageCount {
                stage: line.stage,
                campaigns: 1,
            }),
        }
    }
    stages.sort_by_key(|count| count.stage);
    stages
}

fn line(campaign: &OwnCampaign, products: u32, context: &Context) -> OwnCampaignLine {
    let terms = &campaign.terms;
    OwnCampaignLine {
        id: campaign.id.clone(),
        title: terms.title.clone(),
        stage: campaign.stage(context.now),
        registration: Some(terms.registration),
        running: Some(terms.running),
        rate: Some(terms.rate),
        products,
        selected_partners: selected(&terms.openness),
        joined: number(campaign.joined.len()),
    }
}

fn draft_line(draft: &OwnCampaignDraft) -> OwnCampaignLine {
    OwnCampaignLine {
        id: draft.id.clone(),
        title: draft.title.trim().to_owned(),
        stage: OwnCampaignStage::Draft,
        registration: draft.registration,
        running: draft.running,
        rate: draft.rate,
        products: number(draft.products.len()),
        selected_partners: selected(&draft.openness.tidied()),
        joined: 0,
    }
}

fn selected(openness: &Openness) -> Option<u32> {
    match openness {
        Openness::AllPartners => None,
        Openness::SelectedPartners { partners } => Some(number(partners.len())),
    }
}

pub(crate) fn own_campaign_template(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<OwnCampaignForm> {
    desk.read(context, |view| {
        let draft = OwnCampaignDraft::new(fresh_id(context.now).into());
        form(view, context, draft)
    })
}

/// What was published once is a beginning for the next time; its periods are not.
pub(crate) fn own_campaign_duplicate(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignGet,
) -> Answer<OwnCampaignForm> {
    desk.read(context, |view| {
        let terms = own_campaign::require(view, &request.campaign_id)?.terms;
        let draft = OwnCampaignDraft {
            title: terms.title,
            description: terms.description,
            openness: terms.openness,
            products: terms.products,
            rate: Some(terms.rate),
            preferences: terms.preferences,
            ..OwnCampaignDraft::new(fresh_id(context.now).into())
        };
        form(view, context, draft)
    })
}

pub(crate) fn own_campaign_open(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignGet,
) -> Answer<OwnCampaignForm> {
    desk.read(context, |view| {
        let kept = own_campaign_draft::find(view, &request.campaign_id)?
            .ok_or_else(|| absent(&request.campaign_id))?;
        form(view, context, kept.draft)
    })
}

fn absent(id: &OwnCampaignId) -> StoreError {
    StoreError::Absent {
        what: "draft of a campaign",
        id: id.to_string(),
    }
}

pub(crate) fn own_campaign_get(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignGet,
) -> Answer<OwnCampaignDetail> {
    desk.read(context, |view| detail(view, context, &request.campaign_id))
}

fn detail(
    view: &View<'_>,
    context: &Context,
    id: &OwnCampaignId,
) -> Result<OwnCampaignDetail, Trouble> {
    let campaign = own_campaign::require(view, id)?;
    let products = number(campaign.terms.products.len());
    Ok(OwnCampaignDetail {
        line: line(&campaign, products, context),
        campaign,
    })
}

pub(crate) fn own_campaign_check(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignCheck,
) -> Answer<OwnCampaignChecked> {
    desk.read(context, |view| {
        let facts = facts(view, context, &request.draft)?;
        let review = review_own_campaign(&OwnCampaignCase {
            facts: &facts,
            policy: &facts.policy(),
            draft: &request.draft,
        });
        let mut views = Views::new(context.scribe(&facts.shop));
        Ok(OwnCampaignChecked {
            passes: !review.blocks(),
            findings: shown(&mut views, &review, usize::MAX),
        })
    })
}

pub(crate) fn own_campaign_repair(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignRepair,
) -> Answer<OwnCampaignForm> {
    desk.read(context, |view| {
        let mut draft = request.draft;
        let facts = facts(view, context, &draft)?;
        let changes = steps(request.repair, || {
            review_own_campaign(&OwnCampaignCase {
                facts: &facts,
                policy: &facts.policy(),
                draft: &draft,
            })
        });
        for change in &changes {
            draft.apply(change);
        }
        form(view, context, draft)
    })
}

pub(crate) fn own_campaign_draft_save(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignCheck,
) -> Answer<OwnCampaignForm> {
    let mut draft = request.draft;
    if draft.id.as_str().is_empty() {
        draft.id = fresh_id(context.now).into();
    }
    desk.write(context, "own_campaign_draft_save", |tx| {
        refuse_published(tx, context, &draft)?;
        own_campaign_draft::keep(tx, &draft)?;
        form(tx, context, draft)
    })
}

/// What partners see cannot be changed behind their backs.
fn refuse_published(
    view: &View<'_>,
    context: &Context,
    draft: &OwnCampaignDraft,
) -> Result<(), Trouble> {
    let Some(published) = own_campaign::find(view, &draft.id)? else {
        return Ok(());
    };
    let title = published.terms.title;
    Err(CommandError::Outdated {
        message: context.say(
            format!(
                "{title} is published already: partners rely on what it says. Open a new campaign."
            ),
            format!("{title} 已发布：合作伙伴以其内容为准。请新建活动。"),
        ),
    }
    .into())
}

pub(crate) fn own_campaign_draft_delete(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignGet,
) -> Answer<Nothing> {
    desk.write(context, "own_campaign_draft_delete", |tx| {
        if own_campaign_draft::remove(tx, &request.campaign_id)? {
            return Ok(Nothing {});
        }
        Err(absent(&request.campaign_id).into())
    })
}

pub(crate) fn own_campaign_publish(
    desk: &Desk,
    context: &Context,
    mut request: OwnCampaignPublish,
) -> Answer<OwnCampaignDetail> {
    if request.draft.id.as_str().is_empty() {
        request.draft.id = fresh_id(context.now).into();
    }
    desk.write(context, "own_campaign_publish", |tx| {
        let draft = &request.draft;
        refuse_published(tx, context, draft)?;
        let facts = facts(tx, context, draft)?;
        let case = OwnCampaignCase {
            facts: &facts,
            policy: &facts.policy(),
            draft,
        };
        let acknowledged = request.acknowledged.iter().cloned().collect();
        let accepted = accept_own_campaign(&case, &acknowledged)
            .map_err(|refused| Views::new(context.scribe(&facts.shop)).refused(&refused))?;
        own_campaign::publish(tx, &accepted)?;
        own_campaign_draft::remove(tx, &draft.id)?;
        let products = accepted.get().terms.products.len();
        tx.summarise(Summary::with(
            "own_campaign_publish",
            json!({ "products": products }),
        ));
        detail(tx, context, &draft.id)
    })
}

pub(crate) fn own_campaign_partner_joined(
    desk: &Desk,
    context: &Context,
    request: OwnCampaignJoined,
) -> Answer<OwnCampaignDetail> {
    desk.write(context, "own_campaign_partner_joined", |tx| {
        let shop = shop::require(tx)?;
        let campaign = own_campaign::require(tx, &request.campaign_id)?;
        let case = OwnCampaignActCase {
            now: context.now,
            campaign: &campaign,
            partner: &request.partner,
        };
        let accepted = accept_partner_joined(&case, &Default::default())
            .map_err(|refused| Views::new(context.scribe(&shop)).refused(&refused))?;
        own_campaign::record_joined(tx, &accepted)?;
        detail(tx, context, &request.campaign_id)
    })
}
