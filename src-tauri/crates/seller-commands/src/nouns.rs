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

const CHINESE: [(&str, &str); 62] = [
    ("SKU", "SKU"),
    ("SKU in this draft", "草稿中的 SKU"),
    ("a coupon's amount", "优惠券的优惠金额"),
    ("a coupon's maximum discount", "优惠券的最高优惠"),
    ("a coupon's minimum purchase", "优惠券的最低消费"),
    ("a coupon's seller maximum", "优惠券的卖家承担上限"),
    ("the free-shipping threshold", "包邮门槛"),
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
    ("draft of a campaign", "活动草稿"),
    ("draft of a coupon", "优惠券草稿"),
    ("draft of a registration", "报名草稿"),
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
    ("the monthly GMV", "月销售额"),
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

#[cfg(test)]
mod tests {
    use super::CHINESE;
    use std::path::Path;

    /// What stands before a noun where an error is made.
    const BEFORE: [&str; 10] = [
        "absent(",
        "not_found(",
        "what:",
        "missing:",
        "minor(",
        "minor_opt(",
        "points(",
        "points_opt(",
        "exact(",
        "maximum(",
    ];

    fn sources(folder: &Path, into: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_a_test = path.file_stem().is_some_and(|name| name == "tests");
            if path.is_dir() && !is_a_test {
                sources(&path, into);
            } else if path.extension().is_some_and(|end| end == "rs") && !is_a_test {
                let text = std::fs::read_to_string(path).unwrap();
                let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
                into.push(code.to_owned());
            }
        }
    }

    /// The noun that `text` begins with, if it begins with one.
    fn quoted(text: &str) -> Option<&str> {
        text.trim_start().strip_prefix('"')?.split('"').next()
    }

    #[test]
    fn every_noun_of_an_error_has_a_chinese_name() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut texts = Vec::new();
        for room in ["seller-store", "seller-planner", "seller-commands"] {
            sources(&here.with_file_name(room).join("src"), &mut texts);
        }
        let mut found = 0;
        for text in &texts {
            for before in BEFORE {
                for noun in text.split(before).skip(1).filter_map(quoted) {
                    found += 1;
                    let known = CHINESE.iter().any(|(english, _)| *english == noun);
                    assert!(known, "{before} \"{noun}\" has no Chinese name in nouns.rs");
                }
            }
        }
        assert!(found > 60, "only {found} nouns were found");
    }
}
