//! What stands in the coupon wizard.

use super::{
    Audience, ClaimLimit, CouponField, CouponKind, CouponScope, CouponTerms, SellerCoupon, Validity,
};
use crate::campaign::CouponDiscount;
use crate::clock::Instant;
use crate::ids::SellerCouponId;
use crate::money::Money;
use crate::percent::Percent;
use crate::period::Period;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use ts_rs::TS;

/// A coupon as it stands in the wizard. Anything may be missing; the rulebook says what.
///
/// Fields that the type does not have are kept, so that changing the type and back loses nothing,
/// and left out of the terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CouponDraft {
    /// The draft's id, and the coupon's once it is saved.
    pub id: SellerCouponId,
    /// The type.
    pub kind: CouponKind,
    /// The name.
    pub name: String,
    /// The claim period; the active dates of a promo code.
    pub period: Option<Period>,
    /// How long a claimed coupon can be used.
    pub validity: Option<Validity>,
    /// Who can claim it.
    pub audience: Audience,
    /// The customer that a chat coupon is for.
    pub customer: String,
    /// What it takes off, as an amount. Exactly one of this and `rate` (CP-04).
    pub amount: Option<Money>,
    /// What it takes off, as a percentage.
    pub rate: Option<Percent>,
    /// The most that a percentage takes off.
    pub maximum_discount: Option<Money>,
    /// The least order; none: every order.
    pub minimum_spend: Option<Money>,
    /// How many there are. Decimal, so that half a coupon can be refused by name (CP-09).
    #[ts(type = "string | null")]
    #[serde(with = "rust_decimal::serde::str_option")]
    pub quantity: Option<Decimal>,
    /// How often one customer can claim it.
    pub claims_per_customer: ClaimLimit,
    /// What it applies to.
    pub scope: CouponScope,
    /// The seller's part of the claim code.
    pub claim_code: String,
}

/// What a draft lacks to be a coupon: the first field without which there are no terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the coupon has no {} yet; fill it in before saving", .0.as_str())]
pub struct Unfinished(pub CouponField);

impl CouponDraft {
    /// An empty draft of a type: for all customers, claimed once, for the whole shop.
    pub fn new(id: SellerCouponId, kind: CouponKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            period: None,
            validity: None,
            audience: Audience::All,
            customer: String::new(),
            amount: None,
            rate: None,
            maximum_discount: None,
            minimum_spend: None,
            quantity: None,
            claims_per_customer: ClaimLimit::AtMost { times: 1 },
            scope: CouponScope::WholeShop,
            claim_code: String::new(),
        }
    }

    /// The terms of a whole draft, without what its type does not have; texts are trimmed.
    ///
    /// Says nothing about whether the rules allow them: that is the rulebook's to accept.
    ///
    /// # Errors
    /// [`Unfinished`] names the first field that terms cannot do without.
    pub fn terms(&self) -> Result<CouponTerms, Unfinished> {
        let kind = self.kind;
        let text = |field, text: &str| kind.has(field).then(|| text.trim().to_owned());
        Ok(CouponTerms {
            kind,
            name: self.name.trim().to_owned(),
            period: self.period.ok_or(Unfinished(CouponField::Period))?,
            validity: self.validity.filter(|_| kind.has(CouponField::Validity)),
            audience: kind.has(CouponField::Audience).then_some(self.audience),
            customer: text(CouponField::Customer, &self.customer),
            discount: self.discount().ok_or(Unfinished(CouponField::Amount))?,
            minimum_spend: self.minimum_spend,
            quantity: Some(
                self.whole_quantity()
                    .ok_or(Unfinished(CouponField::Quantity))?,
            ),
            claims_per_customer: kind
                .has(CouponField::ClaimsPerCustomer)
                .then_some(self.claims_per_customer),
            scope: self.scope.clone(),
            claim_code: text(CouponField::ClaimCode, &self.claim_code),
        })
    }

    /// What it takes off; none while neither or both of amount and percentage are entered.
    pub fn discount(&self) -> Option<CouponDiscount> {
        match (self.amount, self.rate) {
            (Some(amount), None) => Some(CouponDiscount::Fixed { amount }),
            (None, Some(rate)) => Some(CouponDiscount::Percentage {
                rate,
                maximum: self.maximum_discount,
            }),
            _ => None,
        }
    }

    /// The quantity, if it is a positive whole number that can be kept.
    pub fn whole_quantity(&self) -> Option<NonZeroU32> {
        let quantity = self
            .quantity
            .filter(|quantity| quantity.fract().is_zero())?;
        quantity.to_u32().and_then(NonZeroU32::new)
    }

    /// The draft that edits an existing coupon.
    pub fn editing(coupon: &SellerCoupon) -> Self {
        Self::from_terms(coupon.id.clone(), &coupon.terms)
    }

    /// A draft with the settings of any coupon (CP-24). Dates that are over at `now` are left
    /// out, since no new coupon could have them; so is the claim code of a promo code that is
    /// still live, which has it. The name stays: the rulebook proposes another.
    pub fn duplicate_of(coupon: &SellerCoupon, id: SellerCouponId, now: Instant) -> Self {
        let mut draft = Self::from_terms(id, &coupon.terms);
        draft.period = draft.period.filter(|period| !period.is_over(now));
        draft.validity = draft.validity.filter(|validity| match validity {
            Validity::Dates { period } => !period.is_over(now),
            Validity::DaysAfterClaim { .. } => true,
        });
        if coupon.is_live(now) {
            draft.claim_code.clear();
        }
        draft
    }

    fn from_terms(id: SellerCouponId, terms: &CouponTerms) -> Self {
        let (amount, rate, maximum_discount) = match terms.discount {
            CouponDiscount::Fixed { amount } => (Some(amount), None, None),
            CouponDiscount::Percentage { rate, maximum } => (None, Some(rate), maximum),
        };
        let empty = Self::new(id, terms.kind);
        Self {
            name: terms.name.clone(),
            period: Some(terms.period),
            validity: terms.validity,
            audience: terms.audience.unwrap_or(empty.audience),
            customer: terms.customer.clone().unwrap_or_default(),
            amount,
            rate,
            maximum_discount,
            minimum_spend: terms.minimum_spend,
            quantity: terms.quantity.map(|quantity| quantity.get().into()),
            claims_per_customer: terms
                .claims_per_customer
                .unwrap_or(empty.claims_per_customer),
            scope: terms.scope.clone(),
            claim_code: terms.claim_code.clone().unwrap_or_default(),
            ..empty
        }
    }
}
