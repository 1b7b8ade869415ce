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
];
