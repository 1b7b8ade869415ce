//! What a target takes from a file: its fields, which it needs, and what it is called.

use crate::wire::imports::ImportTarget;
use seller_exchange::table::{Field, Target};

/// The fields that the columns can be mapped to.
pub(super) fn fields_of(target: &ImportTarget) -> Vec<Field> {
    let mut fields: Vec<Field> = kind(target).map_or(Vec::new(), |kind| kind.fields().to_vec());
    if *target == ImportTarget::Catalogue {
        fields.push(Field::Low30Days);
    }
    fields
}

/// The fields that have to be mapped, by groups of which one is enough.
pub(super) fn required(target: &ImportTarget) -> &'static [&'static [Field]] {
    kind(target).map_or(&[], Target::required)
}

/// The table reader's word for a target; none for the platform's own files.
pub(super) fn kind(target: &ImportTarget) -> Option<Target> {
    match target {
        ImportTarget::Catalogue => Some(Target::Catalogue),
        ImportTarget::Costs => Some(Target::Costs),
        ImportTarget::PriceHistory => Some(Target::PriceHistory),
        ImportTarget::Plan { .. } => Some(Target::Plan),
        ImportTarget::Decisions { .. } => Some(Target::Decisions),
        ImportTarget::Coupons => Some(Target::Coupons),
        ImportTarget::PartnerCampaigns => Some(Target::PartnerCampaigns),
        ImportTarget::PartnerProducts { .. } => Some(Target::PartnerProducts),
        ImportTarget::Orders => Some(Target::Orders),
        ImportTarget::Prefill { .. } | ImportTarget::FailReport { .. } => None,
    }
}

/// The fields that headings are looked for.
pub(super) fn guessed(target: &ImportTarget) -> &'static [Target] {
    match kind(target) {
        Some(Target::Catalogue) => &[Target::Catalogue, Target::PriceHistory],
        Some(Target::Costs) => &[Target::Costs],
        Some(Target::PriceHistory) => &[Target::PriceHistory],
        Some(Target::Plan) => &[Target::Plan],
        Some(Target::Decisions) => &[Target::Decisions],
        Some(Target::Coupons) => &[Target::Coupons],
        Some(Target::PartnerCampaigns) => &[Target::PartnerCampaigns],
        Some(Target::PartnerProducts) => &[Target::PartnerProducts],
        Some(Target::Orders) => &[Target::Orders],
        Some(Target::Products) | None => &[],
    }
}

/// The name under which mappings are remembered.
pub(super) fn purpose(target: &ImportTarget) -> &'static str {
    match target {
        ImportTarget::Catalogue => "catalogue",
        ImportTarget::Costs => "costs",
        ImportTarget::PriceHistory => "price_history",
        ImportTarget::Prefill { .. } => "prefill",
        ImportTarget::Plan { .. } => "plan",
        ImportTarget::Decisions { .. } => "decisions",
        ImportTarget::FailReport { .. } => "fail_report",
        ImportTarget::Coupons => "coupons",
        ImportTarget::PartnerCampaigns => "partner_campaigns",
        ImportTarget::PartnerProducts { .. } => "partner_products",
        ImportTarget::Orders => "orders",
    }
}

/// Whether the rows become data of the shop.
pub(super) fn is_stored(target: &ImportTarget) -> bool {
    *target != ImportTarget::Orders
}
