//! How the switches stood on a day, and how they stand on the days of a campaign.

use super::{Setting, words};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::funded::{FundedDuring, FundedOn, FundedStandingView, FundedStandings};
use chrono::NaiveDate;
use seller_domain::Period;
use seller_domain::funded_promotion::{FundedType, Position, Stretch, Timeline};
use seller_domain::shop::Shop;
use seller_rulebook::Policy;
use seller_rulebook::review::funded_promotions_offered;
use seller_store::campaign;

/// Days outside of these are slips of the keyboard.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

pub(crate) fn funded_on(
    desk: &Desk,
    context: &Context,
    request: FundedOn,
) -> Answer<FundedStandings> {
    let day = read_day(&request.day, context)?;
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let zone = setting.shop.time_zone;
        let next = day.succ_opt().unwrap_or(day);
        let period = Period::new(zone.start_of(day), zone.start_of(next));
        Ok(standings(&setting, period, context))
    })
}

pub(crate) fn funded_during(
    desk: &Desk,
    context: &Context,
    request: FundedDuring,
) -> Answer<FundedStandings> {
    desk.read(context, |view| {
        let setting = Setting::offered(view, context)?;
        let campaign = campaign::require(view, &request.campaign_id)?;
        Ok(standings(&setting, campaign.running, context))
    })
}

/// What the plan of a campaign has to say of the types that are off on its days (PF-05).
pub(crate) fn words_for_plan(
    timeline: &Timeline,
    shop: &Shop,
    policy: &Policy,
    running: Period,
    context: &Context,
) -> Vec<String> {
    if !funded_promotions_offered(policy) {
        return Vec::new();
    }
    let off = |funded_type: FundedType| {
        let stretches = timeline.during(funded_type, running);
        let off = stretches
            .iter()
            .any(|stretch| stretch.position == Position::Off);
        off.then(|| words::in_plan(funded_type, &stretches, shop.time_zone, context))
    };
    FundedType::ALL.into_iter().filter_map(off).collect()
}

fn standings(setting: &Setting, period: Period, context: &Context) -> FundedStandings {
    let zone = setting.shop.time_zone;
    let types = FundedType::ALL.into_iter().map(|funded_type| {
        let stretches = setting.timeline.during(funded_type, period);
        FundedStandingView {
            funded_type,
            name: words::name(funded_type, context),
            throughout: throughout(&stretches),
            in_words: words::through(funded_type, &stretches, zone, context),
            stretches,
        }
    });
    FundedStandings {
        period,
        assumed_from: (context.now < period.end).then(|| context.now.max(period.start)),
        types: types.collect(),
    }
}

fn throughout(stretches: &[Stretch]) -> Option<Position> {
    match stretches {
        [only] => Some(only.position),
        _ => None,
    }
}

fn read_day(text: &str, context: &Context) -> Result<NaiveDate, CommandError> {
    use chrono::Datelike;
    let shown: String = text.chars().take(40).collect();
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    day.filter(|day| YEARS.contains(&day.year()))
        .ok_or_else(|| {
            CommandError::invalid(
                "day",
                context.say(
                    format!("\"{shown}\" is not a day between 2000 and 2100."),
                    format!("“{shown}”不是 2000 至 2100 年间的日期。"),
                ),
                context.say(
                    "Write the day as 2026-05-10.",
                    "请按 2026-05-10 的格式填写日期。",
                ),
            )
        })
}
