//! RG-20: the category of a registered product stays.

use crate::cases::CatalogueChangeCase;
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-20",
    name: "category_change_of_registered_product",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "The edits that are supported while a product is registered are the retail price and SKUs, not the category.",
    ).zh("商品报名期间支持修改的是零售价和 SKU，不包括类目。")],
    figures: &[],
    page: include_str!("category_change_of_registered_product.md"),
    checks: &[Check::CatalogueChange(check)],
};

fn check(case: &CatalogueChangeCase<'_>) -> Verdict {
    let concerned: Vec<Param> = case
        .campaigns
        .iter()
        .filter(|campaign| !campaign.running.is_over(case.now))
        .map(|campaign| Param::Text(campaign.name.clone()))
        .collect();
    let (before, after) = (&case.before.0.category, &case.after.0.category);
    // A file without categories changes none.
    if concerned.is_empty() || before.is_empty() || after.is_empty() {
        return Verdict::NotApplicable;
    }
    Verdict::fail_if(before != after, || {
        Fault::at("category")
            .limit(before.clone())
            .value(after.clone())
            .because("campaigns", concerned)
    })
}
