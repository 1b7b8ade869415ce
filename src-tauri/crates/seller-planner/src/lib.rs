//! What a registration is worth: the corridor of every price, unit economics,
//! the totals of a plan, strategies that fill thousands of prices, bulk repairs.
//!
//! Pure: drafts, facts and terms go in, figures come out. Amounts are reckoned
//! in whole minor units, and every rounding is the one that the fee formulas
//! of the domain name. What a rule allows is asked of the rulebook, never
//! decided here.
//!
//! Reading order: [`order_terms`] says what one order is charged, [`profit`]
//! what it leaves, [`corridor`] which prices are worth it, [`plan`] what a
//! whole draft brings; [`strategy`] and [`repair`] change drafts.

mod margin_floor;
mod minor_units;
pub mod order_terms;
mod settlement;

pub mod profit;

pub mod corridor;

pub mod plan;

pub mod strategy;

pub mod repair;

pub mod partner_campaign;
pub mod seller_coupon;

pub mod overlaps;
pub mod remembered_price;
pub mod smart_promotion_cost;

#[cfg(test)]
mod scene;

pub use corridor::{SkuCorridor, sku_corridor};
pub use order_terms::{OrderTerms, Scenario, UnknownTerms};
pub use plan::{Plan, plan};
pub use profit::{UnitEconomics, unit_economics};
pub use repair::{RepairChoice, RepairPlan, plan_repair};
pub use strategy::{Fill, Filled, Strategy, fill};
