//! Round prices: whole steps, or endings that shops of the currency like.

use seller_domain::{Currency, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which prices count as round. Whether up or down is the strategy's to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rounding {
    /// Every price that the currency has.
    #[default]
    MinorUnit,
    /// Multiples of a step: 0.05, 0.10, 1.
    Step {
        /// The step.
        step: Money,
    },
    /// The same ending in every stretch: 0.99 of every 1.00, 900 of every 1000.
    Ending {
        /// The ending.
        ending: Money,
        /// The stretch; the ending is smaller.
        every: Money,
    },
}

/// A rounding that makes no sense in the shop's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoRounding {
    /// The step is zero, negative, too fine or of another currency.
    #[error(
        "prices cannot be rounded to steps of {0}; a step is at least the smallest unit of the shop's currency"
    )]
    Step(Money),
    /// The ending does not lie inside its stretch, is too fine or of another currency.
    #[error(
        "prices cannot end in {ending} of every {every}; the ending is 0 or more and smaller than the stretch, both in the shop's currency"
    )]
    Ending {
        /// The ending.
        ending: Money,
        /// The stretch.
        every: Money,
    },
}

impl Rounding {
    /// The roundings to offer in a currency, the finest first.
    pub fn offered(currency: Currency) -> Vec<Self> {
        let of = |minor| Money::from_minor(minor, currency);
        let step = |minor| Self::Step { step: of(minor) };
        let ending = |ending, every| Self::Ending {
            ending: of(ending),
            every: of(every),
        };
        let mut offered = vec![Self::MinorUnit];
        offered.extend(match currency {
            // Thousands are the smallest notes people still reckon with.
            Currency::Vnd | Currency::Idr => vec![
                step(100),
                step(500),
                step(1_000),
                ending(900, 1_000),
                ending(9_000, 10_000),
            ],
            Currency::Jpy => vec![
                step(10),
                step(100),
                ending(80, 100),
                ending(900, 1_000),
                ending(980, 1_000),
            ],
            _ => vec![
                step(5),
                step(10),
                step(1_00),
                ending(99, 1_00),
                ending(95, 1_00),
                ending(9_99, 10_00),
            ],
        });
        offered
    }

    /// The round prices in minor units.
    pub(super) fn grid(self, currency: Currency) -> Result<Grid, NoRounding> {
        let minor = |money: Money| {
            (money.currency() == currency)
                .then(|| money.to_minor())
                .flatten()
        };
        match self {
            Self::MinorUnit => Ok(Grid {
                ending: 0,
                every: 1,
            }),
            Self::Step { step } => match minor(step) {
                Some(every) if every > 0 => Ok(Grid { ending: 0, every }),
                _ => Err(NoRounding::Step(step)),
            },
            Self::Ending { ending, every } => match (minor(ending), minor(every)) {
                (Some(end), Some(stretch)) if (0..stretch).contains(&end) => Ok(Grid {
                    ending: end,
                    every: stretch,
                }),
                _ => Err(NoRounding::Ending { ending, every }),
            },
        }
    }
}

/// Prices `ending + n × every`, in minor units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    ending: i64,
    every: i64,
}

impl Grid {
    /// The largest round price that is at most `price`; none below the first one above zero.
    pub(super) fn at_or_below(self, price: i64) -> Option<i64> {
        let over = price.checked_sub(self.ending)?.rem_euclid(self.every);
        Some(price - over).filter(|round| *round > 0)
    }

    /// The smallest round price that is at least `price`, and above zero.
    pub(super) fn at_or_above(self, price: i64) -> Option<i64> {
        let price = price.max(1);
        let missing = self.ending.checked_sub(price)?.rem_euclid(self.every);
        price.checked_add(missing)
    }
}
