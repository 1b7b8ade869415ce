//! A file of an import as it travels.

use super::SourceFile;
use crate::wire::imports::{ImportChoice, ImportColumn, ImportFile, ImportTarget};
use seller_exchange::delimited::TextEncoding;
use seller_exchange::moments::DayOrder;
use seller_exchange::table::{Question, Settings};
use seller_exchange::trouble::FileKind;
use seller_exchange::values::DecimalMark;

/// How many values of a column are shown.
const SAMPLES: usize = 4;

impl SourceFile {
    /// As it travels.
    pub fn view(&self, settings: &Settings, target: Option<&ImportTarget>) -> ImportFile {
        let is_catalogue = target == Some(&ImportTarget::Catalogue);
        ImportFile {
            name: self.name.clone(),
            format: match self.kind {
                FileKind::BatchEdit => "batch_edit",
                FileKind::CampaignPrefill => "prefill",
                FileKind::PriceTemplate => "price_template",
                FileKind::FailReport => "fail_report",
                FileKind::Settlement => "settlement",
                FileKind::Registrations | FileKind::Table => "table",
            }
            .to_owned(),
            rows: self.rows,
            encoding: self.encoding_choice(),
            columns: self.columns(),
            decimal_mark: self.mark_choice(settings),
            day_order: self.order_choice(settings),
            lists_every_sku: is_catalogue.then(|| self.lists_every_sku()),
        }
    }

    fn encoding_choice(&self) -> Option<ImportChoice<TextEncoding>> {
        let is_text = self.encoding().is_some() || self.is_unreadable();
        is_text.then(|| ImportChoice {
            recognised: self.encoding_shown,
            chosen: self.encoding_chosen,
            open: self.is_unreadable(),
        })
    }

    fn mark_choice(&self, settings: &Settings) -> Option<ImportChoice<DecimalMark>> {
        let (table, mapping) = self.mapped().filter(|_| self.is_table())?;
        let recognised = table.recognised(mapping, settings);
        let asks = |question: &Question| matches!(question, Question::DecimalMark { .. });
        (recognised.shows_marks || self.mark.is_some()).then(|| ImportChoice {
            recognised: recognised.decimal_mark,
            chosen: self.mark,
            open: self.questions(settings).iter().any(asks),
        })
    }

    fn order_choice(&self, settings: &Settings) -> Option<ImportChoice<DayOrder>> {
        let (table, mapping) = self.mapped().filter(|_| self.is_table())?;
        let recognised = table.recognised(mapping, settings);
        let asks = |question: &Question| matches!(question, Question::DayOrder { .. });
        (recognised.shows_orders || self.order.is_some()).then(|| ImportChoice {
            recognised: recognised.day_order,
            chosen: self.order,
            open: self.questions(settings).iter().any(asks),
        })
    }

    fn columns(&self) -> Vec<ImportColumn> {
        let Some(table) = self.table.as_ref().filter(|_| self.is_table()) else {
            return Vec::new();
        };
        let samples = |column: usize| {
            let cells = table.sample().iter().filter_map(|row| row.get(column));
            cells
                .filter(|text| !text.trim().is_empty())
                .take(SAMPLES)
                .map(|text| seller_exchange::trouble::shortened(text))
                .collect()
        };
        table
            .header()
            .iter()
            .enumerate()
            .map(|(at, heading)| ImportColumn {
                index: u32::try_from(at).unwrap_or(u32::MAX),
                heading: heading.clone(),
                field: self
                    .mapping
                    .columns
                    .get(at)
                    .copied()
                    .flatten()
                    .map(|field| field.key().to_owned()),
                from: self.origins[at],
                samples: samples(at),
            })
            .collect()
    }
}
