//! What was submitted and what became of it.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::common::{Checked, Nothing, Page};
use crate::wire::registrations::{
    Changed, PriceEdit, PriceEditSent, RecommendationChoose, RecommendationLine,
    RecommendationPage, RegisteredProduct, RegistrationDecide, RegistrationDetail, RegistrationGet,
    RegistrationPage, RequestDecide, SkuErrors, Withdraw, WithdrawalShown, WithdrawalView,
};

pub(crate) fn registration_page(
    _desk: &Desk,
    _context: &Context,
    _request: RegistrationPage,
) -> Answer<Page<RegisteredProduct>> {
    Err(CommandError::not_built("registration_page"))
}

pub(crate) fn registration_get(
    _desk: &Desk,
    _context: &Context,
    _request: RegistrationGet,
) -> Answer<RegistrationDetail> {
    Err(CommandError::not_built("registration_get"))
}

pub(crate) fn registration_decide(
    _desk: &Desk,
    _context: &Context,
    _request: RegistrationDecide,
) -> Answer<Changed> {
    Err(CommandError::not_built("registration_decide"))
}

pub(crate) fn price_edit_check(
    _desk: &Desk,
    _context: &Context,
    _request: PriceEdit,
) -> Answer<Checked> {
    Err(CommandError::not_built("price_edit_check"))
}

pub(crate) fn price_edit_request(
    _desk: &Desk,
    _context: &Context,
    _request: PriceEdit,
) -> Answer<PriceEditSent> {
    Err(CommandError::not_built("price_edit_request"))
}

pub(crate) fn price_edit_decide(
    _desk: &Desk,
    _context: &Context,
    _request: RequestDecide,
) -> Answer<Changed> {
    Err(CommandError::not_built("price_edit_decide"))
}

pub(crate) fn withdrawal_show(
    _desk: &Desk,
    _context: &Context,
    _request: Withdraw,
) -> Answer<WithdrawalShown> {
    Err(CommandError::not_built("withdrawal_show"))
}

pub(crate) fn withdrawal_request(
    _desk: &Desk,
    _context: &Context,
    _request: Withdraw,
) -> Answer<WithdrawalView> {
    Err(CommandError::not_built("withdrawal_request"))
}

pub(crate) fn withdrawal_decide(
    _desk: &Desk,
    _context: &Context,
    _request: RequestDecide,
) -> Answer<Changed> {
    Err(CommandError::not_built("withdrawal_decide"))
}

pub(crate) fn recommendation_page(
    _desk: &Desk,
    _context: &Context,
    _request: RecommendationPage,
) -> Answer<Page<RecommendationLine>> {
    Err(CommandError::not_built("recommendation_page"))
}

pub(crate) fn recommendation_choose(
    _desk: &Desk,
    _context: &Context,
    _request: RecommendationChoose,
) -> Answer<Changed> {
    Err(CommandError::not_built("recommendation_choose"))
}

pub(crate) fn sku_errors(_desk: &Desk, _context: &Context, _request: Nothing) -> Answer<SkuErrors> {
    Err(CommandError::not_built("sku_errors"))
}
