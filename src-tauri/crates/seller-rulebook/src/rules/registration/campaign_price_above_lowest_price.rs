//! RG-02: the campaign price is at or below the lowest price of the past days.

use crate::bound::{Bound, Bounds};
use crate::cases::SkuCase;
use crate::finding::Param;
use crate::rule::{Check, Grade, Rule, Source, Trust};
use seller_domain::price_history::{LookBackLevel, PriceRecord};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-02",
    name: "campaign_price_above_lowest_price",
    grade: Grade::Block,
    sources: &[
        Source {
            title: "How to register for Integrated Campaigns",
            says: "Campaign prices are at or below the lowest price of the past 30 days; for major events the requirement may reach further back.",
            seen: "2026-11-21",
            trust: Trust::Platform,
        },
        Source {
            title: "Our reading",
            says: "The look-back ends when the registration is made; prices that are planned for later do not count.",
            seen: "2026-11-21",
            trust: Trust::House,
        },
    ],
    figures: &[
        "campaign.look_back_days",
        "campaign.look_back_starts",
        "campaign.look_back_level",
        "campaign.look_back_first_record",
    ],
    page: include_str!("campaign_price_above_lowest_price.md"),
    checks: &[Check::Price(bound)],
};

fn bound(case: &SkuCase<'_>) -> Option<Bounds> {
    let sku = case.known?;
    let look_back = case
        .facts
        .campaign
        .pricing
        .look_back
        .or(case.policy.look_back())?;
    let window = case.look_back_window()?;
    let lowest: Option<&PriceRecord> = match look_back.level {
        LookBackLevel::Sku => look_back.lowest(&sku.history, window),
        LookBackLevel::Product => {
            let siblings = case.product.known?.skus.iter();
            look_back.lowest(siblings.flat_map(|sibling| &sibling.history), window)
        }
    };
    let bound = match lowest {
        Some(record) => Bound::at(record.price.min(sku.sku.retail_price))
            .because("since", Param::Instant(record.from)),
        None => Bound::at(sku.sku.retail_price).variant("no_history"),
    };
    Bounds::ceiling(bound.because("days", look_back.days))
}
