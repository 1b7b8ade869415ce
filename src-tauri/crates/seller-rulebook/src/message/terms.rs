//! Words that messages fill in and that every language has its own for.

use seller_domain::Language;

/// The word for a key; none if the book has no such word.
pub(super) fn term(key: &str, language: Language) -> Option<&'static str> {
    let (_, english, chinese) = TERMS.iter().find(|(name, ..)| *name == key)?;
    Some(match language {
        Language::English => english,
        Language::SimplifiedChinese => chinese,
    })
}

/// The keys of all words.
#[cfg(test)]
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    TERMS.iter().map(|(key, ..)| *key)
}

const TERMS: &[(&str, &str, &str)] = &[
    ("store_wide", "store-wide GMV", "全店 GMV 模式"),
    ("co_funded", "co-funded", "共同出资模式"),
    ("not_enrolled", "not enrolled", "未加入"),
    ("enrolled", "enrolled", "已加入"),
    ("none", "none", "无"),
    ("no_free_shipping", "no free shipping", "未提供包邮"),
    ("sign_up", "Sign up", "立即加入"),
    ("confirm_and_next", "Confirm and next", "确认并继续"),
    ("confirm", "Confirm", "确认"),
    ("terms.mode", "mode", "模式"),
    ("terms.service_package", "service package", "服务套餐"),
    ("terms.fee_rate", "fee rate", "费率"),
    ("terms.exempted_rate", "exempted rate", "减免后费率"),
    (
        "terms.campaign_surcharge",
        "campaign surcharge",
        "活动附加费率",
    ),
    ("featured", "Featured", "精选"),
    ("regular", "Regular", "常规"),
    ("pending", "Pending", "待审核"),
    ("registered", "Registered", "已报名"),
    ("rejected", "Rejected", "已拒绝"),
    ("sku_error", "SKU error", "SKU 异常"),
    ("withdrawn", "Withdrawn", "已撤回"),
    ("approved", "Approved", "已通过"),
    ("pending_closed", "Pending closed", "待关闭"),
    ("closed", "Closed", "已关闭"),
    ("below", "below", "低于"),
    ("at_or_below", "at or below", "不高于"),
    (
        "retail_price_changed",
        "A changed retail price",
        "修改零售价",
    ),
    ("sku_added", "A new SKU", "新增 SKU"),
    ("sku_deleted", "A deleted SKU", "删除 SKU"),
    ("sku_edited", "An edited SKU", "编辑 SKU"),
    ("ended", "ended", "已结束"),
    ("deactivated", "deactivated", "已停用"),
    ("field.name", "The name", "名称"),
    ("field.claim_code", "The claim code", "优惠码"),
    ("field.period", "The claim period", "领取时间"),
    ("field.validity", "The validity", "有效期"),
    ("field.audience", "The audience", "适用人群"),
    ("field.customer", "The customer", "指定顾客"),
    ("field.amount", "The amount", "优惠金额"),
    ("field.rate", "The percentage", "折扣比例"),
    (
        "field.maximum_discount",
        "The maximum discount",
        "最高优惠金额",
    ),
    ("field.minimum_spend", "The minimum spend", "最低消费"),
    ("field.quantity", "The quantity", "数量"),
    (
        "field.claims_per_customer",
        "The number of claims per customer",
        "每人限领次数",
    ),
    ("product_coupons", "Product coupons", "商品优惠券"),
    ("product_incentives", "Product incentives", "商品激励"),
    ("buy_more_save_more", "Buy More, Save More", "多买多折"),
    (
        "shipping_fee_discounts",
        "Shipping fee discounts",
        "运费折扣",
    ),
    ("switch.on", "on", "开启"),
    ("switch.off", "off", "关闭"),
    ("field.scope", "The choice of products", "适用商品"),
];
