//! Progress of long work. Answers while another command runs.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::wire::common::Nothing;
use crate::wire::files::Progress;

pub(crate) fn job_progress(desk: &Desk, _: &Context, _: Nothing) -> Answer<Progress> {
    Ok(desk.job.progress())
}

pub(crate) fn job_cancel(desk: &Desk, _: &Context, _: Nothing) -> Answer<Nothing> {
    desk.job.cancel();
    Ok(Nothing {})
}
