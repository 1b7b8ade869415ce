//! One order of one unit, reckoned in minor units: what the customer pays, what
//! each fee is charged on, what is paid out.

use crate::minor_units::{WHOLE, share};
use crate::order_terms::{CouponTerms, CouponUse, OrderTerms, Rates, Scenario};

/// What is sold: one unit at a price.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    pub price: i64,
    /// The extra discount in basis points.
    pub extra: i64,
    /// What the customer pays for shipping where it is not free; none: the shop's charge.
    pub shipping_charge: Option<i64>,
}

/// A fee and what it is charged on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Charge {
    pub base: i64,
    pub rate: i64,
    pub amount: i64,
}

impl Charge {
    fn on(base: i64, rate: i64) -> Self {
        let base = base.max(0);
        Self {
            base,
            rate,
            amount: share(rate, base),
        }
    }
}

/// The order and everything that is taken from it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub extra_discount: i64,
    /// The price after the extra discount.
    pub net: i64,
    pub coupon: Option<&'a CouponTerms>,
    pub coupon_discount: i64,
    pub seller_share: i64,
    pub shipping_paid: i64,
    pub tax: i64,
    pub service: Charge,
    pub surcharge: Charge,
    pub smart_promotion: Charge,
    pub referral: Charge,
    pub affiliate: Charge,
    pub shipping_cost: i64,
    pub payout: i64,
}

impl Order<'_> {
    /// What the customer pays, shipping and tax included.
    pub(crate) fn customer_payment(&self) -> i64 {
        self.net - self.coupon_discount + self.shipping_paid
    }

    pub(crate) fn fees(&self) -> i64 {
        self.service.amount
            + self.surcharge.amount
            + self.smart_promotion.amount
            + self.referral.amount
            + self.affiliate.amount
    }
}

impl OrderTerms {
    /// The order in the campaign. With coupons: the one of all legal orders of
    /// the unit that pays the seller least.
    pub(crate) fn campaign_order(&self, unit: Unit, scenario: Scenario) -> Order<'_> {
        let rates = self.in_campaign.charged(scenario.fees);
        self.least_paying(unit, &rates, scenario.coupon)
    }

    /// The order at these rates; with coupons the one that pays the seller least.
    pub(crate) fn least_paying(&self, unit: Unit, rates: &Rates, coupons: CouponUse) -> Order<'_> {
        let plain = self.settle(unit, rates, None);
        if coupons == CouponUse::Unused {
            return plain;
        }
        self.coupons.iter().fold(plain, |worst, coupon| {
            if plain.net < coupon.minimum {
                return worst;
            }
            let order = self.settle(unit, rates, Some(coupon));
            if order.payout < worst.payout {
                order
            } else {
                worst
            }
        })
    }

    /// The same unit sold outside the campaign.
    pub(crate) fn everyday_order(&self, unit: Unit) -> Order<'_> {
        self.settle(unit, &self.outside, None)
    }

    pub(crate) fn settle<'a>(
        &self,
        unit: Unit,
        rates: &Rates,
        coupon: Option<&'a CouponTerms>,
    ) -> Order<'a> {
        let extra_discount = share(unit.extra, unit.price);
        let net = unit.price - extra_discount;
        let applied = coupon.and_then(|coupon| coupon.applied(net));
        let (coupon_discount, seller_share) = applied.unwrap_or_default();
        let goods = net - coupon_discount;
        let shipping_paid = if self.ships_free(goods) {
            0
        } else {
            unit.shipping_charge.unwrap_or(self.shipping_charge)
        };
        let payment = goods + shipping_paid;
        let tax = share(rates.tax, payment);
        // Price less everything the seller takes off: what sales are counted with.
        let sales = net - seller_share;
        let (service, surcharge) = campaign_charges(rates, sales, shipping_paid);
        let mut order = Order {
            extra_discount,
            net,
            coupon: coupon.filter(|_| applied.is_some()),
            coupon_discount,
            seller_share,
            shipping_paid,
            tax,
            service,
            surcharge,
            smart_promotion: Charge::on(sales, rates.smart_promotion),
            referral: Charge::on(
                payment + (coupon_discount - seller_share) - tax,
                rates.referral,
            ),
            affiliate: Charge::on(goods - tax, rates.affiliate),
            shipping_cost: self.shipping_cost,
            payout: 0,
        };
        order.payout = sales - tax - order.fees() - self.shipping_cost;
        order
    }

    fn ships_free(&self, order_value: i64) -> bool {
        self.free_from.is_some_and(|from| order_value >= from)
    }

    /// How far the margin is above the wanted one, in minor units times [`WHOLE`].
    pub(crate) fn spare(&self, order: &Order<'_>, unit_cost: i64) -> i128 {
        i128::from(order.payout - unit_cost) * i128::from(WHOLE)
            - i128::from(self.wanted_margin) * i128::from(order.net)
    }
}

/// The campaign service fee and the surcharge: two charges, or one at the higher
/// rate (FE-01, FE-05; the domain's `campaign_charges`).
fn campaign_charges(rates: &Rates, sales: i64, shipping_paid: i64) -> (Charge, Charge) {
    let on_all = sales + shipping_paid;
    if rates.both {
        let surcharge = Charge::on(sales, rates.surcharge);
        (Charge::on(on_all, rates.service), surcharge)
    } else {
        let once = rates.service.max(rates.surcharge);
        (Charge::on(on_all, once), Charge::default())
    }
}
