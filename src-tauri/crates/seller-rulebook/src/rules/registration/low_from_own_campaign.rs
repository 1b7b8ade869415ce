//! RG-23: a campaign price is remembered; the ceiling that it sets for later campaigns is shown.

use crate::cases::SkuCase;
use crate::facts::SkuFacts;
use crate::finding::{Fault, Verdict};
use crate::lowest_price::lowest_price;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Instant;
use seller_domain::price_history::{LookBackLevel, PriceKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-23",
    name: "low_from_own_campaign",
    grade: Grade::Info,
    sources: &[Source::public(
        "Prices of earlier campaigns count among the prices of the past days.",
    )
    .zh("以前活动的价格计入近期价格。")],
    figures: &["campaign.look_back_days"],
    page: include_str!("low_from_own_campaign.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    if !seen(case).any(|sku| was_in_a_campaign(sku, case.facts.now)) {
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

/// The SKUs whose prices the campaign looks at.
fn seen<'a>(case: &SkuCase<'a>) -> impl Iterator<Item = &'a SkuFacts> + use<'a> {
    let whole_product = case
        .look_back
        .is_some_and(|(look_back, _)| look_back.level == LookBackLevel::Product);
    let siblings = case.product.known.filter(|_| whole_product);
    let own = case.known.filter(|_| !whole_product);
    own.into_iter()
        .chain(siblings.into_iter().flat_map(|product| &product.skus))
}

fn was_in_a_campaign(sku: &SkuFacts, now: Instant) -> bool {
    sku.elsewhere
        .iter()
        .any(|plan| !plan.pending && plan.running.start < now)
        || sku
            .history
            .iter()
            .any(|record| record.kind == PriceKind::Campaign)
}
