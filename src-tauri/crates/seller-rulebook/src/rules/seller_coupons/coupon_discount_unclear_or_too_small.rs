//! CP-04: a coupon takes off an amount or a percentage, and amounts are real ones.

use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::Money;
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-04",
    name: "coupon_discount_unclear_or_too_small",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "A coupon is a fixed amount or a percentage; standard and chat coupons take at least $0.50 off.",
        ).zh("优惠券为固定金额或比例；普通优惠券和聊天优惠券至少减 $0.50。"),
        Source::public("Promo codes take at least $0.50 off.").zh("优惠码至少减 $0.50。"),
    ],
    figures: &[
        "coupon.amount_at_least",
        "coupon.promo_code_amount_at_least",
    ],
    page: include_str!("coupon_discount_unclear_or_too_small.md"),
    checks: &[Check::Coupon(check)],
};

fn check(case: &CouponCase<'_>) -> Verdict {
    let draft = case.draft;
    let mut faults = Vec::new();
    let unclear = |variant| Fault::at(CouponField::Amount.as_str()).variant(variant);
    match (draft.amount, draft.rate) {
        (None, None) => faults.push(unclear("neither")),
        (Some(amount), Some(rate)) => faults.push(unclear("both").value(amount).limit(rate)),
        (Some(amount), None) => faults.extend(too_small(case, amount)),
        (None, Some(_)) => {}
    }
    let maximum = draft.maximum_discount.filter(|_| draft.rate.is_some());
    let entered = [
        (CouponField::Amount, draft.amount),
        (CouponField::MaximumDiscount, maximum),
        (CouponField::MinimumSpend, draft.minimum_spend),
    ];
    for (field, money) in entered {
        faults.extend(money.and_then(|money| unreal(case, field, money)));
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn too_small(case: &CouponCase<'_>, amount: Money) -> Option<Fault> {
    let key = match case.draft.kind {
        CouponKind::Standard | CouponKind::Chat => "coupon.amount_at_least",
        CouponKind::PromoCode => "coupon.promo_code_amount_at_least",
        CouponKind::Follower | CouponKind::Review => return None,
    };
    let least = case.policy.money(key)?;
    (amount.is_positive() && amount < least).then(|| {
        Fault::at(CouponField::Amount.as_str())
            .variant("too_small")
            .limit(least)
            .value(amount)
            .gap(least - amount)
            .changes([CouponChange::Amount { to: Some(least) }])
    })
}

/// An amount in another currency, not above zero, or finer than the currency's smallest unit.
fn unreal(case: &CouponCase<'_>, field: CouponField, money: Money) -> Option<Fault> {
    let currency = case.facts.shop.currency;
    let fault = |variant| Fault::at(field.as_str()).variant(variant).value(money);
    if money.currency() != currency {
        return Some(fault("other_currency").limit(currency.code()));
    }
    if !money.is_positive() {
        let cleared = (field != CouponField::Amount).then(|| changed(field, None));
        return Some(fault("not_positive").changes(cleared));
    }
    let unit = Money::minor_unit(currency);
    (!money.fits_minor_unit()).then(|| {
        let to = money.rounded_half_up().max(unit);
        fault("too_fine")
            .limit(unit)
            .changes([changed(field, Some(to))])
    })
}

fn changed(field: CouponField, to: Option<Money>) -> CouponChange {
    match field {
        CouponField::MaximumDiscount => CouponChange::MaximumDiscount { to },
        CouponField::MinimumSpend => CouponChange::MinimumSpend { to },
        _ => CouponChange::Amount { to },
    }
}
