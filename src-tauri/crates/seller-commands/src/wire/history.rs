//! What was done, undone and redone.

use seller_domain::Instant;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::common::Window;

/// Asks for steps of the history.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryPage {
    /// Which part, the newest first.
    pub window: Window,
}

/// One step.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryLine {
    /// Its number; the order of the history, whatever the clock said.
    #[ts(type = "number")]
    pub sequence: i64,
    /// The command.
    pub command: String,
    /// What it did, in words.
    pub summary: String,
    /// When.
    #[ts(type = "string")]
    pub at: Instant,
    /// Rows that it changed.
    pub rows: u32,
    /// Whether it is in force.
    pub state: StepState,
}

/// Whether a step is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// In force.
    Done,
    /// Undone; it can be redone.
    Undone,
    /// Undone, and something else was done since.
    Superseded,
}

/// What can be undone and redone now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UndoState {
    /// The step that *Undo* takes back.
    pub undo: Option<HistoryLine>,
    /// The step that *Redo* does again.
    pub redo: Option<HistoryLine>,
}
