//! The answer to "can I leave out this product?", and the ways that exist (PF-03).

use super::name;
use crate::context::Context;
use crate::wire::funded::FundedWay;
use seller_domain::funded_promotion::FundedType;

/// The plain answer.
pub(in super::super) fn exclusion_answer(funded_type: FundedType, context: &Context) -> String {
    let name = name(funded_type, context);
    context.say(
        format!(
            "No. Single products or brands cannot be left out of {name}: the shop leaves with all products and brands, or stays with all of them."
        ),
        format!("不能。无法仅将个别商品或品牌排除在{name}之外：店铺要么全部退出，要么全部保留。"),
    )
}

/// What can be done instead.
pub(in super::super) fn ways(funded_type: FundedType, context: &Context) -> Vec<FundedWay> {
    let all_name = name(funded_type, context);
    let mut ways = vec![FundedWay {
        title: context.say(
            format!("Leave {all_name} for the whole shop"),
            format!("整个店铺退出{all_name}"),
        ),
        about: context.say(
            "Every product loses the discounts of this type; the other types stay as they are. You can join again at any time.",
            "所有商品都会失去该类型的折扣；其他类型不变。您可以随时重新加入。",
        ),
        rule: "PF-03".to_owned(),
    }];
    if funded_type == FundedType::ProductIncentives {
        ways.push(FundedWay {
            title: context.say(
                "Put a Flash Deal of your own on the product",
                "为该商品设置您自己的限时抢购活动（Flash Deal）",
            ),
            about: context.say(
                "While it runs, only your Flash Deal price is shown and the incentive takes nothing off. You pay for the Flash Deal.",
                "限时抢购期间仅显示您的限时抢购价，商品激励不生效。限时抢购优惠由您承担。",
            ),
            rule: "PF-07".to_owned(),
        });
    }
    ways.push(FundedWay {
        title: context.say(
            "Ask your Account Manager to exclude the product from Smart Promotion",
            "请客户经理将该商品排除在智能促销之外",
        ),
        about: context.say(
            "This ends the discounts of Smart Promotion on the product, and those alone: TikTok-funded promotions stay on it.",
            "这仅终止该商品的智能促销折扣；TikTok 出资的促销活动仍然保留。",
        ),
        rule: "SP-07".to_owned(),
    });
    ways
}
