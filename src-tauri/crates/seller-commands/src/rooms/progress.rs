//! Progress of long work.

use crate::desk::{Context, Desk};
use crate::error::{Answer, CommandError};
use crate::wire::common::Nothing;
use crate::wire::files::Progress;

pub(crate) fn job_progress(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<Progress> {
    Err(CommandError::not_built("job_progress"))
}

pub(crate) fn job_cancel(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<Nothing> {
    Err(CommandError::not_built("job_cancel"))
}
