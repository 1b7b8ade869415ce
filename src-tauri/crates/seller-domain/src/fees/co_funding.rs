//! Co-funded discounts and who bears them (FE-06, FE-07, CF).

use crate::campaign::{CampaignCoupon, CouponDiscount};
use crate::money::Money;

/// A discount and who bears it (FE-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedDiscount {
    /// What the customer saves.
    pub discount: Money,
    /// The seller's share, rounded half up, at most the stated maximum.
    pub seller: Money,
    /// The platform's share: the rest, so that both add up.
    pub platform: Money,
}

impl SharedDiscount {
    /// No discount.
    pub fn none(at: Money) -> Self {
        let zero = Money::zero(at.currency());
        Self {
            discount: zero,
            seller: zero,
            platform: zero,
        }
    }
}

/// What a co-funded coupon takes off an eligible subtotal, and who bears it (FE-06, CF-02).
///
/// Below the minimum purchase nothing is taken off; no coupon takes off more than the subtotal.
pub fn co_funded_share(coupon: &CampaignCoupon, eligible_subtotal: Money) -> SharedDiscount {
    if eligible_subtotal < coupon.minimum_purchase {
        return SharedDiscount::none(eligible_subtotal);
    }
    let discount = coupon_discount(coupon.discount, eligible_subtotal);
    let by_ratio = coupon.seller_ratio.of(discount).rounded_half_up();
    let seller = coupon
        .seller_maximum
        .map_or(by_ratio, |most| by_ratio.min(most));
    SharedDiscount {
        discount,
        seller,
        platform: discount - seller,
    }
}

/// What a coupon takes off a subtotal, without its minimum purchase.
pub fn coupon_discount(discount: CouponDiscount, subtotal: Money) -> Money {
    let off = match discount {
        CouponDiscount::Fixed { amount } => amount,
        CouponDiscount::Percentage { rate, maximum } => {
            let share = rate.of(subtotal).rounded_half_up();
            maximum.map_or(share, |most| share.min(most))
        }
    };
    off.min(subtotal).or_zero()
}
