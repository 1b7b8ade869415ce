//! What a write changed, as an SQLite changeset that is kept in compressed parts.
//!
//! Nothing here holds a whole changeset uncompressed: an import of a million
//! rows passes through in pieces.

mod recorder;
mod tally;

pub(crate) use recorder::Recorder;
pub(crate) use tally::Counts;

use crate::error::{RowMismatch, StepObstacle, StoreError};
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType, invert_strm};
use rusqlite::{Connection, params};
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex};
use tally::Tally;

/// Uncompressed bytes of a part.
const PART: usize = 1 << 20;

/// Tables that no undo touches: the file's own memory.
const UNRECORDED: [&str; 6] = [
    "cellar",
    "migration",
    "history",
    "history_part",
    "confirmation",
    // How the columns of a file are read is a habit, not a step of the seller's work.
    "column_mapping",
];

/// Whether changes of a table are part of the history.
pub(crate) fn is_recorded(table: &str) -> bool {
    !UNRECORDED.contains(&table) && !table.starts_with("sqlite_")
}

/// A compressed changeset.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    parts: Vec<Vec<u8>>,
}

impl Changes {
    /// The changes that take these back.
    pub(crate) fn inverted(&self) -> Result<Self, StoreError> {
        let mut packer = Packer::default();
        invert_strm(&mut self.reader(), &mut packer)?;
        Ok(packer.finish())
    }

    /// Makes the changes. The first row that is not as expected stops it; the
    /// caller's transaction has to be given up then.
    pub(crate) fn apply(&self, conn: &Connection) -> Result<(), StoreError> {
        let met = Arc::new(Mutex::new(None));
        let report = Arc::clone(&met);
        let outcome = conn.apply_strm(
            &mut self.reader(),
            None::<fn(&str) -> bool>,
            move |kind, item| {
                if let Ok(mut slot) = report.lock() {
                    slot.get_or_insert_with(|| describe(&kind, &item));
                }
                ConflictAction::SQLITE_CHANGESET_ABORT
            },
        );
        let reason = met.lock().ok().and_then(|mut slot| slot.take());
        match (outcome, reason) {
            (Ok(()), _) => Ok(()),
            (Err(_), Some(reason)) => Err(StoreError::CannotStep { reason }),
            (Err(error), None) => Err(error.into()),
        }
    }

    /// Keeps the changes of history entry `seq`.
    pub(crate) fn save(&self, conn: &Connection, seq: i64) -> Result<(), StoreError> {
        let mut insert =
            conn.prepare_cached("INSERT INTO history_part (seq, bytes) VALUES (?1, ?2)")?;
        for part in &self.parts {
            insert.execute(params![seq, part])?;
        }
        Ok(())
    }

    /// The changes of history entry `seq`, stretch by stretch: a later one may change again
    /// what an earlier one did.
    pub(crate) fn load(conn: &Connection, seq: i64) -> Result<Vec<Self>, StoreError> {
        let mut select =
            conn.prepare_cached("SELECT bytes FROM history_part WHERE seq = ?1 ORDER BY number")?;
        let mut rows = select.query([seq])?;
        let mut stretches: Vec<Self> = Vec::new();
        let mut ended = true;
        while let Some(row) = rows.next()? {
            let part: Vec<u8> = row.get(0)?;
            match stretches.last_mut() {
                _ if part.is_empty() => ended = true,
                Some(stretch) if !ended => stretch.parts.push(part),
                _ => {
                    stretches.push(Self { parts: vec![part] });
                    ended = false;
                }
            }
        }
        Ok(stretches)
    }

    /// Marks that another stretch of history entry `seq` begins, by a part without bytes.
    pub(crate) fn end_stretch(conn: &Connection, seq: i64) -> Result<(), StoreError> {
        conn.prepare_cached("INSERT INTO history_part (seq, bytes) VALUES (?1, x'')")?
            .execute([seq])?;
        Ok(())
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    fn reader(&self) -> Unpacker<'_> {
        Unpacker {
            parts: self.parts.iter(),
            piece: Vec::new(),
            read: 0,
        }
    }
}

fn describe(kind: &ConflictType, item: &ChangesetItem) -> StepObstacle {
    let table = item
        .op()
        .map_or_else(|_| "the data".to_owned(), |op| op.table_name().to_owned());
    let mismatch = match kind {
        ConflictType::SQLITE_CHANGESET_NOTFOUND => RowMismatch::Gone,
        ConflictType::SQLITE_CHANGESET_DATA => RowMismatch::Changed,
        ConflictType::SQLITE_CHANGESET_CONFLICT => RowMismatch::ThereAlready,
        ConflictType::SQLITE_CHANGESET_FOREIGN_KEY => return StepObstacle::StillReferredTo,
        _ => RowMismatch::Unfit,
    };
    StepObstacle::Row { table, mismatch }
}

/// Takes bytes in and keeps them compressed, part by part.
#[derive(Default)]
struct Packer {
    piece: Vec<u8>,
    packed: Changes,
}

impl Packer {
    fn take(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(PART) {
            self.piece.extend_from_slice(part);
            if self.piece.len() >= PART {
                self.seal();
            }
        }
    }

    fn seal(&mut self) {
        if !self.piece.is_empty() {
            let part = lz4_flex::block::compress_prepend_size(&self.piece);
            self.packed.parts.push(part);
            self.piece.clear();
        }
    }

    fn finish(mut self) -> Changes {
        self.seal();
        self.packed
    }
}

impl Write for Packer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Counts the rows on their way into the packer.
#[derive(Default)]
struct Counting {
    packer: Packer,
    tally: Tally,
}

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tally.see(bytes);
        self.packer.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives the bytes back.
struct Unpacker<'p> {
    parts: std::slice::Iter<'p, Vec<u8>>,
    piece: Vec<u8>,
    read: usize,
}

impl Read for Unpacker<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.read == self.piece.len() {
            let Some(part) = self.parts.next() else {
                return Ok(0);
            };
            self.piece =
                lz4_flex::block::decompress_size_prepended(part).map_err(io::Error::other)?;
            self.read = 0;
        }
        let rest = &self.piece[self.read..];
        let taken = rest.len().min(into.len());
        into[..taken].copy_from_slice(&rest[..taken]);
        self.read += taken;
        Ok(taken)
    }
}
