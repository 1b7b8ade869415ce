//! PF-01: four types of TikTok-funded promotions, one switch each.

use crate::rule::{Check, Grade, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "PF-01",
    name: "funded_promotion_types",
    grade: Grade::Capability,
    sources: &[
        Source::funded_promotions(
            "TikTok funds product coupons, product incentives, Buy More Save More and shipping fee discounts; each type has its own switch.",
        ).zh("TikTok 为商品优惠券、商品激励、多买多折和运费折扣出资；每种类型有自己的开关。"),
        Source::house("A shop that never moved a switch takes part in all four.").zh("从未切换过开关的店铺参加全部四种。"),
    ],
    figures: &[],
    page: include_str!("funded_promotion_types.md"),
    checks: &[Check::Capability],
};
