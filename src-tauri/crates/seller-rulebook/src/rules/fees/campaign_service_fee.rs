//! FE-01: the campaign service fee.

use crate::rule::{Check, Grade, Rule, Source, Trust};
use crate::worked::{Given, Worked};
use seller_domain::fees::{CampaignSales, campaign_service_fee};

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-01",
    name: "campaign_service_fee",
    grade: Grade::Value,
    sources: &[Source {
        title: "How to register for Integrated Campaigns",
        says: "The fee is the rate times (gross sales − seller discount + shipping paid by the customer), on orders of the campaign period.",
        seen: "2026-11-21",
        trust: Trust::Platform,
    }],
    figures: &["campaign.service_fee_rate"],
    page: include_str!("campaign_service_fee.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let fee = campaign_service_fee(
        given.percent("rate")?,
        CampaignSales {
            gross_sales: given.money("gross_sales")?,
            seller_discount: given.money("seller_discount")?,
            shipping_paid: given.money("shipping_paid")?,
        },
    );
    Ok(vec![("fee", fee.to_string())])
}
