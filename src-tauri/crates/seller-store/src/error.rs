//! What can go wrong with the file, in words that say what to do.

mod causes;

pub use causes::{Damage, FileAct, NotAShop, RowMismatch, StepObstacle, StuckStep};

use crate::backup::BackupFile;
use crate::space::{self, Needed};
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be created or opened. [`OpenError::advice`] says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no file.
    #[error("there is no shop file at {}", .path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new file was to be made where one is.
    #[error("there is already a file at {}", .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another process has the file open for writing.
    #[error("the shop file {} is already open in another window or terminal", .path.display())]
    AlreadyOpen {
        /// The file.
        path: PathBuf,
    },
    /// It is of an older schema, and was to be opened without changing it.
    #[error(
        "the shop file {} has schema version {found} and has to be brought up to version {known} first", .path.display()
    )]
    Older {
        /// The file.
        path: PathBuf,
        /// The schema version that it has.
        found: i64,
        /// The one that this program reads.
        known: i64,
    },
    /// A newer version of the program wrote it.
    #[error(
        "the shop file {} was written by a newer version of Promodesk: its schema is version {found}, this program knows up to {known}", .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The schema version that is needed.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Some other kind of file.
    #[error("{} is not a Promodesk shop file: {what}", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: NotAShop,
    },
    /// Damaged.
    #[error("the shop file {} is damaged: {detail}", .path.display())]
    Corrupt {
        /// The file, left as it is.
        path: PathBuf,
        /// What was found.
        detail: Damage,
        /// Backups that can be restored, the newest first.
        backups: Vec<BackupFile>,
    },
    /// A migration of the file is not the one that this program contains.
    #[error(
        "the schema of the shop file {} was made by a different build: migration {version} ({name}) differs", .path.display()
    )]
    OtherSchema {
        /// The file.
        path: PathBuf,
        /// The migration.
        version: i64,
        /// Its name in the file.
        name: String,
    },
    /// The schema could not be brought up to date; the file is as it was.
    #[error(
        "the shop file {} could not be brought to schema version {version} ({name}): {source}; it was left as it was", .path.display()
    )]
    Migration {
        /// The file.
        path: PathBuf,
        /// The migration that failed.
        version: i64,
        /// Its name.
        name: String,
        /// Why.
        #[source]
        source: Box<StoreError>,
        /// The backup that was made before.
        backup: Option<PathBuf>,
    },
    /// The bundled SQLite is one that can lose data.
    #[error("this build contains SQLite {found}; at least {needed} is required")]
    SqliteTooOld {
        /// The version found.
        found: &'static str,
        /// The least version.
        needed: &'static str,
    },
    /// The system refused.
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        /// What was being done.
        doing: FileAct,
        /// On which file.
        path: PathBuf,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// SQLite refused.
    #[error("opening the shop file {}: {source}", .path.display())]
    Store {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: Box<StoreError>,
    },
}

impl OpenError {
    /// What the seller can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Missing { .. } => {
                "Set up a shop to create the file, or choose the file that holds your shop."
            }
            Self::Exists { .. } => "Open that file, or choose another name for the new one.",
            Self::AlreadyOpen { .. } => {
                "Go on in the window that is open, or close it and try again. Reading is possible beside it."
            }
            Self::Older { .. } => {
                "Open the file in the window or with any command that may write; it is brought up to date then."
            }
            Self::Newer { .. } => {
                "Install the newer version of Promodesk and open the file with it. Nothing was changed."
            }
            Self::Foreign { .. } => "Choose another file. Nothing was changed.",
            Self::Corrupt { backups, .. } if backups.is_empty() => {
                "Keep the file. Set up the shop in a new file and import the catalogue again; no backup of this file was found."
            }
            Self::Corrupt { .. } => {
                "Restore the newest backup. The damaged file is kept beside it."
            }
            Self::OtherSchema { .. } => {
                "Open the file with the build that made it, or restore a backup made by this one."
            }
            Self::Migration { source, .. } if source.is_about_room() => source.advice(),
            Self::Migration { .. } => {
                "Go on with the previous version of Promodesk, which can still open the file, and report the message."
            }
            Self::SqliteTooOld { .. } => "Install an official build of Promodesk.",
            Self::Io { source, .. } => io_advice(source),
            Self::Store { source, .. } => source.advice(),
        }
    }

    /// Backups that can be restored instead, the newest first.
    pub fn backups(&self) -> &[BackupFile] {
        match self {
            Self::Corrupt { backups, .. } => backups,
            _ => &[],
        }
    }

    pub(crate) fn io(doing: FileAct, path: &Path, source: io::Error) -> Self {
        Self::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn store(path: &Path, source: impl Into<StoreError>) -> Self {
        Self::Store {
            path: path.to_owned(),
            source: Box::new(source.into()),
        }
    }
}

fn io_advice(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "Free some space on the disk and try again. The data is as it was before."
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "Allow this user to write to the file and its folder, or choose another folder."
        }
        _ => "Check that the disk is connected and sound, then try again.",
    }
}

fn no_room(folder: &Path, needed: Needed, free: u64) -> String {
    let (free, folder) = (space::megabytes(free, false), folder.display());
    let needed = match needed {
        Needed::Whole(needed) => space::megabytes(needed, true),
        Needed::AtLeast(needed) => format!("at least {}", space::megabytes(needed, true)),
        Needed::Unknown => return format!("the disk is full; {free} are free on that of {folder}"),
    };
    format!("{needed} are needed on the disk of {folder}, and {free} are free there")
}

/// Why reading or writing failed. A write that fails has changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No space is left.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// Too little space is left, and it is known where and how much.
    #[error("{}; nothing was changed", no_room(.folder, *.needed, *.free))]
    NoRoom {
        /// Whose disk it is.
        folder: PathBuf,
        /// How many bytes it takes.
        needed: Needed,
        /// How many bytes are free there.
        free: u64,
    },
    /// The disk refused to read or write.
    #[error("the disk could not be read or written ({detail}); nothing was changed")]
    Disk {
        /// SQLite's words.
        detail: String,
    },
    /// The file is damaged.
    #[error("the shop file is damaged: {detail}")]
    Corrupt {
        /// SQLite's words.
        detail: String,
    },
    /// Another program holds the file.
    #[error("another program holds the shop file; nothing was changed")]
    Busy,
    /// The file was opened for reading only.
    #[error("the shop file is open for reading only; nothing was changed")]
    ReadOnly,
    /// A row breaks a constraint of the schema.
    #[error("the data breaks a rule of the shop file ({detail}); nothing was changed")]
    Constraint {
        /// SQLite's words: which table, which column.
        detail: String,
    },
    /// No shop was set up yet.
    #[error("the file has no shop yet")]
    NoShop,
    /// A row was named that is not there.
    #[error("there is no {what} {id}")]
    Absent {
        /// What kind of row.
        what: &'static str,
        /// Its id.
        id: String,
    },
    /// A new row lacks what it needs.
    #[error("{what} {id} is new and has no {missing}")]
    Incomplete {
        /// What kind of row.
        what: &'static str,
        /// Its id.
        id: String,
        /// What is missing.
        missing: &'static str,
    },
    /// A SKU is held under another product.
    #[error("SKU {sku_id} belongs to product {product_id}")]
    Elsewhere {
        /// The SKU.
        sku_id: String,
        /// The product it belongs to.
        product_id: String,
    },
    /// A product is submitted that holds a place in the campaign.
    #[error("product {product_id} is registered already ({state}); withdraw it first")]
    StillRegistered {
        /// The product.
        product_id: String,
        /// Where it stands.
        state: String,
    },
    /// A claim code belongs to a live promo code already.
    #[error("claim code {claim_code} belongs to the promo code {coupon}, which is not over")]
    CodeInUse {
        /// The code.
        claim_code: String,
        /// The coupon that has it.
        coupon: String,
    },
    /// Amounts are in another currency than the shop's.
    #[error("{what} is in {found}, but the shop sells in {shop}")]
    OtherCurrency {
        /// Which amount.
        what: &'static str,
        /// Its currency.
        found: String,
        /// The shop's currency.
        shop: String,
    },
    /// The shop's currency cannot be changed any more.
    #[error(
        "the shop's currency is {shop} and cannot become {wanted}: prices in {shop} are recorded"
    )]
    CurrencyFixed {
        /// The currency it has.
        shop: String,
        /// The one that was asked for.
        wanted: String,
    },
    /// A value is finer than the file keeps it.
    #[error("{what} is {value}, which is finer than can be kept")]
    TooFine {
        /// Which value.
        what: &'static str,
        /// The value.
        value: String,
    },
    /// A stored value cannot be read.
    #[error("the shop file holds an unreadable {what}: {value}")]
    Unreadable {
        /// Which value.
        what: &'static str,
        /// As it is stored.
        value: String,
    },
    /// An undo or redo met data that is not what the step left behind.
    #[error("this step cannot be undone or redone: {reason}; nothing was changed")]
    CannotStep {
        /// What stands in the way.
        reason: StepObstacle,
    },
    /// Not every row that was written stands in the history: a fault of the program.
    #[error("the history has {recorded} of {written} changed rows; nothing was changed")]
    Unrecorded {
        /// Rows that were written.
        written: u64,
        /// Rows that were written down for the history.
        recorded: u64,
    },
    /// The system refused.
    #[error("{doing} {}: {source}", .path.display())]
    Io {
        /// What was being done.
        doing: FileAct,
        /// On which file.
        path: PathBuf,
        /// The system's answer.
        #[source]
        source: io::Error,
    },
    /// A backup that cannot be trusted or restored.
    #[error("the backup {} cannot be used: {reason}; nothing was changed", .path.display())]
    Backup {
        /// The backup.
        path: PathBuf,
        /// Why.
        reason: Box<OpenError>,
    },
    /// Anything else that SQLite says: a fault of the program.
    #[error("the database refused: {0}")]
    Database(rusqlite::Error),
}

impl StoreError {
    /// What the seller can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::DiskFull | Self::NoRoom { .. } => {
                "Free some space on the disk and try again; the program need not be restarted."
            }
            Self::Disk { .. } => "Check that the disk is connected and sound, then try again.",
            Self::Corrupt { .. } => {
                "Restore the newest backup; the damaged file is kept beside it."
            }
            Self::Busy => "Close the other program that uses the file, then try again.",
            Self::ReadOnly => {
                "Close the other window, or allow this user to write to the file, then open it again."
            }
            Self::NoShop => "Set up the shop first.",
            Self::CurrencyFixed { .. } => "Set up another file for a shop in another currency.",
            Self::CannotStep { .. } => "Restore a backup from before the step if it has to go.",
            Self::Backup { .. } => "Choose another backup.",
            Self::Io { source, .. } => io_advice(source),
            Self::Constraint { .. }
            | Self::Absent { .. }
            | Self::Incomplete { .. }
            | Self::Elsewhere { .. }
            | Self::StillRegistered { .. }
            | Self::CodeInUse { .. }
            | Self::OtherCurrency { .. }
            | Self::TooFine { .. } => "Correct the value and try again.",
            Self::Unreadable { .. } => "Restore a backup, and report the message.",
            Self::Unrecorded { .. } | Self::Database(_) => {
                "Report the message; it is a fault of the program."
            }
        }
    }

    /// What a log may hold of it: kinds and places, never a value of the seller's.
    pub fn for_the_log(&self) -> String {
        match self {
            Self::Unreadable { what, .. } => format!("unreadable {what}"),
            Self::TooFine { what, .. } => format!("too fine: {what}"),
            Self::Absent { what, .. } => format!("absent: {what}"),
            Self::Incomplete { what, missing, .. } => format!("{what} without {missing}"),
            Self::Elsewhere { .. } => "a SKU of another product".to_owned(),
            Self::StillRegistered { .. } => "a product that is registered already".to_owned(),
            Self::CodeInUse { .. } => "a claim code that is in use".to_owned(),
            Self::CannotStep { .. } => "a step that cannot be undone or redone".to_owned(),
            // SQLite's messages name tables and columns; rusqlite's own may quote the value.
            Self::Database(error) => match error.sqlite_error() {
                Some(code) => format!("SQLite {}: {error}", code.extended_code),
                None => "a column that does not hold what is read from it".to_owned(),
            },
            Self::DiskFull
            | Self::NoRoom { .. }
            | Self::Disk { .. }
            | Self::Corrupt { .. }
            | Self::Busy
            | Self::ReadOnly
            | Self::Unrecorded { .. }
            | Self::Constraint { .. }
            | Self::NoShop
            | Self::OtherCurrency { .. }
            | Self::CurrencyFixed { .. }
            | Self::Io { .. }
            | Self::Backup { .. } => self.to_string(),
        }
    }

    /// Whether space on the disk would help.
    pub fn is_about_room(&self) -> bool {
        matches!(self, Self::DiskFull | Self::NoRoom { .. })
    }

    pub(crate) fn io(doing: FileAct, path: &Path, source: io::Error) -> Self {
        if matches!(
            source.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        ) {
            return Self::DiskFull;
        }
        Self::Io {
            doing,
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn absent(what: &'static str, id: impl ToString) -> Self {
        Self::Absent {
            what,
            id: id.to_string(),
        }
    }

    pub(crate) fn unreadable(what: &'static str, value: impl ToString) -> Self {
        Self::Unreadable {
            what,
            value: value.to_string(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else {
            return Self::Database(error);
        };
        let detail = error.to_string();
        // The index of the log could not grow: SQLite does not say that the disk is full then.
        let extended = error.sqlite_error().map(|error| error.extended_code);
        if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        match code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Disk { detail },
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt { detail },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::ConstraintViolation => Self::Constraint { detail },
            _ => Self::Database(error),
        }
    }
}

impl From<seller_domain::catalogue::Incomplete> for StoreError {
    fn from(lacks: seller_domain::catalogue::Incomplete) -> Self {
        let seller_domain::catalogue::Incomplete { what, id, missing } = lacks;
        Self::Incomplete { what, id, missing }
    }
}
