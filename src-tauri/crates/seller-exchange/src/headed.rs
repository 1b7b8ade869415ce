//! Sheets of the platform whose columns go by English names, somewhere in the first rows.

use crate::limits;
use crate::row::{Cell, CellKind, Row};
use crate::table::normalised;
use crate::trouble::{FileError, Place, RowProblem, Trouble};

/// The columns of a sheet, found by their names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    /// The row of the names.
    pub(crate) row: u32,
    names: Vec<(String, u32, String)>,
}

impl Columns {
    /// The columns that `row` names, if all of `required` are among them.
    pub(crate) fn of(row: &Row, required: &[&str]) -> Option<Self> {
        let names: Vec<_> = row
            .cells()
            .filter(|cell| !cell.text.trim().is_empty())
            .map(|cell| {
                (
                    normalised(cell.text),
                    cell.column,
                    cell.text.trim().to_owned(),
                )
            })
            .collect();
        let found = Self {
            row: row.number(),
            names,
        };
        required
            .iter()
            .all(|name| found.at(name).is_some())
            .then_some(found)
    }

    /// The column of this name.
    pub(crate) fn at(&self, name: &str) -> Option<u32> {
        let wanted = normalised(name);
        self.names
            .iter()
            .find(|(known, ..)| *known == wanted)
            .map(|(_, column, _)| *column)
    }

    /// The cell under this name; an empty one where the file has none.
    pub(crate) fn cell<'r>(&self, row: &'r Row, name: &str) -> Cell<'r> {
        let column = self.at(name).unwrap_or(u32::MAX);
        row.cell(column).unwrap_or(Cell {
            column,
            kind: CellKind::Text,
            text: "",
        })
    }
    /// The problem that the cell under this name is wrong.
    pub(crate) fn problem(&self, row: &Row, name: &str, trouble: Trouble) -> RowProblem {
        let shown = self.at(name).and_then(|column| {
            self.names
                .iter()
                .find(|(_, at, _)| *at == column)
                .map(|(_, _, shown)| shown.as_str())
        });
        RowProblem::cell(
            row.number(),
            shown.unwrap_or(name),
            self.cell(row, name).text,
            trouble,
        )
    }
}

/// Finds the row that names the columns, within the first rows of a sheet.
#[derive(Debug, Default)]
pub(crate) struct HeaderSearch {
    seen: u32,
    found: Option<Columns>,
    above: Vec<String>,
}

impl HeaderSearch {
    /// The columns once they are found; until then each row is tried.
    pub(crate) fn columns(
        &mut self,
        row: &Row,
        required: &[&str],
    ) -> Result<Option<&Columns>, FileError> {
        if self.found.is_some() {
            return Ok(self.found.as_ref());
        }
        self.found = Columns::of(row, required);
        self.seen += 1;
        if self.found.is_some() {
            return Ok(None);
        }
        if self.seen >= limits::HEADER_WITHIN {
            return Err(self.missing(required));
        }
        let texts = row.cells().map(|cell| cell.text.trim());
        let texts = texts.filter(|text| !text.is_empty());
        self.above.extend(texts.map(str::to_owned));
        Ok(None)
    }

    /// What stands above the names, a line for each cell.
    pub(crate) fn above(&self) -> String {
        self.above.join("\n")
    }

    /// The columns, or the error that the sheet ended without them.
    pub(crate) fn finish(self, required: &[&str]) -> Result<Columns, FileError> {
        match self.found {
            Some(columns) => Ok(columns),
            None => Err(self.missing(required)),
        }
    }

    fn missing(&self, required: &[&str]) -> FileError {
        let columns = required.iter().map(|name| (*name).to_owned()).collect();
        FileError::at(
            Place::row(self.seen.max(1)),
            Trouble::MissingColumns { columns },
        )
    }
}
