//! Scenes: the little worlds of the examples, written in TOML. What a scene
//! does not say is an ordinary shop, enrolled, in an open campaign.

use crate::coupons::CouponScene;
use crate::funded::SwitchScene;
use crate::partners::PartnerScene;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use seller_domain::campaign::*;
use seller_domain::catalogue::{Product, ProductStatus, Sku};
use seller_domain::price_history::{LookBack, PriceKind, PriceRecord};
use seller_domain::registration::{Draft, DraftProduct, DraftSku, ProductState};
use seller_domain::shop::{FeeTerms, Score, Shop};
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_domain::{Currency, Instant, Market, Money, Percent, Period, SkuId, Zone};
use seller_rulebook::cases::{CatalogueChangeCase, EnrolmentCase, EnrolmentStep, LeavingCase};
use seller_rulebook::coupon_cases::CouponCase;
use seller_rulebook::facts::OtherPlan;
use seller_rulebook::finding::Edit;
use seller_rulebook::funded_cases::SwitchCase;
use seller_rulebook::message::{CriterionLine, Scribe};
use seller_rulebook::partner_cases::JoinCase;
use seller_rulebook::review::*;
use seller_rulebook::{Facts, Fault, Finding, ProductFacts, SkuFacts};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Scene {
    now: Option<String>,
    shop: ShopText,
    smart_promotion: SmartPromotionText,
    campaign: CampaignText,
    products: Vec<ProductText>,
    /// Coupons that the registration names; absent: all.
    registered_coupons: Option<Vec<String>>,
    enrolling: Option<EnrollingText>,
    leaving: Option<LeavingText>,
    price_edit: Option<PriceEditText>,
    catalogue_change: Option<CatalogueChangeText>,
    /// A seller coupon; nothing else of the scene but the shop counts then.
    coupon: Option<CouponScene>,
    /// An affiliate partner campaign; nothing else of the scene but the shop counts then.
    partner: Option<PartnerScene>,
    /// A switch of TikTok-funded promotions that is moved.
    switching: Option<SwitchScene>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ShopText {
    market: Option<Market>,
    time_zone: Option<String>,
    sps: Option<String>,
    violations: Option<u32>,
    /// Empty: no free shipping.
    free_shipping_threshold: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct SmartPromotionText {
    /// `none`, `left`, or a mode.
    mode: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct CampaignText {
    kind: Option<CampaignKind>,
    registration: Option<[String; 2]>,
    re_registration_deadline: Option<String>,
    running: Option<[String; 2]>,
    minimum_sps: Option<String>,
    free_shipping_threshold_at_most: Option<String>,
    violations_below: Option<u32>,
    coupons_optional: bool,
    /// `not`, or the accepted modes.
    smart_promotion: Option<Vec<Mode>>,
    smart_promotion_not_asked: bool,
    look_back: Option<LookBack>,
    against_retail: Option<AgainstRetail>,
    tiers: Vec<TierText>,
    extra_discount_minimum: Option<String>,
    coupons: Vec<String>,
    subsidy: Option<Subsidy>,
    accepted_products: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TierText {
    tier: Tier,
    minimum_discount: Option<String>,
    maximum_price: Option<String>,
    minimum_stock: Option<u32>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ProductText {
    id: String,
    tier: Option<Tier>,
    status: Option<ProductStatus>,
    category: Option<String>,
    /// Not in the catalogue.
    unknown: bool,
    /// In the catalogue, not in the registration.
    left_out: bool,
    /// `pending`, `registered`, `withdrawn`, `sku_error`, `rejected`.
    state: Option<String>,
    skus: Vec<SkuText>,
}

impl ProductText {
    /// A product whose last SKU leaves the registration leaves with it.
    fn all_skus_left_out(&self) -> bool {
        !self.skus.is_empty() && self.skus.iter().all(|sku| sku.left_out)
    }
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct SkuText {
    id: String,
    retail: Option<String>,
    discount: Option<String>,
    available: Option<u32>,
    /// The catalogue does not say how many there are.
    available_unknown: bool,
    cost: Option<String>,
    history: Vec<HistoryText>,
    stated_price: Option<RangeText>,
    stated_stock: Option<RangeText>,
    recommended_price: Option<String>,
    elsewhere: Vec<ElsewhereText>,
    /// In the catalogue, not in the registration.
    left_out: bool,
    unknown: bool,
    /// A later import of the catalogue no longer had it.
    removed: bool,
    variation: String,
    price: Option<String>,
    /// Empty: left blank.
    stock: Option<String>,
    extra: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct HistoryText {
    #[serde(default)]
    kind: Option<PriceKind>,
    price: String,
    from: String,
    #[serde(default)]
    until: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct RangeText {
    at_least: Option<String>,
    above: Option<String>,
    at_most: Option<String>,
    below: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ElsewhereText {
    campaign: String,
    running: [String; 2],
    price: String,
    #[serde(default)]
    pending: bool,
    #[serde(default)]
    stock: u32,
    submitted: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct EnrollingText {
    mode: Mode,
    step: String,
    #[serde(default)]
    taken: Option<String>,
    /// The rate that was shown, where it differs from the present one.
    #[serde(default)]
    shown_rate: Option<String>,
    /// The service package that was shown, where it differs from the present one.
    #[serde(default)]
    shown_package: Option<String>,
    /// The exempted rate as it is now.
    #[serde(default)]
    exempted_rate: Option<String>,
    /// The exempted rate that was shown, where it differs; empty: none.
    #[serde(default)]
    shown_exempted_rate: Option<String>,
    #[serde(default)]
    nothing_shown: bool,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct LeavingText {
    registered_running: bool,
    upcoming: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceEditText {
    product: String,
    sku: String,
    from: String,
}

#[derive(Debug, Clone, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct CatalogueChangeText {
    /// The product after the change; the same id stands in `products` before it.
    after: ProductText,
    not_registered: bool,
}

impl Scene {
    pub fn read(text: &str) -> Self {
        toml::from_str(text).unwrap_or_else(|why| panic!("{why}\n{text}"))
    }

    /// What the whole book says of the scene.
    pub fn findings(&self) -> Vec<Finding> {
        if let Some(coupon) = &self.coupon {
            return coupon.findings(self);
        }
        if let Some(partner) = &self.partner {
            return partner.findings(self);
        }
        if let Some(switching) = &self.switching {
            return switching.findings(self);
        }
        let facts = self.facts();
        if self.enrolling.is_some() {
            return self.enrolling_case(|case| review_enrolment(case).overall);
        }
        if let Some(leaving) = &self.leaving {
            return leaving_findings(leaving, &facts, &self.terms(Mode::StoreWide));
        }
        if let Some(edit) = &self.price_edit {
            return self.price_edit_findings(edit, &facts);
        }
        if let Some(change) = &self.catalogue_change {
            return self.catalogue_change_findings(change, &facts);
        }
        review_registration(&self.draft(), &facts)
            .findings()
            .cloned()
            .collect()
    }

    /// The coupon of the scene as it stands in the wizard.
    pub fn coupon_case<T>(&self, with: impl FnOnce(&CouponCase<'_>) -> T) -> T {
        self.coupon.as_ref().unwrap().case(self, with)
    }

    /// The registration of the scene with a partner campaign.
    pub fn join_case<T>(&self, with: impl FnOnce(&JoinCase<'_>) -> T) -> T {
        self.partner.as_ref().unwrap().join_case(self, with)
    }

    /// The switch of the scene that is moved.
    pub fn switch_case<T>(&self, with: impl FnOnce(&SwitchCase<'_>) -> T) -> T {
        self.switching.as_ref().unwrap().case(self, with)
    }

    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        self.shop().time_zone
    }

    /// The eligibility page before any registration is prepared.
    pub fn eligibility(&self, scribe: Scribe) -> Vec<CriterionLine> {
        let facts = self.facts();
        eligibility(&facts, &facts.policy(), None)
            .into_iter()
            .map(|(rule, criterion)| scribe.criterion(rule, &criterion))
            .collect()
    }

    /// The scene after the repair of a finding.
    pub fn repaired(&self, fault: &Fault) -> Self {
        let mut scene = self.clone();
        scene.coupon = self
            .coupon
            .as_ref()
            .map(|coupon| coupon.changed(&fault.changes));
        scene.partner = self
            .partner
            .as_ref()
            .map(|partner| partner.changed(&fault.partner_changes));
        for edit in &fault.repair {
            scene.apply(edit);
        }
        scene
    }

    fn apply(&mut self, edit: &Edit) {
        let same = |id: &SkuId| {
            let id = id.to_string();
            move |sku: &&mut SkuText| sku.id == id
        };
        let mut skus = self
            .products
            .iter_mut()
            .flat_map(|product| &mut product.skus);
        match edit {
            Edit::SetCampaignPrice { sku_id, to } => {
                skus.find(same(sku_id)).unwrap().price = Some(to.plain());
            }
            Edit::SetCampaignStock { sku_id, to } => {
                skus.find(same(sku_id)).unwrap().stock = Some(to.to_string());
            }
            Edit::RemoveSku { sku_id } => skus.find(same(sku_id)).unwrap().left_out = true,
            Edit::SetExtraDiscount { product_id, to } => {
                for sku in &mut self.product_mut(product_id.as_str()).skus {
                    sku.extra = to.map(|to| to.to_string());
                }
            }
            Edit::RaiseExtraDiscount { sku_id, to } => {
                skus.find(same(sku_id)).unwrap().extra = Some(to.to_string());
            }
            Edit::SetTier { product_id, to } => {
                self.product_mut(product_id.as_str()).tier = Some(*to);
            }
            Edit::RemoveProduct { product_id } => {
                self.product_mut(product_id.as_str()).left_out = true;
            }
            Edit::RegisterCoupon { coupon_id } => {
                self.registered_coupons
                    .get_or_insert_default()
                    .push(coupon_id.to_string());
            }
        }
    }

    fn product_mut(&mut self, id: &str) -> &mut ProductText {
        self.products
            .iter_mut()
            .find(|product| product.id == id)
            .unwrap()
    }

    pub fn now(&self) -> Instant {
        instant(self.now.as_deref().unwrap_or("2026-05-10T12:00:00Z"))
    }

    fn currency(&self) -> Currency {
        self.shop.market.unwrap_or(Market::Us).currency()
    }

    pub fn money(&self, text: &str) -> Money {
        Money::parse(text, self.currency()).unwrap()
    }

    /// Everything that the book may know of the scene.
    pub fn facts(&self) -> Facts {
        Facts {
            now: self.now(),
            shop: self.shop(),
            enrolment: self.enrolment(),
            campaign: self.campaign(),
            accepted_products: self.campaign.accepted_products,
            products: self
                .products
                .iter()
                .filter(|product| !product.unknown)
                .map(|product| (product.id.as_str().into(), self.product_facts(product)))
                .collect(),
        }
    }

    pub fn shop(&self) -> Shop {
        let market = self.shop.market.unwrap_or(Market::Us);
        let zone = self
            .shop
            .time_zone
            .as_deref()
            .unwrap_or("America/Los_Angeles");
        let threshold = self
            .shop
            .free_shipping_threshold
            .as_deref()
            .unwrap_or("25.00");
        Shop {
            name: "Sunny Goods".to_owned(),
            market,
            currency: self.currency(),
            time_zone: Zone::named(zone).unwrap(),
            sps: match self.shop.sps.as_deref() {
                Some("") => None,
                Some(score) => Some(score.parse().unwrap()),
                None => Some(Score::from_tenths(42)),
            },
            violations: self.shop.violations.unwrap_or(0),
            free_shipping_threshold: (!threshold.is_empty()).then(|| self.money(threshold)),
            average_order_value: Some(self.money("32")),
            monthly_gmv: Some(self.money("50000")),
            fee_terms: FeeTerms {
                referral_rate: Percent::whole(6),
                affiliate_rate: Percent::ZERO,
                shipping_cost: self.money("4"),
                shipping_charge: self.money("5"),
                wanted_margin: Percent::whole(20),
            },
        }
    }

    fn terms(&self, mode: Mode) -> Terms {
        Terms {
            mode,
            service_package: "Smart Promotion".to_owned(),
            fee_rate: Percent::from_basis_points(350),
            exempted_rate: None,
            campaign_surcharge: Percent::whole(1),
        }
    }

    fn enrolment(&self) -> Enrolment {
        let since = instant("2026-01-15T10:00:00Z");
        match self.smart_promotion.mode.as_deref() {
            Some("none") => Enrolment::Never,
            Some("left") => Enrolment::Left {
                terms: self.terms(Mode::StoreWide),
                at: since,
            },
            Some("co_funded") => Enrolment::Enrolled {
                terms: self.terms(Mode::CoFunded),
                since,
            },
            Some("store_wide") | None => Enrolment::Enrolled {
                terms: self.terms(Mode::StoreWide),
                since,
            },
            Some(other) => panic!("no mode {other}"),
        }
    }

    fn campaign(&self) -> Campaign {
        let text = &self.campaign;
        let period = |given: &Option<[String; 2]>, otherwise: [&str; 2]| match given {
            Some([start, end]) => Period::new(instant(start), instant(end)),
            None => Period::new(instant(otherwise[0]), instant(otherwise[1])),
        };
        let percent = |text: &str| Percent::parse(text).unwrap();
        Campaign {
            id: "C1".into(),
            name: "Summer Sale".to_owned(),
            kind: text.kind.unwrap_or(CampaignKind::Major),
            sub_campaigns: Vec::new(),
            registration: period(
                &text.registration,
                ["2026-05-01T07:00:00Z", "2026-05-20T07:00:00Z"],
            ),
            re_registration_deadline: text.re_registration_deadline.as_deref().map(instant),
            running: period(
                &text.running,
                ["2026-06-01T07:00:00Z", "2026-06-08T07:00:00Z"],
            ),
            criteria: Criteria {
                minimum_sps: text
                    .minimum_sps
                    .as_deref()
                    .map(|score| score.parse().unwrap()),
                free_shipping_threshold_at_most: text
                    .free_shipping_threshold_at_most
                    .as_deref()
                    .map(|amount| self.money(amount)),
                violations_below: text.violations_below,
                coupons: if text.coupons_optional {
                    CouponsRequired::Optional
                } else {
                    CouponsRequired::All
                },
                smart_promotion: match (&text.smart_promotion, text.smart_promotion_not_asked) {
                    (_, true) => SmartPromotionRequired::Not,
                    (Some(accepted), _) => SmartPromotionRequired::Modes {
                        accepted: accepted.clone(),
                    },
                    (None, false) => SmartPromotionRequired::ByPolicy,
                },
            },
            pricing: Pricing {
                look_back: text.look_back,
                against_retail: text.against_retail,
            },
            tiers: text
                .tiers
                .iter()
                .map(|tier| TierTerms {
                    tier: tier.tier,
                    minimum_discount: tier.minimum_discount.as_deref().map(percent),
                    maximum_price: tier.maximum_price.as_deref().map(|price| self.money(price)),
                    minimum_stock: tier.minimum_stock,
                })
                .collect(),
            extra_discount_minimum: text.extra_discount_minimum.as_deref().map(percent),
            coupons: text.coupons.iter().map(|id| self.coupon(id)).collect(),
            subsidy: text.subsidy.unwrap_or_default(),
            approval: Approval::Reviewed,
            fee_policy: FeePolicy::default(),
            note: String::new(),
        }
    }

    fn coupon(&self, id: &str) -> CampaignCoupon {
        CampaignCoupon {
            id: id.into(),
            name: format!("Coupon {id}"),
            discount: CouponDiscount::Percentage {
                rate: Percent::whole(20),
                maximum: None,
            },
            target: CouponTarget::AllCustomers,
            seller_ratio: Percent::whole(50),
            seller_maximum: None,
            minimum_purchase: self.money("100"),
            quantity: None,
        }
    }

    fn product(&self, text: &ProductText) -> Product {
        Product {
            id: text.id.as_str().into(),
            title: format!("Product {}", text.id),
            category: text
                .category
                .clone()
                .unwrap_or("Beauty (601450)".to_owned()),
            brand: String::new(),
            status: text.status.unwrap_or(ProductStatus::Active),
        }
    }

    fn product_facts(&self, text: &ProductText) -> ProductFacts {
        ProductFacts {
            excluded: false,
            product: self.product(text),
            skus: text
                .skus
                .iter()
                .filter(|sku| !sku.unknown)
                .map(|sku| self.sku_facts(text, sku))
                .collect(),
            state: text.state.as_deref().map(product_state),
        }
    }

    fn sku(&self, product: &ProductText, text: &SkuText) -> Sku {
        let money = |text: &Option<String>| text.as_deref().map(|amount| self.money(amount));
        Sku {
            id: text.id.as_str().into(),
            product_id: product.id.as_str().into(),
            variation: text.variation.clone(),
            seller_sku: String::new(),
            retail_price: self.money(text.retail.as_deref().unwrap_or("20.00")),
            discount_price: money(&text.discount),
            stock: (!text.available_unknown).then(|| text.available.unwrap_or(100)),
            unit_cost: money(&text.cost),
            shipping_charge: None,
            removed: text.removed,
        }
    }

    fn sku_facts(&self, product: &ProductText, text: &SkuText) -> SkuFacts {
        let sku = self.sku(product, text);
        let stated = (text.stated_price.is_some()
            || text.stated_stock.is_some()
            || text.recommended_price.is_some())
        .then(|| StatedTerms {
            sku_id: sku.id.clone(),
            price_range: range(&text.stated_price),
            stock_range: range(&text.stated_stock),
            recommended_price: text
                .recommended_price
                .as_deref()
                .map(|price| self.money(price)),
            recommended: true,
        });
        SkuFacts {
            sku,
            history: text
                .history
                .iter()
                .map(|record| PriceRecord {
                    kind: record.kind.unwrap_or(PriceKind::Retail),
                    price: self.money(&record.price),
                    from: instant(&record.from),
                    until: record.until.as_deref().map(instant),
                })
                .collect(),
            stated,
            elsewhere: text
                .elsewhere
                .iter()
                .map(|other| OtherPlan {
                    campaign_id: other.campaign.as_str().into(),
                    campaign_name: other.campaign.clone(),
                    running: Period::new(instant(&other.running[0]), instant(&other.running[1])),
                    price: self.money(&other.price),
                    pending: other.pending,
                    stock: other.stock,
                    submitted_at: instant(&other.submitted),
                })
                .collect(),
        }
    }

    /// The registration that is checked.
    pub fn draft(&self) -> Draft {
        let all: Vec<String> = self.campaign.coupons.clone();
        let coupons = self.registered_coupons.clone().unwrap_or(all);
        Draft {
            id: "D1".into(),
            campaign_id: "C1".into(),
            coupons: coupons.into_iter().map(Into::into).collect(),
            products: self
                .products
                .iter()
                .filter(|product| !product.left_out && !product.all_skus_left_out())
                .map(|product| self.draft_product(product))
                .collect(),
        }
    }

    fn draft_product(&self, product: &ProductText) -> DraftProduct {
        DraftProduct {
            product_id: product.id.as_str().into(),
            tier: product.tier.unwrap_or(Tier::Regular),
            skus: product
                .skus
                .iter()
                .filter(|sku| !sku.left_out)
                .map(|sku| DraftSku {
                    sku_id: sku.id.as_str().into(),
                    campaign_price: sku.price.as_deref().map(|price| self.money(price)),
                    campaign_stock: match sku.stock.as_deref() {
                        Some("") => None,
                        Some(stock) => Some(stock.parse().unwrap()),
                        None => Some(Decimal::TEN),
                    },
                    extra_discount: sku
                        .extra
                        .as_deref()
                        .map(|text| Percent::parse(text).unwrap()),
                })
                .collect(),
        }
    }

    /// Runs `check` on the step of joining that the scene describes.
    pub fn enrolling_case<T>(&self, check: impl FnOnce(&EnrolmentCase<'_>) -> T) -> T {
        let facts = self.facts();
        let text = self.enrolling.as_ref().unwrap();
        let rate = |text: &String| Percent::parse(text).unwrap();
        let mut terms = self.terms(text.mode);
        terms.exempted_rate = text.exempted_rate.as_ref().map(rate);
        let mut shown = terms.clone();
        if let Some(given) = &text.shown_rate {
            shown.fee_rate = rate(given);
        }
        if let Some(given) = &text.shown_package {
            shown.service_package = given.clone();
        }
        if let Some(given) = &text.shown_exempted_rate {
            shown.exempted_rate = (!given.is_empty()).then(|| rate(given));
        }
        check(&EnrolmentCase {
            now: facts.now,
            shop: &facts.shop,
            enrolment: &facts.enrolment,
            policy: &facts.policy(),
            mode: text.mode,
            step: step(&text.step),
            taken: text.taken.as_deref().map(step),
            terms: &terms,
            shown: (!text.nothing_shown).then_some(&shown),
        })
    }

    fn price_edit_findings(&self, text: &PriceEditText, facts: &Facts) -> Vec<Finding> {
        let product = self
            .products
            .iter()
            .find(|product| product.id == text.product)
            .unwrap();
        let entry = self.draft_product(product);
        let state = facts.products[&entry.product_id].state.clone().unwrap();
        let registered = [(SkuId::from(text.sku.as_str()), self.money(&text.from))];
        review_price_edit(&entry, &state, &registered, facts)
            .findings()
            .cloned()
            .collect()
    }

    fn catalogue_change_findings(&self, text: &CatalogueChangeText, facts: &Facts) -> Vec<Finding> {
        let after_text = &text.after;
        let before_text = self
            .products
            .iter()
            .find(|product| product.id == after_text.id)
            .unwrap();
        let skus = |product: &ProductText| -> Vec<Sku> {
            product
                .skus
                .iter()
                .map(|sku| self.sku(product, sku))
                .collect()
        };
        let campaigns: &[&Campaign] = if text.not_registered {
            &[]
        } else {
            &[&facts.campaign]
        };
        review_catalogue_change(&CatalogueChangeCase {
            now: facts.now,
            zone: facts.shop.time_zone,
            campaigns,
            before: (&self.product(before_text), &skus(before_text)),
            after: (&self.product(after_text), &skus(after_text)),
        })
    }
}

fn leaving_findings(text: &LeavingText, facts: &Facts, terms: &Terms) -> Vec<Finding> {
    let campaign = [&facts.campaign];
    let listed = |yes: bool| if yes { &campaign[..] } else { &[] };
    let case = LeavingCase {
        now: facts.now,
        shop: &facts.shop,
        terms,
        running: listed(text.registered_running),
        upcoming: listed(text.upcoming),
    };
    review_leaving(&case).findings().cloned().collect()
}

fn range(text: &Option<RangeText>) -> StatedRange {
    let Some(text) = text else {
        return StatedRange::default();
    };
    let end = |closed: &Option<String>, open: &Option<String>| {
        let value = |text: &String| text.parse::<Decimal>().unwrap();
        closed
            .as_ref()
            .map(|text| RangeEnd {
                value: value(text),
                included: true,
            })
            .or(open.as_ref().map(|text| RangeEnd {
                value: value(text),
                included: false,
            }))
    };
    StatedRange {
        lower: end(&text.at_least, &text.above),
        upper: end(&text.at_most, &text.below),
    }
}

fn product_state(text: &str) -> ProductState {
    match text {
        "pending" => ProductState::Pending,
        "registered" => ProductState::Registered,
        "withdrawn" => ProductState::Withdrawn,
        "sku_error" => ProductState::SkuError {
            reason: "the retail price changed".to_owned().into(),
        },
        "rejected" => ProductState::Rejected {
            reason: "price too high".to_owned(),
        },
        other => panic!("no state {other}"),
    }
}

fn step(text: &str) -> EnrolmentStep {
    match text {
        "sign_up" => EnrolmentStep::SignUp,
        "confirm_and_next" => EnrolmentStep::ConfirmAndNext,
        "confirm" => EnrolmentStep::Confirm,
        other => panic!("no step {other}"),
    }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}
