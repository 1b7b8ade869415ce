//! Random registrations: small numbers, so that prices, bounds and stock meet.

use proptest::option::of;
use proptest::prelude::*;
use rust_decimal::Decimal;
use seller_domain::campaign::*;
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::price_history::*;
use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::smart_promotion::Enrolment;
use seller_domain::{Currency, Instant, Market, Money, Percent, Period, Zone};
use seller_rulebook::facts::OtherPlan;
use seller_rulebook::{Facts, ProductFacts, SkuFacts};

/// A registration and what is known about it.
pub fn world() -> impl Strategy<Value = (Draft, Facts)> {
    (campaign(), proptest::collection::vec(product(), 1..4)).prop_map(|(campaign, products)| {
        let mut draft = Draft {
            id: "D1".into(),
            campaign_id: campaign.id.clone(),
            coupons: Vec::new(),
            products: Vec::new(),
        };
        let mut facts = Facts {
            now: at(10 * 24),
            shop: shop(),
            enrolment: Enrolment::Never,
            campaign,
            accepted_products: 0,
            products: Default::default(),
        };
        for (number, product) in products.into_iter().enumerate() {
            product.place(number, &mut draft, &mut facts);
        }
        (draft, facts)
    })
}

/// So many hours after the first of May.
fn at(hours: i64) -> Instant {
    let first: Instant = "2026-05-01T07:00:00Z".parse().unwrap();
    first + chrono::TimeDelta::hours(hours)
}

fn usd(minor: i64) -> Money {
    Money::from_minor(minor, Currency::Usd)
}

/// Prices around 10, some of them too fine or not above zero.
fn price() -> impl Strategy<Value = Money> {
    prop_oneof![
        20 => (800i64..1_300).prop_map(usd),
        2 => (8_000i64..13_000).prop_map(|mills| Money::new(Decimal::new(mills, 3), Currency::Usd)),
        1 => (-2i64..3).prop_map(usd),
    ]
}

fn catalogue_price() -> impl Strategy<Value = Money> {
    prop_oneof![20 => 900i64..1_300, 1 => 0i64..3].prop_map(usd)
}

fn end(value: impl Strategy<Value = Decimal>) -> impl Strategy<Value = RangeEnd> {
    (value, any::<bool>()).prop_map(|(value, included)| RangeEnd { value, included })
}

fn range(
    lower: std::ops::Range<i64>,
    upper: std::ops::Range<i64>,
    scale: u32,
) -> impl Strategy<Value = StatedRange> {
    let number = move |range| (range,).prop_map(move |(n,): (i64,)| Decimal::new(n, scale));
    (of(end(number(lower))), of(end(number(upper))))
        .prop_map(|(lower, upper)| StatedRange { lower, upper })
}

fn campaign() -> impl Strategy<Value = Campaign> {
    let look_back = (
        1u32..40,
        prop_oneof![
            Just(LookBackStart::StartOfDay),
            Just(LookBackStart::SameTime)
        ],
        prop_oneof![Just(LookBackLevel::Sku), Just(LookBackLevel::Product)],
        prop_oneof![
            Just(FirstRecord::InForceAtStart),
            Just(FirstRecord::FirstInside)
        ],
    )
        .prop_map(|(days, starts, level, first_record)| LookBack {
            days,
            starts,
            level,
            first_record,
        });
    let against_retail = prop_oneof![Just(AgainstRetail::Below), Just(AgainstRetail::AtOrBelow)];
    let tier = (of(0i64..30), of(850i64..1_200), of(0u32..30)).prop_map(|terms| TierTerms {
        tier: Tier::Regular,
        minimum_discount: terms.0.map(Percent::whole),
        maximum_price: terms.1.map(usd),
        minimum_stock: terms.2,
    });
    (of(look_back), of(against_retail), of(tier), of(1i64..10)).prop_map(
        |(look_back, against_retail, tier, extra)| Campaign {
            id: "C1".into(),
            name: "Summer Sale".to_owned(),
            kind: CampaignKind::Major,
            sub_campaigns: Vec::new(),
            registration: Period::new(at(0), at(20 * 24)),
            re_registration_deadline: None,
            running: Period::new(at(30 * 24), at(37 * 24)),
            criteria: Criteria::default(),
            pricing: Pricing {
                look_back,
                against_retail,
            },
            tiers: tier.into_iter().collect(),
            extra_discount_minimum: extra.map(Percent::whole),
            coupons: Vec::new(),
            subsidy: Subsidy::None,
            approval: Approval::Reviewed,
            fee_policy: FeePolicy::default(),
            note: String::new(),
        },
    )
}

/// A product before it has a number.
#[derive(Debug, Clone)]
struct Drawn {
    unknown: bool,
    status: ProductStatus,
    tier: Tier,
    skus: Vec<DrawnSku>,
}

#[derive(Debug, Clone)]
struct DrawnSku {
    /// Registered, known, removed.
    standing: (bool, bool, bool),
    entered: (Option<Money>, Option<Decimal>, Option<Percent>),
    retail: Money,
    discount: Option<Money>,
    stock: Option<u32>,
    history: Vec<PriceRecord>,
    stated: Option<(StatedRange, StatedRange)>,
    elsewhere: Vec<OtherPlan>,
}

fn product() -> impl Strategy<Value = Drawn> {
    (
        proptest::bool::weighted(0.05),
        prop_oneof![12 => Just(ProductStatus::Active), 1 => Just(ProductStatus::Inactive)],
        prop_oneof![Just(Tier::Regular), Just(Tier::Featured)],
        proptest::collection::vec(sku(), 0..5),
    )
        .prop_map(|(unknown, status, tier, skus)| Drawn {
            unknown,
            status,
            tier,
            skus,
        })
}

fn sku() -> impl Strategy<Value = DrawnSku> {
    let weighted = proptest::bool::weighted;
    let stock = prop_oneof![
        10 => (0i64..40).prop_map(Decimal::from),
        1 => (-15i64..400).prop_map(|tenths| Decimal::new(tenths, 1)),
    ];
    let extra = prop_oneof![
        10 => (1i64..15).prop_map(Percent::whole),
        1 => (-5i64..200).prop_map(Percent::whole),
    ];
    let stated = (
        range(750..1_000, 950..1_300, 2),
        range(-5..250, 100..400, 1),
    );
    (
        (weighted(0.9), weighted(0.95), weighted(0.05)),
        (
            proptest::option::weighted(0.9, price()),
            proptest::option::weighted(0.9, stock),
            of(extra),
        ),
        catalogue_price(),
        of(catalogue_price()),
        of(0u32..50),
        proptest::collection::vec(record(), 0..4),
        of(stated),
        proptest::collection::vec(plan(), 0..3),
    )
        .prop_map(
            |(standing, entered, retail, discount, stock, history, stated, elsewhere)| DrawnSku {
                standing,
                entered,
                retail,
                discount,
                stock,
                history,
                stated,
                elsewhere,
            },
        )
}

fn record() -> impl Strategy<Value = PriceRecord> {
    let kind = prop_oneof![Just(PriceKind::Retail), Just(PriceKind::Campaign)];
    (kind, 900i64..1_300, -900i64..300, of(1i64..500)).prop_map(|(kind, price, from, hours)| {
        PriceRecord {
            kind,
            price: usd(price),
            from: at(from),
            until: hours.map(|hours| at(from + hours)),
        }
    })
}

fn plan() -> impl Strategy<Value = OtherPlan> {
    (900i64..1_200, 0u32..20, -40i64..40).prop_map(|(price, stock, day)| OtherPlan {
        campaign_id: "C2".into(),
        campaign_name: "Weekly Deals".to_owned(),
        running: Period::new(at(day * 24), at((day + 7) * 24)),
        price: usd(price),
        pending: stock % 5 == 0,
        stock,
        submitted_at: at(-2_000),
    })
}

impl Drawn {
    fn place(self, number: usize, draft: &mut Draft, facts: &mut Facts) {
        let id = format!("P{number}");
        let mut entries = Vec::new();
        let mut known = Vec::new();
        for (position, sku) in self.skus.into_iter().enumerate() {
            let (entry, sku) = sku.split(&id, &format!("{id}S{position}"));
            entries.extend(entry);
            known.extend(sku);
        }
        let product = Product {
            id: id.as_str().into(),
            title: "Product".to_owned(),
            category: String::new(),
            brand: String::new(),
            status: self.status,
        };
        if !self.unknown {
            let product = ProductFacts {
                excluded: false,
                product,
                skus: known,
                state: None,
            };
            facts.products.insert(id.as_str().into(), product);
        }
        draft.products.push(DraftProduct {
            product_id: id.into(),
            tier: self.tier,
            skus: entries,
        });
    }
}

impl DrawnSku {
    fn split(self, product: &str, id: &str) -> (Option<DraftSku>, Option<SkuFacts>) {
        let (registered, known, removed) = self.standing;
        let (campaign_price, campaign_stock, extra_discount) = self.entered;
        let entry = DraftSku {
            sku_id: id.into(),
            campaign_price,
            campaign_stock,
            extra_discount,
        };
        let facts = SkuFacts {
            sku: Sku {
                id: id.into(),
                product_id: product.into(),
                variation: String::new(),
                seller_sku: String::new(),
                retail_price: self.retail,
                discount_price: self.discount,
                stock: self.stock,
                unit_cost: None,
                shipping_charge: None,
                removed,
            },
            history: self.history,
            stated: self.stated.map(|(price_range, stock_range)| StatedTerms {
                sku_id: id.into(),
                price_range,
                stock_range,
                recommended_price: None,
                recommended: true,
            }),
            elsewhere: self.elsewhere,
        };
        (registered.then_some(entry), known.then_some(facts))
    }
}

fn shop() -> Shop {
    Shop {
        name: "Sunny Goods".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone::named("America/Los_Angeles").unwrap(),
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
