//! Affiliate partner campaigns: those of agencies, what joined them, those of the seller's own.

mod acts;
mod campaigns;
mod export;
mod joined;
mod joining;
mod outlook;
mod own;
mod products;
mod words;

pub(crate) use acts::{
    partner_product_decide, partner_product_rate, partner_product_samples, partner_samples_approved,
};
pub(crate) use campaigns::{
    partner_campaign_delete, partner_campaign_get, partner_campaign_page, partner_campaign_save,
};
pub(crate) use export::partner_export;
pub(crate) use joined::{partner_product_get, partner_product_page};
pub(crate) use joining::{
    partner_join_check, partner_join_discard, partner_join_open, partner_join_repair,
    partner_join_save, partner_join_submit,
};
pub(crate) use outlook::{partner_join_outlook, partner_join_product};
pub(crate) use own::{
    own_campaign_check, own_campaign_draft_delete, own_campaign_draft_save, own_campaign_duplicate,
    own_campaign_get, own_campaign_open, own_campaign_page, own_campaign_partner_joined,
    own_campaign_publish, own_campaign_repair, own_campaign_template,
};
pub(crate) use products::{partner_candidates, partner_products};

pub(crate) use words::state as state_words;

use crate::views::Views;
use crate::wire::partner_campaigns::{PartnerFinding, PartnerRepair};
use seller_domain::partner_campaign::PartnerChange;
use seller_rulebook::{Finding, Review};

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Findings with their repairs, those that refuse first; at most so many.
fn shown(views: &mut Views, review: &Review, most: usize) -> Vec<PartnerFinding> {
    let mut findings: Vec<&Finding> = review.findings().collect();
    findings.sort_by_key(|finding| finding.grade);
    let shown = findings.into_iter().take(most);
    shown
        .map(|finding| PartnerFinding {
            finding: views.finding(finding),
            changes: finding.fault.partner_changes.clone(),
        })
        .collect()
}

/// The steps that a request names.
fn steps(repair: PartnerRepair, review: impl FnOnce() -> Review) -> Vec<PartnerChange> {
    match repair {
        PartnerRepair::Steps { changes } => changes,
        PartnerRepair::Rule { rule } => review()
            .findings()
            .filter(|finding| finding.rule.id == rule)
            .flat_map(|finding| finding.fault.partner_changes.clone())
            .collect(),
    }
}
