//! RG-12: a product is refused as a whole when one of its submitted SKUs fails.

use crate::cases::ProductCase;
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::SkuId;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-12",
    name: "product_refused_with_sku",
    grade: Grade::Block,
    sources: &[Source::public(
        "The platform's fail reports refuse all SKUs of a product because one of them failed.",
    )
    .zh("平台的失败报告会因一个 SKU 未通过而拒绝商品的全部 SKU。")],
    figures: &[],
    page: include_str!("product_refused_with_sku.md"),
    checks: &[Check::Siblings(check)],
};

fn check(case: &ProductCase<'_>, failing: &[SkuId]) -> Verdict {
    if failing.is_empty() {
        return Verdict::Pass;
    }
    let named = Param::List(failing.iter().map(Param::from).collect());
    let faults: Vec<_> = case
        .entry
        .skus
        .iter()
        .filter(|sku| failing.binary_search(&sku.sku_id).is_err())
        .map(|sku| {
            Fault::at("sku")
                .on(sku.sku_id.clone())
                .because("failing", named.clone())
        })
        .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}
