//! What Smart Promotion charges, and the points its customers earn (SP-08, SP-09).

use crate::money::Money;
use crate::smart_promotion::{Mode, Terms};
use rust_decimal::{Decimal, prelude::ToPrimitive};

/// What Smart Promotion is charged on. GMV is what goods sold for after the seller's own discounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProgrammeSales {
    /// Of all orders of the store.
    pub gmv: Money,
    /// Of the orders that carried a discount of the programme.
    pub discounted_gmv: Money,
    /// Of the orders of campaigns.
    pub campaign_gmv: Money,
}

/// What Smart Promotion charges (SP-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProgrammeFee {
    /// The rate on the sales that the mode counts.
    pub fee: Money,
    /// What campaigns add; whether it is charged beside the service fee is FE-05.
    pub surcharge: Money,
}

/// What the confirmed terms charge: on all GMV in the store-wide mode, on discounted orders in
/// the co-funded one, at the exempted rate where there is one (SP-08).
pub fn programme_fee(terms: &Terms, sales: ProgrammeSales) -> ProgrammeFee {
    let counted = match terms.mode {
        Mode::StoreWide => sales.gmv,
        Mode::CoFunded => sales.discounted_gmv,
    };
    let charged = |rate: crate::Percent, base: Money| rate.of(base.or_zero()).rounded_half_up();
    ProgrammeFee {
        fee: charged(terms.applicable_rate(), counted),
        surcharge: charged(terms.campaign_surcharge, sales.campaign_gmv),
    }
}

/// The points that a customer earns: `per_unit` for each unit of the currency, parts of a unit
/// in proportion, rounded down to whole points (SP-09).
pub fn bonus_points(per_unit: u32, spent: Money) -> u64 {
    let points = spent.or_zero().amount() * Decimal::from(per_unit);
    points.trunc().to_u64().unwrap_or(u64::MAX)
}
