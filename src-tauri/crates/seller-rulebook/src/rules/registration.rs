//! RG: registering products and pricing SKUs.

mod campaign_price_above_lowest_price;
mod campaign_price_finer_than_minor_unit;
mod campaign_price_missing;
mod campaign_price_not_below_retail_price;
mod campaign_price_outside_stated_range;
mod campaign_stock_out_of_limits;
mod extra_discount_below_minimum;
mod extra_discount_on_some_skus;
mod tier_terms_not_met;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &campaign_price_missing::RULE,
    &campaign_price_above_lowest_price::RULE,
    &campaign_price_outside_stated_range::RULE,
    &campaign_price_not_below_retail_price::RULE,
    &campaign_stock_out_of_limits::RULE,
    &campaign_price_finer_than_minor_unit::RULE,
    &extra_discount_on_some_skus::RULE,
    &extra_discount_below_minimum::RULE,
    &tier_terms_not_met::RULE,
];
