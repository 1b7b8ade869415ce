//! What the steps of the history did, in words. One line a key; `{name}` is a
//! number of the step.

use seller_domain::Language;
use seller_store::Summary;
use serde_json::Value;

/// The words of a step; the bare key where the list has none (a test finds those).
pub(super) fn summary(summary: &Summary, language: Language) -> String {
    let found = WORDS.iter().find(|(key, ..)| *key == summary.key);
    let Some((_, english, chinese)) = found else {
        return summary.key.clone();
    };
    let template = match language {
        Language::English => english,
        Language::SimplifiedChinese => chinese,
    };
    filled(template, &summary.params)
}

fn filled(template: &str, params: &Value) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, tail)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        match name.split_once(':') {
            Some((count, forms)) => text.push_str(form(forms, &params[count])),
            None => match &params[name] {
                Value::String(word) => text.push_str(word),
                Value::Null => text.push('?'),
                number => text.push_str(&number.to_string()),
            },
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// Of `row|rows` the one that fits the count.
fn form<'a>(forms: &'a str, count: &Value) -> &'a str {
    match forms.split_once('|') {
        Some((one, _)) if *count == 1 => one,
        Some((_, more)) => more,
        None => forms,
    }
}

/// `{rows}` is a count, `{rows:row|rows}` the word that fits it. Key, English, Chinese: the keys are the names of the commands that write.
pub(super) const WORDS: &[(&str, &str, &str)] = &[
    ("shop_save", "Saved the shop's settings", "保存了店铺设置"),
    (
        "import_apply",
        "Imported {rows} {rows:row|rows}: {new} new, {changed} changed",
        "导入了 {rows} 行：新增 {new}，更改 {changed}",
    ),
    (
        "import_apply_gone",
        "Imported {rows} {rows:row|rows}: {new} new, {changed} changed; {gone} {gone:SKU|SKUs} gone",
        "导入了 {rows} 行：新增 {new}，更改 {changed}；移除 {gone} 个 SKU",
    ),
    (
        "plan_register",
        "Registered {products} {products:product|products} with {skus} {skus:SKU|SKUs} from a table of {rows} {rows:row|rows}",
        "从 {rows} 行的表格报名了 {products} 个商品、{skus} 个 SKU",
    ),
    ("sku_edit", "Edited a SKU", "修改了一个 SKU"),
    (
        "smart_promotion_offer_save",
        "Recorded the terms of Smart Promotion",
        "记录了智能促销条款",
    ),
    (
        "smart_promotion_sign_up",
        "Signed up for Smart Promotion",
        "开始加入智能促销",
    ),
    (
        "smart_promotion_confirm",
        "Joined Smart Promotion",
        "加入了智能促销",
    ),
    (
        "smart_promotion_leave",
        "Left Smart Promotion",
        "退出了智能促销",
    ),
    (
        "exclusion_change",
        "Changed the exclusion of {products} {products:product|products}",
        "更改了 {products} 个商品的排除状态",
    ),
    ("campaign_save", "Saved a campaign", "保存了活动"),
    ("campaign_delete", "Deleted a campaign", "删除了活动"),
    ("draft_open", "Began a registration", "开始了一份报名"),
    ("draft_delete", "Threw a draft away", "丢弃了草稿"),
    (
        "draft_products",
        "Changed the choice of {products} {products:product|products}",
        "更改了 {products} 个商品的选择",
    ),
    (
        "draft_skus",
        "Changed the choice of {skus} {skus:SKU|SKUs}",
        "更改了 {skus} 个 SKU 的选择",
    ),
    (
        "draft_tier",
        "Changed the tier of {products} {products:product|products}",
        "更改了 {products} 个商品的层级",
    ),
    (
        "draft_coupons",
        "Chose the campaign's coupons",
        "选择了活动优惠券",
    ),
    (
        "draft_edit_cells",
        "Edited {cells} {cells:cell|cells}",
        "编辑了 {cells} 个单元格",
    ),
    (
        "draft_fill",
        "Filled {cells} {cells:cell|cells} by a strategy",
        "按策略填写了 {cells} 个单元格",
    ),
    (
        "draft_extra_discount",
        "Changed the extra discount of {products} {products:product|products}",
        "更改了 {products} 个商品的额外折扣",
    ),
    (
        "draft_repair",
        "Repaired findings with {edits} {edits:step|steps}",
        "用 {edits} 个步骤修复了问题",
    ),
    ("draft_apply_edits", "Repaired a finding", "修复了一个问题"),
    (
        "draft_submit",
        "Submitted {products} {products:product|products} with {skus} {skus:SKU|SKUs}",
        "提交了 {products} 个商品、{skus} 个 SKU",
    ),
    (
        "registration_decide",
        "Recorded the decision on {products} {products:product|products}",
        "记录了 {products} 个商品的审核结果",
    ),
    (
        "price_edit_request",
        "Requested new prices for {skus} {skus:SKU|SKUs}",
        "申请修改 {skus} 个 SKU 的价格",
    ),
    (
        "price_edit_decide",
        "Recorded the decision on a price",
        "记录了改价审核结果",
    ),
    (
        "withdrawal_request",
        "Asked to withdraw {products} {products:product|products}",
        "申请撤回 {products} 个商品",
    ),
    (
        "withdrawal_decide",
        "Recorded the decision on a withdrawal",
        "记录了撤回审核结果",
    ),
    (
        "recommendation_choose",
        "Decided on {skus} recommended {skus:price|prices}",
        "处理了 {skus} 个推荐价格",
    ),
    ("coupon_save", "Created a seller coupon", "创建了店铺优惠券"),
    ("coupon_edit", "Edited a seller coupon", "编辑了店铺优惠券"),
    (
        "coupon_deactivate",
        "Deactivated a seller coupon",
        "停用了店铺优惠券",
    ),
    (
        "coupon_send",
        "Noted that a chat coupon was sent",
        "记录了聊天优惠券的发送",
    ),
    (
        "coupon_duplicate",
        "Duplicated a seller coupon into a draft",
        "将店铺优惠券复制为草稿",
    ),
    (
        "coupon_draft_save",
        "Kept a draft of a seller coupon",
        "保存了优惠券草稿",
    ),
    (
        "coupon_draft_delete",
        "Threw a draft of a seller coupon away",
        "丢弃了优惠券草稿",
    ),
    (
        "coupon_addon_record",
        "Recorded an addon coupon",
        "记录了 addon 优惠券",
    ),
    (
        "coupon_code_taken",
        "Noted whether a claim code is taken",
        "记录了领取码是否被占用",
    ),
    (
        "coupon_settings_save",
        "Saved the settings of seller coupons",
        "保存了店铺优惠券设置",
    ),
    (
        "partner_campaign_save",
        "Recorded a campaign of an affiliate partner",
        "记录了联盟合作活动",
    ),
    (
        "partner_campaign_delete",
        "Deleted a campaign of an affiliate partner",
        "删除了联盟合作活动",
    ),
    (
        "partner_join_save",
        "Kept a registration with a partner campaign",
        "保存了联盟活动报名草稿",
    ),
    (
        "partner_join_discard",
        "Threw a registration with a partner campaign away",
        "丢弃了联盟活动报名草稿",
    ),
    (
        "partner_join_submit",
        "Joined a partner campaign with {products} {products:product|products}",
        "以 {products} 个商品参加了联盟合作活动",
    ),
    (
        "partner_product_decide",
        "Recorded the state of {products} {products:product|products} in a partner campaign",
        "记录了联盟活动中 {products} 个商品的状态",
    ),
    (
        "partner_product_rate",
        "Changed the commission rate of {products} {products:product|products}",
        "更改了 {products} 个商品的佣金率",
    ),
    (
        "partner_product_samples",
        "Changed the samples of {products} {products:product|products}",
        "更改了 {products} 个商品的样品数量",
    ),
    (
        "partner_samples_approved",
        "Recorded approved samples",
        "记录了已通过的样品",
    ),
    (
        "own_campaign_draft_save",
        "Kept a campaign for partners as a draft",
        "保存了自建联盟活动草稿",
    ),
    (
        "own_campaign_draft_delete",
        "Threw a draft of a campaign for partners away",
        "丢弃了自建联盟活动草稿",
    ),
    (
        "own_campaign_publish",
        "Published a campaign for partners with {products} {products:product|products}",
        "发布了含 {products} 个商品的自建联盟活动",
    ),
    (
        "own_campaign_partner_joined",
        "Recorded that a partner joined a campaign",
        "记录了合作伙伴加入活动",
    ),
    (
        "funded_switch_product_coupons_off",
        "Left TikTok-funded product coupons",
        "退出了 TikTok 出资的商品优惠券",
    ),
    (
        "funded_switch_product_coupons_on",
        "Joined TikTok-funded product coupons again",
        "重新加入了 TikTok 出资的商品优惠券",
    ),
    (
        "funded_switch_product_incentives_off",
        "Left TikTok-funded product incentives",
        "退出了 TikTok 出资的商品激励",
    ),
    (
        "funded_switch_product_incentives_on",
        "Joined TikTok-funded product incentives again",
        "重新加入了 TikTok 出资的商品激励",
    ),
    (
        "funded_switch_buy_more_save_more_off",
        "Left TikTok-funded Buy More, Save More",
        "退出了 TikTok 出资的多买多折",
    ),
    (
        "funded_switch_buy_more_save_more_on",
        "Joined TikTok-funded Buy More, Save More again",
        "重新加入了 TikTok 出资的多买多折",
    ),
    (
        "funded_switch_shipping_fee_discounts_off",
        "Left TikTok-funded shipping fee discounts",
        "退出了 TikTok 出资的运费折扣",
    ),
    (
        "funded_switch_shipping_fee_discounts_on",
        "Joined TikTok-funded shipping fee discounts again",
        "重新加入了 TikTok 出资的运费折扣",
    ),
];

#[cfg(test)]
mod tests {
    use super::summary;
    use seller_domain::Language;
    use seller_store::Summary;
    use serde_json::json;

    fn said(key: &str, params: serde_json::Value) -> String {
        let key = key.to_owned();
        summary(&Summary { key, params }, Language::English)
    }

    #[test]
    fn one_is_counted_in_the_singular() {
        let submitted = |products: u32, skus: u32| {
            said(
                "draft_submit",
                json!({ "products": products, "skus": skus }),
            )
        };
        assert_eq!(submitted(1, 1), "Submitted 1 product with 1 SKU");
        assert_eq!(submitted(1, 3), "Submitted 1 product with 3 SKUs");
        assert_eq!(submitted(0, 0), "Submitted 0 products with 0 SKUs");
        assert_eq!(
            said("draft_edit_cells", json!({ "cells": 1 })),
            "Edited 1 cell"
        );
    }

    #[test]
    fn no_braces_are_left_in_any_summary() {
        let params = json!({ "rows": 1, "new": 1, "changed": 1, "gone": 1, "products": 1,
            "skus": 1, "cells": 1, "edits": 1 });
        for (key, ..) in super::WORDS {
            let text = said(key, params.clone());
            assert!(!text.contains(['{', '}', '|', '?']), "{text}");
        }
    }
}
