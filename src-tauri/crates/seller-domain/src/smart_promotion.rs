//! The Smart Promotion programme: modes, terms, enrolment and exclusions.

use crate::clock::Instant;
use crate::ids::ProductId;
use crate::percent::Percent;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The two modes; a shop is in one at a time (SP-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// A fixed percentage of the store's total GMV.
    StoreWide,
    /// The platform and the seller share the discount; discounted orders carry a floating rate.
    CoFunded,
}

impl Mode {
    /// Both modes.
    pub const ALL: [Self; 2] = [Self::StoreWide, Self::CoFunded];
}

/// The terms that the final page of the enrolment shows (SP-04, SP-08).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Terms {
    /// The mode.
    pub mode: Mode,
    /// The service package by name.
    pub service_package: String,
    /// The rate: of the store's GMV, or of discounted orders in the co-funded mode.
    pub fee_rate: Percent,
    /// The lower rate of a configured exemption.
    pub exempted_rate: Option<Percent>,
    /// What is added to orders in a campaign.
    pub campaign_surcharge: Percent,
}

impl Terms {
    /// The rate that is charged: the exempted one where there is one (SP-08).
    pub fn applicable_rate(&self) -> Percent {
        self.exempted_rate.unwrap_or(self.fee_rate)
    }
}

/// Where the shop stands in the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Enrolment {
    /// Never joined.
    Never,
    /// In the programme.
    Enrolled {
        /// The confirmed terms.
        terms: Terms,
        /// Since when.
        #[ts(type = "string")]
        since: Instant,
    },
    /// Left it.
    Left {
        /// The terms that held.
        terms: Terms,
        /// When it was left.
        #[ts(type = "string")]
        at: Instant,
    },
}

impl Enrolment {
    /// The terms in force, while enrolled.
    pub fn terms(&self) -> Option<&Terms> {
        match self {
            Self::Enrolled { terms, .. } => Some(terms),
            Self::Never | Self::Left { .. } => None,
        }
    }
}

/// A product that the account manager is asked to leave out (SP-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exclusion {
    /// The product.
    pub product_id: ProductId,
    /// When it was asked for.
    #[ts(type = "string")]
    pub requested_at: Instant,
    /// When the manager confirmed; it is in force from then on.
    #[ts(type = "string | null")]
    pub confirmed_at: Option<Instant>,
}
