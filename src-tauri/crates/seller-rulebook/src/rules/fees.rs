//! FE: what a campaign charges, and how co-funded discounts are shared.

mod campaign_service_fee;
mod exact_money;
mod fee_after_withdrawal;
mod fee_of_returned_order;
mod one_fee_for_several_campaigns;
mod order_contributions;
mod shared;
mod shared_coupon_cost;
mod surcharge_and_service_fee;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &campaign_service_fee::RULE,
    &one_fee_for_several_campaigns::RULE,
    &fee_after_withdrawal::RULE,
    &fee_of_returned_order::RULE,
    &surcharge_and_service_fee::RULE,
    &shared_coupon_cost::RULE,
    &order_contributions::RULE,
    &exact_money::RULE,
];
