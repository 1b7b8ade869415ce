//! CP-21: a claim code is nobody else's.

use crate::claim_code::{CodeLength, numbered, reads_as_offensive};
use crate::coupon_cases::{CouponCase, OtherCoupon};
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use seller_domain::seller_coupon::{CouponChange, CouponField, CouponKind, same_claim_code};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-21",
    name: "claim_code_in_use",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "A claim code differs from those of all upcoming and ongoing promo codes in the country and follows the text safety guidelines.",
        ).zh("优惠码与本国所有未开始和进行中的优惠码都不相同，并遵守文本安全规范。"),
        Source::house("Other sellers' codes cannot be known here; case does not tell codes apart.").zh("其他商家的优惠码在这里无从得知；优惠码不区分大小写。"),
    ],
    figures: &[],
    page: include_str!("claim_code_in_use.md"),
    checks: &[Check::Coupon(check)],
};

const FIELD: &str = CouponField::ClaimCode.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    let code = case.draft.claim_code.trim();
    if case.draft.kind != CouponKind::PromoCode || code.is_empty() {
        return Verdict::NotApplicable;
    }
    let fault = |variant| Fault::at(FIELD).variant(variant).value(code);
    let mut faults = Vec::new();
    if let Some((other, _)) = live_codes(case).find(|(_, own)| same_claim_code(own, code)) {
        let used = fault("in_use")
            .limit(other.name.as_str())
            .because("until", other.period.end);
        faults.push(used.changes(free_code(case, code)));
    }
    let taken = &case.facts.taken_codes;
    if let Some(taken) = taken
        .iter()
        .find(|taken| same_claim_code(&taken.claim_code, code))
    {
        let taken = fault("taken").graded(Grade::Warn).limit(taken.noted_at);
        faults.push(taken.changes(free_code(case, code)));
    }
    // Longer codes are refused for their length (CP-20) and would be slow to read.
    let fits =
        CodeLength::of(case.policy).is_none_or(|length| code.chars().nth(length.most).is_none());
    if fits && reads_as_offensive(&case.facts.prefix, code) {
        faults.push(fault("offensive").graded(Grade::Warn));
    }
    faults.push(fault("others_unknown").graded(Grade::Info));
    Verdict::Fail(faults)
}

/// The shop's upcoming and ongoing promo codes and their claim codes.
fn live_codes<'a>(
    case: &CouponCase<'a>,
) -> impl Iterator<Item = (&'a OtherCoupon, &'a str)> + Clone + use<'a> {
    let (facts, id) = (case.facts, &case.draft.id);
    facts
        .others
        .iter()
        .filter(move |other| other.id != *id && other.state.is_live())
        .filter_map(|other| Some((other, other.claim_code.as_deref()?)))
}

fn free_code(case: &CouponCase<'_>, code: &str) -> Option<CouponChange> {
    let own = live_codes(case).map(|(_, own)| own);
    let taken = case.facts.taken_codes.iter();
    let in_use = own.chain(taken.map(|taken| taken.claim_code.as_str()));
    let to = numbered(code, CodeLength::of(case.policy)?, in_use)?;
    Some(CouponChange::ClaimCode { to })
}
