//! Smart Promotion: state, joining, leaving, exclusions.

use seller_domain::smart_promotion::{Enrolment, Exclusion, Mode, Terms};
use seller_domain::{CampaignId, Instant, Money, Percent, Period, ProductId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingView, Window};

/// The programme's page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SmartPromotionPage {
    /// Where the shop stands.
    pub enrolment: Enrolment,
    /// What each mode offers.
    pub offers: Vec<Offer>,
    /// What is pointed out before joining (SP-10).
    pub findings: Vec<FindingView>,
    /// Points that a customer earns for one unit of the currency (SP-09).
    pub points_per_unit: Option<u32>,
    /// Exclusions asked for and not confirmed.
    pub exclusions_requested: u32,
    /// Exclusions in force.
    pub exclusions_in_force: u32,
    /// Earlier enrolments, the newest first.
    pub past: Vec<PastEnrolment>,
}

/// One mode with its terms and what it costs this shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Offer {
    /// The terms.
    pub terms: Terms,
    /// The rate that is charged: the exempted one where there is one.
    pub applicable_rate: Percent,
    /// Whether the seller has entered the terms; the co-funded rate has no default.
    pub is_complete: bool,
    /// The fee on the shop's own GMV of a month, where it is known.
    pub monthly_fee: Option<Money>,
    /// The GMV that the fee was computed on.
    pub monthly_gmv: Option<Money>,
}

/// A time in the programme.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PastEnrolment {
    /// The terms.
    pub terms: Terms,
    /// From when.
    #[ts(type = "string")]
    pub since: Instant,
    /// Until when; none while it lasts.
    #[ts(type = "string | null")]
    pub until: Option<Instant>,
}

/// Records the terms that the platform offers for a mode.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfferSave {
    /// The terms as Seller Center shows them.
    pub terms: Terms,
}

/// *Sign up*, or *Confirm and next*.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnrolmentStepRequest {
    /// The wanted mode.
    pub mode: Mode,
}

/// What *Sign up* answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SignedUp {
    /// The mode.
    pub mode: Mode,
    /// What is pointed out.
    pub findings: Vec<FindingView>,
}

/// What *Confirm and next* answers: the final details and the token that stands for them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TermsShown {
    /// The details and what they cost.
    pub offer: Offer,
    /// Warnings that have to be acknowledged with *Confirm*.
    pub findings: Vec<FindingView>,
    /// Stands for exactly these terms.
    pub token: String,
}

/// *Confirm*: joins under the terms that were shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The token of the terms or consequences that were shown.
    pub token: String,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// What leaving does, and the token that stands for it (SP-06).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeavingShown {
    /// What has to be acknowledged.
    pub findings: Vec<FindingView>,
    /// Running campaigns that the shop is registered in: no more marketing resources.
    pub running: Vec<CampaignAffected>,
    /// Campaigns to come that become ineligible.
    pub upcoming: Vec<CampaignAffected>,
    /// Stands for exactly these consequences.
    pub token: String,
}

/// A campaign that leaving concerns.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CampaignAffected {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub name: String,
    /// When it runs.
    pub running: Period,
    /// Products of the shop in it.
    pub products: u32,
}

/// Asks for exclusions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExclusionPage {
    /// Which part.
    pub window: Window,
}

/// An exclusion in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExclusionLine {
    /// The exclusion.
    pub exclusion: Exclusion,
    /// The product's title.
    pub title: String,
}

/// Asks for, confirms or takes back exclusions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExclusionChange {
    /// The products.
    pub product_ids: Vec<ProductId>,
    /// What is done.
    pub change: ExclusionStep,
}

/// A step of an exclusion (SP-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExclusionStep {
    /// Ask the account manager for it.
    Request,
    /// The account manager confirmed it.
    Confirm,
    /// It is no longer wanted.
    Remove,
}
