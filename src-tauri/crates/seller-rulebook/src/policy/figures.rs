//! The figures themselves. A new value is a new row with its first day; rows are never rewritten.

use super::{Figure, Value};
use crate::rule::Source;
use seller_domain::Market;

const fn everywhere(key: &'static str, value: Value, source: Source) -> Figure {
    Figure {
        key,
        market: None,
        from: None,
        until: None,
        value,
        source,
    }
}

const fn in_the_us(key: &'static str, value: Value, source: Source) -> Figure {
    Figure {
        key,
        market: Some(Market::Us),
        from: None,
        until: None,
        value,
        source,
    }
}

/// Every figure, grouped by the family that uses it.
pub static FIGURES: &[Figure] = &[
    everywhere(
        "smart_promotion.required_from",
        Value::Day("2026-04-01"),
        Source::smart_promotion_guide(
            "From April 2026 campaigns ask for Smart Promotion; the first of the month is our reading.",
        ).zh("自 2026 年 4 月起，活动要求加入智能促销；以当月 1 日为准是我们的理解。"),
    ),
    everywhere(
        "smart_promotion.required_scope",
        Value::Choice("all"),
        Source::smart_promotion_guide(
            "The answer on mandatory enrolment names all future campaigns, the overview the major ones.",
        ).zh("关于必须加入的问答提到今后所有活动，概述提到大促活动。"),
    ),
    everywhere(
        "smart_promotion.store_wide_rate",
        Value::BasisPoints(350),
        Source::public("The store-wide mode costs 3.5 % of GMV.").zh("全店 GMV 模式的费率为 GMV 的 3.5%。"),
    ),
    everywhere(
        "smart_promotion.campaign_surcharge",
        Value::BasisPoints(100),
        Source::public("Orders in a campaign carry one percentage point more.").zh("活动订单另加一个百分点。"),
    ),
    in_the_us(
        "smart_promotion.points_per_unit",
        Value::Count(100),
        Source::smart_promotion_guide("Customers earn 100 points for every dollar spent.").zh("顾客每消费 1 美元获得 100 积分。"),
    ),
    everywhere(
        "smart_promotion.minimum_sps",
        Value::ScoreTenths(35),
        Source::public("The programme is offered to shops with a score of at least 3.5.").zh("该计划向评分不低于 3.5 的店铺提供。"),
    ),
    everywhere(
        "campaign.minimum_sps",
        Value::ScoreTenths(35),
        Source::integrated_campaigns("The Shop Performance Score must be 3.5 or higher.").zh("店铺评分（SPS）须不低于 3.5。"),
    ),
    in_the_us(
        "campaign.free_shipping_threshold_at_most",
        Value::MinorUnits(30_00),
        Source::integrated_campaigns("The threshold for free shipping must be $30 or less.").zh("包邮门槛须不高于 $30。"),
    ),
    everywhere(
        "campaign.participation_ends_below_sps",
        Value::ScoreTenths(25),
        Source::public("A score under 2.5 after acceptance ends participation.").zh("通过审核之后，评分低于 2.5 会终止参与。"),
    ),
    everywhere(
        "campaign.participation_warns_below_sps",
        Value::ScoreTenths(30),
        Source::public("A score under 3.0 after acceptance is a warning.").zh("通过审核之后，评分低于 3.0 会警告。"),
    ),
    everywhere(
        "campaign.violations_below",
        Value::Count(3),
        Source::public(
            "Shops with fewer than 3 violations for prohibited content or products can register.",
        ).zh("因违禁内容或商品违规少于 3 次的店铺可以报名。"),
    ),
    everywhere(
        "campaign.violations_days",
        Value::Count(30),
        Source::public("Violations of the last 30 days count.").zh("违规次数按近 30 天计算。"),
    ),
    everywhere(
        "campaign.look_back_days",
        Value::Count(30),
        Source::integrated_campaigns(
            "Campaign prices are typically at or below the lowest price in the past 30 days.",
        ).zh("活动价一般不高于近 30 天的最低价。"),
    ),
    everywhere(
        "campaign.look_back_starts",
        Value::Choice("start_of_day"),
        Source::house("A day counts from its midnight in the shop's zone.").zh("一天从店铺时区的零点开始计算。"),
    ),
    everywhere(
        "campaign.look_back_level",
        Value::Choice("sku"),
        Source::house("Each SKU has a low of its own.").zh("每个 SKU 有各自的最低价。"),
    ),
    everywhere(
        "campaign.look_back_first_record",
        Value::Choice("in_force_at_start"),
        Source::house("A price in force when the window opens counts.").zh("回溯期开始时正在生效的价格计入。"),
    ),
    everywhere(
        "campaign.against_retail",
        Value::Choice("below"),
        Source::public(
            "The upload template asks for a price lower than the retail and the discount price.",
        ).zh("上传模板要求价格低于零售价和折扣价。"),
    ),
    everywhere(
        "campaign.service_fee_rate",
        Value::BasisPoints(100),
        Source::integrated_campaigns("A campaign service fee of 1 % applies to every order.").zh("每个订单收取 1% 的活动服务费。"),
    ),
    everywhere(
        "campaign.price_edit_business_days",
        Value::Count(5),
        Source::integrated_campaigns("Edits are typically decided within 5 business days.").zh("改价申请一般在 5 个工作日内处理完毕。"),
    ),
    in_the_us(
        "fees.referral_rate",
        Value::BasisPoints(600),
        Source::public(
            "The referral fee is 6 % of customer payment plus platform discount less tax.",
        ).zh("平台佣金为顾客支付的金额加平台折扣减去税之后的 6%。"),
    ),
    everywhere(
        "coupon.claim_period_days_at_least",
        Value::Count(30),
        Source::seller_coupons("A claim period has at least 30 days.").zh("领取时间至少 30 天。"),
    ),
    everywhere(
        "coupon.claim_period_days_at_most",
        Value::Count(180),
        Source::seller_coupons("A claim period has at most 180 days.").zh("领取时间最多 180 天。"),
    ),
    everywhere(
        "coupon.follower_claim_period_days_at_most",
        Value::Count(180),
        Source::seller_coupons(
            "The guide gives follower coupons 180 days as well; other public pages say 365.",
        ).zh("指南对粉丝优惠券同样规定 180 天；其他公开页面写的是 365 天。"),
    ),
    in_the_us(
        "coupon.amount_at_least",
        Value::MinorUnits(50),
        Source::seller_coupons("Standard and chat coupons take at least $0.50 off.").zh("普通优惠券和聊天优惠券至少减 $0.50。"),
    ),
    in_the_us(
        "coupon.promo_code_amount_at_least",
        Value::MinorUnits(50),
        Source::public("Promo codes take at least $0.50 off.").zh("优惠码至少减 $0.50。"),
    ),
    in_the_us(
        "coupon.follower_and_review_amount_at_least",
        Value::MinorUnits(3_00),
        Source::seller_coupons("Follower and review coupons take $3 or more off.").zh("粉丝优惠券和评价优惠券减 $3 或更多。"),
    ),
    in_the_us(
        "coupon.follower_amount_advised",
        Value::MinorUnits(5_00),
        Source::public("Shops with larger orders are advised to give followers $5.").zh("建议订单金额较大的店铺给粉丝 $5。"),
    ),
    in_the_us(
        "coupon.follower_amount_advised_above",
        Value::MinorUnits(30_00),
        Source::public("The advice holds for an average order value above $30.").zh("该建议适用于平均客单价高于 $30 的店铺。"),
    ),
    everywhere(
        "coupon.rate_at_least",
        Value::BasisPoints(500),
        Source::public("Percentage coupons begin at 5 %.").zh("百分比优惠券从 5% 起。"),
    ),
    everywhere(
        "coupon.rate_warns_above",
        Value::BasisPoints(5000),
        Source::public("Standard, review and promo coupons usually end at 50 %.").zh("普通优惠券、评价优惠券和优惠码一般最高 50%。"),
    ),
    everywhere(
        "coupon.rate_at_most",
        Value::BasisPoints(9000),
        Source::public("More than 90 % is not taken.").zh("不接受高于 90% 的折扣。"),
    ),
    everywhere(
        "coupon.follower_rate_at_most",
        Value::BasisPoints(8000),
        Source::public("Follower coupons end at 80 %.").zh("粉丝优惠券最高 80%。"),
    ),
    everywhere(
        "coupon.chat_rate_at_most",
        Value::BasisPoints(9900),
        Source::public("Chat coupons end at 99 %.").zh("聊天优惠券最高 99%。"),
    ),
    everywhere(
        "coupon.review_products_at_most",
        Value::Count(2_000),
        Source::seller_coupons("A review coupon names up to 2,000 products.").zh("评价优惠券最多指定 2,000 个商品。"),
    ),
    everywhere(
        "coupon.promo_code_products_at_most",
        Value::Count(1_000),
        Source::public("A promo code names up to 1,000 products.").zh("优惠码最多指定 1,000 个商品。"),
    ),
    everywhere(
        "coupon.repeat_days_at_most",
        Value::Count(90),
        Source::seller_coupons("Repeat customers placed another order within 90 days.").zh("复购顾客在 90 天内再次下单。"),
    ),
    everywhere(
        "coupon.review_words_at_least",
        Value::Count(11),
        Source::seller_coupons("A qualifying review has at least 11 words.").zh("合格的评价至少 11 个词。"),
    ),
    everywhere(
        "coupon.promo_code_minutes_above",
        Value::Count(10),
        Source::seller_coupons("A promo code is active for more than 10 minutes.").zh("优惠码的有效时间超过 10 分钟。"),
    ),
    everywhere(
        "coupon.promo_code_days_below",
        Value::Count(30),
        Source::seller_coupons(
            "A promo code is active for less than 30 days; other public pages say 365.",
        ).zh("优惠码的有效时间少于 30 天；其他公开页面写的是 365 天。"),
    ),
    everywhere(
        "coupon.claim_code_characters_at_least",
        Value::Count(2),
        Source::seller_coupons("A claim code has 2 to 8 characters.").zh("优惠码为 2 至 8 个字符。"),
    ),
    everywhere(
        "coupon.claim_code_characters_at_most",
        Value::Count(8),
        Source::seller_coupons("A claim code has 2 to 8 characters.").zh("优惠码为 2 至 8 个字符。"),
    ),
    everywhere(
        "coupon.claim_prefix_characters",
        Value::Count(4),
        Source::seller_coupons("The prefix is the first four characters of the shop name.").zh("前缀为店铺名的前四个字符。"),
    ),
    everywhere(
        "affiliate.rate_at_least",
        Value::BasisPoints(100),
        Source::public("The total commission rate is a whole percentage from 1 %.").zh("总佣金率为从 1% 起的整数百分比。"),
    ),
    everywhere(
        "affiliate.rate_at_most",
        Value::BasisPoints(8000),
        Source::public("The total commission rate is at most 80 %.").zh("总佣金率最高 80%。"),
    ),
    everywhere(
        "affiliate.title_characters_at_most",
        Value::Count(50),
        Source::public("The title of a campaign has at most 50 characters.").zh("活动标题最多 50 个字符。"),
    ),
    everywhere(
        "affiliate.description_characters_at_most",
        Value::Count(1_000),
        Source::public("The description of a campaign has at most 1,000 characters.").zh("活动描述最多 1,000 个字符。"),
    ),
    everywhere(
        "affiliate.period_days_at_least",
        Value::Count(1),
        Source::public("The periods of a campaign have at least a day.").zh("活动的时间段至少一天。"),
    ),
    everywhere(
        "affiliate.period_days_at_most",
        Value::Count(360),
        Source::public("The periods of a campaign have at most 360 days.").zh("活动的时间段最多 360 天。"),
    ),
    everywhere(
        "affiliate.phone_digits_at_least",
        Value::Count(7),
        Source::house("A number that can be called from abroad has 7 digits or more.").zh("能从境外拨打的号码至少 7 位数字。"),
    ),
    everywhere(
        "affiliate.phone_digits_at_most",
        Value::Count(15),
        Source::house("International phone numbers have at most 15 digits (E.164).").zh("国际电话号码最多 15 位数字（E.164）。"),
    ),
    everywhere(
        "affiliate.messenger_characters_at_most",
        Value::Count(64),
        Source::house("No messenger has longer names.").zh("没有通讯软件使用更长的账号。"),
    ),
    in_the_us(
        "funded.offered",
        Value::Choice("yes"),
        Source::funded_promotions("The guide is written for the United States.").zh("该指南是为美国编写的。"),
    ),
    everywhere(
        "funded.price_mismatch_days",
        Value::Count(7),
        Source::house("A switch that was moved within 7 days is switched often.").zh("7 天之内切换过的开关算作频繁切换。"),
    ),
    everywhere(
        "funded.incentive_on_live_flash_price",
        Value::Choice("stacks"),
        Source::public("On the price of a LIVE Flash Deal an incentive comes off as well.").zh("直播的限时抢购价上，商品激励同样减免。"),
    ),
];
