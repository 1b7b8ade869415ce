//! Co-funded discounts and who bears them (FE-06, FE-07, CF).

use super::CampaignSales;
use crate::campaign::{CampaignCoupon, CouponDiscount, CouponTarget};
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

/// What a co-funded coupon looks at: an order after product discounts (CF-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouponBasis {
    /// What registered products cost together: the coupon takes off from these alone.
    pub eligible_subtotal: Money,
    /// What all products cost together: the minimum purchase is tested on this.
    pub order_value: Money,
}

impl CouponBasis {
    /// An order of registered products only.
    pub fn registered_only(subtotal: Money) -> Self {
        Self {
            eligible_subtotal: subtotal,
            order_value: subtotal,
        }
    }
}

/// What a co-funded coupon takes off an order of registered products, and who bears it (FE-06).
///
/// Below the minimum purchase nothing is taken off; no coupon takes off more than the subtotal.
pub fn co_funded_share(coupon: &CampaignCoupon, eligible_subtotal: Money) -> SharedDiscount {
    co_funded_share_of(coupon, CouponBasis::registered_only(eligible_subtotal))
}

/// What a co-funded coupon takes off an order, and who bears it (FE-06, CF-02).
pub fn co_funded_share_of(coupon: &CampaignCoupon, basis: CouponBasis) -> SharedDiscount {
    if basis.order_value < coupon.minimum_purchase {
        return SharedDiscount::none(basis.order_value);
    }
    let discount = coupon_discount(coupon.discount, basis.eligible_subtotal);
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

/// The one co-funded coupon that an order uses of those the customer claimed: the one that saves
/// most, the first of equal ones; none where none applies (CF-03).
///
/// Coupons for selected customers count only for one that the platform `selected`.
pub fn used_co_funded_coupon(
    claimed: &[CampaignCoupon],
    selected: bool,
    basis: CouponBasis,
) -> Option<(&CampaignCoupon, SharedDiscount)> {
    let mut best: Option<(&CampaignCoupon, SharedDiscount)> = None;
    for coupon in claimed {
        if coupon.target == CouponTarget::SelectedCustomers && !selected {
            continue;
        }
        let share = co_funded_share_of(coupon, basis);
        let least = best.map_or(Money::zero(share.discount.currency()), |(_, best)| {
            best.discount
        });
        if share.discount > least {
            best = Some((coupon, share));
        }
    }
    best
}

/// The coupons of an order: one co-funded coupon and one of the seller's own (CF-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CouponsUsed {
    /// The co-funded coupon.
    pub co_funded: SharedDiscount,
    /// The seller coupon, at most what the co-funded one leaves.
    pub seller_coupon: Money,
}

/// Combines the co-funded coupon that is used with the best one of the seller coupons (CF-03).
pub fn combined_coupons(
    co_funded: SharedDiscount,
    seller_coupons: &[Money],
    order_value: Money,
) -> CouponsUsed {
    let zero = Money::zero(order_value.currency());
    let best = seller_coupons.iter().copied().fold(zero, Money::max);
    let left = (order_value - co_funded.discount).or_zero();
    CouponsUsed {
        co_funded,
        seller_coupon: best.min(left),
    }
}

/// Who pays for the discounts of an order, as its details page shows it (FE-07).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderFunding {
    /// Campaign price times quantity.
    pub gross_sales: Money,
    /// The seller's own discounts and coupons.
    pub seller_discount: Money,
    /// The co-funded coupon.
    pub co_funded: SharedDiscount,
    /// Discounts that the platform pays alone.
    pub platform_discount: Money,
    /// What the customer pays for shipping.
    pub shipping_paid: Money,
}

impl OrderFunding {
    /// What the seller gives: own discounts and the share of the co-funded coupon.
    pub fn seller_contribution(self) -> Money {
        self.seller_discount + self.co_funded.seller
    }

    /// What the platform gives.
    pub fn platform_subsidy(self) -> Money {
        self.co_funded.platform + self.platform_discount
    }

    /// What the customer pays, shipping included.
    pub fn customer_pays(self) -> Money {
        self.gross_sales - self.seller_contribution() - self.platform_subsidy() + self.shipping_paid
    }

    /// What the seller is paid before fees: the platform makes its subsidy good.
    pub fn payout_before_fees(self) -> Money {
        self.customer_pays() + self.platform_subsidy()
    }

    /// What the campaign service fee is charged on: only the seller's part is a seller discount.
    pub fn campaign_sales(self) -> CampaignSales {
        CampaignSales {
            gross_sales: self.gross_sales,
            seller_discount: self.seller_contribution(),
            shipping_paid: self.shipping_paid,
        }
    }
}
