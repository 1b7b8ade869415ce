//! Filling the campaign stock: what is free goes in, or so many units of it.

use super::Selection;
use crate::corridor::sku_cases;
use seller_domain::SkuId;
use seller_domain::registration::Draft;
use seller_rulebook::cases::{Setting, SkuCase};
use seller_rulebook::{Facts, review};

/// What was filled in for one SKU.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledStock {
    /// The SKU.
    pub sku_id: SkuId,
    /// The units, or why there are none.
    pub outcome: StockOutcome,
}

/// The units that are set aside, or why none are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockOutcome {
    /// A stock that every rule allows (RG-05).
    Set {
        /// The units.
        units: u32,
        /// Whether another number was wanted, and the nearest legal one was taken.
        fitted: bool,
    },
    /// None is set; an earlier one stays.
    NotSet {
        /// Why.
        why: NoStock,
    },
}

/// Why no stock is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStock {
    /// All that is available is wanted, and nobody says how much that is.
    Unknown,
    /// The least that the platform takes is more than can be set aside.
    TooLittle {
        /// The largest stock: what is free, or the end of the platform's range.
        most: u32,
        /// The least stock.
        least: u32,
    },
}

/// The campaign stock of the selected SKUs, in the draft's order: `units` of each, or all that
/// other plans leave of what there is. The draft itself is not changed.
pub fn fill_stock(
    draft: &Draft,
    facts: &Facts,
    units: Option<u32>,
    only: &Selection,
) -> Vec<FilledStock> {
    let policy = facts.policy();
    let setting = Setting::new(facts, &policy);
    draft
        .products
        .iter()
        .flat_map(|product| sku_cases(product, setting))
        .filter(|case| only.has(&case.entry.sku_id))
        .map(|case| FilledStock {
            sku_id: case.entry.sku_id.clone(),
            outcome: outcome(&case, units),
        })
        .collect()
}

fn outcome(case: &SkuCase<'_>, units: Option<u32>) -> StockOutcome {
    let corridor = review::stock_corridor(case);
    let counted = case.known.is_some_and(|known| known.sku.stock.is_some());
    let most = corridor.most.map(|(units, _)| units);
    let Some(wanted) = units.or(most.filter(|_| counted)) else {
        let why = NoStock::Unknown;
        return StockOutcome::NotSet { why };
    };
    match corridor.nearest(Some(wanted.into())) {
        Some(units) => StockOutcome::Set {
            units,
            fitted: units != wanted,
        },
        None => {
            let why = NoStock::TooLittle {
                most: most.unwrap_or_default(),
                least: corridor.least.map_or(0, |(units, _)| units),
            };
            StockOutcome::NotSet { why }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::*;
    use seller_domain::campaign::{RangeEnd, StatedRange, StatedTerms};

    fn with_stock(number: usize, stock: Option<u32>) -> seller_rulebook::SkuFacts {
        let mut known = sku(1, number, "20", None);
        known.sku.stock = stock;
        known
    }

    fn outcomes(facts: &Facts, units: Option<u32>) -> Vec<StockOutcome> {
        let filled = fill_stock(&draft(facts), facts, units, &Selection::All);
        filled.into_iter().map(|one| one.outcome).collect()
    }

    fn set(units: u32, fitted: bool) -> StockOutcome {
        StockOutcome::Set { units, fitted }
    }

    fn not_set(why: NoStock) -> StockOutcome {
        StockOutcome::NotSet { why }
    }

    #[test]
    fn all_that_is_free_or_so_many_of_it_is_set_aside() {
        let mut facts = facts();
        let empty = NoStock::TooLittle { most: 0, least: 1 };
        put(
            &mut facts,
            1,
            vec![
                with_stock(1, Some(40)),
                with_stock(2, Some(0)),
                with_stock(3, None),
            ],
        );
        assert_eq!(
            outcomes(&facts, None),
            [set(40, false), not_set(empty), not_set(NoStock::Unknown)]
        );
        // What is not there is not set aside, and nobody says how much of the third there is.
        assert_eq!(
            outcomes(&facts, Some(50)),
            [set(40, true), not_set(empty), set(50, false)]
        );
    }

    #[test]
    fn the_least_that_the_platform_takes_is_kept_or_said() {
        let at_least_ten = Some(StatedTerms {
            sku_id: "P1S1".into(),
            price_range: StatedRange::default(),
            stock_range: StatedRange {
                lower: Some(RangeEnd {
                    value: 10.into(),
                    included: true,
                }),
                upper: None,
            },
            recommended_price: None,
            recommended: false,
        });
        let mut uncounted = with_stock(3, None);
        uncounted.stated = at_least_ten.clone().map(|mut stated| {
            stated.stock_range.upper = Some(RangeEnd {
                value: 500.into(),
                included: true,
            });
            stated
        });
        let mut facts = facts();
        let (mut enough, mut scarce) = (with_stock(1, Some(40)), with_stock(2, Some(9)));
        enough.stated.clone_from(&at_least_ten);
        scarce.stated = at_least_ten;
        put(&mut facts, 1, vec![enough, scarce, uncounted]);
        let why = NoStock::TooLittle { most: 9, least: 10 };
        assert_eq!(
            outcomes(&facts, Some(5)),
            [set(10, true), not_set(why), set(10, true)]
        );
        // The end of the platform's range is not what there is.
        assert_eq!(outcomes(&facts, None)[2], not_set(NoStock::Unknown));
    }
}
