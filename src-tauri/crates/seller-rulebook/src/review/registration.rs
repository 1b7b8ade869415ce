//! Registrations: the shop against the campaign, each product, each SKU.

use super::corridors::{price_breaches, stock_breaches};
use super::grouped::{CHECKS, OfSku};
use super::{Review, collect};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::cases::{PriceChange, PriceEditCase, ProductCase, Setting, ShopCase, SkuCase};
use crate::facts::Facts;
use crate::finding::{Criterion, Finding, Place};
use crate::policy::Policy;
use crate::rule::Rule;
use rayon::prelude::*;
use seller_domain::registration::{Draft, DraftProduct, ProductState, WantedPrices};
use seller_domain::{CouponId, Money, ProductId, SkuId};

/// Every line of the eligibility page, ticked or not, in the order of the book (CE-07).
pub fn eligibility(
    facts: &Facts,
    policy: &Policy,
    coupons: Option<&[CouponId]>,
) -> Vec<(&'static Rule, Criterion)> {
    let case = ShopCase {
        setting: Setting::new(facts, policy),
        coupons,
    };
    CHECKS
        .shop
        .iter()
        .map(|(rule, check)| (*rule, check(&case)))
        .collect()
}

/// Everything the book says of a registration. Products are checked side by side.
pub fn review_registration(draft: &Draft, facts: &Facts) -> Review {
    let policy = facts.policy();
    let setting = Setting::new(facts, &policy);
    let mut review = Review::default();
    for (rule, criterion) in eligibility(facts, &policy, Some(&draft.coupons)) {
        collect(&mut review.overall, rule, criterion.verdict, Place::default);
    }
    review.products = draft
        .products
        .par_iter()
        .with_min_len(64)
        .map(|product| review_product(product, setting))
        .collect();
    review
}

/// What the book says of one product of a registration and of its SKUs. After
/// an edit of one SKU this is all that has to be checked again.
pub fn review_product(entry: &DraftProduct, setting: Setting<'_>) -> Vec<Finding> {
    let product = ProductCase::new(setting, entry);
    let mut findings = Vec::new();
    for (rule, check) in &CHECKS.entering {
        collect(&mut findings, rule, check(&product), || place_in(entry));
    }
    findings.extend(review_contents(&product));
    findings
}

/// What the book says of a product's SKUs, whether they are being registered or are already.
fn review_contents(product: &ProductCase<'_>) -> Vec<Finding> {
    let entry = product.entry;
    let mut findings = Vec::new();
    for sku in &entry.skus {
        review_sku(&product.sku(sku), &mut findings);
    }
    let place = || place_in(entry);
    for (rule, check) in &CHECKS.products {
        collect(&mut findings, rule, check(product), place);
    }
    let failing = failing_skus(&findings);
    for (rule, check) in &CHECKS.siblings {
        collect(&mut findings, rule, check(product, &failing), place);
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

/// A registration of which every product was judged by itself.
#[derive(Debug)]
pub struct Sifted {
    /// What the book says of all of it.
    pub review: Review,
    /// The products that nothing refuses; none if every one is refused.
    pub accepted: Option<Accepted<Draft>>,
}

/// Accepts the products of a registration that nothing refuses, and leaves the others out.
///
/// # Errors
/// Where the registration as a whole is refused, or a warning about what would be registered
/// is not acknowledged: everything that is wrong with that part.
pub fn accept_passing(
    draft: &Draft,
    facts: &Facts,
    acknowledged: &Acknowledged,
) -> Result<Sifted, Box<Refused>> {
    let review = review_registration(draft, facts);
    let mut passing = Review {
        overall: review.overall.clone(),
        products: Vec::new(),
    };
    let mut kept = Vec::new();
    for (product, findings) in draft.products.iter().zip(&review.products) {
        if !findings.iter().any(Finding::blocks) {
            kept.push(product.clone());
            passing.products.push(findings.clone());
        }
    }
    if kept.is_empty() && !passing.blocks() {
        let accepted = None;
        return Ok(Sifted { review, accepted });
    }
    let kept = Draft {
        id: draft.id.clone(),
        campaign_id: draft.campaign_id.clone(),
        coupons: draft.coupons.clone(),
        products: kept,
    };
    let accepted = Some(Accepted::stamp(kept, passing, acknowledged)?);
    Ok(Sifted { review, accepted })
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
    let setting = Setting::new(facts, &policy);
    let mut findings = review_contents(&ProductCase::new(setting, entry));
    for sku in &entry.skus {
        let from = registered
            .iter()
            .find(|(id, _)| *id == sku.sku_id)
            .map(|(_, price)| *price);
        // Without both prices there is still the moment and the state to judge.
        let change = from.zip(sku.campaign_price).map(|(from, to)| PriceChange {
            sku_id: &sku.sku_id,
            from,
            to,
        });
        let case = PriceEditCase {
            setting,
            state,
            change,
        };
        for (rule, check) in &CHECKS.price_edits {
            collect(&mut findings, rule, check(&case), || {
                place_of(entry, &sku.sku_id)
            });
        }
    }
    Review {
        overall: Vec::new(),
        products: vec![findings],
    }
}

/// Why the prices of a registered product cannot be changed now, whatever they
/// would become; empty if they can.
pub fn review_price_editing(
    product_id: &ProductId,
    state: &ProductState,
    facts: &Facts,
) -> Vec<Finding> {
    let policy = facts.policy();
    let case = PriceEditCase {
        setting: Setting::new(facts, &policy),
        state,
        change: None,
    };
    let place = || Place {
        product_id: Some(product_id.clone()),
        sku_id: None,
    };
    let mut findings = Vec::new();
    for (rule, check) in &CHECKS.price_edits {
        collect(&mut findings, rule, check(&case), place);
    }
    findings
}

/// Accepts an edit of registered prices, or says what is wrong with it. What comes out is what is
/// to be asked for.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_price_edit(
    entry: &DraftProduct,
    state: &ProductState,
    registered: &[(SkuId, Money)],
    facts: &Facts,
    acknowledged: &Acknowledged,
) -> Result<Accepted<WantedPrices>, Box<Refused>> {
    let review = review_price_edit(entry, state, registered, facts);
    // A SKU without a price is refused (RG-01).
    let prices = (entry.skus.iter())
        .filter_map(|sku| Some((sku.sku_id.clone(), sku.campaign_price?)))
        .collect();
    let wanted = WantedPrices {
        campaign_id: facts.campaign.id.clone(),
        product_id: entry.product_id.clone(),
        prices,
    };
    Accepted::stamp(wanted, review, acknowledged)
}

fn review_sku(case: &SkuCase<'_>, findings: &mut Vec<Finding>) {
    let place = || place_of(case.product.entry, &case.entry.sku_id);
    for (rule, check) in &CHECKS.skus {
        match check {
            OfSku::Price(bounds) => {
                let faults = bounds(case).map(|bounds| price_breaches(case, &bounds));
                for fault in faults.into_iter().flatten() {
                    findings.push(Finding::new(rule, place(), fault));
                }
            }
            OfSku::Stock(limits) => {
                let faults = limits(case).map(|limits| stock_breaches(case, &limits));
                for fault in faults.into_iter().flatten() {
                    findings.push(Finding::new(rule, place(), fault));
                }
            }
            OfSku::Other(check) => collect(findings, rule, check(case), place),
        }
    }
}

fn place_in(product: &DraftProduct) -> Place {
    Place {
        product_id: Some(product.product_id.clone()),
        sku_id: None,
    }
}

fn place_of(product: &DraftProduct, sku_id: &SkuId) -> Place {
    Place {
        product_id: Some(product.product_id.clone()),
        sku_id: Some(sku_id.clone()),
    }
}

/// The SKUs that a finding refuses, in the order of their first one.
fn failing_skus(findings: &[Finding]) -> Vec<SkuId> {
    let mut failing: Vec<SkuId> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.blocks()) {
        if let Some(sku_id) = &finding.place.sku_id
            && failing.last() != Some(sku_id)
        {
            failing.push(sku_id.clone());
        }
    }
    failing.sort();
    failing.dedup();
    failing
}
