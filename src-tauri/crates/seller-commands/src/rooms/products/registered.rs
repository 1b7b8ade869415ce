//! What a change of the catalogue does to registered products (RG-19, RG-20).

use crate::trouble::Trouble;
use seller_domain::campaign::Campaign;
use seller_domain::catalogue::{CatalogueChange, Product, Sku, SkuChange};
use seller_domain::registration::{ProductState, SkuErrorReason};
use seller_domain::{CampaignId, Instant, ProductId, Zone};
use seller_rulebook::accepted::Acknowledged;
use seller_rulebook::cases::{CatalogueChangeCase, PlacesHeld};
use seller_rulebook::review::{accept_catalogue_change, review_catalogue_change};
use seller_rulebook::{Accepted, Finding, Grade, Refused};
use seller_store::{Tx, View, campaign, product, registration_product, sku};
use std::collections::{HashMap, HashSet};

/// The products that hold places in campaigns, and in which.
pub(crate) struct Registered {
    now: Instant,
    zone: Zone,
    campaigns: Vec<Campaign>,
    places: HashMap<ProductId, Vec<usize>>,
}

/// A product that comes into SKU error in a campaign, with what changed.
pub(crate) type SkuError = (CampaignId, ProductId, SkuChange);

impl Registered {
    /// Those of all campaigns that are not over.
    pub fn load(view: &View<'_>, now: Instant, zone: Zone) -> Result<Self, Trouble> {
        let campaigns: Vec<Campaign> = campaign::all(view)?
            .into_iter()
            .filter(|campaign| !campaign.running.is_over(now))
            .collect();
        let live = [
            ProductState::Pending,
            ProductState::Registered,
            ProductState::SkuError {
                reason: SkuErrorReason::default(),
            },
        ];
        let mut places: HashMap<ProductId, Vec<usize>> = HashMap::new();
        for (at, campaign) in campaigns.iter().enumerate() {
            for state in &live {
                for product in registration_product::in_state(view, &campaign.id, state)? {
                    places.entry(product).or_default().push(at);
                }
            }
        }
        Ok(Self {
            now,
            zone,
            campaigns,
            places,
        })
    }

    /// Whether a product holds a place anywhere.
    pub fn has(&self, product: &ProductId) -> bool {
        self.places.contains_key(product)
    }

    /// The campaigns in which a product holds places.
    fn campaigns_of(&self, product: &ProductId) -> Vec<&Campaign> {
        let places = self.places.get(product).into_iter().flatten();
        places.map(|at| &self.campaigns[*at]).collect()
    }

    /// Accepts a change of the catalogue beside the places that its product holds.
    pub fn accept<'r>(
        &self,
        view: &View<'_>,
        change: CatalogueChange<'r>,
        acknowledged: &Acknowledged,
    ) -> Result<Result<Accepted<CatalogueChange<'r>>, Box<Refused>>, Trouble> {
        let id = &change.row.id;
        let campaigns = self.campaigns_of(id);
        let held = match campaigns.is_empty() {
            false => product::find(view, id)?,
            true => None,
        };
        let Some(product) = held else {
            return Ok(accept_catalogue_change(change, None, acknowledged));
        };
        let skus = sku::of_product(view, id)?;
        let held = PlacesHeld {
            now: self.now,
            zone: self.zone,
            campaigns: &campaigns,
            product: &product,
            skus: &skus,
        };
        Ok(accept_catalogue_change(change, Some(&held), acknowledged))
    }

    /// What the book says of a change of a product and its SKUs.
    pub fn review(&self, before: (&Product, &[Sku]), after: (&Product, &[Sku])) -> Vec<Finding> {
        let campaigns = self.campaigns_of(&before.0.id);
        if campaigns.is_empty() {
            return Vec::new();
        }
        review_catalogue_change(&CatalogueChangeCase {
            now: self.now,
            zone: self.zone,
            campaigns: &campaigns,
            before,
            after,
        })
    }

    /// The SKU errors that warnings about a change of a product's SKUs announce, with the first
    /// thing that changes.
    pub fn errors(
        &self,
        (before, after): (&[Sku], &[Sku]),
        product: &ProductId,
        findings: &[Finding],
    ) -> Vec<SkuError> {
        if !findings.iter().any(|finding| finding.grade == Grade::Warn) {
            return Vec::new();
        }
        let Some(change) = SkuChange::between(before, after).into_iter().next() else {
            return Vec::new();
        };
        let places = self.places.get(product).into_iter().flatten();
        places
            .map(|at| {
                let campaign = self.campaigns[*at].id.clone();
                (campaign, product.clone(), change.clone())
            })
            .collect()
    }
}

/// Puts products into SKU error. Returns how many products came into it.
pub(crate) fn set_sku_errors(tx: &Tx<'_>, errors: &[SkuError]) -> Result<u32, Trouble> {
    for (campaign, product, change) in errors {
        let state = ProductState::SkuError {
            reason: SkuErrorReason::Changed {
                change: change.clone(),
            },
        };
        registration_product::set_state(tx, campaign, std::slice::from_ref(product), &state)?;
    }
    let products: HashSet<&ProductId> = errors.iter().map(|(_, product, _)| product).collect();
    Ok(u32::try_from(products.len()).unwrap_or(u32::MAX))
}
