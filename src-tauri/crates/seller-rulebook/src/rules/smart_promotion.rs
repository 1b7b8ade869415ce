//! SP: joining, staying in and leaving the Smart Promotion programme.

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[];
