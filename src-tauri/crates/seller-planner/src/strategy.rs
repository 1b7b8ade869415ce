//! Strategies that fill the campaign prices of many SKUs at once.
//!
//! A strategy aims, the rounding finds a price near the aim, and the corridor
//! has the last word: what a rule would refuse is never set, and the reason is
//! said. Where several prices are as near, the one that keeps the margin wins.

mod rounding;
mod stock;

pub use rounding::{NoRounding, Rounding};
pub use stock::{FilledStock, NoStock, StockOutcome, fill_stock};

use crate::corridor::{LegalEnd, costing, legal_minor, sku_cases};
use crate::margin_floor::Costing;
use crate::minor_units::{WHOLE, money, share};
use crate::order_terms::{OrderTerms, Scenario, UnknownTerms};
use rayon::prelude::*;
use rounding::Grid;
use seller_domain::registration::Draft;
use seller_domain::{Money, Percent, ProductId, SkuId};
use seller_rulebook::bound::Corridor;
use seller_rulebook::cases::{Setting, SkuCase};
use seller_rulebook::finding::Edit;
use seller_rulebook::{Facts, review};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// What the prices aim at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Strategy {
    /// A: so much off the retail price.
    PercentOff {
        /// How much.
        off: Percent,
    },
    /// B: the lowest legal price that keeps the margin.
    AsDeepAsMargin {
        /// The margin to keep; none: the shop's wanted margin.
        margin: Option<Percent>,
    },
    /// C: the highest legal price, or so much under it.
    UnderCeiling {
        /// How much under the ceiling; none: at it.
        by: Option<Money>,
    },
    /// D: the campaign price of the last registration.
    AsLastTime,
    /// What the platform recommends (RG-15).
    Recommended,
}

/// What is to be filled, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fill {
    /// The aim.
    pub strategy: Strategy,
    /// Which prices count as round.
    pub rounding: Rounding,
    /// What happens to an aim that no rule would let pass.
    pub beyond: Beyond,
    /// Which SKUs.
    pub only: Selection,
}

/// What happens to an aim outside the corridor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    /// No price is set, and the reason is said.
    #[default]
    NotSet,
    /// The nearest legal price is set, marked as fitted.
    Fitted,
}

/// Which SKUs of the draft are filled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Selection {
    /// All.
    #[default]
    All,
    /// These.
    These {
        /// Their ids.
        sku_ids: HashSet<SkuId>,
    },
}

impl Selection {
    fn has(&self, sku_id: &SkuId) -> bool {
        match self {
            Self::All => true,
            Self::These { sku_ids } => sku_ids.contains(sku_id),
        }
    }
}

/// What a strategy did for one SKU.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Filled {
    /// Its product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The price, or why there is none.
    pub outcome: Outcome,
}

/// The price that a strategy found, or why it set none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// A legal price.
    Set {
        /// The price.
        price: Money,
        /// Whether it keeps the wanted margin on the worst order; none: the cost is unknown.
        keeps_margin: Option<bool>,
        /// Whether the aim was outside the corridor and the nearest legal price was taken.
        fitted: bool,
    },
    /// None is set; an earlier one stays.
    NotSet {
        /// Why.
        why: NotSet,
    },
}

/// Why a strategy sets no price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NotSet {
    /// The catalogue does not know the SKU.
    UnknownSku,
    /// The unit cost is unknown, so that no margin can be kept.
    NoUnitCost,
    /// No earlier campaign price is remembered.
    NoLastPrice,
    /// The platform recommends no price.
    NoRecommendation,
    /// No rule sets a ceiling that a price could be just under.
    NoCeiling,
    /// The rules leave no price at all.
    EmptyCorridor {
        /// The smallest price that one rule allows.
        floor: LegalEnd,
        /// The largest price that another allows.
        ceiling: LegalEnd,
    },
    /// The price would be above the ceiling.
    AboveCeiling {
        /// The price that was aimed at.
        aim: Money,
        /// The ceiling and the rule that would refuse it.
        ceiling: LegalEnd,
    },
    /// The price would be below the floor.
    BelowFloor {
        /// The price that was aimed at.
        aim: Money,
        /// The floor and the rule that would refuse it.
        floor: LegalEnd,
    },
    /// The price would not be above zero.
    NotAboveZero,
    /// No legal price keeps the margin.
    NoLegalPriceKeepsMargin {
        /// The largest legal price and its rule.
        ceiling: LegalEnd,
    },
    /// No price of this rounding lies where the aim can go.
    NoRoundPrice {
        /// The price that was aimed at.
        aim: Money,
    },
}

/// Why nothing can be filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotFill {
    /// The terms of the campaign are incomplete.
    #[error(transparent)]
    Terms(#[from] UnknownTerms),
    /// The rounding makes no sense in the shop's currency.
    #[error(transparent)]
    Rounding(#[from] NoRounding),
    /// More than the whole price, or less than nothing, is to be taken off.
    #[error("{0} % off leaves no price; enter a discount from 0 to below 100 %")]
    Discount(Percent),
    /// The distance to the ceiling is negative, finer than the currency, or in another one.
    #[error(
        "{0} under the ceiling is no distance; enter 0 or more in whole smallest units of the shop's currency"
    )]
    Distance(Money),
}

/// Prices for the selected SKUs of a draft, in the draft's order. `last_prices`
/// are the remembered ones ([`crate::remembered_price::last_campaign_prices`]);
/// they matter to [`Strategy::AsLastTime`] only. The draft itself is not changed:
/// [`edits`] gives the steps.
pub fn fill(
    draft: &Draft,
    facts: &Facts,
    fill: &Fill,
    last_prices: &HashMap<SkuId, Money>,
) -> Result<Vec<Filled>, CannotFill> {
    let policy = facts.policy();
    let terms = OrderTerms::of(facts, &policy, &draft.coupons)?;
    let filler = Filler::new(fill, terms, last_prices)?;
    let setting = Setting::new(facts, &policy);
    Ok(draft
        .products
        .par_iter()
        .with_min_len(64)
        .flat_map_iter(|product| {
            sku_cases(product, setting)
                .filter(|case| filler.selects(case))
                .map(|case| Filled {
                    product_id: product.product_id.clone(),
                    sku_id: case.entry.sku_id.clone(),
                    outcome: filler.outcome(&case),
                })
                .collect::<Vec<_>>()
        })
        .collect())
}

/// The steps that put the filled prices into the draft.
pub fn edits(filled: &[Filled]) -> Vec<Edit> {
    filled
        .iter()
        .filter_map(|filled| match filled.outcome {
            Outcome::Set { price, .. } => Some(Edit::SetCampaignPrice {
                sku_id: filled.sku_id.clone(),
                to: price,
            }),
            Outcome::NotSet { .. } => None,
        })
        .collect()
}

struct Filler<'a> {
    fill: &'a Fill,
    grid: Grid,
    terms: OrderTerms,
    /// For products that are left out of Smart Promotion (SP-07).
    terms_left_out: OrderTerms,
    last_prices: &'a HashMap<SkuId, Money>,
    /// How much under the ceiling.
    distance: i64,
}

impl<'a> Filler<'a> {
    fn new(
        fill: &'a Fill,
        terms: OrderTerms,
        last_prices: &'a HashMap<SkuId, Money>,
    ) -> Result<Self, CannotFill> {
        let terms = match fill.strategy {
            Strategy::AsDeepAsMargin {
                margin: Some(margin),
            } => terms.with_wanted_margin(margin),
            _ => terms,
        };
        if let Strategy::PercentOff { off } = fill.strategy
            && !(0..WHOLE).contains(&off.basis_points())
        {
            return Err(CannotFill::Discount(off));
        }
        let distance = match fill.strategy {
            Strategy::UnderCeiling { by: Some(by) } => by
                .to_minor()
                .filter(|minor| *minor >= 0 && by.currency() == terms.currency)
                .ok_or(CannotFill::Distance(by))?,
            _ => 0,
        };
        Ok(Self {
            fill,
            grid: fill.rounding.grid(terms.currency)?,
            terms_left_out: terms.leaving_out(true).into_owned(),
            terms,
            last_prices,
            distance,
        })
    }

    fn terms(&self, case: &SkuCase<'_>) -> &OrderTerms {
        match case.product.known {
            Some(known) if known.excluded => &self.terms_left_out,
            _ => &self.terms,
        }
    }

    fn selects(&self, case: &SkuCase<'_>) -> bool {
        self.fill.only.has(&case.entry.sku_id)
    }

    fn outcome(&self, case: &SkuCase<'_>) -> Outcome {
        match self.price(case) {
            Ok((price, fitted)) => Outcome::Set {
                price: money(price, self.terms.currency),
                keeps_margin: costing(case)
                    .map(|costing| self.terms(case).keeps_margin(costing, HELD_FOR, price)),
                fitted,
            },
            Err(why) => Outcome::NotSet { why },
        }
    }

    /// The price and whether it had to be fitted into the corridor.
    fn price(&self, case: &SkuCase<'_>) -> Result<(i64, bool), NotSet> {
        if case.known.is_none() {
            return Err(NotSet::UnknownSku);
        }
        let legal = Legal::of(review::corridor(case))?;
        match self.fill.strategy {
            Strategy::AsDeepAsMargin { .. } => self.deepest(case, &legal).map(|at| (at, false)),
            Strategy::UnderCeiling { .. } => self.under_ceiling(&legal).map(|at| (at, false)),
            Strategy::PercentOff { off } => {
                let retail = case.known.map(|sku| sku.sku.retail_price.rounded_half_up());
                let retail = retail.and_then(Money::to_minor).unwrap_or_default();
                // Down, so that at least so much is taken off.
                let aim = retail - share_up(off.basis_points(), retail);
                self.near(case, &legal, aim)
            }
            Strategy::AsLastTime => {
                let last = self.last_prices.get(&case.entry.sku_id);
                let last = last.ok_or(NotSet::NoLastPrice)?.rounded_down().to_minor();
                self.near(case, &legal, last.ok_or(NotSet::NoLastPrice)?)
            }
            Strategy::Recommended => {
                let stated = case.known.and_then(|sku| sku.stated.as_ref());
                let price = stated.and_then(|stated| stated.recommended_price);
                let aim = price.and_then(|price| price.rounded_half_up().to_minor());
                self.near(case, &legal, aim.ok_or(NotSet::NoRecommendation)?)
            }
        }
    }

    fn deepest(&self, case: &SkuCase<'_>, legal: &Legal) -> Result<i64, NotSet> {
        let costing = costing(case).ok_or(NotSet::NoUnitCost)?;
        let ceiling = legal.ceiling.ok_or(NotSet::NoCeiling)?;
        let keeping = |from| {
            self.terms(case)
                .smallest_keeping(costing, HELD_FOR, from, legal.to)
        };
        let aim = keeping(legal.from).ok_or(NotSet::NoLegalPriceKeepsMargin { ceiling })?;
        let none_round = NotSet::NoRoundPrice {
            aim: money(aim, self.terms.currency),
        };
        let mut price = aim;
        loop {
            let round = self.grid.at_or_above(price).ok_or(none_round)?;
            // The margin can dip above the aim, where a coupon or a threshold sets in.
            price = keeping(round).ok_or(none_round)?;
            if price == round {
                return Ok(price);
            }
        }
    }

    fn under_ceiling(&self, legal: &Legal) -> Result<i64, NotSet> {
        let ceiling = legal.ceiling.ok_or(NotSet::NoCeiling)?;
        let aim = legal.to - self.distance;
        let shown = money(aim, self.terms.currency);
        if aim < legal.from {
            return Err(legal
                .floor
                .map_or(NotSet::NotAboveZero, |floor| NotSet::BelowFloor {
                    aim: shown,
                    floor,
                }));
        }
        debug_assert!(ceiling.price.to_minor() == Some(legal.to));
        self.grid
            .at_or_below(aim)
            .filter(|price| *price >= legal.from)
            .ok_or(NotSet::NoRoundPrice { aim: shown })
    }

    /// The round legal price next to `aim`: the one below unless only the one
    /// above is legal or keeps the margin.
    fn near(&self, case: &SkuCase<'_>, legal: &Legal, aim: i64) -> Result<(i64, bool), NotSet> {
        let currency = self.terms.currency;
        let inside = aim.clamp(legal.from, legal.to);
        let fitted = inside != aim;
        if fitted && self.fill.beyond == Beyond::NotSet {
            return Err(legal.refuses(aim, money(aim, currency)));
        }
        let legal_only = |price: &i64| (legal.from..=legal.to).contains(price);
        let below = self.grid.at_or_below(inside).filter(legal_only);
        let above = self.grid.at_or_above(inside).filter(legal_only);
        let costing = costing(case);
        let terms = self.terms(case);
        let keeps = |price: &i64| {
            costing.is_none_or(|costing: Costing| terms.keeps_margin(costing, HELD_FOR, *price))
        };
        let chosen = below
            .filter(keeps)
            .or_else(|| above.filter(keeps))
            .or(below)
            .or(above);
        let none_round = NotSet::NoRoundPrice {
            aim: money(aim, currency),
        };
        chosen.map(|price| (price, fitted)).ok_or(none_round)
    }
}

/// The margin is kept on the order that pays least.
const HELD_FOR: Scenario = Scenario::WORST_ORDER;

/// The legal prices in minor units and the rules at their ends.
struct Legal {
    from: i64,
    to: i64,
    floor: Option<LegalEnd>,
    ceiling: Option<LegalEnd>,
}

impl Legal {
    fn of(corridor: Corridor) -> Result<Self, NotSet> {
        let floor = corridor.floor.map(LegalEnd::from);
        let ceiling = corridor.ceiling.map(LegalEnd::from);
        match (legal_minor(&corridor), floor, ceiling) {
            (Some((from, to)), ..) => Ok(Self {
                from,
                to,
                floor,
                ceiling,
            }),
            (None, _, None) => Err(NotSet::NoCeiling),
            (None, Some(floor), Some(ceiling)) => Err(NotSet::EmptyCorridor { floor, ceiling }),
            (None, None, Some(_)) => Err(NotSet::NotAboveZero),
        }
    }

    fn refuses(&self, aim: i64, shown: Money) -> NotSet {
        match (self.floor, self.ceiling) {
            (_, Some(ceiling)) if aim > self.to => NotSet::AboveCeiling {
                aim: shown,
                ceiling,
            },
            (Some(floor), _) if aim > 0 => NotSet::BelowFloor { aim: shown, floor },
            _ => NotSet::NotAboveZero,
        }
    }
}

/// `rate` basis points of `of`, up to the next minor unit.
fn share_up(rate: i64, of: i64) -> i64 {
    let nearest = share(rate, of);
    let exact = i128::from(rate) * i128::from(of);
    nearest + i64::from(i128::from(nearest) * i128::from(WHOLE) < exact)
}

#[cfg(test)]
mod tests;
