//! Exact sums of orders.

use crate::minor_units::{percent_of, saturated};
use crate::plan::{FeeTotal, Totals};
use crate::profit::{FeeName, named_charges};
use crate::settlement::{Order, Unit};
use rust_decimal::Decimal;
use seller_domain::{Currency, Money};

/// Sums in minor units, wide enough for any shop.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    sales: i128,
    extra_discount: i128,
    coupon_seller_share: i128,
    coupon_platform_share: i128,
    tax: i128,
    fees: [i128; 5],
    /// Which fees have a rate at all, charged or not.
    charged: [bool; 5],
    shipping_cost: i128,
    payout: i128,
    costed: Option<Costed>,
}

/// The part of the sums whose unit cost is known.
#[derive(Debug, Clone, Copy, Default)]
struct Costed {
    unit_cost: i128,
    payout: i128,
    net_sales: i128,
}

impl Tally {
    /// Adds `units` orders of one unit each.
    pub(super) fn add(&mut self, unit: Unit, order: &Order<'_>, units: u64, cost: Option<i64>) {
        let times = |amount: i64| i128::from(amount) * i128::from(units);
        self.sales += times(unit.price);
        self.extra_discount += times(order.extra_discount);
        self.coupon_seller_share += times(order.seller_share);
        self.coupon_platform_share += times(order.coupon_discount - order.seller_share);
        self.tax += times(order.tax);
        for (index, (_, charge)) in named_charges(order).into_iter().enumerate() {
            self.fees[index] += times(charge.amount);
            self.charged[index] |= charge.rate != 0;
        }
        self.shipping_cost += times(order.shipping_cost);
        self.payout += times(order.payout);
        if let Some(cost) = cost {
            let costed = self.costed.get_or_insert_default();
            costed.unit_cost += times(cost);
            costed.payout += times(order.payout);
            costed.net_sales += times(order.net);
        }
    }

    pub(super) fn merge(mut self, other: Self) -> Self {
        self.sales += other.sales;
        self.extra_discount += other.extra_discount;
        self.coupon_seller_share += other.coupon_seller_share;
        self.coupon_platform_share += other.coupon_platform_share;
        self.tax += other.tax;
        for index in 0..self.fees.len() {
            self.fees[index] += other.fees[index];
            self.charged[index] |= other.charged[index];
        }
        self.shipping_cost += other.shipping_cost;
        self.payout += other.payout;
        if let Some(theirs) = other.costed {
            let ours = self.costed.get_or_insert_default();
            ours.unit_cost += theirs.unit_cost;
            ours.payout += theirs.payout;
            ours.net_sales += theirs.net_sales;
        }
        self
    }

    pub(super) fn totals(self, currency: Currency) -> Totals {
        let amount = |minor: i128| {
            Money::new(
                Decimal::from_i128_with_scale(minor, currency.minor_digits()),
                currency,
            )
        };
        let margin = self.costed.map(|costed| costed.payout - costed.unit_cost);
        Totals {
            sales: amount(self.sales),
            extra_discount: amount(self.extra_discount),
            coupon_seller_share: amount(self.coupon_seller_share),
            coupon_platform_share: amount(self.coupon_platform_share),
            tax: amount(self.tax),
            fees: FeeName::ALL
                .into_iter()
                .zip(self.fees.into_iter().zip(self.charged))
                .filter(|(_, (_, charged))| *charged)
                .map(|(name, (fee, _))| FeeTotal {
                    name,
                    amount: amount(fee),
                })
                .collect(),
            shipping_cost: amount(self.shipping_cost),
            payout: amount(self.payout),
            unit_cost: self.costed.map(|costed| amount(costed.unit_cost)),
            margin: margin.map(amount),
            margin_percent: self.costed.and_then(|costed| {
                percent_of(
                    saturated(costed.payout - costed.unit_cost),
                    saturated(costed.net_sales),
                )
            }),
        }
    }
}
