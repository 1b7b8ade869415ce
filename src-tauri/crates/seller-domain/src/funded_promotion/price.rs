//! Which price of a product a buyer sees: the seller's, a Flash Deal, or one
//! with a product incentive (PF-07).

use crate::campaign::CouponDiscount;
use crate::fees::coupon_discount;
use crate::money::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A product that a buyer looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductSeen {
    /// The seller's price of the moment, without any Flash Deal.
    pub seller_price: Money,
    /// The seller's Flash Deal on the product.
    pub flash_deal: Option<FlashDeal>,
    /// TikTok's product incentive.
    pub incentive: Option<Incentive>,
    /// Whether the buyer looks at it in a LIVE.
    pub in_live: bool,
    /// Whether the buyer is a new customer.
    pub new_customer: bool,
}

/// A Flash Deal of the seller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FlashDeal {
    /// Its price.
    pub price: Money,
    /// Whether it holds in LIVE only.
    pub live_only: bool,
}

/// A product incentive: money that TikTok takes off a product's price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Incentive {
    /// What it takes off.
    pub discount: CouponDiscount,
    /// Who gets it.
    pub limited_to: IncentiveLimit,
}

/// Who gets a product incentive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IncentiveLimit {
    /// Everyone.
    Everyone,
    /// Those who buy in a LIVE.
    Live,
    /// New customers.
    NewCustomers,
}

/// What a product incentive does to a LIVE Flash Deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OnLiveFlashPrice {
    /// It comes off the LIVE flash price.
    Stacks,
    /// It gives way, as to any other Flash Deal.
    GivesWay,
}

/// The price that a buyer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenPrice {
    /// The price.
    pub price: Money,
    /// The price before TikTok's part.
    pub base: Money,
    /// Whose price that is.
    pub base_of: PriceBase,
    /// What TikTok pays of it.
    pub incentive: Money,
    /// Why it does, or does not.
    pub reason: IncentiveReason,
}

/// Whose price the incentive would come off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PriceBase {
    /// The seller's price of the moment.
    SellerPrice,
    /// The Flash Deal.
    FlashDeal,
    /// The Flash Deal of the LIVE.
    LiveFlashDeal,
}

/// Why an incentive is in the price, or is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IncentiveReason {
    /// It is.
    Applied,
    /// TikTok offers none for the product.
    NotOffered,
    /// The shop has opted out of product incentives.
    SwitchedOff,
    /// A Flash Deal stands on the product and wins.
    FlashDealWins,
    /// It is for buyers in a LIVE.
    LiveOnly,
    /// It is for new customers.
    NewCustomersOnly,
}

/// The price that a buyer sees (PF-07), while product incentives are switched on or off.
pub fn seen_price(seen: &ProductSeen, switched_on: bool, on_live: OnLiveFlashPrice) -> SeenPrice {
    let (base, base_of) = match seen.flash_deal {
        Some(deal) if !deal.live_only => (deal.price, PriceBase::FlashDeal),
        Some(deal) if seen.in_live => (deal.price, PriceBase::LiveFlashDeal),
        _ => (seen.seller_price, PriceBase::SellerPrice),
    };
    let wins = match base_of {
        PriceBase::SellerPrice => false,
        PriceBase::FlashDeal => true,
        PriceBase::LiveFlashDeal => on_live == OnLiveFlashPrice::GivesWay,
    };
    let nothing = Money::zero(base.currency());
    let (incentive, reason) = match seen.incentive {
        None => (nothing, IncentiveReason::NotOffered),
        Some(_) if !switched_on => (nothing, IncentiveReason::SwitchedOff),
        Some(_) if wins => (nothing, IncentiveReason::FlashDealWins),
        Some(offer) => match offer.limited_to {
            IncentiveLimit::Live if !seen.in_live => (nothing, IncentiveReason::LiveOnly),
            IncentiveLimit::NewCustomers if !seen.new_customer => {
                (nothing, IncentiveReason::NewCustomersOnly)
            }
            _ => (
                coupon_discount(offer.discount, base),
                IncentiveReason::Applied,
            ),
        },
    };
    SeenPrice {
        price: base - incentive,
        base,
        base_of,
        incentive,
        reason,
    }
}
