//! RG-09: a product meets the requirement list of its tier.

use crate::bound::{Bound, Bounds};
use crate::cases::SkuCase;
use crate::finding::Param;
use crate::rule::{Check, Grade, Rule, Source};
use crate::stock::{StockLimit, StockLimits};
use seller_domain::campaign::{Tier, TierTerms};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-09",
    name: "tier_terms_not_met",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "Featured and Regular products have requirements of their own, listed beside the price table.",
    ).zh("精选商品和常规商品各有要求，列在价格表旁边。")],
    figures: &[],
    page: include_str!("tier_terms_not_met.md"),
    checks: &[Check::Price(bounds), Check::Stock(limits)],
};

fn bounds(case: &SkuCase<'_>) -> Option<Bounds> {
    let terms = terms(case)?;
    let discounted = terms.minimum_discount.zip(case.known).map(|(least, sku)| {
        let price = least.rest().of(sku.sku.retail_price).rounded_down();
        Bound::at(price).variant("minimum_discount").because(words)
    });
    let capped = terms
        .maximum_price
        .map(|price| Bound::at(price).variant("maximum_price").because(words));
    match discounted {
        Some(discounted) => Bounds::ceiling(discounted.tighter_ceiling(capped)),
        None => Bounds::ceiling(capped?),
    }
}

fn limits(case: &SkuCase<'_>) -> Option<StockLimits> {
    let units = terms(case)?.minimum_stock?;
    Some(StockLimits {
        least: Some(StockLimit::at(units, "minimum_stock").because(words)),
        most: None,
    })
}

fn terms<'a>(case: &SkuCase<'a>) -> Option<&'a TierTerms> {
    case.facts.campaign.tier_terms(case.product.entry.tier)
}

fn words(case: &SkuCase<'_>) -> Vec<(&'static str, Param)> {
    let tier = match case.product.entry.tier {
        Tier::Featured => "featured",
        Tier::Regular => "regular",
    };
    let mut words = vec![("tier", Param::Term(tier))];
    if let Some(least) = terms(case).and_then(|terms| terms.minimum_discount) {
        words.push(("discount", least.into()));
    }
    if let Some(sku) = case.known {
        words.push(("retail", sku.sku.retail_price.into()));
    }
    words
}
