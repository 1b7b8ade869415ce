//! What the checks of TikTok-funded promotions look at: a switch that is moved.

use crate::policy::Policy;
use seller_domain::campaign::Campaign;
use seller_domain::funded_promotion::{FundedType, Position, Timeline, WantedExceptions};
use seller_domain::shop::Shop;
use seller_domain::{Instant, Zone};

/// A switch that a seller wants to move (PF-02 … PF-06).
#[derive(Debug, Clone, Copy)]
pub struct SwitchCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop.
    pub shop: &'a Shop,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// How the switches stood so far.
    pub timeline: &'a Timeline,
    /// Whose switch.
    pub funded_type: FundedType,
    /// Where to.
    pub to: Position,
    /// What the seller would like to leave out of it.
    pub except: &'a WantedExceptions,
    /// Whether the seller has confirmed what was shown.
    pub confirmation: SwitchConfirmation,
    /// Campaigns with products or planned rows of the shop; the check picks those that are not over.
    pub campaigns: &'a [CampaignWithRows<'a>],
}

impl SwitchCase<'_> {
    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        self.shop.time_zone
    }
}

/// Whether the seller has confirmed what moving the switch does (PF-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SwitchConfirmation {
    /// It is only asked what it would do.
    Asked,
    /// Nothing was shown, or it was confirmed already.
    Missing,
    /// What was shown is no longer what it does.
    Changed,
    /// What was shown is confirmed.
    Given,
}

/// A campaign and how much of the shop is in it.
#[derive(Debug, Clone, Copy)]
pub struct CampaignWithRows<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// SKUs of products that hold a place in it.
    pub registered: u32,
    /// SKUs of the registration that is being prepared.
    pub planned: u32,
}
