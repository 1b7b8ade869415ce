//! RG: registering products and pricing SKUs.

mod campaign_price_above_lowest_price;
mod campaign_price_missing;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &campaign_price_missing::RULE,
    &campaign_price_above_lowest_price::RULE,
];
