//! Tables whose first rows alone were looked at before they are read: one pass less.

use super::evidence::Evidence;
use super::questions::questions;
use super::{Choices, Mapping, Settings, Stated, Table, Target, style};
use crate::input::Input;
use crate::row::{CellKind, Row};
use crate::trouble::FileError;
use std::ops::ControlFlow;

/// So many rows tell nearly always how all are written.
pub(super) const GLANCE: u32 = 2000;

/// Whether the rows are written as the first ones said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance {
    /// They are.
    Right,
    /// Later rows show other decimal marks, or days and months the other way round: what was
    /// read is worth nothing, and the table is to be looked through.
    Misled,
}

impl Table {
    /// Looks at the first rows of a table. [`Self::read_glanced`] looks at the others.
    pub fn glance(input: &Input, choices: &Choices) -> Result<Self, FileError> {
        let mut table = Self::unseen(input, choices)?;
        table.look_through(GLANCE)?;
        Ok(table)
    }

    /// Whether every row was looked at.
    pub fn is_looked_through(&self) -> bool {
        self.glanced_until.is_none()
    }

    /// Reads as [`Self::read_rows`] does, and looks at the rows that were not looked at yet.
    pub fn read_glanced(
        &self,
        mapping: &Mapping,
        targets: &[Target],
        settings: &Settings,
        sink: impl FnMut(Stated) -> ControlFlow<()>,
    ) -> Result<Glance, FileError> {
        let mut evidence = self.evidence.clone();
        let from = self.glanced_until.unwrap_or(u32::MAX);
        let look = |row: &Row| {
            if row.number() > from {
                weigh(&mut evidence, row);
            }
        };
        self.read_beside(mapping, targets, settings, look, sink)?;
        let shown = |evidence: &[Evidence]| {
            let columns = 0..evidence.len();
            let styles: Vec<_> = columns
                .map(|at| style(evidence, at, mapping, settings))
                .collect();
            (styles, questions(evidence, mapping, settings))
        };
        Ok(if shown(&evidence) == shown(&self.evidence) {
            Glance::Right
        } else {
            Glance::Misled
        })
    }
}

/// Takes what a row tells of its columns.
pub(super) fn weigh(evidence: &mut [Evidence], row: &Row) {
    for cell in row.cells() {
        if cell.kind == CellKind::Text
            && let Some(own) = evidence.get_mut(cell.column as usize)
        {
            own.weigh(cell.text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seller_domain::Zone;
    use seller_domain::market::Currency;

    const TARGETS: &[Target] = &[Target::Catalogue];

    /// Costs in two columns, so many of them as `first` says and then one as `last` says.
    fn table(first: &str, rows: u32, last: &str) -> String {
        let mut text = "product_id;sku_id;title;retail_price;unit_cost\n".to_owned();
        for row in 0..=rows {
            let price = if row == rows { last } else { first };
            text += &format!("17293800000000{row:05};17293900000000{row:05};Mug;{price};{price}\n");
        }
        text
    }

    fn glanced(text: &str) -> (Table, Glance, u32) {
        let table = Table::glance(&text.as_bytes().into(), &Choices::default()).unwrap();
        let mapping = table.guess(TARGETS).mapping;
        let settings = Settings {
            currency: Currency::Usd,
            zone: Zone::named("UTC").unwrap(),
            decimal_mark: None,
            day_order: None,
        };
        let mut rows = 0;
        let glance = table
            .read_glanced(&mapping, TARGETS, &settings, |_| {
                rows += 1;
                ControlFlow::Continue(())
            })
            .unwrap();
        (table, glance, rows)
    }

    #[test]
    fn a_table_of_no_more_rows_than_a_glance_takes_is_looked_through() {
        let (table, glance, rows) = glanced(&table("12.50", GLANCE - 1, "12.50"));
        assert_eq!((glance, rows), (Glance::Right, GLANCE));
        assert!(table.is_looked_through());
        assert_eq!(table.rows(), GLANCE);
    }

    #[test]
    fn rows_after_the_glance_are_read_and_looked_at() {
        for (first, last, expected) in [
            ("12.50", "12.50", Glance::Right),
            // Says nothing of its own.
            ("12.50", "12", Glance::Right),
            ("12.50", "1,250", Glance::Right),
            // A comma after all, where a point was read.
            ("12", "12,50", Glance::Misled),
            ("12.50", "12,50", Glance::Misled),
            // What was unclear becomes clear.
            ("1,250", "1,250.75", Glance::Misled),
        ] {
            let (table, glance, rows) = glanced(&table(first, GLANCE, last));
            assert_eq!(
                (glance, rows),
                (expected, GLANCE + 1),
                "{first}, then {last}"
            );
            assert!(!table.is_looked_through());
        }
    }
}
