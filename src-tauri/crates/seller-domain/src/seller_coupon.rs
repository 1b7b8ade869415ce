//! Seller coupons: discounts that the seller funds alone and customers claim (CP).
//!
//! [`CouponDraft`] is what stands in the wizard, where anything may be missing;
//! [`CouponTerms`] are the terms once they are whole; [`SellerCoupon`] is a
//! coupon of the shop, whose state follows from its terms and the clock.

mod changes;
mod claim_code;
mod customer;
mod draft;
mod spend;
#[cfg(test)]
mod tests;

pub use changes::CouponChange;
pub use claim_code::{ClaimPrefix, full_claim_code, same_claim_code};
pub use customer::{
    ClosestOrders, CouponClaim, CustomerOrder, CustomerRecord, CustomerReview, Follow,
    FollowTarget, words_in,
};
pub use draft::{CouponDraft, Unfinished};
pub use spend::{CouponSpend, coupon_spend, worst_discount};

use crate::campaign::CouponDiscount;
use crate::clock::Instant;
use crate::ids::{ProductId, SellerCouponId};
use crate::money::Money;
use crate::period::Period;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use ts_rs::TS;

/// A coupon of the shop: planned here, imported from the platform's list, or created by the
/// platform itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SellerCoupon {
    /// Our id.
    pub id: SellerCouponId,
    /// What it gives, to whom and when.
    pub terms: CouponTerms,
    /// Where it comes from.
    pub origin: CouponOrigin,
    /// When it was created, imported or recorded here.
    #[ts(type = "string")]
    pub recorded_at: Instant,
    /// When it was deactivated; none while it was not (CP-24).
    #[ts(type = "string | null")]
    pub deactivated_at: Option<Instant>,
    /// When a chat coupon was sent to its customer (CP-18).
    #[ts(type = "string | null")]
    pub sent_at: Option<Instant>,
    /// What it has brought so far; none while no file has said so (CP-28).
    pub results: Option<CouponResults>,
}

impl SellerCoupon {
    /// Where it stands at `now`. Never [`CouponState::Draft`]: drafts are [`CouponDraft`]s.
    pub fn state(&self, now: Instant) -> CouponState {
        CouponState::of(self.terms.period, self.deactivated_at.is_some(), now)
    }

    /// Whether it is upcoming or ongoing at `now`: it still costs something or will.
    pub fn is_live(&self, now: Instant) -> bool {
        self.state(now).is_live()
    }
}

/// What a coupon gives, to whom and when.
///
/// A coupon that was planned here has everything that its type has. One that was imported may
/// lack what the platform's list does not state: then the field is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CouponTerms {
    /// Which of the five (CP-01).
    pub kind: CouponKind,
    /// The name, unique within the shop (CP-01).
    pub name: String,
    /// The claim period; the active dates of a promo code (CP-02, CP-19).
    pub period: Period,
    /// How long a claimed coupon can be used; none for promo codes (CP-03).
    pub validity: Option<Validity>,
    /// Who can claim it; standard coupons only (CP-11).
    pub audience: Option<Audience>,
    /// The customer that a chat coupon is for (CP-18).
    pub customer: Option<String>,
    /// What it takes off (CP-04 … CP-07).
    pub discount: CouponDiscount,
    /// The least order after product discounts; none: every order (CP-08).
    pub minimum_spend: Option<Money>,
    /// How many can be claimed or, of a promo code, used (CP-09).
    pub quantity: Option<NonZeroU32>,
    /// How often one customer can claim it; standard coupons and promo codes only (CP-22, CP-23).
    pub claims_per_customer: Option<ClaimLimit>,
    /// What it applies to (CP-10).
    pub scope: CouponScope,
    /// The seller's part of the claim code, without the shop's prefix; promo codes only (CP-20).
    pub claim_code: Option<String>,
}

/// The five types of seller coupons (CP-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponKind {
    /// Claimed by all customers or a group of them.
    Standard,
    /// For new followers of the shop or its LIVE.
    Follower,
    /// For customers who wrote a detailed review.
    Review,
    /// Sent to one customer in the chat.
    Chat,
    /// Entered as a code at checkout.
    PromoCode,
}

impl CouponKind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Standard,
        Self::Follower,
        Self::Review,
        Self::Chat,
        Self::PromoCode,
    ];

    /// The fields that a coupon of this type has, in the order they are entered.
    pub fn fields(self) -> Vec<CouponField> {
        CouponField::ALL
            .into_iter()
            .filter(|field| self.has(*field))
            .collect()
    }

    /// Whether a coupon of this type has `field`.
    pub fn has(self, field: CouponField) -> bool {
        match field {
            CouponField::Audience => self == Self::Standard,
            CouponField::Customer => self == Self::Chat,
            CouponField::ClaimCode => self == Self::PromoCode,
            CouponField::Validity => self != Self::PromoCode,
            CouponField::ClaimsPerCustomer => matches!(self, Self::Standard | Self::PromoCode),
            _ => true,
        }
    }

    /// Whether its validity may be a range of dates (CP-03).
    pub fn takes_validity_dates(self) -> bool {
        matches!(self, Self::Standard | Self::Chat)
    }
}

/// A field of a coupon. Findings name fields by [`CouponField::as_str`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields of CouponDraft say it")]
pub enum CouponField {
    Name,
    ClaimCode,
    Period,
    Validity,
    Audience,
    Customer,
    Amount,
    Rate,
    MaximumDiscount,
    MinimumSpend,
    Quantity,
    ClaimsPerCustomer,
    Scope,
}

impl CouponField {
    /// All of them, in the order they are entered.
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::ClaimCode,
        Self::Period,
        Self::Validity,
        Self::Audience,
        Self::Customer,
        Self::Amount,
        Self::Rate,
        Self::MaximumDiscount,
        Self::MinimumSpend,
        Self::Quantity,
        Self::ClaimsPerCustomer,
        Self::Scope,
    ];

    /// The name of the field on the wire and in findings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ClaimCode => "claim_code",
            Self::Period => "period",
            Self::Validity => "validity",
            Self::Audience => "audience",
            Self::Customer => "customer",
            Self::Amount => "amount",
            Self::Rate => "rate",
            Self::MaximumDiscount => "maximum_discount",
            Self::MinimumSpend => "minimum_spend",
            Self::Quantity => "quantity",
            Self::ClaimsPerCustomer => "claims_per_customer",
            Self::Scope => "scope",
        }
    }
}

/// How long a claimed coupon can be used (CP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Validity {
    /// So many calendar days after the claim, in the shop's zone.
    DaysAfterClaim {
        /// Days.
        days: u32,
    },
    /// In a range of dates, whenever it was claimed.
    Dates {
        /// From its first moment up to its end.
        period: Period,
    },
}

/// Who can claim a standard coupon (CP-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Every customer.
    All,
    /// Customers who never paid for an order.
    New,
    /// Customers who bought at least once.
    Existing,
    /// Customers with two orders at most 90 days apart.
    Repeat,
}

/// How often one customer can claim a coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ClaimLimit {
    /// At most so often.
    AtMost {
        /// Claims.
        times: u32,
    },
    /// Again for every order.
    Unlimited,
}

/// What a coupon applies to (CP-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouponScope {
    /// Everything in the shop.
    WholeShop,
    /// Named products.
    Products {
        /// The products, each once.
        ids: Vec<ProductId>,
    },
    /// An imported list does not say. Never accepted for a coupon that is planned here.
    Unstated,
}

impl CouponScope {
    /// Whether `product` is in it; none where that is not known.
    pub fn covers(&self, product: &ProductId) -> Option<bool> {
        match self {
            Self::WholeShop => Some(true),
            Self::Products { ids } => Some(ids.contains(product)),
            Self::Unstated => None,
        }
    }
}

/// Where a coupon comes from (CP-26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CouponOrigin {
    /// Created here.
    Planned,
    /// Found in the platform's list.
    Imported,
    /// Created by the platform beside something that the seller created: an *addon* coupon.
    Addon {
        /// What it came with, where that is known.
        came_with: Option<AddonTrigger>,
    },
}

/// What can make the platform create an addon coupon (CP-26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddonTrigger {
    /// A standard coupon.
    StandardCoupon,
    /// A flash sale.
    FlashSale,
    /// A product discount.
    ProductDiscount,
    /// A free-shipping offer.
    FreeShipping,
}

/// Whether the platform creates addon coupons for the shop (CP-26). Turned off by the Account
/// Manager or customer service only; the seller notes it here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AddonCoupons {
    /// It may: the ordinary case.
    #[default]
    MayAppear,
    /// The shop had them turned off.
    TurnedOff,
}

/// Whether the platform named a coupon like one that it created itself (CP-26).
pub fn is_addon_name(name: &str) -> bool {
    name.to_lowercase().contains("addon")
}

/// Where a coupon stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CouponState {
    /// Being prepared in the wizard.
    Draft,
    /// Created, its period has not begun.
    Upcoming,
    /// In its period.
    Ongoing,
    /// Its period is over.
    Ended,
    /// Stopped or cancelled by the seller, for good.
    Deactivated,
}

impl CouponState {
    /// The state of a created coupon at `now`. The first moment of the period is ongoing, its
    /// end is not.
    pub fn of(period: Period, deactivated: bool, now: Instant) -> Self {
        if deactivated {
            Self::Deactivated
        } else if period.is_over(now) {
            Self::Ended
        } else if now < period.start {
            Self::Upcoming
        } else {
            Self::Ongoing
        }
    }

    /// Whether it is upcoming or ongoing.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Upcoming | Self::Ongoing)
    }
}

/// What a coupon has brought, from the platform's list or settlement (CP-28). What the file does
/// not state is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CouponResults {
    /// How many were claimed.
    pub claimed: Option<u32>,
    /// How many were used.
    pub used: Option<u32>,
    /// Sales of the orders that used it.
    pub sales: Option<Money>,
    /// What the seller gave.
    pub spend: Option<Money>,
    /// When the file was imported.
    #[ts(type = "string")]
    pub as_of: Instant,
}
