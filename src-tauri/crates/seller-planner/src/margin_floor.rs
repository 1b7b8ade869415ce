//! The smallest price that keeps the wanted margin.
//!
//! The margin of one unit does not simply rise with its price: fees are rounded
//! one by one, a coupon sets in at its minimum purchase, shipping becomes free
//! at a threshold. So the search walks upwards and never passes over a price
//! that could be the one: from a price that lacks some margin it goes on as far
//! as even the steepest rise could not make that up.

use crate::minor_units::WHOLE;
use crate::order_terms::{CouponTerms, CouponUse, OrderTerms, Rates, Scenario};
use crate::settlement::Unit;

/// Past so many steps fees and margin leave practically nothing of the price.
const MOST_STEPS: usize = 5_000;

/// What a SKU brings to the search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Costing {
    pub unit_cost: i64,
    pub extra: i64,
    pub shipping_charge: Option<i64>,
}

impl OrderTerms {
    /// The smallest price from `from` up to `limit` that keeps the wanted margin
    /// in the scenario's least favourable order.
    pub(crate) fn smallest_keeping(
        &self,
        costing: Costing,
        scenario: Scenario,
        from: i64,
        limit: i64,
    ) -> Option<i64> {
        let rates = self.in_campaign.charged(scenario.fees);
        let mut price = from.max(1);
        for _ in 0..MOST_STEPS {
            if price > limit {
                return None;
            }
            let plain = self.next_candidate(costing, &rates, None, price)?;
            let mut next = plain;
            if scenario.coupon == CouponUse::Worst {
                for coupon in &self.coupons {
                    next = next.max(self.next_candidate(costing, &rates, Some(coupon), price)?);
                }
            }
            if next == price {
                return Some(price);
            }
            price = next;
        }
        None
    }

    /// Whether `price` keeps the wanted margin.
    pub(crate) fn keeps_margin(&self, costing: Costing, scenario: Scenario, price: i64) -> bool {
        let order = self.campaign_order(costing.at(price), scenario);
        self.spare(&order, costing.unit_cost) >= 0
    }

    /// `price` itself if the order with this coupon keeps the margin, otherwise
    /// the next price that could; none where no higher price can.
    fn next_candidate(
        &self,
        costing: Costing,
        rates: &Rates,
        coupon: Option<&CouponTerms>,
        price: i64,
    ) -> Option<i64> {
        let order = self.settle(costing.at(price), rates, coupon);
        if coupon.is_some() && order.coupon.is_none() {
            return Some(price);
        }
        let lacking = -self.spare(&order, costing.unit_cost);
        if lacking <= 0 {
            return Some(price);
        }
        let rise = self.steepest_rise(costing, rates, coupon);
        if rise <= 0 {
            return None;
        }
        let sure = lacking - roundings(costing, rates, coupon) * i128::from(WHOLE);
        let step = (sure * i128::from(WHOLE) / rise).max(1);
        let next = price.checked_add(i64::try_from(step).ok()?)?;
        // Where shipping becomes free the fees on it fall away at once: look there too.
        let charged = |at: i64| self.settle(costing.at(at), rates, coupon).shipping_paid > 0;
        if order.shipping_paid == 0 || charged(next) {
            return Some(next);
        }
        let (mut paid, mut free) = (price, next);
        while free - paid > 1 {
            let middle = paid + (free - paid) / 2;
            if charged(middle) {
                paid = middle;
            } else {
                free = middle;
            }
        }
        Some(free)
    }

    /// At most how much the spare margin rises with one minor unit of price,
    /// roundings aside, in minor units times [`WHOLE`] twice.
    fn steepest_rise(&self, costing: Costing, rates: &Rates, coupon: Option<&CouponTerms>) -> i128 {
        let campaign = if rates.both {
            rates.service + rates.surcharge
        } else {
            rates.service.max(rates.surcharge)
        };
        // A coupon can lower the commission as fast as the price raises it.
        let commission = if coupon.is_some() { 0 } else { rates.affiliate };
        let taken = campaign + rates.smart_promotion + rates.referral + commission;
        let kept = WHOLE - taken - self.wanted_margin;
        i128::from(kept) * i128::from((WHOLE - costing.extra).max(0))
    }
}

/// By how many minor units roundings can move the margin between two prices:
/// each amount that is rounded is off by at most half of one at either end.
fn roundings(costing: Costing, rates: &Rates, coupon: Option<&CouponTerms>) -> i128 {
    let rounded = [
        costing.extra,
        rates.tax,
        rates.service.max(rates.surcharge),
        if rates.both { rates.surcharge } else { 0 },
        rates.smart_promotion,
        rates.referral,
        rates.affiliate,
    ];
    let amounts = rounded.iter().filter(|rate| **rate != 0).count();
    // A coupon's discount and the seller's share of it.
    let of_coupon = if coupon.is_some() { 2 } else { 0 };
    (amounts + of_coupon) as i128
}

impl Costing {
    pub(crate) fn at(self, price: i64) -> Unit {
        Unit {
            price,
            extra: self.extra,
            shipping_charge: self.shipping_charge,
        }
    }
}

#[cfg(test)]
mod tests;
