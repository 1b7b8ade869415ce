//! The wizard of joining an agency's campaign: products, rate, samples, contact, consequences,
//! submitting (AF-03 … AF-06, AF-08, AF-10).

use super::campaigns::{Lines, detail};
use super::{shown, steps};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::partner_campaigns::{
    JoinCheck, JoinChecked, JoinForm, JoinRepair, JoinSubmit, PartnerCampaignDetail,
    PartnerCampaignGet,
};
use seller_domain::partner_campaign::{JoinDraft, SamplesPromised};
use seller_domain::{Percent, ProductId};
use seller_rulebook::message::{count_text, money_text};
use seller_rulebook::partner_cases::JoinCase;
use seller_rulebook::review::{accept_joining, review_joining};
use seller_rulebook::{PartnerFacts, Policy};
use seller_store::{
    StoreError, Summary, View, partner_campaign, partner_join_draft, partner_product, shop,
};
use serde_json::json;
use std::collections::HashSet;

/// So many findings travel with a check; their counts say the rest.
const MOST_FINDINGS: usize = 200;

/// Everything that a registration is checked against, read in one state of the file.
pub(super) fn facts(
    view: &View<'_>,
    context: &Context,
    draft: &JoinDraft,
) -> Result<PartnerFacts, Trouble> {
    let named: HashSet<&ProductId> = draft.products.iter().collect();
    Ok(PartnerFacts {
        now: context.now,
        shop: shop::require(view)?,
        campaign: partner_campaign::require(view, &draft.campaign_id)?,
        products: partner_product::facts_of(view, Some(&draft.campaign_id), &named)?,
    })
}

pub(crate) fn partner_join_open(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignGet,
) -> Answer<JoinForm> {
    desk.read(context, |view| {
        let id = request.campaign_id;
        let draft = match partner_join_draft::find(view, &id)? {
            Some(kept) => kept,
            None => JoinDraft {
                // The address of last time is most likely the one of this time.
                contact: partner_product::last_contact(view)?.unwrap_or_default(),
                ..JoinDraft::new(id)
            },
        };
        form(view, context, draft)
    })
}

fn form(view: &View<'_>, context: &Context, draft: JoinDraft) -> Result<JoinForm, Trouble> {
    let campaign = partner_campaign::require(view, &draft.campaign_id)?;
    let shop = shop::require(view)?;
    let policy = Policy::on(
        shop.market,
        shop.currency,
        shop.time_zone.day_of(context.now),
    );
    let bound = |key| policy.percent(key);
    let least = bound("affiliate.rate_at_least").unwrap_or(Percent::ZERO);
    Ok(JoinForm {
        rate_at_least: campaign
            .minimum_rate
            .map_or(least, |asked| asked.max(least)),
        rate_at_most: bound("affiliate.rate_at_most").unwrap_or(Percent::HUNDRED),
        line: Lines::new(view, context)?.line(campaign),
        draft,
    })
}

pub(crate) fn partner_join_check(
    desk: &Desk,
    context: &Context,
    request: JoinCheck,
) -> Answer<JoinChecked> {
    desk.read(context, |view| {
        let draft = &request.draft;
        let facts = facts(view, context, draft)?;
        let policy = facts.policy();
        let review = review_joining(&JoinCase {
            facts: &facts,
            policy: &policy,
            draft,
        });
        let mut views = Views::new(context.scribe(&facts.shop));
        let promised = facts.promised(draft);
        Ok(JoinChecked {
            passes: !review.blocks(),
            counts: views.counts(review.findings()),
            findings: shown(&mut views, &review, MOST_FINDINGS),
            consequences: consequences(draft, &promised, context),
            promised,
        })
    })
}

/// What submitting means.
fn consequences(draft: &JoinDraft, promised: &SamplesPromised, context: &Context) -> Vec<String> {
    let products = count_text(draft.distinct().count());
    let mut said = vec![
        context.say(
            format!("{products} products go to the partner for review; until it has decided they are pending."),
            format!("{products} 个商品将提交合作伙伴审核，决定之前为待审核。"),
        ),
        context.say(
            "Once a product is approved its rate is frozen, and closing it needs the partner's consent.",
            "商品通过后佣金率即冻结，关闭须经合作伙伴同意。",
        ),
    ];
    said.push(sample_words(promised, context));
    said
}

/// What the samples mean and cost (AF-06).
pub(super) fn sample_words(promised: &SamplesPromised, context: &Context) -> String {
    let (samples, most) = (promised.samples, money_text(promised.at_most));
    let known = promised.known_products;
    let (shown, unknown) = (count_text(samples), count_text(promised.unknown_products));
    match (samples, known, promised.unknown_products) {
        (0, ..) => context.say("No samples are promised.", "未承诺样品。"),
        (_, _, 0) => context.say(
            format!("{shown} samples are approved without asking you when the partner asks for them; they cost up to {most}."),
            format!("合作伙伴申请时，{shown} 件样品将自动通过；成本最高 {most}。"),
        ),
        (_, 0, _) => context.say(
            format!("{shown} samples are approved without asking you when the partner asks for them; what they cost is not known."),
            format!("合作伙伴申请时，{shown} 件样品将自动通过；成本未知。"),
        ),
        _ => context.say(
            format!("{shown} samples are approved without asking you when the partner asks for them; as far as costs are known they cost up to {most}. Products of which they are not known: {unknown}."),
            format!("合作伙伴申请时，{shown} 件样品将自动通过；已知成本最高 {most}，另有 {unknown} 个商品成本未知。"),
        ),
    }
}

pub(crate) fn partner_join_repair(
    desk: &Desk,
    context: &Context,
    request: JoinRepair,
) -> Answer<JoinForm> {
    desk.read(context, |view| {
        let mut draft = request.draft;
        let facts = facts(view, context, &draft)?;
        let changes = steps(request.repair, || {
            review_joining(&JoinCase {
                facts: &facts,
                policy: &facts.policy(),
                draft: &draft,
            })
        });
        draft.apply_all(&changes);
        form(view, context, draft)
    })
}

pub(crate) fn partner_join_save(
    desk: &Desk,
    context: &Context,
    request: JoinCheck,
) -> Answer<JoinForm> {
    desk.write(context, "partner_join_save", |tx| {
        partner_campaign::require(tx, &request.draft.campaign_id)?;
        partner_join_draft::keep(tx, &request.draft)?;
        form(tx, context, request.draft)
    })
}

pub(crate) fn partner_join_discard(
    desk: &Desk,
    context: &Context,
    request: PartnerCampaignGet,
) -> Answer<Nothing> {
    desk.write(context, "partner_join_discard", |tx| {
        if partner_join_draft::remove(tx, &request.campaign_id)? {
            return Ok(Nothing {});
        }
        Err(StoreError::Absent {
            what: "draft of a registration",
            id: request.campaign_id.to_string(),
        }
        .into())
    })
}

pub(crate) fn partner_join_submit(
    desk: &Desk,
    context: &Context,
    request: JoinSubmit,
) -> Answer<PartnerCampaignDetail> {
    desk.write(context, "partner_join_submit", |tx| {
        let draft = &request.draft;
        let facts = facts(tx, context, draft)?;
        let policy = facts.policy();
        let case = JoinCase {
            facts: &facts,
            policy: &policy,
            draft,
        };
        let acknowledged = request.acknowledged.iter().cloned().collect();
        let accepted = accept_joining(&case, &acknowledged)
            .map_err(|refused| Views::new(context.scribe(&facts.shop)).refused(&refused))?;
        let products = partner_product::submit(tx, &accepted)?;
        partner_join_draft::remove(tx, &draft.campaign_id)?;
        tx.summarise(Summary::with(
            "partner_join_submit",
            json!({ "products": products }),
        ));
        detail(tx, context, &draft.campaign_id)
    })
}
