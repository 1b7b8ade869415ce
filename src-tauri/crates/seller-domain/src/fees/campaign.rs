//! The campaign service fee (FE-01 … FE-05).

use crate::money::Money;
use crate::percent::Percent;

/// What the campaign service fee is charged on (FE-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CampaignSales {
    /// Campaign price times quantity.
    pub gross_sales: Money,
    /// What the seller takes off; the platform's part of a co-funded coupon is none of it (FE-07).
    pub seller_discount: Money,
    /// What the customer pays for shipping.
    pub shipping_paid: Money,
}

/// Campaign service fee: rate × (gross sales − seller discount + shipping paid) (FE-01).
pub fn campaign_service_fee(rate: Percent, sales: CampaignSales) -> Money {
    let base = sales.gross_sales - sales.seller_discount + sales.shipping_paid;
    rate.of(base.or_zero()).rounded_half_up()
}

/// The extra discount on a campaign price, rounded half up (RG-08, FE-01).
pub fn extra_discount_amount(campaign_price: Money, extra: Option<Percent>) -> Money {
    extra.map_or(Money::zero(campaign_price.currency()), |rate| {
        rate.of(campaign_price).rounded_half_up()
    })
}
