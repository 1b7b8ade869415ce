//! One row of any table, in one buffer that is used again for the next row.

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text, as every cell of a text table is.
    Text,
    /// A number of a workbook, written out in plain decimals.
    Number,
    /// A date of a workbook, written out as ISO 8601 without zone.
    Date,
    /// An error such as `#REF!`.
    Error,
    /// A formula whose result is not in the file.
    Unfinished,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    column: u32,
    start: u32,
    end: u32,
    kind: CellKind,
}

/// A row with its cells in the order of their columns.
#[derive(Debug, Default)]
pub struct Row {
    number: u32,
    text: String,
    cells: Vec<Span>,
}

/// A cell of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The column, the first one is 0.
    pub column: u32,
    /// What it holds.
    pub kind: CellKind,
    /// Its text.
    pub text: &'a str,
}

impl Row {
    /// The row as a spreadsheet counts, the first one is 1.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The cell of a column; none where the file has none.
    pub fn cell(&self, column: u32) -> Option<Cell<'_>> {
        let direct = self
            .cells
            .get(column as usize)
            .filter(|span| span.column == column);
        let span = direct.or_else(|| {
            let at = self
                .cells
                .binary_search_by_key(&column, |span| span.column)
                .ok()?;
            self.cells.get(at)
        })?;
        Some(self.at(*span))
    }

    /// The text of a column without surrounding blanks; empty where the file has none.
    pub fn text(&self, column: u32) -> &str {
        self.cell(column).map_or("", |cell| cell.text.trim())
    }

    /// All cells, from left to right.
    pub fn cells(&self) -> impl DoubleEndedIterator<Item = Cell<'_>> + ExactSizeIterator {
        self.cells.iter().map(|span| self.at(*span))
    }

    /// Whether nothing but blanks is in it.
    pub fn is_blank(&self) -> bool {
        self.cells()
            .all(|cell| cell.text.trim().is_empty() && cell.kind == CellKind::Text)
    }

    fn at(&self, span: Span) -> Cell<'_> {
        Cell {
            column: span.column,
            kind: span.kind,
            text: &self.text[span.start as usize..span.end as usize],
        }
    }

    /// Empties it for the row `number`.
    pub(crate) fn begin(&mut self, number: u32) {
        self.number = number;
        self.text.clear();
        self.cells.clear();
    }

    /// Adds a cell right of all others. One that does not stand right of them
    /// is left out: no spreadsheet writes such a row.
    pub(crate) fn push(&mut self, column: u32, kind: CellKind, text: &str) {
        if self.cells.last().is_some_and(|last| last.column >= column) {
            return;
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(Span {
            column,
            start,
            end: self.text.len() as u32,
            kind,
        });
    }

    /// Takes the fields of a text table, which end at `ends` of `text`.
    pub(crate) fn fill(&mut self, number: u32, text: &str, ends: &[usize]) {
        self.begin(number);
        self.text.push_str(text);
        let mut start = 0;
        for (column, &end) in ends.iter().enumerate() {
            self.cells.push(Span {
                column: column as u32,
                start,
                end: end as u32,
                kind: CellKind::Text,
            });
            start = end as u32;
        }
    }

    /// How many bytes of text it holds.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// A column's letters: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Splits a cell reference such as `XFD1048576` into column (from 0) and row.
pub fn split_reference(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0u32;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let row = row.parse().ok().filter(|row| *row > 0)?;
    Some((column - 1, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_letters_and_references_agree() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
            assert_eq!(split_reference(&format!("{letters}7")), Some((column, 7)));
        }
        assert_eq!(split_reference("XFD1048576"), Some((16_383, 1_048_576)));
        for broken in ["", "A", "7", "A0", "ABCD1", "A-1", "Á1", "A1B"] {
            assert_eq!(split_reference(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_gap_between_cells_stays_a_gap() {
        let mut row = Row::default();
        row.begin(4);
        row.push(1, CellKind::Text, "b");
        row.push(5, CellKind::Number, "6");
        assert_eq!(row.text(0), "");
        assert_eq!(row.text(1), "b");
        assert_eq!(row.cell(5).unwrap().kind, CellKind::Number);
        assert_eq!(row.cell(2), None);
    }
}
