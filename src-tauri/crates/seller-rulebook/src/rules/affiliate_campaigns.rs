//! AF: affiliate partner campaigns, joined and opened.

mod approved_product_changed;
mod commission_rate_out_of_range;
mod contact_missing_or_malformed;
mod joining_incomplete;
mod joining_outside_registration;
mod own_campaign_out_of_limits;
mod partner_campaign_details;
mod partner_campaign_kinds;
mod samples_approved_automatically;
mod samples_below_approved;
mod shared;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &partner_campaign_kinds::RULE,
    &partner_campaign_details::RULE,
    &joining_incomplete::RULE,
    &joining_outside_registration::RULE,
    &commission_rate_out_of_range::RULE,
    &samples_approved_automatically::RULE,
    &samples_below_approved::RULE,
    &approved_product_changed::RULE,
    &own_campaign_out_of_limits::RULE,
    &contact_missing_or_malformed::RULE,
];
