//! TikTok-funded promotions: the four switches, moving one, how they stood.

use super::common::{FindingView, Window};
use seller_domain::funded_promotion::{FundedType, Position, Stretch, WantedExceptions};
use seller_domain::{CampaignId, Instant, Money, Period, ProductId, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The page of TikTok-funded promotions.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedPage {
    /// Whether the platform is known to offer them in the shop's market (PF-12).
    pub offered: bool,
    /// Where the switches are in Seller Center, or why there are none.
    pub note: String,
    /// The four switches; none where they are not offered.
    pub switches: Vec<FundedSwitchView>,
    /// Every switch that was moved, the last first.
    pub timeline: Vec<FundedStep>,
}

/// One switch.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedSwitchView {
    /// Whose.
    pub funded_type: FundedType,
    /// The type's name in the platform's words.
    pub name: String,
    /// What it is.
    pub about: String,
    /// What a buyer sees of it.
    pub label: String,
    /// What it combines with.
    pub combines: String,
    /// How it stands.
    pub position: Position,
    /// Since when; none: it was never moved.
    #[ts(type = "string | null")]
    pub since: Option<Instant>,
    /// Until when moving it again shows some buyers one price and charges another (PF-06).
    #[ts(type = "string | null")]
    pub prices_may_differ_until: Option<Instant>,
}

/// A switch that was moved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedStep {
    /// Whose.
    pub funded_type: FundedType,
    /// The type's name.
    pub name: String,
    /// Where to.
    pub to: Position,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// The rules whose warnings were acknowledged.
    pub acknowledged: Vec<String>,
}

/// Asks what moving a switch does.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedSwitching {
    /// Whose switch.
    pub funded_type: FundedType,
    /// Where to.
    pub to: Position,
    /// What is wanted left out, which is refused (PF-03).
    #[serde(default)]
    pub except: WantedExceptions,
}

/// What moving a switch does, and the token that stands for it (PF-02).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedSwitchShown {
    /// Whose switch.
    pub funded_type: FundedType,
    /// Where to.
    pub to: Position,
    /// Everything that the book says of it; warnings have to be acknowledged.
    pub findings: Vec<FindingView>,
    /// What goes or comes, in sentences.
    pub changes: Vec<String>,
    /// What stays as it is, in sentences.
    pub stays: Vec<String>,
    /// Campaigns that are not over, with what the shop has in them.
    pub campaigns: Vec<FundedCampaign>,
    /// Registered and planned SKUs in them; [`FundedRows`] lists them.
    pub rows: u32,
    /// Stands for exactly this.
    pub token: String,
}

/// A campaign that a switch concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FundedCampaign {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub name: String,
    /// When it runs.
    pub running: Period,
    /// SKUs of products that hold a place in it.
    pub registered: u32,
    /// SKUs of the registration that is being prepared.
    pub planned: u32,
}

/// Moves a switch under what was shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedSwitch {
    /// Whose switch.
    pub funded_type: FundedType,
    /// Where to.
    pub to: Position,
    /// What is wanted left out, which is refused (PF-03).
    #[serde(default)]
    pub except: WantedExceptions,
    /// The token of what was shown.
    pub token: String,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// Asks for the SKUs in campaigns that are not over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedRows {
    /// Which part.
    pub window: Window,
}

/// A SKU in a campaign that is not over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedRow {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub campaign: String,
    /// Whether it is planned only: in the registration that is being prepared.
    pub planned: bool,
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// The SKU.
    pub sku_id: SkuId,
    /// Its variation.
    pub variation: String,
    /// Its campaign price; none while none is entered.
    pub price: Option<Money>,
}

/// Asks how the switches stood on a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedOn {
    /// The day on the shop's calendar: `2026-05-10`.
    pub day: String,
}

/// Asks how the switches stand on the days of a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedDuring {
    /// The campaign.
    pub campaign_id: CampaignId,
}

/// How the switches stand through a period.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedStandings {
    /// The period that is answered for.
    pub period: Period,
    /// From when on it is not known yet and taken to stay as it is; none where all is past.
    #[ts(type = "string | null")]
    pub assumed_from: Option<Instant>,
    /// Type by type.
    pub types: Vec<FundedStandingView>,
}

/// How one switch stands through a period.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedStandingView {
    /// The type.
    pub funded_type: FundedType,
    /// Its name.
    pub name: String,
    /// How it stands all the time; none where it is moved in between.
    pub throughout: Option<Position>,
    /// The period in stretches, each the other way than the one before.
    pub stretches: Vec<Stretch>,
    /// In a sentence.
    pub in_words: String,
}

/// Asks whether products or brands can be left out of a type.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedExclusion {
    /// Of which type.
    pub funded_type: FundedType,
    /// Which.
    pub except: WantedExceptions,
}

/// The plain answer, and what can be done instead (PF-03).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedExclusionAnswer {
    /// Whether it is possible.
    pub possible: bool,
    /// The answer in a sentence.
    pub answer: String,
    /// What the book says of it.
    pub findings: Vec<FindingView>,
    /// The ways that exist, in sentences.
    pub ways: Vec<FundedWay>,
}

/// A way that exists.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedWay {
    /// What it is.
    pub title: String,
    /// What it does and what it does not.
    pub about: String,
    /// The rule that says so.
    pub rule: String,
}
