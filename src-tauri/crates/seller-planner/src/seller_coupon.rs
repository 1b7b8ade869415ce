//! What a seller coupon costs and whom it reaches, before it is saved: its
//! spend, the slip guard, what addon coupons may cost, and who gets it.

mod slip_guard;
#[cfg(test)]
mod tests;

pub use slip_guard::{
    BelowCost, Confirmation, PlannedPrice, PricedSku, SlipGuard, SmallestOrder, Tenths, slip_guard,
};

use rust_decimal::Decimal;
use seller_domain::seller_coupon::{
    CouponDraft, CouponOrigin, CouponSpend, CouponTerms, CustomerRecord, SellerCoupon,
    coupon_spend, worst_discount,
};
use seller_domain::{Currency, Instant, Money, SellerCouponId, Zone};
use seller_rulebook::Policy;
use seller_rulebook::review::{ClaimDecision, decide_claims};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Estimated and worst-case spend of the coupon in the wizard (CP-09); none while its discount or
/// quantity is not entered.
pub fn draft_spend(draft: &CouponDraft, average_order_value: Option<Money>) -> Option<CouponSpend> {
    Some(coupon_spend(
        draft.discount()?,
        draft.minimum_spend,
        draft.whole_quantity()?,
        average_order_value,
    ))
}

/// What a coupon of the shop can still cost (CP-26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Liability {
    /// Coupons that can still be used; none where the list does not say.
    pub left: Option<u32>,
    /// If all of them are used at their largest discount; none where that has no known limit.
    pub at_most: Option<Money>,
}

/// What is left to pay for a coupon at `now`: nothing once it is over or deactivated, unless it
/// was claimed and is not used yet. What is used is taken off where the list says how many.
pub fn liability(coupon: &SellerCoupon, now: Instant, currency: Currency) -> Liability {
    let results = coupon.results.as_ref();
    let used = results.and_then(|results| results.used).unwrap_or(0);
    let claimed = results.and_then(|results| results.claimed);
    let handed_out = if coupon.is_live(now) {
        coupon.terms.quantity.map(|quantity| quantity.get())
    } else {
        // Claimed coupons stay valid for a while after the period.
        Some(claimed.unwrap_or(0))
    };
    let left = handed_out.map(|count| count.saturating_sub(used));
    let each = worst_discount(coupon.terms.discount);
    let at_most = match left {
        Some(0) => Some(Money::zero(currency)),
        _ => left
            .zip(each)
            .map(|(left, each)| each * Decimal::from(left)),
    };
    Liability { left, at_most }
}

/// What the shop's addon coupons cost and a further one may cost (CP-26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddonLiability {
    /// Addon coupons that are upcoming or ongoing.
    pub live: u32,
    /// What they can still cost together, as far as it is known.
    pub at_most: Money,
    /// How many of them have no known limit; their cost is not in `at_most`.
    pub without_limit: u32,
    /// The costliest addon coupon that the shop has had: what a further one may cost. None where
    /// there was none, or none with a known limit.
    pub a_further_one: Option<Money>,
}

/// Adds up the addon coupons among `coupons`.
pub fn addon_liability<'a>(
    coupons: impl IntoIterator<Item = &'a SellerCoupon>,
    now: Instant,
    currency: Currency,
) -> AddonLiability {
    let mut sum = AddonLiability {
        live: 0,
        at_most: Money::zero(currency),
        without_limit: 0,
        a_further_one: None,
    };
    let is_addon = |coupon: &&SellerCoupon| matches!(coupon.origin, CouponOrigin::Addon { .. });
    for coupon in coupons.into_iter().filter(is_addon) {
        let whole = whole_cost(&coupon.terms);
        sum.a_further_one = match (sum.a_further_one, whole) {
            (Some(most), Some(whole)) => Some(most.max(whole)),
            (most, whole) => most.or(whole),
        };
        if coupon.is_live(now) {
            sum.live += 1;
            match liability(coupon, now, currency).at_most {
                Some(cost) => sum.at_most = sum.at_most + cost,
                None => sum.without_limit += 1,
            }
        }
    }
    sum
}

fn whole_cost(terms: &CouponTerms) -> Option<Money> {
    let each = worst_discount(terms.discount)?;
    Some(each * Decimal::from(terms.quantity?.get()))
}

/// Who gets which coupon, and the one that an order would use.
#[derive(Debug, Clone)]
pub struct WhoGetsIt {
    /// Each coupon with the reasons, in the order given.
    pub decisions: Vec<ClaimDecision>,
    /// The coupon that saves most on the order and what it takes off, the first of equal ones
    /// (CP-23); none where no coupon applies or no order is given.
    pub used: Option<(SellerCouponId, Money)>,
}

/// Decides which coupons a customer gets at `now`, and which one an order whose products cost
/// `order_value` after product discounts would use (CP-08, CP-11, CP-13 … CP-17, CP-23).
pub fn who_gets_it(
    coupons: &[SellerCoupon],
    customer: &CustomerRecord,
    order_value: Option<Money>,
    policy: &Policy,
    (now, zone): (Instant, Zone),
) -> WhoGetsIt {
    let decisions = decide_claims(coupons, customer, policy, now, zone);
    let mut used: Option<(SellerCouponId, Money)> = None;
    let got = coupons
        .iter()
        .zip(&decisions)
        .filter(|(_, decision)| decision.gets);
    for (coupon, _) in got {
        let saves = order_value.and_then(|value| coupon.terms.taken_off(value));
        let most = used.as_ref().map(|(_, most)| *most);
        if let Some(saves) = saves.filter(|saves| saves.is_positive())
            && most.is_none_or(|most| saves > most)
        {
            used = Some((coupon.id.clone(), saves));
        }
    }
    WhoGetsIt { decisions, used }
}
