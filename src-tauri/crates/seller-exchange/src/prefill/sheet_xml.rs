//! Rewriting the XML of the one sheet: rows go, two columns are filled in, and every
//! byte that has no reason to change stays.

use super::formula::{self, Shift};
use super::rows::RowMap;
use crate::row::{column_letters, split_reference};
use crate::workbook::xml;
use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};

/// What is done to the sheet.
pub(super) struct Plan<'a> {
    /// The rows that go.
    pub(super) map: &'a RowMap,
    /// The name of the sheet.
    pub(super) sheet: &'a str,
    /// What is filled into rows, by their old numbers: columns and the numbers to write.
    pub(super) fills: &'a BTreeMap<u32, Vec<(u32, String)>>,
    /// The row of the header.
    pub(super) header_row: u32,
    /// The columns that are filled in.
    pub(super) columns: &'a [u32],
}

/// The sheet after the change.
pub(super) struct Rewritten {
    /// Its XML.
    pub(super) xml: String,
    /// The cells that still hold a formula, as (row, column).
    pub(super) formulas: BTreeSet<(u32, u32)>,
}

/// The XML is not that of a sheet, or it holds what no spreadsheet writes.
#[derive(Debug)]
pub(super) struct NotASheet;

impl From<quick_xml::Error> for NotASheet {
    fn from(_: quick_xml::Error) -> Self {
        Self
    }
}

/// Rewrites the sheet.
pub(super) fn rewrite(source: &str, plan: &Plan<'_>) -> Result<Rewritten, NotASheet> {
    let freeze = !plan.map.is_identity() || shares_from(source, plan.columns)?;
    let mut writer = Writer {
        source,
        reader: Reader::from_str(source),
        copied: 0,
        out: String::with_capacity(source.len()),
        plan,
        freeze,
        formulas: BTreeSet::new(),
        styles: BTreeMap::new(),
        extent: Extent::default(),
        dimension: None,
    };
    writer.reader.config_mut().check_end_names = false;
    let tail = writer.head_and_rows()?;
    let changed = super::tail::rewrite(&source[tail..], plan)?;
    writer.out.push_str(&changed);
    writer.state_dimension();
    Ok(Rewritten {
        xml: writer.out,
        formulas: writer.formulas,
    })
}

/// Whether a formula that other cells share stands in one of these columns.
fn shares_from(source: &str, columns: &[u32]) -> Result<bool, NotASheet> {
    if !source.contains("t=\"shared\"") && !source.contains("t='shared'") {
        return Ok(false);
    }
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = false;
    let mut column = 0;
    loop {
        match reader.read_event()? {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes_raw();
                match xml::local(tag.name().as_ref()) {
                    "c" => column = reference(attributes).map_or(u32::MAX, |(column, _)| column),
                    "f" if columns.contains(&column)
                        && xml::attribute(attributes, "t") == Some("shared")
                        && xml::attribute(attributes, "ref").is_some() =>
                    {
                        return Ok(true);
                    }
                    _ => {}
                }
            }
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

fn reference(attributes: &str) -> Option<(u32, u32)> {
    xml::attribute(attributes, "r").and_then(split_reference)
}

/// The cells that the sheet holds after the change.
#[derive(Default)]
struct Extent {
    first: Option<(u32, u32)>,
    last: (u32, u32),
}

impl Extent {
    fn add(&mut self, row: u32, column: u32) {
        let (top, left) = self.first.unwrap_or((row, column));
        self.first = Some((top.min(row), left.min(column)));
        self.last = (self.last.0.max(row), self.last.1.max(column));
    }

    fn range(&self) -> String {
        let (top, left) = self.first.unwrap_or((1, 0));
        let (bottom, right) = self.last;
        let first = format!("{}{top}", column_letters(left));
        if (top, left) == (bottom.max(1), right) {
            first
        } else {
            format!("{first}:{}{bottom}", column_letters(right))
        }
    }
}

struct Writer<'s, 'p> {
    source: &'s str,
    reader: Reader<&'s [u8]>,
    copied: usize,
    out: String,
    plan: &'p Plan<'p>,
    freeze: bool,
    formulas: BTreeSet<(u32, u32)>,
    styles: BTreeMap<u32, String>,
    extent: Extent,
    /// Where in `out` the tag stands that states the extent, and the tag.
    dimension: Option<(usize, String)>,
}

impl Writer<'_, '_> {
    fn position(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// Copies what has not been copied up to `to`.
    fn keep(&mut self, to: usize) {
        self.out.push_str(&self.source[self.copied..to]);
        self.copied = to;
    }

    /// Leaves out what has not been copied up to `to`.
    fn skip(&mut self, to: usize) {
        self.copied = to;
    }

    /// Everything up to the end of the rows; gives where the rest begins.
    fn head_and_rows(&mut self) -> Result<usize, NotASheet> {
        let mut row = 0;
        loop {
            let start = self.position();
            match self.reader.read_event()? {
                Event::Start(tag) => match xml::local(tag.name().as_ref()) {
                    "row" => row = self.row(start, &tag, row, false)?,
                    "dimension" => self.remember_dimension(start, &tag),
                    _ => {}
                },
                Event::Empty(tag) => match xml::local(tag.name().as_ref()) {
                    "row" => row = self.row(start, &tag, row, true)?,
                    "dimension" => self.remember_dimension(start, &tag),
                    "sheetData" => break,
                    _ => {}
                },
                Event::End(tag) if xml::local(tag.name().as_ref()) == "sheetData" => break,
                Event::DocType(_) | Event::Eof => return Err(NotASheet),
                _ => {}
            }
        }
        let end = self.position();
        self.keep(end);
        Ok(end)
    }

    fn remember_dimension(&mut self, start: usize, tag: &BytesStart<'_>) {
        if xml::attribute(tag.attributes_raw(), "ref").is_some() {
            self.keep(start);
            let end = self.position();
            self.dimension = Some((self.out.len(), self.source[start..end].to_owned()));
            self.keep(end);
        }
    }

    fn state_dimension(&mut self) {
        if let Some((at, tag)) = self.dimension.take() {
            let stated = with_attribute(&tag, "ref", &self.extent.range());
            self.out.replace_range(at..at + tag.len(), &stated);
        }
    }

    /// One row. `before` is the number of the row above; gives this row's.
    fn row(
        &mut self,
        start: usize,
        tag: &BytesStart<'_>,
        before: u32,
        empty: bool,
    ) -> Result<u32, NotASheet> {
        let stated = xml::attribute(tag.attributes_raw(), "r").and_then(|row| row.parse().ok());
        let old = stated.unwrap_or(before + 1);
        let end = self.position();
        let Some(new) = self.plan.map.row(old) else {
            self.keep(start);
            if !empty {
                self.reader.read_to_end(tag.name())?;
            }
            self.skip(self.position());
            return Ok(old);
        };
        if new != old && stated.is_some() {
            self.keep(start);
            let moved = with_attribute(&self.source[start..end], "r", &new.to_string());
            self.out.push_str(&moved);
            self.skip(end);
        }
        if !empty {
            self.cells(old, new)?;
        }
        Ok(old)
    }

    fn cells(&mut self, old: u32, new: u32) -> Result<(), NotASheet> {
        let plan = self.plan;
        let mut waiting: &[(u32, String)] = plan.fills.get(&old).map_or(&[], Vec::as_slice);
        let mut next = 0;
        loop {
            let start = self.position();
            let event = self.reader.read_event()?;
            let (tag, empty) = match &event {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::End(tag) if xml::local(tag.name().as_ref()) == "row" => {
                    self.keep(start);
                    for (column, number) in waiting {
                        self.insert(new, *column, number);
                    }
                    return Ok(());
                }
                Event::DocType(_) | Event::Eof => return Err(NotASheet),
                _ => continue,
            };
            match xml::local(tag.name().as_ref()) {
                "c" => {
                    let column = reference(tag.attributes_raw()).map_or(next, |(column, _)| column);
                    next = column + 1;
                    while let Some(((before, number), rest)) = waiting
                        .split_first()
                        .filter(|((before, _), _)| *before < column)
                    {
                        self.keep(start);
                        self.insert(new, *before, number);
                        waiting = rest;
                    }
                    match waiting.split_first().filter(|((at, _), _)| *at == column) {
                        Some(((_, number), rest)) => {
                            self.fill(start, tag, empty, (new, column), number)?;
                            waiting = rest;
                        }
                        None => self.cell(start, tag, empty, (new, column))?,
                    }
                }
                _ if !empty => {
                    self.reader.read_to_end(tag.name())?;
                }
                _ => {}
            }
        }
    }

    /// Writes a number into a cell that was not there, in the style of the cell above.
    fn insert(&mut self, row: u32, column: u32, number: &str) {
        let style = self
            .styles
            .get(&column)
            .map(|style| format!(" s=\"{style}\""))
            .unwrap_or_default();
        let letters = column_letters(column);
        self.out.push_str(&format!(
            "<c r=\"{letters}{row}\"{style}><v>{number}</v></c>"
        ));
        self.extent.add(row, column);
    }

    /// Writes a number into a cell, whatever it held. Its style stays.
    fn fill(
        &mut self,
        start: usize,
        tag: &BytesStart<'_>,
        empty: bool,
        (row, column): (u32, u32),
        number: &str,
    ) -> Result<(), NotASheet> {
        self.keep(start);
        let name = tag.name().as_ref().to_owned();
        let value = match name.rsplit_once(':') {
            Some((prefix, _)) => format!("{prefix}:v"),
            None => "v".to_owned(),
        };
        let style = xml::attribute(tag.attributes_raw(), "s");
        if let Some(style) = style {
            self.styles.insert(column, style.to_owned());
        }
        let style = style
            .map(|style| format!(" s=\"{style}\""))
            .unwrap_or_default();
        let letters = column_letters(column);
        self.out.push_str(&format!(
            "<{name} r=\"{letters}{row}\"{style}><{value}>{number}</{value}></{name}>"
        ));
        if !empty {
            self.reader.read_to_end(tag.name())?;
        }
        self.skip(self.position());
        self.extent.add(row, column);
        Ok(())
    }

    /// A cell that keeps its value. Its number and the references of its formula follow their rows.
    fn cell(
        &mut self,
        start: usize,
        tag: &BytesStart<'_>,
        empty: bool,
        (row, column): (u32, u32),
    ) -> Result<(), NotASheet> {
        self.extent.add(row, column);
        if self.plan.columns.contains(&column)
            && row > self.plan.header_row
            && let Some(style) = xml::attribute(tag.attributes_raw(), "s")
        {
            self.styles.insert(column, style.to_owned());
        }
        let end = self.position();
        let place = format!("{}{row}", column_letters(column));
        let stated = xml::attribute(tag.attributes_raw(), "r");
        if stated.is_some_and(|stated| stated != place) {
            self.keep(start);
            let moved = with_attribute(&self.source[start..end], "r", &place);
            self.out.push_str(&moved);
            self.skip(end);
        }
        if empty {
            return Ok(());
        }
        loop {
            let start = self.position();
            match self.reader.read_event()? {
                Event::Start(inner) if xml::local(inner.name().as_ref()) == "f" => {
                    self.reader.read_to_end(inner.name())?;
                    self.formula(start, inner.attributes_raw(), (row, column));
                }
                Event::Empty(inner) if xml::local(inner.name().as_ref()) == "f" => {
                    self.formula(start, inner.attributes_raw(), (row, column));
                }
                Event::End(inner) if xml::local(inner.name().as_ref()) == "c" => return Ok(()),
                Event::DocType(_) | Event::Eof => return Err(NotASheet),
                _ => {}
            }
        }
    }

    /// A formula whose element ends here. One that cannot follow goes; the cell's value stays.
    fn formula(&mut self, start: usize, attributes: &str, cell: (u32, u32)) {
        let end = self.position();
        let shared = !matches!(xml::attribute(attributes, "t"), None | Some("normal"));
        if shared && self.freeze {
            self.keep(start);
            self.skip(end);
            return;
        }
        self.formulas.insert(cell);
        if self.plan.map.is_identity() {
            return;
        }
        let element = &self.source[start..end];
        let (Some(open), Some(close)) = (element.find('>'), element.rfind("</")) else {
            return;
        };
        let Some(text) = element.get(open + 1..close).and_then(xml::unescaped) else {
            return;
        };
        let shift = Shift {
            map: self.plan.map,
            sheet: self.plan.sheet,
            own: true,
            carried: None,
        };
        self.keep(start);
        match formula::moved(&text, &shift) {
            Some(moved) if moved == text => self.keep(end),
            Some(moved) => {
                let (open, close) = (&element[..=open], &element[close..]);
                self.out.push_str(open);
                self.out.push_str(&escape(moved.as_str()));
                self.out.push_str(close);
            }
            None => {
                self.formulas.remove(&cell);
            }
        }
        self.skip(end);
    }
}

/// The tag with another value of an attribute that it has.
pub(super) fn with_attribute(tag: &str, wanted: &str, value: &str) -> String {
    let attributes = tag
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(tag.len());
    let found = xml::Attributes(&tag[attributes..])
        .find(|(name, _)| xml::local(name) == wanted)
        .map(|(_, old)| {
            // The value is a slice of the tag: its place is the distance of their starts.
            let start = old.as_ptr() as usize - tag.as_ptr() as usize;
            start..start + old.len()
        });
    match found {
        Some(place) => format!("{}{value}{}", &tag[..place.start], &tag[place.end..]),
        None => tag.to_owned(),
    }
}
