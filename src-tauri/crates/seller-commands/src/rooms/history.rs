//! History, undo and redo.

use crate::desk::{Context, Desk};
use crate::error::{Answer, CommandError};
use crate::wire::common::{Nothing, Page};
use crate::wire::history::{HistoryLine, HistoryPage, UndoState};

pub(crate) fn history_page(
    _desk: &Desk,
    _context: &Context,
    _request: HistoryPage,
) -> Answer<Page<HistoryLine>> {
    Err(CommandError::not_built("history_page"))
}

pub(crate) fn history_state(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<UndoState> {
    Err(CommandError::not_built("history_state"))
}

pub(crate) fn history_undo(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<UndoState> {
    Err(CommandError::not_built("history_undo"))
}

pub(crate) fn history_redo(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<UndoState> {
    Err(CommandError::not_built("history_redo"))
}
