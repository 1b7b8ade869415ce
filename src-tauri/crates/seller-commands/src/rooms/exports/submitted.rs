//! The SKUs that were submitted to a campaign, read product by product.

use crate::trouble::Trouble;
use seller_domain::campaign::{Campaign, Tier};
use seller_domain::registration::{ProductState, SkuErrorReason};
use seller_domain::shop::Shop;
use seller_domain::{CampaignId, Instant, ProductId};
use seller_store::registration_sku::Submitted;
use seller_store::{View, campaign, registration_product, registration_sku, shop, sku};

/// Products that were submitted to a campaign.
pub(super) struct Submissions<'a> {
    view: &'a View<'a>,
    pub campaign: Campaign,
    pub shop: Shop,
    products: Vec<ProductId>,
}

/// A submitted SKU with what is known of its product.
pub(super) struct SubmittedSku {
    pub sku: Submitted,
    pub title: String,
    pub variation: String,
    pub seller_sku: String,
    pub tier: Tier,
    pub state: ProductState,
    pub state_since: Instant,
    pub submitted_at: Instant,
    /// The registration it belongs to.
    pub number: i64,
}

impl<'a> Submissions<'a> {
    /// Those that hold places.
    pub fn live(view: &'a View<'a>, id: &CampaignId) -> Result<Self, Trouble> {
        let in_error = ProductState::SkuError {
            reason: SkuErrorReason::default(),
        };
        let states = [ProductState::Pending, ProductState::Registered, in_error];
        Self::in_states(view, id, &states)
    }

    /// Those too that the platform refused or that were withdrawn.
    pub fn all(view: &'a View<'a>, id: &CampaignId) -> Result<Self, Trouble> {
        let rejected = ProductState::Rejected {
            reason: String::new(),
        };
        let ended = Self::in_states(view, id, &[rejected, ProductState::Withdrawn])?;
        let mut all = Self::live(view, id)?;
        all.products.extend(ended.products);
        all.products.sort_unstable();
        Ok(all)
    }

    fn in_states(
        view: &'a View<'a>,
        id: &CampaignId,
        states: &[ProductState],
    ) -> Result<Self, Trouble> {
        let campaign = campaign::require(view, id)?;
        let mut products = Vec::new();
        for state in states {
            products.extend(registration_product::in_state(view, id, state)?);
        }
        products.sort_unstable();
        Ok(Self {
            view,
            campaign,
            shop: shop::require(view)?,
            products,
        })
    }

    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
    }

    /// All rows, one product at a time.
    pub fn rows(&self) -> Rows<'_> {
        Rows {
            from: self,
            next: 0,
            ready: Vec::new().into_iter(),
            failed: None,
        }
    }

    /// How many rows are so.
    pub fn count(&self, is_so: impl Fn(&SubmittedSku) -> bool) -> Result<u32, Trouble> {
        let mut rows = self.rows();
        let count = rows.by_ref().filter(is_so).count();
        rows.finish()?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    fn product(&self, id: &ProductId) -> Result<Vec<SubmittedSku>, Trouble> {
        let filter = registration_product::Filter {
            campaign_id: Some(self.campaign.id.clone()),
            product_id: Some(id.clone()),
            ..registration_product::Filter::default()
        };
        let lines = registration_product::page(self.view, &filter, 0, 1)?;
        let Some(line) = lines.into_iter().next() else {
            return Ok(Vec::new());
        };
        let known = sku::of_product(self.view, id)?;
        let skus = registration_sku::of_product(self.view, &self.campaign.id, id)?;
        Ok(skus
            .into_iter()
            .map(|sku| {
                let held = known.iter().find(|held| held.id == sku.sku_id);
                SubmittedSku {
                    title: line.title.clone(),
                    variation: held.map(|held| held.variation.clone()).unwrap_or_default(),
                    seller_sku: held.map(|held| held.seller_sku.clone()).unwrap_or_default(),
                    tier: line.tier,
                    state: line.state.clone(),
                    state_since: line.state_since,
                    submitted_at: line.submitted_at,
                    number: line.number,
                    sku,
                }
            })
            .collect())
    }
}

/// The rows, until one cannot be read: then they end, and [`Rows::finish`] says why.
pub(super) struct Rows<'a> {
    from: &'a Submissions<'a>,
    next: usize,
    ready: std::vec::IntoIter<SubmittedSku>,
    failed: Option<Trouble>,
}

impl Rows<'_> {
    /// Whether a row could not be read.
    pub fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    /// What went wrong, if anything did.
    pub fn finish(self) -> Result<(), Trouble> {
        self.failed.map_or(Ok(()), Err)
    }
}

impl Iterator for Rows<'_> {
    type Item = SubmittedSku;

    fn next(&mut self) -> Option<SubmittedSku> {
        loop {
            if let Some(row) = self.ready.next() {
                return Some(row);
            }
            if self.failed.is_some() {
                return None;
            }
            let id = self.from.products.get(self.next)?;
            self.next += 1;
            match self.from.product(id) {
                Ok(rows) => self.ready = rows.into_iter(),
                Err(trouble) => self.failed = Some(trouble),
            }
        }
    }
}
