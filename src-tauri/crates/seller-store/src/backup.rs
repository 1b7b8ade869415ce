//! Backups: whole copies of the file, dated, verified, pruned, restored.
//!
//! A copy is made by SQLite from one consistent state while others write. It
//! gets a file id of its own, so that a log of the original is never laid over
//! it, and it counts only once it has passed a full check.

use crate::cellar::{Cellar, settle};
use crate::error::{Damage, FileAct, OpenError, StoreError};
use crate::ids::fresh_token;
use crate::lock::{InstanceLock, private, private_folder, with_suffix};
use crate::migrate::MIGRATIONS;
use crate::opening;
use crate::space::{self, Needed};
use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use seller_domain::Instant;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::HashSet;
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};

/// So many of the latest are kept in any case.
const KEPT_LATEST: usize = 10;
/// And the last one of each of so many days that have one.
const KEPT_DAYS: usize = 30;
const ENDING: &str = ".backup.promodesk";
const TIME: &str = "%Y-%m-%dT%H%M%S%.3fZ";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The program started and the data had changed since the last one.
    Start,
    /// Before the schema was brought up to date.
    Migration,
    /// Before another backup took the file's place.
    Restore,
    /// The seller asked for it.
    Asked,
}

impl BackupReason {
    const ALL: [Self; 4] = [Self::Start, Self::Migration, Self::Restore, Self::Asked];

    fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Migration => "migration",
            Self::Restore => "restore",
            Self::Asked => "asked",
        }
    }
}

/// A backup in the folder beside the shop file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: Instant,
    /// Why.
    pub reason: BackupReason,
    /// The revision of the data in it.
    pub revision: i64,
    /// Its size.
    pub bytes: u64,
}

impl Cellar {
    /// Makes a backup of the present state and prunes old ones. Writers are
    /// not held up.
    pub fn back_up(&self, reason: BackupReason, now: Instant) -> Result<BackupFile, StoreError> {
        let source = opening::open_reader(self.path())?;
        make(&source, self.path(), reason, now)
    }

    /// Makes a backup if something was written since the newest one.
    pub fn back_up_if_changed(&self, now: Instant) -> Result<Option<BackupFile>, StoreError> {
        let revision = self.read(|view| view.revision())?;
        let newest = list(self.path())?.into_iter().next();
        if newest.is_some_and(|newest| newest.revision == revision) {
            return Ok(None);
        }
        self.back_up(BackupReason::Start, now).map(Some)
    }

    /// Writes a verified copy of the file to a place that the seller chose.
    /// An existing file there is replaced once the copy is whole.
    pub fn copy_to(&self, target: &Path, now: Instant) -> Result<(), StoreError> {
        let source = opening::open_reader(self.path())?;
        copy(&source, target, now)
    }
}

/// The folder of a shop file's backups: `shop.promodesk` has `shop.promodesk-backups`.
pub fn folder(path: &Path) -> PathBuf {
    with_suffix(path, "-backups")
}

/// The backups of the shop file at `path`, the newest first.
pub fn list(path: &Path) -> Result<Vec<BackupFile>, StoreError> {
    let folder = folder(path);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io(FileAct::ListingBackups, &folder, error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry =
            entry.map_err(|error| StoreError::io(FileAct::ListingBackups, &folder, error))?;
        let size = entry.metadata().map_or(0, |metadata| metadata.len());
        found.extend(read_name(&entry.path(), size));
    }
    found.sort_by_key(|found| Reverse((found.made_at, found.revision)));
    Ok(found)
}

/// `2026-11-21T102200.000Z_42_start.backup.promodesk`
fn name(reason: BackupReason, revision: i64, now: Instant) -> String {
    format!("{}_{revision}_{}{ENDING}", now.format(TIME), reason.word())
}

fn read_name(path: &Path, bytes: u64) -> Option<BackupFile> {
    let stem = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
    let (time, rest) = stem.split_once('_')?;
    let (revision, word) = rest.split_once('_')?;
    Some(BackupFile {
        path: path.to_owned(),
        made_at: NaiveDateTime::parse_from_str(time, TIME).ok()?.and_utc(),
        reason: BackupReason::ALL
            .into_iter()
            .find(|reason| reason.word() == word)?,
        revision: revision.parse().ok()?,
        bytes,
    })
}

/// Copies `source`, the shop file at `path`, into its backup folder.
pub(crate) fn make(
    source: &Connection,
    path: &Path,
    reason: BackupReason,
    now: Instant,
) -> Result<BackupFile, StoreError> {
    let folder = folder(path);
    private_folder(&folder)
        .map_err(|error| StoreError::io(FileAct::MakingBackupFolder, &folder, error))?;
    let part = folder.join(".unfinished");
    let revision = copy_pages(source, &part, now)?;
    let target = folder.join(name(reason, revision, now));
    settle(&part, &target).map_err(|error| from_open(&target, error))?;
    let bytes = std::fs::metadata(&target).map_or(0, |metadata| metadata.len());
    prune(path)?;
    Ok(BackupFile {
        path: target,
        made_at: now,
        reason,
        revision,
        bytes,
    })
}

fn copy(source: &Connection, target: &Path, now: Instant) -> Result<(), StoreError> {
    let part = with_suffix(target, ".part");
    copy_pages(source, &part, now)?;
    settle(&part, target).map_err(|error| from_open(target, error))
}

/// Copies all pages to `part` and verifies them. Returns the revision of the data.
fn copy_pages(source: &Connection, part: &Path, now: Instant) -> Result<i64, StoreError> {
    remove_if_there(part)?;
    let size = size_of(source)?;
    space::require(&space::folder_of(part), size)?;
    private(OpenOptions::new().write(true).create_new(true))
        .open(part)
        .map_err(|error| StoreError::io(FileAct::CreatingBackup, part, error))?;
    let copied = copy_and_verify(source, part, now);
    if copied.is_err() {
        // The error that is returned says more than that of tidying up.
        let _ = std::fs::remove_file(part);
    }
    copied.map_err(|error| space::named(error, part, Needed::Whole(size)))
}

/// How many bytes a whole copy has.
pub(crate) fn size_of(source: &Connection) -> Result<u64, StoreError> {
    let figure = |name: &str| source.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    Ok(u64::from(figure("page_count")?) * u64::from(figure("page_size")?))
}

fn copy_and_verify(source: &Connection, part: &Path, now: Instant) -> Result<i64, StoreError> {
    let mut target = Connection::open(part)?;
    {
        let copying = Backup::new(source, &mut target)?;
        // All at once: the copy is one state, however much is written meanwhile.
        match copying.step(-1)? {
            StepResult::Done => {}
            _ => return Err(StoreError::Busy),
        }
    }
    target.pragma_update(None, "journal_mode", "DELETE")?;
    target.execute("UPDATE cellar SET file_id = ?1", [fresh_token(now)])?;
    opening::full_check(&target)?;
    let revision = target.query_row("SELECT revision FROM cellar", [], |row| row.get(0))?;
    target.close().map_err(|(_, error)| error)?;
    Ok(revision)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::io(FileAct::RemovingUnfinishedCopy, path, error))
        }
        _ => Ok(()),
    }
}

/// Removes what is neither among the latest nor the last of a recent day.
fn prune(path: &Path) -> Result<(), StoreError> {
    let all = list(path)?;
    let mut days: HashSet<NaiveDate> = HashSet::new();
    for (place, found) in all.iter().enumerate() {
        let last_of_day = days.len() < KEPT_DAYS && days.insert(found.made_at.date_naive());
        if place >= KEPT_LATEST && !last_of_day {
            remove_if_there(&found.path)?;
        }
    }
    Ok(())
}

/// Checks that a file is a sound backup that this program can restore.
pub fn verify(backup: &Path) -> Result<(), StoreError> {
    let unusable = |error: StoreError| {
        let reason = match error {
            StoreError::Corrupt { detail } => OpenError::Corrupt {
                path: backup.to_owned(),
                detail: Damage::Pages(detail),
                backups: Vec::new(),
            },
            other => OpenError::store(backup, other),
        };
        refused(backup, reason)
    };
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    opening::examine_header(backup, known).map_err(|error| refused(backup, error))?;
    let conn = opening::open_immutable(backup)?;
    opening::full_check(&conn).map_err(unusable)?;
    let _revision: i64 = conn
        .query_row("SELECT revision FROM cellar", [], |row| row.get(0))
        .map_err(|error| unusable(error.into()))?;
    Ok(())
}

fn refused(backup: &Path, reason: OpenError) -> StoreError {
    StoreError::Backup {
        path: backup.to_owned(),
        reason: Box::new(reason),
    }
}

/// What a restore has kept of the file that was there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Restored {
    /// A backup of the former state; none if it could not be read.
    pub saved: Option<BackupFile>,
    /// The former file as it was, where it was damaged.
    pub damaged: Option<PathBuf>,
}

/// Puts a backup in the place of the shop file at `path`, which must not be open.
///
/// The former state is saved first. A backup that is damaged, foreign or newer
/// is refused, and everything is left as it was.
pub fn restore(path: &Path, backup: &Path, now: Instant) -> Result<Restored, StoreError> {
    verify(backup)?;
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        private_folder(folder)
            .map_err(|error| StoreError::io(FileAct::MakingFolder, folder, error))?;
    }
    let _lock = InstanceLock::take(path).map_err(|error| from_open(path, error))?;
    let part = with_suffix(path, ".restoring");
    let (kept, former_revision) = keep_former(path, now)?;
    let source = opening::open_immutable(backup)?;
    copy_pages(&source, &part, now)?;
    let settled = put_in_place(&part, path, former_revision);
    if settled.is_err() {
        // The error that is returned says more than that of tidying up.
        let _ = std::fs::remove_file(&part);
    }
    settled.map(|()| kept)
}

fn put_in_place(part: &Path, path: &Path, former_revision: i64) -> Result<(), StoreError> {
    // Revisions go on growing, so that one number never names two states.
    let restored = Connection::open(part)?;
    restored.execute(
        "UPDATE cellar SET revision = max(revision, ?1) + 1",
        [former_revision],
    )?;
    restored.close().map_err(|(_, error)| error)?;
    if opening::has_log(path) {
        opening::move_log_aside(path).map_err(|error| from_open(path, error))?;
    }
    settle(part, path).map_err(|error| from_open(path, error))
}

fn keep_former(path: &Path, now: Instant) -> Result<(Restored, i64), StoreError> {
    if !path.exists() {
        let nothing = Restored {
            saved: None,
            damaged: None,
        };
        return Ok((nothing, 0));
    }
    match save_former(path, now) {
        Ok(saved) => Ok((
            Restored {
                damaged: None,
                saved: Some(saved.clone()),
            },
            saved.revision,
        )),
        Err(StoreError::Corrupt { .. } | StoreError::Database(_) | StoreError::Backup { .. }) => {
            let damaged = set_damaged_aside(path, now)?;
            Ok((
                Restored {
                    saved: None,
                    damaged: Some(damaged),
                },
                newest_revision(path)?,
            ))
        }
        Err(error) => Err(error),
    }
}

/// Opens the former file as a writer would, so that its log is taken in and gone.
fn save_former(path: &Path, now: Instant) -> Result<BackupFile, StoreError> {
    opening::examine_header(path, i64::MAX).map_err(|error| refused(path, error))?;
    opening::put_foreign_log_aside(path).map_err(|error| from_open(path, error))?;
    let former = opening::open_writer(path)?;
    let saved = make(&former, path, BackupReason::Restore, now)?;
    former.close().map_err(|(_, error)| error)?;
    Ok(saved)
}

fn newest_revision(path: &Path) -> Result<i64, StoreError> {
    Ok(list(path)?
        .iter()
        .map(|found| found.revision)
        .max()
        .unwrap_or(0))
}

/// Copies a damaged file, its log too, under a name of its own.
fn set_damaged_aside(path: &Path, now: Instant) -> Result<PathBuf, StoreError> {
    let stamp = now.format("%Y-%m-%dT%H%M%SZ");
    let aside = with_suffix(path, &format!(".damaged-{stamp}"));
    let keep = |from: &Path, to: &Path| {
        std::fs::copy(from, to)
            .map(|_| ())
            .map_err(|error| StoreError::io(FileAct::KeepingDamagedFile, from, error))
    };
    keep(path, &aside)?;
    if opening::has_log(path) {
        keep(&with_suffix(path, "-wal"), &with_suffix(&aside, "-wal"))?;
    }
    Ok(aside)
}

fn from_open(path: &Path, error: OpenError) -> StoreError {
    match error {
        OpenError::Io {
            doing,
            path,
            source,
        } => StoreError::io(doing, &path, source),
        OpenError::Store { source, .. } => *source,
        OpenError::AlreadyOpen { .. } => StoreError::Busy,
        other => refused(path, other),
    }
}
