//! The rows of one sheet, streamed cell by cell.

use super::dates::DateStyles;
use super::number;
use super::package::Part;
use super::shared_strings::SharedStrings;
use super::xml::{self, Event, Events, cell_too_large};
use crate::limits;
use crate::row::{CellKind, Row, column_letters, split_reference};
use crate::trouble::{FileError, Place, Trouble};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Reads the rows that are not blank, until `sink` breaks.
pub(super) fn read(
    part: Part<'_>,
    strings: &SharedStrings,
    dates: &DateStyles,
    mut sink: impl FnMut(&Row) -> Result<ControlFlow<()>, FileError>,
) -> Result<(), FileError> {
    let mut events = Events::new(part);
    let mut row = Row::default();
    let mut cell = OpenCell::default();
    let mut number = 0;
    let mut rows = 0;
    let mut in_row = false;
    let mut in_rows = false;
    loop {
        let column = cell.column;
        let place = |error| placed(error, number, column);
        let Some(event) = events.next().map_err(place)? else {
            // The part ends before its rows do: it was cut off.
            return if in_rows {
                Err(events.damaged())
            } else {
                Ok(())
            };
        };
        match event {
            Event::Open {
                name: "row",
                attributes,
                empty,
            } => {
                number = row_number(attributes, number);
                row.begin(number);
                cell.begin_row();
                in_row = !empty;
            }
            Event::Close { name: "row" } => {
                in_row = false;
                rows += 1;
                if rows > limits::ROWS {
                    let limit = limits::ROWS;
                    return Err(FileError::at(
                        Place::row(number),
                        Trouble::TooManyRows { limit },
                    ));
                }
                if !row.is_blank() && sink(&row)?.is_break() {
                    return Ok(());
                }
            }
            Event::Open {
                name: "sheetData",
                empty,
                ..
            } => in_rows = !empty,
            Event::Close { name: "sheetData" } => return Ok(()),
            Event::Open {
                name: "c",
                attributes,
                empty,
            } if in_row => {
                cell.begin(attributes);
                if empty {
                    cell.end();
                }
            }
            Event::Close { name: "c" } if in_row => {
                cell.finish(&mut row, strings, dates).map_err(place)?;
                cell.end();
                if row.bytes() > limits::ROW_BYTES {
                    return Err(placed(cell_too_large(), number, column));
                }
            }
            Event::Open { name, empty, .. } => cell.enter(name, empty),
            Event::Close { name } => cell.leave(name),
            Event::Text(text) => cell.take(text).map_err(place)?,
            Event::Char(character) => cell
                .take(character.encode_utf8(&mut [0; 4]))
                .map_err(place)?,
        }
    }
}

/// The numbers of the shared texts that a sheet shows.
pub(super) fn shared_texts_used(part: Part<'_>) -> Result<BTreeSet<u32>, FileError> {
    let mut events = Events::new(part);
    let mut used = BTreeSet::new();
    let mut cell = OpenCell::default();
    while let Some(event) = events.next()? {
        match event {
            Event::Open {
                name: "c",
                attributes,
                ..
            } => cell.begin(attributes),
            Event::Close { name: "c" } => {
                if cell.kind == Written::Shared
                    && let Ok(index) = cell.text.trim().parse()
                {
                    used.insert(index);
                }
                cell.end();
            }
            Event::Open { name, empty, .. } => cell.enter(name, empty),
            Event::Close { name } => cell.leave(name),
            Event::Text(text) if cell.kind == Written::Shared => cell.take(text)?,
            _ => {}
        }
        if used.len() > limits::ROWS as usize {
            break;
        }
    }
    Ok(used)
}

fn placed(mut error: FileError, row: u32, column: u32) -> FileError {
    if matches!(*error.trouble, Trouble::CellTooLarge { .. }) {
        error.place.row.get_or_insert(row);
        error
            .place
            .column
            .get_or_insert_with(|| column_letters(column));
    }
    error
}

fn row_number(attributes: &str, before: u32) -> u32 {
    xml::attribute(attributes, "r")
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| before.saturating_add(1))
}

/// How a cell is written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Written {
    #[default]
    Number,
    Shared,
    Text,
    Bool,
    Error,
    Date,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct OpenCell {
    column: u32,
    next_column: u32,
    kind: Written,
    style: u32,
    text: String,
    has_value: bool,
    has_formula: bool,
    in_text: bool,
    phonetic: bool,
}

impl OpenCell {
    fn begin_row(&mut self) {
        self.next_column = 0;
        self.end();
    }

    fn begin(&mut self, attributes: &str) {
        self.column = self.next_column;
        self.kind = Written::Number;
        self.style = 0;
        for (name, value) in xml::Attributes(attributes) {
            match xml::local(name) {
                "r" => {
                    self.column =
                        split_reference(value).map_or(self.next_column, |(column, _)| column)
                }
                "s" => self.style = value.parse().unwrap_or(0),
                "t" => {
                    self.kind = match value {
                        "s" => Written::Shared,
                        "str" | "inlineStr" => Written::Text,
                        "b" => Written::Bool,
                        "e" => Written::Error,
                        "d" => Written::Date,
                        _ => Written::Number,
                    }
                }
                _ => {}
            }
        }
        self.next_column = self.column.saturating_add(1);
    }

    fn enter(&mut self, name: &str, empty: bool) {
        match name {
            "f" => self.has_formula = true,
            "v" | "t" if !empty && !self.phonetic => {
                self.in_text = true;
                self.has_value = true;
            }
            "rPh" => self.phonetic = !empty,
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "v" | "t" => self.in_text = false,
            "rPh" => self.phonetic = false,
            _ => {}
        }
    }

    fn take(&mut self, text: &str) -> Result<(), FileError> {
        if self.in_text {
            self.text.push_str(text);
            if self.text.len() > limits::CELL_BYTES {
                return Err(cell_too_large());
            }
        }
        Ok(())
    }

    fn end(&mut self) {
        self.text.clear();
        self.has_value = false;
        self.has_formula = false;
        self.in_text = false;
        self.phonetic = false;
    }

    fn finish(
        &mut self,
        row: &mut Row,
        strings: &SharedStrings,
        dates: &DateStyles,
    ) -> Result<(), FileError> {
        if self.column as usize >= limits::COLUMNS {
            return self.beyond(row.number());
        }
        if self.text.is_empty() {
            let unfinished = self.has_formula && self.kind == Written::Number;
            if unfinished {
                row.push(self.column, CellKind::Unfinished, "");
            }
            return Ok(());
        }
        match self.kind {
            Written::Shared => {
                let text = self
                    .text
                    .trim()
                    .parse()
                    .ok()
                    .and_then(|index| strings.get(index));
                let text = text.ok_or_else(|| self.broken(row.number()))?;
                row.push(self.column, CellKind::Text, &unescaped(text));
            }
            Written::Text => row.push(self.column, CellKind::Text, &unescaped(&self.text)),
            Written::Bool => {
                let word = if self.text.trim() == "1" {
                    "TRUE"
                } else {
                    "FALSE"
                };
                row.push(self.column, CellKind::Text, word);
            }
            Written::Error => row.push(self.column, CellKind::Error, &self.text),
            Written::Date => row.push(self.column, CellKind::Date, self.text.trim()),
            Written::Number => self.push_number(row, dates),
        }
        Ok(())
    }

    fn push_number(&self, row: &mut Row, dates: &DateStyles) {
        let Some(plain) = number::plain(&self.text) else {
            row.push(self.column, CellKind::Number, self.text.trim());
            return;
        };
        if dates.shows_date(self.style)
            && let Some(date) = plain.parse().ok().and_then(|serial| dates.date(serial))
        {
            row.push(self.column, CellKind::Date, &date);
        } else {
            row.push(self.column, CellKind::Number, &plain);
        }
    }

    /// A cell right of all columns that are read: harmless while it is empty.
    fn beyond(&self, row: u32) -> Result<(), FileError> {
        if self.text.trim().is_empty() {
            return Ok(());
        }
        let limit = limits::COLUMNS as u32;
        let place = Place::cell(row, column_letters(self.column));
        Err(FileError::at(place, Trouble::TooManyColumns { limit }))
    }

    fn broken(&self, row: u32) -> FileError {
        let place = Place::cell(row, column_letters(self.column));
        let part = "sharedStrings.xml".to_owned();
        FileError::at(place, Trouble::BrokenWorkbook { part })
    }
}

/// Undoes `_x000D_`, the way in which a workbook writes characters that XML cannot hold.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let character = code
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match character {
            Some(character) => {
                plain.push(character);
                rest = &from[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &from[2..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod unescaping {
    use super::unescaped;

    #[test]
    fn control_characters_come_back_and_lookalikes_stay() {
        assert_eq!(unescaped("a_x000D_\nb"), "a\r\nb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("size_xl_x12"), "size_xl_x12");
        assert_eq!(unescaped("_x0_x促促促_"), "_x0_x促促促_");
    }
}
