//! The risk scenario where coupons run out: the units that lose most by a
//! coupon use it first.

use super::tally::Tally;
use super::{priced_unit, sku_of, whole_units};
use crate::minor_units::cost;
use crate::order_terms::{OrderTerms, Scenario};
use crate::settlement::{Order, Unit};
use seller_domain::registration::Draft;
use seller_rulebook::Facts;
use std::cmp::Reverse;

struct Line<'a> {
    unit: Unit,
    terms: &'a OrderTerms,
    units: u64,
    cost: Option<i64>,
    /// What the worst coupon takes from one order.
    loss: i64,
}

/// The sums of the risk scenario with each coupon used at most as often as there
/// are; none where no coupon is limited. A SKU whose worst coupon has run out
/// uses the next worst.
pub(super) fn risk_totals(draft: &Draft, facts: &Facts, terms: &OrderTerms) -> Option<Tally> {
    if terms.coupons.iter().all(|coupon| coupon.quantity.is_none()) {
        return None;
    }
    let left_out = terms.leaving_out(true);
    let mut lines = lines(draft, facts, [terms, &*left_out]);
    lines.sort_by_key(|line| Reverse(line.loss));
    let mut left: Vec<Option<u64>> = terms
        .coupons
        .iter()
        .map(|coupon| coupon.quantity.map(u64::from))
        .collect();
    let mut tally = Tally::default();
    for line in lines {
        let mut remaining = line.units;
        while remaining > 0 {
            let (order, coupon) = worst_of_left(line.unit, line.terms, &left);
            let supply = coupon.and_then(|index| left[index]);
            let sold = supply.map_or(remaining, |supply| supply.min(remaining));
            tally.add(line.unit, &order, sold, line.cost);
            if let (Some(index), Some(supply)) = (coupon, supply) {
                left[index] = Some(supply - sold);
            }
            remaining -= sold;
        }
    }
    Some(tally)
}

/// The second terms are those of products that are left out of Smart Promotion (SP-07).
fn lines<'a>(draft: &Draft, facts: &Facts, terms: [&'a OrderTerms; 2]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for product in &draft.products {
        let Some(known) = facts.products.get(&product.product_id) else {
            continue;
        };
        let terms = terms[usize::from(known.excluded)];
        for (place, entry) in product.skus.iter().enumerate() {
            let Some(sku) = sku_of(&known.skus, place, entry) else {
                continue;
            };
            let (Some(unit), Some(units)) = (priced_unit(sku, entry, terms), whole_units(entry))
            else {
                continue;
            };
            let rates = terms.in_campaign.charged(Scenario::RISK.fees);
            let plain = terms.settle(unit, &rates, None).payout;
            lines.push(Line {
                unit,
                terms,
                units,
                cost: sku.sku.unit_cost.and_then(cost),
                loss: plain - terms.campaign_order(unit, Scenario::RISK).payout,
            });
        }
    }
    lines
}

/// The worst order with the coupons that are left, and which one it uses.
fn worst_of_left<'a>(
    unit: Unit,
    terms: &'a OrderTerms,
    left: &[Option<u64>],
) -> (Order<'a>, Option<usize>) {
    let rates = terms.in_campaign.charged(Scenario::RISK.fees);
    let plain = (terms.settle(unit, &rates, None), None);
    terms
        .coupons
        .iter()
        .enumerate()
        .filter(|(index, coupon)| left[*index] != Some(0) && coupon.minimum <= plain.0.net)
        .fold(plain, |worst, (index, coupon)| {
            let order = terms.settle(unit, &rates, Some(coupon));
            if order.payout < worst.0.payout {
                (order, Some(index))
            } else {
                worst
            }
        })
}
