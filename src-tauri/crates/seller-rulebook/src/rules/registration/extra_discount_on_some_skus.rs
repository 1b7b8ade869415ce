//! RG-07: the extra discount is on all SKUs of a product or on none.

use crate::cases::ProductCase;
use crate::facts::ProductFacts;
use crate::finding::{Edit, Fault, Param, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::SkuId;
use seller_domain::registration::DraftProduct;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-07",
    name: "extra_discount_on_some_skus",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "All SKUs of a product must be registered for the extra discount; a part of them is not allowed.",
    ).zh("商品的全部 SKU 都须设置额外折扣，不允许只设置一部分。")],
    figures: &[],
    page: include_str!("extra_discount_on_some_skus.md"),
    checks: &[Check::Product(check)],
};

fn check(case: &ProductCase<'_>) -> Verdict {
    let Some(known) = case.known else {
        return Verdict::NotApplicable;
    };
    if case
        .entry
        .skus
        .iter()
        .all(|sku| sku.extra_discount.is_none())
    {
        return Verdict::Pass;
    }
    let without = Without::of(case.entry, known);
    Verdict::fail_if(without.count() > 0, || {
        let number = |count: usize| Param::Number(count.into());
        Fault::at("extra_discount")
            .variant(without.variant())
            .limit(number(without.of))
            .value(number(without.of - without.count()))
            .gap(number(without.count()))
            .because("blank", listed(&without.blank))
            .because("left_out", listed(&without.left_out))
            .repair(Edit::SetExtraDiscount {
                product_id: case.entry.product_id.clone(),
                to: None,
            })
    })
}

/// The product's SKUs in the catalogue that have no extra discount.
struct Without<'a> {
    /// How many SKUs the product has.
    of: usize,
    /// Registered, with a blank.
    blank: Vec<&'a SkuId>,
    /// Not registered.
    left_out: Vec<&'a SkuId>,
}

impl<'a> Without<'a> {
    fn of(entry: &DraftProduct, known: &'a ProductFacts) -> Self {
        let mut without = Self {
            of: 0,
            blank: Vec::new(),
            left_out: Vec::new(),
        };
        for facts in known.skus.iter().filter(|facts| !facts.sku.removed) {
            without.of += 1;
            let id = &facts.sku.id;
            match entry.skus.iter().find(|sku| sku.sku_id == *id) {
                Some(sku) if sku.extra_discount.is_none() => without.blank.push(id),
                Some(_) => {}
                None => without.left_out.push(id),
            }
        }
        without
    }

    fn count(&self) -> usize {
        self.blank.len() + self.left_out.len()
    }

    fn variant(&self) -> &'static str {
        match (self.blank.is_empty(), self.left_out.is_empty()) {
            (false, true) => "blank",
            (true, _) => "left_out",
            (false, false) => "blank_and_left_out",
        }
    }
}

fn listed(ids: &[&SkuId]) -> Param {
    Param::List(ids.iter().map(|id| Param::from(*id)).collect())
}
