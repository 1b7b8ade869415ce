//! What is looked at before a file is trusted: its first bytes, its log, its
//! schema, its pages. Nothing here writes to the shop file.

use crate::backup::{self, BackupFile};
use crate::error::{Damage, FileAct, NotAShop, OpenError, StoreError};
use crate::lock::with_suffix;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `PmDk`, at byte 68 of every file of this program.
pub(crate) const APPLICATION_ID: i32 = 0x506d_446b;
/// The first SQLite without the fault that could lose a log that is being reset.
const LEAST_SQLITE: (i32, &str) = (3_051_003, "3.51.3");
/// How long a statement waits for another program that holds the file.
const PATIENCE: Duration = Duration::from_secs(5);
/// Pages in memory, in KiB.
const WRITER_CACHE: i64 = -65_536;
const READER_CACHE: i64 = -32_768;
/// Bytes of a page in a new file. Keys are long texts: on a page of SQLite's usual 4 KiB few of them fit, and
/// a hundred thousand rows split and write so many pages that an import takes a tenth longer.
pub(crate) const PAGE_BYTES: i64 = 16_384;
/// The log is taken over into the file when it has grown by so many pages: 16 MiB.
const CHECKPOINT_PAGES: i64 = 1_024;

/// Refuses to work with an SQLite that can lose data.
pub(crate) fn require_sound_sqlite() -> Result<(), OpenError> {
    if rusqlite::version_number() >= LEAST_SQLITE.0 {
        Ok(())
    } else {
        Err(OpenError::SqliteTooOld {
            found: rusqlite::version(),
            needed: LEAST_SQLITE.1,
        })
    }
}

/// Reads the first bytes of a file and refuses what is not ours, or is newer.
pub(crate) fn examine_header(path: &Path, known: i64) -> Result<(), OpenError> {
    let header = match read_header(path)? {
        Ok(header) => header,
        Err(what) => return Err(not_ours(path, what)),
    };
    let number = |at: usize| {
        let mut four = [0; 4];
        four.copy_from_slice(&header[at..at + 4]);
        u32::from_be_bytes(four)
    };
    if number(68) != APPLICATION_ID.unsigned_abs() {
        return Err(not_ours(path, NotAShop::OtherProgram));
    }
    let found = i64::from(number(60));
    if found > known {
        return Err(OpenError::Newer {
            path: path.to_owned(),
            found,
            known,
        });
    }
    refuse_truncated(path, &header, number(28))
}

/// Bytes 0 to 99, or what the file is instead of a database.
fn read_header(path: &Path) -> Result<Result<[u8; 100], NotAShop>, OpenError> {
    let found = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => OpenError::Missing {
            path: path.to_owned(),
        },
        _ => OpenError::io(FileAct::LookingAtShopFile, path, error),
    })?;
    if found.is_dir() {
        return Ok(Err(NotAShop::Folder));
    }
    if found.len() == 0 {
        return Ok(Err(NotAShop::Empty));
    }
    let mut header = [0; 100];
    let mut file =
        File::open(path).map_err(|error| OpenError::io(FileAct::OpeningShopFile, path, error))?;
    match file.read_exact(&mut header) {
        Ok(()) if header.starts_with(b"SQLite format 3\0") => Ok(Ok(header)),
        Ok(()) => Ok(Err(NotAShop::NoDatabase)),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Ok(Err(NotAShop::TooShort))
        }
        Err(error) => Err(OpenError::io(FileAct::ReadingShopFile, path, error)),
    }
}

/// Without a log beside it, a file has as many pages as its header says.
fn refuse_truncated(path: &Path, header: &[u8; 100], pages: u32) -> Result<(), OpenError> {
    let stated = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    } * u64::from(pages);
    let size_is_stated = header[24..28] == header[92..96];
    let length = std::fs::metadata(path)
        .map_err(|error| OpenError::io(FileAct::LookingAtShopFile, path, error))?
        .len();
    if size_is_stated && !has_log(path) && length < stated {
        return Err(corrupt(
            path,
            Damage::CutOff {
                left: length,
                stated,
            },
        ));
    }
    Ok(())
}

/// Where backups show that the file was a shop once, it is damaged, not foreign.
fn not_ours(path: &Path, what: NotAShop) -> OpenError {
    let backups = good_backups(path);
    if backups.is_empty() {
        OpenError::Foreign {
            path: path.to_owned(),
            what,
        }
    } else {
        OpenError::Corrupt {
            path: path.to_owned(),
            detail: Damage::Overwritten(what),
            backups,
        }
    }
}

fn corrupt(path: &Path, detail: Damage) -> OpenError {
    OpenError::Corrupt {
        path: path.to_owned(),
        detail,
        backups: good_backups(path),
    }
}

/// Turns SQLite's "malformed" into the error that offers the backups.
pub(crate) fn refused(path: &Path, error: impl Into<StoreError>) -> OpenError {
    match error.into() {
        StoreError::Corrupt { detail } => corrupt(path, Damage::Pages(detail)),
        source => OpenError::store(path, source),
    }
}

fn good_backups(path: &Path) -> Vec<BackupFile> {
    let mut all = backup::list(path).unwrap_or_default();
    all.retain(|found| backup::verify(&found.path).is_ok());
    all
}

/// Whether a log with content lies beside the file: it was not closed in order.
pub(crate) fn has_log(path: &Path) -> bool {
    std::fs::metadata(with_suffix(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// Puts a log aside that belongs to another file, so that it is not applied.
///
/// Every write touches the row with the file's id, so a log of another file
/// shows another id when it is laid over this one.
pub(crate) fn put_foreign_log_aside(path: &Path) -> Result<Option<PathBuf>, OpenError> {
    if !has_log(path) {
        return Ok(None);
    }
    // A file that cannot be read without its log tells nothing: SQLite decides then.
    let Ok(own) = file_id(path, true) else {
        return Ok(None);
    };
    match file_id(path, false) {
        Ok(seen) if seen == own => Ok(None),
        Ok(_) | Err(StoreError::Corrupt { .. }) => move_log_aside(path).map(Some),
        Err(StoreError::Database(_)) => move_log_aside(path).map(Some),
        Err(error) => Err(OpenError::store(path, error)),
    }
}

/// Renames the log beside a file to a name that SQLite does not look at.
pub(crate) fn move_log_aside(path: &Path) -> Result<PathBuf, OpenError> {
    let log = with_suffix(path, "-wal");
    let mut aside = with_suffix(path, "-wal.foreign");
    let mut number = 1;
    while aside.exists() {
        number += 1;
        aside = with_suffix(path, &format!("-wal.foreign{number}"));
    }
    std::fs::rename(&log, &aside)
        .map_err(|error| OpenError::io(FileAct::PuttingForeignLogAside, &log, error))?;
    let index = with_suffix(path, "-shm");
    match std::fs::remove_file(&index) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(OpenError::io(FileAct::RemovingLogIndex, &index, error))
        }
        _ => Ok(aside),
    }
}

/// The id of a file, with its log or as the file itself stands.
fn file_id(path: &Path, without_log: bool) -> Result<String, StoreError> {
    let conn = if without_log {
        open_immutable(path)?
    } else {
        open_to_look(path)?
    };
    Ok(conn.query_row("SELECT file_id FROM cellar", [], |row| row.get(0))?)
}

/// Opens a file as it stands, without its log and without locks.
pub(crate) fn open_immutable(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(format!("file:{}?immutable=1", uri_path(path)), flags)?;
    harden(&conn)?;
    Ok(conn)
}

/// Opens a file with its log to read, and leaves both as they are when it closes.
pub(crate) fn open_to_look(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    harden(&conn)?;
    Ok(conn)
}

/// The path inside a `file:` URI.
fn uri_path(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => escaped.push_str("%25"),
            '?' => escaped.push_str("%3f"),
            '#' => escaped.push_str("%23"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The connection that writes.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    conn.pragma_update(None, "cache_size", WRITER_CACHE)?;
    Ok(conn)
}

/// The connection that reads beside it.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn)?;
    conn.pragma_update(None, "cache_size", READER_CACHE)?;
    Ok(conn)
}

/// What every connection has: the schema of a file is not trusted, nor are its pages.
pub(crate) fn harden(conn: &Connection) -> Result<(), rusqlite::Error> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // A statement keeps its plan: without it each new value of some parameters makes
    // SQLite plan anew, which costs more than most of our statements do.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Looks through all pages of a file. Quick: indexes are not compared with their tables.
pub(crate) fn quick_check(conn: &Connection) -> Result<(), StoreError> {
    check(conn, "PRAGMA quick_check(1)")
}

/// Looks through all pages and compares indexes with their tables.
pub(crate) fn full_check(conn: &Connection) -> Result<(), StoreError> {
    check(conn, "PRAGMA integrity_check(1)")
}

fn check(conn: &Connection, pragma: &str) -> Result<(), StoreError> {
    let verdict: String = conn.query_row(pragma, [], |row| row.get(0))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Corrupt { detail: verdict })
    }
}
