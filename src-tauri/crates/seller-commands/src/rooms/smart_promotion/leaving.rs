//! Leaving Smart Promotion: what it does, then the confirmation (SP-06).

use super::page;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::Nothing;
use crate::wire::smart_promotion::{
    CampaignAffected, Confirmation, LeavingShown, SmartPromotionPage,
};
use seller_domain::campaign::Campaign;
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Enrolment, Terms};
use seller_rulebook::Finding;
use seller_rulebook::cases::LeavingCase;
use seller_rulebook::review::{accept_leaving, leaving_consequences, review_leaving};
use seller_store::confirmation::{self, Confirmation as Brought};
use seller_store::{View, campaign, registration_product, shop, smart_promotion as programme};
use serde::Serialize;
use std::collections::BTreeSet;

/// What the token of the consequences is for.
const LEAVING: &str = "smart_promotion.leaving";

/// The shop, its terms, and the campaigns that leaving may concern.
struct Leaving {
    shop: Shop,
    terms: Terms,
    registered: Vec<(Campaign, u32)>,
    open: Vec<(Campaign, u32)>,
}

/// What was shown and is confirmed: the words do not matter, the facts do.
#[derive(Serialize)]
struct Shown<'a> {
    terms: &'a Terms,
    running: &'a [CampaignAffected],
    upcoming: &'a [CampaignAffected],
}

struct Consequences {
    running: Vec<CampaignAffected>,
    upcoming: Vec<CampaignAffected>,
    findings: Vec<Finding>,
}

pub(crate) fn smart_promotion_leaving(
    desk: &Desk,
    context: &Context,
    _: Nothing,
) -> Answer<LeavingShown> {
    let (leaving, consequences) = desk.read(context, |view| {
        let leaving = Leaving::load(view, context)?;
        let consequences = leaving.consequences(context);
        Ok((leaving, consequences))
    })?;
    let token = desk
        .cellar(context)?
        .offer_confirmation(LEAVING, &leaving.shown(&consequences), context.now)
        .map_err(|error| Trouble::from(error).answer(context.language))?;
    Ok(LeavingShown {
        findings: Views::new(context.scribe(&leaving.shop)).findings(&consequences.findings),
        running: consequences.running,
        upcoming: consequences.upcoming,
        token,
    })
}

pub(crate) fn smart_promotion_leave(
    desk: &Desk,
    context: &Context,
    request: Confirmation,
) -> Answer<SmartPromotionPage> {
    desk.write(context, "smart_promotion_leave", |tx| {
        let leaving = Leaving::load(tx, context)?;
        let consequences = leaving.consequences(context);
        let shown = leaving.shown(&consequences);
        match confirmation::take(tx, LEAVING, &request.token, &shown)? {
            Brought::Confirmed => {}
            Brought::TermsChanged | Brought::Unknown => return Err(outdated(context).into()),
        }
        let acknowledged: BTreeSet<String> = request.acknowledged.iter().cloned().collect();
        let accepted = leaving
            .with_case(context, |case| accept_leaving(case, &acknowledged))
            .map_err(|refused| Views::new(context.scribe(&leaving.shop)).refused(&refused))?;
        programme::append(tx, &accepted)?;
        page(tx, context)
    })
}

impl Leaving {
    fn load(view: &View<'_>, context: &Context) -> Result<Self, Trouble> {
        let shop = shop::require(view)?;
        let Enrolment::Enrolled { terms, .. } = programme::enrolment(view)? else {
            return Err(not_joined(context).into());
        };
        let mut registered = Vec::new();
        let mut open = Vec::new();
        for campaign in campaign::all(view)? {
            let products = registration_product::live_in(view, &campaign.id)?;
            if products > 0 {
                registered.push((campaign.clone(), products));
            }
            if products > 0 || context.now < campaign.re_registration_ends() {
                open.push((campaign, products));
            }
        }
        Ok(Self {
            shop,
            terms,
            registered,
            open,
        })
    }

    fn with_case<R>(&self, context: &Context, then: impl FnOnce(&LeavingCase<'_>) -> R) -> R {
        fn campaigns(of: &[(Campaign, u32)]) -> Vec<&Campaign> {
            of.iter().map(|(campaign, _)| campaign).collect()
        }
        then(&LeavingCase {
            now: context.now,
            shop: &self.shop,
            terms: &self.terms,
            running: &campaigns(&self.registered),
            upcoming: &campaigns(&self.open),
        })
    }

    fn consequences(&self, context: &Context) -> Consequences {
        self.with_case(context, |case| {
            let concerned = leaving_consequences(case);
            let affected = |campaigns: Vec<&Campaign>| {
                campaigns
                    .into_iter()
                    .map(|campaign| self.affected(campaign))
                    .collect()
            };
            Consequences {
                running: affected(concerned.running),
                upcoming: affected(concerned.upcoming),
                findings: review_leaving(case).overall,
            }
        })
    }

    fn affected(&self, campaign: &Campaign) -> CampaignAffected {
        let products = self
            .open
            .iter()
            .find(|(open, _)| open.id == campaign.id)
            .map_or(0, |(_, products)| *products);
        CampaignAffected {
            campaign_id: campaign.id.clone(),
            name: campaign.name.clone(),
            running: campaign.running,
            products,
        }
    }

    fn shown<'a>(&'a self, consequences: &'a Consequences) -> Shown<'a> {
        Shown {
            terms: &self.terms,
            running: &consequences.running,
            upcoming: &consequences.upcoming,
        }
    }
}

fn not_joined(context: &Context) -> CommandError {
    CommandError::invalid(
        "smart_promotion",
        context.say(
            "The shop is not in Smart Promotion.",
            "店铺未加入智能促销。",
        ),
        context.say(
            "There is nothing to leave; join it first if you want to take part in campaigns.",
            "无需退出；如要参加活动，请先加入。",
        ),
    )
}

fn outdated(context: &Context) -> CommandError {
    CommandError::Outdated {
        message: context.say(
            "What leaving does has changed since it was shown. Nothing was changed; look at it again.",
            "退出的影响与展示时已不同，未作任何更改。请重新查看。",
        ),
    }
}
