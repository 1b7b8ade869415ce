//! Running the book over seller coupons: in the wizard, when they are changed,
//! and when a customer wants to claim one.

use super::grouped::CHECKS;
use super::{Review, collect};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::coupon_cases::{ClaimCase, CouponAct, CouponActCase, CouponCase, CouponEditCase};
use crate::finding::{Finding, Place};
use crate::policy::Policy;
use seller_domain::seller_coupon::{CouponField, CouponOrigin, CustomerRecord, SellerCoupon};
use seller_domain::{Instant, SellerCouponId, Zone};

/// Checks a coupon as it stands in the wizard.
///
/// Of a coupon that runs, what is frozen is not judged again: it was accepted under the figures
/// of its day, or the platform accepted it.
pub fn review_coupon(case: &CouponCase<'_>) -> Review {
    let mut review = Review::default();
    for (rule, check) in &CHECKS.coupons {
        collect(&mut review.overall, rule, check(case), Place::default);
    }
    let frozen = |found: &Finding| {
        let field = CouponField::ALL
            .into_iter()
            .find(|field| field.as_str() == found.fault.field);
        field.is_some_and(|field| case.is_frozen(field))
    };
    review.overall.retain(|found| !frozen(found));
    if let Some(before) = case.before {
        let edit = CouponEditCase {
            now: case.facts.now,
            before,
            draft: case.draft,
        };
        for (rule, check) in &CHECKS.coupon_edits {
            collect(&mut review.overall, rule, check(&edit), Place::default);
        }
    }
    review
}

/// Accepts a coupon, new or edited, or says why not. What comes out is what is to be stored.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_coupon(
    case: &CouponCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<SellerCoupon>, Box<Refused>> {
    let review = review_coupon(case);
    let Ok(terms) = case.draft.terms() else {
        return Err(Box::new(Refused {
            review,
            unacknowledged: Default::default(),
        }));
    };
    let coupon = match case.before {
        Some(before) => SellerCoupon {
            terms,
            ..before.clone()
        },
        None => SellerCoupon {
            id: case.draft.id.clone(),
            terms,
            origin: CouponOrigin::Planned,
            recorded_at: case.facts.now,
            deactivated_at: None,
            sent_at: None,
            results: None,
        },
    };
    Accepted::stamp(coupon, review, acknowledged)
}

/// Checks something that is done with a coupon.
pub fn review_coupon_act(case: &CouponActCase<'_>) -> Review {
    super::overall(&CHECKS.coupon_acts, |check| check(case))
}

/// Accepts what is done with a coupon, or says why not. What comes out is the coupon afterwards.
///
/// # Errors
/// [`Refused`] with all findings.
pub fn accept_coupon_act(
    case: &CouponActCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<SellerCoupon>, Box<Refused>> {
    let mut coupon = case.coupon.clone();
    match case.act {
        CouponAct::Deactivate => coupon.deactivated_at = Some(case.now),
        CouponAct::Send => coupon.sent_at = Some(case.now),
    }
    Accepted::stamp(coupon, review_coupon_act(case), acknowledged)
}

/// Whether a customer gets a coupon, and why.
#[derive(Debug, Clone)]
pub struct ClaimDecision {
    /// The coupon.
    pub coupon_id: SellerCouponId,
    /// Whether the customer can claim it now.
    pub gets: bool,
    /// Every reason, in the order of the book: those that block speak against it.
    pub reasons: Vec<Finding>,
}

impl ClaimDecision {
    /// The reasons against it.
    pub fn against(&self) -> impl Iterator<Item = &Finding> {
        self.reasons.iter().filter(|reason| reason.blocks())
    }
}

/// Decides whether `customer` can claim each of `coupons` at `now` (CP-11, CP-13 … CP-17, CP-23).
pub fn decide_claims<'a>(
    coupons: impl IntoIterator<Item = &'a SellerCoupon>,
    customer: &CustomerRecord,
    policy: &Policy,
    now: Instant,
    zone: Zone,
) -> Vec<ClaimDecision> {
    let decide = |coupon: &SellerCoupon| {
        let case = ClaimCase {
            now,
            zone,
            policy,
            coupon,
            customer,
        };
        let reasons = super::overall(&CHECKS.claims, |check| check(&case)).overall;
        ClaimDecision {
            coupon_id: coupon.id.clone(),
            gets: !reasons.iter().any(Finding::blocks),
            reasons,
        }
    };
    coupons.into_iter().map(decide).collect()
}
