//! Registrations: what the seller prepares, what was submitted, what became of it.

use crate::campaign::Tier;
use crate::catalogue::SkuChange;
use crate::clock::Instant;
use crate::ids::{CampaignId, CouponId, DraftId, ProductId, SkuId};
use crate::money::Money;
use crate::percent::Percent;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A registration that is being prepared: which products at which prices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Draft {
    /// Our id.
    pub id: DraftId,
    /// The campaign it is for.
    pub campaign_id: CampaignId,
    /// The campaign's coupons that the seller registers (CE-03).
    pub coupons: Vec<CouponId>,
    /// The products, in the order they were brought in.
    pub products: Vec<DraftProduct>,
}

/// A product of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftProduct {
    /// The product.
    pub product_id: ProductId,
    /// Which requirement list it is checked against (RG-09).
    pub tier: Tier,
    /// Its SKUs that are submitted.
    pub skus: Vec<DraftSku>,
}

/// What the seller entered for one SKU. What is none was left blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftSku {
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign price of one unit.
    pub campaign_price: Option<Money>,
    /// Units set aside for the campaign, as entered (RG-05 wants a whole number).
    #[ts(type = "string | null")]
    #[serde(with = "rust_decimal::serde::str_option")]
    pub campaign_stock: Option<Decimal>,
    /// The extra discount on the campaign price (RG-07, RG-08).
    pub extra_discount: Option<Percent>,
}

/// Where a submitted product stands (RG-14, RG-18, RG-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProductState {
    /// Pending, also called Under Review.
    Pending,
    /// Registered, also called Approved.
    Registered,
    /// Refused by the platform.
    Rejected {
        /// The platform's reason.
        reason: String,
    },
    /// A change of the catalogue has put it into SKU error (RG-19).
    SkuError {
        /// What changed.
        reason: SkuErrorReason,
    },
    /// Taken out by the seller (RG-18).
    Withdrawn,
}

/// Why a product is in SKU error (RG-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SkuErrorReason {
    /// The catalogue was changed; of several changes the first.
    Changed {
        /// What changed.
        change: SkuChange,
    },
    /// The platform says so.
    Stated {
        /// In its own words; may be empty.
        text: String,
    },
}

impl Default for SkuErrorReason {
    /// Nothing is said: for questions in which the reason does not matter.
    fn default() -> Self {
        Self::Stated {
            text: String::new(),
        }
    }
}

impl From<String> for SkuErrorReason {
    fn from(text: String) -> Self {
        Self::Stated { text }
    }
}

impl ProductState {
    /// Whether the product holds its place, its stock and its price in the campaign.
    pub fn is_live(&self) -> bool {
        matches!(
            self,
            Self::Pending | Self::Registered | Self::SkuError { .. }
        )
    }
}

/// New prices that the seller wants for SKUs of a registered product (RG-16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WantedPrices {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// The product.
    pub product_id: ProductId,
    /// The SKUs with their wanted prices.
    pub prices: Vec<(SkuId, Money)>,
}

/// A request to the platform that it decides later: an edit of a price, a withdrawal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Request {
    /// When the seller asked.
    #[ts(type = "string")]
    pub requested_at: Instant,
    /// When the platform decided; none while it has not.
    #[ts(type = "string | null")]
    pub decided_at: Option<Instant>,
    /// What it decided.
    pub decision: Decision,
}

/// What the platform decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Decision {
    /// Nothing yet.
    Open,
    /// Approved.
    Approved,
    /// Refused.
    Refused {
        /// The platform's reason.
        reason: String,
    },
}

/// What is withdrawn (RG-18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalScope {
    /// One product.
    Product,
    /// Every product of the campaign.
    Campaign,
    /// The extra discount only; the product stays in the campaign.
    ExtraDiscount,
}
