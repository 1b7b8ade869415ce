//! Which campaigns ask for Smart Promotion (SP-01, SP-06).

use crate::finding::Param;
use crate::policy::Policy;
use seller_domain::campaign::{Campaign, CampaignKind, SmartPromotionRequired};
use seller_domain::smart_promotion::Mode;
use seller_domain::{Instant, Zone};

/// The modes that `campaign` accepts from a shop that registers at `registering`;
/// none where it does not ask for Smart Promotion.
///
/// What the campaign states itself holds on any day. Otherwise the policy's day
/// decides, by the registration or the start of the campaign, whichever is later.
pub(super) fn accepted_modes(
    campaign: &Campaign,
    registering: Instant,
    zone: Zone,
    policy: &Policy,
) -> Option<Vec<Mode>> {
    match &campaign.criteria.smart_promotion {
        SmartPromotionRequired::Not => None,
        SmartPromotionRequired::Modes { accepted } => Some(accepted.clone()),
        SmartPromotionRequired::ByPolicy => {
            let from = policy.day("smart_promotion.required_from")?;
            let last = registering.max(campaign.running.start);
            let in_scope = match policy.choice("smart_promotion.required_scope")? {
                "major" => is_major(campaign.kind),
                _ => true,
            };
            (in_scope && zone.day_of(last) >= from).then(|| Mode::ALL.to_vec())
        }
    }
}

/// Integrated campaigns bundle the registrations of major events.
fn is_major(kind: CampaignKind) -> bool {
    matches!(kind, CampaignKind::Major | CampaignKind::Integrated)
}

/// A mode as a word of a message.
pub(super) fn mode_term(mode: Mode) -> Param {
    Param::Term(match mode {
        Mode::StoreWide => "store_wide",
        Mode::CoFunded => "co_funded",
    })
}
