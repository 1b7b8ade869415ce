//! Backups and the progress of long work.

use seller_domain::Instant;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A backup that can be restored.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupLine {
    /// The file.
    pub path: String,
    /// When it was made.
    #[ts(type = "string")]
    pub made_at: Instant,
    /// Why: at start, before a migration, before a restore, by hand.
    pub reason: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it was verified when it was made.
    pub verified: bool,
}

/// All backups.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Backups {
    /// The newest first.
    pub backups: Vec<BackupLine>,
}

/// Makes a backup now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupNow {
    /// Where to; none: among the automatic ones.
    pub path: Option<String>,
}

/// Restores a backup. The present state is kept as a backup first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRestore {
    /// The backup's file.
    pub path: String,
}

/// How far long work has come.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Progress {
    /// The command at work; none while nothing long runs.
    pub command: Option<String>,
    /// What is being done: `reading`, `comparing`, `writing`, `checking`.
    pub stage: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all, where known.
    pub total: Option<u32>,
}
