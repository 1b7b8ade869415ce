//! RG-04: the campaign price is above 0 and below the retail and the current discount price.

use crate::bound::{Bound, Bounds};
use crate::cases::SkuCase;
use crate::finding::Param;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Money;
use seller_domain::campaign::AgainstRetail;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-04",
    name: "campaign_price_not_below_retail_price",
    grade: Grade::Block,
    sources: &[Source::public(
        "The platform's upload template asks for a campaign price lower than the retail price and lower than the seller's own discount price.",
    ).zh("平台的上传模板要求活动价低于零售价，也低于卖家自己的折扣价。")],
    figures: &["campaign.against_retail"],
    page: include_str!("campaign_price_not_below_retail_price.md"),
    checks: &[Check::Price(bounds)],
};

fn bounds(case: &SkuCase<'_>) -> Option<Bounds> {
    let nothing = Money::zero(case.currency());
    Some(Bounds {
        lower: Some(Bound::excluding(nothing).variant("not_positive")),
        upper: ceiling(case),
    })
}

fn ceiling(case: &SkuCase<'_>) -> Option<Bound> {
    let sku = &case.known?.sku;
    let at = |price, variant| {
        let bound = match case.against_retail? {
            AgainstRetail::Below => Bound::excluding(price),
            AgainstRetail::AtOrBelow => Bound::at(price),
        };
        Some(bound.variant(variant).because(words))
    };
    let discount = sku
        .discount_price
        .and_then(|price| at(price, "above_discount"));
    at(sku.retail_price, "above_retail").map(|retail| retail.tighter_ceiling(discount))
}

fn words(case: &SkuCase<'_>) -> Vec<(&'static str, Param)> {
    let relation = match case.against_retail {
        Some(AgainstRetail::AtOrBelow) => "at_or_below",
        Some(AgainstRetail::Below) | None => "below",
    };
    vec![("relation", Param::Term(relation))]
}
