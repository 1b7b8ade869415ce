//! AF-03: joining asks for products, rate and samples.

use super::shared::{leave_out, not_on_sale};
use crate::finding::{Fault, Verdict};
use crate::partner_cases::{JoinCase, JoinProductCase};
use crate::rule::{Check, Grade, Rule, Source};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use seller_domain::ProductId;
use seller_domain::partner_campaign::{JoinField, PartnerChange, whole_samples};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-03",
    name: "joining_incomplete",
    grade: Grade::Block,
    sources: &[
        Source::affiliate_campaigns(
            "Products are selected; then the total commission rate for partners and creators, the sample quantity and contact information are set, and the registration is submitted.",
        ).zh("先选择商品，再设置合作伙伴与达人合计的总佣金率、样品数量和联系方式，然后提交报名。"),
        Source::house(
            "Products are those of the catalogue that are on sale; a sample quantity of 0 is an answer, an empty one is not.",
        ).zh("商品须为商品目录中的在售商品；样品数量填 0 算作已填写，留空不算。"),
    ],
    figures: &[],
    page: include_str!("joining_incomplete.md"),
    checks: &[Check::Joining(check), Check::JoiningProduct(check_product)],
};

fn check(case: &JoinCase<'_>) -> Verdict {
    let draft = case.draft;
    let mut faults = Vec::new();
    if draft.products.is_empty() {
        faults.push(Fault::at(JoinField::Products.as_str()).variant("no_products"));
    }
    let without = |has: &dyn Fn(&ProductId) -> bool| draft.distinct().filter(|id| !has(id)).count();
    let without_rate = without(&|id| draft.rate_of(id).is_some());
    if without_rate > 0 || (draft.products.is_empty() && draft.rate.is_none()) {
        let fault = Fault::at(JoinField::Rate.as_str()).variant("no_rate");
        faults.push(fault.value(without_rate));
    }
    let without_samples = without(&|id| draft.samples_of(id).is_some());
    if without_samples > 0 || (draft.products.is_empty() && draft.samples.is_none()) {
        let fault = Fault::at(JoinField::Samples.as_str()).variant("no_samples");
        faults.push(fault.value(without_samples));
    }
    if let Some(entered) = draft.samples.filter(|entered| !is_kept(*entered)) {
        let repair = nearest(entered).map(|to| PartnerChange::Samples { to });
        faults.push(samples_fault(entered).partner_changes(repair));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn check_product(case: &JoinProductCase<'_>) -> Verdict {
    let id = case.product_id;
    let mut faults: Vec<_> = not_on_sale(case.product().map(|product| product.status))
        .map(|variant| {
            let fault = Fault::at(JoinField::Products.as_str()).variant(variant);
            fault.partner_changes(leave_out(case))
        })
        .into_iter()
        .collect();
    let own = case.join.draft.own_terms.get(id);
    let samples = own.and_then(|own| own.samples);
    if let Some(entered) = samples.filter(|entered| !is_kept(*entered)) {
        let repair = nearest(entered).map(|to| PartnerChange::ProductSamples {
            product_id: id.clone(),
            to,
        });
        faults.push(samples_fault(entered).partner_changes(repair));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn is_kept(entered: Decimal) -> bool {
    whole_samples(entered).is_some()
}

fn samples_fault(entered: Decimal) -> Fault {
    Fault::at(JoinField::Samples.as_str())
        .variant("samples_not_whole")
        .value(entered)
        .limit(u32::MAX)
}

/// The next whole number that is not smaller.
fn nearest(entered: Decimal) -> Option<u32> {
    entered.ceil().max(Decimal::ZERO).to_u32()
}
