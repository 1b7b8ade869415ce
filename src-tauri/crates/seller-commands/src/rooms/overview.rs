//! The first page and the calendar.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::Nothing;
use crate::wire::overview::{Calendar, CalendarGet, Overview};

pub(crate) fn overview(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<Overview> {
    Err(CommandError::not_built("overview"))
}

pub(crate) fn calendar(
    _desk: &Desk,
    _context: &Context,
    _request: CalendarGet,
) -> Answer<Calendar> {
    Err(CommandError::not_built("calendar"))
}
