//! How a customer's reviews stand against a review coupon (CP-15, CP-17).

use crate::coupon_cases::ClaimCase;
use seller_domain::seller_coupon::CustomerReview;

/// A review and what it lacks to earn the coupon.
pub(in crate::rules::seller_coupons) struct Standing<'a> {
    pub review: &'a CustomerReview,
    pub lacks: Vec<Lack>,
}

/// What a review lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules::seller_coupons) enum Lack {
    Purchase,
    ChosenProduct,
    ClaimPeriod,
    Words,
    Media,
    Approval,
}

impl Lack {
    /// The message that says so.
    pub fn variant(self) -> &'static str {
        match self {
            Self::Purchase => "not_bought",
            Self::ChosenProduct => "other_product",
            Self::ClaimPeriod => "outside_period",
            Self::Words => "too_short",
            Self::Media => "no_picture",
            Self::Approval => "not_approved",
        }
    }
}

impl<'a> Standing<'a> {
    /// The customer's reviews up to now, each with what it lacks.
    pub fn of_reviews(case: &ClaimCase<'a>, words_at_least: u32) -> Vec<Self> {
        case.customer
            .reviews
            .iter()
            .filter(|review| review.submitted_at <= case.now)
            .map(|review| Self {
                review,
                lacks: lacks(case, review, words_at_least),
            })
            .collect()
    }
}

fn lacks(case: &ClaimCase<'_>, review: &CustomerReview, words_at_least: u32) -> Vec<Lack> {
    let terms = &case.coupon.terms;
    let bought = case
        .customer
        .paid_orders(case.now)
        .any(|order| order.id == review.order_id && order.products.contains(&review.product_id));
    let needs = [
        (Lack::Purchase, bought),
        // An imported list may not say which products: then every product may be one.
        (
            Lack::ChosenProduct,
            terms.scope.covers(&review.product_id) != Some(false),
        ),
        (
            Lack::ClaimPeriod,
            terms.period.contains(review.submitted_at),
        ),
        (Lack::Words, review.words >= words_at_least),
        (Lack::Media, review.has_media),
        (Lack::Approval, review.approved),
    ];
    needs
        .into_iter()
        .filter_map(|(lack, met)| (!met).then_some(lack))
        .collect()
}
