//! Moving a switch: what it does, then the confirmation (PF-02 … PF-06).

use super::{Setting, page, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::funded::{
    FundedCampaign, FundedPage, FundedSwitch, FundedSwitchShown, FundedSwitching,
};
use seller_domain::campaign::Campaign;
use seller_domain::funded_promotion::{FundedType, Position, Standing, WantedExceptions};
use seller_rulebook::funded_cases::{CampaignWithRows, SwitchCase, SwitchConfirmation};
use seller_rulebook::review::{accept_switch, review_switch, switch_consequences};
use seller_rulebook::{Refused, Review};
use seller_store::campaign_rows::{self, Origin};
use seller_store::confirmation::{self, Confirmation as Brought};
use seller_store::{Summary, View, campaign, funded_switch as switches};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeSet;

/// What the token of the consequences is for.
const SWITCHING: &str = "funded_promotions.switching";

/// A switch, where it is to go, and everything that this may concern.
struct Wanted<'r> {
    setting: Setting,
    funded_type: FundedType,
    to: Position,
    except: &'r WantedExceptions,
    campaigns: Vec<(Campaign, u32, u32)>,
}

/// What was shown and is confirmed: the words do not matter, the facts do.
#[derive(Serialize)]
struct Shown<'a> {
    funded_type: FundedType,
    to: Position,
    standings: [Standing; 4],
    campaigns: &'a [FundedCampaign],
}

pub(crate) fn funded_switching(
    desk: &Desk,
    context: &Context,
    request: FundedSwitching,
) -> Answer<FundedSwitchShown> {
    let (wanted, campaigns, review) = desk.read(context, |view| {
        let wanted = Wanted::load(
            view,
            context,
            (request.funded_type, request.to),
            &request.except,
        )?;
        let (campaigns, review) = wanted.with_case(context, SwitchConfirmation::Asked, |case| {
            (concerned(case), review_switch(case))
        });
        let review = passed(review, &wanted, context)?;
        Ok((wanted, campaigns, review))
    })?;
    let token = desk
        .cellar(context)?
        .offer_confirmation(SWITCHING, &wanted.shown(&campaigns), context.now)
        .map_err(|error| Trouble::from(error).answer(context.language))?;
    let rows = campaigns
        .iter()
        .map(|campaign| campaign.registered.saturating_add(campaign.planned))
        .fold(0, u32::saturating_add);
    Ok(FundedSwitchShown {
        funded_type: request.funded_type,
        to: request.to,
        findings: Views::new(context.scribe(&wanted.setting.shop)).findings(review.findings()),
        changes: words::changes(request.funded_type, request.to, context),
        stays: words::stays(request.to, &wanted.others_on(), context),
        campaigns,
        rows,
        token,
    })
}

pub(crate) fn funded_switch(
    desk: &Desk,
    context: &Context,
    request: FundedSwitch,
) -> Answer<FundedPage> {
    desk.write(context, "funded_switch", |tx| {
        let wanted = Wanted::load(
            tx,
            context,
            (request.funded_type, request.to),
            &request.except,
        )?;
        let campaigns = wanted.with_case(context, SwitchConfirmation::Asked, concerned);
        let shown = wanted.shown(&campaigns);
        let confirmation = match confirmation::take(tx, SWITCHING, &request.token, &shown)? {
            Brought::Confirmed => SwitchConfirmation::Given,
            Brought::TermsChanged => SwitchConfirmation::Changed,
            Brought::Unknown => SwitchConfirmation::Missing,
        };
        let acknowledged: BTreeSet<String> = request.acknowledged.iter().cloned().collect();
        let accepted = wanted
            .with_case(context, confirmation, |case| {
                accept_switch(case, &acknowledged)
            })
            .map_err(|refused| {
                Views::new(context.scribe(&wanted.setting.shop)).refused(&refused)
            })?;
        switches::append(tx, &accepted)?;
        let key = words::history_key(request.funded_type, request.to);
        tx.summarise(Summary::with(key, json!({})));
        page(tx, context)
    })
}

/// The campaigns that the book names as concerned.
fn concerned(case: &SwitchCase<'_>) -> Vec<FundedCampaign> {
    let consequences = switch_consequences(case);
    let campaigns = consequences.campaigns.into_iter();
    campaigns
        .map(|with| FundedCampaign {
            campaign_id: with.campaign.id.clone(),
            name: with.campaign.name.clone(),
            running: with.campaign.running,
            registered: with.registered,
            planned: with.planned,
        })
        .collect()
}

impl<'r> Wanted<'r> {
    fn load(
        view: &View<'_>,
        context: &Context,
        (funded_type, to): (FundedType, Position),
        except: &'r WantedExceptions,
    ) -> Result<Self, Trouble> {
        let setting = Setting::offered(view, context)?;
        let mut campaigns = Vec::new();
        for campaign in campaign::all(view)? {
            let count = |origin| campaign_rows::count(view, &campaign.id, origin);
            let (registered, planned) = (count(Origin::Registered)?, count(Origin::Planned)?);
            campaigns.push((campaign, registered, planned));
        }
        Ok(Self {
            setting,
            funded_type,
            to,
            except,
            campaigns,
        })
    }

    fn with_case<R>(
        &self,
        context: &Context,
        confirmation: SwitchConfirmation,
        then: impl FnOnce(&SwitchCase<'_>) -> R,
    ) -> R {
        let campaigns: Vec<CampaignWithRows<'_>> = self
            .campaigns
            .iter()
            .map(|(campaign, registered, planned)| CampaignWithRows {
                campaign,
                registered: *registered,
                planned: *planned,
            })
            .collect();
        then(&SwitchCase {
            now: context.now,
            shop: &self.setting.shop,
            policy: &self.setting.policy,
            timeline: &self.setting.timeline,
            funded_type: self.funded_type,
            to: self.to,
            except: self.except,
            confirmation,
            campaigns: &campaigns,
        })
    }

    fn shown<'a>(&self, campaigns: &'a [FundedCampaign]) -> Shown<'a> {
        Shown {
            funded_type: self.funded_type,
            to: self.to,
            standings: FundedType::ALL.map(|each| self.setting.timeline.standing(each)),
            campaigns,
        }
    }

    /// The other types that are on and stay so.
    fn others_on(&self) -> Vec<FundedType> {
        let on = |other: &FundedType| {
            *other != self.funded_type
                && self.setting.timeline.standing(*other).position == Position::On
        };
        FundedType::ALL.into_iter().filter(on).collect()
    }
}

/// The review if nothing refuses; warnings are acknowledged with the confirmation.
fn passed(review: Review, wanted: &Wanted<'_>, context: &Context) -> Result<Review, CommandError> {
    if review.blocks() {
        let refused = Refused {
            review,
            unacknowledged: BTreeSet::new(),
        };
        return Err(Views::new(context.scribe(&wanted.setting.shop)).refused(&refused));
    }
    Ok(review)
}
