//! The shop and the state of the desk.

use crate::context::Context;
use crate::desk::{Desk, Open, open};
use crate::error::{Answer, CommandError};
use crate::rooms::backups::backup_lines;
use crate::rooms::field_problems::FieldProblems;
use crate::sample;
use crate::trouble::open_words;
use crate::wire::common::Nothing;
use crate::wire::shop::{DeskState, MarketChoice, Readiness, ShopChoices, ShopSave};
use seller_domain::shop::{FeeTerms, Shop};
use seller_domain::{Market, Money, Percent, Zone};
use seller_rulebook::Policy;
use seller_store::{Cellar, history, shop};
use std::sync::Arc;

pub(crate) fn desk_state(desk: &Desk, context: &Context, _: Nothing) -> Answer<DeskState> {
    let has_own_shop = desk.place().own().exists();
    let nothing_open = |state| DeskState {
        state,
        shop: None,
        is_sample: false,
        has_own_shop,
        now: context.now,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        clock_went_back: false,
        notices: Vec::new(),
    };
    let (cellar, is_sample) = match &*desk.opened() {
        Open::Nothing => return Ok(nothing_open(Readiness::NoShop)),
        Open::Broken { error, path } => {
            let (problem, remedy) = open_words(error, context.language);
            let backups = backup_lines(path).unwrap_or_default();
            return Ok(nothing_open(Readiness::CannotOpen {
                problem,
                remedy,
                backups,
            }));
        }
        Open::Shop { cellar, is_sample } => (cellar.clone(), *is_sample),
    };
    let (shop, last) = desk.read(context, |view| {
        Ok((
            shop::load(view)?,
            history::page(view, 0, 1)?.into_iter().next(),
        ))
    })?;
    let state = if shop.is_some() {
        Readiness::Ready
    } else {
        Readiness::NoShop
    };
    Ok(DeskState {
        shop,
        is_sample,
        clock_went_back: last.is_some_and(|last| last.at > context.now),
        notices: notices(&cellar, context),
        ..nothing_open(state)
    })
}

fn notices(cellar: &Cellar, context: &Context) -> Vec<String> {
    let met = cellar.opening();
    let mut notices = Vec::new();
    if met.was_not_closed {
        notices.push(context.say(
            "Promodesk was not closed properly last time. What was not finished was taken back; everything else is there.",
            "上次未正常关闭。未完成的操作已回退，其余数据完好。",
        ));
    }
    if met.foreign_log.is_some() {
        notices.push(context.say(
            "A log of another file lay beside the shop's file and was put aside.",
            "店铺文件旁有其他文件的日志，已移开保存。",
        ));
    }
    if let Some(from) = met.migrated_from {
        notices.push(context.say(
            format!("The shop's file was brought up to date from schema {from}; a backup was made before."),
            format!("店铺文件已从结构版本 {from} 升级，升级前已备份。"),
        ));
    }
    notices
}

pub(crate) fn shop_choices(_: &Desk, context: &Context, _: Nothing) -> Answer<ShopChoices> {
    Ok(ShopChoices {
        markets: Market::ALL
            .into_iter()
            .map(|market| market_choice(market, context))
            .collect(),
        time_zones: chrono_tz::TZ_VARIANTS
            .iter()
            .map(|zone| zone.name().to_owned())
            .collect(),
        template: template(context),
    })
}

fn market_choice(market: Market, context: &Context) -> MarketChoice {
    let (english, chinese, zone) = match market {
        Market::Us => ("United States", "美国", "America/Los_Angeles"),
        Market::Gb => ("United Kingdom", "英国", "Europe/London"),
        Market::De => ("Germany", "德国", "Europe/Berlin"),
        Market::Fr => ("France", "法国", "Europe/Paris"),
        Market::It => ("Italy", "意大利", "Europe/Rome"),
        Market::Es => ("Spain", "西班牙", "Europe/Madrid"),
        Market::Ie => ("Ireland", "爱尔兰", "Europe/Dublin"),
        Market::Mx => ("Mexico", "墨西哥", "America/Mexico_City"),
        Market::Br => ("Brazil", "巴西", "America/Sao_Paulo"),
        Market::Jp => ("Japan", "日本", "Asia/Tokyo"),
        Market::Id => ("Indonesia", "印度尼西亚", "Asia/Jakarta"),
        Market::My => ("Malaysia", "马来西亚", "Asia/Kuala_Lumpur"),
        Market::Ph => ("Philippines", "菲律宾", "Asia/Manila"),
        Market::Sg => ("Singapore", "新加坡", "Asia/Singapore"),
        Market::Th => ("Thailand", "泰国", "Asia/Bangkok"),
        Market::Vn => ("Vietnam", "越南", "Asia/Ho_Chi_Minh"),
    };
    MarketChoice {
        market,
        name: context.say(english, chinese),
        currency: market.currency(),
        minor_digits: market.currency().minor_digits(),
        time_zone: zone.to_owned(),
    }
}

/// A new shop in the United States: the platform's figures of the day, the rest for the seller to fill in.
fn template(context: &Context) -> Shop {
    let market = Market::Us;
    let currency = market.currency();
    let time_zone = Zone(chrono_tz::America::Los_Angeles);
    let policy = Policy::on(market, currency, time_zone.day_of(context.now));
    Shop {
        name: String::new(),
        market,
        currency,
        time_zone,
        sps: None,
        violations: 0,
        free_shipping_threshold: policy.money("campaign.free_shipping_threshold_at_most"),
        average_order_value: None,
        monthly_gmv: None,
        fee_terms: FeeTerms {
            referral_rate: policy
                .percent("fees.referral_rate")
                .unwrap_or(Percent::ZERO),
            affiliate_rate: Percent::ZERO,
            shipping_cost: Money::zero(currency),
            shipping_charge: Money::zero(currency),
            wanted_margin: Percent::ZERO,
        },
    }
}

pub(crate) fn shop_save(desk: &Desk, context: &Context, request: ShopSave) -> Answer<DeskState> {
    let mut wanted = request.shop;
    wanted.name = wanted.name.trim().to_owned();
    refuse_unusable(&wanted, context)?;
    if matches!(&*desk.opened(), Open::Nothing) {
        make_file(desk, context)?;
    }
    desk.write(context, "shop_save", |tx| {
        shop::save(tx, &wanted)?;
        Ok(())
    })?;
    desk_state(desk, context, Nothing {})
}

fn make_file(desk: &Desk, context: &Context) -> Answer<()> {
    let path = desk.place().own();
    let made = Cellar::create(&path, context.now).map_err(|error| {
        let (message, remedy) = open_words(&error, context.language);
        CommandError::Storage { message, remedy }
    })?;
    desk.reopen(|| Open::Shop {
        cellar: Arc::new(made),
        is_sample: false,
    });
    Ok(())
}

fn refuse_unusable(shop: &Shop, context: &Context) -> Result<(), CommandError> {
    let mut problems = FieldProblems::new(context);
    problems.name(&shop.name, 100, ("shop", "店铺"));
    let (has, wants) = (shop.currency, shop.market.currency());
    if has != wants {
        problems.add(
            "currency",
            (
                &format!("The currency is {has}; shops of this market sell in {wants}."),
                &format!("货币为 {has}，该市场的店铺使用 {wants}。"),
            ),
            ("Choose the market's currency.", "请选择该市场的货币。"),
        );
    }
    let fees = &shop.fee_terms;
    for (field, amount) in [
        ("free_shipping_threshold", shop.free_shipping_threshold),
        ("average_order_value", shop.average_order_value),
        ("monthly_gmv", shop.monthly_gmv),
        ("fee_terms.shipping_cost", Some(fees.shipping_cost)),
        ("fee_terms.shipping_charge", Some(fees.shipping_charge)),
    ] {
        problems.amount(field, amount, shop.currency);
    }
    for (field, rate) in [
        ("fee_terms.referral_rate", fees.referral_rate),
        ("fee_terms.affiliate_rate", fees.affiliate_rate),
        ("fee_terms.wanted_margin", fees.wanted_margin),
    ] {
        if !(Percent::ZERO..Percent::HUNDRED).contains(&rate) {
            problems.add(
                field,
                (
                    &format!("{rate} % is not a rate that can be charged or kept."),
                    &format!("{rate}% 不是有效的比率。"),
                ),
                (
                    "Enter at least 0 and less than 100.",
                    "请填写不小于 0 且小于 100 的数值。",
                ),
            );
        }
    }
    problems.refusal()
}

pub(crate) fn sample_open(desk: &Desk, context: &Context, _: Nothing) -> Answer<DeskState> {
    let path = desk.place().sample();
    if !path.exists() {
        sample::make(&path, context)?;
    }
    desk.reopen(|| open(&path, true, context.now));
    desk_state(desk, context, Nothing {})
}

pub(crate) fn sample_leave(desk: &Desk, context: &Context, _: Nothing) -> Answer<DeskState> {
    let own = desk.place().own();
    desk.reopen(|| open(&own, false, context.now));
    desk_state(desk, context, Nothing {})
}
