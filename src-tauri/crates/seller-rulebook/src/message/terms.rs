//! Words that messages fill in and that every language has its own for.

use seller_domain::Language;

/// The word for a key; the key itself if the book has none (a test finds those).
pub(super) fn term(key: &'static str, language: Language) -> &'static str {
    let found = TERMS.iter().find(|(name, ..)| *name == key);
    match (found, language) {
        (Some((_, english, _)), Language::English) => english,
        (Some((.., chinese)), Language::SimplifiedChinese) => chinese,
        (None, _) => key,
    }
}

const TERMS: &[(&str, &str, &str)] = &[
    ("store_wide", "store-wide GMV", "全店 GMV 模式"),
    ("co_funded", "co-funded", "共同出资模式"),
    ("not_enrolled", "not enrolled", "未加入"),
    ("enrolled", "enrolled", "已加入"),
    ("none", "none", "无"),
    ("featured", "Featured", "精选"),
    ("regular", "Regular", "常规"),
    ("pending", "Pending", "待审核"),
    ("registered", "Registered", "已报名"),
    ("rejected", "Rejected", "已拒绝"),
];
