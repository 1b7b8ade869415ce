//! PF-10: when a customer gets a platform coupon back.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::funded_promotion::coupon_return::{CouponReturn, OrderOutcome, returned_coupon};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-10",
    name: "coupon_after_cancelled_order",
    grade: Grade::Value,
    sources: &[
        Source::funded_promotions(
            "A closed transaction or a full refund gives the coupon back; past its validity it cannot be used all the same.",
        ).zh("交易关闭或全额退款会退回优惠券；过了有效期仍不能使用。"),
        Source::house("A partial refund is no full one, so it gives nothing back.").zh("部分退款不是全额退款，因此不退回优惠券。"),
    ],
    figures: &[],
    page: include_str!("coupon_after_cancelled_order.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let outcome = given.choice(
        "order",
        &[
            ("kept", OrderOutcome::Kept),
            ("closed", OrderOutcome::Closed),
            ("fully refunded", OrderOutcome::FullyRefunded),
            ("partly refunded", OrderOutcome::PartlyRefunded),
        ],
    )?;
    let coupon = returned_coupon(
        outcome,
        given.read_as("ended_at")?,
        given.read_as("valid_until")?,
    );
    let (returned, usable) = match coupon {
        CouponReturn::UsedUp => ("no", "no"),
        CouponReturn::Usable { .. } => ("yes", "yes"),
        CouponReturn::Expired { .. } => ("yes", "no"),
    };
    Ok(vec![
        ("returned", returned.to_owned()),
        ("usable", usable.to_owned()),
    ])
}
