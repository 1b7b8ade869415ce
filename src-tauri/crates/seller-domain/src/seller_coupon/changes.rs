//! Single changes of a coupon draft: the steps of repairs.

use super::{Audience, ClaimLimit, CouponDraft, CouponKind, CouponScope, Validity};
use crate::ids::ProductId;
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One change of a coupon draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "field", rename_all = "snake_case")]
pub enum CouponChange {
    /// Another name.
    Name {
        /// The name.
        to: String,
    },
    /// Another claim period.
    Period {
        /// The period.
        to: Period,
    },
    /// Another validity.
    Validity {
        /// The validity; none clears it.
        to: Option<Validity>,
    },
    /// Another amount.
    Amount {
        /// The amount; none clears it.
        to: Option<Money>,
    },
    /// Another percentage.
    Rate {
        /// The percentage; none clears it.
        to: Option<Percent>,
    },
    /// Another maximum discount.
    MaximumDiscount {
        /// The amount; none: no maximum.
        to: Option<Money>,
    },
    /// Another minimum spend.
    MinimumSpend {
        /// The amount; none: every order.
        to: Option<Money>,
    },
    /// Another quantity.
    Quantity {
        /// How many.
        to: u32,
    },
    /// Another number of claims per customer.
    ClaimsPerCustomer {
        /// The limit.
        to: ClaimLimit,
    },
    /// Other products, or the whole shop.
    Scope {
        /// The scope.
        to: CouponScope,
    },
    /// Fewer products.
    LeaveOutProducts {
        /// Those that go.
        ids: Vec<ProductId>,
    },
    /// Another claim code.
    ClaimCode {
        /// The seller's part of it.
        to: String,
    },
    /// Another type.
    Kind {
        /// The type.
        to: CouponKind,
    },
    /// Another audience.
    Audience {
        /// Who can claim it.
        to: Audience,
    },
    /// Another customer.
    Customer {
        /// The customer of a chat coupon.
        to: String,
    },
}

impl CouponDraft {
    /// Makes `change`.
    pub fn apply(&mut self, change: &CouponChange) {
        match change.clone() {
            CouponChange::Name { to } => self.name = to,
            CouponChange::Period { to } => self.period = Some(to),
            CouponChange::Validity { to } => self.validity = to,
            CouponChange::Amount { to } => self.amount = to,
            CouponChange::Rate { to } => self.rate = to,
            CouponChange::MaximumDiscount { to } => self.maximum_discount = to,
            CouponChange::MinimumSpend { to } => self.minimum_spend = to,
            CouponChange::Quantity { to } => self.quantity = Some(to.into()),
            CouponChange::ClaimsPerCustomer { to } => self.claims_per_customer = to,
            CouponChange::Scope { to } => self.scope = to,
            CouponChange::LeaveOutProducts { ids } => {
                if let CouponScope::Products { ids: chosen } = &mut self.scope {
                    chosen.retain(|id| !ids.contains(id));
                }
            }
            CouponChange::ClaimCode { to } => self.claim_code = to,
            CouponChange::Kind { to } => self.kind = to,
            CouponChange::Audience { to } => self.audience = to,
            CouponChange::Customer { to } => self.customer = to,
        }
    }
}
