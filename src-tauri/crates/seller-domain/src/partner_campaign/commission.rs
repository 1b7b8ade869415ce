//! What a commission comes to, and what promised samples cost.

use super::{JoinDraft, whole_samples};
use crate::ids::ProductId;
use crate::money::Money;
use crate::percent::Percent;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The commission of partner and creator together on one order: the total rate of price less
/// coupons less tax, half up to the minor unit. Nothing is charged on less than nothing.
pub fn affiliate_commission(rate: Percent, price: Money, coupons: Money, tax: Money) -> Money {
    rate.of((price - coupons - tax).or_zero()).rounded_half_up()
}

/// What one sample of a product costs: its SKUs differ, and the partner chooses among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SampleCosts {
    /// The unit cost of its cheapest SKU; none: no cost is known.
    pub least: Option<Money>,
    /// The unit cost of its dearest SKU; none: no cost is known.
    pub most: Option<Money>,
    /// SKUs whose cost is not known.
    pub unknown: u32,
}

impl SampleCosts {
    /// With one more SKU of the product.
    pub fn and(self, unit_cost: Option<Money>) -> Self {
        match unit_cost {
            None => Self {
                unknown: self.unknown + 1,
                ..self
            },
            Some(cost) => Self {
                least: Some(self.least.map_or(cost, |least| least.min(cost))),
                most: Some(self.most.map_or(cost, |most| most.max(cost))),
                ..self
            },
        }
    }
}

/// What a number of samples costs, before it is promised (AF-06).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SamplesPromised {
    /// How many there are; partners get them without being asked about each.
    #[ts(type = "number")]
    pub samples: u64,
    /// Of products with samples, those of which every cost is known.
    pub known_products: u32,
    /// Of products with samples, those of which some or every cost is unknown.
    pub unknown_products: u32,
    /// What they cost if every one is of the cheapest SKU; what is unknown left out.
    pub at_least: Money,
    /// What they cost if every one is of the dearest SKU; what is unknown left out.
    pub at_most: Money,
}

impl SamplesPromised {
    /// No samples at all; `zero` of the shop's currency.
    pub fn none(zero: Money) -> Self {
        Self {
            samples: 0,
            known_products: 0,
            unknown_products: 0,
            at_least: zero,
            at_most: zero,
        }
    }

    /// With so many samples of another product.
    pub fn and(mut self, samples: u32, costs: SampleCosts) -> Self {
        if samples == 0 {
            return self;
        }
        let all = |each: Option<Money>, so_far: Money| {
            each.map_or(so_far, |each| so_far + each * Decimal::from(samples))
        };
        self.samples += u64::from(samples);
        self.at_least = all(costs.least, self.at_least);
        self.at_most = all(costs.most, self.at_most);
        if costs.unknown == 0 && costs.most.is_some() {
            self.known_products += 1;
        } else {
            self.unknown_products += 1;
        }
        self
    }
}

/// What the samples of a draft cost. `zero` is of the shop's currency; numbers that are not whole
/// are left out, for the rulebook refuses them.
pub fn samples_promised(
    draft: &JoinDraft,
    zero: Money,
    costs_of: impl Fn(&ProductId) -> SampleCosts,
) -> SamplesPromised {
    draft
        .distinct()
        .fold(SamplesPromised::none(zero), |sum, id| {
            match draft.samples_of(id).and_then(whole_samples) {
                Some(samples) => sum.and(samples, costs_of(id)),
                None => sum,
            }
        })
}
