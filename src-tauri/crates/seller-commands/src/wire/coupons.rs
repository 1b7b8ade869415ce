//! Seller coupons in the wizard: what a type has, the check while typing, the outlook, saving.

use seller_domain::catalogue::ProductStatus;
use seller_domain::seller_coupon::{
    AddonCoupons, AddonTrigger, ClaimPrefix, CouponChange, CouponDraft, CouponField, CouponKind,
    CouponScope, CouponSpend,
};
use seller_domain::{Instant, Money, ProductId, SellerCouponId};
use seller_planner::seller_coupon::{AddonLiability, BelowCost, SmallestOrder, Tenths};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::{FindingView, Window};

/// Begins a coupon.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponTemplate {
    /// Its type.
    pub kind: CouponKind,
}

/// A coupon in the wizard and what its type has.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponForm {
    /// What is entered.
    pub draft: CouponDraft,
    /// Whether a saved coupon is edited; otherwise a new one is made.
    pub edits: bool,
    /// The fields of its type.
    pub shape: CouponShape,
}

/// What a type has.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponShape {
    /// The type.
    pub kind: CouponKind,
    /// Its name on the platform.
    pub name: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// The fields that it has, in the order they are entered.
    pub fields: Vec<CouponFieldShape>,
    /// Whether the validity may be a range of dates (CP-03).
    pub takes_validity_dates: bool,
    /// So many products can be named; none: no limit (CP-10).
    pub products_at_most: Option<u32>,
    /// What stands before the claim code; promo codes only (CP-20).
    pub prefix: Option<ClaimPrefix>,
    /// The least characters of a claim code.
    pub claim_code_at_least: Option<u32>,
    /// The most characters of a claim code.
    pub claim_code_at_most: Option<u32>,
}

/// A field of a type.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponFieldShape {
    /// The field; findings name it.
    pub field: CouponField,
    /// Its name on the platform.
    pub name: String,
    /// Whether it cannot be changed once the coupon is active (CP-27).
    pub freezes: bool,
    /// Whether it cannot be changed now, because the coupon is active.
    pub frozen: bool,
}

/// Checks a coupon while it is typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCheck {
    /// What is entered.
    pub draft: CouponDraft,
}

/// What the book says of a coupon in the wizard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponChecked {
    /// The fields of its type.
    pub shape: CouponShape,
    /// Every finding; its `field` is that of [`CouponField`].
    pub findings: Vec<CouponFinding>,
    /// Whether it could be saved once the warnings are acknowledged.
    pub passes: bool,
    /// The code that customers enter, prefix included; none without a code.
    pub full_claim_code: Option<String>,
}

/// A finding with the steps of its repair.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponFinding {
    /// The finding.
    #[serde(flatten)]
    pub finding: FindingView,
    /// The smallest repair; `coupon_repair` makes it.
    pub changes: Vec<CouponChange>,
}

/// Makes the repair of a finding in the wizard. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponRepair {
    /// What is entered.
    pub draft: CouponDraft,
    /// The steps.
    pub changes: Vec<CouponChange>,
}

/// Asks for products that a coupon can name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCandidates {
    /// What the coupon applies to so far.
    pub scope: CouponScope,
    /// Which ones.
    pub filter: CouponProductFilter,
    /// Which part.
    pub window: Window,
}

/// Which products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponProductFilter {
    /// Part of a title, an id or a seller's code, taken literally; empty: all.
    pub search: String,
    /// Only these.
    pub only: CouponProductChoice,
    /// Only products of this category; none: of any.
    pub category: Option<String>,
    /// Only products that are on sale, or that are not; none: both.
    pub status: Option<ProductStatus>,
}

/// Which part of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponProductChoice {
    /// All of it.
    All,
    /// What the coupon does not name.
    NotNamed,
    /// What the coupon names, known to the catalogue or not.
    Named,
}

/// A product that a coupon can name.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCandidate {
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
    /// Whether the coupon names it.
    pub named: bool,
    /// What speaks against naming it, in words.
    pub obstacle: Option<String>,
}

/// Names products or takes them out. Nothing is stored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponProducts {
    /// The type, for its limit.
    pub coupon_kind: CouponKind,
    /// What the coupon applies to so far.
    pub scope: CouponScope,
    /// Which products.
    pub choice: CouponProductsChosen,
    /// In or out.
    pub include: bool,
}

/// A choice of products.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouponProductsChosen {
    /// These.
    Ids {
        /// The products.
        product_ids: Vec<ProductId>,
    },
    /// What was typed or pasted: ids of products or SKUs, or seller's codes, by blanks, commas or
    /// lines.
    Pasted {
        /// The text.
        text: String,
    },
    /// A text or CSV file with such ids, or a workbook whose first sheet has them.
    File {
        /// The file.
        path: String,
    },
    /// Every product that the filter finds.
    Matching {
        /// The filter.
        filter: CouponProductFilter,
    },
    /// Everything in the shop: no product is named any more.
    WholeShop,
}

/// What a choice of products gave.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponProductsChanged {
    /// What the coupon applies to now.
    pub scope: CouponScope,
    /// Products that came in or went out.
    pub changed: u32,
    /// Products of the choice that were in, or out, already.
    pub unchanged: u32,
    /// Words of the choice that are in no catalogue; of very many the first 100.
    pub unknown: Vec<String>,
    /// How many such words there are.
    pub unknown_count: u32,
    /// How many products are named beyond the limit of the type.
    pub beyond_limit: u32,
}

/// Asks what a coupon would do to the shop's money.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponOutlook {
    /// What is entered.
    pub draft: CouponDraft,
}

/// What a coupon would do, said before it is saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponOutlookShown {
    /// Estimated and worst-case spend (CP-09); none while amount or quantity are missing.
    pub spend: Option<CouponSpend>,
    /// The same in words, with what it is reckoned with.
    pub spend_words: Vec<String>,
    /// The smallest order that gets the coupon.
    pub smallest_order: Option<SmallestOrder>,
    /// A percentage in the two ways in which it is said.
    pub buyer_pays: Option<Tenths>,
    /// The coupon in plain words, with figures of the seller's own catalogue.
    pub plain_words: Vec<String>,
    /// What it does to products that it applies to.
    pub below_cost: CouponBelowCost,
    /// What the seller has to type before it can be saved; none where nothing goes below cost.
    pub confirm: Option<CouponConfirm>,
    /// What cannot be changed any more once it is active, in words (CP-27).
    pub freezes: Vec<String>,
    /// What addon coupons cost; none where none can appear and none is there (CP-26).
    pub addon: Option<CouponAddonOutlook>,
    /// What is to be known beside it (CP-29, CP-30), in words.
    pub notes: Vec<String>,
}

/// Products that a coupon takes below what they cost, before any fee.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponBelowCost {
    /// Products with a SKU that goes below cost.
    pub products: u32,
    /// SKUs that go below cost.
    pub skus: u32,
    /// Such SKUs at a registered campaign price.
    pub at_campaign_price: u32,
    /// SKUs that it applies to whose cost is not known: nothing can be said of them.
    pub cost_unknown: u32,
    /// What to make of it, in words.
    pub words: Vec<String>,
}

/// What has to be typed to save a coupon that goes below cost.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponConfirm {
    /// Exactly this: the amount or the percentage of the coupon, without sign.
    pub type_this: String,
    /// Why, in words.
    pub words: String,
}

/// What an addon coupon could cost (CP-26).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponAddonOutlook {
    /// What those that are there can still cost, and what a further one may cost.
    pub liability: AddonLiability,
    /// What may happen and how to turn it off, in words.
    pub words: Vec<String>,
}

/// Asks for the SKUs that a coupon would sell below cost.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponBelowCostPage {
    /// What is entered.
    pub draft: CouponDraft,
    /// Which part, the greatest loss first.
    pub window: Window,
}

/// A SKU that a coupon takes below cost on the smallest order with this SKU alone.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponLoss {
    /// The figures.
    pub figures: BelowCost,
    /// The product's title.
    pub title: String,
    /// The variation.
    pub variation: String,
}

/// Saves a new coupon, or the allowed edits of a saved one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponSave {
    /// What is entered.
    pub draft: CouponDraft,
    /// Ids of the rules whose warnings are acknowledged.
    pub acknowledged: Vec<String>,
    /// What was typed to confirm a coupon that goes below cost.
    pub confirm: Option<String>,
}

/// Keeps what stands in the wizard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponDraftSave {
    /// What is entered.
    pub draft: CouponDraft,
}

/// A claim code.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponCode {
    /// The seller's part of it.
    pub claim_code: String,
    /// The whole code that customers enter.
    pub full_claim_code: String,
}

/// Notes that the platform refused a claim code as taken, or that it no longer does (CP-21).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponCodeTaken {
    /// The seller's part of it.
    pub claim_code: String,
    /// Whether it is taken.
    pub taken: bool,
}

/// What the shop knows of coupons beside the coupons.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponSettings {
    /// What stands before the claim codes.
    pub prefix: ClaimPrefix,
    /// What the seller read in Seller Center; none: it is made of the shop's name.
    pub entered_prefix: Option<String>,
    /// Whether the platform may create addon coupons (CP-26).
    pub addon_coupons: AddonCoupons,
    /// Codes that the platform refused as taken, the last noted first.
    pub taken_codes: Vec<CouponTakenCode>,
}

/// A code that the platform refused as taken.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CouponTakenCode {
    /// The seller's part of it.
    pub claim_code: String,
    /// When it was noted.
    #[ts(type = "string")]
    pub noted_at: Instant,
}

/// Saves what the shop knows of coupons.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponSettingsSave {
    /// The prefix that Seller Center shows; none: make it of the shop's name.
    pub entered_prefix: Option<String>,
    /// Whether the platform may create addon coupons.
    pub addon_coupons: AddonCoupons,
}

/// Records an addon coupon that the platform created (CP-26). No rule refuses it: it is there.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponAddonRecord {
    /// What Seller Center shows of it; its id is passed over.
    pub draft: CouponDraft,
    /// What it came with, where that is known.
    pub came_with: Option<AddonTrigger>,
}

/// Names a coupon or a draft of one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CouponGet {
    /// The coupon.
    pub coupon_id: SellerCouponId,
}
