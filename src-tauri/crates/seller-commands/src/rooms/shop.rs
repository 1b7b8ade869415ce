//! The shop and the state of the desk.

use crate::desk::{Context, Desk};
use crate::error::{Answer, CommandError};
use crate::wire::common::Nothing;
use crate::wire::shop::{DeskState, ShopChoices, ShopSave};

pub(crate) fn desk_state(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<DeskState> {
    Err(CommandError::not_built("desk_state"))
}

pub(crate) fn shop_choices(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<ShopChoices> {
    Err(CommandError::not_built("shop_choices"))
}

pub(crate) fn shop_save(_desk: &Desk, _context: &Context, _request: ShopSave) -> Answer<DeskState> {
    Err(CommandError::not_built("shop_save"))
}

pub(crate) fn sample_open(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<DeskState> {
    Err(CommandError::not_built("sample_open"))
}

pub(crate) fn sample_leave(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<DeskState> {
    Err(CommandError::not_built("sample_leave"))
}
