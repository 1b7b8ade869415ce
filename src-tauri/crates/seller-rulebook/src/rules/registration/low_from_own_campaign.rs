//! RG-23: a campaign price is remembered; the ceiling that it sets for later campaigns is shown.

use crate::cases::SkuCase;
use crate::facts::SkuFacts;
use crate::finding::{Fault, Verdict};
use crate::lowest_price::lowest_price;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::price_history::PriceKind;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-23",
    name: "low_from_own_campaign",
    grade: Grade::Info,
    sources: &[Source::public(
        "Prices of earlier campaigns count among the prices of the past days.",
    )],
    figures: &["campaign.look_back_days"],
    page: include_str!("low_from_own_campaign.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    let product = case.product.known;
    if !product.is_some_and(|product| product.skus.iter().any(was_in_a_campaign)) {
        return Verdict::NotApplicable;
    }
    let Some(lowest) = lowest_price(case) else {
        return Verdict::NotApplicable;
    };
    let Some(record) = lowest
        .record
        .filter(|record| record.kind == PriceKind::Campaign)
    else {
        return Verdict::Pass;
    };
    let fault = Fault::at("campaign_price")
        .limit(lowest.price)
        .because("since", record.from)
        .because("days", lowest.look_back.days);
    Verdict::Fail(vec![
        match lowest.look_back.last_day_seen(&record, case.zone()) {
            Some(day) => fault.because("last_day", day),
            None => fault.variant("lasting"),
        },
    ])
}

fn was_in_a_campaign(sku: &SkuFacts) -> bool {
    !sku.elsewhere.is_empty()
        || sku
            .history
            .iter()
            .any(|record| record.kind == PriceKind::Campaign)
}
