//! RG: registering products and pricing SKUs.

mod bulk_repair;
mod campaign_price_above_lowest_price;
mod campaign_price_finer_than_minor_unit;
mod campaign_price_missing;
mod campaign_price_not_below_retail_price;
mod campaign_price_outside_stated_range;
mod campaign_stock_out_of_limits;
mod catalogue_change_of_registered_product;
mod category_change_of_registered_product;
mod extra_discount_below_minimum;
mod extra_discount_on_some_skus;
mod further_campaigns_proposed;
mod low_from_own_campaign;
mod one_registration_for_sub_campaigns;
mod other_price_in_overlapping_campaign;
mod platform_decisions;
mod prefilled_prices;
mod price_edit_request;
mod price_edit_under_review;
mod price_recommendations;
mod product_or_sku_not_on_sale;
mod product_refused_with_sku;
mod tier_terms_not_met;
mod ways_of_adding_products;
mod withdrawal;

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
    &ways_of_adding_products::RULE,
    &prefilled_prices::RULE,
    &product_refused_with_sku::RULE,
    &product_or_sku_not_on_sale::RULE,
    &platform_decisions::RULE,
    &price_recommendations::RULE,
    &price_edit_request::RULE,
    &price_edit_under_review::RULE,
    &withdrawal::RULE,
    &catalogue_change_of_registered_product::RULE,
    &category_change_of_registered_product::RULE,
    &bulk_repair::RULE,
    &other_price_in_overlapping_campaign::RULE,
    &low_from_own_campaign::RULE,
    &one_registration_for_sub_campaigns::RULE,
    &further_campaigns_proposed::RULE,
];
