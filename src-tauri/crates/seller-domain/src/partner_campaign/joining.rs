//! Joining an agency's campaign, and what becomes of the products.

use super::Contact;
use crate::clock::Instant;
use crate::ids::{PartnerCampaignId, ProductId};
use crate::percent::Percent;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A registration with an agency's campaign as it stands in the wizard (AF-03). Anything may be
/// missing; the rulebook says what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JoinDraft {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// The products, each once.
    pub products: Vec<ProductId>,
    /// The total commission rate of partner and creators, for all products that have none of
    /// their own.
    pub rate: Option<Percent>,
    /// Samples of each product that has no number of its own. Decimal, so that half a sample can
    /// be refused by name.
    #[ts(type = "string | null")]
    #[serde(with = "rust_decimal::serde::str_option")]
    pub samples: Option<Decimal>,
    /// Products with terms of their own.
    pub own_terms: BTreeMap<ProductId, OwnTerms>,
    /// How the partner reaches the seller.
    pub contact: Contact,
}

/// What one product has beside the terms of all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnTerms {
    /// Its rate; none: that of all.
    pub rate: Option<Percent>,
    /// Its samples; none: as many as all.
    #[ts(type = "string | null")]
    #[serde(with = "rust_decimal::serde::str_option")]
    pub samples: Option<Decimal>,
}

/// A field of the wizard. Findings name it by [`JoinField::as_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields of JoinDraft say it")]
pub enum JoinField {
    Products,
    Rate,
    Samples,
}

impl JoinField {
    /// The name of the field in findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Products => "products",
            Self::Rate => "rate",
            Self::Samples => "samples",
        }
    }
}

/// What a draft lacks to be a registration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{product} has no {} yet; fill it in before submitting", .field.as_str())]
pub struct JoinUnfinished {
    /// The first product that lacks something.
    pub product: ProductId,
    /// What it lacks.
    pub field: JoinField,
}

impl JoinDraft {
    /// An empty draft.
    pub fn new(campaign_id: PartnerCampaignId) -> Self {
        Self {
            campaign_id,
            products: Vec::new(),
            rate: None,
            samples: None,
            own_terms: BTreeMap::new(),
            contact: Contact::default(),
        }
    }

    /// The rate of a product.
    pub fn rate_of(&self, product: &ProductId) -> Option<Percent> {
        let own = self.own_terms.get(product).and_then(|own| own.rate);
        own.or(self.rate)
    }

    /// The samples of a product, as entered.
    pub fn samples_of(&self, product: &ProductId) -> Option<Decimal> {
        let own = self.own_terms.get(product).and_then(|own| own.samples);
        own.or(self.samples)
    }

    /// The products, each once, in the order they were chosen.
    pub fn distinct(&self) -> impl Iterator<Item = &ProductId> {
        let mut seen = BTreeSet::new();
        self.products.iter().filter(move |id| seen.insert(*id))
    }

    /// Takes products out, with the terms of their own.
    pub fn leave_out(&mut self, ids: &[ProductId]) {
        let gone: BTreeSet<_> = ids.iter().collect();
        self.products.retain(|id| !gone.contains(id));
        self.own_terms.retain(|id, _| !gone.contains(id));
    }

    /// The registration of a whole draft, pending at `now`.
    ///
    /// Says nothing about whether the rules allow it: that is the rulebook's to accept.
    ///
    /// # Errors
    /// [`JoinUnfinished`] names the first product that lacks something.
    pub fn registered(&self, now: Instant) -> Result<Joining, JoinUnfinished> {
        let product = |id: &ProductId| {
            let lacks = |field| JoinUnfinished {
                product: id.clone(),
                field,
            };
            let samples = self.samples_of(id).and_then(whole_samples);
            Ok(JoinedProduct {
                campaign_id: self.campaign_id.clone(),
                product_id: id.clone(),
                rate: self.rate_of(id).ok_or_else(|| lacks(JoinField::Rate))?,
                samples: Samples {
                    set: samples.ok_or_else(|| lacks(JoinField::Samples))?,
                    approved: 0,
                },
                state: JoinedState::Pending,
                submitted_at: now,
                decided_at: None,
            })
        };
        Ok(Joining {
            campaign_id: self.campaign_id.clone(),
            contact: self.contact.trimmed(),
            products: self
                .distinct()
                .map(product)
                .collect::<Result<_, JoinUnfinished>>()?,
        })
    }
}

/// The number of samples, if it is whole, not negative, and can be kept.
pub fn whole_samples(entered: Decimal) -> Option<u32> {
    entered
        .fract()
        .is_zero()
        .then(|| entered.to_u32())
        .flatten()
}

/// A registration that is submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// How the partner reaches the seller.
    pub contact: Contact,
    /// The products, all pending.
    pub products: Vec<JoinedProduct>,
}

/// A product that was registered with an agency's campaign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct JoinedProduct {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// The product.
    pub product_id: ProductId,
    /// The total commission rate; frozen once approved (AF-08).
    pub rate: Percent,
    /// Its samples.
    pub samples: Samples,
    /// Where it stands.
    pub state: JoinedState,
    /// When it was submitted, the last time if it was registered again.
    #[ts(type = "string")]
    pub submitted_at: Instant,
    /// When its state was last recorded; none while pending.
    #[ts(type = "string | null")]
    pub decided_at: Option<Instant>,
}

/// Samples of a product (AF-06, AF-07).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Samples {
    /// How many the seller set: so many are approved without a question.
    pub set: u32,
    /// How many are approved so far.
    pub approved: u32,
}

impl Samples {
    /// How many can still be asked for.
    pub fn left(self) -> u32 {
        self.set.saturating_sub(self.approved)
    }
}

/// Where a registered product stands (AF-08). The partner decides, the seller records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum JoinedState {
    /// The partner reviews it.
    Pending,
    /// The partner takes it; the rate is frozen.
    Approved,
    /// The partner does not take it.
    Rejected {
        /// The partner's reason; may be empty.
        reason: String,
    },
    /// The seller asked to close it; the partner has not agreed yet.
    PendingClosed,
    /// Closed with the partner's consent.
    Closed,
}

/// A state without its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "JoinedState says it")]
pub enum JoinedStateKind {
    Pending,
    Approved,
    Rejected,
    PendingClosed,
    Closed,
}

impl JoinedStateKind {
    /// All of them, in the order of a product's way.
    pub const ALL: [Self; 5] = [
        Self::Pending,
        Self::Approved,
        Self::Rejected,
        Self::PendingClosed,
        Self::Closed,
    ];

    /// Where a product can go from here. One that is rejected or closed can be registered again,
    /// which is no step of its own.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Pending => &[Self::Approved, Self::Rejected],
            Self::Approved => &[Self::PendingClosed],
            // The partner agrees, or keeps the product.
            Self::PendingClosed => &[Self::Closed, Self::Approved],
            Self::Rejected | Self::Closed => &[],
        }
    }

    /// Whether the partner has approved the product, so that its rate is frozen.
    pub fn freezes_rate(self) -> bool {
        matches!(self, Self::Approved | Self::PendingClosed)
    }
}

impl JoinedState {
    /// The state without its reason.
    pub fn kind(&self) -> JoinedStateKind {
        match self {
            Self::Pending => JoinedStateKind::Pending,
            Self::Approved => JoinedStateKind::Approved,
            Self::Rejected { .. } => JoinedStateKind::Rejected,
            Self::PendingClosed => JoinedStateKind::PendingClosed,
            Self::Closed => JoinedStateKind::Closed,
        }
    }

    /// Whether the product holds its place in the campaign, so that it cannot be registered again.
    pub fn is_in(&self) -> bool {
        matches!(self, Self::Pending | Self::Approved | Self::PendingClosed)
    }
}
