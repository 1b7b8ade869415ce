//! Bulk repairs: all edits that clear the findings of chosen rules, tried out
//! on a copy of the draft and checked by the rulebook before they are offered.
//!
//! Products do not depend on each other, so each one is repaired for itself:
//! first by changing values, by leaving something out only where nothing else
//! helps. A repair that would bring a new refusal is not offered.

mod edits;
mod product;

pub use edits::{NoSuchTarget, apply};

use edits::EditSet;
use product::{ProductRepair, repair_product};
use rayon::prelude::*;
use seller_domain::SkuId;
use seller_domain::registration::Draft;
use seller_rulebook::cases::Setting;
use seller_rulebook::finding::{Edit, Place};
use seller_rulebook::{Facts, Finding, Grade, Review, review};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use ts_rs::TS;

/// Which findings are to be repaired. What is left out does not narrow the choice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RepairChoice {
    /// Only findings of these rules.
    pub rules: Option<BTreeSet<String>>,
    /// Only findings at these fields: `campaign_price`.
    pub fields: Option<BTreeSet<String>>,
    /// Only findings at these SKUs.
    pub sku_ids: Option<HashSet<SkuId>>,
    /// Whether SKUs and products may be left out of the registration where nothing else helps.
    pub may_leave_out: bool,
}

/// What a bulk repair does.
#[derive(Debug, Clone)]
pub struct RepairPlan {
    /// The steps: at most one for each field, in the draft's order.
    pub edits: Vec<Edit>,
    /// How many of the chosen findings they clear, rule by rule.
    pub clears: BTreeMap<&'static str, usize>,
    /// How many other findings go with them, rule by rule.
    pub clears_besides: BTreeMap<&'static str, usize>,
    /// The chosen findings that stay, each with the reason.
    pub stays: Vec<Unrepaired>,
}

/// A finding that the repair does not clear.
#[derive(Debug, Clone)]
pub struct Unrepaired {
    /// The finding.
    pub finding: Finding,
    /// Why.
    pub why: WhyNot,
}

/// Why a finding is not repaired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhyNot {
    /// The rule knows no repair: the seller has to decide.
    NoRepair,
    /// Only leaving it out would help, and that is not allowed here.
    OnlyByLeavingOut,
    /// The repair would break other rules.
    WouldBreak {
        /// Their ids.
        #[ts(type = "Array<string>")]
        rules: BTreeSet<&'static str>,
    },
    /// The repairs that are offered do not clear it.
    NotCleared,
}

impl RepairPlan {
    /// How many of the chosen findings it clears.
    pub fn cleared(&self) -> usize {
        self.clears.values().sum()
    }
}

impl RepairChoice {
    /// Everything that can be repaired without leaving anything out.
    pub fn all() -> Self {
        Self::default()
    }

    /// The findings of one rule.
    pub fn rule(id: &str) -> Self {
        Self {
            rules: Some(BTreeSet::from([id.to_owned()])),
            ..Self::default()
        }
    }

    /// With leaving out where nothing else helps.
    pub fn leaving_out(mut self) -> Self {
        self.may_leave_out = true;
        self
    }

    fn covers(&self, finding: &Finding) -> bool {
        let rule = |ids: &BTreeSet<String>| ids.contains(finding.rule.id);
        let field = |fields: &BTreeSet<String>| fields.contains(finding.fault.field);
        let sku = |ids: &HashSet<SkuId>| {
            let id = finding.place.sku_id.as_ref();
            id.is_some_and(|id| ids.contains(id))
        };
        matches!(finding.grade, Grade::Block | Grade::Warn)
            && self.rules.as_ref().is_none_or(rule)
            && self.fields.as_ref().is_none_or(field)
            && self.sku_ids.as_ref().is_none_or(sku)
    }
}

/// Plans the repair of the chosen findings of `review`, which is the review of
/// `draft` with `facts`. The draft is not changed: [`apply`] does it.
pub fn plan_repair(
    draft: &Draft,
    facts: &Facts,
    review: &Review,
    choice: &RepairChoice,
) -> RepairPlan {
    let policy = facts.policy();
    let setting = Setting::new(facts, &policy);
    let overall = repair_overall(draft, facts, review, choice);
    let products: Vec<ProductRepair> = draft
        .products
        .par_iter()
        .zip(&review.products)
        .with_min_len(16)
        .filter(|(_, findings)| findings.iter().any(|finding| choice.covers(finding)))
        .map(|(product, findings)| repair_product(product, findings, setting, choice))
        .collect();
    let mut plan = RepairPlan {
        edits: Vec::new(),
        clears: BTreeMap::new(),
        clears_besides: BTreeMap::new(),
        stays: Vec::new(),
    };
    for part in std::iter::once(overall).chain(products) {
        plan.edits.extend(part.edits);
        plan.stays.extend(part.stays);
        count(&mut plan.clears, &part.clears);
        count(&mut plan.clears_besides, &part.clears_besides);
    }
    plan
}

fn count(into: &mut BTreeMap<&'static str, usize>, rules: &[&'static str]) {
    for rule in rules {
        *into.entry(rule).or_default() += 1;
    }
}

/// Findings about the draft as a whole: coupons that are not registered.
fn repair_overall(
    draft: &Draft,
    facts: &Facts,
    review: &Review,
    choice: &RepairChoice,
) -> ProductRepair {
    let mut steps = EditSet::default();
    for finding in review.overall.iter().filter(|f| choice.covers(f)) {
        steps.extend(finding.fault.repair.iter().cloned());
    }
    let edits = steps.into_edits();
    let mut repaired = Draft {
        id: draft.id.clone(),
        campaign_id: draft.campaign_id.clone(),
        coupons: draft.coupons.clone(),
        products: Vec::new(),
    };
    let applied = apply(&mut repaired, &edits).is_ok();
    let after = review::review_registration(&repaired, facts).overall;
    let before = &review.overall;
    let broken = new_refusals(before, &after);
    if !applied || edits.is_empty() || !broken.is_empty() {
        return ProductRepair::nothing(before, choice, broken);
    }
    ProductRepair::offered(edits, before, &after, choice)
}

/// The rules that refuse at a place where they did not before.
fn new_refusals(before: &[Finding], after: &[Finding]) -> BTreeSet<&'static str> {
    let known: HashSet<Key<'_>> = before
        .iter()
        .filter(|finding| finding.blocks())
        .map(key)
        .collect();
    after
        .iter()
        .filter(|finding| finding.blocks() && !known.contains(&key(finding)))
        .map(|finding| finding.rule.id)
        .collect()
}

/// What makes a finding the same before and after a repair.
type Key<'a> = (&'static str, &'a Place, &'static str, &'static str);

fn key(finding: &Finding) -> Key<'_> {
    (
        finding.rule.id,
        &finding.place,
        finding.fault.field,
        finding.fault.variant,
    )
}

#[cfg(test)]
mod tests;
