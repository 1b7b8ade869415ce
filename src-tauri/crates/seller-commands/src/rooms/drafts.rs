//! Registrations in preparation: what is in them.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::{Nothing, Page};
use crate::wire::drafts::{
    Candidate, DraftCandidates, DraftChanged, DraftCoupons, DraftGet, DraftHead, DraftOpen,
    DraftProducts, DraftSetStep, DraftSkus, DraftTier, Drafts,
};

pub(crate) fn draft_open(
    _desk: &Desk,
    _context: &Context,
    _request: DraftOpen,
) -> Answer<DraftHead> {
    Err(CommandError::not_built("draft_open"))
}

pub(crate) fn draft_list(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<Drafts> {
    Err(CommandError::not_built("draft_list"))
}

pub(crate) fn draft_get(_desk: &Desk, _context: &Context, _request: DraftGet) -> Answer<DraftHead> {
    Err(CommandError::not_built("draft_get"))
}

pub(crate) fn draft_delete(
    _desk: &Desk,
    _context: &Context,
    _request: DraftGet,
) -> Answer<Nothing> {
    Err(CommandError::not_built("draft_delete"))
}

pub(crate) fn draft_set_step(
    _desk: &Desk,
    _context: &Context,
    _request: DraftSetStep,
) -> Answer<Nothing> {
    Err(CommandError::not_built("draft_set_step"))
}

pub(crate) fn draft_candidates(
    _desk: &Desk,
    _context: &Context,
    _request: DraftCandidates,
) -> Answer<Page<Candidate>> {
    Err(CommandError::not_built("draft_candidates"))
}

pub(crate) fn draft_products(
    _desk: &Desk,
    _context: &Context,
    _request: DraftProducts,
) -> Answer<DraftChanged> {
    Err(CommandError::not_built("draft_products"))
}

pub(crate) fn draft_skus(
    _desk: &Desk,
    _context: &Context,
    _request: DraftSkus,
) -> Answer<DraftChanged> {
    Err(CommandError::not_built("draft_skus"))
}

pub(crate) fn draft_tier(
    _desk: &Desk,
    _context: &Context,
    _request: DraftTier,
) -> Answer<DraftChanged> {
    Err(CommandError::not_built("draft_tier"))
}

pub(crate) fn draft_coupons(
    _desk: &Desk,
    _context: &Context,
    _request: DraftCoupons,
) -> Answer<DraftChanged> {
    Err(CommandError::not_built("draft_coupons"))
}
