//! FE: what a campaign charges, and how co-funded discounts are shared.

mod campaign_service_fee;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[&campaign_service_fee::RULE];
