//! The figures themselves. A new value is a new row with its first day; rows are never rewritten.

use super::{Figure, Value};
use crate::rule::Source;
use seller_domain::Market;

const fn everywhere(key: &'static str, value: Value, source: Source) -> Figure {
    Figure {
        key,
        market: None,
        from: None,
        until: None,
        value,
        source,
    }
}

const fn in_the_us(key: &'static str, value: Value, source: Source) -> Figure {
    Figure {
        key,
        market: Some(Market::Us),
        from: None,
        until: None,
        value,
        source,
    }
}

/// Every figure, grouped by the family that uses it.
pub static FIGURES: &[Figure] = &[
    everywhere(
        "smart_promotion.required_from",
        Value::Day("2026-04-01"),
        Source::smart_promotion_guide(
            "From April 2026 campaigns ask for Smart Promotion; the first of the month is our reading.",
        ),
    ),
    everywhere(
        "smart_promotion.required_scope",
        Value::Choice("all"),
        Source::smart_promotion_guide(
            "The answer on mandatory enrolment names all future campaigns, the overview the major ones.",
        ),
    ),
    everywhere(
        "smart_promotion.store_wide_rate",
        Value::BasisPoints(350),
        Source::public("The store-wide mode costs 3.5 % of GMV."),
    ),
    everywhere(
        "smart_promotion.campaign_surcharge",
        Value::BasisPoints(100),
        Source::public("Orders in a campaign carry one percentage point more."),
    ),
    in_the_us(
        "smart_promotion.points_per_unit",
        Value::Count(100),
        Source::smart_promotion_guide("Customers earn 100 points for every dollar spent."),
    ),
    everywhere(
        "smart_promotion.minimum_sps",
        Value::ScoreTenths(35),
        Source::public("The programme is offered to shops with a score of at least 3.5."),
    ),
    everywhere(
        "campaign.minimum_sps",
        Value::ScoreTenths(35),
        Source::integrated_campaigns("The Shop Performance Score must be 3.5 or higher."),
    ),
    in_the_us(
        "campaign.free_shipping_threshold_at_most",
        Value::MinorUnits(30_00),
        Source::integrated_campaigns("The threshold for free shipping must be $30 or less."),
    ),
    everywhere(
        "campaign.participation_ends_below_sps",
        Value::ScoreTenths(25),
        Source::public("A score under 2.5 after acceptance ends participation."),
    ),
    everywhere(
        "campaign.participation_warns_below_sps",
        Value::ScoreTenths(30),
        Source::public("A score under 3.0 after acceptance is a warning."),
    ),
    everywhere(
        "campaign.violations_below",
        Value::Count(3),
        Source::public(
            "Shops with fewer than 3 violations for prohibited content or products can register.",
        ),
    ),
    everywhere(
        "campaign.violations_days",
        Value::Count(30),
        Source::public("Violations of the last 30 days count."),
    ),
    everywhere(
        "campaign.look_back_days",
        Value::Count(30),
        Source::integrated_campaigns(
            "Campaign prices are typically at or below the lowest price in the past 30 days.",
        ),
    ),
    everywhere(
        "campaign.look_back_starts",
        Value::Choice("start_of_day"),
        Source::house("A day counts from its midnight in the shop's zone."),
    ),
    everywhere(
        "campaign.look_back_level",
        Value::Choice("sku"),
        Source::house("Each SKU has a low of its own."),
    ),
    everywhere(
        "campaign.look_back_first_record",
        Value::Choice("in_force_at_start"),
        Source::house("A price in force when the window opens counts."),
    ),
    everywhere(
        "campaign.against_retail",
        Value::Choice("below"),
        Source::public(
            "The upload template asks for a price lower than the retail and the discount price.",
        ),
    ),
    everywhere(
        "campaign.service_fee_rate",
        Value::BasisPoints(100),
        Source::integrated_campaigns("A campaign service fee of 1 % applies to every order."),
    ),
    everywhere(
        "campaign.price_edit_business_days",
        Value::Count(5),
        Source::integrated_campaigns("Edits are typically decided within 5 business days."),
    ),
    in_the_us(
        "fees.referral_rate",
        Value::BasisPoints(600),
        Source::public(
            "The referral fee is 6 % of customer payment plus platform discount less tax.",
        ),
    ),
];
