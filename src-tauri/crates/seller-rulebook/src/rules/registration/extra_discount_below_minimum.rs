//! RG-08: the extra discount is blank or at least the campaign's minimum.

use crate::cases::SkuCase;
use crate::finding::{Edit, Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Percent;

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-08",
    name: "extra_discount_below_minimum",
    grade: Grade::Block,
    sources: &[Source::integrated_campaigns(
        "Without an extra discount the field stays blank; 0 % and less than the minimum cannot be submitted.",
    ).zh("没有额外折扣时该字段留空；0% 和低于最低要求的折扣不能提交。")],
    figures: &[],
    page: include_str!("extra_discount_below_minimum.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    let Some(extra) = case.entry.extra_discount else {
        return Verdict::Pass;
    };
    let Some(minimum) = case.facts.campaign.extra_discount_minimum else {
        let fault = Fault::at("extra_discount").variant("not_offered");
        return Verdict::Fail(vec![fault.value(extra).repair(cleared(case))]);
    };
    let fault = || {
        Fault::at("extra_discount")
            .value(extra)
            .because("minimum", minimum)
    };
    if extra <= Percent::ZERO {
        let gap = minimum.value() - extra.value();
        let fault = fault().variant("not_positive").limit(minimum);
        return Verdict::Fail(vec![fault.gap(gap).repair(cleared(case))]);
    }
    if extra > Percent::HUNDRED {
        let gap = extra.value() - Percent::HUNDRED.value();
        let fault = fault().variant("above_whole").limit(Percent::HUNDRED);
        return Verdict::Fail(vec![fault.gap(gap).repair(cleared(case))]);
    }
    Verdict::fail_if(extra < minimum, || {
        fault()
            .variant("below_minimum")
            .limit(minimum)
            .gap(minimum.value() - extra.value())
            .repair(Edit::RaiseExtraDiscount {
                sku_id: case.entry.sku_id.clone(),
                to: minimum,
            })
    })
}

/// For the whole product: a part of its SKUs may not have one (RG-07).
fn cleared(case: &SkuCase<'_>) -> Edit {
    Edit::SetExtraDiscount {
        product_id: case.product.entry.product_id.clone(),
        to: None,
    }
}
