//! AF-04: products are registered while registration is open, by shops in the campaign's scope.

use crate::finding::{Fault, Verdict};
use crate::partner_cases::PartnerEntryCase;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::partner_campaign::SellerScope;

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-04",
    name: "joining_outside_registration",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns(
            "An agency's campaign has a registration period and lets selected or all sellers join.",
        ).zh("机构活动有报名期，面向指定商家或所有商家。"),
        Source::house(
            "The first moment of the registration period is inside, its end is not; who is selected is noted by the seller.",
        ).zh("报名期包含开始的那一刻，不包含结束的那一刻；是否在指定商家之列由卖家记录。"),
    ],
    figures: &[],
    page: include_str!("joining_outside_registration.md"),
    checks: &[Check::PartnerEntry(check)],
};

fn check(case: &PartnerEntryCase<'_>) -> Verdict {
    let registration = case.campaign.registration;
    let now = case.now;
    let in_time = |variant| Fault::at("registration").variant(variant).value(now);
    let mut faults = Vec::new();
    if now < registration.start {
        let start = registration.start;
        faults.push(in_time("not_yet").limit(start).gap(start - now));
    } else if registration.is_over(now) {
        let end = registration.end;
        faults.push(in_time("over").limit(end).gap(now - end));
    }
    match case.campaign.scope {
        SellerScope::AllSellers
        | SellerScope::SelectedSellers {
            this_shop: Some(true),
        } => {}
        SellerScope::SelectedSellers {
            this_shop: Some(false),
        } => faults.push(Fault::at("scope").variant("not_selected")),
        SellerScope::SelectedSellers { this_shop: None } => {
            faults.push(Fault::at("scope").variant("not_noted"));
        }
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}
