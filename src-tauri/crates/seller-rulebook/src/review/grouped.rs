//! The checks of the book by what they look at, gathered once: a review of
//! 100,000 SKUs does not ask every rule anew what kind of check it has.

use crate::book::rules;
use crate::bound::Bounds;
use crate::cases::{
    CatalogueChangeCase, EnrolmentCase, LeavingCase, PriceEditCase, ProductCase, ShopCase, SkuCase,
};
use crate::coupon_cases::{ClaimCase, CouponActCase, CouponCase, CouponEditCase};
use crate::finding::{Criterion, Verdict};
use crate::funded_cases::SwitchCase;
use crate::partner_cases::{
    JoinCase, JoinProductCase, OwnCampaignActCase, OwnCampaignCase, PartnerActCase,
    PartnerEntryCase,
};
use crate::rule::{Check, Rule};
use crate::stock::StockLimits;
use seller_domain::SkuId;
use std::sync::LazyLock;

/// Rules with their checks of one kind, in the order of the book.
pub(super) type Checks<F> = Vec<(&'static Rule, F)>;

/// A check of one SKU, in the order of the book.
pub(super) enum OfSku {
    Price(fn(&SkuCase<'_>) -> Option<Bounds>),
    Stock(fn(&SkuCase<'_>) -> Option<StockLimits>),
    Other(fn(&SkuCase<'_>) -> Verdict),
}

#[derive(Default)]
pub(super) struct Grouped {
    pub(super) skus: Checks<OfSku>,
    pub(super) prices: Checks<fn(&SkuCase<'_>) -> Option<Bounds>>,
    pub(super) stocks: Checks<fn(&SkuCase<'_>) -> Option<StockLimits>>,
    pub(super) products: Checks<fn(&ProductCase<'_>) -> Verdict>,
    pub(super) entering: Checks<fn(&ProductCase<'_>) -> Verdict>,
    pub(super) siblings: Checks<fn(&ProductCase<'_>, &[SkuId]) -> Verdict>,
    pub(super) shop: Checks<fn(&ShopCase<'_>) -> Criterion>,
    pub(super) enrolling: Checks<fn(&EnrolmentCase<'_>) -> Verdict>,
    pub(super) leaving: Checks<fn(&LeavingCase<'_>) -> Verdict>,
    pub(super) price_edits: Checks<fn(&PriceEditCase<'_>) -> Verdict>,
    pub(super) catalogue_changes: Checks<fn(&CatalogueChangeCase<'_>) -> Verdict>,
    pub(super) coupons: Checks<fn(&CouponCase<'_>) -> Verdict>,
    pub(super) coupon_edits: Checks<fn(&CouponEditCase<'_>) -> Verdict>,
    pub(super) coupon_acts: Checks<fn(&CouponActCase<'_>) -> Verdict>,
    pub(super) claims: Checks<fn(&ClaimCase<'_>) -> Verdict>,
    pub(super) partner_entry: Checks<fn(&PartnerEntryCase<'_>) -> Verdict>,
    pub(super) joining: Checks<fn(&JoinCase<'_>) -> Verdict>,
    pub(super) joining_products: Checks<fn(&JoinProductCase<'_>) -> Verdict>,
    pub(super) partner_acts: Checks<fn(&PartnerActCase<'_>) -> Verdict>,
    pub(super) own_campaigns: Checks<fn(&OwnCampaignCase<'_>) -> Verdict>,
    pub(super) own_campaign_acts: Checks<fn(&OwnCampaignActCase<'_>) -> Verdict>,
    pub(super) switches: Checks<fn(&SwitchCase<'_>) -> Verdict>,
}

/// The checks of the whole book.
pub(super) static CHECKS: LazyLock<Grouped> = LazyLock::new(|| {
    let mut grouped = Grouped::default();
    for rule in rules() {
        for check in rule.checks {
            grouped.add(rule, check);
        }
    }
    grouped
});

impl Grouped {
    fn add(&mut self, rule: &'static Rule, check: &Check) {
        match *check {
            Check::Price(check) => {
                self.prices.push((rule, check));
                self.skus.push((rule, OfSku::Price(check)));
            }
            Check::Stock(check) => {
                self.stocks.push((rule, check));
                self.skus.push((rule, OfSku::Stock(check)));
            }
            Check::Sku(check) => self.skus.push((rule, OfSku::Other(check))),
            Check::Product(check) => self.products.push((rule, check)),
            Check::Entering(check) => self.entering.push((rule, check)),
            Check::Siblings(check) => self.siblings.push((rule, check)),
            Check::Shop(check) => self.shop.push((rule, check)),
            Check::Enrolling(check) => self.enrolling.push((rule, check)),
            Check::Leaving(check) => self.leaving.push((rule, check)),
            Check::PriceEdit(check) => self.price_edits.push((rule, check)),
            Check::CatalogueChange(check) => self.catalogue_changes.push((rule, check)),
            Check::Coupon(check) => self.coupons.push((rule, check)),
            Check::CouponEdit(check) => self.coupon_edits.push((rule, check)),
            Check::CouponAct(check) => self.coupon_acts.push((rule, check)),
            Check::Claim(check) => self.claims.push((rule, check)),
            Check::PartnerEntry(check) => self.partner_entry.push((rule, check)),
            Check::Joining(check) => self.joining.push((rule, check)),
            Check::JoiningProduct(check) => self.joining_products.push((rule, check)),
            Check::PartnerAct(check) => self.partner_acts.push((rule, check)),
            Check::OwnCampaign(check) => self.own_campaigns.push((rule, check)),
            Check::OwnCampaignAct(check) => self.own_campaign_acts.push((rule, check)),
            Check::Switch(check) => self.switches.push((rule, check)),
            Check::Value(_) | Check::Capability => {}
        }
    }
}
