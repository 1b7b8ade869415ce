//! PF-03: a type is left for all products and brands, never for some.

use super::markets_with_funded_promotions::funded_promotions_offered;
use super::shared::type_term;
use crate::finding::{Fault, Param, Verdict};
use crate::funded_cases::SwitchCase;
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-03",
    name: "single_products_or_brands_left_out",
    grade: Grade::Block,
    sources: &[Source::funded_promotions(
        "Leaving a type leaves all its activities; single products or brands cannot be left out, all of them go.",
    ).zh("退出一种类型即退出其全部活动；不能排除个别商品或品牌，只能全部退出。")],
    figures: &["funded.offered"],
    page: include_str!("single_products_or_brands_left_out.md"),
    checks: &[Check::Switch(check)],
};

/// So many are named in a message; the rest are counted.
const NAMED: usize = 3;

fn check(case: &SwitchCase<'_>) -> Verdict {
    if !funded_promotions_offered(case.policy) {
        return Verdict::NotApplicable;
    }
    let except = case.except;
    let products = except.product_ids.iter().map(Param::from).collect();
    let brands = except.brands.iter().cloned().map(Param::Text).collect();
    let faults: Vec<Fault> = [
        ("except.product_ids", "products", products),
        ("except.brands", "brands", brands),
    ]
    .into_iter()
    .filter(|(.., wanted): &(_, _, Vec<Param>)| !wanted.is_empty())
    .map(|(field, variant, mut wanted)| {
        let count = wanted.len();
        let variant = match (variant, count > NAMED) {
            ("products", true) => "many_products",
            ("brands", true) => "many_brands",
            _ => variant,
        };
        wanted.truncate(NAMED);
        Fault::at(field)
            .variant(variant)
            .value(Param::List(wanted))
            .because("type", type_term(case.funded_type))
            .because("count", count)
    })
    .collect();
    if faults.is_empty() {
        Verdict::Pass
    } else {
        Verdict::Fail(faults)
    }
}
