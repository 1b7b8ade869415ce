//! CF: the co-funded coupons that come with a campaign.

mod campaign_coupon_terms;
mod coupon_on_registered_products;
mod one_co_funded_coupon_per_order;
pub(super) mod shared;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &campaign_coupon_terms::RULE,
    &coupon_on_registered_products::RULE,
    &one_co_funded_coupon_per_order::RULE,
];
