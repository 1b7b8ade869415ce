//! CE: what a shop must be and have to register for a campaign.

mod shop_score_below_minimum;

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[&shop_score_below_minimum::RULE];
