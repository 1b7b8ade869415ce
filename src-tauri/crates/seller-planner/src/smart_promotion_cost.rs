//! What Smart Promotion costs the shop (SP-08).

use seller_domain::fees::{ProgrammeSales, programme_fee};
use seller_domain::smart_promotion::{Mode, Terms};
use seller_domain::{Money, Percent};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the programme costs on a figure of the shop's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SmartPromotionCost {
    /// What the rate is charged on: all sales in the store-wide mode, the sales
    /// of discounted orders in the co-funded one.
    pub base: Money,
    /// The rate: the exempted one where there is one.
    pub rate: Percent,
    /// Rate × base, half up.
    pub amount: Money,
    /// What the same base costs without the exemption; none where there is none.
    pub without_exemption: Option<Money>,
}

/// What the programme costs on `gmv`, of which `discounted` are discounted
/// orders. In the co-funded mode that part must be known: none otherwise.
pub fn smart_promotion_cost(
    terms: &Terms,
    gmv: Money,
    discounted: Option<Money>,
) -> Option<SmartPromotionCost> {
    let base = match terms.mode {
        Mode::StoreWide => gmv,
        Mode::CoFunded => discounted?,
    };
    let sales = ProgrammeSales {
        gmv: base,
        discounted_gmv: base,
        campaign_gmv: Money::zero(base.currency()),
    };
    let in_full = Terms {
        exempted_rate: None,
        ..terms.clone()
    };
    Some(SmartPromotionCost {
        base,
        rate: terms.applicable_rate(),
        amount: programme_fee(terms, sales).fee,
        without_exemption: terms
            .exempted_rate
            .map(|_| programme_fee(&in_full, sales).fee),
    })
}

#[cfg(test)]
mod tests;
