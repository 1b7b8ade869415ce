//! Text tables: bytes in any usual encoding and with any usual separator, rows out.
//!
//! Rows are read one at a time, however large the file is. A quote that is
//! never closed costs no memory: what overflows a cell is thrown away while
//! looking for its end.

mod decoding;
mod dialect;

pub use decoding::TextEncoding;
pub use dialect::Separator;

use crate::input::{Input, Opened};
use crate::limits;
use crate::row::{Row, column_letters};
use crate::trouble::{FileError, Place, RowProblem, Trouble};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use decoding::Decoded;
use std::ops::ControlFlow;

/// How a text table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How characters become bytes.
    pub encoding: TextEncoding,
    /// What stands between two cells.
    pub separator: Separator,
    /// Whether the first line only names the separator (`sep=;`).
    pub names_separator: bool,
}

/// A row of a text table, or why it is none.
#[derive(Debug)]
pub enum Line<'a> {
    /// A row.
    Row(&'a Row),
    /// A row whose bytes are no text.
    Refused(RowProblem),
}

/// Finds out how a text table is written. `encoding` is the seller's choice, if any.
pub fn recognise(input: &Input, encoding: Option<TextEncoding>) -> Result<Dialect, FileError> {
    let encoding = match encoding {
        Some(chosen) => chosen,
        None => decoding::recognise(input)?,
    };
    let mut head = vec![0; dialect::HEAD_BYTES];
    let mut decoded = Decoded::new(input.open()?, encoding);
    let mut filled = 0;
    while filled < head.len() {
        match decoded.read(&mut head[filled..]) {
            Ok(0) | Err(_) => break,
            Ok(read) => filled += read,
        }
    }
    head.truncate(filled);
    let (separator, names_separator) = dialect::separator(&head);
    Ok(Dialect {
        encoding,
        separator,
        names_separator,
    })
}

/// Reads every row that is not blank, until `sink` breaks.
pub fn read_rows(
    input: &Input,
    dialect: Dialect,
    mut sink: impl FnMut(Line<'_>) -> Result<ControlFlow<()>, FileError>,
) -> Result<(), FileError> {
    let mut records = Records::new(input.open()?, dialect);
    let mut row = Row::default();
    while let Some(number) = records.next()? {
        if number == 1 && dialect.names_separator {
            continue;
        }
        if records.blank() {
            continue;
        }
        let flow = match records.fill(number, &mut row) {
            Ok(()) => sink(Line::Row(&row))?,
            Err(problem) => sink(Line::Refused(problem))?,
        };
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

/// Splits decoded bytes into records, within bounded memory.
struct Records {
    source: Decoded<Opened>,
    encoding: TextEncoding,
    parser: Reader,
    chunk: Vec<u8>,
    at: usize,
    filled: usize,
    after_return: bool,
    ended: bool,
    row: u32,
    text: Vec<u8>,
    text_len: usize,
    ends: Vec<usize>,
    ends_len: usize,
}

const CHUNK: usize = 64 << 10;

impl Records {
    fn new(opened: Opened, dialect: Dialect) -> Self {
        Self {
            source: Decoded::new(opened, dialect.encoding),
            encoding: dialect.encoding,
            parser: ReaderBuilder::new()
                .delimiter(dialect.separator.byte())
                .build(),
            chunk: vec![0; CHUNK],
            at: 0,
            filled: 0,
            after_return: false,
            ended: false,
            row: 0,
            text: vec![0; 4 << 10],
            text_len: 0,
            ends: vec![0; 64],
            ends_len: 0,
        }
    }

    /// Moves to the next record and gives its row; none at the end.
    fn next(&mut self) -> Result<Option<u32>, FileError> {
        self.row += 1;
        self.text_len = 0;
        self.ends_len = 0;
        if !self.skip_line_ends()? {
            return Ok(None);
        }
        if self.row > limits::ROWS {
            let limit = limits::ROWS;
            return Err(FileError::at(
                Place::row(self.row),
                Trouble::TooManyRows { limit },
            ));
        }
        let mut overflowed = None;
        loop {
            if self.at == self.filled && !self.ended {
                self.refill()?;
            }
            // The last line may have no end of its own. A line end given to it ends the
            // record, unless a quote is open.
            let input = if self.ended {
                b"\n"
            } else {
                &self.chunk[self.at..self.filled]
            };
            let (result, read, wrote, ended) = self.parser.read_record(
                input,
                &mut self.text[self.text_len..],
                &mut self.ends[self.ends_len..],
            );
            if read > 0 && !self.ended {
                self.after_return = input[read - 1] == b'\r';
                self.at += read;
            }
            self.text_len += wrote;
            self.ends_len += ended;
            match result {
                ReadRecordResult::InputEmpty if self.ended => {
                    let place = self.place(overflowed);
                    return Err(FileError::at(place, Trouble::UnclosedQuote));
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.make_room(&mut overflowed),
                ReadRecordResult::OutputEndsFull => self.more_ends()?,
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        if self.ends_len > limits::COLUMNS {
            return Err(self.too_many_columns());
        }
        match overflowed.or_else(|| self.large_cell()) {
            None => Ok(Some(self.row)),
            Some(column) => {
                let limit_kilobytes = (limits::CELL_BYTES >> 10) as u32;
                let trouble = Trouble::CellTooLarge { limit_kilobytes };
                Err(FileError::at(self.place(Some(column)), trouble))
            }
        }
    }

    fn large_cell(&self) -> Option<usize> {
        if self.text_len <= limits::CELL_BYTES {
            return None;
        }
        let mut start = 0;
        self.ends[..self.ends_len].iter().position(|end| {
            let length = end - std::mem::replace(&mut start, *end);
            length > limits::CELL_BYTES
        })
    }

    fn too_many_columns(&self) -> FileError {
        let limit = limits::COLUMNS as u32;
        FileError::at(Place::row(self.row), Trouble::TooManyColumns { limit })
    }

    /// Skips the ends of empty lines, each of which is a row; false at the end of the file.
    fn skip_line_ends(&mut self) -> Result<bool, FileError> {
        loop {
            if self.at == self.filled {
                self.refill()?;
                if self.ended {
                    return Ok(false);
                }
            }
            match self.chunk[self.at] {
                b'\n' if self.after_return => self.after_return = false,
                b'\n' => self.row += 1,
                b'\r' => {
                    self.row += 1;
                    self.after_return = true;
                }
                _ => {
                    self.after_return = false;
                    return Ok(true);
                }
            }
            self.at += 1;
        }
    }

    fn refill(&mut self) -> Result<(), FileError> {
        self.at = 0;
        self.filled = 0;
        if self.ended {
            return Ok(());
        }
        self.filled = self.source.read(&mut self.chunk).map_err(|error| {
            FileError::at(self.place(None), decoding::trouble(error, self.encoding))
        })?;
        self.ended = self.filled == 0;
        Ok(())
    }

    fn make_room(&mut self, overflowed: &mut Option<usize>) {
        let start = self.ends[..self.ends_len].last().copied().unwrap_or(0);
        if self.text_len - start > limits::CELL_BYTES || self.text.len() >= limits::ROW_BYTES {
            overflowed.get_or_insert(self.ends_len);
            self.text_len = 0;
            self.ends_len = 0;
        } else {
            self.text.resize(self.text.len() * 2, 0);
        }
    }

    fn more_ends(&mut self) -> Result<(), FileError> {
        if self.ends.len() > limits::COLUMNS {
            return Err(self.too_many_columns());
        }
        self.ends.resize(self.ends.len() * 2, 0);
        Ok(())
    }

    fn place(&self, column: Option<usize>) -> Place {
        let column = column.unwrap_or(self.ends_len) as u32;
        Place::cell(self.row, column_letters(column))
    }

    fn blank(&self) -> bool {
        self.text[..self.text_len].trim_ascii().is_empty()
    }

    fn fill(&self, number: u32, row: &mut Row) -> Result<(), RowProblem> {
        let bytes = &self.text[..self.text_len];
        let ends = &self.ends[..self.ends_len];
        let (at, trouble) = match std::str::from_utf8(bytes) {
            Ok(text) => match memchr::memchr(0, bytes) {
                None => {
                    row.fill(number, text, ends);
                    return Ok(());
                }
                Some(at) => (at, Trouble::NulCharacter),
            },
            Err(error) => {
                let encoding = self.encoding.label().to_owned();
                (error.valid_up_to(), Trouble::WrongBytes { encoding })
            }
        };
        let column = ends.partition_point(|end| *end <= at);
        let start = column.checked_sub(1).map_or(0, |before| ends[before]);
        let end = ends.get(column).copied().unwrap_or(bytes.len());
        let value = String::from_utf8_lossy(&bytes[start..end]);
        let letters = column_letters(column as u32);
        Err(RowProblem::cell(number, &letters, &value, trouble))
    }
}

#[cfg(test)]
mod tests;
