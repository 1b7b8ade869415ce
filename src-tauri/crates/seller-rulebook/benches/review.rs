//! How long the book takes over a large registration: 100,000 SKUs in 8,334
//! products, each with a stated range, a year of price history and a plan
//! elsewhere. `cargo bench -p seller-rulebook`.

use seller_domain::campaign::*;
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::smart_promotion::Enrolment;
use seller_domain::{Currency, Instant, Market, Money, Percent, Period, ProductId, SkuId, Zone};
use seller_rulebook::cases::{ProductCase, Setting};
use seller_rulebook::facts::OtherPlan;
use seller_rulebook::review::{corridor, review_product, review_registration};
use seller_rulebook::{Facts, ProductFacts, SkuFacts};

const PRODUCTS: u32 = 8_334;
const SKUS_OF_A_PRODUCT: u32 = 12;

fn main() {
    divan::main();
}

/// Every price is in order.
#[divan::bench]
fn all_in_order(bencher: divan::Bencher<'_, '_>) {
    let (draft, facts) = registration(15_00);
    let review = review_registration(&draft, &facts);
    assert!(review.products.iter().all(Vec::is_empty));
    bencher.bench(|| review_registration(&draft, &facts));
}

/// Every SKU has a price above the ceiling: a finding and a repair for each.
#[divan::bench]
fn all_too_dear(bencher: divan::Bencher<'_, '_>) {
    let (draft, facts) = registration(25_00);
    bencher.bench(|| review_registration(&draft, &facts));
}

/// What one key press in the grid costs.
#[divan::bench]
fn one_product(bencher: divan::Bencher<'_, '_>) {
    let (draft, facts) = registration(15_00);
    let policy = facts.policy();
    bencher.bench(|| review_product(&draft.products[4_000], Setting::new(&facts, &policy)));
}

/// The corridor of every SKU, as the strategies ask for it.
#[divan::bench]
fn all_corridors(bencher: divan::Bencher<'_, '_>) {
    let (draft, facts) = registration(15_00);
    let policy = facts.policy();
    let setting = Setting::new(&facts, &policy);
    bencher.bench(|| {
        let cases = draft.products.iter().flat_map(|entry| {
            let product = ProductCase::new(setting, entry);
            entry.skus.iter().map(move |sku| product.sku(sku))
        });
        cases.filter(|case| corridor(case).is_empty()).count()
    });
}

fn usd(minor: i64) -> Money {
    Money::from_minor(minor, Currency::Usd)
}

fn at(text: &str) -> Instant {
    text.parse().expect("an instant")
}

/// Ids as long as the platform's.
fn product_id(number: u32) -> ProductId {
    format!("17293800000{number:08}").into()
}

fn sku_id(product: u32, number: u32) -> SkuId {
    format!("17293900{product:08}{number:03}").into()
}

fn registration(price: i64) -> (Draft, Facts) {
    let draft = Draft {
        id: "D1".into(),
        campaign_id: "C1".into(),
        coupons: Vec::new(),
        products: (0..PRODUCTS)
            .map(|number| draft_product(number, price))
            .collect(),
    };
    let facts = Facts {
        now: at("2026-05-10T12:00:00Z"),
        shop: shop(),
        enrolment: Enrolment::Never,
        campaign: campaign(),
        accepted_products: 0,
        products: (0..PRODUCTS)
            .map(|number| (product_id(number), product_facts(number)))
            .collect(),
    };
    (draft, facts)
}

fn draft_product(number: u32, price: i64) -> DraftProduct {
    let sku = |sku| DraftSku {
        sku_id: sku_id(number, sku),
        campaign_price: Some(usd(price - i64::from(sku))),
        campaign_stock: Some(10.into()),
        extra_discount: Some(Percent::whole(5)),
    };
    DraftProduct {
        product_id: product_id(number),
        tier: Tier::Regular,
        skus: (0..SKUS_OF_A_PRODUCT).map(sku).collect(),
    }
}

fn product_facts(number: u32) -> ProductFacts {
    ProductFacts {
        excluded: false,
        product: Product {
            id: product_id(number),
            title: "Kopi Susu 250 ml".to_owned(),
            category: "Coffee (601450)".to_owned(),
            brand: String::new(),
            status: ProductStatus::Active,
        },
        skus: (0..SKUS_OF_A_PRODUCT)
            .map(|sku| sku_facts(number, sku))
            .collect(),
        state: None,
    }
}

fn sku_facts(product: u32, number: u32) -> SkuFacts {
    let id = sku_id(product, number);
    SkuFacts {
        sku: Sku {
            id: id.clone(),
            product_id: product_id(product),
            variation: "Black, Standard".to_owned(),
            seller_sku: String::new(),
            retail_price: usd(20_00),
            discount_price: Some(usd(18_00)),
            stock: Some(100),
            unit_cost: Some(usd(8_00)),
            shipping_charge: None,
            removed: false,
        },
        history: (1..=12).map(sold).collect(),
        stated: Some(StatedTerms {
            sku_id: id,
            price_range: StatedRange::at_most(17.into()),
            stock_range: StatedRange::at_least(5.into()),
            recommended_price: None,
            recommended: true,
        }),
        elsewhere: vec![OtherPlan {
            pending: false,
            campaign_id: "C2".into(),
            campaign_name: "Autumn Sale".to_owned(),
            running: Period::new(at("2026-09-01T07:00:00Z"), at("2026-09-08T07:00:00Z")),
            price: usd(14_00),
            stock: 10,
            submitted_at: at("2026-05-01T07:00:00Z"),
        }],
    }
}

/// A price of each month of the last year.
fn sold(month: u32) -> PriceRecord {
    let year = if month > 5 { 2025 } else { 2026 };
    PriceRecord {
        kind: PriceKind::Discount,
        price: usd(16_00 + i64::from(month)),
        from: at(&format!("{year}-{month:02}-01T07:00:00Z")),
        until: Some(at(&format!("{year}-{month:02}-08T07:00:00Z"))),
    }
}

fn shop() -> Shop {
    Shop {
        name: "Sunny Goods".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone::named("America/Los_Angeles").expect("a zone"),
        sps: Some(Score::from_tenths(42)),
        violations: 0,
        free_shipping_threshold: Some(usd(25_00)),
        average_order_value: None,
        monthly_gmv: None,
        fee_terms: FeeTerms {
            referral_rate: Percent::whole(6),
            affiliate_rate: Percent::ZERO,
            shipping_cost: usd(4_00),
            shipping_charge: usd(5_00),
            wanted_margin: Percent::whole(20),
        },
    }
}

fn campaign() -> Campaign {
    Campaign {
        id: "C1".into(),
        name: "Summer Sale".to_owned(),
        kind: CampaignKind::Major,
        sub_campaigns: Vec::new(),
        registration: Period::new(at("2026-05-01T07:00:00Z"), at("2026-05-20T07:00:00Z")),
        re_registration_deadline: None,
        running: Period::new(at("2026-06-01T07:00:00Z"), at("2026-06-08T07:00:00Z")),
        criteria: Criteria::default(),
        pricing: Pricing::default(),
        tiers: vec![TierTerms {
            tier: Tier::Regular,
            minimum_discount: Some(Percent::whole(10)),
            maximum_price: Some(usd(50_00)),
            minimum_stock: Some(5),
        }],
        extra_discount_minimum: Some(Percent::whole(5)),
        coupons: Vec::new(),
        subsidy: Subsidy::None,
        approval: Approval::Reviewed,
        fee_policy: FeePolicy::default(),
        note: String::new(),
    }
}
