//! The families of rules, one folder each, one pair of files a rule.

pub mod affiliate_campaigns;
pub mod campaign_eligibility;
pub mod co_funded_coupons;
pub mod fees;
pub mod funded_promotions;
pub mod registration;
pub mod seller_coupons;
pub mod smart_promotion;

use crate::book::Family;

/// All families, in the order a seller meets them.
pub static FAMILIES: &[Family] = &[
    Family {
        prefix: "SP",
        folder: "smart_promotion",
        title: ("Smart Promotion", "智能促销"),
        rules: smart_promotion::RULES,
    },
    Family {
        prefix: "CE",
        folder: "campaign_eligibility",
        title: ("Campaign eligibility", "活动资格"),
        rules: campaign_eligibility::RULES,
    },
    Family {
        prefix: "RG",
        folder: "registration",
        title: (
            "Registering products and pricing SKUs",
            "商品报名与 SKU 定价",
        ),
        rules: registration::RULES,
    },
    Family {
        prefix: "FE",
        folder: "fees",
        title: ("Fees and co-funding", "费用与共同出资"),
        rules: fees::RULES,
    },
    Family {
        prefix: "CF",
        folder: "co_funded_coupons",
        title: ("The campaign's co-funded coupons", "活动共同出资优惠券"),
        rules: co_funded_coupons::RULES,
    },
    Family {
        prefix: "CP",
        folder: "seller_coupons",
        title: ("Seller coupons", "商家优惠券"),
        rules: seller_coupons::RULES,
    },
    Family {
        prefix: "AF",
        folder: "affiliate_campaigns",
        title: ("Affiliate partner campaigns", "联盟合作活动"),
        rules: affiliate_campaigns::RULES,
    },
    Family {
        prefix: "PF",
        folder: "funded_promotions",
        title: ("TikTok-funded promotions", "TikTok 出资的促销活动"),
        rules: funded_promotions::RULES,
    },
];
