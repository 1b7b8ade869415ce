//! RG-06: a price has at most the minor digits of the shop's currency.

use crate::cases::SkuCase;
use crate::finding::{Fault, Param, Verdict};
use crate::review::nearest_legal_price;
use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "RG-06",
    name: "campaign_price_finer_than_minor_unit",
    grade: Grade::Block,
    sources: &[Source::house(
        "A price that cannot be paid in the shop's currency cannot be charged; the rupiah is shown and taken without decimals.",
    ).zh("无法以店铺货币支付的价格就无法收取；印尼盾的显示和收取都不带小数。")],
    figures: &[],
    page: include_str!("campaign_price_finer_than_minor_unit.md"),
    checks: &[Check::Sku(check)],
};

fn check(case: &SkuCase<'_>) -> Verdict {
    let Some(price) = case.entry.campaign_price else {
        return Verdict::NotApplicable;
    };
    let currency = case.currency();
    if price.currency() != currency {
        let fault = Fault::at("campaign_price")
            .variant("other_currency")
            .limit(Param::Text(currency.code().to_owned()))
            .value(Param::Text(price.to_string()));
        return Verdict::Fail(vec![fault.repairs(nearest_legal_price(case, price))]);
    }
    Verdict::fail_if(!price.fits_minor_unit(), || {
        let digits = currency.minor_digits();
        Fault::at("campaign_price")
            .limit(digits)
            .value(price)
            .gap(price.amount().normalize().scale() - digits)
            .because("currency", currency.code().to_owned())
            .repairs(nearest_legal_price(case, price))
    })
}
