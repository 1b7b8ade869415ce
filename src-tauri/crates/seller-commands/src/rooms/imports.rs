//! Importing files: recognise, map, preview, apply.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::{Nothing, Page};
use crate::wire::imports::{
    ImportApply, ImportClose, ImportDone, ImportFieldChoices, ImportFields, ImportOpen,
    ImportPreview, ImportRemap, ImportRow, ImportRows,
};

/// The imports that are open: read, not yet applied.
#[derive(Debug, Default)]
pub(crate) struct OpenImports {}

pub(crate) fn import_open(
    _desk: &Desk,
    _context: &Context,
    _request: ImportOpen,
) -> Answer<ImportPreview> {
    Err(CommandError::not_built("import_open"))
}

pub(crate) fn import_fields(
    _desk: &Desk,
    _context: &Context,
    _request: ImportFields,
) -> Answer<ImportFieldChoices> {
    Err(CommandError::not_built("import_fields"))
}

pub(crate) fn import_remap(
    _desk: &Desk,
    _context: &Context,
    _request: ImportRemap,
) -> Answer<ImportPreview> {
    Err(CommandError::not_built("import_remap"))
}

pub(crate) fn import_rows(
    _desk: &Desk,
    _context: &Context,
    _request: ImportRows,
) -> Answer<Page<ImportRow>> {
    Err(CommandError::not_built("import_rows"))
}

pub(crate) fn import_apply(
    _desk: &Desk,
    _context: &Context,
    _request: ImportApply,
) -> Answer<ImportDone> {
    Err(CommandError::not_built("import_apply"))
}

pub(crate) fn import_close(
    _desk: &Desk,
    _context: &Context,
    _request: ImportClose,
) -> Answer<Nothing> {
    Err(CommandError::not_built("import_close"))
}
