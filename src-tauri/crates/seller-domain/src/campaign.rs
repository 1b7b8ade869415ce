//! Campaigns of the platform, as the seller recorded them.

use crate::clock::Instant;
use crate::ids::{CampaignId, CouponId, SkuId};
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Period;
use crate::price_history::LookBack;
use crate::shop::Score;
use crate::smart_promotion::Mode;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// A campaign with all the terms its details page states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Campaign {
    /// Our id.
    pub id: CampaignId,
    /// The platform's name for it.
    pub name: String,
    /// What kind it is (CE-08).
    pub kind: CampaignKind,
    /// The sub-campaigns that one registration covers, if it is integrated (RG-25).
    pub sub_campaigns: Vec<String>,
    /// When products can be registered (CE-04).
    pub registration: Period,
    /// When a withdrawn product can be registered again at the latest; none: the end of registration.
    #[ts(type = "string | null")]
    pub re_registration_deadline: Option<Instant>,
    /// When it runs.
    pub running: Period,
    /// What a shop must be to join. What is none follows the platform's figure of the day.
    pub criteria: Criteria,
    /// What prices may be.
    pub pricing: Pricing,
    /// Requirements of Featured and Regular products (RG-09).
    pub tiers: Vec<TierTerms>,
    /// The least extra discount; none where the campaign offers none (RG-08).
    pub extra_discount_minimum: Option<Percent>,
    /// Co-funded coupons of the campaign (CF).
    pub coupons: Vec<CampaignCoupon>,
    /// Whether the platform subsidises prices.
    pub subsidy: Subsidy,
    /// Whether products are reviewed or registered at once (RG-14).
    pub approval: Approval,
    /// What the campaign charges (FE).
    pub fee_policy: FeePolicy,
    /// What the seller noted.
    pub note: String,
}

impl Campaign {
    /// The last moment to register a withdrawn product again (CE-04).
    pub fn re_registration_ends(&self) -> Instant {
        self.re_registration_deadline
            .unwrap_or(self.registration.end)
    }

    /// The terms of a tier, where the campaign has any.
    pub fn tier_terms(&self, tier: Tier) -> Option<&TierTerms> {
        self.tiers.iter().find(|terms| terms.tier == tier)
    }
}

/// Kinds of campaigns (CE-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CampaignKind {
    /// A major sales event.
    Major,
    /// The weekly promotion.
    Weekly,
    /// A Shop Tab campaign.
    ShopTab,
    /// Premium Offer and Flash Sale.
    FlashSale,
    /// Several sub-campaigns behind one registration.
    Integrated,
}

/// What a shop must be to register. A figure that is none is the platform's of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Criteria {
    /// Least Shop Performance Score (CE-01).
    pub minimum_sps: Option<Score>,
    /// Largest free-shipping threshold (CE-02).
    pub free_shipping_threshold_at_most: Option<Money>,
    /// Fewer violations than this in 30 days (CE-06).
    pub violations_below: Option<u32>,
    /// Whether all coupons of the campaign must be registered (CE-03).
    pub coupons: CouponsRequired,
    /// Whether and how the shop must be in Smart Promotion (SP-01).
    pub smart_promotion: SmartPromotionRequired,
}

/// Whether a campaign's coupons must all be registered (CE-03).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponsRequired {
    /// All of them.
    #[default]
    All,
    /// They are optional in this campaign.
    Optional,
}

/// Whether a campaign asks for Smart Promotion (SP-01).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SmartPromotionRequired {
    /// As the platform's dated policy says.
    #[default]
    ByPolicy,
    /// The campaign says itself which modes it accepts.
    Modes {
        /// The accepted modes.
        accepted: Vec<Mode>,
    },
    /// The campaign does not ask for it.
    Not,
}

/// What prices a campaign takes. What is none follows the platform's figure of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pricing {
    /// How far back the lowest price is looked for (RG-02).
    pub look_back: Option<LookBack>,
    /// Whether a price equal to the retail or discount price is accepted (RG-04).
    pub against_retail: Option<AgainstRetail>,
}

/// How a campaign price compares with the retail and the current discount price (RG-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgainstRetail {
    /// It must be below them.
    Below,
    /// It may be equal.
    AtOrBelow,
}

/// The tier of a product in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Shown first, with requirements of its own.
    Featured,
    /// All others.
    Regular,
}

/// What a tier asks of a product (RG-09).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TierTerms {
    /// Which tier.
    pub tier: Tier,
    /// The campaign price is at least this much off the retail price.
    pub minimum_discount: Option<Percent>,
    /// The campaign price is at most this.
    pub maximum_price: Option<Money>,
    /// The campaign stock is at least this.
    pub minimum_stock: Option<u32>,
}

/// Whether and how far the platform subsidises prices (RG-17).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Subsidy {
    /// No co-funded subsidy.
    #[default]
    None,
    /// Co-funded, not applied yet.
    Pending,
    /// Co-funded and applied.
    Applied,
}

/// What happens to a product when it is submitted (RG-14).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    /// It is Pending until the platform decides.
    #[default]
    Reviewed,
    /// It is Registered at once.
    AtOnce,
}

/// What a campaign charges (FE-01 … FE-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FeePolicy {
    /// The campaign service fee; none: the platform's figure of the day.
    pub service_fee_rate: Option<Percent>,
    /// When the fee policy is in force; none: while the campaign runs.
    pub effective: Option<Period>,
    /// Whether a fee already charged comes back when the order is cancelled or returned (FE-04).
    pub refunds_returned_orders: bool,
    /// What Smart Promotion adds in this campaign; none: the platform's figure of the day (SP-08).
    pub smart_promotion_surcharge: Option<Percent>,
    /// Whether the surcharge and the service fee are both charged (FE-05, a risk scenario).
    pub charges_surcharge_too: bool,
}

impl Default for FeePolicy {
    fn default() -> Self {
        Self {
            service_fee_rate: None,
            effective: None,
            refunds_returned_orders: true,
            smart_promotion_surcharge: None,
            charges_surcharge_too: false,
        }
    }
}

/// A coupon whose cost the platform and the seller share (CF-01).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CampaignCoupon {
    /// Our id.
    pub id: CouponId,
    /// The platform's name for it.
    pub name: String,
    /// What the customer gets.
    pub discount: CouponDiscount,
    /// Who may use it.
    pub target: CouponTarget,
    /// The seller's part of the cost.
    pub seller_ratio: Percent,
    /// The most that the seller contributes to one order.
    pub seller_maximum: Option<Money>,
    /// The least order that it applies to.
    pub minimum_purchase: Money,
    /// How many there are.
    pub quantity: Option<u32>,
}

/// What a coupon takes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouponDiscount {
    /// An amount.
    Fixed {
        /// The amount.
        amount: Money,
    },
    /// A share of the eligible subtotal, up to a maximum.
    Percentage {
        /// The share.
        rate: Percent,
        /// The most it takes off.
        maximum: Option<Money>,
    },
}

/// Who a campaign coupon is for. The platform chooses the selected customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponTarget {
    /// Everyone.
    AllCustomers,
    /// Those that the platform selects.
    SelectedCustomers,
}

/// A range of prices or stock with open or closed ends, as the platform states it
/// (`>=1 and <99000`) (RG-03, RG-05).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatedRange {
    /// The lower end.
    pub lower: Option<RangeEnd>,
    /// The upper end.
    pub upper: Option<RangeEnd>,
}

/// One end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeEnd {
    /// The number.
    #[ts(type = "string")]
    #[serde(with = "rust_decimal::serde::str")]
    pub value: Decimal,
    /// Whether the number itself is inside.
    pub included: bool,
}

impl StatedRange {
    /// At most `value`.
    pub fn at_most(value: Decimal) -> Self {
        Self {
            lower: None,
            upper: Some(RangeEnd {
                value,
                included: true,
            }),
        }
    }

    /// At least `value`.
    pub fn at_least(value: Decimal) -> Self {
        Self {
            lower: Some(RangeEnd {
                value,
                included: true,
            }),
            upper: None,
        }
    }

    /// Whether it says nothing.
    pub fn is_open(self) -> bool {
        self.lower.is_none() && self.upper.is_none()
    }
}

impl fmt::Display for StatedRange {
    /// As the platform writes it: `>=1 and <99000`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(end) = self.lower {
            write!(f, "{}{}", if end.included { ">=" } else { ">" }, end.value)?;
        }
        if self.lower.is_some() && self.upper.is_some() {
            f.write_str(" and ")?;
        }
        if let Some(end) = self.upper {
            write!(f, "{}{}", if end.included { "<=" } else { "<" }, end.value)?;
        }
        Ok(())
    }
}

/// What the platform's prefill file says of one SKU in a campaign (RG-03, RG-05, RG-15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatedTerms {
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign prices it takes.
    pub price_range: StatedRange,
    /// The campaign stock it takes.
    pub stock_range: StatedRange,
    /// The price that it recommends.
    pub recommended_price: Option<Money>,
    /// Whether the platform listed the SKU as eligible for the campaign (RG-10).
    pub recommended: bool,
}
