//! Registrations: the shop against the campaign, each product, each SKU.

use super::{Review, checks, collect};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::bound::{Bound, Bounds, Corridor};
use crate::cases::{PriceEditCase, ProductCase, Setting, ShopCase, SkuCase};
use crate::facts::Facts;
use crate::finding::{Criterion, Edit, Fault, Finding, Place};
use crate::policy::Policy;
use crate::rule::{Check, Rule};
use rayon::prelude::*;
use seller_domain::registration::{Draft, DraftProduct, DraftSku, ProductState};
use seller_domain::{CouponId, Money, SkuId};

/// Every line of the eligibility page, ticked or not, in the order of the book (CE-07).
pub fn eligibility(
    facts: &Facts,
    policy: &Policy,
    coupons: Option<&[CouponId]>,
) -> Vec<(&'static Rule, Criterion)> {
    let case = ShopCase {
        setting: Setting { facts, policy },
        coupons,
    };
    checks()
        .filter_map(|(rule, check)| match check {
            Check::Shop(check) => Some((rule, check(&case))),
            _ => None,
        })
        .collect()
}

/// Everything the book says of a registration. Products are checked side by side.
pub fn review_registration(draft: &Draft, facts: &Facts) -> Review {
    let policy = facts.policy();
    let mut review = Review::default();
    for (rule, criterion) in eligibility(facts, &policy, Some(&draft.coupons)) {
        collect(
            &mut review.overall,
            rule,
            &Place::default(),
            criterion.verdict,
        );
    }
    review.products = draft
        .products
        .par_iter()
        .with_min_len(64)
        .map(|product| review_product(product, facts, &policy))
        .collect();
    review
}

/// What the book says of one product of a registration and of its SKUs. After
/// an edit of one SKU this is all that has to be checked again.
pub fn review_product(entry: &DraftProduct, facts: &Facts, policy: &Policy) -> Vec<Finding> {
    let product = ProductCase {
        setting: Setting { facts, policy },
        entry,
        known: facts.products.get(&entry.product_id),
    };
    let mut findings = Vec::new();
    for sku in &entry.skus {
        review_sku(&sku_case(product, sku), &mut findings);
    }
    let place = Place {
        product_id: Some(entry.product_id.clone()),
        sku_id: None,
    };
    for (rule, check) in checks() {
        if let Check::Product(check) = check {
            collect(&mut findings, rule, &place, check(&product));
        }
    }
    let mut failing: Vec<SkuId> = findings
        .iter()
        .filter(|f| f.blocks())
        .filter_map(|f| f.place.sku_id.clone())
        .collect();
    failing.sort();
    failing.dedup();
    for (rule, check) in checks() {
        if let Check::Siblings(check) = check {
            collect(&mut findings, rule, &place, check(&product, &failing));
        }
    }
    findings
}

/// Accepts a registration, or says everything that is wrong with it.
pub fn accept_registration(
    draft: Draft,
    facts: &Facts,
    acknowledged: &Acknowledged,
) -> Result<Accepted<Draft>, Box<Refused>> {
    let review = review_registration(&draft, facts);
    Accepted::stamp(draft, review, acknowledged)
}

/// Checks an edit of registered prices: the edit itself, then the new prices
/// as if they were registered now. `entry` holds the wanted prices.
pub fn review_price_edit(
    entry: &DraftProduct,
    state: &ProductState,
    registered: &[(SkuId, Money)],
    facts: &Facts,
) -> Review {
    let policy = facts.policy();
    let setting = Setting {
        facts,
        policy: &policy,
    };
    let mut findings = review_product(entry, facts, &policy);
    for sku in &entry.skus {
        let from = registered
            .iter()
            .find(|(id, _)| *id == sku.sku_id)
            .map(|(_, price)| *price);
        let (Some(from), Some(to)) = (from, sku.campaign_price) else {
            continue;
        };
        let case = PriceEditCase {
            setting,
            state,
            from,
            to,
        };
        let place = Place {
            product_id: Some(entry.product_id.clone()),
            sku_id: Some(sku.sku_id.clone()),
        };
        for (rule, check) in checks() {
            if let Check::PriceEdit(check) = check {
                collect(&mut findings, rule, &place, check(&case));
            }
        }
    }
    Review {
        overall: Vec::new(),
        products: vec![findings],
    }
}

/// Accepts an edit of registered prices, or says what is wrong with it.
pub fn accept_price_edit(
    entry: DraftProduct,
    state: &ProductState,
    registered: &[(SkuId, Money)],
    facts: &Facts,
    acknowledged: &Acknowledged,
) -> Result<Accepted<DraftProduct>, Box<Refused>> {
    let review = review_price_edit(&entry, state, registered, facts);
    Accepted::stamp(entry, review, acknowledged)
}

/// The campaign prices that all rules allow for a SKU.
pub fn corridor(case: &SkuCase<'_>) -> Corridor {
    let mut corridor = Corridor::default();
    for (rule, bounds) in bounds(case) {
        corridor.narrow(rule, &bounds);
    }
    corridor
}

fn bounds<'a>(case: &'a SkuCase<'a>) -> impl Iterator<Item = (&'static Rule, Bounds)> + 'a {
    checks().filter_map(|(rule, check)| match check {
        Check::Price(bounds) => bounds(case).map(|bounds| (rule, bounds)),
        _ => None,
    })
}

/// The case of one SKU of a product.
pub(crate) fn sku_case<'a>(product: ProductCase<'a>, entry: &'a DraftSku) -> SkuCase<'a> {
    let known = product
        .known
        .and_then(|facts| facts.skus.iter().find(|facts| facts.sku.id == entry.sku_id));
    SkuCase {
        product,
        entry,
        known,
    }
}

fn review_sku(case: &SkuCase<'_>, findings: &mut Vec<Finding>) {
    let place = Place {
        product_id: Some(case.product.entry.product_id.clone()),
        sku_id: Some(case.entry.sku_id.clone()),
    };
    for (rule, check) in checks() {
        match check {
            Check::Price(bounds) => {
                let Some(price) = case.entry.campaign_price else {
                    continue;
                };
                let Some(bounds) = bounds(case) else { continue };
                for fault in breaches(case, price, bounds) {
                    findings.push(Finding::new(rule, place.clone(), fault));
                }
            }
            Check::Sku(check) => collect(findings, rule, &place, check(case)),
            _ => {}
        }
    }
}

/// The ends of `bounds` that `price` breaks, each with the nearest price that every rule allows.
fn breaches(case: &SkuCase<'_>, price: Money, bounds: Bounds) -> Vec<Fault> {
    let over = |upper: &Bound| price > upper.price || (!upper.included && price == upper.price);
    let under = |lower: &Bound| price < lower.price || (!lower.included && price == lower.price);
    let broken = bounds
        .upper
        .filter(over)
        .into_iter()
        .chain(bounds.lower.filter(under));
    broken
        .map(|bound| {
            let gap = (price - bound.price).amount().abs();
            let mut fault = Fault::at("campaign_price")
                .variant(bound.variant)
                .limit(bound.price)
                .value(price)
                .gap(Money::new(gap, price.currency()))
                .repair(nearest_legal(case, price));
            fault.params = bound.params;
            fault
        })
        .collect()
}

/// The smallest repair of a price: the nearest one that every rule allows, or
/// leaving the SKU out where there is none.
pub(crate) fn nearest_legal(case: &SkuCase<'_>, price: Money) -> Edit {
    let sku_id = case.entry.sku_id.clone();
    match corridor(case).nearest(price) {
        Some(to) => Edit::SetCampaignPrice { sku_id, to },
        None => Edit::RemoveSku { sku_id },
    }
}
