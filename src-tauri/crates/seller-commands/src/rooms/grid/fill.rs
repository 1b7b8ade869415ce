//! Filling prices and stock by a strategy.

use super::change::{place_of, store_cells};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::{Trouble, fill_words};
use crate::wire::drafts::{DraftFill, FillRounding, FillSample, FillStrategy, Filled, LeftCount};
use crate::workbench::{Workbench, count};
use rust_decimal::Decimal;
use seller_domain::{Currency, Money, SkuId};
use seller_planner::remembered_price::last_campaign_prices;
use seller_planner::strategy::{Beyond, CannotFill, NotSet, Outcome, Rounding, Selection};
use seller_planner::{Fill, Strategy, fill};
use seller_rulebook::message::money_text;
use seller_store::draft_rows::Cells;
use seller_store::{Cellar, Summary, registration_sku};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};

/// So many examples are shown.
const SAMPLES: usize = 8;

pub(crate) fn draft_fill(desk: &Desk, context: &Context, request: DraftFill) -> Answer<Filled> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let chosen = chosen_skus(bench, &request);
        let outcome = match request.strategy {
            FillStrategy::Stock { units } => fill_stock(bench, context, &chosen, units),
            FillStrategy::Recommended => fill_recommended(bench, context, &chosen),
            _ => fill_prices(bench, cellar, context, &request, chosen)?,
        };
        let (cells, left) = outcome;
        let samples = samples(bench, &cells);
        if !request.preview && !cells.is_empty() {
            let summary = Summary::with("draft_fill", json!({ "cells": cells.len() }));
            store_cells(bench, cellar, context, summary, &cells)?;
        }
        Ok(Filled {
            set: count(cells.len()),
            left: left
                .into_iter()
                .map(|(reason, rows)| LeftCount { reason, rows })
                .collect(),
            samples,
            summary: (!request.preview).then(|| bench.summary(context)),
        })
    })
}

type Outcomes = (Vec<Cells>, BTreeMap<String, u32>);

fn chosen_skus(bench: &mut Workbench, request: &DraftFill) -> Vec<SkuId> {
    let rows = bench.rows(&request.filter);
    rows.iter()
        .map(|&(product, sku)| {
            bench.draft.products[product as usize].skus[sku as usize]
                .sku_id
                .clone()
        })
        .collect()
}

fn fill_prices(
    bench: &Workbench,
    cellar: &Cellar,
    context: &Context,
    request: &DraftFill,
    chosen: Vec<SkuId>,
) -> Result<Outcomes, Trouble> {
    let currency = bench.facts.shop.currency;
    let fill_request = Fill {
        strategy: strategy(&request.strategy),
        rounding: rounding(request.rounding, currency),
        beyond: Beyond::NotSet,
        only: Selection::These {
            sku_ids: chosen.into_iter().collect(),
        },
    };
    let last = last_prices(bench, cellar, &request.strategy)?;
    let filled = fill(&bench.draft, &bench.facts, &fill_request, &last)
        .map_err(|why| cannot_fill(&why, context))?;
    let mut cells = Vec::new();
    let mut left = BTreeMap::new();
    for row in filled {
        match row.outcome {
            Outcome::Set { price, .. } => {
                let Some((product, sku)) = bench.place(&row.sku_id) else {
                    continue;
                };
                if bench.draft.products[product].skus[sku].campaign_price != Some(price)
                    && let Some(place) = place_of(bench, &row.sku_id)
                {
                    let mut cell = Cells::of(place);
                    cell.campaign_price = Some(Some(price));
                    cells.push(cell);
                }
            }
            Outcome::NotSet { why } => *left.entry(not_set(&why, context)).or_default() += 1,
        }
    }
    Ok((cells, left))
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
        FillStrategy::AtCeiling | FillStrategy::Recommended | FillStrategy::Stock { .. } => {
            Strategy::UnderCeiling { by: None }
        }
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
    CommandError::invalid("strategy", fill_words(why, context.language), "")
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

fn fill_stock(
    bench: &Workbench,
    context: &Context,
    chosen: &[SkuId],
    units: Option<u32>,
) -> Outcomes {
    let mut cells = Vec::new();
    let mut left = BTreeMap::new();
    for sku_id in chosen {
        let Some((product, sku)) = bench.place(sku_id) else {
            continue;
        };
        let available = bench.known(product, sku).and_then(|known| known.sku.stock);
        let wanted = match (units, available) {
            (Some(units), Some(available)) => units.min(available),
            (Some(units), None) => units,
            (None, Some(available)) => available,
            (None, None) => {
                let reason = context.say("The available stock is unknown.", "可用库存未知。");
                *left.entry(reason).or_default() += 1;
                continue;
            }
        };
        let wanted = Decimal::from(wanted);
        if bench.draft.products[product].skus[sku].campaign_stock != Some(wanted)
            && let Some(place) = place_of(bench, sku_id)
        {
            let mut cell = Cells::of(place);
            cell.campaign_stock = Some(Some(wanted));
            cells.push(cell);
        }
    }
    (cells, left)
}

fn fill_recommended(bench: &Workbench, context: &Context, chosen: &[SkuId]) -> Outcomes {
    let mut cells = Vec::new();
    let mut left = BTreeMap::new();
    for sku_id in chosen {
        let Some((product, sku)) = bench.place(sku_id) else {
            continue;
        };
        let stated = bench
            .known(product, sku)
            .and_then(|known| known.stated.as_ref());
        match stated.and_then(|stated| stated.recommended_price) {
            Some(price) => {
                if let Some(place) = place_of(bench, sku_id) {
                    let mut cell = Cells::of(place);
                    cell.campaign_price = Some(Some(price));
                    cells.push(cell);
                }
            }
            None => {
                let reason = context.say("The platform recommends no price.", "平台没有推荐价格。");
                *left.entry(reason).or_default() += 1;
            }
        }
    }
    (cells, left)
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
