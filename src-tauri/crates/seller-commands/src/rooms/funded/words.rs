//! What the page says of the four types, in both languages.

mod instead;

pub(super) use instead::{exclusion_answer, ways};

use crate::context::Context;
use seller_domain::Zone;
use seller_domain::funded_promotion::{FundedType, Position, Stretch};

/// The type's name in the platform's words.
pub(super) fn name(funded_type: FundedType, context: &Context) -> String {
    let (english, chinese) = match funded_type {
        FundedType::ProductCoupons => ("Product coupons", "商品优惠券"),
        FundedType::ProductIncentives => ("Product incentives", "商品激励"),
        FundedType::BuyMoreSaveMore => ("Buy More, Save More", "多买多折"),
        FundedType::ShippingFeeDiscounts => ("Shipping fee discounts", "运费折扣"),
    };
    context.say(english, chinese)
}

/// What it is.
pub(super) fn about(funded_type: FundedType, context: &Context) -> String {
    let (english, chinese) = match funded_type {
        FundedType::ProductCoupons => (
            "Coupons of TikTok's: an order that reaches the minimum spend costs a percentage or an amount less.",
            "TikTok 发放的优惠券：订单达到最低消费后，可享受百分比折扣或固定金额折扣。",
        ),
        FundedType::ProductIncentives => (
            "TikTok takes money off the price of single products. Some of these discounts are for buyers in a LIVE or for new customers alone.",
            "TikTok 直接降低单个商品的价格。部分折扣仅面向直播间买家或新用户。",
        ),
        FundedType::BuyMoreSaveMore => (
            "An order with enough units, or worth enough, costs less: buy 2 and get 20 % off, or spend $100 and save $20.",
            "购买数量或金额达到条件的订单可享折扣，例如购 2 件享 8 折，或满 100 美元减 20 美元。",
        ),
        FundedType::ShippingFeeDiscounts => (
            "TikTok pays the shipping fee, or a part of it. It comes off before your own shipping discount.",
            "TikTok 承担全部或部分运费，先于您自己的运费折扣扣除。",
        ),
    };
    context.say(english, chinese)
}

/// What a buyer sees of it, without any picture.
pub(super) fn label(funded_type: FundedType, context: &Context) -> String {
    let (english, chinese) = match funded_type {
        FundedType::ProductCoupons => (
            "A coupon tag with the amount or percentage and the minimum spend, on the product page, in the LIVE bag and in the showcase.",
            "商品详情页、直播间购物袋和橱窗中显示优惠券标签，标明优惠力度和最低消费。",
        ),
        FundedType::ProductIncentives => (
            "A lower price with the tag “Hot Deal”; a tag of its own says so where the price is for LIVE or for new customers.",
            "显示更低的价格和“Hot Deal”标签；仅限直播或新用户时，另有专门的标签说明。",
        ),
        FundedType::BuyMoreSaveMore => (
            "A tag with the condition, such as “Buy 2, get 20% off”; the discount shows once the cart reaches it.",
            "显示条件标签，例如“Buy 2, get 20% off”；购物车达到条件后显示折扣。",
        ),
        FundedType::ShippingFeeDiscounts => (
            "A free-shipping or reduced-shipping tag, and the discounted fee at checkout.",
            "显示免运费或运费减免标签，结账时显示折后运费。",
        ),
    };
    context.say(english, chinese)
}

/// What it combines with (PF-07, PF-08).
pub(super) fn combines(funded_type: FundedType, context: &Context) -> String {
    let (english, chinese) = match funded_type {
        FundedType::ProductCoupons => (
            "Combines with your promotions; the minimum spend is tested after your discounts.",
            "可与您的促销活动叠加；最低消费按您的折扣后的金额判断。",
        ),
        FundedType::ProductIncentives => (
            "Gives way to a Flash Deal of yours on the same product: then only your price is shown.",
            "若同一商品设有您的限时抢购活动（Flash Deal），则限时抢购优先，仅显示限时抢购价。",
        ),
        FundedType::BuyMoreSaveMore => (
            "Combines with your promotions once its condition is met.",
            "达到条件后，可与您的促销活动叠加。",
        ),
        FundedType::ShippingFeeDiscounts => (
            "Combines with all of your promotions.",
            "可与您的所有促销活动叠加。",
        ),
    };
    context.say(english, chinese)
}

/// Where the switches are, or why there are none.
pub(super) fn note(offered: bool, context: &Context) -> String {
    if offered {
        context.say(
            "Promodesk keeps how your switches stand. Move the same switch in Seller Center under Marketing, TikTok-Funded Promotion Settings.",
            "Promodesk 记录开关的状态。请在 Seller Center 的 Marketing > TikTok-Funded Promotion Settings 中作相同切换。",
        )
    } else {
        context.say(
            "TikTok-funded promotions are known for shops in the United States only, so nothing is said of them for this shop.",
            "目前仅知美国店铺有 TikTok 出资的促销活动，因此不对该店铺作任何说明。",
        )
    }
}

/// What goes or comes when a switch is moved (PF-03, PF-05).
pub(super) fn changes(funded_type: FundedType, to: Position, context: &Context) -> Vec<String> {
    let name = name(funded_type, context);
    match to {
        Position::Off => vec![
            context.say(
                format!("TikTok's discounts of the type {name} end at once."),
                format!("TikTok 的{name}折扣立即失效。"),
            ),
            context.say(
                "Their labels vanish from product pages, the LIVE bag and the showcase.",
                "商品详情页、直播间购物袋和橱窗中的相应标签消失。",
            ),
            context.say(
                "This holds for all products and all brands of the shop, and for every activity of the type.",
                "这涉及店铺的所有商品和所有品牌，以及该类型下的所有活动。",
            ),
        ],
        Position::On => vec![
            context.say(
                format!("TikTok may again put discounts of the type {name} on your products."),
                format!("TikTok 可以重新为您的商品提供{name}折扣。"),
            ),
            context.say(
                "This holds for all products and all brands of the shop; TikTok chooses which of them.",
                "这涉及店铺的所有商品和所有品牌；具体商品由 TikTok 选择。",
            ),
        ],
    }
}

/// What stays as it is when a switch is moved (PF-05).
pub(super) fn stays(to: Position, others_on: &[FundedType], context: &Context) -> Vec<String> {
    let mut stays = vec![context.say(
        "Your own promotions and prices stay exactly as they are.",
        "您自己的促销活动和价格不受影响。",
    )];
    if to == Position::Off {
        stays.push(context.say(
            "You stay in every campaign that you are registered in, with its benefits that are no promotion, such as traffic.",
            "您仍参加所有已报名的活动，并保留流量等非促销性质的权益。",
        ));
    }
    if !others_on.is_empty() {
        let names: Vec<String> = others_on.iter().map(|each| name(*each, context)).collect();
        stays.push(context.say(
            format!("Still on: {}.", names.join("; ")),
            format!("保持开启：{}。", names.join("、")),
        ));
    }
    stays.push(context.say(
        "You can switch it again at any time.",
        "您可以随时再次切换。",
    ));
    stays
}

/// How a type stands through a period, in a sentence.
pub(super) fn through(
    funded_type: FundedType,
    stretches: &[Stretch],
    zone: Zone,
    context: &Context,
) -> String {
    let name = name(funded_type, context);
    match stretches {
        [
            Stretch {
                position: Position::On,
                ..
            },
        ] => context.say(
            format!("{name}: on all the time."),
            format!("{name}：全程开启。"),
        ),
        [
            Stretch {
                position: Position::Off,
                ..
            },
        ] => context.say(
            format!("{name}: off all the time."),
            format!("{name}：全程关闭。"),
        ),
        _ => {
            let parts: Vec<String> = stretches
                .iter()
                .map(|stretch| {
                    let from = zone.minute_text(stretch.period.start);
                    match stretch.position {
                        Position::On => {
                            context.say(format!("on from {from}"), format!("{from} 起开启"))
                        }
                        Position::Off => {
                            context.say(format!("off from {from}"), format!("{from} 起关闭"))
                        }
                    }
                })
                .collect();
            context.say(
                format!("{name}: {}.", parts.join(", ")),
                format!("{name}：{}。", parts.join("，")),
            )
        }
    }
}

/// What a plan says of a type that is off on days of its campaign.
pub(super) fn in_plan(
    funded_type: FundedType,
    stretches: &[Stretch],
    zone: Zone,
    context: &Context,
) -> String {
    let through = through(funded_type, stretches, zone, context);
    context.say(
        format!("TikTok pays nothing while a type is off. {through}"),
        format!("类型关闭期间，TikTok 不出资。{through}"),
    )
}

/// The line of the history for a switch that was moved.
pub(super) fn history_key(funded_type: FundedType, to: Position) -> &'static str {
    match (funded_type, to) {
        (FundedType::ProductCoupons, Position::Off) => "funded_switch_product_coupons_off",
        (FundedType::ProductCoupons, Position::On) => "funded_switch_product_coupons_on",
        (FundedType::ProductIncentives, Position::Off) => "funded_switch_product_incentives_off",
        (FundedType::ProductIncentives, Position::On) => "funded_switch_product_incentives_on",
        (FundedType::BuyMoreSaveMore, Position::Off) => "funded_switch_buy_more_save_more_off",
        (FundedType::BuyMoreSaveMore, Position::On) => "funded_switch_buy_more_save_more_on",
        (FundedType::ShippingFeeDiscounts, Position::Off) => {
            "funded_switch_shipping_fee_discounts_off"
        }
        (FundedType::ShippingFeeDiscounts, Position::On) => {
            "funded_switch_shipping_fee_discounts_on"
        }
    }
}
