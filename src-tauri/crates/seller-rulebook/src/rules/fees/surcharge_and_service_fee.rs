//! FE-05: the Smart Promotion surcharge and the campaign service fee are one charge, or two.

use super::shared::campaign_sales;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::fees::{CampaignRates, campaign_charges};

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-05",
    name: "surcharge_and_service_fee",
    grade: Grade::Value,
    sources: &[
        Source::public("In campaigns Smart Promotion costs one percentage point more.").zh("活动期间，智能促销多收一个百分点。"),
        Source::house(
            "The surcharge and the service fee are taken for the same charge; that both are charged is a risk to look at.",
        ).zh("附加费与服务费视为同一笔费用；两笔都收取是需要留意的风险。"),
    ],
    figures: &[
        "smart_promotion.campaign_surcharge",
        "campaign.service_fee_rate",
    ],
    page: include_str!("surcharge_and_service_fee.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let rates = CampaignRates {
        service: given.percent("service_fee_rate")?,
        surcharge: given.percent("surcharge")?,
        both: given.holds("both_charged")?,
    };
    let charges = campaign_charges(rates, campaign_sales(given)?);
    let total = charges.service_fee + charges.surcharge;
    Ok(vec![
        ("service_fee", charges.service_fee.to_string()),
        ("surcharge", charges.surcharge.to_string()),
        ("total", total.to_string()),
    ])
}
