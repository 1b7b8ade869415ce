//! Filling prices and stock by a strategy.

use super::change::{place_of, store_cells_and};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, fill_words};
use crate::wire::drafts::{DraftFill, FillRounding, FillSample, FillStrategy, Filled, LeftCount};
use crate::workbench::{Workbench, count};
use rust_decimal::Decimal;
use seller_domain::{CampaignId, Currency, Money, SkuId};
use seller_planner::remembered_price::last_campaign_prices;
use seller_planner::strategy::{
    Beyond, CannotFill, NoStock, NotSet, Outcome, Rounding, Selection, StockOutcome, fill_stock,
};
use seller_planner::{Fill, Strategy, fill};
use seller_rulebook::message::money_text;
use seller_store::draft_rows::Cells;
use seller_store::recommendation_choice::{self, Choice};
use seller_store::{Cellar, Summary, Tx, registration_sku};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many examples are shown.
const SAMPLES: usize = 8;

pub(crate) fn draft_fill(desk: &Desk, context: &Context, request: DraftFill) -> Answer<Filled> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let only = chosen_skus(bench, &request);
        let filling = match request.strategy {
            FillStrategy::Stock { units } => fill_units(bench, context, units, &only),
            _ => fill_prices(bench, cellar, context, &request, only)?,
        };
        let samples = samples(bench, &filling.cells);
        if !request.preview && !filling.cells.is_empty() {
            let summary = Summary::with("draft_fill", json!({ "cells": filling.cells.len() }));
            let campaign = bench.draft.campaign_id.clone();
            let choices = &filling.choices;
            let keep = |tx: &Tx<'_>| keep_choices(tx, &campaign, choices);
            store_cells_and(bench, cellar, context, summary, &filling.cells, keep)?;
        }
        Ok(Filled {
            set: count(filling.cells.len()),
            fitted: filling.fitted,
            thin: filling.thin,
            left: filling
                .left
                .into_iter()
                .map(|(reason, rows)| LeftCount { reason, rows })
                .collect(),
            samples,
            summary: (!request.preview).then(|| bench.summary(context)),
        })
    })
}

/// What a fill changes, and what it leaves.
#[derive(Default)]
struct Filling {
    cells: Vec<Cells>,
    fitted: u32,
    thin: u32,
    /// What becomes of the recommendations for the changed cells (RG-15).
    choices: Vec<(SkuId, Choice, Money)>,
    /// Rows that stay as they are, by reason.
    left: BTreeMap<String, u32>,
}

impl Filling {
    fn leave(&mut self, reason: String) {
        *self.left.entry(reason).or_default() += 1;
    }

    /// Sets a cell of the SKU, unless that changes nothing. Returns whether it does.
    fn set(&mut self, bench: &Workbench, sku_id: &SkuId, value: Value) -> bool {
        let Some((product, sku)) = bench.place(sku_id) else {
            return false;
        };
        let Some(place) = place_of(bench, sku_id) else {
            return false;
        };
        let entry = &bench.draft.products[product].skus[sku];
        let mut cell = Cells::of(place);
        let same = match value {
            Value::Price(price) => {
                cell.campaign_price = Some(Some(price));
                entry.campaign_price == Some(price)
            }
            Value::Stock(units) => {
                cell.campaign_stock = Some(Some(units));
                entry.campaign_stock == Some(units)
            }
        };
        if !same {
            self.cells.push(cell);
        }
        !same
    }
}

/// What goes into a cell.
enum Value {
    Price(Money),
    Stock(Decimal),
}

fn chosen_skus(bench: &mut Workbench, request: &DraftFill) -> Selection {
    let stock = matches!(request.strategy, FillStrategy::Stock { .. });
    let rows = bench.rows(&request.filter);
    let entries = rows
        .iter()
        .map(|&(product, sku)| &bench.draft.products[product as usize].skus[sku as usize]);
    let sku_ids = entries
        .filter(|entry| match request.only_empty {
            true if stock => entry.campaign_stock.is_none(),
            true => entry.campaign_price.is_none(),
            false => true,
        })
        .map(|entry| entry.sku_id.clone())
        .collect();
    Selection::These { sku_ids }
}

fn fill_prices(
    bench: &Workbench,
    cellar: &Cellar,
    context: &Context,
    request: &DraftFill,
    only: Selection,
) -> Result<Filling, Trouble> {
    let currency = bench.facts.shop.currency;
    let fill_request = Fill {
        strategy: strategy(&request.strategy),
        rounding: rounding(request.rounding, currency),
        beyond: if request.fit {
            Beyond::Fitted
        } else {
            Beyond::NotSet
        },
        only,
    };
    let last = last_prices(bench, cellar, &request.strategy)?;
    let filled = fill(&bench.draft, &bench.facts, &fill_request, &last)
        .map_err(|why| cannot_fill(&why, context))?;
    let mut filling = Filling::default();
    for row in filled {
        match row.outcome {
            Outcome::Set {
                price,
                keeps_margin,
                fitted,
            } => {
                if filling.set(bench, &row.sku_id, Value::Price(price)) {
                    filling.fitted += u32::from(fitted);
                    filling.thin += u32::from(keeps_margin == Some(false));
                    if fill_request.strategy == Strategy::Recommended {
                        let choice = choice(bench, &row.sku_id, price);
                        filling.choices.push((row.sku_id, choice, price));
                    }
                }
            }
            Outcome::NotSet { why } => filling.leave(not_set(&why, context)),
        }
    }
    Ok(filling)
}

/// Whether the price is the one that the platform recommends, or another one in its place.
fn choice(bench: &Workbench, sku_id: &SkuId, price: Money) -> Choice {
    let known = bench
        .place(sku_id)
        .and_then(|(product, sku)| bench.known(product, sku));
    let stated = known.and_then(|known| known.stated.as_ref());
    match stated.and_then(|stated| stated.recommended_price) {
        Some(recommended) if recommended == price => Choice::Accepted,
        _ => Choice::Edited,
    }
}

/// Keeps what became of the recommendations (RG-15).
fn keep_choices(
    tx: &Tx<'_>,
    campaign: &CampaignId,
    choices: &[(SkuId, Choice, Money)],
) -> Result<(), Trouble> {
    for (sku_id, choice, price) in choices {
        recommendation_choice::save(tx, campaign, sku_id, *choice, Some(*price))?;
    }
    Ok(())
}

/// The prices registered last, in whatever campaign (RG-11).
fn last_prices(
    bench: &Workbench,
    cellar: &Cellar,
    strategy: &FillStrategy,
) -> Result<HashMap<SkuId, Money>, Trouble> {
    if !matches!(strategy, FillStrategy::AsLastTime) {
        return Ok(HashMap::new());
    }
    let products: Vec<_> = bench.facts.products.keys().cloned().collect();
    let mut prices = last_campaign_prices(&bench.draft, &bench.facts);
    prices.extend(
        cellar.read::<_, Trouble>(|view| Ok(registration_sku::last_prices(view, &products)?))?,
    );
    Ok(prices)
}

fn strategy(wanted: &FillStrategy) -> Strategy {
    match *wanted {
        FillStrategy::PercentOff { percent } => Strategy::PercentOff { off: percent },
        FillStrategy::DownToMargin { margin } => Strategy::AsDeepAsMargin { margin },
        FillStrategy::AsLastTime => Strategy::AsLastTime,
        FillStrategy::AtCeiling { by } => Strategy::UnderCeiling { by },
        FillStrategy::Recommended | FillStrategy::Stock { .. } => Strategy::Recommended,
    }
}

/// Steps and endings scale with the currency: 0.05 USD is 50 where there are no digits.
fn rounding(wanted: FillRounding, currency: Currency) -> Rounding {
    let without_digits = currency.minor_digits() == 0;
    let money =
        |minor: i64| Money::from_minor(if without_digits { minor * 10 } else { minor }, currency);
    match wanted {
        FillRounding::MinorUnit => Rounding::MinorUnit,
        FillRounding::FiveHundredths => Rounding::Step { step: money(5) },
        FillRounding::Tenth => Rounding::Step { step: money(10) },
        FillRounding::Whole => Rounding::Step { step: money(100) },
        FillRounding::Ending { minor } => Rounding::Ending {
            ending: money(minor.into()),
            every: money(100),
        },
    }
}

fn cannot_fill(why: &CannotFill, context: &Context) -> CommandError {
    CommandError::invalid(
        "strategy",
        fill_words(why, context.language),
        context.say("Nothing was filled.", "未填写任何内容。"),
    )
}

fn not_set(why: &NotSet, context: &Context) -> String {
    match why {
        NotSet::UnknownSku => context.say(
            "The catalogue does not know the SKU.",
            "商品目录中没有该 SKU。",
        ),
        NotSet::NoUnitCost => context.say("The unit cost is unknown.", "单件成本未知。"),
        NotSet::NoLastPrice => {
            context.say("There is no earlier campaign price.", "没有以前的活动价。")
        }
        NotSet::NoRecommendation => {
            context.say("The platform recommends no price.", "平台没有推荐价格。")
        }
        NotSet::NoCeiling => context.say("No rule sets a ceiling.", "没有规则设定上限。"),
        NotSet::EmptyCorridor { floor, ceiling } => context.say(
            format!(
                "No price is legal: {} and {} contradict each other.",
                floor.rule, ceiling.rule
            ),
            format!(
                "没有合规价格：{} 与 {} 相互矛盾。",
                floor.rule, ceiling.rule
            ),
        ),
        NotSet::AboveCeiling { ceiling, .. } => context.say(
            format!("The price would be above the ceiling ({}).", ceiling.rule),
            format!("价格会高于上限（{}）。", ceiling.rule),
        ),
        NotSet::BelowFloor { floor, .. } => context.say(
            format!("The price would be below the floor ({}).", floor.rule),
            format!("价格会低于下限（{}）。", floor.rule),
        ),
        NotSet::NotAboveZero => {
            context.say("The price would not be above zero.", "价格会不大于零。")
        }
        NotSet::NoLegalPriceKeepsMargin { ceiling } => context.say(
            format!(
                "No price up to the ceiling ({}) keeps the margin.",
                ceiling.rule
            ),
            format!("上限（{}）以内没有能保住利润率的价格。", ceiling.rule),
        ),
        NotSet::NoRoundPrice { .. } => context.say(
            "No price of this rounding fits.",
            "没有符合该取整方式的价格。",
        ),
    }
}

fn fill_units(
    bench: &Workbench,
    context: &Context,
    units: Option<u32>,
    only: &Selection,
) -> Filling {
    let mut filling = Filling::default();
    for row in fill_stock(&bench.draft, &bench.facts, units, only) {
        match row.outcome {
            StockOutcome::Set { units, fitted } => {
                if filling.set(bench, &row.sku_id, Value::Stock(units.into())) {
                    filling.fitted += u32::from(fitted);
                }
            }
            StockOutcome::NotSet { why } => filling.leave(no_stock(why, context)),
        }
    }
    filling
}

fn no_stock(why: NoStock, context: &Context) -> String {
    match why {
        NoStock::Unknown => context.say("The available stock is unknown.", "可用库存未知。"),
        NoStock::TooLittle { most, least } => context.say(
            format!("At most {most} units can be set aside, and {least} are needed (RG-05)."),
            format!("最多可预留 {most} 件，少于所需的 {least} 件（RG-05）。"),
        ),
    }
}

fn samples(bench: &Workbench, cells: &[Cells]) -> Vec<FillSample> {
    let mut seen = HashSet::new();
    cells
        .iter()
        .filter(|cell| seen.insert(&cell.place.product_id))
        .take(SAMPLES)
        .filter_map(|cell| {
            let (product, sku) = bench.place(&cell.place.sku_id)?;
            let entry = &bench.draft.products[product].skus[sku];
            let known = bench.facts.products.get(&cell.place.product_id);
            let (before, after) = match (cell.campaign_price, cell.campaign_stock) {
                (Some(after), _) => (entry.campaign_price.map(money_text), after.map(money_text)),
                (None, Some(after)) => (
                    entry.campaign_stock.map(|stock| stock.to_string()),
                    after.map(|stock| stock.to_string()),
                ),
                (None, None) => (None, None),
            };
            Some(FillSample {
                sku_id: cell.place.sku_id.clone(),
                title: known
                    .map(|known| known.product.title.clone())
                    .unwrap_or_default(),
                before,
                after,
            })
        })
        .collect()
}
