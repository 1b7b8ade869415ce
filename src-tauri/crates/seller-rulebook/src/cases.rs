//! What a check looks at: one case, with everything it may know.

use crate::facts::{Facts, ProductFacts, SkuFacts};
use crate::policy::Policy;
use seller_domain::campaign::{AgainstRetail, Campaign};
use seller_domain::catalogue::{Product, Sku};
use seller_domain::price_history::LookBack;
use seller_domain::registration::{DraftProduct, DraftSku, ProductState};
use seller_domain::shop::Shop;
use seller_domain::smart_promotion::{Enrolment, Mode, Terms};
use seller_domain::{CouponId, Currency, Instant, Money, Period, SkuId, Zone};
use std::ops::Deref;

/// The surroundings that all cases of one campaign share.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Shop, campaign, enrolment and the time.
    pub facts: &'a Facts,
    /// The platform's figures of the day.
    pub policy: &'a Policy,
    /// How the campaign looks back for the lowest price, and the stretch of time that it sees,
    /// ending now (RG-02); none where neither the campaign nor the policy states it.
    pub look_back: Option<(LookBack, Period)>,
    /// Whether a price equal to the retail or discount price is accepted (RG-04); none where
    /// neither the campaign nor the policy states it.
    pub against_retail: Option<AgainstRetail>,
}

impl<'a> Setting<'a> {
    /// Works out once what every SKU of the campaign is checked with.
    pub fn new(facts: &'a Facts, policy: &'a Policy) -> Self {
        let pricing = &facts.campaign.pricing;
        let look_back = pricing.look_back.or_else(|| policy.look_back());
        Self {
            facts,
            policy,
            look_back: look_back.map(|look_back| {
                let window = look_back.window(facts.now, facts.shop.time_zone);
                (look_back, window)
            }),
            against_retail: pricing.against_retail.or_else(|| policy.against_retail()),
        }
    }

    /// The shop's time zone.
    pub fn zone(&self) -> Zone {
        self.facts.shop.time_zone
    }

    /// The currency of every price of the shop.
    pub fn currency(&self) -> Currency {
        self.facts.shop.currency
    }
}

/// The shop against a campaign.
#[derive(Debug, Clone, Copy)]
pub struct ShopCase<'a> {
    /// The surroundings.
    pub setting: Setting<'a>,
    /// The coupons that the seller registers; none while no registration is prepared.
    pub coupons: Option<&'a [CouponId]>,
}

/// One product of a registration.
#[derive(Debug, Clone, Copy)]
pub struct ProductCase<'a> {
    /// The surroundings.
    pub setting: Setting<'a>,
    /// What the seller entered.
    pub entry: &'a DraftProduct,
    /// The product; none if the catalogue does not know it.
    pub known: Option<&'a ProductFacts>,
}

impl<'a> ProductCase<'a> {
    /// The case of a product that the seller entered.
    pub fn new(setting: Setting<'a>, entry: &'a DraftProduct) -> Self {
        Self {
            setting,
            entry,
            known: setting.facts.products.get(&entry.product_id),
        }
    }

    /// The case of one of its SKUs.
    pub fn sku(self, entry: &'a DraftSku) -> SkuCase<'a> {
        let is_it = |facts: &&SkuFacts| facts.sku.id == entry.sku_id;
        SkuCase {
            product: self,
            entry,
            known: self.known.and_then(|facts| facts.skus.iter().find(is_it)),
        }
    }
}

/// One SKU of a registration.
#[derive(Debug, Clone, Copy)]
pub struct SkuCase<'a> {
    /// Its product.
    pub product: ProductCase<'a>,
    /// What the seller entered.
    pub entry: &'a DraftSku,
    /// The SKU; none if the catalogue does not know it.
    pub known: Option<&'a SkuFacts>,
}

impl<'a> Deref for ShopCase<'a> {
    type Target = Setting<'a>;

    fn deref(&self) -> &Setting<'a> {
        &self.setting
    }
}

impl<'a> Deref for ProductCase<'a> {
    type Target = Setting<'a>;

    fn deref(&self) -> &Setting<'a> {
        &self.setting
    }
}

impl<'a> Deref for SkuCase<'a> {
    type Target = Setting<'a>;

    fn deref(&self) -> &Setting<'a> {
        &self.product.setting
    }
}

/// The steps of the enrolment (SP-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnrolmentStep {
    /// *Sign up*.
    SignUp,
    /// *Confirm and next*: the final details are shown.
    ConfirmAndNext,
    /// *Confirm*.
    Confirm,
}

/// A shop that joins Smart Promotion.
#[derive(Debug, Clone, Copy)]
pub struct EnrolmentCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop.
    pub shop: &'a Shop,
    /// Where it stands.
    pub enrolment: &'a Enrolment,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// The mode it wants.
    pub mode: Mode,
    /// The step it takes.
    pub step: EnrolmentStep,
    /// The last step it has taken.
    pub taken: Option<EnrolmentStep>,
    /// The terms as they are now.
    pub terms: &'a Terms,
    /// The terms that were shown before confirming.
    pub shown: Option<&'a Terms>,
}

/// A shop that leaves Smart Promotion (SP-06).
#[derive(Debug, Clone, Copy)]
pub struct LeavingCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop.
    pub shop: &'a Shop,
    /// The terms that it leaves.
    pub terms: &'a Terms,
    /// Campaigns in which the shop has live registrations; the check picks those that run now.
    pub running: &'a [&'a Campaign],
    /// Campaigns that the shop could still register for; the check picks those that have not
    /// started and ask for Smart Promotion.
    pub upcoming: &'a [&'a Campaign],
}

/// A registered product whose prices the seller wants to change (RG-16, RG-17).
#[derive(Debug, Clone, Copy)]
pub struct PriceEditCase<'a> {
    /// The surroundings.
    pub setting: Setting<'a>,
    /// The product's state in the campaign.
    pub state: &'a ProductState,
    /// The change; none while the seller only asks whether prices can be changed.
    pub change: Option<PriceChange<'a>>,
}

/// A change of a registered price.
#[derive(Debug, Clone, Copy)]
pub struct PriceChange<'a> {
    /// The SKU.
    pub sku_id: &'a SkuId,
    /// The registered price.
    pub from: Money,
    /// The wanted price.
    pub to: Money,
}

/// A product with live registrations, before and after a change of the catalogue (RG-19, RG-20).
#[derive(Debug, Clone, Copy)]
pub struct CatalogueChangeCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop's zone.
    pub zone: Zone,
    /// The campaigns that the product is registered in.
    pub campaigns: &'a [&'a Campaign],
    /// The product and its SKUs as they are.
    pub before: (&'a Product, &'a [Sku]),
    /// The product and its SKUs as they will be.
    pub after: (&'a Product, &'a [Sku]),
}

/// A product of the catalogue that holds places in campaigns, as it is (RG-19, RG-20).
#[derive(Debug, Clone, Copy)]
pub struct PlacesHeld<'a> {
    /// When.
    pub now: Instant,
    /// The shop's zone.
    pub zone: Zone,
    /// The campaigns that the product is registered in.
    pub campaigns: &'a [&'a Campaign],
    /// The product.
    pub product: &'a Product,
    /// Its SKUs.
    pub skus: &'a [Sku],
}
