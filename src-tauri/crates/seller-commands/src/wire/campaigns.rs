//! Campaigns and whether the shop may join them.

use seller_domain::campaign::{Campaign, CampaignKind};
use seller_domain::{CampaignId, DraftId, Instant, Period};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::FindingView;

/// All campaigns.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Campaigns {
    /// The next to close first, past ones last.
    pub campaigns: Vec<CampaignLine>,
}

/// A campaign in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CampaignLine {
    /// The campaign.
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CampaignKind,
    /// When products can be registered.
    pub registration: Period,
    /// When it runs.
    pub running: Period,
    /// Where it stands by the clock.
    pub phase: CampaignPhase,
    /// Whether the shop may register.
    pub eligibility: EligibilityState,
    /// Why not, in one line.
    pub ineligible_because: Option<String>,
    /// The draft that is being prepared for it.
    pub draft_id: Option<DraftId>,
    /// Registered products by state.
    pub products: StateCounts,
}

/// Where a campaign stands by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CampaignPhase {
    /// Registration has not opened.
    Upcoming,
    /// Registration is open.
    Open,
    /// Registration has closed, the campaign has not begun.
    Closed,
    /// It runs.
    Running,
    /// It is over.
    Over,
}

/// Whether the shop may register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EligibilityState {
    /// Every criterion is met.
    Eligible,
    /// Every criterion is met or pointed out only.
    EligibleWithWarnings,
    /// A criterion is not met.
    Ineligible,
}

/// How many products of a campaign are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StateCounts {
    /// Pending.
    pub pending: u32,
    /// Registered.
    pub registered: u32,
    /// Rejected.
    pub rejected: u32,
    /// In SKU error.
    pub sku_error: u32,
    /// Withdrawn.
    pub withdrawn: u32,
}

/// Names a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CampaignGet {
    /// The campaign.
    pub campaign_id: CampaignId,
}

/// Asks for a new campaign's usual terms.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CampaignTemplate {
    /// Its kind.
    pub kind: CampaignKind,
}

/// Checks or saves a campaign. An empty id makes a new one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CampaignSave {
    /// All its terms.
    pub campaign: Campaign,
}

/// The platform's figures that hold where a campaign states none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CampaignDefaults {
    /// Least score.
    pub minimum_sps: Option<String>,
    /// Largest free-shipping threshold.
    pub free_shipping_threshold_at_most: Option<seller_domain::Money>,
    /// Fewer violations than this.
    pub violations_below: Option<u32>,
    /// The look-back.
    pub look_back: Option<seller_domain::price_history::LookBack>,
    /// The campaign service fee.
    pub service_fee_rate: Option<seller_domain::Percent>,
    /// What Smart Promotion adds in a campaign.
    pub smart_promotion_surcharge: Option<seller_domain::Percent>,
}

/// What is wrong with a campaign's terms themselves.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CampaignChecked {
    /// Each fault at its field.
    pub problems: Vec<FieldProblem>,
}

/// A field that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldProblem {
    /// The field's path: `running.end`, `coupons[0].seller_ratio`.
    pub field: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub action: String,
}

/// The eligibility page of a campaign (CE-07).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Eligibility {
    /// Whether the shop may register.
    pub state: EligibilityState,
    /// Every criterion, ticked or not, at once.
    pub criteria: Vec<CriterionLine>,
    /// When this was looked at.
    #[ts(type = "string")]
    pub checked_at: Instant,
}

/// A criterion of the eligibility page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CriterionLine {
    /// The rule's id.
    pub rule: String,
    /// The criterion.
    pub title: String,
    /// What the campaign asks.
    pub required: Option<String>,
    /// What the shop has.
    pub actual: Option<String>,
    /// Ticked or not.
    pub tick: Tick,
    /// What to know about it.
    pub findings: Vec<FindingView>,
    /// Where the shop can do something about it.
    pub way: Option<WayOut>,
}

/// Whether a criterion is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// Met.
    Met,
    /// Met as far as can be told; there is something to know.
    Warned,
    /// Not met.
    NotMet,
    /// Not asked in this campaign, or not yet.
    NotApplicable,
}

/// Where something can be done about a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// The enrolment wizard (SP-03).
    SmartPromotion,
    /// The shop's settings.
    ShopSettings,
    /// The registration's coupons.
    Coupons,
}
