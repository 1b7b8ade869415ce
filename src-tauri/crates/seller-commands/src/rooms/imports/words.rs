//! Fields of imports in words, and values as a preview shows them.

use super::targets::{fields_of, required};
use crate::context::Context;
use crate::wire::imports::{ImportChange, ImportFieldChoice, ImportFieldChoices, ImportTarget};
use seller_domain::catalogue::ProductStatus;
use seller_exchange::table::Field;

/// A field's name in the language of the call.
pub(super) fn field(field: Field, context: &Context) -> String {
    let (english, chinese) = match field {
        Field::ProductId => ("Product ID", "商品 ID"),
        Field::SkuId => ("SKU ID", "SKU ID"),
        Field::Title => ("Title", "商品名称"),
        Field::Variation => ("Variation", "规格"),
        Field::Category => ("Category", "类目"),
        Field::Brand => ("Brand", "品牌"),
        Field::Status => ("Status", "商品状态"),
        Field::SellerSku => ("Seller SKU", "商家 SKU"),
        Field::RetailPrice => ("Retail price", "零售价"),
        Field::DiscountPrice => ("Discount price", "折扣价"),
        Field::Stock => ("Stock", "库存"),
        Field::UnitCost => ("Unit cost", "单位成本"),
        Field::ShippingCharge => ("Shipping charge", "买家运费"),
        Field::HistoryPrice => ("Price", "价格"),
        Field::HistoryKind => ("Kind of price", "价格类型"),
        Field::HistoryFrom => ("From", "开始时间"),
        Field::HistoryUntil => ("Until", "结束时间"),
        Field::Low30Days => ("Lowest price of 30 days", "近 30 天最低价"),
        Field::CampaignPrice => ("Campaign price", "活动价"),
        Field::CampaignStock => ("Campaign stock", "活动库存"),
        Field::ExtraDiscountPercent => ("Extra discount, %", "额外折扣（%）"),
        Field::Tier => ("Tier", "层级"),
        Field::State => ("State", "审核结果"),
        Field::Reason => ("Reason", "原因"),
        Field::CouponId => ("Coupon ID", "优惠券 ID"),
        Field::CouponName => ("Coupon name", "优惠券名称"),
        Field::CouponKind => ("Type of coupon", "优惠券类型"),
        Field::CouponStatus => ("Status of the coupon", "优惠券状态"),
        Field::CouponStart => ("Claim period from", "领取开始时间"),
        Field::CouponEnd => ("Claim period until", "领取结束时间"),
        Field::ValidityDays => ("Valid for days after claiming", "领取后有效天数"),
        Field::ValidityStart => ("Valid from", "使用开始时间"),
        Field::ValidityEnd => ("Valid until", "使用结束时间"),
        Field::CouponAudience => ("Audience", "目标人群"),
        Field::ChatCustomer => ("Customer of a chat coupon", "聊天券的顾客"),
        Field::ClaimsPerCustomer => ("Claims per customer", "每位顾客可领"),
        Field::CouponScope => ("Applies to", "适用范围"),
        Field::CouponProducts => ("Products it names", "适用商品"),
        Field::CouponProductCount => ("Number of products", "适用商品数"),
        Field::CouponDiscount => ("Discount, amount or %", "优惠（金额或 %）"),
        Field::CouponAmount => ("Fixed amount", "固定金额"),
        Field::CouponRate => ("Percentage", "百分比"),
        Field::CouponMaximum => ("Maximum discount", "最高优惠"),
        Field::MinimumSpend => ("Minimum spend", "最低消费"),
        Field::CouponQuantity => ("Quantity", "数量"),
        Field::ClaimCode => ("Claim code", "领取码"),
        Field::OwnClaimCode => ("Claim code without prefix", "领取码（不含前缀）"),
        Field::ClaimedCount => ("Claimed", "已领取"),
        Field::UsedCount => ("Used", "已使用"),
        Field::CouponSales => ("Sales", "销售额"),
        Field::CouponSpend => ("Spend", "花费"),
        Field::OrderId => ("Order ID", "订单 ID"),
        Field::OrderCustomer => ("Customer", "顾客"),
        Field::OrderPlaced => ("Placed", "下单时间"),
        Field::OrderPaid => ("Paid", "付款时间"),
        Field::OrderRefunded => ("Refunded", "退款金额"),
        Field::PartnerCampaign => ("Campaign name", "活动名称"),
        Field::PartnerDetails => ("Details", "活动详情"),
        Field::RegistrationStart => ("Registration from", "报名开始时间"),
        Field::RegistrationEnd => ("Registration until", "报名结束时间"),
        Field::RunningStart => ("Campaign from", "活动开始时间"),
        Field::RunningEnd => ("Campaign until", "活动结束时间"),
        Field::MinimumRate => ("Commission requirement, %", "佣金要求 (%)"),
        Field::PartnerName => ("Affiliate partner", "合作伙伴"),
        Field::PartnerContact => ("Partner's contact", "合作伙伴联系方式"),
        Field::PartnerState => ("State", "商品状态"),
        Field::SamplesApproved => ("Samples approved", "已通过样品"),
    };
    context.say(english, chinese)
}

/// The fields that a target offers.
pub(super) fn choices(target: &ImportTarget, context: &Context) -> ImportFieldChoices {
    let needed = required(target);
    ImportFieldChoices {
        fields: fields_of(target)
            .into_iter()
            .map(|one| ImportFieldChoice {
                field: one.key().to_owned(),
                name: field(one, context),
                required: needed.iter().any(|group| *group == [one]),
            })
            .collect(),
    }
}

/// A value that changes.
pub(super) fn change(
    about: Field,
    before: Option<String>,
    after: Option<String>,
    context: &Context,
) -> ImportChange {
    ImportChange {
        column: field(about, context),
        before,
        after,
        reason: None,
        remedy: None,
    }
}

/// Why a row is refused.
pub(super) fn refusal(
    about: Field,
    value: Option<String>,
    reason: String,
    remedy: String,
    context: &Context,
) -> ImportChange {
    ImportChange {
        column: field(about, context),
        before: None,
        after: value,
        reason: Some(reason),
        remedy: Some(remedy),
    }
}

/// Whether a product is on sale, in words.
pub(super) fn status(status: ProductStatus, context: &Context) -> String {
    match status {
        ProductStatus::Active => context.say("on sale", "在售"),
        ProductStatus::Inactive => context.say("not on sale", "未在售"),
    }
}

/// The refusal of a new product or SKU that lacks something.
pub(super) fn missing(what: &str, context: &Context) -> ImportChange {
    let about = match what {
        "title" => Field::Title,
        "status" => Field::Status,
        "coupon" => Field::CouponName,
        _ => Field::RetailPrice,
    };
    let name = field(about, context);
    refusal(
        about,
        None,
        context.say(
            format!("It is new, and the file does not state: {name}."),
            format!("该项为新增，但文件未提供“{name}”。"),
        ),
        context.say(
            "Add it to the file, or map the column that has it.",
            "请在文件中补充，或映射包含它的列。",
        ),
        context,
    )
}
