//! Limits that rules set on a campaign stock, and the stock between them.

use crate::bound::Words;
use crate::rule::Rule;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// What one rule says of a campaign stock, in whole units.
#[derive(Debug, Clone, Copy, Default)]
pub struct StockLimits {
    /// At least so many.
    pub least: Option<StockLimit>,
    /// At most so many.
    pub most: Option<StockLimit>,
}

/// One end. The number itself is allowed.
#[derive(Debug, Clone, Copy)]
pub struct StockLimit {
    /// Units.
    pub units: u32,
    /// Which of the rule's messages fits a breach.
    pub variant: &'static str,
    /// Words of the message beside stock, limit and gap.
    pub words: Option<Words>,
}

impl StockLimit {
    /// `units` are still allowed; the message of a breach is `variant`.
    pub fn at(units: u32, variant: &'static str) -> Self {
        Self {
            units,
            variant,
            words: None,
        }
    }

    /// With further words of the message.
    pub fn because(mut self, words: Words) -> Self {
        self.words = Some(words);
        self
    }
}

/// The stock that every rule allows for one SKU, each end with the rule that binds.
#[derive(Debug, Clone, Copy, Default)]
pub struct StockCorridor {
    /// The least stock.
    pub least: Option<(u32, &'static Rule)>,
    /// The largest stock; none where nobody says how much there is.
    pub most: Option<(u32, &'static Rule)>,
}

impl StockCorridor {
    /// Narrows the corridor by the limits of one rule. The first rule of two equal ones binds.
    pub fn narrow(&mut self, rule: &'static Rule, limits: &StockLimits) {
        if let Some(limit) = limits.least
            && self.least.is_none_or(|(units, _)| limit.units > units)
        {
            self.least = Some((limit.units, rule));
        }
        if let Some(limit) = limits.most
            && self.most.is_none_or(|(units, _)| limit.units < units)
        {
            self.most = Some((limit.units, rule));
        }
    }

    /// Whether no stock is legal.
    pub fn is_empty(&self) -> bool {
        matches!((self.least, self.most), (Some((least, _)), Some((most, _))) if least > most)
    }

    /// The legal stock that is nearest to `stock`, never more of it than entered if that is
    /// legal; the least one where nothing is entered; none if no stock is legal.
    pub fn nearest(&self, stock: Option<Decimal>) -> Option<u32> {
        if self.is_empty() {
            return None;
        }
        let least = self.least.map_or(0, |(units, _)| units);
        let most = self.most.map_or(u32::MAX, |(units, _)| units);
        let entered = stock.map_or(least, |stock| {
            let whole = stock.round_dp_with_strategy(0, RoundingStrategy::ToZero);
            if whole.is_sign_negative() {
                0
            } else {
                whole.to_u32().unwrap_or(u32::MAX)
            }
        });
        Some(entered.clamp(least, most))
    }
}
