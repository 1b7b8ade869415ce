//! What the worked examples of fees give in common.

use crate::worked::{Given, NotWorked};
use seller_domain::Period;
use seller_domain::fees::{CampaignSales, ChargedOrders};

/// `gross_sales`, `seller_discount` and `shipping_paid`.
pub(super) fn campaign_sales(given: &Given) -> Result<CampaignSales, NotWorked> {
    Ok(CampaignSales {
        gross_sales: given.money("gross_sales")?,
        seller_discount: given.money("seller_discount")?,
        shipping_paid: given.money("shipping_paid")?,
    })
}

/// `campaign_from`, `campaign_until`, and where there are any `policy_from` with `policy_until`
/// and `withdrawal_approved`.
pub(super) fn charged_orders(given: &Given) -> Result<ChargedOrders, NotWorked> {
    let policy = match given.optional_as("policy_from")? {
        Some(from) => Some(Period::new(from, given.read_as("policy_until")?)),
        None => None,
    };
    Ok(ChargedOrders {
        running: Period::new(
            given.read_as("campaign_from")?,
            given.read_as("campaign_until")?,
        ),
        effective: policy,
        withdrawn_at: given.optional_as("withdrawal_approved")?,
    })
}
