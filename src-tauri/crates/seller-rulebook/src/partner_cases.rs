//! What the checks of affiliate partner campaigns look at: a campaign, a registration in the
//! wizard, something done with a product, a campaign of the seller's own.

use crate::policy::Policy;
use rust_decimal::Decimal;
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::{
    JoinDraft, JoinedProduct, JoinedState, JoinedStateKind, OwnCampaign, OwnCampaignDraft,
    PartnerCampaign, SampleCosts, SamplesPromised, samples_promised,
};
use seller_domain::shop::Shop;
use seller_domain::{Instant, Money, Percent, ProductId, Zone};
use std::collections::HashMap;

/// Everything that a registration with a partner campaign is checked against.
#[derive(Debug, Clone)]
pub struct PartnerFacts {
    /// The moment of the check.
    pub now: Instant,
    /// The shop.
    pub shop: Shop,
    /// The campaign.
    pub campaign: PartnerCampaign,
    /// The chosen products that the catalogue knows.
    pub products: HashMap<ProductId, PartnerProductFacts>,
}

impl PartnerFacts {
    /// The platform's figures for the shop at the moment of the check.
    pub fn policy(&self) -> Policy {
        policy_of(&self.shop, self.now)
    }

    /// What the samples of a draft cost (AF-06).
    pub fn promised(&self, draft: &JoinDraft) -> SamplesPromised {
        let zero = Money::zero(self.shop.currency);
        samples_promised(draft, zero, |id| {
            self.products
                .get(id)
                .map_or_else(SampleCosts::default, |facts| facts.costs)
        })
    }
}

/// The platform's figures for `shop` at `now`.
fn policy_of(shop: &Shop, now: Instant) -> Policy {
    Policy::on(shop.market, shop.currency, shop.time_zone.day_of(now))
}

/// What rules want to know of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartnerProductFacts {
    /// Whether it is on sale.
    pub status: ProductStatus,
    /// Where it stands in the campaign; none: it was never registered.
    pub state: Option<JoinedStateKind>,
    /// What a sample costs.
    pub costs: SampleCosts,
}

/// A partner campaign before anything is chosen.
#[derive(Debug, Clone, Copy)]
pub struct PartnerEntryCase<'a> {
    /// When.
    pub now: Instant,
    /// The campaign.
    pub campaign: &'a PartnerCampaign,
}

/// A registration in the wizard.
#[derive(Debug, Clone, Copy)]
pub struct JoinCase<'a> {
    /// The shop, the campaign, the products.
    pub facts: &'a PartnerFacts,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// What the seller entered.
    pub draft: &'a JoinDraft,
}

/// A product of a registration in the wizard.
#[derive(Debug, Clone, Copy)]
pub struct JoinProductCase<'a> {
    /// The registration.
    pub join: JoinCase<'a>,
    /// The product.
    pub product_id: &'a ProductId,
}

impl JoinProductCase<'_> {
    /// What is known of the product; none: the catalogue does not have it.
    pub fn product(&self) -> Option<&PartnerProductFacts> {
        self.join.facts.products.get(self.product_id)
    }
}

/// What can be done with a product that joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartnerAct {
    /// Record a decision of the partner, or ask for closing (AF-08).
    Become {
        /// The new state.
        to: JoinedState,
    },
    /// Change the total commission rate.
    SetRate {
        /// The rate.
        to: Percent,
    },
    /// Change the sample quantity (AF-07).
    SetSamples {
        /// How many, as entered.
        to: Decimal,
    },
    /// Record how many samples are approved so far.
    NoteSamplesApproved {
        /// How many, as entered.
        to: Decimal,
    },
}

/// Something done with a product that joined.
#[derive(Debug, Clone, Copy)]
pub struct PartnerActCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop, for its currency.
    pub shop: &'a Shop,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// The campaign.
    pub campaign: &'a PartnerCampaign,
    /// The product as it is.
    pub product: &'a JoinedProduct,
    /// What a sample of it costs.
    pub costs: SampleCosts,
    /// What is done.
    pub act: &'a PartnerAct,
}

/// Everything that a campaign of the seller's own is checked against.
#[derive(Debug, Clone)]
pub struct OwnCampaignFacts {
    /// The moment of the check.
    pub now: Instant,
    /// The shop.
    pub shop: Shop,
    /// The chosen products that the catalogue knows.
    pub products: HashMap<ProductId, ProductStatus>,
}

impl OwnCampaignFacts {
    /// The platform's figures for the shop at the moment of the check.
    pub fn policy(&self) -> Policy {
        policy_of(&self.shop, self.now)
    }
}

/// A campaign of the seller's own in the wizard.
#[derive(Debug, Clone, Copy)]
pub struct OwnCampaignCase<'a> {
    /// The shop and the products.
    pub facts: &'a OwnCampaignFacts,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// What the seller entered.
    pub draft: &'a OwnCampaignDraft,
}

impl OwnCampaignCase<'_> {
    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        self.facts.shop.time_zone
    }
}

/// A partner that joins a campaign of the seller's own.
#[derive(Debug, Clone, Copy)]
pub struct OwnCampaignActCase<'a> {
    /// When.
    pub now: Instant,
    /// The campaign.
    pub campaign: &'a OwnCampaign,
    /// The partner's name, as entered.
    pub partner: &'a str,
}
