//! TikTok-funded promotions: the four switches and how they were moved.

mod exclusion;
mod questions;
mod rows;
mod standing;
mod switching;
mod words;

pub(crate) use exclusion::funded_exclusion;
pub(crate) use questions::{funded_coupon_return, funded_order, funded_price, funded_shipping};
pub(crate) use rows::funded_rows;
pub(crate) use standing::{funded_during, funded_on, words_for_plan};
pub(crate) use switching::{funded_switch, funded_switching};

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::common::Nothing;
use crate::wire::funded::{FundedPage, FundedStep, FundedSwitchView};
use seller_domain::funded_promotion::{FundedType, Timeline};
use seller_domain::shop::Shop;
use seller_rulebook::Policy;
use seller_rulebook::review::{funded_promotions_offered, prices_may_differ_until};
use seller_store::{View, funded_switch as switches, shop};

/// The shop, the figures of the day, and how the switches stood.
struct Setting {
    shop: Shop,
    policy: Policy,
    timeline: Timeline,
}

impl Setting {
    fn load(view: &View<'_>, context: &Context) -> Result<Self, Trouble> {
        let shop = shop::require(view)?;
        let today = shop.time_zone.day_of(context.now);
        Ok(Self {
            policy: Policy::on(shop.market, shop.currency, today),
            timeline: switches::timeline(view)?,
            shop,
        })
    }

    /// Like [`Self::load`], refused where the market is not known to have them (PF-12).
    fn offered(view: &View<'_>, context: &Context) -> Result<Self, Trouble> {
        let setting = Self::load(view, context)?;
        if funded_promotions_offered(&setting.policy) {
            Ok(setting)
        } else {
            Err(not_offered(context).into())
        }
    }
}

pub(crate) fn funded_promotions(desk: &Desk, context: &Context, _: Nothing) -> Answer<FundedPage> {
    desk.read(context, |view| page(view, context))
}

fn page(view: &View<'_>, context: &Context) -> Result<FundedPage, Trouble> {
    let setting = Setting::load(view, context)?;
    let offered = funded_promotions_offered(&setting.policy);
    let step = |step: switches::Step| FundedStep {
        funded_type: step.switching.funded_type,
        name: words::name(step.switching.funded_type, context),
        to: step.switching.to,
        at: step.switching.at,
        acknowledged: step.acknowledged,
    };
    Ok(FundedPage {
        offered,
        note: words::note(offered, context),
        switches: if offered {
            FundedType::ALL
                .into_iter()
                .map(|funded_type| switch(&setting, funded_type, context))
                .collect()
        } else {
            Vec::new()
        },
        timeline: switches::log(view)?.into_iter().rev().map(step).collect(),
    })
}

fn switch(setting: &Setting, funded_type: FundedType, context: &Context) -> FundedSwitchView {
    let standing = setting.timeline.standing(funded_type);
    FundedSwitchView {
        funded_type,
        name: words::name(funded_type, context),
        about: words::about(funded_type, context),
        label: words::label(funded_type, context),
        combines: words::combines(funded_type, context),
        position: standing.position,
        since: standing.since,
        prices_may_differ_until: prices_may_differ_until(
            &setting.timeline,
            funded_type,
            &setting.policy,
            setting.shop.time_zone,
            context.now,
        ),
    }
}

fn not_offered(context: &Context) -> CommandError {
    CommandError::invalid(
        "market",
        context.say(
            "TikTok-funded promotions are known for shops in the United States only.",
            "目前仅知美国店铺有 TikTok 出资的促销活动。",
        ),
        context.say(
            "There is nothing to switch in this shop.",
            "该店铺没有可切换的内容。",
        ),
    )
}
