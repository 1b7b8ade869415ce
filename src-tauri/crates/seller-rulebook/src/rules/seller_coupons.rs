//! CP: coupons that the seller funds alone.

mod addon_coupon_may_appear;
mod chat_customer_missing;
mod claim_code_in_use;
mod claim_code_malformed;
mod claim_period_out_of_range;
mod coupon_audience;
mod coupon_discount_unclear_or_too_small;
mod coupon_history;
mod coupon_name_missing_or_used;
mod coupon_products_out_of_limits;
mod coupon_quantity_not_whole;
mod coupon_results;
mod coupon_validity_does_not_fit;
mod deactivating_and_duplicating;
mod discount_beyond_minimum_spend;
mod incentivized_review_label;
mod minimum_spend_after_product_discounts;
mod new_customer_coupons_overlap;
mod new_customer_status;
mod one_follower_coupon_for_life;
mod one_seller_coupon_per_order;
mod percentage_out_of_range;
mod promo_code_period_out_of_range;
mod promo_code_terms;
mod qualifying_review;
mod review_coupon_per_order;
mod review_coupons_overlap;
mod rewarding_amount_too_small;
mod running_coupon_changed;
mod shared;
mod sharing_claim_code;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &coupon_name_missing_or_used::RULE,
    &claim_period_out_of_range::RULE,
    &coupon_validity_does_not_fit::RULE,
    &coupon_discount_unclear_or_too_small::RULE,
    &rewarding_amount_too_small::RULE,
    &percentage_out_of_range::RULE,
    &discount_beyond_minimum_spend::RULE,
    &minimum_spend_after_product_discounts::RULE,
    &coupon_quantity_not_whole::RULE,
    &coupon_products_out_of_limits::RULE,
    &coupon_audience::RULE,
    &new_customer_coupons_overlap::RULE,
    &new_customer_status::RULE,
    &one_follower_coupon_for_life::RULE,
    &qualifying_review::RULE,
    &review_coupons_overlap::RULE,
    &review_coupon_per_order::RULE,
    &chat_customer_missing::RULE,
    &promo_code_period_out_of_range::RULE,
    &claim_code_malformed::RULE,
    &claim_code_in_use::RULE,
    &promo_code_terms::RULE,
    &one_seller_coupon_per_order::RULE,
    &deactivating_and_duplicating::RULE,
    &coupon_history::RULE,
    &addon_coupon_may_appear::RULE,
    &running_coupon_changed::RULE,
    &coupon_results::RULE,
    &incentivized_review_label::RULE,
    &sharing_claim_code::RULE,
];
