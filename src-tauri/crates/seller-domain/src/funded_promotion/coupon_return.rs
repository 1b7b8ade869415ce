//! What becomes of a platform coupon when the order it was used on comes to nothing (PF-10).

use crate::clock::Instant;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an order with a platform coupon ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderOutcome {
    /// The buyer keeps the goods.
    Kept,
    /// It was cancelled and the transaction closed.
    Closed,
    /// Everything in it was refunded.
    FullyRefunded,
    /// A part of it was refunded.
    PartlyRefunded,
}

/// What becomes of the coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouponReturn {
    /// It is used up.
    UsedUp,
    /// The customer has it back and can use it.
    Usable {
        /// The first moment at which it is over.
        #[ts(type = "string")]
        until: Instant,
    },
    /// The customer has it back, and it is over.
    Expired {
        /// Since when.
        #[ts(type = "string")]
        since: Instant,
    },
}

/// What becomes of a coupon that is valid up to `valid_until` when its order ended as `outcome`
/// at `ended_at` (PF-10). The end of the validity is no longer in it.
pub fn returned_coupon(
    outcome: OrderOutcome,
    ended_at: Instant,
    valid_until: Instant,
) -> CouponReturn {
    match outcome {
        OrderOutcome::Kept | OrderOutcome::PartlyRefunded => CouponReturn::UsedUp,
        OrderOutcome::Closed | OrderOutcome::FullyRefunded if ended_at < valid_until => {
            CouponReturn::Usable { until: valid_until }
        }
        OrderOutcome::Closed | OrderOutcome::FullyRefunded => {
            CouponReturn::Expired { since: valid_until }
        }
    }
}
