//! Which rows of the grid a filter leaves.

use super::Workbench;
use crate::wire::drafts::RowFilter;
use rayon::prelude::*;
use seller_rulebook::Finding;
use std::collections::HashSet;
use std::sync::Arc;

/// Rows by product and SKU, in the order of the draft.
pub(crate) type Rows = Arc<[(u32, u32)]>;

impl Workbench {
    /// The rows that a filter leaves; remembered until the draft or the filter changes.
    pub fn rows(&mut self, filter: &RowFilter) -> Rows {
        if let Some((shown, rows)) = &self.shown
            && shown == filter
        {
            return rows.clone();
        }
        let rows: Rows = self.matching(filter).into();
        self.shown = Some((filter.clone(), rows.clone()));
        rows
    }

    /// Products are looked at side by side; the rows stay in the order of the draft.
    fn matching(&self, filter: &RowFilter) -> Vec<(u32, u32)> {
        let words = filter.search.trim().to_lowercase();
        (0..self.draft.products.len())
            .into_par_iter()
            .with_min_len(256)
            .flat_map_iter(|index| self.matching_of(index, filter, &words))
            .collect()
    }

    fn matching_of(&self, index: usize, filter: &RowFilter, words: &str) -> Vec<(u32, u32)> {
        let product = &self.draft.products[index];
        let failing = Failing::of(&self.review.products[index], filter);
        if failing.is_none() {
            return Vec::new();
        }
        let known = self.facts.products.get(&product.product_id);
        let in_product = words.is_empty()
            || product.product_id.as_str().contains(words)
            || known.is_some_and(|known| known.product.title.to_lowercase().contains(words));
        let matches = |position: usize| {
            failing.holds(&product.skus[position].sku_id)
                && (in_product || self.sku_matches(index, position, words))
                && (!filter.thin_margin || self.is_thin(index, position))
        };
        (0..product.skus.len())
            .filter(|position| matches(*position))
            .map(|position| (super::count(index), super::count(position)))
            .collect()
    }

    fn sku_matches(&self, product: usize, sku: usize, words: &str) -> bool {
        let entry = &self.draft.products[product].skus[sku];
        let known = self.known(product, sku);
        entry.sku_id.as_str().contains(words)
            || known.is_some_and(|known| {
                known.sku.seller_sku.to_lowercase().contains(words)
                    || known.sku.variation.to_lowercase().contains(words)
            })
    }

    fn is_thin(&self, product: usize, sku: usize) -> bool {
        let Ok(terms) = &self.terms else { return true };
        let margin = self
            .economics(product, sku)
            .and_then(|unit| unit.margin_percent);
        margin.is_none_or(|margin| margin < terms.wanted_margin())
    }
}

impl RowFilter {
    /// Whether a finding is one of those the filter asks for.
    pub(crate) fn takes(&self, finding: &Finding) -> bool {
        let of_rule = |rule: &String| finding.rule.id == rule;
        let at_field = |field: &String| finding.fault.field == field;
        self.rule.as_ref().is_none_or(of_rule)
            && self.field.as_ref().is_none_or(at_field)
            && self.grade.is_none_or(|grade| finding.grade <= grade)
    }
}

/// The SKUs of a product that a filter by findings leaves.
enum Failing<'a> {
    /// Every SKU: no finding was asked for, or one is about the whole product.
    All,
    /// These.
    Some(HashSet<&'a str>),
}

impl<'a> Failing<'a> {
    fn of(findings: &'a [Finding], filter: &RowFilter) -> Self {
        if filter.rule.is_none() && filter.field.is_none() && filter.grade.is_none() {
            return Self::All;
        }
        let mut skus = HashSet::new();
        for finding in findings.iter().filter(|finding| filter.takes(finding)) {
            match &finding.place.sku_id {
                None => return Self::All,
                Some(sku_id) => {
                    skus.insert(sku_id.as_str());
                }
            }
        }
        Self::Some(skus)
    }

    fn is_none(&self) -> bool {
        matches!(self, Self::Some(skus) if skus.is_empty())
    }

    fn holds(&self, sku_id: &seller_domain::SkuId) -> bool {
        match self {
            Self::All => true,
            Self::Some(skus) => skus.contains(sku_id.as_str()),
        }
    }
}
