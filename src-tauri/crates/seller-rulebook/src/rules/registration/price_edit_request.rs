//! RG-16: an edit of a registered price is a request, what can be asked for, and when it is decided.

use crate::cases::PriceEditCase;
use crate::finding::{Edit, Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use seller_domain::business_days::business_days_after;
use seller_domain::registration::ProductState;
use seller_domain::{Instant, Zone};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-16",
    name: "price_edit_request",
    grade: Grade::Capability,
    sources: &[
        Source::integrated_campaigns(
            "An edited price is submitted as a request, typically approved or rejected within 5 business days.",
        ).zh("修改后的价格作为申请提交，一般在 5 个工作日内通过或拒绝。"),
        Source::house(
            "Business days are weekdays that are no federal holiday of the United States; the day of the request does not count.",
        ).zh("工作日是指周一至周五中不属于美国联邦假日的日子；申请当天不计。"),
    ],
    figures: &["campaign.price_edit_business_days"],
    page: include_str!("price_edit_request.md"),
    checks: &[
        Check::Capability,
        Check::PriceEdit(check),
        Check::Value(work),
    ],
};

fn check(case: &PriceEditCase<'_>) -> Verdict {
    if case.change.is_some_and(|change| change.from == change.to) {
        return Verdict::NotApplicable;
    }
    let facts = case.setting.facts;
    let end = facts.campaign.running.end;
    let fault = if facts.campaign.running.is_over(facts.now) {
        Fault::at("campaign_price")
            .variant("over")
            .limit(end)
            .value(facts.now)
            .gap(facts.now - end)
    } else {
        match case.state {
            ProductState::Pending | ProductState::Registered => return Verdict::Pass,
            ProductState::SkuError { .. }
            | ProductState::Withdrawn
            | ProductState::Rejected { .. } => Fault::at("campaign_price")
                .variant("not_in")
                .value(case.state),
        }
    };
    let kept = case.change.map(|change| Edit::SetCampaignPrice {
        sku_id: change.sku_id.clone(),
        to: change.from,
    });
    Verdict::Fail(vec![fault.graded(Grade::Block).repairs(kept)])
}

fn work(given: &Given) -> Worked {
    let requested_at: Instant = given.read_as("requested_at")?;
    let name = given.text("zone")?;
    let zone = Zone::named(name).ok_or_else(|| NotWorked::Unreadable {
        name: "zone",
        text: name.to_owned(),
        why: "no time zone has this name".to_owned(),
    })?;
    let due = business_days_after(zone.day_of(requested_at), given.read_as("business_days")?);
    Ok(vec![("due", due.to_string())])
}
