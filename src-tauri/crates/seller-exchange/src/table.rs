//! Any other table: CSV or XLSX with a column mapping.
//!
//! Opening a table reads it once: its encoding, separator, header and, for every
//! column, what its numbers and dates tell about decimal marks and the order of
//! day and month. Reading its rows is a second pass. Neither keeps rows. What is
//! not shown before it is read can be glanced at instead.

mod coupon_fields;
mod evidence;
mod field_kinds;
mod fields;
mod glance;
mod look;
mod mapping;
mod partner_fields;
mod questions;
mod targets;

pub use fields::{Field, Target};
pub use glance::Glance;
pub use mapping::{Certainty, Guess, Mapping, fingerprint, guess, normalised};
pub use questions::{Question, Recognised};

use crate::delimited::{self, Dialect, Line, TextEncoding};
use crate::input::Input;
use crate::moments::DayOrder;
use crate::row::Row;
use crate::sniff;
use crate::stated::{About, Reading, StatedRow};
use crate::trouble::{FileError, RowProblem, Trouble};
use crate::values::{DecimalMark, NumberStyle};
use crate::workbook::{Sheet, Workbook};
use evidence::Evidence;
use look::Found;
use seller_domain::Zone;
use seller_domain::market::Currency;
use std::ops::ControlFlow;

/// What the seller said about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The encoding, where it cannot be told.
    pub encoding: Option<TextEncoding>,
    /// The sheet, where a workbook has several; none: the first that is shown.
    pub sheet: Option<String>,
}

/// How the values of a table are read.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The shop's currency.
    pub currency: Currency,
    /// The shop's zone, for dates without one.
    pub zone: Zone,
    /// The file's decimal mark, where the seller said so.
    pub decimal_mark: Option<DecimalMark>,
    /// Which of day and month comes first, where the seller said so.
    pub day_order: Option<DayOrder>,
}

/// A table that has been looked through once.
#[derive(Debug)]
pub struct Table {
    input: Input,
    source: Source,
    header: Vec<String>,
    header_row: u32,
    rows: u32,
    /// The last row that was looked at; none: all were.
    glanced_until: Option<u32>,
    sample: Vec<Vec<String>>,
    evidence: Vec<Evidence>,
    sheets: Vec<String>,
}

#[derive(Debug)]
enum Source {
    Text(Dialect),
    Sheet(Sheet),
}

/// One row of a table.
#[derive(Debug)]
pub enum Stated {
    /// What it states.
    Row(Box<StatedRow>),
    /// Why it is refused, with at least one reason, and what it is about.
    Refused(Vec<RowProblem>, About),
}

impl Table {
    /// Looks a table through.
    pub fn open(input: &Input, choices: &Choices) -> Result<Self, FileError> {
        let mut table = Self::unseen(input, choices)?;
        table.look_through(u32::MAX)?;
        Ok(table)
    }

    /// A table of which it is known how it is written, and nothing else.
    fn unseen(input: &Input, choices: &Choices) -> Result<Self, FileError> {
        let mut sheets = Vec::new();
        let source = if sniff::is_package(input)? {
            let workbook = Workbook::open(input)?;
            sheets = workbook
                .sheets()
                .iter()
                .map(|sheet| sheet.name.clone())
                .collect();
            Source::Sheet(chosen_sheet(&workbook, choices.sheet.as_deref())?)
        } else {
            Source::Text(delimited::recognise(input, choices.encoding)?)
        };
        Ok(Self {
            input: input.clone(),
            source,
            header: Vec::new(),
            header_row: 0,
            rows: 0,
            glanced_until: None,
            sample: Vec::new(),
            evidence: Vec::new(),
            sheets,
        })
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The row of the header.
    pub fn header_row(&self) -> u32 {
        self.header_row
    }

    /// How many rows come after the header, blank ones not counted.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The first rows after the header, as they stand.
    pub fn sample(&self) -> &[Vec<String>] {
        &self.sample
    }

    /// The encoding of a text table.
    pub fn encoding(&self) -> Option<TextEncoding> {
        match &self.source {
            Source::Text(dialect) => Some(dialect.encoding),
            Source::Sheet(_) => None,
        }
    }

    /// The sheet of a workbook that is read.
    pub fn sheet(&self) -> Option<&str> {
        match &self.source {
            Source::Text(_) => None,
            Source::Sheet(sheet) => Some(&sheet.name),
        }
    }

    /// All sheets of a workbook.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The code of this header's layout.
    pub fn fingerprint(&self) -> String {
        mapping::fingerprint(&self.header)
    }

    /// Guesses what the columns mean.
    pub fn guess(&self, targets: &[Target]) -> Guess {
        mapping::guess(&self.header, targets)
    }

    /// Reads every row after the header, until `sink` breaks.
    pub fn read_rows(
        &self,
        mapping: &Mapping,
        targets: &[Target],
        settings: &Settings,
        sink: impl FnMut(Stated) -> ControlFlow<()>,
    ) -> Result<(), FileError> {
        self.read_beside(mapping, targets, settings, |_| (), sink)
    }

    /// As [`Self::read_rows`]; `look` is shown every row as it stands.
    fn read_beside(
        &self,
        mapping: &Mapping,
        targets: &[Target],
        settings: &Settings,
        mut look: impl FnMut(&Row),
        mut sink: impl FnMut(Stated) -> ControlFlow<()>,
    ) -> Result<(), FileError> {
        if let Some(field) = unmapped(mapping, targets) {
            let field = field.key().to_owned();
            return Err(Trouble::NotMapped { field }.into());
        }
        let reading = Reading::new(
            &self.header,
            mapping,
            targets,
            (settings.currency, settings.zone),
            |at| style(&self.evidence, at, mapping, settings),
        );
        self.each(|line| {
            Ok(match line {
                Line::Row(row) if row.number() <= self.header_row => ControlFlow::Continue(()),
                Line::Row(row) => {
                    look(row);
                    sink(match reading.read(row) {
                        Ok(stated) => Stated::Row(Box::new(stated)),
                        Err(problems) => Stated::Refused(problems, reading.about(row)),
                    })
                }
                Line::Refused(problem) => {
                    let problems = vec![self.named(problem)];
                    sink(Stated::Refused(problems, About::default()))
                }
            })
        })
    }

    /// A problem of a text table with the header's name for its column.
    fn named(&self, mut problem: RowProblem) -> RowProblem {
        let at = problem.column.as_deref().and_then(|letters| {
            crate::row::split_reference(&format!("{letters}1")).map(|(column, _)| column)
        });
        let name = at.and_then(|at| self.header.get(at as usize));
        if let Some(name) = name.filter(|name| !name.trim().is_empty()) {
            problem.column = Some(name.clone());
        }
        problem
    }

    fn each(
        &self,
        mut sink: impl FnMut(Line<'_>) -> Result<ControlFlow<()>, FileError>,
    ) -> Result<(), FileError> {
        match &self.source {
            Source::Text(dialect) => delimited::read_rows(&self.input, *dialect, sink),
            Source::Sheet(sheet) => {
                let mut workbook = Workbook::open(&self.input)?;
                workbook.read_rows(sheet, |row| sink(Line::Row(row)))
            }
        }
    }

    /// The first pass, over so many rows at most.
    fn look_through(&mut self, most: u32) -> Result<(), FileError> {
        let mut found = Found::default();
        let mut glanced_until = None;
        self.each(|line| {
            if let Line::Row(row) = &line
                && found.rows >= most
            {
                glanced_until = Some(row.number() - 1);
                return Ok(ControlFlow::Break(()));
            }
            found.take(&line)?;
            Ok(ControlFlow::Continue(()))
        })?;
        found.end()?;
        self.header = found.header;
        self.header_row = found.header_row;
        self.rows = found.rows;
        self.glanced_until = glanced_until;
        self.sample = found.sample;
        self.evidence = found.evidence;
        Ok(())
    }
}

/// How the numbers and dates of a column are read, by what all columns show.
fn style(
    evidence: &[Evidence],
    column: usize,
    mapping: &Mapping,
    settings: &Settings,
) -> (NumberStyle, Option<DayOrder>) {
    let Some(own) = evidence.get(column) else {
        return (NumberStyle::Marked(DecimalMark::Point), settings.day_order);
    };
    let mapped = evidence.iter().zip(&mapping.columns);
    let of_kind = |kind: fn(Field) -> bool| {
        mapped
            .clone()
            .filter(move |(_, field)| field.is_some_and(kind))
            .map(|(evidence, _)| evidence)
    };
    let style = match settings.decimal_mark {
        Some(mark) => NumberStyle::Marked(mark),
        None => evidence::number_style(own, of_kind(Field::is_number), settings.currency),
    };
    let order = settings
        .day_order
        .or_else(|| evidence::day_order(own, of_kind(Field::is_moment)));
    (style, order)
}

fn unmapped(mapping: &Mapping, targets: &[Target]) -> Option<Field> {
    targets
        .iter()
        .flat_map(|target| target.required())
        .find(|group| !group.iter().any(|field| mapping.has(*field)))
        .map(|group| group[0])
}

fn chosen_sheet(workbook: &Workbook, wanted: Option<&str>) -> Result<Sheet, FileError> {
    match wanted {
        Some(name) => workbook.require_sheet(name),
        None => {
            let sheets = workbook.sheets();
            let shown = sheets.iter().find(|sheet| sheet.visible).or(sheets.first());
            shown.cloned().ok_or_else(|| Trouble::NoHeader.into())
        }
    }
}

#[cfg(test)]
mod tests;
