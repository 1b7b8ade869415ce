//! A file of an import as it travels.

use super::SourceFile;
use crate::wire::imports::{DecimalMark, ImportColumn, ImportFile};
use seller_exchange::table::{Question, Settings, Table};
use seller_exchange::trouble::FileKind;
use seller_exchange::values;

/// How many values of a column are shown.
const SAMPLES: usize = 4;

impl SourceFile {
    /// As it travels.
    pub fn view(&self, settings: &Settings) -> ImportFile {
        let unclear = self
            .questions(settings)
            .iter()
            .any(|question| matches!(question, Question::DecimalMark { .. }));
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
            encoding: self
                .table
                .as_ref()
                .and_then(Table::encoding)
                .map(|encoding| encoding.label().to_owned()),
            columns: self.columns(),
            decimal_mark_unclear: unclear,
            decimal_mark: self.mark.map(|mark| match mark {
                values::DecimalMark::Point => DecimalMark::Point,
                values::DecimalMark::Comma => DecimalMark::Comma,
            }),
        }
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
