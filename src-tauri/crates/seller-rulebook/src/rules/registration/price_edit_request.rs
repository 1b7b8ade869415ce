//! RG-16: an edit of a registered price is a request, and when it is decided.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use seller_domain::business_days::business_days_after;
use seller_domain::{Instant, Zone};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-16",
    name: "price_edit_request",
    grade: Grade::Capability,
    sources: &[
        Source::integrated_campaigns(
            "An edited price is submitted as a request, typically approved or rejected within 5 business days.",
        ),
        Source::house(
            "Business days are weekdays that are no federal holiday of the United States; the day of the request does not count.",
        ),
    ],
    figures: &["campaign.price_edit_business_days"],
    page: include_str!("price_edit_request.md"),
    checks: &[Check::Capability, Check::Value(work)],
};

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
