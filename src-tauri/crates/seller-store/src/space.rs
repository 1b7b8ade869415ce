//! Whether there is room on a disk. Of a copy that is asked before it is begun. What a write of the
//! shop's file takes only shows while it is written: named is what it had taken when it was given up.

use crate::error::StoreError;
use crate::lock::with_suffix;
use rusqlite::Connection;
use std::io;
use std::path::{Path, PathBuf};

/// What a copy takes beside its own pages: its journal, and the folder that names it.
const BESIDE: u64 = 256 << 10;

/// What a write takes on its disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    /// So much.
    Whole(u64),
    /// So much or more: it was given up before it was known how much.
    AtLeast(u64),
    /// Only writing shows.
    Unknown,
}

/// How many bytes this user may still write on the disk of a folder.
///
/// # Errors
/// Where the system does not tell.
pub fn free(folder: &Path) -> io::Result<u64> {
    #[cfg(test)]
    if let Some(pretended) = tests::PRETENDED.get() {
        return Ok(pretended);
    }
    fs4::available_space(folder)
}

/// Refuses where `needed` bytes do not fit on the disk of `folder`. Where the system does not
/// tell, writing will.
pub(crate) fn require(folder: &Path, needed: u64) -> Result<(), StoreError> {
    let needed = needed + BESIDE;
    match free(folder) {
        Ok(free) if free < needed => Err(StoreError::NoRoom {
            folder: folder.to_owned(),
            needed: Needed::Whole(needed),
            free,
        }),
        _ => Ok(()),
    }
}

/// A full disk with the place and what is free there; other errors as they are.
pub(crate) fn named(error: StoreError, path: &Path, needed: Needed) -> StoreError {
    let folder = folder_of(path);
    match (error, free(&folder)) {
        (StoreError::DiskFull, Ok(free)) => StoreError::NoRoom {
            folder,
            needed: match needed {
                // It was not this disk that was too small for so little.
                Needed::AtLeast(least) if least <= free => Needed::Unknown,
                needed => needed,
            },
            free,
        },
        (error, _) => error,
    }
}

/// Bytes of a log before its first page, and before each of them.
const LOG_HEADER: u64 = 32;
const FRAME_HEADER: u64 = 24;

/// How many pages the file has, or is to have once a running write is committed.
pub(crate) fn pages(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "page_count", |row| row.get(0))?)
}

/// Gives back what a write took that was rolled back for a full disk, and says what it takes at
/// least: its log until then with the page that found no room, or the pages by which the file was to
/// grow, all of which go through the log.
pub(crate) fn give_back(
    path: &Path,
    writer: &Connection,
    grown: u32,
) -> Result<Needed, StoreError> {
    let log = with_suffix(path, "-wal");
    let length = || std::fs::metadata(&log).map_or(0, |found| found.len());
    let page: u32 = writer.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let frame = FRAME_HEADER + u64::from(page);
    // What stands in the log of earlier writes is not this one's.
    let earlier: u32 = writer.query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))?;
    let earlier = LOG_HEADER + frame * u64::from(earlier);
    let taken = length().saturating_sub(earlier);
    let emptied = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    if let Err(error) = emptied {
        // The next write finds its room in the log then.
        tracing::warn!(%error, "the log keeps the room of a write that was given up");
    }
    let least = (taken + frame).max(frame * u64::from(grown));
    Ok(Needed::AtLeast(least - taken.min(length())))
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Bytes as people read them: `12.3 MB`. What is needed is rounded up, what is free down.
pub fn megabytes(bytes: u64, up: bool) -> String {
    let tenth = 100_000;
    let tenths = if up {
        bytes.div_ceil(tenth)
    } else {
        bytes / tenth
    };
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        /// What this thread takes for the free space of every disk.
        pub(crate) static PRETENDED: Cell<Option<u64>> = const { Cell::new(None) };
    }

    #[test]
    fn megabytes_are_rounded_to_the_safe_side() {
        assert_eq!(megabytes(0, true), "0.0 MB");
        assert_eq!(megabytes(1, true), "0.1 MB");
        assert_eq!(megabytes(199_999, false), "0.1 MB");
        assert_eq!(megabytes(12_345_678, true), "12.4 MB");
        assert_eq!(megabytes(12_345_678, false), "12.3 MB");
    }

    #[test]
    fn what_is_free_is_asked_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        assert!(free(folder.path()).unwrap() > 0);
        assert!(free(&folder.path().join("none")).is_err());
        require(folder.path(), 1).unwrap();
        require(folder.path(), u64::MAX - BESIDE).unwrap_err();
    }
}
