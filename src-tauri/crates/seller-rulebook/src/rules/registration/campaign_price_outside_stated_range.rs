//! RG-03: the campaign price lies in the range that the platform states for the SKU.

use crate::bound::{Bound, Bounds};
use crate::cases::SkuCase;
use crate::finding::Param;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::{RangeEnd, StatedRange};
use seller_domain::{Currency, Money};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-03",
    name: "campaign_price_outside_stated_range",
    grade: Grade::Block,
    sources: &[
        Source::integrated_campaigns(
            "The column with the campaign price range shows the price requirements of each SKU.",
        ).zh("活动价范围一列显示每个 SKU 的价格要求。"),
        Source::public(
            "The platform's workbooks state a campaign price range or a maximum campaign price for each SKU and refuse prices outside of it.",
        ).zh("平台的工作簿为每个 SKU 给出活动价范围或最高活动价，并拒绝超出范围的价格。"),
    ],
    figures: &[],
    page: include_str!("campaign_price_outside_stated_range.md"),
    checks: &[Check::Price(bounds)],
};

fn bounds(case: &SkuCase<'_>) -> Option<Bounds> {
    let range = stated_range(case)?;
    Some(Bounds {
        lower: range
            .lower
            .map(|end| bound(end, case.currency()).variant("below_range")),
        upper: range
            .upper
            .map(|end| bound(end, case.currency()).variant("above_range")),
    })
}

fn stated_range(case: &SkuCase<'_>) -> Option<StatedRange> {
    Some(case.known?.stated.as_ref()?.price_range)
}

/// The file names no currency: its numbers are in the shop's.
fn bound(end: RangeEnd, currency: Currency) -> Bound {
    let price = Money::new(end.value, currency);
    let bound = if end.included {
        Bound::at(price)
    } else {
        Bound::excluding(price)
    };
    bound.because(|case| {
        stated_range(case)
            .map(|range| ("range", Param::Text(range.to_string())))
            .into_iter()
            .collect()
    })
}
