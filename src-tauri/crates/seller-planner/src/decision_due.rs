//! When the platform typically has decided a request (RG-16).

use chrono::NaiveDate;
use seller_domain::business_days::business_days_after;
use seller_domain::{Instant, Zone};
use seller_rulebook::Policy;

/// The day by which an edit of a price that was requested at `requested_at` is
/// typically decided; none where the policy states no time.
pub fn price_edit_due(requested_at: Instant, zone: Zone, policy: &Policy) -> Option<NaiveDate> {
    let days = policy.count("campaign.price_edit_business_days")?;
    Some(business_days_after(zone.day_of(requested_at), days))
}

#[cfg(test)]
mod tests;
