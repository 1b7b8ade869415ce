//! SP-08: what Smart Promotion charges.

use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::fees::{ProgrammeSales, programme_fee};
use seller_domain::smart_promotion::{Mode, Terms};

/// The rule.
pub static RULE: Rule = Rule {
    id: "SP-08",
    name: "programme_fee",
    grade: Grade::Capability,
    sources: &[
        Source::smart_promotion_guide(
            "The store-wide mode charges a fixed percentage of total GMV, the co-funded mode a floating rate on discounted orders; fees may vary by campaign.",
        ).zh("全店 GMV 模式按全部 GMV 收取固定比例，共同出资模式对折扣订单按浮动费率收取；费用可能因活动而异。"),
        Source::public(
            "The store-wide rate is 3.5 % of GMV, one percentage point more on campaign orders.",
        ).zh("全店 GMV 模式的费率为 GMV 的 3.5%，活动订单另加一个百分点。"),
    ],
    figures: &[
        "smart_promotion.store_wide_rate",
        "smart_promotion.campaign_surcharge",
    ],
    page: include_str!("programme_fee.md"),
    checks: &[Check::Capability, Check::Value(work)],
};

fn work(given: &Given) -> Worked {
    let modes = [
        ("store_wide", Mode::StoreWide),
        ("co_funded", Mode::CoFunded),
    ];
    let terms = Terms {
        mode: given.choice("mode", &modes)?,
        service_package: String::new(),
        fee_rate: given.percent("fee_rate")?,
        exempted_rate: given.optional_as("exempted_rate")?,
        campaign_surcharge: given.percent("campaign_surcharge")?,
    };
    let fee = programme_fee(
        &terms,
        ProgrammeSales {
            gmv: given.money("gmv")?,
            discounted_gmv: given.money("discounted_gmv")?,
            campaign_gmv: given.money("campaign_gmv")?,
        },
    );
    Ok(vec![
        ("rate", terms.applicable_rate().to_string()),
        ("fee", fee.fee.to_string()),
        ("surcharge", fee.surcharge.to_string()),
    ])
}
