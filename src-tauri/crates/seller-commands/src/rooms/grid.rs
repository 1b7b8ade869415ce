//! The price grid: rows, edits, strategies, repair, review, submit.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::{FindingView, Page};
use crate::wire::drafts::{
    CellsEdited, DraftApplyEdits, DraftCells, DraftChanged, DraftExtra, DraftFill, DraftFindings,
    DraftGet, DraftPlan, DraftRepair, DraftRowDetail, DraftRowGet, DraftRows, DraftSubmit,
    DraftSummary, Filled, GridRows, PlanView, Repaired, Submitted,
};

pub(crate) fn draft_rows(
    _desk: &Desk,
    _context: &Context,
    _request: DraftRows,
) -> Answer<GridRows> {
    Err(CommandError::not_built("draft_rows"))
}

pub(crate) fn draft_row(
    _desk: &Desk,
    _context: &Context,
    _request: DraftRowGet,
) -> Answer<DraftRowDetail> {
    Err(CommandError::not_built("draft_row"))
}

pub(crate) fn draft_edit_cells(
    _desk: &Desk,
    _context: &Context,
    _request: DraftCells,
) -> Answer<CellsEdited> {
    Err(CommandError::not_built("draft_edit_cells"))
}

pub(crate) fn draft_fill(_desk: &Desk, _context: &Context, _request: DraftFill) -> Answer<Filled> {
    Err(CommandError::not_built("draft_fill"))
}

pub(crate) fn draft_extra_discount(
    _desk: &Desk,
    _context: &Context,
    _request: DraftExtra,
) -> Answer<DraftChanged> {
    Err(CommandError::not_built("draft_extra_discount"))
}

pub(crate) fn draft_check(
    _desk: &Desk,
    _context: &Context,
    _request: DraftGet,
) -> Answer<DraftSummary> {
    Err(CommandError::not_built("draft_check"))
}

pub(crate) fn draft_findings(
    _desk: &Desk,
    _context: &Context,
    _request: DraftFindings,
) -> Answer<Page<FindingView>> {
    Err(CommandError::not_built("draft_findings"))
}

pub(crate) fn draft_repair(
    _desk: &Desk,
    _context: &Context,
    _request: DraftRepair,
) -> Answer<Repaired> {
    Err(CommandError::not_built("draft_repair"))
}

pub(crate) fn draft_apply_edits(
    _desk: &Desk,
    _context: &Context,
    _request: DraftApplyEdits,
) -> Answer<CellsEdited> {
    Err(CommandError::not_built("draft_apply_edits"))
}

pub(crate) fn draft_plan(
    _desk: &Desk,
    _context: &Context,
    _request: DraftPlan,
) -> Answer<PlanView> {
    Err(CommandError::not_built("draft_plan"))
}

pub(crate) fn draft_submit(
    _desk: &Desk,
    _context: &Context,
    _request: DraftSubmit,
) -> Answer<Submitted> {
    Err(CommandError::not_built("draft_submit"))
}
