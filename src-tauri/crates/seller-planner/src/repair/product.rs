//! The repair of one product.

use super::edits::{EditSet, leaves_out, steps};
use super::{Key, RepairChoice, Unrepaired, WhyNot, key, new_refusals};
use seller_domain::registration::DraftProduct;
use seller_rulebook::cases::Setting;
use seller_rulebook::finding::Edit;
use seller_rulebook::repair::repaired;
use seller_rulebook::{Finding, review};
use std::collections::{BTreeSet, HashSet};

/// Repairs settle within two or three rounds; what does not is no repair.
const MOST_ROUNDS: usize = 8;

/// What a repair of one product, or of the draft as a whole, does.
pub(super) struct ProductRepair {
    pub edits: Vec<Edit>,
    /// The rules of the chosen findings that it clears, one entry a finding.
    pub clears: Vec<&'static str>,
    /// The same for findings that were not chosen.
    pub clears_besides: Vec<&'static str>,
    pub stays: Vec<Unrepaired>,
}

impl ProductRepair {
    /// Nothing is offered: why each chosen finding stays.
    pub(super) fn nothing(
        before: &[Finding],
        choice: &RepairChoice,
        broken: BTreeSet<&'static str>,
    ) -> Self {
        let stays = before
            .iter()
            .filter(|finding| choice.covers(finding))
            .map(|finding| Unrepaired {
                finding: finding.clone(),
                why: why_not(finding, choice, &broken),
            })
            .collect();
        Self {
            edits: Vec::new(),
            clears: Vec::new(),
            clears_besides: Vec::new(),
            stays,
        }
    }

    /// `edits` are offered: what they clear and what stays.
    pub(super) fn offered(
        edits: Vec<Edit>,
        before: &[Finding],
        after: &[Finding],
        choice: &RepairChoice,
    ) -> Self {
        let left: HashSet<Key<'_>> = after.iter().map(key).collect();
        let (stay, cleared): (Vec<&Finding>, Vec<&Finding>) = before
            .iter()
            .partition(|finding| left.contains(&key(finding)));
        let (chosen, besides): (Vec<&Finding>, Vec<&Finding>) = cleared
            .into_iter()
            .partition(|finding| choice.covers(finding));
        let id = |finding: &Finding| finding.rule.id;
        Self {
            edits,
            clears: chosen.into_iter().map(id).collect(),
            clears_besides: besides.into_iter().map(id).collect(),
            stays: stay
                .into_iter()
                .filter(|finding| choice.covers(finding))
                .map(|finding| Unrepaired {
                    finding: finding.clone(),
                    why: why_not(finding, choice, &BTreeSet::new()),
                })
                .collect(),
        }
    }
}

fn why_not(finding: &Finding, choice: &RepairChoice, broken: &BTreeSet<&'static str>) -> WhyNot {
    let repair = &finding.fault.repair;
    if repair.is_empty() {
        WhyNot::NoRepair
    } else if !choice.may_leave_out && repair.iter().any(leaves_out) {
        WhyNot::OnlyByLeavingOut
    } else if !broken.is_empty() {
        WhyNot::WouldBreak {
            rules: broken.clone(),
        }
    } else {
        WhyNot::NotCleared
    }
}

/// Repairs the chosen findings of a product, and those that the repair itself brings.
pub(super) fn repair_product(
    product: &DraftProduct,
    before: &[Finding],
    setting: Setting<'_>,
    choice: &RepairChoice,
) -> ProductRepair {
    let known: HashSet<Key<'_>> = before.iter().map(key).collect();
    let concerns = |finding: &Finding| choice.covers(finding) || !known.contains(&key(finding));
    let mut trial = Some(product.clone());
    let mut findings = before.to_vec();
    for _ in 0..MOST_ROUNDS {
        let Some(current) = &trial else { break };
        let Some(round) = next_round(current, &findings, concerns, choice) else {
            break;
        };
        trial = repaired(current.clone(), &round);
        findings = trial
            .as_ref()
            .map(|product| review::review_product(product, setting))
            .unwrap_or_default();
    }
    let broken = new_refusals(before, &findings);
    let edits = steps(product, trial.as_ref());
    if edits.is_empty() || !broken.is_empty() {
        return ProductRepair::nothing(before, choice, broken);
    }
    ProductRepair::offered(edits, before, &findings, choice)
}

/// The edits to try next: those that change values; where there are none, those
/// that leave something out, if that is allowed. None: nothing is left to try.
fn next_round(
    product: &DraftProduct,
    findings: &[Finding],
    concerns: impl Fn(&Finding) -> bool,
    choice: &RepairChoice,
) -> Option<Vec<Edit>> {
    let mut changing = EditSet::default();
    let mut leaving = EditSet::default();
    for finding in findings.iter().filter(|finding| concerns(finding)) {
        let repair = finding.fault.repair.iter().cloned();
        if finding.fault.repair.iter().any(leaves_out) {
            leaving.extend(repair);
        } else {
            changing.extend(repair);
        }
    }
    let allowed = choice.may_leave_out.then_some(leaving);
    std::iter::once(changing)
        .chain(allowed)
        .map(EditSet::into_edits)
        .find(|edits| repaired(product.clone(), edits).as_ref() != Some(product))
}
