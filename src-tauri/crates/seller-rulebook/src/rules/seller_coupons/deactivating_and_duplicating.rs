//! CP-24: a coupon can be ended for good and its settings used again.

use super::shared::speaks_against;
use crate::coupon_cases::{ClaimCase, CouponAct, CouponActCase};
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::CouponState;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-24",
    name: "deactivating_and_duplicating",
    grade: Grade::Capability,
    sources: &[Source::seller_coupons(
        "Deactivating stops an ongoing promotion at once or cancels an upcoming one; duplicating clones the settings of any coupon.",
    ).zh("停用会立即停止进行中的促销或取消未开始的促销；复制会沿用任一优惠券的设置。")],
    figures: &[],
    page: include_str!("deactivating_and_duplicating.md"),
    checks: &[
        Check::Capability,
        Check::CouponAct(act),
        Check::Claim(claim),
    ],
};

const FIELD: &str = "state";

fn act(case: &CouponActCase<'_>) -> Verdict {
    if case.act != CouponAct::Deactivate {
        return Verdict::NotApplicable;
    }
    let fault = |variant| Fault::at(FIELD).variant(variant).graded(Grade::Block);
    let period = case.coupon.terms.period;
    match case.coupon.state(case.now) {
        CouponState::Upcoming | CouponState::Ongoing => Verdict::Pass,
        CouponState::Draft | CouponState::Ended => {
            Verdict::Fail(vec![fault("ended_already").value(period.end)])
        }
        CouponState::Deactivated => {
            let at = case.coupon.deactivated_at.unwrap_or(case.now);
            Verdict::Fail(vec![fault("deactivated_already").value(at)])
        }
    }
}

fn claim(case: &ClaimCase<'_>) -> Verdict {
    match case.coupon.deactivated_at {
        None => Verdict::NotApplicable,
        Some(at) => Verdict::Fail(vec![speaks_against(FIELD, "deactivated").value(at)]),
    }
}
