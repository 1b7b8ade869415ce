//! RG-19: changing prices or SKUs of a registered product puts it into SKU error.

use crate::cases::CatalogueChangeCase;
use crate::finding::{Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::campaign::Campaign;
use seller_domain::catalogue::SkuChange;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-19",
    name: "catalogue_change_of_registered_product",
    grade: Grade::Warn,
    sources: &[Source::integrated_campaigns(
        "Editing the retail price and adding, deleting or editing SKUs of a registered product triggers a SKU error; the product has to be withdrawn and registered again before the deadline.",
    ).zh("修改已报名商品的零售价，或新增、删除、编辑其 SKU，会触发 SKU 异常；须在截止时间之前撤回并重新报名。")],
    figures: &[],
    page: include_str!("catalogue_change_of_registered_product.md"),
    checks: &[Check::CatalogueChange(check)],
};

fn check(case: &CatalogueChangeCase<'_>) -> Verdict {
    let concerned: Vec<&Campaign> = case
        .campaigns
        .iter()
        .copied()
        .filter(|campaign| !campaign.running.is_over(case.now))
        .collect();
    if concerned.is_empty() {
        return Verdict::NotApplicable;
    }
    let changes = SkuChange::between(case.before.1, case.after.1);
    let faults: Vec<_> = concerned
        .into_iter()
        .flat_map(|campaign| changes.iter().map(|change| fault(case, campaign, change)))
        .collect();
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn fault(case: &CatalogueChangeCase<'_>, campaign: &Campaign, change: &SkuChange) -> Fault {
    let deadline = campaign.re_registration_ends();
    let (field, term) = match change {
        SkuChange::RetailPrice { .. } => ("retail_price", "retail_price_changed"),
        SkuChange::Edited { .. } => ("variation", "sku_edited"),
        SkuChange::Added { .. } => ("sku", "sku_added"),
        SkuChange::Deleted { .. } => ("sku", "sku_deleted"),
    };
    let fault = Fault::at(field)
        .on(change.sku_id().clone())
        .limit(deadline)
        .because("change", Param::Term(term))
        .because("campaign", campaign.name.clone());
    let fault = match change {
        SkuChange::RetailPrice { retail_price, .. } => fault.value(*retail_price),
        SkuChange::Edited { .. } | SkuChange::Added { .. } | SkuChange::Deleted { .. } => fault,
    };
    if case.now < deadline {
        fault.gap(deadline - case.now)
    } else {
        fault.variant("after_deadline")
    }
}
