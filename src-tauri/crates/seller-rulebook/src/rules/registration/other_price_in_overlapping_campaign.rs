//! RG-22: the same SKU at different prices in campaigns that overlap is pointed out.

use crate::cases::SkuCase;
use crate::facts::OtherPlan;
use crate::finding::{Edit, Fault, Verdict};
use crate::review::corridor;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Money;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-22",
    name: "other_price_in_overlapping_campaign",
    grade: Grade::Warn,
    sources: &[Source::public(
        "A SKU in several promotions at the same time is sold at the lowest of their prices.",
    )
    .zh("同时参加多个促销的 SKU，按其中最低的价格销售。")],
    figures: &[],
    page: include_str!("other_price_in_overlapping_campaign.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    let (Some(price), Some(sku)) = (case.entry.campaign_price, case.known) else {
        return Verdict::NotApplicable;
    };
    if sku.elsewhere.is_empty() || price.currency() != case.currency() {
        return Verdict::NotApplicable;
    }
    let running = case.facts.campaign.running;
    let overlapping = || {
        sku.elsewhere
            .iter()
            .filter(|plan| plan.running.overlaps(running))
    };
    let repair = common_price(overlapping())
        .filter(|common| corridor(case).allows(*common))
        .map(|to| Edit::SetCampaignPrice {
            sku_id: case.entry.sku_id.clone(),
            to,
        });
    let faults: Vec<_> = overlapping()
        .filter(|plan| plan.price != price)
        .map(|plan| fault(plan, price).repairs(repair.clone()))
        .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn fault(plan: &OtherPlan, price: Money) -> Fault {
    let gap = (price - plan.price).amount().abs();
    Fault::at("campaign_price")
        .limit(plan.price)
        .value(price)
        .gap(Money::new(gap, price.currency()))
        .because("campaign", plan.campaign_name.clone())
        .because("starts", plan.running.start)
        .because("ends", plan.running.end)
}

/// The price of all plans, if they agree.
fn common_price<'a>(mut plans: impl Iterator<Item = &'a OtherPlan>) -> Option<Money> {
    let first = plans.next()?.price;
    plans.all(|plan| plan.price == first).then_some(first)
}
