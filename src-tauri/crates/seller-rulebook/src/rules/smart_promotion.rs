//! SP: joining, staying in and leaving the Smart Promotion programme.

mod bonus_points;
mod enrolment_step_or_terms_differ;
mod ineligible_campaign_leads_to_enrolment;
mod join_program_criterion;
mod leaving_while_campaigns_count_on_it;
mod other_mode_joined;
mod product_exclusions;
mod programme_fee;
mod shared;
mod shop_score_below_programme_minimum;
mod smart_promotion_not_joined;

pub use leaving_while_campaigns_count_on_it::{LeavingConsequences, leaving_consequences};

use crate::rule::Rule;

/// The family, in the order of the ids.
pub static RULES: &[&Rule] = &[
    &smart_promotion_not_joined::RULE,
    &other_mode_joined::RULE,
    &ineligible_campaign_leads_to_enrolment::RULE,
    &enrolment_step_or_terms_differ::RULE,
    &join_program_criterion::RULE,
    &leaving_while_campaigns_count_on_it::RULE,
    &product_exclusions::RULE,
    &programme_fee::RULE,
    &bonus_points::RULE,
    &shop_score_below_programme_minimum::RULE,
];
