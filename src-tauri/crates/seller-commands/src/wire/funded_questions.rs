//! Questions about orders with TikTok-funded promotions, and their worked answers.

use seller_domain::funded_promotion::coupon_return::{CouponReturn, OrderOutcome};
use seller_domain::funded_promotion::order::{FundedOrder, FundedPart};
use seller_domain::funded_promotion::price::{ProductSeen, SeenPrice};
use seller_domain::funded_promotion::shipping::{ShippingOffer, ShippingSplit};
use seller_domain::{Instant, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who pays the shipping fee of an order (PF-09)?
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedShippingQuestion {
    /// The fee.
    pub fee: Money,
    /// What TikTok takes off.
    pub tiktok: ShippingOffer,
    /// What the seller takes off.
    pub seller: ShippingOffer,
    /// When the order is placed; none: now. The switches count as they stood then.
    #[ts(type = "string | null")]
    pub at: Option<Instant>,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedShippingAnswer {
    /// Who pays what.
    pub split: ShippingSplit,
    /// Whether shipping fee discounts were switched off then.
    pub switched_off: bool,
    /// Step by step, in sentences.
    pub steps: Vec<String>,
}

/// Which price does a buyer see (PF-07)?
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedPriceQuestion {
    /// The product and the buyer.
    pub seen: ProductSeen,
    /// When; none: now.
    #[ts(type = "string | null")]
    pub at: Option<Instant>,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedPriceAnswer {
    /// The price and what is in it.
    pub seen: SeenPrice,
    /// Step by step, in sentences.
    pub steps: Vec<String>,
}

/// What becomes of a platform coupon (PF-10)?
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedCouponQuestion {
    /// How the order ended.
    pub outcome: OrderOutcome,
    /// When it ended so; none: now.
    #[ts(type = "string | null")]
    pub ended_at: Option<Instant>,
    /// The first moment at which the coupon is over.
    #[ts(type = "string")]
    pub valid_until: Instant,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedCouponAnswer {
    /// What becomes of it.
    pub coupon: CouponReturn,
    /// Whether the customer can use it again.
    pub usable: bool,
    /// In sentences.
    pub steps: Vec<String>,
}

/// Who pays what of an order (PF-08, PF-11)?
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedOrderQuestion {
    /// The order.
    pub order: FundedOrder,
    /// When it is placed; none: now.
    #[ts(type = "string | null")]
    pub at: Option<Instant>,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedOrderAnswer {
    /// TikTok's part by type.
    pub parts: Vec<FundedPartView>,
    /// TikTok's part in all.
    pub tiktok: Money,
    /// The seller's part.
    pub seller: Money,
    /// What the buyer pays for the goods.
    pub buyer_goods: Money,
    /// What the buyer pays for shipping.
    pub buyer_shipping: Money,
    /// What the buyer pays in all.
    pub buyer: Money,
}

/// What one type puts into an order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FundedPartView {
    /// The type's name.
    pub name: String,
    /// What TikTok pays, and why.
    pub part: FundedPart,
    /// Why, in a sentence.
    pub in_words: String,
}
