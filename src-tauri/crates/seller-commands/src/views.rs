//! Findings and sources as they travel, in the words of the call's language.

use crate::error::CommandError;
use crate::wire::common::{FieldCount, FindingCounts, FindingView, RuleCount, SourceView};
use seller_domain::Language;
use seller_rulebook::book;
use seller_rulebook::message::Scribe;
use seller_rulebook::page::Page;
use seller_rulebook::{Finding, Grade, Refused, Rule, Source};
use std::collections::HashMap;

/// So many findings travel with a refusal; the rest are asked for by page.
const SHOWN: usize = 500;

/// Puts findings into words; reads each rule's page once.
pub(crate) struct Views {
    scribe: Scribe,
    pages: HashMap<&'static str, Page<'static>>,
}

impl Views {
    /// In the scribe's language.
    pub fn new(scribe: Scribe) -> Self {
        Self {
            scribe,
            pages: HashMap::new(),
        }
    }

    /// The page of a rule.
    fn page(&mut self, rule: &'static Rule) -> &Page<'static> {
        self.pages
            .entry(rule.id)
            .or_insert_with(|| Page::read(rule.page))
    }

    /// Only what is wrong.
    pub fn what(&mut self, finding: &Finding) -> String {
        let scribe = self.scribe;
        scribe.message_on(self.page(finding.rule), finding).what
    }

    /// A finding in full.
    pub fn finding(&mut self, finding: &Finding) -> FindingView {
        let scribe = self.scribe;
        let message = scribe.message_on(self.page(finding.rule), finding);
        let fault = &finding.fault;
        let words =
            |param: &Option<seller_rulebook::Param>| param.as_ref().map(|p| scribe.param(p));
        FindingView {
            rule: finding.rule.id.to_owned(),
            title: scribe.title(finding.rule),
            grade: finding.grade,
            field: fault.field.to_owned(),
            product_id: finding.place.product_id.clone(),
            sku_id: finding.place.sku_id.clone(),
            what: message.what,
            why: message.why,
            action: message.action,
            limit: words(&fault.limit),
            value: words(&fault.value),
            gap: words(&fault.gap),
            sources: sources(finding.rule, scribe.language()),
            repair: fault.repair.clone(),
        }
    }

    /// Findings in full.
    pub fn findings<'a>(
        &mut self,
        findings: impl IntoIterator<Item = &'a Finding>,
    ) -> Vec<FindingView> {
        findings
            .into_iter()
            .map(|finding| self.finding(finding))
            .collect()
    }

    /// Findings in numbers.
    pub fn counts<'a>(&self, findings: impl IntoIterator<Item = &'a Finding>) -> FindingCounts {
        let mut counts = FindingCounts::default();
        let mut rules: HashMap<&'static str, (&'static Rule, Grade, u32, u32)> = HashMap::new();
        let mut fields: HashMap<&'static str, u32> = HashMap::new();
        for finding in findings {
            match finding.grade {
                Grade::Block => counts.block += 1,
                Grade::Warn => counts.warn += 1,
                _ => counts.info += 1,
            }
            let rule = rules
                .entry(finding.rule.id)
                .or_insert((finding.rule, finding.grade, 0, 0));
            rule.1 = rule.1.min(finding.grade);
            rule.2 += 1;
            let fault = &finding.fault;
            let repairable = !fault.repair.is_empty() || !fault.partner_changes.is_empty();
            rule.3 += u32::from(repairable);
            *fields.entry(finding.fault.field).or_default() += 1;
        }
        counts.by_rule = rules
            .into_values()
            .map(|(rule, grade, findings, repairable)| RuleCount {
                rule: rule.id.to_owned(),
                title: self.scribe.title(rule),
                grade,
                findings,
                repairable,
            })
            .collect();
        counts
            .by_rule
            .sort_by(|a, b| (b.findings, &a.rule).cmp(&(a.findings, &b.rule)));
        counts.by_field = fields
            .into_iter()
            .map(|(field, findings)| FieldCount {
                field: field.to_owned(),
                findings,
            })
            .collect();
        counts
            .by_field
            .sort_by(|a, b| (b.findings, &a.field).cmp(&(a.findings, &b.field)));
        counts
    }

    /// A refusal with its findings.
    pub fn refused(&mut self, refused: &Refused) -> CommandError {
        let mut findings: Vec<&Finding> = refused.review.findings().collect();
        let counts = self.counts(findings.iter().copied());
        findings.sort_by_key(|finding| finding.grade);
        CommandError::Refused {
            findings: self.findings(findings.into_iter().take(SHOWN)),
            counts,
            unacknowledged: refused
                .unacknowledged
                .iter()
                .map(|id| (*id).to_owned())
                .collect(),
        }
    }
}

/// Where a rule is stated.
pub(crate) fn sources(rule: &Rule, language: Language) -> Vec<SourceView> {
    let sources = rule.sources.iter();
    sources.map(|one| source_view(one, language)).collect()
}

/// A source as it travels.
pub(crate) fn source_view(source: &Source, language: Language) -> SourceView {
    SourceView {
        title: source.title_in(language).to_owned(),
        says: source.says_in(language).to_owned(),
        seen: source.seen.to_owned(),
        trust: source.trust,
    }
}

/// The rule with this id, if the book has it.
pub(crate) fn known_rule(id: &str) -> Option<&'static Rule> {
    book::rule(id)
}
