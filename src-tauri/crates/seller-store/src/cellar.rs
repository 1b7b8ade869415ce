//! The file of a shop, open: one connection writes, another reads beside it.

use crate::backup::{self, BackupReason};
use crate::changes::Recorder;
use crate::error::{FileAct, OpenError, StoreError};
use crate::history::{self, Direction, Entry, Summary};
use crate::ids::fresh_token;
use crate::lock::{InstanceLock, private, private_folder, with_suffix};
use crate::migrate::{self, MIGRATIONS, Migration};
use crate::opening;
use crate::recording::Recording;
use crate::space::{self, Needed};
use crate::view::{Tx, View};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use seller_domain::Instant;
use std::cell::Cell;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

/// The shop's file. Calls block: run them where that is allowed.
#[derive(Debug)]
pub struct Cellar {
    path: PathBuf,
    // Closed before the writer: the last one to close takes the log over, and
    // a reader cannot.
    reader: Mutex<Connection>,
    writer: Option<Mutex<Writer>>,
    opening: Opening,
    // Dropped last, when both connections are closed.
    _lock: Option<InstanceLock>,
}

/// The connection that writes, and what sees its changes.
#[derive(Debug)]
struct Writer {
    conn: Connection,
    recorder: Recorder,
    /// How many pages the file had before the last write, and was to have after it.
    pages: Cell<[u32; 2]>,
}

/// What was met when the file was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// The program that had it open before did not close it: what it had not
    /// finished was rolled back.
    pub was_not_closed: bool,
    /// A log of another file lay beside it and was put aside under this name.
    pub foreign_log: Option<PathBuf>,
    /// The schema version it had before it was brought up to date.
    pub migrated_from: Option<i64>,
    /// The backup made before that.
    pub backup: Option<PathBuf>,
}

/// What a write gave, and the step it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<R> {
    /// What the work returned.
    pub value: R,
    /// The step in the history; none if nothing changed.
    pub entry: Option<Entry>,
}

impl Cellar {
    /// Makes a new file for a shop, and the folders above it.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where there is a file; nothing is ever overwritten.
    pub fn create(path: &Path, now: Instant) -> Result<Self, OpenError> {
        opening::require_sound_sqlite()?;
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            private_folder(folder)
                .map_err(|error| OpenError::io(FileAct::MakingFolder, folder, error))?;
        }
        let lock = InstanceLock::take(path)?;
        if path.exists() {
            return Err(OpenError::Exists {
                path: path.to_owned(),
            });
        }
        build(path, now)?;
        Self::open_locked(path, lock, MIGRATIONS, now)
    }

    /// Opens the file of a shop, and brings its schema up to date.
    pub fn open(path: &Path, now: Instant) -> Result<Self, OpenError> {
        Self::open_with(path, MIGRATIONS, now)
    }

    /// Opens the file, or makes it where there is none. A folder or another
    /// program's file in its place is refused, not passed by.
    pub fn open_or_create(path: &Path, now: Instant) -> Result<Self, OpenError> {
        match Self::open(path, now) {
            Err(OpenError::Missing { .. }) => Self::create(path, now),
            other => other,
        }
    }

    pub(crate) fn open_with(
        path: &Path,
        known: &[Migration],
        now: Instant,
    ) -> Result<Self, OpenError> {
        opening::require_sound_sqlite()?;
        opening::examine_header(path, version_of(known))?;
        let lock = InstanceLock::take(path)?;
        Self::open_locked(path, lock, known, now)
    }

    fn open_locked(
        path: &Path,
        lock: InstanceLock,
        known: &[Migration],
        now: Instant,
    ) -> Result<Self, OpenError> {
        opening::examine_header(path, version_of(known))?;
        let mut met = Opening {
            was_not_closed: opening::has_log(path),
            foreign_log: opening::put_foreign_log_aside(path)?,
            ..Opening::default()
        };
        refuse_newer_or_other(path, known)?;
        let refused = |error| opening::refused(path, StoreError::from(error));
        let mut writer = opening::open_writer(path).map_err(refused)?;
        if met.was_not_closed {
            opening::quick_check(&writer).map_err(|error| opening::refused(path, error))?;
        }
        bring_up_to_date(path, &mut writer, known, now, &mut met)?;
        let recorder =
            Recorder::attach(&mut writer).map_err(|error| opening::refused(path, error))?;
        let reader = opening::open_reader(path).map_err(refused)?;
        let writer = Writer {
            conn: writer,
            recorder,
            pages: Cell::default(),
        };
        Ok(Self {
            path: path.to_owned(),
            writer: Some(Mutex::new(writer)),
            reader: Mutex::new(reader),
            opening: met,
            _lock: Some(lock),
        })
    }

    /// Opens the file to read only, beside another process that writes, or
    /// where this user may not write.
    pub fn open_reading(path: &Path) -> Result<Self, OpenError> {
        opening::require_sound_sqlite()?;
        opening::examine_header(path, version_of(MIGRATIONS))?;
        let refused = |error| opening::refused(path, StoreError::from(error));
        let reader = match opening::open_reader(path) {
            Ok(conn) if migrate::schema_version(&conn).is_ok() => conn,
            // A log's index cannot be made in a folder that is write-protected;
            // without a log the file itself is the whole truth.
            _ if !opening::has_log(path) => opening::open_immutable(path).map_err(refused)?,
            Ok(conn) => {
                migrate::schema_version(&conn).map_err(refused)?;
                conn
            }
            Err(error) => return Err(refused(error)),
        };
        let (found, known) = (
            migrate::schema_version(&reader).map_err(refused)?,
            version_of(MIGRATIONS),
        );
        match migrate::first_difference(&reader, MIGRATIONS).map_err(refused)? {
            None if found == known => {}
            None => {
                return Err(OpenError::Older {
                    path: path.to_owned(),
                    found,
                    known,
                });
            }
            Some((version, name)) => {
                return Err(OpenError::OtherSchema {
                    path: path.to_owned(),
                    version,
                    name,
                });
            }
        }
        Ok(Self {
            path: path.to_owned(),
            writer: None,
            reader: Mutex::new(reader),
            opening: Opening::default(),
            _lock: None,
        })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was met when it was opened.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// Whether it was opened to read only.
    pub fn is_reading_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Reads one consistent state of the file, beside a running write.
    pub fn read<R, E>(&self, work: impl FnOnce(&View<'_>) -> Result<R, E>) -> Result<R, E>
    where
        E: From<StoreError>,
    {
        let conn = held(&self.reader);
        let tx = Transaction::new_unchecked(&conn, TransactionBehavior::Deferred)
            .map_err(StoreError::from)?;
        work(&View::new(&tx))
    }

    /// Runs a command's changes in one transaction and keeps them as one step
    /// of the history; none if nothing changed. What could be redone cannot be
    /// any more then.
    ///
    /// An error of `work`, a panic in it and a failing disk leave the file as
    /// it was.
    pub fn write<R, E>(
        &self,
        command: &str,
        summary: Summary,
        now: Instant,
        work: impl FnOnce(&Tx<'_>) -> Result<R, E>,
    ) -> Result<Written<R>, E>
    where
        E: From<StoreError>,
    {
        let writer = self.writing()?;
        let db = writer.begin()?;
        let before = db.total_changes();
        let recording = Recording::begin(&db, &writer.recorder, command, now);
        let tx = Tx::new(&db, recording, now, summary);
        let value = work(&tx)?;
        let entry = tx.finish()?;
        if db.total_changes() != before {
            count_write(&db)?;
        }
        writer.commit(db)?;
        Ok(Written { value, entry })
    }

    /// Writes what is no part of the history: offered confirmations.
    pub(crate) fn write_aside<R>(
        &self,
        work: impl FnOnce(&Connection) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        let writer = self.writing()?;
        let done = (|| {
            let db = writer.begin()?;
            let value = work(&db)?;
            count_write(&db)?;
            writer.commit(db)?;
            Ok(value)
        })();
        drop(writer);
        done.map_err(|error| self.say_where(error))
    }

    /// Where the error of a write is that a disk is full: gives back what the write took of it, and
    /// names the place, what is free there and how much it takes at least.
    pub fn say_where(&self, error: StoreError) -> StoreError {
        if !matches!(error, StoreError::DiskFull) {
            return error;
        }
        let needed = self.writing().and_then(|writer| {
            let [before, after] = writer.pages.get();
            space::give_back(&self.path, &writer.conn, after.saturating_sub(before))
        });
        space::named(error, &self.path, needed.unwrap_or(Needed::Unknown))
    }

    /// Takes the last step back; none if there is none.
    ///
    /// # Errors
    /// [`StoreError::CannotStep`] where the data is not what the step left behind.
    pub fn undo(&self) -> Result<Option<Entry>, StoreError> {
        self.write_aside(|db| history::step(db, Direction::Back))
    }

    /// Does the step again that was taken back last; none if there is none.
    ///
    /// # Errors
    /// As [`Cellar::undo`].
    pub fn redo(&self) -> Result<Option<Entry>, StoreError> {
        self.write_aside(|db| history::step(db, Direction::Forth))
    }

    /// Forgets all steps: what the file holds now is where its history begins.
    pub fn forget_history(&self) -> Result<(), StoreError> {
        self.write_aside(|db| {
            db.execute_batch("DELETE FROM history_part; DELETE FROM history;")?;
            Ok(())
        })
    }

    /// Looks through all pages of the file.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with the first thing found.
    pub fn quick_check(&self) -> Result<(), StoreError> {
        opening::quick_check(&held(&self.reader))
    }

    /// Looks through all pages, compares the indexes with their tables, and looks for rows that
    /// refer to missing ones.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] with the first thing found.
    pub fn full_check(&self) -> Result<(), StoreError> {
        let reader = held(&self.reader);
        opening::full_check(&reader)?;
        match migrate::broken_reference(&reader)? {
            None => Ok(()),
            Some(detail) => Err(StoreError::Corrupt { detail }),
        }
    }

    fn writing(&self) -> Result<MutexGuard<'_, Writer>, StoreError> {
        self.writer.as_ref().map(held).ok_or(StoreError::ReadOnly)
    }
}

impl Drop for Cellar {
    /// Takes the log over into the file, also where another process reads beside it.
    fn drop(&mut self) {
        let Some(writer) = &self.writer else {
            return;
        };
        let conn = &held(writer).conn;
        let taken = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        if let Err(error) = taken {
            // Nothing is lost: the next start reads the log.
            tracing::warn!(%error, "the log was not taken over at closing");
        }
    }
}

/// A panic in a command rolls its transaction back; the connection is sound.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl Writer {
    fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        let db = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        self.pages.set([space::pages(&db)?; 2]);
        Ok(db)
    }

    fn commit(&self, db: Transaction<'_>) -> Result<(), StoreError> {
        let [before, _] = self.pages.get();
        self.pages.set([before, space::pages(&db)?]);
        Ok(db.commit()?)
    }
}

/// Touches the row with the file's id in every write: see [`opening::put_foreign_log_aside`].
fn count_write(conn: &Connection) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE cellar SET revision = revision + 1")?
        .execute([])?;
    Ok(())
}

fn version_of(known: &[Migration]) -> i64 {
    i64::try_from(known.len()).unwrap_or(i64::MAX)
}

/// Makes the file under another name and moves it into place when it is whole.
fn build(path: &Path, now: Instant) -> Result<(), OpenError> {
    let part = with_suffix(path, ".new");
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(OpenError::io(FileAct::RemovingUnfinishedFile, &part, error));
        }
        _ => {}
    }
    private(OpenOptions::new().write(true).create_new(true))
        .open(&part)
        .map_err(|error| OpenError::io(FileAct::CreatingShopFile, &part, error))?;
    let filled = fill(&part, now).and_then(|()| settle(&part, path));
    if filled.is_err() {
        // The error that is returned says more than that of tidying up.
        let _ = std::fs::remove_file(&part);
    }
    filled
}

fn fill(part: &Path, now: Instant) -> Result<(), OpenError> {
    let store = |error: rusqlite::Error| OpenError::store(part, error);
    let mut conn = Connection::open(part).map_err(store)?;
    opening::harden(&conn).map_err(store)?;
    // Before anything is written: the size of a page is the file's for good.
    conn.pragma_update(None, "page_size", opening::PAGE_BYTES)
        .map_err(store)?;
    conn.pragma_update(None, "application_id", opening::APPLICATION_ID)
        .map_err(store)?;
    migrate::run(&mut conn, MIGRATIONS, now).map_err(|failed| OpenError::Migration {
        path: part.to_owned(),
        version: failed.version,
        name: failed.name,
        source: Box::new(failed.source),
        backup: None,
    })?;
    conn.execute(
        "INSERT INTO cellar (one, file_id, revision) VALUES (1, ?1, 0)",
        [fresh_token(now)],
    )
    .map_err(store)?;
    conn.close().map_err(|(_, error)| store(error))
}

/// Makes sure the bytes are on the disk before the name is. Where that fails, nothing is left of
/// `part`.
pub(crate) fn settle(part: &Path, path: &Path) -> Result<(), OpenError> {
    let io = |error| OpenError::io(FileAct::WritingShopFile, path, error);
    let renamed = File::open(part)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(part, path));
    if let Err(error) = renamed {
        // The error that is returned says more than that of tidying up.
        let _ = std::fs::remove_file(part);
        return Err(io(error));
    }
    #[cfg(unix)]
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(io)?;
    }
    Ok(())
}

/// Looks at the schema without touching the file, log included.
fn refuse_newer_or_other(path: &Path, known: &[Migration]) -> Result<(), OpenError> {
    let refused = |error| opening::refused(path, StoreError::from(error));
    let conn = opening::open_to_look(path).map_err(refused)?;
    let found = migrate::schema_version(&conn).map_err(refused)?;
    if found > version_of(known) {
        return Err(OpenError::Newer {
            path: path.to_owned(),
            found,
            known: version_of(known),
        });
    }
    match migrate::first_difference(&conn, known).map_err(refused)? {
        None => Ok(()),
        Some((version, name)) => Err(OpenError::OtherSchema {
            path: path.to_owned(),
            version,
            name,
        }),
    }
}

fn bring_up_to_date(
    path: &Path,
    writer: &mut Connection,
    known: &[Migration],
    now: Instant,
    met: &mut Opening,
) -> Result<(), OpenError> {
    let found = migrate::schema_version(writer)
        .map_err(|error| opening::refused(path, StoreError::from(error)))?;
    if found == version_of(known) {
        return Ok(());
    }
    // The backup, and the log in which every page may stand anew.
    backup::size_of(writer)
        .and_then(|size| space::require(&space::folder_of(path), 2 * size))
        .map_err(|error| opening::refused(path, error))?;
    let saved = backup::make(writer, path, BackupReason::Migration, now)
        .map_err(|error| opening::refused(path, error))?;
    migrate::run(writer, known, now).map_err(|failed| OpenError::Migration {
        path: path.to_owned(),
        version: failed.version,
        name: failed.name,
        source: Box::new(space::named(failed.source, path, Needed::Unknown)),
        backup: Some(saved.path.clone()),
    })?;
    met.migrated_from = Some(found);
    met.backup = Some(saved.path);
    Ok(())
}
