//! The first page: what is due, what is wrong, what comes.

use seller_domain::{CampaignId, Instant, Money, OwnCampaignId, PartnerCampaignId, Period};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::campaigns::CampaignLine;
use super::drafts::DraftLine;
use super::registrations::SkuErrorLine;

/// The first page.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Overview {
    /// Products in the catalogue.
    pub products: u32,
    /// SKUs in the catalogue.
    pub skus: u32,
    /// SKUs whose cost is unknown.
    pub skus_without_cost: u32,
    /// Campaigns that are open, closing or running.
    pub campaigns: Vec<CampaignLine>,
    /// Drafts that were left.
    pub drafts: Vec<DraftLine>,
    /// Products in SKU error, the most urgent first.
    pub sku_errors: Vec<SkuErrorLine>,
    /// What is due next, the earliest first.
    pub due: Vec<DueLine>,
    /// What Smart Promotion costs a month on the shop's own GMV, while enrolled.
    pub smart_promotion_monthly_fee: Option<Money>,
    /// What to do next in a new shop, in order; done ones are marked.
    pub first_steps: Vec<FirstStep>,
}

/// Something that is due.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DueLine {
    /// What: `registration_closes`, `campaign_starts`, `price_edit_due`, `register_again_until`.
    pub kind: String,
    /// In words.
    pub text: String,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// The campaign.
    pub campaign: DatedCampaign,
}

/// A campaign whose dates are shown beside those of other kinds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DatedCampaign {
    /// One of the platform's, that products are registered for.
    Platform {
        /// Its id.
        campaign_id: CampaignId,
    },
    /// An affiliate partner's, that products join.
    Partner {
        /// Its id.
        campaign_id: PartnerCampaignId,
    },
    /// The seller's own, that affiliate partners join.
    Own {
        /// Its id.
        campaign_id: OwnCampaignId,
    },
}

/// A first step in a new shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FirstStep {
    /// Which: `import_catalogue`, `import_costs`, `join_smart_promotion`, `record_campaign`, `register`.
    pub key: String,
    /// Whether it is done.
    pub done: bool,
}

/// Asks for what happens in a stretch of time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarGet {
    /// The stretch.
    pub period: Period,
}

/// What happens in a stretch of time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Calendar {
    /// Registrations and campaigns.
    pub bars: Vec<CalendarBar>,
    /// SKUs that are registered in overlapping campaigns at different prices (RG-22).
    pub conflicts: Vec<CalendarConflict>,
}

/// A bar of the calendar.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarBar {
    /// The campaign.
    pub campaign: DatedCampaign,
    /// Its name.
    pub name: String,
    /// `registration` or `running`.
    pub kind: String,
    /// When.
    pub period: Period,
    /// Products of the shop in it.
    pub products: u32,
}

/// Two campaigns that share SKUs at different prices.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarConflict {
    /// The one.
    pub first: CampaignId,
    /// The other.
    pub second: CampaignId,
    /// How many SKUs.
    pub skus: u32,
}
