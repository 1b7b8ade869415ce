//! RG-10: the three ways to bring products into a registration.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-10",
    name: "ways_of_adding_products",
    grade: Grade::Capability,
    sources: &[
        Source::integrated_campaigns(
            "There are three ways to register products; the seller chooses one.",
        ).zh("报名商品有三种方式，由卖家选择其一。"),
        Source::public(
            "Products are picked by hand, imported from a file, or taken from the recommended ones.",
        ).zh("商品可以手工选择、从文件导入，或采用推荐的商品。"),
    ],
    figures: &[],
    page: include_str!("ways_of_adding_products.md"),
    checks: &[Check::Capability],
};
