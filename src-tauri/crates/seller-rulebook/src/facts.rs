//! What is known about the shop, the campaign and the catalogue when a check
//! runs. Whoever keeps the data loads it; the rulebook only reads it.

use crate::policy::Policy;
use seller_domain::campaign::{Campaign, StatedTerms};
use seller_domain::catalogue::{Product, Sku};
use seller_domain::price_history::PriceRecord;
use seller_domain::registration::ProductState;
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::Enrolment;
use seller_domain::{CampaignId, Instant, Money, Period, ProductId};
use std::collections::HashMap;

/// Everything that a registration for one campaign is checked against.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The moment of the check: for the look-back it is the moment of registering.
    pub now: Instant,
    /// The shop.
    pub shop: Shop,
    /// Where the shop stands in Smart Promotion.
    pub enrolment: Enrolment,
    /// The campaign.
    pub campaign: Campaign,
    /// How many products of the shop the platform has accepted into the campaign (CE-05).
    pub accepted_products: usize,
    /// The catalogue, as far as the registration is concerned. A product that
    /// is not in here is unknown.
    pub products: HashMap<ProductId, ProductFacts>,
}

/// A product with all of its SKUs.
#[derive(Debug, Clone)]
pub struct ProductFacts {
    /// The product.
    pub product: Product,
    /// All its SKUs in the catalogue, also those that are not submitted. None that is removed.
    pub skus: Vec<SkuFacts>,
    /// Whether it is left out of Smart Promotion: its exclusion is in force (SP-07).
    pub excluded: bool,
    /// What became of an earlier registration of it in this campaign.
    pub state: Option<ProductState>,
}

/// One SKU and what was and is charged for it.
#[derive(Debug, Clone)]
pub struct SkuFacts {
    /// The SKU.
    pub sku: Sku,
    /// Its prices, oldest first, as far back as any campaign looks.
    pub history: Vec<PriceRecord>,
    /// What the platform stated for it in this campaign.
    pub stated: Option<StatedTerms>,
    /// Its live registrations in other campaigns, and drafts' submitted plans.
    pub elsewhere: Vec<OtherPlan>,
}

/// A registration of the same SKU in another campaign.
#[derive(Debug, Clone)]
pub struct OtherPlan {
    /// The other campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub campaign_name: String,
    /// When it runs.
    pub running: Period,
    /// The campaign price registered there.
    pub price: Money,
    /// Whether the platform has yet to approve it: until then nothing is sold at its price.
    pub pending: bool,
    /// The stock set aside there.
    pub stock: u32,
    /// When it was submitted.
    pub submitted_at: Instant,
}

impl Facts {
    /// The platform's figures for the shop at the moment of the check.
    pub fn policy(&self) -> Policy {
        let shop = &self.shop;
        Policy::on(shop.market, shop.currency, shop.time_zone.day_of(self.now))
    }
}
