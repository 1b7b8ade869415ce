//! The worked answers in sentences.

use crate::context::Context;
use seller_domain::funded_promotion::coupon_return::{CouponReturn, OrderOutcome};
use seller_domain::funded_promotion::order::{FundedPart, FundedReason};
use seller_domain::funded_promotion::price::{IncentiveReason, PriceBase, SeenPrice};
use seller_domain::funded_promotion::shipping::ShippingSplit;
use seller_domain::{Money, Zone};
use seller_rulebook::message::money_text;

pub(super) fn shipping(
    fee: Money,
    split: ShippingSplit,
    switched_off: bool,
    context: &Context,
) -> Vec<String> {
    let text = money_text;
    let left = fee - split.tiktok;
    let first = if switched_off {
        context.say(
            format!(
                "Shipping fee discounts are switched off, so TikTok pays nothing of {}.",
                text(fee)
            ),
            format!("运费折扣已关闭，运费 {} 中 TikTok 不出资。", text(fee)),
        )
    } else {
        context.say(
            format!(
                "TikTok's part comes off first: {} of {}; {} is left.",
                text(split.tiktok),
                text(fee),
                text(left)
            ),
            format!(
                "先扣除 TikTok 的部分：运费 {} 中 {}，剩余 {}。",
                text(fee),
                text(split.tiktok),
                text(left)
            ),
        )
    };
    vec![
        first,
        context.say(
            format!(
                "Your shipping discount covers {} of it.",
                text(split.seller)
            ),
            format!("您的运费折扣承担其中 {}。", text(split.seller)),
        ),
        context.say(
            format!("The buyer pays {}.", text(split.buyer)),
            format!("买家支付 {}。", text(split.buyer)),
        ),
    ]
}

pub(super) fn price(seen: SeenPrice, context: &Context) -> Vec<String> {
    let (base, off, shown) = (
        money_text(seen.base),
        money_text(seen.incentive),
        money_text(seen.price),
    );
    let first = match seen.base_of {
        PriceBase::SellerPrice => context.say(
            format!("Your price of the moment is {base}."),
            format!("您当前的价格为 {base}。"),
        ),
        PriceBase::FlashDeal => context.say(
            format!("Your Flash Deal of {base} stands on the product."),
            format!("该商品设有您的限时抢购价 {base}。"),
        ),
        PriceBase::LiveFlashDeal => context.say(
            format!("Your LIVE Flash Deal of {base} stands on the product."),
            format!("该商品设有您的直播限时抢购价 {base}。"),
        ),
    };
    let second = match seen.reason {
        IncentiveReason::Applied => context.say(
            format!("TikTok's incentive takes {off} off."),
            format!("TikTok 的商品激励减免 {off}。"),
        ),
        IncentiveReason::NotOffered => context.say(
            "TikTok offers no incentive on it.",
            "TikTok 未对其提供商品激励。",
        ),
        IncentiveReason::SwitchedOff => context.say(
            "Product incentives are switched off, so TikTok takes nothing off.",
            "商品激励已关闭，TikTok 不减免。",
        ),
        IncentiveReason::FlashDealWins => context.say(
            "The Flash Deal wins: TikTok's incentive takes nothing off.",
            "限时抢购优先：TikTok 的商品激励不生效。",
        ),
        IncentiveReason::LiveOnly => context.say(
            "The incentive is for buyers in a LIVE; this one is not.",
            "该激励仅限直播间买家，此买家不在直播间。",
        ),
        IncentiveReason::NewCustomersOnly => context.say(
            "The incentive is for new customers; this one is not.",
            "该激励仅限新用户，此买家不是新用户。",
        ),
    };
    let last = context.say(
        format!("The buyer sees {shown}."),
        format!("买家看到的价格为 {shown}。"),
    );
    vec![first, second, last]
}

pub(super) fn coupon(
    outcome: OrderOutcome,
    coupon: CouponReturn,
    zone: Zone,
    context: &Context,
) -> Vec<String> {
    let first = match outcome {
        OrderOutcome::Kept => context.say("The buyer keeps the order.", "买家保留订单。"),
        OrderOutcome::Closed => context.say(
            "The order was cancelled and the transaction is closed.",
            "订单已取消，交易已关闭。",
        ),
        OrderOutcome::FullyRefunded => context.say(
            "Everything in the order was refunded.",
            "订单中的商品已全额退款。",
        ),
        OrderOutcome::PartlyRefunded => {
            context.say("Only a part of the order was refunded.", "订单仅部分退款。")
        }
    };
    let second = match coupon {
        CouponReturn::UsedUp => context.say(
            "The coupon is used up; the customer does not get it back.",
            "优惠券已使用，不退还给顾客。",
        ),
        CouponReturn::Usable { until } => {
            let until = zone.minute_text(until);
            context.say(
                format!("The customer gets the coupon back and can use it until {until}."),
                format!("优惠券退还给顾客，可使用至 {until}。"),
            )
        }
        CouponReturn::Expired { since } => {
            let since = zone.minute_text(since);
            context.say(
                format!(
                    "The customer gets the coupon back, but it has been over since {since} and cannot be used."
                ),
                format!("优惠券退还给顾客，但已于 {since} 过期，无法使用。"),
            )
        }
    };
    vec![first, second]
}

pub(super) fn part(part: FundedPart, context: &Context) -> String {
    match part.reason {
        FundedReason::Applied => {
            let amount = money_text(part.amount);
            context.say(
                format!("TikTok pays {amount}."),
                format!("TikTok 出资 {amount}。"),
            )
        }
        FundedReason::NotOffered => {
            context.say("Nothing of the type is offered.", "未提供该类型。")
        }
        FundedReason::SwitchedOff => {
            context.say("The shop has opted out of the type.", "店铺已退出该类型。")
        }
        FundedReason::UnitsMissing { missing } => context.say(
            format!("The order needs {missing} more to reach the condition."),
            format!("还需购买 {missing} 件才能达到条件。"),
        ),
        FundedReason::AmountMissing { missing } => {
            let missing = money_text(missing);
            context.say(
                format!("The order needs {missing} more to reach the condition."),
                format!("还需消费 {missing} 才能达到条件。"),
            )
        }
        FundedReason::NothingLeft => {
            context.say("Nothing is left to discount.", "没有可再减免的金额。")
        }
    }
}
