//! Counts the rows of a changeset while it streams past, by SQLite's description of the format
//! (<https://www.sqlite.org/session/changeset.html> and `sqlite3session.c`).

use std::collections::BTreeMap;

const TABLE: u8 = b'T';
const UPDATE: u8 = 23;
const INTEGER: u8 = 1;
const FLOAT: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;

/// Rows by table.
pub(crate) type Counts = BTreeMap<String, u64>;

/// Counts the changes in bytes that come in pieces of any length.
#[derive(Debug, Default)]
pub(super) struct Tally {
    table: String,
    columns: usize,
    rows: u64,
    counts: Counts,
    /// The beginning of something that the last piece did not end.
    begun: Vec<u8>,
}

impl Tally {
    /// Takes the next bytes.
    pub(super) fn see(&mut self, bytes: &[u8]) {
        if self.begun.is_empty() {
            let whole = self.count(bytes);
            self.begun.extend_from_slice(&bytes[whole..]);
        } else {
            let mut begun = std::mem::take(&mut self.begun);
            begun.extend_from_slice(bytes);
            let whole = self.count(&begun);
            begun.drain(..whole);
            self.begun = begun;
        }
    }

    /// The rows of each table.
    pub(super) fn finish(mut self) -> Counts {
        self.close_table();
        self.counts
    }

    /// Counts what is whole; returns how many bytes that is.
    fn count(&mut self, bytes: &[u8]) -> usize {
        let mut reader = Reader { bytes, at: 0 };
        let mut whole = 0;
        while self.one(&mut reader).is_some() {
            whole = reader.at;
        }
        whole
    }

    /// Takes a table's heading or a change; none where the bytes end before it does.
    fn one(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let kind = reader.byte()?;
        if kind == TABLE {
            let columns = reader.number()?;
            reader.skip(columns)?;
            let name = reader.name()?;
            self.close_table();
            name.clone_into(&mut self.table);
            self.columns = columns;
            return Some(());
        }
        reader.skip(1)?;
        let values = if kind == UPDATE {
            2 * self.columns
        } else {
            self.columns
        };
        (0..values).try_for_each(|_| reader.skip_value())?;
        self.rows += 1;
        Some(())
    }

    fn close_table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if rows > 0 {
            *self.counts.entry(self.table.clone()).or_default() += rows;
        }
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn skip(&mut self, count: usize) -> Option<()> {
        let end = self.at.checked_add(count)?;
        (end <= self.bytes.len()).then(|| self.at = end)
    }

    /// SQLite's variable-length number; lengths and counts have at most five bytes.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0usize;
        loop {
            let byte = self.byte()?;
            number = number << 7 | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }

    fn name(&mut self) -> Option<&'b str> {
        let rest = self.bytes.get(self.at..)?;
        let length = rest.iter().position(|byte| *byte == 0)?;
        self.at += length + 1;
        std::str::from_utf8(&rest[..length]).ok()
    }

    fn skip_value(&mut self) -> Option<()> {
        match self.byte()? {
            INTEGER | FLOAT => self.skip(8),
            TEXT | BLOB => {
                let length = self.number()?;
                self.skip(length)
            }
            _ => Some(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;
    use rusqlite::session::Session;

    /// Two inserts, an update and a delete in one table, three inserts in another.
    fn changeset() -> Vec<u8> {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE one (id TEXT PRIMARY KEY, price REAL, note TEXT);
             CREATE TABLE two (id INTEGER PRIMARY KEY, bytes BLOB);
             INSERT INTO one VALUES ('a', 1.5, 'T'), ('b', 2, NULL);",
        )
        .unwrap();
        let mut session = Session::new(&conn).unwrap();
        session.attach(None::<&str>).unwrap();
        conn.execute_batch(
            "INSERT INTO one VALUES ('c', 1, hex(zeroblob(200))), ('d', 2, '');
             UPDATE one SET note = 'T' || note WHERE id = 'a';
             DELETE FROM one WHERE id = 'b';
             INSERT INTO two VALUES (1, x'54'), (2, NULL), (3, zeroblob(20000));",
        )
        .unwrap();
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn rows_are_counted_however_the_bytes_are_cut() {
        let bytes = changeset();
        let expected = Counts::from([("one".to_owned(), 4), ("two".to_owned(), 3)]);
        for length in [1, 2, 3, 7, 100, 1024, bytes.len()] {
            let mut tally = Tally::default();
            for piece in bytes.chunks(length) {
                tally.see(piece);
            }
            assert_eq!(tally.begun, b"", "pieces of {length}");
            assert_eq!(tally.finish(), expected, "pieces of {length}");
        }
    }
}
