//! CP-10: a coupon is for the whole shop or for named products of the catalogue.

use crate::coupon_cases::CouponCase;
use crate::finding::Param;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::ProductId;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind, CouponScope};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-10",
    name: "coupon_products_out_of_limits",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "A coupon applies to the whole shop or to specific products; a review coupon to up to 2,000 of them.",
        ).zh("优惠券适用于全店或指定商品；评价优惠券最多指定 2,000 个商品。"),
        Source::public("A promo code applies to up to 1,000 products.").zh("优惠码最多适用于 1,000 个商品。"),
    ],
    figures: &[
        "coupon.review_products_at_most",
        "coupon.promo_code_products_at_most",
    ],
    page: include_str!("coupon_products_out_of_limits.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::Scope.as_str();
/// More than this would not be read; the count says the rest.
const NAMED: usize = 10;

fn check(case: &CouponCase<'_>) -> Verdict {
    let chosen: BTreeSet<&ProductId> = match &case.draft.scope {
        CouponScope::WholeShop => return Verdict::Pass,
        CouponScope::Unstated => {
            return Verdict::Fail(vec![Fault::at(FIELD).variant("unstated")]);
        }
        CouponScope::Products { ids } => ids.iter().collect(),
    };
    if chosen.is_empty() {
        return Verdict::Fail(vec![Fault::at(FIELD).variant("empty")]);
    }
    let mut faults: Vec<_> = unknown(case, &chosen).into_iter().collect();
    faults.extend(too_many(case, chosen.len()));
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn unknown(case: &CouponCase<'_>, chosen: &BTreeSet<&ProductId>) -> Option<Fault> {
    let unknown: Vec<ProductId> = chosen
        .iter()
        .filter(|id| !case.facts.products.contains_key(id))
        .map(|id| (*id).clone())
        .collect();
    let named = unknown.iter().take(NAMED).map(Param::from).collect();
    let some_left = unknown.len() < chosen.len();
    (!unknown.is_empty()).then(|| {
        Fault::at(FIELD)
            .variant("unknown")
            .value(Param::List(named))
            .gap(unknown.len())
            .changes(some_left.then_some(CouponChange::LeaveOutProducts { ids: unknown }))
    })
}

fn too_many(case: &CouponCase<'_>, chosen: usize) -> Option<Fault> {
    let key = match case.draft.kind {
        CouponKind::Review => "coupon.review_products_at_most",
        CouponKind::PromoCode => "coupon.promo_code_products_at_most",
        _ => return None,
    };
    let most = usize::try_from(case.policy.count(key)?).ok()?;
    (chosen > most).then(|| {
        Fault::at(FIELD)
            .variant("too_many")
            .limit(most)
            .value(chosen)
            .gap(chosen - most)
    })
}
