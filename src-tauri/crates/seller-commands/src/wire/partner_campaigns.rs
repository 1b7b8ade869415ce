//! Campaigns of affiliate partners: the list, recording one, joining it.

use seller_domain::partner_campaign::{
    Contact, JoinDraft, JoinedStateKind, OwnCampaignDraft, PartnerCampaign, PartnerChange,
    PartnerStage, SampleCosts, SamplesPromised, SellerScope,
};
use seller_domain::{Instant, Money, PartnerCampaignId, Percent, Period, ProductId, SkuId};
use seller_planner::partner_campaign::{BreakEven, ProductAtRate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingCounts, FindingView, Window};
use super::coupons::{CouponProductFilter, CouponProductsChosen};
use super::drafts::FeeLine;

/// Asks for campaigns of affiliate partners.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerCampaignPage {
    /// Part of a name or of a partner's; taken literally; empty: all.
    pub search: String,
    /// Which ones.
    pub only: PartnerCampaignChoice,
    /// Which part: open ones first, the nearest deadline first.
    pub window: Window,
}

/// Which campaigns of affiliate partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartnerCampaignChoice {
    /// All that are recorded.
    All,
    /// Those that take products of the shop now.
    CanJoin,
    /// Those that products were registered with.
    Joined,
}

/// A part of the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerCampaignList {
    /// How many the request leaves.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<PartnerCampaignLine>,
    /// All campaigns.
    pub all: u32,
    /// All that take products of the shop now.
    pub can_join: u32,
    /// All that products were registered with.
    pub joined: u32,
}

/// A campaign in the list (AF-02).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerCampaignLine {
    /// The campaign.
    pub campaign: PartnerCampaign,
    /// Where it stands.
    pub stage: PartnerStage,
    /// Whether it takes products of the shop now (AF-04).
    pub can_join: bool,
    /// Why it does not.
    pub obstacles: Vec<FindingView>,
    /// What the time left is counted to: the opening of registration, then its end; none once it
    /// is over.
    #[ts(type = "string | null")]
    pub next_deadline: Option<Instant>,
    /// The time left in words; none once registration is over.
    pub time_left: Option<String>,
    /// Products that were registered, by state.
    pub products: JoinedCounts,
    /// Whether something stands in its wizard.
    pub has_draft: bool,
}

/// Registered products by state, and their samples.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct JoinedCounts {
    /// All of them.
    pub total: u32,
    /// Under review.
    pub pending: u32,
    /// Taken.
    pub approved: u32,
    /// Not taken.
    pub rejected: u32,
    /// Waiting for consent to their closing.
    pub pending_closed: u32,
    /// Closed.
    pub closed: u32,
    /// Samples that are set.
    #[ts(type = "number")]
    pub samples_set: u64,
    /// Samples that are approved.
    #[ts(type = "number")]
    pub samples_approved: u64,
}

/// Names a campaign of an affiliate partner.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerCampaignGet {
    /// The campaign.
    pub campaign_id: PartnerCampaignId,
}

/// One campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerCampaignDetail {
    /// The campaign as in the list.
    pub line: PartnerCampaignLine,
    /// How the partner reaches the seller, as last submitted.
    pub contact: Option<Contact>,
    /// When that was.
    #[ts(type = "string | null")]
    pub submitted_at: Option<Instant>,
}

/// Records a campaign, or changes what is recorded of one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerCampaignSave {
    /// Which one; none: a new one.
    pub id: Option<PartnerCampaignId>,
    /// The name.
    pub name: String,
    /// What the partner says of it.
    pub details: String,
    /// When products can be registered.
    pub registration: Option<Period>,
    /// When creators sell.
    pub running: Option<Period>,
    /// The least total commission rate; none: none is asked.
    pub minimum_rate: Option<Percent>,
    /// The partner's name.
    pub partner: String,
    /// How the partner can be reached.
    pub partner_contact: String,
    /// Which sellers it is open to.
    pub scope: SellerScope,
    /// What the seller notes.
    pub note: String,
}

/// The wizard of joining a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinForm {
    /// What is entered.
    pub draft: JoinDraft,
    /// The campaign.
    pub line: PartnerCampaignLine,
    /// The lowest rate that is taken: the platform's, or what the partner asks for.
    pub rate_at_least: Percent,
    /// The highest rate that the platform takes.
    pub rate_at_most: Percent,
}

/// Checks a registration while it is typed, or keeps it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinCheck {
    /// What is entered.
    pub draft: JoinDraft,
}

/// What the book says of a registration in the wizard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinChecked {
    /// Findings, those that refuse first; of very many the first 200.
    pub findings: Vec<PartnerFinding>,
    /// All of them in numbers.
    pub counts: FindingCounts,
    /// Whether it could be submitted once the warnings are acknowledged.
    pub passes: bool,
    /// What the samples cost (AF-06).
    pub promised: SamplesPromised,
    /// What submitting means, in words.
    pub consequences: Vec<String>,
}

/// A finding with the steps of its repair.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerFinding {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingView,
    /// The smallest repair.
    pub changes: Vec<PartnerChange>,
}

/// Makes repairs in the wizard. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinRepair {
    /// What is entered.
    pub draft: JoinDraft,
    /// Which repairs.
    pub repair: PartnerRepair,
}

/// Which repairs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PartnerRepair {
    /// These steps.
    Steps {
        /// The steps.
        changes: Vec<PartnerChange>,
    },
    /// Of every finding of a rule that has one.
    Rule {
        /// The rule's id.
        rule: String,
    },
}

/// Asks for products that can be chosen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerCandidates {
    /// The campaign that is joined; none: for a campaign of the seller's own.
    pub campaign_id: Option<PartnerCampaignId>,
    /// What is chosen so far.
    pub products: Vec<ProductId>,
    /// Which ones.
    pub filter: CouponProductFilter,
    /// Which part.
    pub window: Window,
}

/// A product that can be chosen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerCandidate {
    /// The product.
    pub product_id: ProductId,
    /// Its title; empty if the catalogue does not know it.
    pub title: String,
    /// Its category.
    pub category: String,
    /// The lowest retail price.
    pub retail_from: Option<Money>,
    /// The highest retail price.
    pub retail_to: Option<Money>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Where it stands in the campaign; none: it was never registered.
    pub state: Option<JoinedStateKind>,
    /// What speaks against choosing it, in words.
    pub obstacle: Option<String>,
}

/// Chooses products or takes them out. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnerProducts {
    /// The campaign that is joined; none: for a campaign of the seller's own. Products that are
    /// in it already are passed over.
    pub campaign_id: Option<PartnerCampaignId>,
    /// What is chosen so far.
    pub products: Vec<ProductId>,
    /// Which products.
    pub choice: CouponProductsChosen,
    /// In or out.
    pub include: bool,
}

/// What a choice of products gave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PartnerProductsChanged {
    /// What is chosen now.
    pub products: Vec<ProductId>,
    /// Products that came in or went out.
    pub changed: u32,
    /// Products of the choice that were in, or out, already.
    pub unchanged: u32,
    /// Products of the choice that are in the campaign already.
    pub passed_over: u32,
    /// Words of the choice that are in no catalogue; of very many the first 100.
    pub unknown: Vec<String>,
    /// How many such words there are.
    pub unknown_count: u32,
}

/// Asks what a registration leaves, product by product: the largest loss first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinOutlook {
    /// What is entered.
    pub draft: JoinDraft,
    /// Which part.
    pub window: Window,
}

/// What a registration leaves.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinOutlookShown {
    /// How many products are looked at: those that the catalogue knows and that have a rate.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<JoinOutlookLine>,
    /// Products with a SKU that is sold at a loss at retail.
    pub losing_at_retail: u32,
    /// Products with a SKU that is sold at a loss at a campaign price.
    pub losing_in_campaign: u32,
    /// Products with a SKU whose cost is not known.
    pub cost_unknown: u32,
    /// The highest whole rate at which no product is sold at a loss; none where one is anyhow, or
    /// no cost is known.
    pub no_loss_up_to: Option<Percent>,
    /// What the samples cost.
    pub promised: SamplesPromised,
    /// The same in words.
    pub words: Vec<String>,
}

/// What a rate leaves of a product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinOutlookLine {
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// Its rate.
    pub rate: Percent,
    /// Its samples; none while the number is missing or not whole.
    pub samples: Option<u32>,
    /// What one of them costs.
    pub sample_costs: SampleCosts,
    /// What the rate leaves.
    pub at_rate: ProductAtRate,
}

/// Asks what a rate leaves of one product, SKU by SKU, with every fee.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinProductGet {
    /// The campaign, for its period.
    pub campaign_id: PartnerCampaignId,
    /// The product.
    pub product_id: ProductId,
    /// The rate.
    pub rate: Percent,
}

/// What a rate leaves of one product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinProductShown {
    /// Its title.
    pub title: String,
    /// The whole product.
    pub at_rate: ProductAtRate,
    /// Every SKU at retail and at each campaign price it is registered with.
    pub sales: Vec<JoinSale>,
}

/// What a rate leaves of one unit at one price (ST-03).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JoinSale {
    /// The SKU.
    pub sku_id: SkuId,
    /// Its variation.
    pub variation: String,
    /// The campaign; none: at retail.
    pub campaign: Option<String>,
    /// The price of a unit.
    pub price: Money,
    /// What the seller's discounts take off it: extra discount, share of coupons.
    pub discounts: Money,
    /// Every fee on its own base.
    pub fees: Vec<FeeLine>,
    /// What shipping costs the seller.
    pub shipping_cost: Money,
    /// What the unit costs; none: not known.
    pub unit_cost: Option<Money>,
    /// What is left; none where the unit cost is not known.
    pub left: Option<Money>,
    /// At which rate nothing is left.
    pub break_even: BreakEven,
}

/// Submits a registration.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JoinSubmit {
    /// What is entered.
    pub draft: JoinDraft,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// Makes repairs of a campaign of the seller's own. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnCampaignRepair {
    /// What is entered.
    pub draft: OwnCampaignDraft,
    /// Which repairs.
    pub repair: PartnerRepair,
}
