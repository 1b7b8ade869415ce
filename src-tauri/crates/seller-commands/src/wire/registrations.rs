//! What was submitted, and what became of it.

use seller_domain::campaign::Tier;
use seller_domain::registration::{Request, WithdrawalScope};
use seller_domain::{CampaignId, Instant, Money, Percent, ProductId, SkuId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingView, Window};

/// Asks for registered products of a campaign.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegistrationPage {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Only products in this state.
    pub state: Option<StateKind>,
    /// Part of a title or of an id.
    pub search: String,
    /// Which part.
    pub window: Window,
}

/// A state without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StateKind {
    /// Pending.
    Pending,
    /// Registered.
    Registered,
    /// Rejected.
    Rejected,
    /// In SKU error.
    SkuError,
    /// Withdrawn.
    Withdrawn,
}

/// A registered product in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisteredProduct {
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// Its tier.
    pub tier: Tier,
    /// Where it stands.
    pub state: ProductStanding,
    /// When it was submitted.
    #[ts(type = "string")]
    pub submitted_at: Instant,
    /// SKUs in it.
    pub skus: u32,
    /// The lowest campaign price.
    pub price_from: Option<Money>,
    /// The highest campaign price.
    pub price_to: Option<Money>,
    /// Requests that the platform has not decided.
    pub open_requests: u32,
    /// Days left to register it again, while it is in SKU error; below zero: too late (RG-19).
    pub days_to_register_again: Option<i32>,
    /// Whether it is out of the campaign and may come back into it now (CE-04).
    pub can_register_again: bool,
}

/// Names a registered product.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegistrationGet {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The product.
    pub product_id: ProductId,
}

/// A registered product with all that happened to it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegistrationDetail {
    /// The product in a line.
    pub product: RegisteredProduct,
    /// Its SKUs.
    pub skus: Vec<RegisteredSku>,
    /// Requests to change prices, the newest first.
    pub price_edits: Vec<PriceEditView>,
    /// Withdrawals, the newest first.
    pub withdrawals: Vec<WithdrawalView>,
    /// What the platform said in fail reports.
    pub platform_reasons: Vec<PlatformReason>,
    /// Whether its prices can be edited, and why not (RG-16, RG-17).
    pub cannot_edit: Vec<FindingView>,
}

/// A registered SKU.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RegisteredSku {
    /// The SKU.
    pub sku_id: SkuId,
    /// The variation.
    pub variation: String,
    /// The campaign price.
    pub campaign_price: Money,
    /// The campaign stock.
    pub campaign_stock: u32,
    /// The extra discount in force.
    pub extra_discount: Option<Percent>,
    /// The retail price when it was submitted.
    pub retail_price: Money,
    /// The platform's recommendation and what became of it (RG-15).
    pub recommendation: Option<Recommendation>,
}

/// A recommended price and the seller's choice (RG-15).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Recommendation {
    /// The recommended price.
    pub price: Money,
    /// What the seller chose.
    pub choice: RecommendationChoice,
}

/// What the seller made of a recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecommendationChoice {
    /// Nothing yet.
    Open,
    /// Took it.
    Accepted,
    /// Took another price instead.
    Edited,
    /// Left it.
    Dismissed,
}

/// Asks for a campaign's recommendations.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecommendationPage {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Which part.
    pub window: Window,
}

/// A recommendation in the list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecommendationLine {
    /// The SKU.
    pub sku_id: SkuId,
    /// Its product.
    pub product_id: ProductId,
    /// The product's title.
    pub title: String,
    /// The registered or drafted price.
    pub price: Option<Money>,
    /// The recommendation.
    pub recommendation: Recommendation,
}

/// Takes, changes or leaves recommendations. What is taken goes into the draft,
/// or becomes a price edit request where the SKU is registered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecommendationChoose {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The SKUs.
    pub sku_ids: Vec<SkuId>,
    /// The choice: accepted, edited or dismissed.
    pub choice: RecommendationChoice,
    /// The other price, for `edited`.
    pub price: Option<Money>,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// A request to change a price.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PriceEditView {
    /// The request.
    pub id: String,
    /// The SKU.
    pub sku_id: SkuId,
    /// The registered price.
    pub from: Money,
    /// The wanted price.
    pub to: Money,
    /// Where the request stands.
    pub request: Request,
    /// The day by which it is typically decided (RG-16).
    #[ts(type = "string")]
    pub due: chrono::NaiveDate,
}

/// A withdrawal.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WithdrawalView {
    /// The request.
    pub id: String,
    /// What is withdrawn.
    pub scope: WithdrawalScope,
    /// How many products it covers.
    pub products: u32,
    /// Where the request stands.
    pub request: Request,
}

/// What the platform said of a row in a fail report.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlatformReason {
    /// The SKU, where it names one.
    pub sku_id: Option<SkuId>,
    /// The reason in the platform's words.
    pub reason: String,
    /// When it was imported.
    #[ts(type = "string")]
    pub imported_at: Instant,
}

/// Records the platform's decision on submitted products (RG-14).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegistrationDecide {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The products; none: all that are pending.
    pub product_ids: Option<Vec<ProductId>>,
    /// What was decided.
    pub verdict: PlatformVerdict,
}

/// What the platform decided.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlatformVerdict {
    /// Approved.
    Approved,
    /// Refused.
    Rejected {
        /// The platform's reason.
        reason: String,
    },
}

/// How many were changed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct Changed {
    /// How many.
    pub changed: u32,
}

/// Checks or requests new prices for registered SKUs (RG-16, RG-17).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PriceEdit {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The product.
    pub product_id: ProductId,
    /// The wanted prices.
    pub prices: Vec<WantedPrice>,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
}

/// A wanted price.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WantedPrice {
    /// The SKU.
    pub sku_id: SkuId,
    /// The price.
    pub price: Money,
}

/// A sent request: a summary as Seller Center shows it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PriceEditSent {
    /// The requests.
    pub requests: Vec<PriceEditView>,
}

/// Records the decision on a request.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RequestDecide {
    /// The request.
    pub id: String,
    /// What was decided.
    pub verdict: PlatformVerdict,
    /// When the platform decided, between the request and now; none: now. Fees end with the
    /// approval of a withdrawal (FE-03).
    #[ts(type = "string | null")]
    pub decided_at: Option<Instant>,
}

/// Asks for a withdrawal (RG-18).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// What is withdrawn.
    pub scope: WithdrawalScope,
    /// The products; for the scope `campaign` leave it empty.
    pub product_ids: Vec<ProductId>,
}

/// What a withdrawal does, before it is asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WithdrawalShown {
    /// Products it covers.
    pub products: u32,
    /// Whether they can be registered again, and until when.
    #[ts(type = "string | null")]
    pub can_register_again_until: Option<Instant>,
    /// What it means, in words (fees of earlier orders stay, FE-03).
    pub consequences: Vec<String>,
}

/// All products in SKU error.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SkuErrors {
    /// The most urgent first.
    pub errors: Vec<SkuErrorLine>,
}

/// Where a submitted product stands (RG-14, RG-18, RG-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProductStanding {
    /// Pending, also called Under Review.
    Pending,
    /// Registered, also called Approved.
    Registered,
    /// Refused by the platform.
    Rejected {
        /// The platform's reason.
        reason: String,
    },
    /// In SKU error.
    SkuError {
        /// What changed, or what the platform says.
        reason: String,
    },
    /// Taken out by the seller.
    Withdrawn,
}

/// A product in SKU error and what to do (RG-19).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SkuErrorLine {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// Its name.
    pub campaign_name: String,
    /// The product.
    pub product_id: ProductId,
    /// Its title.
    pub title: String,
    /// What changed.
    pub reason: String,
    /// Days left to register it again; below zero: too late.
    pub days_left: i32,
    /// What to do next, in words.
    pub action: String,
    /// The withdrawal that was asked for and waits for the platform's decision.
    pub withdrawal: Option<WithdrawalView>,
}
