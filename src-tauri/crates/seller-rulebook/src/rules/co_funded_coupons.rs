//! CF: the co-funded coupons that come with a campaign.

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[];
