//! History, undo and redo.

mod words;

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::store_answer;
use crate::wire::common::{Nothing, Page};
use crate::wire::history::{HistoryLine, HistoryPage, StepState, UndoState};
use seller_store::history::{self, Entry, EntryState};

pub(crate) fn history_page(
    desk: &Desk,
    context: &Context,
    request: HistoryPage,
) -> Answer<Page<HistoryLine>> {
    desk.read(context, |view| {
        let window = request.window;
        let entries = history::page(view, window.offset, window.limit.min(500))?;
        Ok(Page {
            total: history::count(view)?,
            rows: entries.iter().map(|entry| line(entry, context)).collect(),
        })
    })
}

pub(crate) fn history_state(desk: &Desk, context: &Context, _: Nothing) -> Answer<UndoState> {
    desk.read(context, |view| {
        Ok(UndoState {
            undo: history::next_undo(view)?.map(|entry| line(&entry, context)),
            redo: history::next_redo(view)?.map(|entry| line(&entry, context)),
        })
    })
}

pub(crate) fn history_undo(desk: &Desk, context: &Context, _: Nothing) -> Answer<UndoState> {
    desk.cellar(context)?
        .undo()
        .map_err(|error| store_answer(&error, context.language))?;
    history_state(desk, context, Nothing {})
}

pub(crate) fn history_redo(desk: &Desk, context: &Context, _: Nothing) -> Answer<UndoState> {
    desk.cellar(context)?
        .redo()
        .map_err(|error| store_answer(&error, context.language))?;
    history_state(desk, context, Nothing {})
}

fn line(entry: &Entry, context: &Context) -> HistoryLine {
    HistoryLine {
        sequence: entry.seq,
        command: entry.command.clone(),
        summary: words::summary(&entry.summary, context.language),
        at: entry.at,
        rows: u32::try_from(entry.rows).unwrap_or(u32::MAX),
        state: match entry.state {
            EntryState::Done => StepState::Done,
            EntryState::Undone => StepState::Undone,
            EntryState::Superseded => StepState::Superseded,
        },
    }
}
