//! What a coupon takes off an order, and what all of them can cost (CP-08, CP-09).

use super::CouponTerms;
use crate::campaign::CouponDiscount;
use crate::fees::coupon_discount;
use crate::money::Money;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use ts_rs::TS;

impl CouponTerms {
    /// What it takes off an order whose eligible products cost `order_value` after product
    /// discounts; none below the minimum spend (CP-08).
    pub fn taken_off(&self, order_value: Money) -> Option<Money> {
        let reached = self
            .minimum_spend
            .is_none_or(|minimum| order_value >= minimum);
        reached.then(|| coupon_discount(self.discount, order_value))
    }
}

/// What a coupon costs the seller (CP-09).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CouponSpend {
    /// If every coupon is used on a typical order; none where nothing says what is typical.
    pub estimated: Option<Money>,
    /// If every coupon is used at its largest discount; none: a percentage without a maximum has
    /// no upper limit.
    pub worst: Option<Money>,
}

/// What `quantity` coupons cost.
///
/// The typical order is the shop's average order value, or the minimum spend where that is
/// higher or the average is not known. A fixed amount needs neither.
pub fn coupon_spend(
    discount: CouponDiscount,
    minimum_spend: Option<Money>,
    quantity: NonZeroU32,
    average_order_value: Option<Money>,
) -> CouponSpend {
    let all = |each: Money| each * Decimal::from(quantity.get());
    let typical = match (minimum_spend, average_order_value) {
        (Some(minimum), Some(average)) => Some(minimum.max(average)),
        (minimum, average) => minimum.or(average),
    };
    let estimated = match discount {
        CouponDiscount::Fixed { amount } => Some(amount),
        CouponDiscount::Percentage { .. } => {
            typical.map(|order_value| coupon_discount(discount, order_value))
        }
    };
    CouponSpend {
        estimated: estimated.map(all),
        worst: worst_discount(discount).map(all),
    }
}

/// The largest discount of one coupon; none: a percentage without a maximum has none.
pub fn worst_discount(discount: CouponDiscount) -> Option<Money> {
    match discount {
        CouponDiscount::Fixed { amount } => Some(amount),
        CouponDiscount::Percentage { maximum, .. } => maximum,
    }
}
