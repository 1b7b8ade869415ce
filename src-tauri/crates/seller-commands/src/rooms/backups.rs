//! Backups.

use crate::desk::{Context, Desk};
use crate::error::{Answer, CommandError};
use crate::wire::common::Nothing;
use crate::wire::files::{BackupLine, BackupNow, BackupRestore, Backups};
use crate::wire::shop::DeskState;

pub(crate) fn backup_list(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<Backups> {
    Err(CommandError::not_built("backup_list"))
}

pub(crate) fn backup_now(
    _desk: &Desk,
    _context: &Context,
    _request: BackupNow,
) -> Answer<BackupLine> {
    Err(CommandError::not_built("backup_now"))
}

pub(crate) fn backup_restore(
    _desk: &Desk,
    _context: &Context,
    _request: BackupRestore,
) -> Answer<DeskState> {
    Err(CommandError::not_built("backup_restore"))
}
