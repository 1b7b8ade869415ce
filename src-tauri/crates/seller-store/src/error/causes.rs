//! What exactly is wrong, by kind: English words here, those of other languages where commands are
//! answered, by a `match` that leaves none out.

use std::fmt;

/// What was being done with a file when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileAct {
    /// Asking the system about the shop file.
    LookingAtShopFile,
    /// Opening the shop file.
    OpeningShopFile,
    /// Reading the shop file.
    ReadingShopFile,
    /// Making the shop file.
    CreatingShopFile,
    /// Writing the shop file.
    WritingShopFile,
    /// Making the file whose lock keeps other windows out.
    CreatingLockFile,
    /// Taking that lock.
    LockingShopFile,
    /// Renaming a log that belongs to another file.
    PuttingForeignLogAside,
    /// Removing the index of such a log.
    RemovingLogIndex,
    /// Making a folder.
    MakingFolder,
    /// Removing a shop file that was never finished.
    RemovingUnfinishedFile,
    /// Listing the backups of a folder.
    ListingBackups,
    /// Making the folder of the backups.
    MakingBackupFolder,
    /// Making a backup.
    CreatingBackup,
    /// Removing a copy that was never finished.
    RemovingUnfinishedCopy,
    /// Copying a damaged file, so that it is kept.
    KeepingDamagedFile,
}

impl fmt::Display for FileAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LookingAtShopFile => "looking at the shop file",
            Self::OpeningShopFile => "opening the shop file",
            Self::ReadingShopFile => "reading the shop file",
            Self::CreatingShopFile => "creating the shop file",
            Self::WritingShopFile => "writing the shop file",
            Self::CreatingLockFile => "creating the lock file",
            Self::LockingShopFile => "locking the shop file",
            Self::PuttingForeignLogAside => "putting a foreign log aside",
            Self::RemovingLogIndex => "removing the index of a log",
            Self::MakingFolder => "making the folder",
            Self::RemovingUnfinishedFile => "removing an unfinished file",
            Self::ListingBackups => "listing the backups in",
            Self::MakingBackupFolder => "making the backup folder",
            Self::CreatingBackup => "creating the backup",
            Self::RemovingUnfinishedCopy => "removing an unfinished copy",
            Self::KeepingDamagedFile => "keeping the damaged file",
        })
    }
}

/// What a file is instead of a shop's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAShop {
    /// The database of another program.
    OtherProgram,
    /// A folder.
    Folder,
    /// Nothing is in it.
    Empty,
    /// Something that begins unlike a database.
    NoDatabase,
    /// Fewer bytes than any database.
    TooShort,
}

impl fmt::Display for NotAShop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherProgram => "it is the database of another program",
            Self::Folder => "it is a folder",
            Self::Empty => "it is empty",
            Self::NoDatabase => "its first bytes are not those of a database",
            Self::TooShort => "it is too short for a database",
        })
    }
}

/// What is wrong with a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// It was a shop's once, as its backups show.
    Overwritten(NotAShop),
    /// Its end is gone.
    CutOff {
        /// Bytes that are there.
        left: u64,
        /// Bytes that there should be.
        stated: u64,
    },
    /// What SQLite found, in its words.
    Pages(String),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overwritten(what) => what.fmt(f),
            Self::CutOff { left, stated } => write!(f, "{left} bytes are left of {stated}"),
            Self::Pages(found) => f.write_str(found),
        }
    }
}

/// What stands in the way of an undo or a redo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepObstacle {
    /// A row is not what the step left behind.
    Row {
        /// Its table.
        table: String,
        /// How it differs.
        mismatch: RowMismatch,
    },
    /// Other rows refer to what the step made.
    StillReferredTo,
    /// The step itself cannot be gone.
    Step {
        /// Its number.
        seq: i64,
        /// The command that did it.
        command: String,
        /// Why.
        why: StuckStep,
    },
}

/// How a row differs from what a step left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowMismatch {
    /// It is gone.
    Gone,
    /// It was changed since.
    Changed,
    /// It is there already.
    ThereAlready,
    /// It does not fit the schema.
    Unfit,
}

/// Why a step cannot be gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StuckStep {
    /// Its changes are no longer kept.
    Forgotten,
    /// Some of its rows could not be changed back.
    Incomplete,
    /// It was done under another schema.
    OlderProgram,
}

impl fmt::Display for StepObstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row { table, mismatch } => {
                let how = match mismatch {
                    RowMismatch::Gone => "is gone",
                    RowMismatch::Changed => "was changed since",
                    RowMismatch::ThereAlready => "is there already",
                    RowMismatch::Unfit => "does not fit the schema",
                };
                write!(f, "a row of {table} {how}")
            }
            Self::StillReferredTo => f.write_str("other rows still refer to what it made"),
            Self::Step { seq, command, why } => {
                let why = match why {
                    StuckStep::Forgotten => "its changes are no longer kept",
                    StuckStep::Incomplete => "not all of its rows could be changed back",
                    StuckStep::OlderProgram => "it was done by an older version of the program",
                };
                write!(f, "step {seq} ({command}): {why}")
            }
        }
    }
}
