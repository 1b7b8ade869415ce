//! The terms on offer in each mode, and what they cost this shop (SP-08).

use super::{page, policy};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::wire::smart_promotion::{Offer, OfferSave, SmartPromotionPage};
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Mode, Terms};
use seller_domain::{Money, Percent};
use seller_planner::smart_promotion_cost::smart_promotion_cost;
use seller_rulebook::Policy;
use seller_store::{View, shop, smart_promotion as programme};

/// What a mode offers: the recorded terms, or the platform's figures of the day.
/// The co-funded rate has no figure: it has to be read off Seller Center.
pub(super) fn offer(
    view: &View<'_>,
    shop: &Shop,
    policy: &Policy,
    mode: Mode,
) -> Result<Offer, Trouble> {
    let recorded = programme::offered(view, mode)?;
    let default_rate = match mode {
        Mode::StoreWide => policy.percent("smart_promotion.store_wide_rate"),
        Mode::CoFunded => None,
    };
    let is_complete = recorded.is_some() || default_rate.is_some();
    let terms = recorded.unwrap_or_else(|| Terms {
        mode,
        service_package: String::new(),
        fee_rate: default_rate.unwrap_or(Percent::ZERO),
        exempted_rate: None,
        campaign_surcharge: policy
            .percent("smart_promotion.campaign_surcharge")
            .unwrap_or(Percent::ZERO),
    });
    Ok(Offer {
        applicable_rate: terms.applicable_rate(),
        is_complete,
        monthly_fee: is_complete.then(|| monthly_fee(&terms, shop)).flatten(),
        monthly_gmv: shop.monthly_gmv,
        terms,
    })
}

/// What the programme costs in a month on the shop's own GMV. In the co-funded
/// mode it is not known: nobody tells the part of discounted orders.
pub(crate) fn monthly_fee(terms: &Terms, shop: &Shop) -> Option<Money> {
    Some(smart_promotion_cost(terms, shop.monthly_gmv?, None)?.amount)
}

pub(crate) fn smart_promotion_offer_save(
    desk: &Desk,
    context: &Context,
    request: OfferSave,
) -> Answer<SmartPromotionPage> {
    let mut terms = request.terms;
    terms.service_package = terms.service_package.trim().to_owned();
    refuse_unusable(&terms, context)?;
    desk.write(context, "smart_promotion_offer_save", |tx| {
        let shop = shop::require(tx)?;
        // Saving what holds anyway would only put a step into the history.
        if offer(tx, &shop, &policy(&shop, context), terms.mode)?.terms != terms
            || programme::offered(tx, terms.mode)?.is_none()
        {
            programme::save_offered(tx, &terms)?;
        }
        page(tx, context)
    })
}

fn refuse_unusable(terms: &Terms, context: &Context) -> Answer<()> {
    const LONGEST_NAME: usize = 100;
    let letters = terms.service_package.chars().count();
    if letters > LONGEST_NAME || terms.service_package.contains('\0') {
        return Err(CommandError::invalid(
            "terms.service_package",
            context.say(
                format!("The service package's name has {letters} characters."),
                format!("服务套餐名称有 {letters} 个字符。"),
            ),
            context.say("Enter at most 100 characters.", "请填写不超过 100 个字符。"),
        ));
    }
    let rates = [
        ("terms.fee_rate", Some(terms.fee_rate)),
        ("terms.exempted_rate", terms.exempted_rate),
        ("terms.campaign_surcharge", Some(terms.campaign_surcharge)),
    ];
    for (field, rate) in rates {
        let Some(rate) = rate else { continue };
        if rate < Percent::ZERO || rate >= Percent::HUNDRED {
            return Err(CommandError::invalid(
                field,
                context.say(
                    format!("{rate} % is not a rate that can be charged."),
                    format!("{rate}% 不是有效的费率。"),
                ),
                context.say(
                    "Enter at least 0 and less than 100.",
                    "请填写不小于 0 且小于 100 的数值。",
                ),
            ));
        }
    }
    match terms.exempted_rate {
        Some(exempted) if exempted > terms.fee_rate => Err(CommandError::invalid(
            "terms.exempted_rate",
            context.say(
                format!(
                    "The exempted rate of {exempted} % is above the fee rate of {} %.",
                    terms.fee_rate
                ),
                format!("豁免费率 {exempted}% 高于费率 {}%。", terms.fee_rate),
            ),
            context.say(
                "An exemption lowers the rate: enter a smaller one, or leave it blank.",
                "豁免只会降低费率：请填写更低的数值，或留空。",
            ),
        )),
        _ => Ok(()),
    }
}

/// The rate has to be entered first.
pub(super) fn incomplete(context: &Context) -> CommandError {
    CommandError::invalid(
        "terms.fee_rate",
        context.say(
            "The rate of this mode is not recorded yet; the platform sets it for each shop.",
            "尚未记录该模式的费率，平台为每家店铺单独设定。",
        ),
        context.say(
            "Enter the terms as Seller Center shows them, then go on.",
            "请按卖家中心展示的条款填写后再继续。",
        ),
    )
}
