//! Smart Promotion: joining, leaving, exclusions.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::{Nothing, Page};
use crate::wire::exports::{ExclusionExport, Exported};
use crate::wire::registrations::Changed;
use crate::wire::smart_promotion::{
    Confirmation, EnrolmentStepRequest, ExclusionChange, ExclusionLine, ExclusionPage,
    LeavingShown, OfferSave, SignedUp, SmartPromotionPage, TermsShown,
};

pub(crate) fn smart_promotion(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<SmartPromotionPage> {
    Err(CommandError::not_built("smart_promotion"))
}

pub(crate) fn smart_promotion_offer_save(
    _desk: &Desk,
    _context: &Context,
    _request: OfferSave,
) -> Answer<SmartPromotionPage> {
    Err(CommandError::not_built("smart_promotion_offer_save"))
}

pub(crate) fn smart_promotion_sign_up(
    _desk: &Desk,
    _context: &Context,
    _request: EnrolmentStepRequest,
) -> Answer<SignedUp> {
    Err(CommandError::not_built("smart_promotion_sign_up"))
}

pub(crate) fn smart_promotion_confirm_and_next(
    _desk: &Desk,
    _context: &Context,
    _request: EnrolmentStepRequest,
) -> Answer<TermsShown> {
    Err(CommandError::not_built("smart_promotion_confirm_and_next"))
}

pub(crate) fn smart_promotion_confirm(
    _desk: &Desk,
    _context: &Context,
    _request: Confirmation,
) -> Answer<SmartPromotionPage> {
    Err(CommandError::not_built("smart_promotion_confirm"))
}

pub(crate) fn smart_promotion_leaving(
    _desk: &Desk,
    _context: &Context,
    _request: Nothing,
) -> Answer<LeavingShown> {
    Err(CommandError::not_built("smart_promotion_leaving"))
}

pub(crate) fn smart_promotion_leave(
    _desk: &Desk,
    _context: &Context,
    _request: Confirmation,
) -> Answer<SmartPromotionPage> {
    Err(CommandError::not_built("smart_promotion_leave"))
}

pub(crate) fn exclusion_page(
    _desk: &Desk,
    _context: &Context,
    _request: ExclusionPage,
) -> Answer<Page<ExclusionLine>> {
    Err(CommandError::not_built("exclusion_page"))
}

pub(crate) fn exclusion_change(
    _desk: &Desk,
    _context: &Context,
    _request: ExclusionChange,
) -> Answer<Changed> {
    Err(CommandError::not_built("exclusion_change"))
}

pub(crate) fn exclusion_export(
    _desk: &Desk,
    _context: &Context,
    _request: ExclusionExport,
) -> Answer<Exported> {
    Err(CommandError::not_built("exclusion_export"))
}
