//! What the store names in its errors, in the words of the asked language.

use seller_domain::Language;

/// The name of a thing or a value as an error of the store gives it. What has no other name keeps
/// the one it has.
pub(crate) fn noun(english: &str, language: Language) -> &str {
    if language == Language::English {
        return english;
    }
    let found = CHINESE.iter().find(|(known, _)| *known == english);
    found.map_or(english, |(_, chinese)| chinese)
}

const CHINESE: [(&str, &str); 54] = [
    ("SKU", "SKU"),
    ("SKU in this draft", "草稿中的 SKU"),
    ("campaign of your own", "自建活动"),
    ("file", "文件"),
    ("partner campaign", "机构活动"),
    ("the commission rate", "佣金率"),
    ("the commission requirement", "佣金要求"),
    ("campaign", "活动"),
    ("command", "命令"),
    ("coupon", "优惠券"),
    ("coupon of this campaign", "该活动的优惠券"),
    ("draft", "草稿"),
    ("draft of a coupon", "优惠券草稿"),
    ("price request", "改价申请"),
    ("product", "商品"),
    ("recommendation for SKU", "该 SKU 的推荐"),
    ("registered SKU", "已报名的 SKU"),
    ("registered product", "已报名的商品"),
    ("registered product in campaign", "该活动中已报名的商品"),
    ("registration", "报名"),
    ("rule", "规则"),
    ("withdrawal", "撤回申请"),
    ("retail price", "零售价"),
    ("status", "状态"),
    ("title", "标题"),
    ("the affiliate rate", "联盟佣金率"),
    ("the amount", "金额"),
    ("the average order value", "平均订单金额"),
    ("the campaign price", "活动价"),
    ("the campaign stock", "活动库存"),
    ("the campaign surcharge", "活动附加费率"),
    ("the chosen price", "所选价格"),
    ("the discount price", "折扣价"),
    ("the estimated spend", "预计支出"),
    ("the exempted rate", "减免后的费率"),
    ("the extra discount", "额外折扣"),
    ("the fee rate", "费率"),
    ("the fees", "费用"),
    ("the margin", "利润"),
    ("the maximum discount", "最高优惠"),
    ("the minimum spend", "最低消费"),
    ("the percentage", "百分比"),
    ("the price", "价格"),
    ("the recommended price", "推荐价"),
    ("the referral rate", "平台佣金率"),
    ("the registered price", "已报名的活动价"),
    ("the retail price", "零售价"),
    ("the sales", "销售额"),
    ("the shipping charge", "买家运费"),
    ("the shipping cost", "运费成本"),
    ("the spend", "支出"),
    ("the unit cost", "单件成本"),
    ("the wanted margin", "目标利润率"),
    ("the wanted price", "申请的价格"),
];
