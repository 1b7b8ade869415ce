//! Seller coupons: the wizard, the list, the calendar, who gets them.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::wire::{common::*, coupon_book::*, coupons::*, exports::Exported};

pub(crate) fn coupon_template(_: &Desk, _: &Context, _: CouponTemplate) -> Answer<CouponForm> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_check(_: &Desk, _: &Context, _: CouponCheck) -> Answer<CouponChecked> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_repair(_: &Desk, _: &Context, _: CouponRepair) -> Answer<CouponForm> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_product_candidates(_: &Desk, _: &Context, _: CouponCandidates) -> Answer<Page<CouponCandidate>> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_products(_: &Desk, _: &Context, _: CouponProducts) -> Answer<CouponProductsChanged> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_outlook(_: &Desk, _: &Context, _: CouponOutlook) -> Answer<CouponOutlookShown> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_below_cost(_: &Desk, _: &Context, _: CouponBelowCostPage) -> Answer<Page<CouponLoss>> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_save(_: &Desk, _: &Context, _: CouponSave) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_edit(_: &Desk, _: &Context, _: CouponSave) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_open(_: &Desk, _: &Context, _: CouponGet) -> Answer<CouponForm> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_draft_save(_: &Desk, _: &Context, _: CouponDraftSave) -> Answer<CouponForm> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_draft_delete(_: &Desk, _: &Context, _: CouponGet) -> Answer<Nothing> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_code_suggest(_: &Desk, _: &Context, _: CouponCodeSuggest) -> Answer<CouponCode> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_code_taken(_: &Desk, _: &Context, _: CouponCodeTaken) -> Answer<CouponSettings> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_settings(_: &Desk, _: &Context, _: Nothing) -> Answer<CouponSettings> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_settings_save(_: &Desk, _: &Context, _: CouponSettingsSave) -> Answer<CouponSettings> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_page(_: &Desk, _: &Context, _: CouponPage) -> Answer<CouponList> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_get(_: &Desk, _: &Context, _: CouponGet) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_deactivate(_: &Desk, _: &Context, _: CouponDo) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_send(_: &Desk, _: &Context, _: CouponDo) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_duplicate(_: &Desk, _: &Context, _: CouponGet) -> Answer<CouponForm> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_addon_record(_: &Desk, _: &Context, _: CouponAddonRecord) -> Answer<CouponDetail> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_card(_: &Desk, _: &Context, _: CouponGet) -> Answer<CouponCard> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_calendar(_: &Desk, _: &Context, _: CouponCalendarGet) -> Answer<CouponCalendar> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_customer_test(_: &Desk, _: &Context, _: CouponCustomerTest) -> Answer<CouponCustomerResult> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_review_words(_: &Desk, _: &Context, _: CouponReviewWords) -> Answer<CouponReviewWordCount> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_customer_file(_: &Desk, _: &Context, _: CouponCustomerFile) -> Answer<CouponCustomersRead> {
    Err(CommandError::bug("not built"))
}
pub(crate) fn coupon_export(_: &Desk, _: &Context, _: CouponExport) -> Answer<Exported> {
    Err(CommandError::bug("not built"))
}
