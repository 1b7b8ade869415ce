//! What is charged on an order, and how co-funded discounts are shared.
//!
//! Every amount is rounded once, half up to the minor unit, where it is charged.

mod campaign;
mod co_funding;
mod programme;

pub use campaign::{CampaignSales, campaign_service_fee, extra_discount_amount};
pub use co_funding::{SharedDiscount, co_funded_share, coupon_discount};
pub use programme::{ProgrammeFee, ProgrammeSales, bonus_points, programme_fee};
