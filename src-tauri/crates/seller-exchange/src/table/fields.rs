//! What the columns of a table can mean, and the names that sellers give them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The platform's id of the product.
    ProductId,
    /// The platform's id of the SKU.
    SkuId,
    /// The product's title.
    Title,
    /// The SKU's variation.
    Variation,
    /// The product's category.
    Category,
    /// The product's brand.
    Brand,
    /// Whether the product is on sale.
    Status,
    /// The seller's own code of the SKU.
    SellerSku,
    /// The price without any promotion.
    RetailPrice,
    /// The seller's own current discount price.
    DiscountPrice,
    /// Units that can be sold.
    Stock,
    /// What one unit costs the seller.
    UnitCost,
    /// What the customer pays for shipping one unit.
    ShippingCharge,
    /// A price that the SKU had.
    HistoryPrice,
    /// What kind of price that was.
    HistoryKind,
    /// When that price came into force.
    HistoryFrom,
    /// When it went out of force.
    HistoryUntil,
    /// The lowest price of the last 30 days.
    #[serde(rename = "low_30d")]
    Low30Days,
    /// The campaign price.
    CampaignPrice,
    /// The campaign stock.
    CampaignStock,
    /// The extra discount, in percent.
    ExtraDiscountPercent,
    /// Featured or Regular.
    Tier,
    /// What the platform decided about the product.
    State,
    /// Why it did.
    Reason,
    /// The platform's id of a coupon.
    CouponId,
    /// Its name.
    CouponName,
    /// Its type.
    CouponKind,
    /// Where it stands.
    CouponStatus,
    /// When its claim period begins.
    CouponStart,
    /// When it ends.
    CouponEnd,
    /// How many days a claimed one can be used.
    ValidityDays,
    /// From when a claimed one can be used.
    ValidityStart,
    /// Until when.
    ValidityEnd,
    /// Who can claim it.
    CouponAudience,
    /// The customer of a chat coupon.
    ChatCustomer,
    /// What it takes off: an amount, or a number with a sign of percentage.
    CouponDiscount,
    /// What it takes off, as an amount.
    CouponAmount,
    /// What it takes off, in percent.
    CouponRate,
    /// The most that a percentage takes off.
    CouponMaximum,
    /// The least order that gets it.
    MinimumSpend,
    /// How many there are.
    CouponQuantity,
    /// How often one customer can claim it.
    ClaimsPerCustomer,
    /// Whether it applies to the whole shop or to products.
    CouponScope,
    /// The products that it names.
    CouponProducts,
    /// How many those are.
    CouponProductCount,
    /// The code that customers enter.
    ClaimCode,
    /// The seller's part of it.
    OwnClaimCode,
    /// How many were claimed.
    ClaimedCount,
    /// How many were used.
    UsedCount,
    /// Sales of the orders that used it.
    CouponSales,
    /// What the seller gave.
    CouponSpend,
    /// The platform's id of an order.
    OrderId,
    /// The customer.
    OrderCustomer,
    /// When it was placed.
    OrderPlaced,
    /// When it was paid.
    OrderPaid,
    /// What was refunded of it.
    OrderRefunded,
    /// The name of a campaign of an affiliate partner.
    PartnerCampaign,
    /// What the partner says of it.
    PartnerDetails,
    /// When registration begins.
    RegistrationStart,
    /// When it ends.
    RegistrationEnd,
    /// When the campaign begins.
    RunningStart,
    /// When it ends.
    RunningEnd,
    /// The least total commission rate, in percent.
    MinimumRate,
    /// The partner.
    PartnerName,
    /// How the partner can be reached.
    PartnerContact,
    /// Where a product that joined stands.
    PartnerState,
    /// How many of its samples are approved.
    SamplesApproved,
}

/// What a table is imported for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Products and SKUs.
    Catalogue,
    /// Unit costs.
    Costs,
    /// Prices of the past.
    PriceHistory,
    /// Campaign prices and stock.
    Plan,
    /// What the platform decided.
    Decisions,
    /// The platform's list of coupons.
    Coupons,
    /// Orders of customers.
    Orders,
    /// A list that names products.
    Products,
    /// Campaigns of affiliate partners.
    PartnerCampaigns,
    /// What became of products that joined one.
    PartnerProducts,
}

impl Field {
    /// The stable key, as exports write it into their header.
    pub fn key(self) -> &'static str {
        self.names()[0]
    }

    /// The key, and other names in English and Chinese. Compared without blanks, case and signs.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::ProductId => &[
                "product_id",
                "pid",
                "product",
                "item_id",
                "spu_id",
                "商品ID",
                "产品ID",
                "商品编号",
                "商品编码",
            ],
            Self::SkuId => &[
                "sku_id",
                "sku",
                "skuid",
                "variant_id",
                "variation_id",
                "SKU编号",
                "SKU编码",
                "规格ID",
            ],
            Self::Title => &[
                "title",
                "product_name",
                "name",
                "product_title",
                "item_name",
                "商品名称",
                "商品标题",
                "产品名称",
                "标题",
                "名称",
            ],
            Self::Variation => &[
                "variation",
                "variant",
                "variation_value",
                "sku_name",
                "option",
                "options",
                "规格",
                "变体",
                "SKU名称",
                "属性",
                "款式",
            ],
            Self::Category => &[
                "category",
                "product_category",
                "类目",
                "分类",
                "商品类目",
                "品类",
            ],
            Self::Brand => &["brand", "brands_name", "brand_name", "品牌", "品牌名称"],
            Self::Status => &["status", "product_status", "商品状态", "状态"],
            Self::SellerSku => &[
                "seller_sku",
                "merchant_sku",
                "my_sku",
                "sku_code",
                "商家SKU",
                "卖家SKU",
                "商家编码",
                "货号",
            ],
            Self::RetailPrice => &[
                "retail_price",
                "price",
                "list_price",
                "original_price",
                "regular_price",
                "selling_price",
                "price_local_currency",
                "零售价",
                "原价",
                "价格",
                "售价",
                "吊牌价",
                "划线价",
            ],
            Self::DiscountPrice => &[
                "discount_price",
                "sale_price",
                "current_price",
                "deal_price",
                "discounted_price",
                "折扣价",
                "现价",
                "促销价",
            ],
            Self::Stock => &[
                "stock",
                "quantity",
                "qty",
                "available_stock",
                "inventory",
                "on_hand",
                "库存",
                "可用库存",
                "数量",
            ],
            Self::UnitCost => &[
                "unit_cost",
                "cost",
                "cogs",
                "cost_price",
                "purchase_price",
                "landed_cost",
                "product_cost",
                "成本",
                "成本价",
                "单位成本",
                "采购价",
                "进价",
                "进货价",
            ],
            Self::ShippingCharge => &[
                "shipping_charge",
                "shipping",
                "shipping_fee",
                "customer_shipping",
                "delivery_fee",
                "运费",
                "买家运费",
            ],
            Self::HistoryPrice => &[
                "history_price",
                "price",
                "past_price",
                "历史价格",
                "历史价",
                "价格",
            ],
            Self::HistoryKind => &[
                "kind",
                "price_kind",
                "price_type",
                "type",
                "价格类型",
                "类型",
            ],
            Self::HistoryFrom => &[
                "from",
                "valid_from",
                "start",
                "start_date",
                "start_time",
                "begins",
                "date",
                "开始时间",
                "开始日期",
                "生效时间",
                "日期",
            ],
            Self::HistoryUntil => &[
                "until",
                "valid_until",
                "to",
                "end",
                "end_date",
                "end_time",
                "ends",
                "结束时间",
                "结束日期",
                "失效时间",
            ],
            Self::Low30Days => &[
                "low_30d",
                "lowest_30_days",
                "lowest_price_30_days",
                "30_day_low",
                "30_day_lowest_price",
                "l30d_low",
                "30天最低价",
                "近30天最低价",
                "三十天最低价",
            ],
            Self::CampaignPrice => &[
                "campaign_price",
                "promo_price",
                "promotion_price",
                "event_price",
                "活动价",
                "活动价格",
                "报名价",
            ],
            Self::CampaignStock => &[
                "campaign_stock",
                "campaign_quantity",
                "promo_stock",
                "活动库存",
                "报名库存",
            ],
            Self::ExtraDiscountPercent => &[
                "extra_discount_percent",
                "extra_discount",
                "extra_discount_pct",
                "additional_discount",
                "额外折扣",
                "额外优惠",
            ],
            Self::Tier => &[
                "tier",
                "campaign_tier",
                "product_tier",
                "等级",
                "活动等级",
                "资源位",
            ],
            Self::State => &[
                "state",
                "decision",
                "result",
                "registration_status",
                "registration_state",
                "审核结果",
                "结果",
                "审核状态",
                "报名状态",
            ],
            Self::Reason => &[
                "reason",
                "reject_reason",
                "rejection_reason",
                "error_msg",
                "comment",
                "原因",
                "拒绝原因",
                "失败原因",
            ],
            _ => super::coupon_fields::names(self),
        }
    }
}
