//! What several rules of the family share.

use crate::partner_cases::JoinProductCase;
use seller_domain::catalogue::ProductStatus;
use seller_domain::partner_campaign::PartnerChange;

/// Why a product of this status, none if the catalogue does not have it, cannot be chosen.
pub(super) fn not_on_sale(status: Option<ProductStatus>) -> Option<&'static str> {
    match status {
        None => Some("unknown_product"),
        Some(ProductStatus::Active) => None,
        Some(_) => Some("not_on_sale"),
    }
}

/// The repair that leaves a chosen product out; none for the only one.
pub(super) fn leave_out(case: &JoinProductCase<'_>) -> Option<PartnerChange> {
    let id = case.product_id;
    let others = case.join.draft.products.iter().any(|other| other != id);
    others.then(|| PartnerChange::LeaveOutProducts {
        ids: vec![id.clone()],
    })
}

/// How worked examples write whether something holds.
pub(super) fn yes_or_no(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}
