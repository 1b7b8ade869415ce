//! CP-28: what each coupon has brought.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-28",
    name: "coupon_results",
    grade: Grade::Capability,
    sources: &[Source::seller_coupons(
        "The data of a promotion is seen from the list of promotions; ongoing and past review promotions stand in one table.",
    ).zh("可从促销列表查看促销数据；进行中和已结束的评价促销列在同一张表中。")],
    figures: &[],
    page: include_str!("coupon_results.md"),
    checks: &[Check::Capability],
};
