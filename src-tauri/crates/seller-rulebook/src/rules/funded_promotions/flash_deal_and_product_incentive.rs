//! PF-07: a Flash Deal of the seller's wins over a product incentive.

use super::shared::incentive;
use crate::policy::Policy;
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::funded_promotion::price::{
    FlashDeal, Incentive, IncentiveLimit, IncentiveReason, OnLiveFlashPrice, PriceBase,
    ProductSeen, seen_price,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-07",
    name: "flash_deal_and_product_incentive",
    grade: Grade::Value,
    sources: &[
        Source::funded_promotions(
            "If a product incentive and the seller's Flash Deal are on the same product, the Flash Deal goes first and only its price is shown.",
        ).zh("同一商品上既有商品激励又有卖家的限时抢购时，限时抢购优先，且只显示限时抢购价。"),
        Source::funded_promotions(
            "Some incentives are for LIVE or for new customers and carry a label that says so.",
        ).zh("有些商品激励面向直播间或新顾客，并带有相应的标签。"),
        Source::public("On the price of a LIVE Flash Deal an incentive comes off as well.").zh("直播的限时抢购价上，商品激励同样减免。"),
    ],
    figures: &[LIVE],
    page: include_str!("flash_deal_and_product_incentive.md"),
    checks: &[Check::Value(work)],
};

const LIVE: &str = "funded.incentive_on_live_flash_price";

/// What an incentive does to a LIVE Flash Deal on the day of `policy`; none where no source says so.
pub fn incentive_on_live_flash_price(policy: &Policy) -> Option<OnLiveFlashPrice> {
    match policy.choice(LIVE)? {
        "stacks" => Some(OnLiveFlashPrice::Stacks),
        _ => Some(OnLiveFlashPrice::GivesWay),
    }
}

fn work(given: &Given) -> Worked {
    let flash = |price, live_only| FlashDeal { price, live_only };
    let deal = match given.optional_as("flash_price")? {
        Some(price) => Some(flash(price, false)),
        None => given
            .optional_as("live_flash_price")?
            .map(|price| flash(price, true)),
    };
    let limited_to = match given.optional("for") {
        None => IncentiveLimit::Everyone,
        Some(_) => given.choice(
            "for",
            &[
                ("live", IncentiveLimit::Live),
                ("new customers", IncentiveLimit::NewCustomers),
            ],
        )?,
    };
    let holds = |name| -> Result<bool, _> {
        match given.optional(name) {
            None => Ok(false),
            Some(_) => given.holds(name),
        }
    };
    let seen = ProductSeen {
        seller_price: given.money("seller_price")?,
        flash_deal: deal,
        incentive: incentive(given)?.map(|discount| Incentive {
            discount,
            limited_to,
        }),
        in_live: holds("in_live")?,
        new_customer: holds("new_customer")?,
    };
    let on_live = match given.optional("on_live_flash_price") {
        None => OnLiveFlashPrice::Stacks,
        Some(_) => given.choice(
            "on_live_flash_price",
            &[
                ("stacks", OnLiveFlashPrice::Stacks),
                ("gives way", OnLiveFlashPrice::GivesWay),
            ],
        )?,
    };
    let shown = seen_price(&seen, !holds("switched_off")?, on_live);
    Ok(vec![
        ("price", shown.price.to_string()),
        ("of", base(shown.base_of).to_owned()),
        ("incentive", shown.incentive.to_string()),
        ("because", reason(shown.reason).to_owned()),
    ])
}

fn base(of: PriceBase) -> &'static str {
    match of {
        PriceBase::SellerPrice => "seller",
        PriceBase::FlashDeal => "flash deal",
        PriceBase::LiveFlashDeal => "live flash deal",
    }
}

fn reason(reason: IncentiveReason) -> &'static str {
    match reason {
        IncentiveReason::Applied => "applied",
        IncentiveReason::NotOffered => "not offered",
        IncentiveReason::SwitchedOff => "switched off",
        IncentiveReason::FlashDealWins => "flash deal wins",
        IncentiveReason::LiveOnly => "for live only",
        IncentiveReason::NewCustomersOnly => "for new customers only",
    }
}
