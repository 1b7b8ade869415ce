//! Writes every changed row down when SQLite changes it, in the format of its changesets
//! (<https://www.sqlite.org/session/changeset.html>).
//!
//! SQLite's own session keeps keys and looks every row up again in the end, which an import of
//! many new rows pays for twice. What was changed more than once is still put together by SQLite:
//! see [`Stretch::pack`].

use super::tally::Counts;
use super::{Changes, Counting, Packer, is_recorded};
use crate::error::StoreError;
use rusqlite::hooks::{Action, PreUpdateCase};
use rusqlite::session::Changegroup;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result as SqliteResult};
use std::io::Read;
use std::sync::{Arc, Mutex, MutexGuard};

const INSERT: u8 = 18;
const UPDATE: u8 = 23;
const DELETE: u8 = 9;

const UNDEFINED: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;
const NULL: u8 = 5;

/// A log whose buffer has grown further gives it back.
const KEPT_CAPACITY: usize = 1 << 20;

/// Sees every change that is made through a connection.
#[derive(Debug, Clone)]
pub(crate) struct Recorder(Arc<Mutex<Recorded>>);

/// Changes as they were written down, table by table.
#[derive(Debug)]
pub(crate) struct Stretch(Vec<TableLog>);

impl Stretch {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes, and how many rows of which table they are; none if nothing has changed.
    ///
    /// Rows that only came in are a changeset as they were written down. Others may have been
    /// changed twice, or back: SQLite puts their changes together then.
    pub(crate) fn pack(&self) -> Result<Option<(Changes, Counts)>, StoreError> {
        let packed = if self.0.iter().all(|table| table.came_in_only) {
            let mut packer = Packer::default();
            let mut counts = Counts::new();
            for table in &self.0 {
                packer.take(&table.header);
                packer.take(&table.bytes);
                counts.insert(table.name.clone(), table.rows);
            }
            (packer.finish(), counts)
        } else {
            let mut group = Changegroup::new()?;
            for table in &self.0 {
                group.add_stream(&mut table.header.as_slice().chain(table.bytes.as_slice()))?;
            }
            let mut counting = Counting::default();
            group.output_strm(&mut counting)?;
            (counting.packer.finish(), counting.tally.finish())
        };
        Ok((!packed.0.is_empty()).then_some(packed))
    }
}

#[derive(Debug, Default)]
struct Recorded {
    on: bool,
    /// Rows that were dealt with since the start, those of tables that are not recorded included.
    seen: u64,
    tables: Vec<TableLog>,
    /// Where the last table stands: rows of one table come in a row.
    last: usize,
}

impl Recorder {
    /// Sees what is changed through `conn` from now on. The schema has to stay as it is.
    pub(crate) fn attach(conn: &mut Connection) -> Result<Self, StoreError> {
        let recorder = Self(Arc::new(Mutex::new(Recorded {
            tables: tables(conn)?,
            ..Recorded::default()
        })));
        let seeing = recorder.clone();
        conn.preupdate_hook(Some(
            move |_: Action, _: &str, table: &str, case: &PreUpdateCase| {
                let mut recorded = seeing.recorded();
                // A row that cannot be written down is not counted: whoever asks finds out.
                if recorded.on && recorded.see(table, case).is_ok() {
                    recorded.seen += 1;
                }
            },
        ))?;
        Ok(recorder)
    }

    /// Begins to write down, from nothing.
    pub(crate) fn start(&self) {
        let mut recorded = self.recorded();
        recorded.clear();
        recorded.seen = 0;
        recorded.on = true;
    }

    /// Ends it, and forgets what was not taken.
    pub(crate) fn stop(&self) {
        let mut recorded = self.recorded();
        recorded.on = false;
        recorded.clear();
    }

    /// How many rows were dealt with since the start.
    pub(crate) fn seen(&self) -> u64 {
        self.recorded().seen
    }

    /// What was changed since the start, or since it was taken last.
    pub(crate) fn take(&self) -> Stretch {
        let mut recorded = self.recorded();
        let changed = recorded.tables.iter_mut().filter(|table| table.rows > 0);
        Stretch(changed.map(TableLog::take_all).collect())
    }

    fn recorded(&self) -> MutexGuard<'_, Recorded> {
        let locked = self.0.lock();
        locked.unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Recorded {
    fn see(&mut self, table: &str, case: &PreUpdateCase) -> SqliteResult<()> {
        if self
            .tables
            .get(self.last)
            .is_none_or(|last| last.name != table)
        {
            let found = self.tables.iter().position(|known| known.name == table);
            let Some(found) = found else {
                // A recorded table that was not there at the beginning is a fault.
                return match is_recorded(table) {
                    true => Err(rusqlite::Error::InvalidQuery),
                    false => Ok(()),
                };
            };
            self.last = found;
        }
        match self.tables.get_mut(self.last) {
            Some(log) => log.see(case),
            None => Err(rusqlite::Error::InvalidQuery),
        }
    }

    fn clear(&mut self) {
        self.tables.iter_mut().for_each(TableLog::clear);
    }
}

/// The changes of one table in their order.
#[derive(Debug)]
struct TableLog {
    name: String,
    /// The place of each column in the key, from 1; 0: it is not part of it.
    key: Vec<u8>,
    /// What stands before the changes of a table.
    header: Vec<u8>,
    bytes: Vec<u8>,
    rows: u64,
    came_in_only: bool,
}

impl TableLog {
    fn new(name: String, key: Vec<u8>) -> Self {
        let mut header = vec![b'T'];
        put_number(&mut header, key.len());
        header.extend_from_slice(&key);
        header.extend_from_slice(name.as_bytes());
        header.push(0);
        Self {
            name,
            key,
            header,
            bytes: Vec::new(),
            rows: 0,
            came_in_only: true,
        }
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.bytes.shrink_to(KEPT_CAPACITY);
        self.rows = 0;
        self.came_in_only = true;
    }

    /// Gives away what was written down.
    fn take_all(&mut self) -> Self {
        // The next stretch of a long write is about as long.
        let next = Vec::with_capacity(self.bytes.len());
        let taken = Self {
            name: self.name.clone(),
            key: self.key.clone(),
            header: self.header.clone(),
            bytes: std::mem::replace(&mut self.bytes, next),
            rows: self.rows,
            came_in_only: self.came_in_only,
        };
        self.clear();
        taken
    }

    fn see(&mut self, case: &PreUpdateCase) -> SqliteResult<()> {
        let columns = 0i32..;
        match case {
            PreUpdateCase::Insert(new) => {
                self.begin(INSERT);
                for (at, _) in columns.zip(&self.key) {
                    put(&mut self.bytes, new.get_new_column_value(at)?);
                }
                Ok(())
            }
            PreUpdateCase::Delete(old) => {
                self.came_in_only = false;
                self.begin(DELETE);
                for (at, _) in columns.zip(&self.key) {
                    put(&mut self.bytes, old.get_old_column_value(at)?);
                }
                Ok(())
            }
            PreUpdateCase::Update {
                old_value_accessor: old,
                new_value_accessor: new,
            } => {
                self.came_in_only = false;
                let values = columns.zip(&self.key).map(|(at, _)| {
                    Ok((old.get_old_column_value(at)?, new.get_new_column_value(at)?))
                });
                let values: Vec<_> = values.collect::<SqliteResult<_>>()?;
                self.update(&values);
                Ok(())
            }
            PreUpdateCase::Unknown => Err(rusqlite::Error::InvalidQuery),
        }
    }

    fn update(&mut self, values: &[(ValueRef<'_>, ValueRef<'_>)]) {
        let changed = |(old, new): &(ValueRef<'_>, ValueRef<'_>)| old != new;
        let mut parts = self.key.iter().zip(values);
        if parts.any(|(in_key, value)| *in_key > 0 && changed(value)) {
            // A row under another key is another row.
            self.begin(DELETE);
            for (old, _) in values {
                put(&mut self.bytes, *old);
            }
            self.begin(INSERT);
            for (_, new) in values {
                put(&mut self.bytes, *new);
            }
        } else if values.iter().any(changed) {
            self.begin(UPDATE);
            for (in_key, value) in self.key.iter().zip(values) {
                if *in_key > 0 || changed(value) {
                    put(&mut self.bytes, value.0);
                } else {
                    self.bytes.push(UNDEFINED);
                }
            }
            for value in values {
                if changed(value) {
                    put(&mut self.bytes, value.1);
                } else {
                    self.bytes.push(UNDEFINED);
                }
            }
        }
    }

    fn begin(&mut self, change: u8) {
        self.rows += 1;
        // Made by the command itself, not by a trigger: there are none.
        self.bytes.extend([change, 0]);
    }
}

/// The tables that are recorded.
fn tables(conn: &Connection) -> Result<Vec<TableLog>, StoreError> {
    let mut select = conn.prepare(
        "SELECT s.name, c.pk FROM sqlite_schema s JOIN pragma_table_info(s.name) c \
         WHERE s.type = 'table' ORDER BY s.rowid, c.cid",
    )?;
    let mut rows = select.query([])?;
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        match found.last_mut() {
            Some((last, key)) if *last == name => key.push(row.get(1)?),
            _ => found.push((name, vec![row.get(1)?])),
        }
    }
    found.retain(|(name, _)| is_recorded(name));
    Ok(found
        .into_iter()
        .map(|(name, key)| TableLog::new(name, key))
        .collect())
}

fn put(bytes: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => bytes.push(NULL),
        ValueRef::Integer(number) => {
            bytes.push(INTEGER);
            bytes.extend(number.to_be_bytes());
        }
        ValueRef::Real(number) => {
            bytes.push(REAL);
            bytes.extend(number.to_be_bytes());
        }
        ValueRef::Text(text) => put_sized(bytes, TEXT, text),
        ValueRef::Blob(blob) => put_sized(bytes, BLOB, blob),
    }
}

fn put_sized(bytes: &mut Vec<u8>, kind: u8, content: &[u8]) {
    bytes.push(kind);
    put_number(bytes, content.len());
    bytes.extend_from_slice(content);
}

/// SQLite's variable-length number: seven bits a byte, the high ones first.
fn put_number(bytes: &mut Vec<u8>, number: usize) {
    let groups = (usize::BITS - number.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let more = if group > 0 { 0x80 } else { 0 };
        bytes.push((number >> (7 * group)) as u8 & 0x7f | more);
    }
}

#[cfg(test)]
mod tests;
