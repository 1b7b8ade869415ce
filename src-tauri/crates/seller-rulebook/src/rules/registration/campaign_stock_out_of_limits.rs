//! RG-05: the campaign stock is a whole number, enough for the platform, and there.

use crate::cases::SkuCase;
use crate::finding::{Fault, Param, Verdict};
use crate::review::{nearest_legal_stock, stock_corridor};
use crate::rule::{Check, Grade, Rule, Source};
use crate::stock::{StockLimit, StockLimits};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::campaign::{RangeEnd, StatedRange};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-05",
    name: "campaign_stock_out_of_limits",
    grade: Grade::Block,
    sources: &[
        Source::integrated_campaigns("The campaign stock is entered beside the price.").zh("活动库存填写在价格旁边。"),
        Source::public(
            "The prefill workbook states a campaign stock range; stock that is registered is set aside for the campaign.",
        ).zh("预填表给出活动库存范围；报名的库存会为活动预留。"),
        Source::house(
            "Stock that other registrations with an overlapping period hold is not there twice.",
        ).zh("时间重叠的其他报名所占用的库存不能重复计算。"),
    ],
    figures: &[],
    page: include_str!("campaign_stock_out_of_limits.md"),
    checks: &[Check::Stock(limits), Check::Sku(check)],
};

fn limits(case: &SkuCase<'_>) -> Option<StockLimits> {
    let range = stated_range(case);
    let least = match range.lower.map(first_inside) {
        Some(units) if units > 1 => StockLimit::at(units, "below_stated").because(words),
        Some(_) | None => StockLimit::at(1, "below_one"),
    };
    let stated = range
        .upper
        .map(|end| StockLimit::at(last_inside(end), "above_stated").because(words));
    let left = left_over(case).map(|left| {
        let variant = if left.held == 0 {
            "above_available"
        } else {
            "above_left"
        };
        StockLimit::at(left.units(), variant).because(words)
    });
    let most = left
        .into_iter()
        .chain(stated)
        .min_by_key(|limit| limit.units);
    Some(StockLimits {
        least: Some(least),
        most,
    })
}

fn check(case: &SkuCase<'_>) -> Verdict {
    match case.entry.campaign_stock {
        None => Verdict::Fail(vec![missing(case)]),
        Some(stock) => Verdict::fail_if(!stock.fract().is_zero(), || {
            Fault::at("campaign_stock")
                .variant("not_whole")
                .value(stock)
                .repairs(nearest_legal_stock(case))
        }),
    }
}

fn missing(case: &SkuCase<'_>) -> Fault {
    let fault = Fault::at("campaign_stock")
        .variant("missing")
        .repairs(nearest_legal_stock(case));
    match stock_corridor(case).least {
        Some((least, _)) => fault.limit(least),
        None => fault,
    }
}

fn stated_range(case: &SkuCase<'_>) -> StatedRange {
    case.known
        .and_then(|sku| sku.stated.as_ref())
        .map(|stated| stated.stock_range)
        .unwrap_or_default()
}

/// What the shop has, and what other plans hold of it.
struct LeftOver {
    available: u32,
    held: u32,
}

impl LeftOver {
    fn units(&self) -> u32 {
        self.available.saturating_sub(self.held)
    }
}

/// None while nobody says how much there is.
fn left_over(case: &SkuCase<'_>) -> Option<LeftOver> {
    let sku = case.known?;
    let running = case.facts.campaign.running;
    let held = sku
        .elsewhere
        .iter()
        .filter(|plan| plan.running.overlaps(running))
        .fold(0u32, |held, plan| held.saturating_add(plan.stock));
    Some(LeftOver {
        available: sku.sku.stock?,
        held,
    })
}

fn words(case: &SkuCase<'_>) -> Vec<(&'static str, Param)> {
    let mut words = vec![("range", Param::Text(stated_range(case).to_string()))];
    if let Some(left) = left_over(case) {
        words.push(("available", left.available.into()));
        words.push(("held", left.held.into()));
    }
    words
}

/// The first whole number at or after the lower end of a range.
fn first_inside(end: RangeEnd) -> u32 {
    let first = if end.included {
        end.value.ceil()
    } else {
        end.value.floor() + Decimal::ONE
    };
    first.max(Decimal::ZERO).to_u32().unwrap_or(u32::MAX)
}

/// The last whole number at or before the upper end of a range.
fn last_inside(end: RangeEnd) -> u32 {
    let last = if end.included {
        end.value.floor()
    } else {
        end.value.ceil() - Decimal::ONE
    };
    last.max(Decimal::ZERO).to_u32().unwrap_or(u32::MAX)
}
