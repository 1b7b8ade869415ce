//! Sharing an amount out over lines so that the shares add up (FE-08).

#[cfg(test)]
mod tests;

use crate::money::Money;

/// Shares `total` out in proportion to the amounts in `by`, in whole minor units. The shares add
/// up to `total` rounded half up to the minor unit.
///
/// Every share is rounded down first; the units that are left go to the lines with the largest
/// remainders, the first line first among equal ones. Amounts below zero weigh nothing; where
/// nothing weighs anything, the first line takes it all. Without lines there are no shares.
pub fn allot(total: Money, by: &[Money]) -> Vec<Money> {
    let currency = total.currency();
    let minor = |money: Money| money.rounded_half_up().to_minor().unwrap_or(0);
    let units = i128::from(minor(total));
    let mut weights: Vec<i128> = by.iter().map(|w| minor(w.or_zero()).into()).collect();
    if weights.iter().all(|weight| *weight == 0) {
        match weights.first_mut() {
            Some(first) => *first = 1,
            None => return Vec::new(),
        }
    }
    let whole: i128 = weights.iter().sum();
    let mut shares: Vec<i128> = weights.iter().map(|w| units.abs() * w / whole).collect();
    let left = units.abs() - shares.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|line| std::cmp::Reverse(units.abs() * weights[*line] % whole));
    let left = usize::try_from(left).unwrap_or(0);
    for line in order.into_iter().take(left) {
        shares[line] += 1;
    }
    shares
        .into_iter()
        .map(|share| i64::try_from(share * units.signum()).unwrap_or(0))
        .map(|share| Money::from_minor(share, currency))
        .collect()
}
