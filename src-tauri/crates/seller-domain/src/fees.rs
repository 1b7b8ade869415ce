//! What is charged on an order, and how co-funded discounts are shared.
//!
//! Every amount is rounded once, half up to the minor unit, where it is charged.

use crate::campaign::{CampaignCoupon, CouponDiscount};
use crate::money::Money;
use crate::percent::Percent;

/// What the campaign service fee is charged on (FE-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignSales {
    /// Campaign price times quantity.
    pub gross_sales: Money,
    /// What the seller takes off; the platform's part of a co-funded coupon is none of it (FE-07).
    pub seller_discount: Money,
    /// What the customer pays for shipping.
    pub shipping_paid: Money,
}

/// Campaign service fee: rate × (gross sales − seller discount + shipping paid) (FE-01).
pub fn campaign_service_fee(rate: Percent, sales: CampaignSales) -> Money {
    let base = sales.gross_sales - sales.seller_discount + sales.shipping_paid;
    rate.of(base.or_zero()).rounded_half_up()
}

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

/// The extra discount on a campaign price, rounded half up (RG-08, FE-01).
pub fn extra_discount_amount(campaign_price: Money, extra: Option<Percent>) -> Money {
    extra.map_or(Money::zero(campaign_price.currency()), |rate| {
        rate.of(campaign_price).rounded_half_up()
    })
}
