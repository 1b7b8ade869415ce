//! CP-13: who is a new customer.

use super::shared::{speaks_against, speaks_for, yes_or_no};
use crate::coupon_cases::ClaimCase;
use crate::finding::Verdict;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::Instant;
use seller_domain::seller_coupon::{Audience, CouponField, CustomerOrder, CustomerRecord};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-13",
    name: "new_customer_status",
    grade: Grade::Value,
    sources: &[Source::seller_coupons(
        "A customer is new until an order is paid, even if it is refunded later; an unpaid order changes nothing.",
    ).zh("顾客在有订单付款之前都是新顾客，之后即使退款也不再是；未付款的订单不改变任何状态。")],
    figures: &[],
    page: include_str!("new_customer_status.md"),
    checks: &[Check::Claim(claim), Check::Value(work)],
};

const FIELD: &str = CouponField::Audience.as_str();

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.audience != Some(Audience::New) {
        return Verdict::NotApplicable;
    }
    let reason = match case.customer.first_payment(case.now) {
        Some(paid) => speaks_against(FIELD, "not_new").value(paid),
        None if case.customer.orders.is_empty() => speaks_for(FIELD, "new"),
        None => speaks_for(FIELD, "new_despite_order").value(case.customer.orders.len()),
    };
    Verdict::Fail(vec![reason])
}

fn work(given: &Given) -> Worked {
    let now = Instant::UNIX_EPOCH;
    let order = |(number, kind): (usize, String)| CustomerOrder {
        id: number.to_string(),
        placed_at: now,
        paid_at: (kind != "unpaid").then_some(now),
        refunded: kind == "refunded",
        products: Vec::new(),
    };
    let orders: Vec<String> = given.list_of("orders")?;
    let customer = CustomerRecord {
        orders: orders.into_iter().enumerate().map(order).collect(),
        ..CustomerRecord::default()
    };
    let is_new = customer.first_payment(now).is_none();
    Ok(vec![("new", yes_or_no(is_new))])
}
