//! Smart Promotion: the programme's page, its terms, joining step by step.

mod exclusions;
mod leaving;
mod offers;

pub(crate) use exclusions::{exclusion_change, exclusion_export, exclusion_page};
pub(crate) use leaving::{smart_promotion_leave, smart_promotion_leaving};
pub(crate) use offers::{monthly_fee, smart_promotion_offer_save};

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::smart_promotion::{
    Confirmation, EnrolmentStepRequest, PastEnrolment, SignedUp, SmartPromotionPage, TermsShown,
};
use offers::offer;
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_rulebook::cases::{EnrolmentCase, EnrolmentStep};
use seller_rulebook::review::{accept_enrolment, review_enrolment};
use seller_rulebook::{Policy, Refused, Review};
use seller_store::confirmation::{self, Confirmation as Brought};
use seller_store::{Tx, View, exclusion, setting, shop, smart_promotion as programme};
use std::collections::BTreeSet;

/// The mode that the seller signed up for and has not confirmed yet.
const SIGNED_UP: &str = "smart_promotion.signed_up";
/// What the token of *Confirm and next* is for.
const JOINING: &str = "smart_promotion.joining";

pub(crate) fn smart_promotion(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<SmartPromotionPage> {
    desk.read(context, |view| page(view, context))
}

fn page(view: &View<'_>, context: &Context) -> Result<SmartPromotionPage, Trouble> {
    let shop = shop::require(view)?;
    let policy = policy(&shop, context);
    let enrolment = programme::enrolment(view)?;
    let offers = Mode::ALL
        .into_iter()
        .map(|mode| offer(view, &shop, &policy, mode))
        .collect::<Result<Vec<_>, _>>()?;
    let exclusions = exclusion::all(view)?;
    let in_force = exclusions
        .iter()
        .filter(|exclusion| exclusion.confirmed_at.is_some())
        .count();
    let joining = Joining {
        shop: &shop,
        enrolment: &enrolment,
        policy: &policy,
        terms: &offers[0].terms,
    };
    // What to know before joining is no news to a shop that has joined.
    let findings = if enrolment.terms().is_some() {
        Vec::new()
    } else {
        review_enrolment(&joining.step(EnrolmentStep::SignUp, None, None, context)).overall
    };
    Ok(SmartPromotionPage {
        findings: Views::new(context.scribe(&shop)).findings(&findings),
        points_per_unit: policy.count("smart_promotion.points_per_unit"),
        exclusions_requested: number(exclusions.len() - in_force),
        exclusions_in_force: number(in_force),
        past: past(programme::log(view)?),
        offers,
        enrolment,
    })
}

/// The times in the programme, the newest first.
fn past(log: Vec<Enrolment>) -> Vec<PastEnrolment> {
    let mut times: Vec<PastEnrolment> = Vec::new();
    for step in log {
        match step {
            Enrolment::Never => {}
            Enrolment::Enrolled { terms, since } => times.push(PastEnrolment {
                terms,
                since,
                until: None,
            }),
            Enrolment::Left { at, .. } => {
                if let Some(last) = times.last_mut() {
                    last.until = Some(at);
                }
            }
        }
    }
    times.reverse();
    times
}

/// The surroundings of a step of joining.
struct Joining<'a> {
    shop: &'a Shop,
    enrolment: &'a Enrolment,
    policy: &'a Policy,
    terms: &'a Terms,
}

impl<'a> Joining<'a> {
    fn step(
        &self,
        step: EnrolmentStep,
        taken: Option<EnrolmentStep>,
        shown: Option<&'a Terms>,
        context: &Context,
    ) -> EnrolmentCase<'a> {
        EnrolmentCase {
            now: context.now,
            shop: self.shop,
            enrolment: self.enrolment,
            policy: self.policy,
            mode: self.terms.mode,
            step,
            taken,
            terms: self.terms,
            shown,
        }
    }
}

pub(crate) fn smart_promotion_sign_up(
    desk: &Desk,
    context: &Context,
    request: EnrolmentStepRequest,
) -> Answer<SignedUp> {
    desk.write(context, "smart_promotion_sign_up", |tx| {
        let shop = shop::require(tx)?;
        let policy = policy(&shop, context);
        let enrolment = programme::enrolment(tx)?;
        let offer = offer(tx, &shop, &policy, request.mode)?;
        let joining = Joining {
            shop: &shop,
            enrolment: &enrolment,
            policy: &policy,
            terms: &offer.terms,
        };
        let case = joining.step(
            EnrolmentStep::SignUp,
            signed_up(tx, request.mode)?,
            None,
            context,
        );
        let review = passed(review_enrolment(&case), &shop, context)?;
        setting::set(tx, SIGNED_UP, &Some(request.mode))?;
        Ok(SignedUp {
            mode: request.mode,
            findings: Views::new(context.scribe(&shop)).findings(review.findings()),
        })
    })
}

pub(crate) fn smart_promotion_confirm_and_next(
    desk: &Desk,
    context: &Context,
    request: EnrolmentStepRequest,
) -> Answer<TermsShown> {
    let (offer, findings) = desk.read(context, |view| {
        let shop = shop::require(view)?;
        let policy = policy(&shop, context);
        let enrolment = programme::enrolment(view)?;
        let offer = offer(view, &shop, &policy, request.mode)?;
        let taken = signed_up(view, request.mode)?;
        let joining = Joining {
            shop: &shop,
            enrolment: &enrolment,
            policy: &policy,
            terms: &offer.terms,
        };
        let case = joining.step(EnrolmentStep::ConfirmAndNext, taken, None, context);
        let review = passed(review_enrolment(&case), &shop, context)?;
        if !offer.is_complete {
            return Err(offers::incomplete(context).into());
        }
        let findings = Views::new(context.scribe(&shop)).findings(review.findings());
        Ok((offer, findings))
    })?;
    let token = desk
        .cellar(context)?
        .offer_confirmation(JOINING, &offer, context.now)
        .map_err(|error| Trouble::from(error).answer(context.language))?;
    Ok(TermsShown {
        offer,
        findings,
        token,
    })
}

pub(crate) fn smart_promotion_confirm(
    desk: &Desk,
    context: &Context,
    request: Confirmation,
) -> Answer<SmartPromotionPage> {
    desk.write(context, "smart_promotion_confirm", |tx| {
        join(tx, context, &request)?;
        page(tx, context)
    })
}

fn join(tx: &Tx<'_>, context: &Context, request: &Confirmation) -> Result<(), Trouble> {
    let shop = shop::require(tx)?;
    let policy = policy(&shop, context);
    let enrolment = programme::enrolment(tx)?;
    let waiting: Option<Mode> = setting::get(tx, SIGNED_UP)?.flatten();
    // Nothing is signed up for: the step is refused, whatever the mode.
    let mode = waiting.unwrap_or(Mode::StoreWide);
    let offer = offer(tx, &shop, &policy, mode)?;
    let brought = confirmation::take(tx, JOINING, &request.token, &offer)?;
    let shown = brought == Brought::Confirmed && waiting.is_some();
    let taken = if shown {
        Some(EnrolmentStep::ConfirmAndNext)
    } else {
        waiting.map(|_| EnrolmentStep::SignUp)
    };
    let skipped = waiting.is_none() || request.token.is_empty();
    if !shown && !skipped && enrolment.terms().is_none() {
        return Err(terms_outdated(context).into());
    }
    let joining = Joining {
        shop: &shop,
        enrolment: &enrolment,
        policy: &policy,
        terms: &offer.terms,
    };
    let case = joining.step(
        EnrolmentStep::Confirm,
        taken,
        shown.then_some(&offer.terms),
        context,
    );
    let acknowledged: BTreeSet<String> = request.acknowledged.iter().cloned().collect();
    let accepted = accept_enrolment(&case, &acknowledged)
        .map_err(|refused| Views::new(context.scribe(&shop)).refused(&refused))?;
    programme::append(tx, &accepted)?;
    setting::set(tx, SIGNED_UP, &None::<Mode>)?;
    Ok(())
}

fn terms_outdated(context: &Context) -> CommandError {
    CommandError::Outdated {
        message: context.say(
            "These are not the terms that were shown. Nothing was joined; go back to Confirm and next and look at them again.",
            "这些条款与展示时的不一致，尚未加入。请返回“确认并继续”重新查看。",
        ),
    }
}

/// The step that was taken towards this mode.
fn signed_up(view: &View<'_>, mode: Mode) -> Result<Option<EnrolmentStep>, Trouble> {
    let waiting: Option<Mode> = setting::get(view, SIGNED_UP)?.flatten();
    Ok((waiting == Some(mode)).then_some(EnrolmentStep::SignUp))
}

/// The review if nothing refuses; warnings are acknowledged at the last step.
fn passed(review: Review, shop: &Shop, context: &Context) -> Result<Review, CommandError> {
    if review.blocks() {
        let refused = Refused {
            review,
            unacknowledged: BTreeSet::new(),
        };
        return Err(Views::new(context.scribe(shop)).refused(&refused));
    }
    Ok(review)
}

fn policy(shop: &Shop, context: &Context) -> Policy {
    Policy::on(
        shop.market,
        shop.currency,
        shop.time_zone.day_of(context.now),
    )
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
