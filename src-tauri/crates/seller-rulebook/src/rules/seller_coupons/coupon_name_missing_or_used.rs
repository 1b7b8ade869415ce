//! CP-01: a coupon has a name, unique within the shop.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{CouponChange, CouponField};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-01",
    name: "coupon_name_missing_or_used",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "There are five types of seller coupons; each has a unique name that helps to manage it.",
        ).zh("商家优惠券有五种类型；每张都有便于管理的唯一名称。"),
        Source::house(
            "Names are the same when every letter is; coupons that are over keep their names.",
        ).zh("每个字符都相同才算同名；已结束的优惠券保留其名称。"),
    ],
    figures: &[],
    page: include_str!("coupon_name_missing_or_used.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::Name.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    let name = case.draft.name.trim();
    if name.is_empty() {
        return Verdict::Fail(vec![Fault::at(FIELD).variant("missing")]);
    }
    let used = |name: &str| case.others().any(|other| other.name.trim() == name);
    Verdict::fail_if(used(name), || {
        Fault::at(FIELD)
            .variant("used")
            .value(name)
            .changes(free_name(name, used).map(|to| CouponChange::Name { to }))
    })
}

/// The name with the first number behind it that no coupon has.
fn free_name(name: &str, used: impl Fn(&str) -> bool) -> Option<String> {
    (2..10_000)
        .map(|number| format!("{name} ({number})"))
        .find(|name| !used(name))
}
