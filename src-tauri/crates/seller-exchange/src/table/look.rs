//! The first pass over a table: its header, its first rows, what its columns tell.

use super::evidence::Evidence;
use super::{Target, glance, mapping};
use crate::delimited::Line;
use crate::limits;
use crate::row::{CellKind, Row};
use crate::trouble::{FileError, Place, Trouble};

/// What a pass has found so far.
#[derive(Default)]
pub(super) struct Found {
    /// Rows of which one may be the header, until that is decided.
    top: Vec<TopRow>,
    decided: bool,
    pub(super) header: Vec<String>,
    pub(super) header_row: u32,
    pub(super) rows: u32,
    pub(super) sample: Vec<Vec<String>>,
    pub(super) evidence: Vec<Evidence>,
}

/// How many rows are kept to be shown.
const SAMPLE: usize = 20;

impl Found {
    /// Looks at one more line.
    pub(super) fn take(&mut self, line: &Line<'_>) -> Result<(), FileError> {
        match line {
            Line::Refused(_) => self.rows += 1,
            Line::Row(row) if self.decided => self.take_row(row),
            Line::Row(row) => {
                self.top.push(TopRow::of(row));
                if self.top.len() >= limits::HEADER_WITHIN as usize {
                    self.decide()?;
                }
            }
        }
        Ok(())
    }

    /// Makes do with the rows that there are.
    pub(super) fn end(&mut self) -> Result<(), FileError> {
        if self.decided { Ok(()) } else { self.decide() }
    }

    /// Chooses the header among the top rows: the one with most known names, or else the
    /// first that may name columns.
    fn decide(&mut self) -> Result<(), FileError> {
        let mut top = std::mem::take(&mut self.top);
        if top.is_empty() {
            return Err(Trouble::NoHeader.into());
        }
        let known: Vec<usize> = top
            .iter()
            .map(|row| mapping::known_names(&row.cells, ALL_TARGETS))
            .collect();
        let most = known.iter().copied().max().unwrap_or(0);
        let at = if most > 0 {
            known.iter().position(|count| *count == most)
        } else {
            top.iter()
                .position(|row| row.may_name_columns() && row.cells.len() > 1)
        };
        let at = at.ok_or_else(|| FileError::at(Place::row(top[0].number), Trouble::NoHeader))?;
        if top[at].cells.len() > limits::COLUMNS {
            let limit = limits::COLUMNS as u32;
            return Err(FileError::at(
                Place::row(top[at].number),
                Trouble::TooManyColumns { limit },
            ));
        }
        self.decided = true;
        self.header_row = top[at].number;
        self.header = std::mem::take(&mut top[at].cells);
        while self
            .header
            .last()
            .is_some_and(|name| name.trim().is_empty())
        {
            self.header.pop();
        }
        self.evidence = vec![Evidence::default(); self.header.len()];
        for row in top.into_iter().skip(at + 1) {
            let cells = row.cells.iter().zip(&row.kinds).enumerate();
            for (column, (text, kind)) in cells {
                self.weigh(column, text, *kind);
            }
            self.keep(row.cells);
            self.rows += 1;
        }
        Ok(())
    }

    fn take_row(&mut self, row: &Row) {
        self.rows += 1;
        glance::weigh(&mut self.evidence, row);
        if self.sample.len() < SAMPLE {
            self.keep(TopRow::of(row).cells);
        }
    }

    fn keep(&mut self, cells: Vec<String>) {
        if self.sample.len() < SAMPLE {
            self.sample.push(cells);
        }
    }

    fn weigh(&mut self, column: usize, text: &str, kind: CellKind) {
        if kind == CellKind::Text
            && let Some(evidence) = self.evidence.get_mut(column)
        {
            evidence.weigh(text);
        }
    }
}

/// A row that may be the header.
struct TopRow {
    number: u32,
    cells: Vec<String>,
    kinds: Vec<CellKind>,
}

impl TopRow {
    fn of(row: &Row) -> Self {
        let width = row.cells().last().map_or(0, |cell| cell.column + 1);
        let mut top = Self {
            number: row.number(),
            cells: vec![String::new(); width as usize],
            kinds: vec![CellKind::Text; width as usize],
        };
        for cell in row.cells() {
            top.cells[cell.column as usize] = cell.text.to_owned();
            top.kinds[cell.column as usize] = cell.kind;
        }
        top
    }

    /// Whether it may name columns: texts that are no numbers.
    fn may_name_columns(&self) -> bool {
        let mut filled = self
            .cells
            .iter()
            .zip(&self.kinds)
            .filter(|(text, _)| !text.trim().is_empty());
        filled.all(|(text, kind)| {
            *kind == CellKind::Text
                && !text
                    .trim()
                    .starts_with(|c: char| c.is_ascii_digit() || "-+.".contains(c))
                || mapping::known_names(std::slice::from_ref(text), ALL_TARGETS) > 0
        })
    }
}

const ALL_TARGETS: &[Target] = &[
    Target::Catalogue,
    Target::Costs,
    Target::PriceHistory,
    Target::Plan,
    Target::Decisions,
    Target::Coupons,
    Target::Orders,
    Target::Products,
    Target::PartnerCampaigns,
    Target::PartnerProducts,
];
