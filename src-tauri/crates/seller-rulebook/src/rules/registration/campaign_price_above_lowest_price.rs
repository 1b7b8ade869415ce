//! RG-02: the campaign price is at or below the lowest price of the past days.

use crate::bound::{Bound, Bounds};
use crate::cases::SkuCase;
use crate::finding::Param;
use crate::lowest_price::lowest_price;
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-02",
    name: "campaign_price_above_lowest_price",
    grade: Grade::Block,
    sources: &[
        Source::integrated_campaigns(
            "Campaign prices are at or below the lowest price of the past 30 days; for major events the requirement may reach further back.",
        ).zh("活动价不高于近 30 天的最低价；大型活动的要求可能回溯更远。"),
        Source::house(
            "The look-back ends when the registration is made; prices that are planned for later do not count.",
        ).zh("回溯到报名的那一刻为止；尚未开始的计划价格不计入。"),
    ],
    figures: &[
        "campaign.look_back_days",
        "campaign.look_back_starts",
        "campaign.look_back_level",
        "campaign.look_back_first_record",
    ],
    page: include_str!("campaign_price_above_lowest_price.md"),
    checks: &[Check::Price(bounds)],
};

fn bounds(case: &SkuCase<'_>) -> Option<Bounds> {
    let lowest = lowest_price(case)?;
    let of_itself = case.known.is_some_and(|own| own.sku.id == lowest.of.sku.id);
    let variant = match (&lowest.record, of_itself) {
        (_, false) => "other_sku",
        (None, true) => "retail_price",
        (Some(_), true) => "",
    };
    Bounds::ceiling(Bound::at(lowest.price).variant(variant).because(words))
}

fn words(case: &SkuCase<'_>) -> Vec<(&'static str, Param)> {
    let Some(lowest) = lowest_price(case) else {
        return Vec::new();
    };
    let since = lowest
        .record
        .as_ref()
        .map(|record| ("since", record.from.into()));
    [
        ("days", lowest.look_back.days.into()),
        ("other", (&lowest.of.sku.id).into()),
    ]
    .into_iter()
    .chain(since)
    .collect()
}
