//! The sample shop: a file of its own with something in every state.

use crate::context::Context;
use crate::error::{Answer, CommandError};
use std::path::Path;

/// Makes the sample shop's file.
pub(crate) fn make(_path: &Path, _context: &Context) -> Answer<()> {
    Err(CommandError::not_built("sample"))
}
