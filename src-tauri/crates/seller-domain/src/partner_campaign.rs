//! Affiliate partner campaigns (AF): partners bring creators who sell for a commission.
//!
//! [`PartnerCampaign`] is one that an agency opens and sellers join: a
//! [`JoinDraft`] stands in the wizard, each [`JoinedProduct`] is decided by the
//! partner. [`OwnCampaign`] is one that the seller opens and partners join.

mod changes;
mod commission;
mod contact;
mod joining;
mod own_campaign;
#[cfg(test)]
mod tests;

pub use changes::PartnerChange;
pub use commission::{SampleCosts, SamplesPromised, affiliate_commission, samples_promised};
pub use contact::{Contact, ContactField};
pub use joining::{
    JoinDraft, JoinField, JoinUnfinished, JoinedProduct, JoinedState, JoinedStateKind, Joining,
    OwnTerms, Samples, whole_samples,
};
pub use own_campaign::{
    CreatorFormat, CreatorPreferences, Openness, OwnCampaign, OwnCampaignDraft, OwnCampaignField,
    OwnCampaignStage, OwnCampaignTerms, OwnUnfinished, PartnerJoined, same_partner,
};

use crate::clock::Instant;
use crate::ids::PartnerCampaignId;
use crate::percent::Percent;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A campaign that an affiliate partner opens, as the seller recorded it (AF-02).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartnerCampaign {
    /// Our id.
    pub id: PartnerCampaignId,
    /// The campaign's name.
    pub name: String,
    /// What the partner says of it.
    pub details: String,
    /// When products can be registered (AF-04).
    pub registration: Period,
    /// When creators sell.
    pub running: Period,
    /// The least total commission rate that the partner asks for; none: none is asked (AF-05).
    pub minimum_rate: Option<Percent>,
    /// The affiliate partner's name.
    pub partner: String,
    /// How the partner can be reached, as the campaign shows it.
    pub partner_contact: String,
    /// Which sellers it is open to (AF-04).
    pub scope: SellerScope,
    /// What the seller noted.
    pub note: String,
}

impl PartnerCampaign {
    /// Where it stands at `now`.
    pub fn stage(&self, now: Instant) -> PartnerStage {
        if self.running.is_over(now) && self.registration.is_over(now) {
            PartnerStage::Ended
        } else if now < self.registration.start {
            PartnerStage::Announced
        } else if self.registration.contains(now) {
            PartnerStage::Open
        } else {
            PartnerStage::RegistrationOver
        }
    }
}

/// Which sellers an agency's campaign is open to (AF-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SellerScope {
    /// Every seller.
    AllSellers,
    /// Those that the partner selected.
    SelectedSellers {
        /// Whether this shop is among them; none: the seller has not noted it.
        this_shop: Option<bool>,
    },
}

/// Where an agency's campaign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartnerStage {
    /// Products can be registered.
    Open,
    /// Registration has not begun.
    Announced,
    /// Registration is over, the campaign is not.
    RegistrationOver,
    /// All of it is over.
    Ended,
}
