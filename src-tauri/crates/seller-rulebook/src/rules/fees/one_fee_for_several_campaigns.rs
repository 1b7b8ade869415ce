//! FE-02: a product in several campaigns is charged once.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, NotWorked, Worked};
use seller_domain::fees::{CampaignLine, CampaignOffer, applicable_campaign, order_service_fee};
use seller_domain::{Money, Percent};

/// The rule.
pub static RULE: Rule = Rule {
    id: "FE-02",
    name: "one_fee_for_several_campaigns",
    grade: Grade::Value,
    sources: &[
        Source::integrated_campaigns(
            "With several campaigns the fee is charged once per order, on the campaign price of the applicable one.",
        ).zh("参加多个活动时，每单只收取一次费用，按适用活动的活动价计算。"),
        Source::house("The applicable campaign is the one with the lowest price.").zh("适用的是价格最低的活动。"),
    ],
    figures: &["campaign.service_fee_rate"],
    page: include_str!("one_fee_for_several_campaigns.md"),
    checks: &[Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let prices: Vec<Money> = given.list_of("prices")?;
    let rates: Vec<Percent> = given.list_of("rates")?;
    let offers: Vec<CampaignOffer> = prices
        .into_iter()
        .zip(rates)
        .zip(1..)
        .map(|((price, rate), number): (_, u32)| CampaignOffer {
            campaign_id: number.to_string().into(),
            price,
            rate,
        })
        .collect();
    let applicable = applicable_campaign(&offers)
        .ok_or(NotWorked::Missing("prices"))?
        .campaign_id
        .to_string();
    let line = CampaignLine {
        quantity: given.read_as("quantity")?,
        seller_discount: given.money("seller_discount")?,
        offers,
    };
    let fee = order_service_fee(&[line], given.money("shipping_paid")?);
    Ok(vec![("campaign", applicable), ("fee", fee.to_string())])
}
