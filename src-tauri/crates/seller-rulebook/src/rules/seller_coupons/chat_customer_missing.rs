//! CP-18: a chat coupon is for one named customer, and sending it is noted.

use super::shared::{speaks_against, speaks_for};
use crate::coupon_cases::{ClaimCase, CouponAct, CouponActCase, CouponCase};
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{CouponField, CouponKind, CouponState};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-18",
    name: "chat_customer_missing",
    grade: Grade::Block,
    sources: &[Source::seller_coupons(
        "A chat coupon is created for a specific customer and sent in the conversation.",
    )
    .zh("聊天优惠券为特定的顾客创建，并在对话中发送。")],
    figures: &[],
    page: include_str!("chat_customer_missing.md"),
    checks: &[
        Check::Coupon(check),
        Check::CouponAct(act),
        Check::Claim(claim),
    ],
};

const FIELD: &str = CouponField::Customer.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::Chat {
        return Verdict::NotApplicable;
    }
    let unnamed = case.draft.customer.trim().is_empty();
    Verdict::fail_if(unnamed, || Fault::at(FIELD).variant("missing"))
}

fn act(case: &CouponActCase<'_>) -> Verdict {
    if case.act != CouponAct::Send {
        return Verdict::NotApplicable;
    }
    let fault = |variant| Fault::at("sent").variant(variant);
    if case.coupon.terms.kind != CouponKind::Chat {
        return Verdict::Fail(vec![fault("not_chat")]);
    }
    let period = case.coupon.terms.period;
    match case.coupon.state(case.now) {
        CouponState::Ongoing => Verdict::Pass,
        CouponState::Upcoming => Verdict::Fail(vec![
            fault("sent_early")
                .graded(Grade::Warn)
                .limit(period.start)
                .gap(period.start - case.now),
        ]),
        CouponState::Deactivated => {
            Verdict::Fail(vec![fault("sent_late").value(Param::Term("deactivated"))])
        }
        CouponState::Draft | CouponState::Ended => {
            Verdict::Fail(vec![fault("sent_late").value(Param::Term("ended"))])
        }
    }
}

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::Chat {
        return Verdict::NotApplicable;
    }
    let named = |name: &str| name.trim().to_lowercase();
    let customer = named(&case.customer.name);
    let reason = match case.coupon.terms.customer.as_deref() {
        None => speaks_against(FIELD, "unknown"),
        Some(meant) if named(meant) == customer => speaks_for(FIELD, "named").value(meant),
        Some(meant) => speaks_against(FIELD, "somebody_else").limit(meant),
    };
    Verdict::Fail(vec![reason])
}
