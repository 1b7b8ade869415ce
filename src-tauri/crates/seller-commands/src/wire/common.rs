//! Shapes that several rooms share: pages, findings, summaries.

use seller_domain::{ProductId, SkuId};
use seller_rulebook::finding::Edit;
use seller_rulebook::rule::{Grade, Trust};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without words, or an answer that says only "done".
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// Which part of a long list is wanted.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows at most; 500 at the most.
    pub limit: u32,
}

/// A part of a long list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Page<T> {
    /// How many rows there are in all.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<T>,
}

/// A finding in the words of the asked language.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FindingView {
    /// The rule's id, to look it up in the book.
    pub rule: String,
    /// The rule's title.
    pub title: String,
    /// What it does to the command.
    pub grade: Grade,
    /// The field to look at: `campaign_price`, `shop.sps`.
    pub field: String,
    /// The product, if it is about one.
    pub product_id: Option<ProductId>,
    /// The SKU, if it is about one.
    pub sku_id: Option<SkuId>,
    /// What is wrong, with the figures.
    pub what: String,
    /// Why the platform asks for it.
    pub why: String,
    /// What to do.
    pub action: String,
    /// What is allowed.
    pub limit: Option<String>,
    /// What the seller has.
    pub value: Option<String>,
    /// How far it is off.
    pub gap: Option<String>,
    /// Where it is stated.
    pub sources: Vec<SourceView>,
    /// The smallest repair.
    pub repair: Vec<Edit>,
}

/// Where a rule or figure is stated.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceView {
    /// The document's title.
    pub title: String,
    /// The passage in our words.
    pub says: String,
    /// The day it was read.
    pub seen: String,
    /// How far it is to be trusted.
    pub trust: Trust,
}

/// How many findings there are, by rule and by field.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct FindingCounts {
    /// Findings that refuse.
    pub block: u32,
    /// Findings that have to be acknowledged.
    pub warn: u32,
    /// Findings that explain.
    pub info: u32,
    /// By rule, the most frequent first.
    pub by_rule: Vec<RuleCount>,
    /// By field, the most frequent first.
    pub by_field: Vec<FieldCount>,
}

/// Findings of one rule.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RuleCount {
    /// The rule's id.
    pub rule: String,
    /// Its title.
    pub title: String,
    /// The hardest grade among its findings.
    pub grade: Grade,
    /// How many findings.
    pub findings: u32,
    /// How many of them can be repaired.
    pub repairable: u32,
}

/// Findings at one field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FieldCount {
    /// The field.
    pub field: String,
    /// How many findings.
    pub findings: u32,
}

/// Findings of a small thing, all of them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Checked {
    /// Every finding.
    pub findings: Vec<FindingView>,
}
