//! What a type of coupon has, in the platform's words.

use super::words::{field_name, kind_about, kind_name};
use crate::context::Context;
use crate::wire::coupons::{CouponFieldShape, CouponShape};
use seller_domain::seller_coupon::{
    ClaimPrefix, CouponField, CouponKind, CouponState, SellerCoupon,
};
use seller_rulebook::Policy;
use seller_rulebook::claim_code::CodeLength;
use seller_rulebook::coupon_cases::CHANGEABLE;

/// What the type has; `before` is the coupon that is edited.
pub(super) fn of(
    kind: CouponKind,
    before: Option<&SellerCoupon>,
    prefix: ClaimPrefix,
    policy: &Policy,
    context: &Context,
) -> CouponShape {
    let is_active = before.is_some_and(|before| before.state(context.now) == CouponState::Ongoing);
    let length = CodeLength::of(policy).filter(|_| kind.has(CouponField::ClaimCode));
    let characters = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    CouponShape {
        kind,
        name: kind_name(kind, context),
        about: kind_about(kind, context),
        fields: kind
            .fields()
            .into_iter()
            .map(|field| CouponFieldShape {
                field,
                name: field_name(field, kind, context),
                freezes: freezes(field),
                frozen: is_active && freezes(field),
            })
            .collect(),
        takes_validity_dates: kind.takes_validity_dates(),
        products_at_most: products_at_most(kind, policy),
        prefix: kind.has(CouponField::ClaimCode).then_some(prefix),
        claim_code_at_least: length.map(|length| characters(length.least)),
        claim_code_at_most: length.map(|length| characters(length.most)),
    }
}

/// Whether a field cannot be changed once the coupon is active (CP-27).
pub(super) fn freezes(field: CouponField) -> bool {
    !CHANGEABLE.contains(&field)
}

/// The most products that a coupon of the type can name (CP-10).
pub(super) fn products_at_most(kind: CouponKind, policy: &Policy) -> Option<u32> {
    match kind {
        CouponKind::Review => policy.count("coupon.review_products_at_most"),
        CouponKind::PromoCode => policy.count("coupon.promo_code_products_at_most"),
        CouponKind::Standard | CouponKind::Follower | CouponKind::Chat => None,
    }
}
