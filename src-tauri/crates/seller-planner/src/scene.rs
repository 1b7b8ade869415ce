//! A small shop for the tests: one product with as many SKUs as a test needs,
//! in a campaign that is open for registration.

use chrono::{TimeZone, Utc};
use rust_decimal::Decimal;
use seller_domain::campaign::{
    Approval, Campaign, CampaignCoupon, CampaignKind, CouponDiscount, CouponTarget, Criteria,
    FeePolicy, Pricing, Subsidy, Tier,
};
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_domain::{Currency, Instant, Market, Money, Percent, Period, Zone};
use seller_rulebook::{Facts, ProductFacts, SkuFacts};

pub(crate) fn usd(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

pub(crate) fn percent(text: &str) -> Percent {
    text.parse().unwrap()
}

pub(crate) fn day(month: u32, day: u32) -> Instant {
    Utc.with_ymd_and_hms(2026, month, day, 12, 0, 0).unwrap()
}

/// What the platform and partners take in the tests: no fee at all.
pub(crate) fn no_fees() -> FeeTerms {
    FeeTerms {
        referral_rate: Percent::ZERO,
        affiliate_rate: Percent::ZERO,
        shipping_cost: usd("0"),
        shipping_charge: usd("0"),
        wanted_margin: Percent::ZERO,
    }
}

/// A US shop outside Smart Promotion, in a campaign that charges nothing.
pub(crate) fn facts() -> Facts {
    Facts {
        now: day(5, 10),
        shop: Shop {
            name: "Sunny Goods".to_owned(),
            market: Market::Us,
            currency: Currency::Usd,
            time_zone: Zone::named("America/Los_Angeles").unwrap(),
            sps: Some(Score::from_tenths(42)),
            violations: 0,
            free_shipping_threshold: Some(usd("25")),
            average_order_value: None,
            monthly_gmv: None,
            fee_terms: no_fees(),
        },
        enrolment: Enrolment::Never,
        campaign: campaign(),
        accepted_products: 0,
        products: std::collections::HashMap::new(),
    }
}

fn campaign() -> Campaign {
    Campaign {
        id: "C1".into(),
        name: "Summer Sale".to_owned(),
        kind: CampaignKind::Major,
        sub_campaigns: Vec::new(),
        registration: Period::new(day(5, 1), day(5, 20)),
        re_registration_deadline: None,
        running: Period::new(day(6, 1), day(6, 8)),
        criteria: Criteria::default(),
        pricing: Pricing::default(),
        tiers: Vec::new(),
        extra_discount_minimum: Some(percent("5")),
        coupons: Vec::new(),
        subsidy: Subsidy::None,
        approval: Approval::Reviewed,
        fee_policy: FeePolicy {
            service_fee_rate: Some(Percent::ZERO),
            ..FeePolicy::default()
        },
        note: String::new(),
    }
}

pub(crate) fn enrolled(mode: Mode, rate: &str) -> Enrolment {
    Enrolment::Enrolled {
        terms: Terms {
            mode,
            service_package: "Smart Promotion".to_owned(),
            fee_rate: percent(rate),
            exempted_rate: None,
            campaign_surcharge: Percent::whole(1),
        },
        since: day(1, 15),
    }
}

pub(crate) fn coupon(discount: CouponDiscount, minimum: &str, ratio: i64) -> CampaignCoupon {
    CampaignCoupon {
        id: "K1".into(),
        name: "Co-funded".to_owned(),
        discount,
        target: CouponTarget::AllCustomers,
        seller_ratio: Percent::whole(ratio),
        seller_maximum: None,
        minimum_purchase: usd(minimum),
        quantity: None,
    }
}

/// A SKU `S1`, `S2` … of product `P1`, `P2` …, for sale since the beginning of the year.
pub(crate) fn sku(product: usize, number: usize, retail: &str, cost: Option<&str>) -> SkuFacts {
    SkuFacts {
        sku: Sku {
            id: format!("P{product}S{number}").into(),
            product_id: format!("P{product}").into(),
            variation: String::new(),
            seller_sku: String::new(),
            retail_price: usd(retail),
            discount_price: None,
            stock: Some(1_000),
            unit_cost: cost.map(usd),
            shipping_charge: None,
            removed: false,
        },
        history: vec![PriceRecord {
            kind: PriceKind::Retail,
            price: usd(retail),
            from: day(1, 1),
            until: None,
        }],
        stated: None,
        elsewhere: Vec::new(),
    }
}

/// Puts a product with these SKUs into the catalogue.
pub(crate) fn put(facts: &mut Facts, product: usize, skus: Vec<SkuFacts>) {
    let id = format!("P{product}");
    facts.products.insert(
        id.as_str().into(),
        ProductFacts {
            product: Product {
                id: id.as_str().into(),
                title: "Mug".to_owned(),
                category: "Kitchen (600001)".to_owned(),
                brand: String::new(),
                status: ProductStatus::Active,
            },
            skus,
            excluded: false,
            state: None,
        },
    );
}

/// A draft of everything in the catalogue, without prices, ten units each.
pub(crate) fn draft(facts: &Facts) -> Draft {
    let mut products: Vec<&ProductFacts> = facts.products.values().collect();
    products.sort_by(|one, other| one.product.id.cmp(&other.product.id));
    Draft {
        id: "D1".into(),
        campaign_id: "C1".into(),
        coupons: Vec::new(),
        products: products
            .into_iter()
            .map(|known| DraftProduct {
                product_id: known.product.id.clone(),
                tier: Tier::Regular,
                skus: known.skus.iter().map(entry).collect(),
            })
            .collect(),
    }
}

fn entry(known: &SkuFacts) -> DraftSku {
    DraftSku {
        sku_id: known.sku.id.clone(),
        campaign_price: None,
        campaign_stock: Some(Decimal::TEN),
        extra_discount: None,
    }
}
