//! The rule book's pages.

use crate::desk::{Context, Desk};
use crate::error::{Answer, CommandError};
use crate::wire::common::Nothing;
use crate::wire::rulebook::{RuleGet, RuleIndex, RulePage};

pub(crate) fn rule_index(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<RuleIndex> {
    Err(CommandError::not_built("rule_index"))
}

pub(crate) fn rule_page(_desk: &Desk, _context: &Context, _request: RuleGet) -> Answer<RulePage> {
    Err(CommandError::not_built("rule_page"))
}
