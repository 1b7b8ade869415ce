//! Files that go out.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::exports::{Export, Exported};

pub(crate) fn export_registrations(
    _desk: &Desk,
    _context: &Context,
    _request: Export,
) -> Answer<Exported> {
    Err(CommandError::not_built("export_registrations"))
}
