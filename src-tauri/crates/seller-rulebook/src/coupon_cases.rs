//! What the checks of seller coupons look at: the shop and its other coupons,
//! a coupon in the wizard, an edit, an act, a customer who wants to claim.

use crate::policy::Policy;
use seller_domain::catalogue::ProductStatus;
use seller_domain::seller_coupon::{
    AddonCoupons, Audience, ClaimPrefix, CouponDraft, CouponField, CouponKind, CouponState,
    CustomerRecord, SellerCoupon,
};
use seller_domain::shop::Shop;
use seller_domain::{Instant, Period, ProductId, SellerCouponId, Zone};
use std::collections::HashMap;

/// Everything that a coupon is checked against.
#[derive(Debug, Clone)]
pub struct CouponFacts {
    /// The moment of the check.
    pub now: Instant,
    /// The shop.
    pub shop: Shop,
    /// What the platform puts before the shop's claim codes: entered by the seller, or made of
    /// the shop's name ([`crate::claim_code::prefix_of`]).
    pub prefix: ClaimPrefix,
    /// Whether the platform may create addon coupons (CP-26).
    pub addons: AddonCoupons,
    /// All coupons of the shop, also those that are over. The one that is checked may be in it.
    pub others: Vec<OtherCoupon>,
    /// Codes that the platform refused as taken by another seller (CP-21).
    pub taken_codes: Vec<TakenCode>,
    /// The chosen products that the catalogue knows.
    pub products: HashMap<ProductId, ProductStatus>,
}

impl CouponFacts {
    /// The platform's figures for the shop at the moment of the check.
    pub fn policy(&self) -> Policy {
        let shop = &self.shop;
        Policy::on(shop.market, shop.currency, shop.time_zone.day_of(self.now))
    }
}

/// What rules want to know of another coupon of the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherCoupon {
    /// Its id.
    pub id: SellerCouponId,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: CouponKind,
    /// Who can claim it; standard coupons only.
    pub audience: Option<Audience>,
    /// Its claim period.
    pub period: Period,
    /// Where it stands at the moment of the check.
    pub state: CouponState,
    /// The seller's part of its claim code; promo codes only.
    pub claim_code: Option<String>,
}

impl OtherCoupon {
    /// As another coupon's check sees `coupon` at `now`.
    pub fn of(coupon: &SellerCoupon, now: Instant) -> Self {
        let terms = &coupon.terms;
        Self {
            id: coupon.id.clone(),
            name: terms.name.clone(),
            kind: terms.kind,
            audience: terms.audience,
            period: terms.period,
            state: coupon.state(now),
            claim_code: terms.claim_code.clone(),
        }
    }
}

/// A claim code that the platform refused, because another seller of the country has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenCode {
    /// The seller's part of the code.
    pub claim_code: String,
    /// When the seller noted it.
    pub noted_at: Instant,
}

/// A coupon in the wizard.
#[derive(Debug, Clone, Copy)]
pub struct CouponCase<'a> {
    /// The shop and its other coupons.
    pub facts: &'a CouponFacts,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// What the seller entered.
    pub draft: &'a CouponDraft,
    /// The coupon that is edited; none for a new one.
    pub before: Option<&'a SellerCoupon>,
}

impl<'a> CouponCase<'a> {
    /// The shop's zone.
    pub fn zone(&self) -> Zone {
        self.facts.shop.time_zone
    }

    /// The other coupons of the shop, without the one that is edited.
    pub fn others(&self) -> impl Iterator<Item = &'a OtherCoupon> {
        let id = &self.draft.id;
        self.facts
            .others
            .iter()
            .filter(move |other| other.id != *id)
    }

    /// Whether the coupon runs already, so that `field` cannot be changed any more (CP-27).
    pub fn is_frozen(&self, field: CouponField) -> bool {
        let state = self.before.map(|before| before.state(self.facts.now));
        state == Some(CouponState::Ongoing) && !CHANGEABLE.contains(&field)
    }
}

/// What may change of a coupon that runs (CP-27); of its period the end alone.
pub const CHANGEABLE: [CouponField; 3] = [
    CouponField::Name,
    CouponField::Period,
    CouponField::Quantity,
];

/// An edit of a coupon.
#[derive(Debug, Clone, Copy)]
pub struct CouponEditCase<'a> {
    /// When.
    pub now: Instant,
    /// The coupon as it is.
    pub before: &'a SellerCoupon,
    /// The coupon as the seller wants it.
    pub draft: &'a CouponDraft,
}

/// What can be done with a coupon beside editing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouponAct {
    /// End an ongoing or cancel an upcoming one (CP-24).
    Deactivate,
    /// Note that a chat coupon was sent to its customer (CP-18).
    Send,
}

/// Something done with a coupon.
#[derive(Debug, Clone, Copy)]
pub struct CouponActCase<'a> {
    /// When.
    pub now: Instant,
    /// The coupon.
    pub coupon: &'a SellerCoupon,
    /// What is done.
    pub act: CouponAct,
}

/// A customer who would claim a coupon.
#[derive(Debug, Clone, Copy)]
pub struct ClaimCase<'a> {
    /// When.
    pub now: Instant,
    /// The shop's zone.
    pub zone: Zone,
    /// The figures of the day.
    pub policy: &'a Policy,
    /// The coupon.
    pub coupon: &'a SellerCoupon,
    /// What is known of the customer.
    pub customer: &'a CustomerRecord,
}
