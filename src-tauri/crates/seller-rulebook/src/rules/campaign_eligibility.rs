//! CE: what a shop must be and have to register for a campaign.

mod campaign_kinds;
mod coupon_not_registered;
mod eligibility_page;
mod free_shipping_threshold_too_high;
mod outside_registration_window;
mod shop_score_below_minimum;
mod shop_score_endangers_participation;
mod too_many_violations;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &shop_score_below_minimum::RULE,
    &free_shipping_threshold_too_high::RULE,
    &coupon_not_registered::RULE,
    &outside_registration_window::RULE,
    &shop_score_endangers_participation::RULE,
    &too_many_violations::RULE,
    &eligibility_page::RULE,
    &campaign_kinds::RULE,
];
