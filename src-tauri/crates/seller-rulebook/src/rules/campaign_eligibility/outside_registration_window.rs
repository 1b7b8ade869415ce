//! CE-04: products are registered inside the window, and again before its deadline once they are out.

use crate::cases::{ProductCase, ShopCase};
use crate::finding::{Criterion, Edit, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Instant;
use seller_domain::registration::ProductState;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CE-04",
    name: "outside_registration_window",
    grade: Grade::Block,
    sources: &[
        Source::integrated_campaigns(
            "A product in SKU error is withdrawn and registered again before the campaign deadline.",
        ).zh("处于 SKU 异常的商品须在活动截止时间之前撤回并重新报名。"),
        Source::affiliate_campaigns("Products are added during the registration period only.").zh("商品只能在报名期内添加。"),
        Source::house("The window includes its first moment and excludes its last.").zh("报名期包含开始的那一刻，不包含结束的那一刻。"),
    ],
    figures: &[],
    page: include_str!("outside_registration_window.md"),
    checks: &[Check::Shop(check), Check::Entering(check_product)],
};

const FIELD: &str = "registration";

fn check(case: &ShopCase<'_>) -> Criterion {
    let campaign = &case.facts.campaign;
    let now = case.facts.now;
    let window = campaign.registration;
    let fault = if now < window.start {
        Some(
            Fault::at(FIELD)
                .variant("too_early")
                .limit(window.start)
                .gap(window.start - now),
        )
    } else if now < window.end {
        None
    } else if now < campaign.re_registration_ends() {
        // New products are refused one by one; those that are registered again may pass.
        Some(
            late(FIELD, "only_again", window.end, now)
                .graded(Grade::Info)
                .because("deadline", campaign.re_registration_ends()),
        )
    } else {
        Some(late(FIELD, "too_late", window.end, now))
    };
    let ends = [window.start, window.end];
    Criterion::asks(FIELD, Param::List(ends.map(Param::Instant).to_vec()))
        .has(now)
        .because("from", window.start)
        .because("until", window.end)
        .verdict(fault.map_or(Verdict::Pass, |fault| Verdict::Fail(vec![fault.value(now)])))
}

fn check_product(case: &ProductCase<'_>) -> Verdict {
    let campaign = &case.facts.campaign;
    let now = case.facts.now;
    let Some(known) = case.known else {
        return Verdict::NotApplicable;
    };
    let deadline = campaign.re_registration_ends();
    let missed = || late(FIELD, "deadline_passed", deadline, now).value(now);
    let fault = match &known.state {
        Some(ProductState::Withdrawn | ProductState::Rejected { .. }) => {
            (now >= deadline).then(missed)
        }
        Some(ProductState::SkuError { .. }) if now >= deadline => Some(missed()),
        Some(state) => Some(Fault::at(FIELD).variant("still_in").value(state)),
        None if now < deadline => (now >= campaign.registration.end)
            .then(|| late(FIELD, "new_too_late", campaign.registration.end, now).value(now)),
        // While everything is closed the criterion of the shop says so once.
        None => return Verdict::NotApplicable,
    };
    fault.map_or(Verdict::Pass, |fault| {
        let product_id = case.entry.product_id.clone();
        Verdict::Fail(vec![fault.repair(Edit::RemoveProduct { product_id })])
    })
}

fn late(field: &'static str, variant: &'static str, limit: Instant, now: Instant) -> Fault {
    Fault::at(field)
        .variant(variant)
        .limit(limit)
        .gap(now - limit)
}
