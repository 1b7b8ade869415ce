//! Bounds that rules set on a campaign price, and the corridor between them.

use crate::cases::SkuCase;
use crate::finding::Param;
use crate::rule::Rule;
use seller_domain::Money;

/// What one rule says of a campaign price: at least, at most.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The floor.
    pub lower: Option<Bound>,
    /// The ceiling.
    pub upper: Option<Bound>,
}

/// Further words of a message, looked up only once a bound is broken.
pub type Words = fn(&SkuCase<'_>) -> Vec<(&'static str, Param)>;

/// One end.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// The price.
    pub price: Money,
    /// Whether the price itself is allowed.
    pub included: bool,
    /// Which of the rule's messages fits a breach.
    pub variant: &'static str,
    /// Words of the message beside price, limit and gap.
    pub words: Option<Words>,
}

impl Bound {
    /// The price itself is still allowed.
    pub fn at(price: Money) -> Self {
        Self {
            price,
            included: true,
            variant: "",
            words: None,
        }
    }

    /// The price itself is not allowed any more.
    pub fn excluding(price: Money) -> Self {
        Self {
            included: false,
            ..Self::at(price)
        }
    }

    /// With the message of this variant.
    pub fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// With further words of the message.
    pub fn because(mut self, words: Words) -> Self {
        self.words = Some(words);
        self
    }

    /// The tighter of two ceilings; of two equal ones the first.
    pub fn tighter_ceiling(self, other: Option<Self>) -> Self {
        match other {
            Some(other) if other.largest() < self.largest() => other,
            _ => self,
        }
    }

    /// The largest price in minor units that this ceiling allows.
    pub fn largest(&self) -> Money {
        let down = self.price.rounded_down();
        if self.included || down < self.price {
            down
        } else {
            down - Money::minor_unit(down.currency())
        }
    }

    /// The smallest price in minor units that this floor allows.
    pub fn smallest(&self) -> Money {
        let up = self.price.rounded_up();
        if self.included || up > self.price {
            up
        } else {
            up + Money::minor_unit(up.currency())
        }
    }
}

impl Bounds {
    /// Only a ceiling.
    pub fn ceiling(bound: Bound) -> Option<Self> {
        Some(Self {
            lower: None,
            upper: Some(bound),
        })
    }

    /// Only a floor.
    pub fn floor(bound: Bound) -> Option<Self> {
        Some(Self {
            lower: Some(bound),
            upper: None,
        })
    }
}

/// The prices that every rule allows for one SKU: the intersection of all bounds,
/// each end with the rule that binds.
#[derive(Debug, Clone, Default)]
pub struct Corridor {
    /// The smallest legal price and its rule.
    pub floor: Option<End>,
    /// The largest legal price and its rule.
    pub ceiling: Option<End>,
}

/// A legal end of the corridor.
#[derive(Debug, Clone, Copy)]
pub struct End {
    /// The last price that is legal, in minor units.
    pub price: Money,
    /// The rule that sets it.
    pub rule: &'static Rule,
}

impl Corridor {
    /// Narrows the corridor by the bounds of one rule. The first rule of two equal ones binds.
    pub fn narrow(&mut self, rule: &'static Rule, bounds: &Bounds) {
        if let Some(upper) = &bounds.upper {
            let price = upper.largest();
            if self.ceiling.is_none_or(|end| price < end.price) {
                self.ceiling = Some(End { price, rule });
            }
        }
        if let Some(lower) = &bounds.lower {
            let price = lower.smallest();
            if self.floor.is_none_or(|end| price > end.price) {
                self.floor = Some(End { price, rule });
            }
        }
    }

    /// Whether no price is legal.
    pub fn is_empty(&self) -> bool {
        matches!((self.floor, self.ceiling), (Some(floor), Some(ceiling)) if floor.price > ceiling.price)
    }

    /// Whether `price` lies inside and has no digits finer than the minor unit (RG-06).
    pub fn allows(&self, price: Money) -> bool {
        price.fits_minor_unit()
            && self.ceiling.is_none_or(|end| price <= end.price)
            && self.floor.is_none_or(|end| price >= end.price)
    }

    /// The legal price that is nearest to `price`; none if the corridor is empty.
    pub fn nearest(&self, price: Money) -> Option<Money> {
        if self.is_empty() {
            return None;
        }
        let mut nearest = price.rounded_half_up();
        if let Some(ceiling) = self.ceiling {
            nearest = nearest.min(ceiling.price);
        }
        if let Some(floor) = self.floor {
            nearest = nearest.max(floor.price);
        }
        Some(nearest)
    }
}
