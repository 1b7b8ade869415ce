//! PF: discounts that TikTok pays, and the switches that a shop leaves and joins them with.

mod conditions_and_combinations;
mod coupon_after_cancelled_order;
mod flash_deal_and_product_incentive;
mod funded_amount_by_type;
mod funded_promotion_types;
mod joining_again;
mod markets_with_funded_promotions;
mod shared;
mod shipping_fee_split;
mod single_products_or_brands_left_out;
mod switched_again_within_days;
mod switched_without_confirmation;
mod what_leaving_a_type_takes;

pub use flash_deal_and_product_incentive::incentive_on_live_flash_price;
pub use markets_with_funded_promotions::funded_promotions_offered;
pub use switched_again_within_days::prices_may_differ_until;
pub use what_leaving_a_type_takes::{SwitchConsequences, switch_consequences};

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &funded_promotion_types::RULE,
    &switched_without_confirmation::RULE,
    &single_products_or_brands_left_out::RULE,
    &joining_again::RULE,
    &what_leaving_a_type_takes::RULE,
    &switched_again_within_days::RULE,
    &flash_deal_and_product_incentive::RULE,
    &conditions_and_combinations::RULE,
    &shipping_fee_split::RULE,
    &coupon_after_cancelled_order::RULE,
    &funded_amount_by_type::RULE,
    &markets_with_funded_promotions::RULE,
];
