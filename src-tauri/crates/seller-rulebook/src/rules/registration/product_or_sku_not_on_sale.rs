//! RG-13: inactive, unknown and removed products and SKUs are refused by name.

use crate::cases::{ProductCase, SkuCase};
use crate::finding::{Edit, Fault, Param, Verdict};
use crate::review::leave_out;
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::catalogue::ProductStatus;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-13",
    name: "product_or_sku_not_on_sale",
    grade: Grade::Block,
    sources: &[Source::public(
        "The platform's fail reports refuse products that are not active and SKU ids that do not exist.",
    ).zh("平台的失败报告会拒绝未在售的商品和不存在的 SKU ID。")],
    figures: &[],
    page: include_str!("product_or_sku_not_on_sale.md"),
    checks: &[Check::Sku(check_sku), Check::Product(check_product)],
};

fn check_product(case: &ProductCase<'_>) -> Verdict {
    let fault = match case.known {
        None => Fault::at("product").variant("unknown_product"),
        Some(known) if known.product.status == ProductStatus::Inactive => Fault::at("product")
            .variant("inactive_product")
            .because("title", Param::Text(known.product.title.clone())),
        Some(_) => return Verdict::Pass,
    };
    Verdict::Fail(vec![fault.repair(Edit::RemoveProduct {
        product_id: case.entry.product_id.clone(),
    })])
}

fn check_sku(case: &SkuCase<'_>) -> Verdict {
    // An unknown product is one finding, not one for each of its SKUs.
    if case.product.known.is_none() {
        return Verdict::NotApplicable;
    }
    let fault = match case.known {
        None => Fault::at("sku").variant("unknown_sku"),
        Some(known) if known.sku.removed => Fault::at("sku")
            .variant("removed_sku")
            .because("variation", Param::Text(known.sku.variation.clone())),
        Some(_) => return Verdict::Pass,
    };
    Verdict::Fail(vec![fault.repairs(leave_out(case))])
}
