//! Lists of affiliate partners' campaigns (AF-02), and what became of products that joined one
//! (AF-07, AF-08).

use super::super::content::Scene;
use super::super::words;
use super::{Seen, What};
use crate::context::Context;
use crate::rooms::partners;
use crate::trouble::Trouble;
use crate::wire::imports::ImportChange;
use rust_decimal::Decimal;
use seller_domain::partner_campaign::{
    JoinedProduct, JoinedState, JoinedStateKind, PartnerCampaign, SampleCosts, SellerScope,
};
use seller_domain::{PartnerCampaignId, Percent, Period, ProductId};
use seller_exchange::stated::{StatedPartner, StatedRow};
use seller_exchange::table::Field;
use seller_rulebook::message::Scribe;
use seller_rulebook::partner_cases::{PartnerAct, PartnerActCase};
use seller_rulebook::review::accept_partner_act;
use seller_rulebook::{Accepted, Policy, Refused};
use seller_store::partner_product::{self, Act};
use seller_store::{Tx, View, fresh_id, partner_campaign, product};

/// What a row says of a product that joined.
pub(super) struct Decided {
    product_id: ProductId,
    state: Option<JoinedState>,
    samples_approved: Option<u32>,
}

/// The campaign of a row; none if the row states none.
pub(super) fn campaign_of_row(row: StatedRow) -> Option<What> {
    row.partner.map(What::PartnerCampaign)
}

/// The decision of a row; none if it lacks the product or says nothing of it.
pub(super) fn decision_of_row(row: StatedRow) -> Option<What> {
    let stated = row.partner?;
    let reason = row.reason.map(String::from).unwrap_or_default();
    let state = stated.state.map(|state| match state {
        JoinedStateKind::Pending => JoinedState::Pending,
        JoinedStateKind::Approved => JoinedState::Approved,
        JoinedStateKind::Rejected => JoinedState::Rejected { reason },
        JoinedStateKind::PendingClosed => JoinedState::PendingClosed,
        JoinedStateKind::Closed => JoinedState::Closed,
    });
    if state.is_none() && stated.samples_approved.is_none() {
        return None;
    }
    Some(What::PartnerDecision(Box::new(Decided {
        product_id: row.product_id?,
        state,
        samples_approved: stated.samples_approved,
    })))
}

/// What tells rows apart.
pub(super) fn campaign_key(stated: &StatedPartner) -> String {
    let name = stated.name.as_deref().unwrap_or_default();
    let name = name.trim().to_lowercase();
    format!("{name}\u{0}{:?}", stated.running_start)
}

/// What tells rows apart.
pub(super) fn decision_key(decided: &Decided) -> String {
    decided.product_id.to_string()
}

pub(super) fn look_at_campaign(
    view: &View<'_>,
    scene: &Scene,
    stated: &StatedPartner,
) -> Result<Seen, Trouble> {
    let name = stated.name.as_deref().unwrap_or_default().trim().to_owned();
    let (before, after) = match merged(view, scene, stated)? {
        Ok(found) => found,
        Err(refused) => return Ok(Seen::refused(name, refused)),
    };
    let Some(before) = before else {
        let deadline = moment(after.registration.end, scene);
        let change = words::change(Field::RegistrationEnd, None, Some(deadline), &scene.context);
        return Ok(Seen::of(name.clone(), Some(name), true, vec![change]));
    };
    let changes = changed(&before, &after, scene);
    Ok(Seen::of(name.clone(), Some(name), false, changes))
}

fn moment(at: seller_domain::Instant, scene: &Scene) -> String {
    scene.shop.time_zone.minute_text(at)
}

/// The campaign that is held under the name, and what it is with what the row says; or why the
/// row cannot be taken.
type Merged = Result<(Option<PartnerCampaign>, PartnerCampaign), ImportChange>;

fn merged(view: &View<'_>, scene: &Scene, stated: &StatedPartner) -> Result<Merged, Trouble> {
    let context = &scene.context;
    let (Some(name), Some((opens, closes)), Some((starts, ends))) = (
        stated.name.as_deref(),
        stated.registration_start.zip(stated.registration_end),
        stated.running_start.zip(stated.running_end),
    ) else {
        return Ok(Err(words::refusal(
            Field::PartnerCampaign,
            None,
            context.say(
                "The row lacks the name or one of the four dates.",
                "该行缺少名称或四个日期之一。",
            ),
            context.say(
                "Complete the row, or map the columns that have them.",
                "请补全该行，或映射相应的列。",
            ),
            context,
        )));
    };
    let (registration, running) = (Period::new(opens, closes), Period::new(starts, ends));
    for (field, period) in [
        (Field::RegistrationEnd, registration),
        (Field::RunningEnd, running),
    ] {
        if !period.is_forward() {
            return Ok(Err(backwards(field, context)));
        }
    }
    if let Some(rate) = stated.minimum_rate.filter(|rate| *rate > Percent::HUNDRED) {
        return Ok(Err(words::refusal(
            Field::MinimumRate,
            Some(format!("{rate} %")),
            context.say("More than the whole price.", "超过全价。"),
            context.say("Correct the percentage.", "请更正百分比。"),
            context,
        )));
    }
    // Campaigns can have had the same name one after the other.
    let before =
        partner_campaign::by_name(view, name)?.filter(|before| before.running.overlaps(running));
    let known = |stated: &Option<Box<str>>, known: fn(&PartnerCampaign) -> &String| {
        let stated = stated.as_deref().map(|text| text.trim().to_owned());
        stated.unwrap_or_else(|| {
            before
                .as_ref()
                .map_or_else(String::new, |one| known(one).clone())
        })
    };
    let after = PartnerCampaign {
        id: before
            .as_ref()
            .map_or_else(|| fresh_id(context.now).into(), |before| before.id.clone()),
        name: name.trim().to_owned(),
        details: known(&stated.details, |one| &one.details),
        registration,
        running,
        minimum_rate: stated
            .minimum_rate
            .or(before.as_ref().and_then(|before| before.minimum_rate)),
        partner: known(&stated.partner, |one| &one.partner),
        partner_contact: known(&stated.contact, |one| &one.partner_contact),
        // A list does not say for whom it is: the seller notes it.
        scope: before
            .as_ref()
            .map_or(SellerScope::SelectedSellers { this_shop: None }, |before| {
                before.scope
            }),
        note: before
            .as_ref()
            .map_or_else(String::new, |before| before.note.clone()),
    };
    Ok(Ok((before, after)))
}

fn backwards(field: Field, context: &Context) -> ImportChange {
    words::refusal(
        field,
        None,
        context.say(
            "The period ends before it begins.",
            "时间段的结束早于开始。",
        ),
        context.say("Correct the dates.", "请更正日期。"),
        context,
    )
}

fn changed(before: &PartnerCampaign, after: &PartnerCampaign, scene: &Scene) -> Vec<ImportChange> {
    let rate = |one: &PartnerCampaign| one.minimum_rate.map(|rate| format!("{rate} %"));
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let at = |at| Some(moment(at, scene));
    let fields = [
        (
            Field::PartnerDetails,
            text(&before.details),
            text(&after.details),
        ),
        (
            Field::RegistrationStart,
            at(before.registration.start),
            at(after.registration.start),
        ),
        (
            Field::RegistrationEnd,
            at(before.registration.end),
            at(after.registration.end),
        ),
        (
            Field::RunningStart,
            at(before.running.start),
            at(after.running.start),
        ),
        (
            Field::RunningEnd,
            at(before.running.end),
            at(after.running.end),
        ),
        (Field::MinimumRate, rate(before), rate(after)),
        (
            Field::PartnerName,
            text(&before.partner),
            text(&after.partner),
        ),
        (
            Field::PartnerContact,
            text(&before.partner_contact),
            text(&after.partner_contact),
        ),
    ];
    fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| words::change(field, before, after, &scene.context))
        .collect()
}

pub(super) fn write_campaign(
    tx: &Tx<'_>,
    scene: &Scene,
    stated: &StatedPartner,
) -> Result<(), Trouble> {
    // A row that cannot be taken was refused when it was looked at.
    if let Ok((_, after)) = merged(tx, scene, stated)? {
        partner_campaign::save(tx, &after)?;
    }
    Ok(())
}

/// The acts that a row asks for, beside what the product is already.
fn acts(decided: &Decided, before: &JoinedProduct) -> Vec<(PartnerAct, Act)> {
    let state = decided.state.clone().filter(|state| *state != before.state);
    let samples = decided
        .samples_approved
        .filter(|approved| *approved != before.samples.approved);
    let become_next = state.map(|to| (PartnerAct::Become { to }, Act::Recorded));
    let noted = samples.map(|approved| {
        let to = Decimal::from(approved);
        (PartnerAct::NoteSamplesApproved { to }, Act::SamplesApproved)
    });
    become_next.into_iter().chain(noted).collect()
}

fn accepted(
    view: &View<'_>,
    scene: &Scene,
    campaign: &PartnerCampaign,
    product: &JoinedProduct,
    act: &PartnerAct,
) -> Result<Result<Accepted<JoinedProduct>, Box<Refused>>, Trouble> {
    let (shop, now) = (&scene.shop, scene.context.now);
    let known = partner_product::facts(view, None, &product.product_id)?;
    let policy = Policy::on(shop.market, shop.currency, shop.time_zone.day_of(now));
    let case = PartnerActCase {
        now,
        shop,
        policy: &policy,
        campaign,
        product,
        costs: known.map_or_else(SampleCosts::default, |known| known.costs),
        act,
    };
    Ok(accept_partner_act(&case, &Default::default()))
}

pub(super) fn look_at_decision(
    view: &View<'_>,
    scene: &Scene,
    campaign_id: &PartnerCampaignId,
    decided: &Decided,
) -> Result<Seen, Trouble> {
    let context = &scene.context;
    let id = &decided.product_id;
    let campaign = partner_campaign::require(view, campaign_id)?;
    let Some(before) = partner_product::find(view, campaign_id, id)? else {
        return Ok(Seen::refused(
            id,
            words::refusal(
                Field::ProductId,
                Some(id.to_string()),
                context.say(
                    "The product was not registered with this campaign.",
                    "该商品未报名此活动。",
                ),
                context.say("Choose the right campaign.", "请选择正确的活动。"),
                context,
            ),
        ));
    };
    let mut product = before.clone();
    for (act, _) in acts(decided, &before) {
        match accepted(view, scene, &campaign, &product, &act)? {
            Ok(accepted) => product = accepted.into_inner(),
            Err(refused) => return Ok(Seen::refused(id, refusal(&refused, &act, scene))),
        }
    }
    let title = product::find(view, id)?.map(|product| product.title);
    let state = |of: &JoinedProduct| Some(partners::state_words(&of.state, context));
    let approved = |of: &JoinedProduct| Some(of.samples.approved.to_string());
    let changes = [
        (Field::PartnerState, state(&before), state(&product)),
        (
            Field::SamplesApproved,
            approved(&before),
            approved(&product),
        ),
    ];
    let changes = changes
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| words::change(field, before, after, context))
        .collect();
    Ok(Seen::of(id, title, false, changes))
}

/// The first finding that refuses, in words.
fn refusal(refused: &Refused, act: &PartnerAct, scene: &Scene) -> ImportChange {
    let context = &scene.context;
    let scribe: Scribe = context.scribe(&scene.shop);
    let message = refused.review.findings().next();
    let (what, action) = message.map_or_else(Default::default, |finding| {
        let message = scribe.message(finding);
        (message.what, message.action)
    });
    let (field, value) = match act {
        PartnerAct::NoteSamplesApproved { to } => (Field::SamplesApproved, to.to_string()),
        PartnerAct::Become { to } => (Field::PartnerState, partners::state_words(to, context)),
        PartnerAct::SetRate { to } => (Field::PartnerState, to.to_string()),
        PartnerAct::SetSamples { to } => (Field::SamplesApproved, to.to_string()),
    };
    words::refusal(field, Some(value), what, action, context)
}

pub(super) fn write_decision(
    tx: &Tx<'_>,
    scene: &Scene,
    campaign_id: &PartnerCampaignId,
    decided: &Decided,
) -> Result<(), Trouble> {
    let campaign = partner_campaign::require(tx, campaign_id)?;
    let before = partner_product::require(tx, campaign_id, &decided.product_id)?;
    for (act, event) in acts(decided, &before) {
        let product = partner_product::require(tx, campaign_id, &decided.product_id)?;
        // A row that is refused was so when it was looked at.
        if let Ok(accepted) = accepted(tx, scene, &campaign, &product, &act)? {
            partner_product::update(tx, &accepted, event)?;
        }
    }
    Ok(())
}
