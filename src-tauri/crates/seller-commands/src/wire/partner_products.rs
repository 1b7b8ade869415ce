//! Products that joined campaigns of affiliate partners, and campaigns of the seller's own.

use seller_domain::partner_campaign::{
    JoinedProduct, JoinedStateKind, OwnCampaign, OwnCampaignDraft, OwnCampaignStage,
};
use seller_domain::{Instant, Money, OwnCampaignId, PartnerCampaignId, Percent, Period, ProductId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::Window;
use super::partner_campaigns::{JoinedCounts, PartnerFinding};

/// Asks for registered products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedPage {
    /// Only of this campaign.
    pub campaign_id: Option<PartnerCampaignId>,
    /// Only in this state.
    pub state: Option<JoinedStateKind>,
    /// Part of a title or an id; taken literally; empty: all.
    pub search: String,
    /// Which part: the last submitted first.
    pub window: Window,
}

/// A part of the registered products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinedList {
    /// How many the request leaves.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<JoinedLine>,
    /// All products of the campaign, or of all campaigns, by state.
    pub counts: JoinedCounts,
}

/// A registered product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinedLine {
    /// The product.
    pub product: JoinedProduct,
    /// Its title.
    pub title: String,
    /// The campaign's name.
    pub campaign: String,
    /// Its state in words, with the reason.
    pub state: String,
    /// Samples that can still be asked for.
    pub samples_left: u32,
    /// What can be done with it.
    pub may: JoinedMay,
}

/// What can be done with a registered product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinedMay {
    /// The states that can be recorded next (AF-08).
    pub become_next: Vec<JoinedStateKind>,
    /// Whether its rate can be changed.
    pub change_rate: bool,
    /// Whether approved samples can be recorded (AF-07).
    pub note_samples: bool,
    /// Whether it can be registered again: it is out, and registration is open.
    pub register_again: bool,
}

/// Names a registered product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedGet {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// The product.
    pub product_id: ProductId,
}

/// A registered product with all that happened to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinedDetail {
    /// The product as in the list.
    pub line: JoinedLine,
    /// What one sample costs at most; none: not known.
    pub sample_cost: Option<Money>,
    /// What happened, the latest first.
    pub history: Vec<JoinedEvent>,
}

/// Something that happened to a registered product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinedEvent {
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// What, in words.
    pub what: String,
    /// The rules whose warnings were acknowledged with it.
    pub acknowledged: Vec<String>,
}

/// Which registered products of a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum JoinedChoice {
    /// These.
    Ids {
        /// The products.
        product_ids: Vec<ProductId>,
    },
    /// All in a state.
    InState {
        /// The state.
        state: JoinedStateKind,
    },
}

/// Records what the partner decided, or that the seller asked for closing (AF-08).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedDecide {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// Which products.
    pub which: JoinedChoice,
    /// The new state.
    pub to: JoinedStateKind,
    /// The partner's reason for a rejection; may be empty.
    pub reason: String,
}

/// Changes the rate of pending products (AF-05, AF-08).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedRate {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// Which products.
    pub which: JoinedChoice,
    /// The rate.
    pub rate: Percent,
}

/// Changes the sample quantity (AF-06, AF-07).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedSamples {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// Which products.
    pub which: JoinedChoice,
    /// How many samples each has, as entered.
    pub samples: String,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// Records how many samples are approved so far (AF-07).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinedSamplesApproved {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
    /// The product.
    pub product_id: ProductId,
    /// How many, as entered.
    pub approved: String,
}

/// Writes registrations to a CSV file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerExport {
    /// Only of this campaign.
    pub campaign_id: Option<PartnerCampaignId>,
    /// The file to write.
    pub path: String,
}

/// Asks for campaigns of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignPage {
    /// Part of a title; taken literally; empty: all.
    pub search: String,
    /// Only at this stage.
    pub stage: Option<OwnCampaignStage>,
    /// Which part: drafts first, then the last published.
    pub window: Window,
}

/// A part of the seller's own campaigns.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnCampaignList {
    /// How many the request leaves.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<OwnCampaignLine>,
    /// All campaigns by stage: those that are none are left out.
    pub stages: Vec<OwnStageCount>,
}

/// Campaigns at a stage.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnStageCount {
    /// The stage.
    pub stage: OwnCampaignStage,
    /// How many.
    pub campaigns: u32,
}

/// A campaign of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnCampaignLine {
    /// Its id, or the draft's.
    pub id: OwnCampaignId,
    /// The title; may be empty of a draft.
    pub title: String,
    /// Where it stands.
    pub stage: OwnCampaignStage,
    /// When partners can join.
    pub registration: Option<Period>,
    /// When creators sell.
    pub running: Option<Period>,
    /// The total commission rate.
    pub rate: Option<Percent>,
    /// How many products it has.
    pub products: u32,
    /// How many partners were selected; none: it is open to all.
    pub selected_partners: Option<u32>,
    /// How many joined.
    pub joined: u32,
}

/// Names a campaign of the seller's own, or a draft of one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignGet {
    /// The campaign.
    pub campaign_id: OwnCampaignId,
}

/// A published campaign of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnCampaignDetail {
    /// The campaign as in the list.
    pub line: OwnCampaignLine,
    /// All of it.
    pub campaign: OwnCampaign,
}

/// The wizard of a campaign of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnCampaignForm {
    /// What is entered.
    pub draft: OwnCampaignDraft,
    /// The most characters of a title.
    pub title_at_most: Option<u32>,
    /// The most characters of a description.
    pub description_at_most: Option<u32>,
    /// The fewest calendar days of a period.
    pub days_at_least: Option<u32>,
    /// The most calendar days of a period.
    pub days_at_most: Option<u32>,
    /// The lowest rate.
    pub rate_at_least: Option<Percent>,
    /// The highest rate.
    pub rate_at_most: Option<Percent>,
}

/// Checks a campaign of the seller's own while it is typed, or keeps it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignCheck {
    /// What is entered.
    pub draft: OwnCampaignDraft,
}

/// What the book says of a campaign in the wizard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OwnCampaignChecked {
    /// Every finding.
    pub findings: Vec<PartnerFinding>,
    /// Whether it could be published.
    pub passes: bool,
}

/// Publishes a campaign of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignPublish {
    /// What is entered.
    pub draft: OwnCampaignDraft,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// Records that a partner joined a campaign of the seller's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignJoined {
    /// The campaign.
    pub campaign_id: OwnCampaignId,
    /// The partner's name.
    pub partner: String,
}
