//! The coupon that a worked example describes (FE-06, FE-07, CF-02, CF-03).

use crate::worked::{Given, NotWorked};
use seller_domain::campaign::{CampaignCoupon, CouponDiscount, CouponTarget};
use seller_domain::{Money, Percent};

/// `amount`, or `rate` with or without `maximum`; `minimum_purchase`, `seller_ratio` and, where
/// one is stated, `seller_maximum`.
pub(in crate::rules) fn coupon(given: &Given) -> Result<CampaignCoupon, NotWorked> {
    let discount = match given.optional_as("amount")? {
        Some(amount) => CouponDiscount::Fixed { amount },
        None => CouponDiscount::Percentage {
            rate: given.percent("rate")?,
            maximum: given.optional_as("maximum")?,
        },
    };
    Ok(CampaignCoupon {
        seller_maximum: given.optional_as("seller_maximum")?,
        ..plain(
            discount,
            given.percent("seller_ratio")?,
            given.money("minimum_purchase")?,
        )
    })
}

/// A coupon for everyone, without a limit to the seller's contribution.
pub(in crate::rules) fn plain(
    discount: CouponDiscount,
    seller_ratio: Percent,
    minimum_purchase: Money,
) -> CampaignCoupon {
    CampaignCoupon {
        id: "coupon".into(),
        name: String::new(),
        discount,
        target: CouponTarget::AllCustomers,
        seller_ratio,
        seller_maximum: None,
        minimum_purchase,
        quantity: None,
    }
}
