//! AF-06: samples within the set quantity go out without a question.

use crate::finding::{Fault, Verdict};
use crate::partner_cases::{JoinCase, PartnerAct, PartnerActCase};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use rust_decimal::Decimal;
use seller_domain::Money;
use seller_domain::partner_campaign::{JoinField, SampleCosts, SamplesPromised, whole_samples};

/// The rule.
pub static RULE: Rule = Rule {
    id: "AF-06",
    name: "samples_approved_automatically",
    grade: Grade::Warn,
    sources: &[
        Source::affiliate_campaigns(
            "Samples within the set quantity are approved automatically when partners ask for them; the quantity can be edited at any time.",
        ).zh("合作伙伴在设定数量以内申请的样品自动通过；数量可以随时修改。"),
        Source::house(
            "A sample costs what the unit costs; of a product with several SKUs the dearest one is counted.",
        ).zh("样品的成本即单件成本；有多个 SKU 的商品取成本最高的一个。"),
    ],
    figures: &[],
    page: include_str!("samples_approved_automatically.md"),
    checks: &[
        Check::Joining(check),
        Check::PartnerAct(act),
        Check::Value(work),
    ],
};

const FIELD: &str = JoinField::Samples.as_str();

fn check(case: &JoinCase<'_>) -> Verdict {
    told(&case.facts.promised(case.draft))
}

/// Only samples that are promised anew are pointed out.
fn act(case: &PartnerActCase<'_>) -> Verdict {
    let PartnerAct::SetSamples { to } = case.act else {
        return Verdict::NotApplicable;
    };
    let Some(set) = whole_samples(*to) else {
        return Verdict::NotApplicable;
    };
    let more = set.saturating_sub(case.product.samples.set);
    let none = SamplesPromised::none(Money::zero(case.shop.currency));
    told(&none.and(more, case.costs))
}

fn told(promised: &SamplesPromised) -> Verdict {
    let variant = match (promised.known_products, promised.unknown_products) {
        (_, 0) => "",
        (0, _) => "cost_unknown",
        (_, _) => "cost_partly_unknown",
    };
    Verdict::fail_if(promised.samples > 0, || {
        Fault::at(FIELD)
            .variant(variant)
            .value(Decimal::from(promised.samples))
            .because("cost", promised.at_most)
            .because("unknown", promised.unknown_products)
    })
}

fn work(given: &Given) -> Worked {
    let costs: Vec<Money> = given.list_of("unit_costs")?;
    let of_skus = costs
        .iter()
        .fold(SampleCosts::default(), |costs, cost| costs.and(Some(*cost)));
    let zero = match costs.first() {
        Some(cost) => Money::zero(cost.currency()),
        None => return Err(NotWorked::Missing("unit_costs")),
    };
    let promised = SamplesPromised::none(zero).and(given.read_as("samples")?, of_skus);
    Ok(vec![
        ("at_least", promised.at_least.to_string()),
        ("at_most", promised.at_most.to_string()),
    ])
}
