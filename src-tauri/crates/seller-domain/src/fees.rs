//! What is charged on an order, and how co-funded discounts are shared.
//!
//! Every amount is rounded once, half up to the minor unit, where it is charged.

mod campaign;
mod co_funding;
mod programme;
#[cfg(test)]
mod tests;

pub use campaign::{
    CampaignCharges, CampaignLine, CampaignOffer, CampaignRates, CampaignSales, ChargedOrders,
    ReturnedFee, applicable_campaign, campaign_charges, campaign_service_fee,
    extra_discount_amount, order_service_fee, returned_order_fee,
};
pub use co_funding::{
    CouponBasis, CouponsUsed, OrderFunding, SharedDiscount, co_funded_share, co_funded_share_of,
    combined_coupons, coupon_discount, used_co_funded_coupon,
};
pub use programme::{ProgrammeFee, ProgrammeSales, bonus_points, programme_fee};
