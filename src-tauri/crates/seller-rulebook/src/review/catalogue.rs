//! Running the book over changes of the catalogue.

use super::grouped::CHECKS;
use super::{Review, collect};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::cases::{CatalogueChangeCase, PlacesHeld};
use crate::finding::{Finding, Place};
use seller_domain::catalogue::CatalogueChange;

/// Checks what a change of the catalogue does to a registered product.
pub fn review_catalogue_change(case: &CatalogueChangeCase<'_>) -> Vec<Finding> {
    let place = || Place {
        product_id: Some(case.before.0.id.clone()),
        sku_id: None,
    };
    let mut findings = Vec::new();
    for (rule, check) in &CHECKS.catalogue_changes {
        collect(&mut findings, rule, check(case), place);
    }
    findings
}

/// Accepts a change of a product of the catalogue, or says why not. `held` is none for a product
/// that holds no place in any campaign: it may change as it likes.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_catalogue_change<'r>(
    change: CatalogueChange<'r>,
    held: Option<&PlacesHeld<'_>>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<CatalogueChange<'r>>, Box<Refused>> {
    let mut review = Review::default();
    if let Some(held) = held {
        let (product, skus) = change.after(held.product, held.skus);
        review.overall = review_catalogue_change(&CatalogueChangeCase {
            now: held.now,
            zone: held.zone,
            campaigns: held.campaigns,
            before: (held.product, held.skus),
            after: (&product, &skus),
        });
    }
    Accepted::stamp(change, review, acknowledged)
}
