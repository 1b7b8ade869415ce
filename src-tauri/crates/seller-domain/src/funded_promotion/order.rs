//! What TikTok, the seller and the buyer pay of an order (PF-08, PF-11).

use super::FundedType;
use super::shipping::{ShippingOffer, split_shipping};
use crate::campaign::CouponDiscount;
use crate::fees::coupon_discount;
use crate::money::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An order and every promotion that may be on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FundedOrder {
    /// Units in it.
    pub units: u32,
    /// The goods at the seller's prices, after the seller's product discounts.
    pub goods: Money,
    /// What TikTok's product incentives take off these prices.
    pub incentive: Money,
    /// What a seller promotion on the whole order takes off.
    pub seller_promotion: Money,
    /// What a seller coupon takes off.
    pub seller_coupon: Money,
    /// TikTok's *Buy More, Save More*.
    pub buy_more: Option<BuyMore>,
    /// TikTok's product coupon.
    pub coupon: Option<PlatformCoupon>,
    /// The shipping fee.
    pub shipping_fee: Money,
    /// What TikTok takes off it.
    pub tiktok_shipping: ShippingOffer,
    /// What the seller takes off it.
    pub seller_shipping: ShippingOffer,
}

/// *Buy More, Save More*: an order that reaches the condition is discounted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BuyMore {
    /// What the order has to reach.
    pub condition: BuyCondition,
    /// What comes off.
    pub discount: CouponDiscount,
}

/// What an order has to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BuyCondition {
    /// A number of units.
    Units {
        /// So many at least.
        at_least: u32,
    },
    /// An amount.
    Amount {
        /// So much at least.
        at_least: Money,
    },
}

/// A platform product coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformCoupon {
    /// The least order after the seller's discounts.
    pub minimum_spend: Money,
    /// What comes off.
    pub discount: CouponDiscount,
}

/// What one type puts into an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FundedPart {
    /// The type.
    pub funded_type: FundedType,
    /// What TikTok pays.
    pub amount: Money,
    /// Why, or why nothing.
    pub reason: FundedReason,
}

/// Why a type pays for an order, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FundedReason {
    /// It does.
    Applied,
    /// TikTok offers nothing of the type here.
    NotOffered,
    /// The shop has opted out of the type.
    SwitchedOff,
    /// The order has too few units.
    UnitsMissing {
        /// How many more it needs.
        missing: u32,
    },
    /// The order is worth too little.
    AmountMissing {
        /// How much more it needs.
        missing: Money,
    },
    /// Nothing is left to discount.
    NothingLeft,
}

/// Who pays what of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderSplit {
    /// TikTok's part by type, in the order of the types.
    pub parts: Vec<FundedPart>,
    /// TikTok's part in all.
    pub tiktok: Money,
    /// The seller's discounts and the seller's part of the shipping.
    pub seller: Money,
    /// What the buyer pays for the goods.
    pub buyer_goods: Money,
    /// What the buyer pays for shipping.
    pub buyer_shipping: Money,
    /// What the buyer pays in all.
    pub buyer: Money,
}

/// Why an order cannot be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrder {
    /// There is nothing in it.
    #[error("an order has at least one unit")]
    NoUnits,
    /// An amount is below zero.
    #[error("{field} is {value}, below zero")]
    BelowZero {
        /// Which amount.
        field: &'static str,
        /// What was given.
        value: Money,
    },
    /// More is taken off than the goods cost (ST-02).
    #[error("{field} takes {value} off, but only {left} is left of the goods")]
    MoreThanLeft {
        /// Which discount.
        field: &'static str,
        /// What it takes off.
        value: Money,
        /// What was left before it.
        left: Money,
    },
}

/// Reckons an order while the types in `on` are switched on (PF-08, PF-11).
///
/// Product incentives come off first; then a seller promotion and *Buy More, Save More*, both
/// reckoned on the prices that the buyer sees; then the seller's coupon and the platform's, whose
/// minimum is tested after the seller's discounts; shipping last. Percentages are rounded half up.
///
/// # Errors
/// [`NotAnOrder`]: a total is never pressed up to zero in silence.
pub fn split_order(order: &FundedOrder, on: &[FundedType]) -> Result<OrderSplit, NotAnOrder> {
    refuse_nonsense(order)?;
    let nothing = Money::zero(order.goods.currency());
    let mut left = order.goods;
    let incentive = match gate(
        FundedType::ProductIncentives,
        order.incentive.is_positive(),
        on,
    ) {
        Some(reason) => (nothing, reason),
        None => (
            take(&mut left, "incentive", order.incentive)?,
            FundedReason::Applied,
        ),
    };
    let seen = left;
    take(&mut left, "seller_promotion", order.seller_promotion)?;
    let buy_more = buy_more(order, on, seen, left);
    left = left - buy_more.0;
    take(&mut left, "seller_coupon", order.seller_coupon)?;
    let after_seller = seen - order.seller_promotion - order.seller_coupon;
    let coupon = product_coupon(order, on, after_seller, left);
    left = left - coupon.0;
    let offered = match order.tiktok_shipping {
        ShippingOffer::Nothing => false,
        ShippingOffer::UpTo { amount } => amount.is_positive(),
        ShippingOffer::Free => true,
    };
    let gated = gate(FundedType::ShippingFeeDiscounts, offered, on);
    let tiktok_shipping = match gated {
        Some(_) => ShippingOffer::Nothing,
        None => order.tiktok_shipping,
    };
    let shipping = split_shipping(order.shipping_fee, tiktok_shipping, order.seller_shipping);
    let shipping_part = (shipping.tiktok, gated.unwrap_or(paid(shipping.tiktok)));
    let parts = [coupon, incentive, buy_more, shipping_part];
    let parts = FundedType::ALL.into_iter().zip(parts);
    Ok(OrderSplit {
        tiktok: incentive.0 + buy_more.0 + coupon.0 + shipping.tiktok,
        parts: parts
            .map(|(funded_type, (amount, reason))| FundedPart {
                funded_type,
                amount,
                reason,
            })
            .collect(),
        seller: order.seller_promotion + order.seller_coupon + shipping.seller,
        buyer_goods: left,
        buyer_shipping: shipping.buyer,
        buyer: left + shipping.buyer,
    })
}

/// What a type pays, and why.
type Part = (Money, FundedReason);

/// Why a type pays nothing before anything is reckoned.
fn gate(funded_type: FundedType, offered: bool, on: &[FundedType]) -> Option<FundedReason> {
    if !offered {
        Some(FundedReason::NotOffered)
    } else if !on.contains(&funded_type) {
        Some(FundedReason::SwitchedOff)
    } else {
        None
    }
}

fn paid(amount: Money) -> FundedReason {
    if amount.is_zero() {
        FundedReason::NothingLeft
    } else {
        FundedReason::Applied
    }
}

fn buy_more(order: &FundedOrder, on: &[FundedType], seen: Money, left: Money) -> Part {
    let nothing = Money::zero(seen.currency());
    let gated = gate(FundedType::BuyMoreSaveMore, order.buy_more.is_some(), on);
    let (Some(offer), None) = (order.buy_more, gated) else {
        return (nothing, gated.unwrap_or(FundedReason::NotOffered));
    };
    match offer.condition {
        BuyCondition::Units { at_least } if order.units < at_least => {
            let missing = at_least - order.units;
            (nothing, FundedReason::UnitsMissing { missing })
        }
        BuyCondition::Amount { at_least } if seen < at_least => {
            let missing = at_least - seen;
            (nothing, FundedReason::AmountMissing { missing })
        }
        _ => {
            let off = coupon_discount(offer.discount, seen).min(left);
            (off, paid(off))
        }
    }
}

fn product_coupon(order: &FundedOrder, on: &[FundedType], spend: Money, left: Money) -> Part {
    let nothing = Money::zero(left.currency());
    let gated = gate(FundedType::ProductCoupons, order.coupon.is_some(), on);
    let (Some(offer), None) = (order.coupon, gated) else {
        return (nothing, gated.unwrap_or(FundedReason::NotOffered));
    };
    if spend < offer.minimum_spend {
        let missing = offer.minimum_spend - spend;
        return (nothing, FundedReason::AmountMissing { missing });
    }
    let off = coupon_discount(offer.discount, left);
    (off, paid(off))
}

fn take(left: &mut Money, field: &'static str, off: Money) -> Result<Money, NotAnOrder> {
    if off > *left {
        return Err(NotAnOrder::MoreThanLeft {
            field,
            value: off,
            left: *left,
        });
    }
    *left = *left - off;
    Ok(off)
}

fn refuse_nonsense(order: &FundedOrder) -> Result<(), NotAnOrder> {
    if order.units == 0 {
        return Err(NotAnOrder::NoUnits);
    }
    let amounts = [
        ("goods", order.goods),
        ("incentive", order.incentive),
        ("seller_promotion", order.seller_promotion),
        ("seller_coupon", order.seller_coupon),
        ("shipping_fee", order.shipping_fee),
    ];
    match amounts.into_iter().find(|(_, value)| value.is_negative()) {
        Some((field, value)) => Err(NotAnOrder::BelowZero { field, value }),
        None => Ok(()),
    }
}
