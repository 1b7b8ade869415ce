//! CP-20: a claim code has a few letters and digits behind the shop's prefix.

use super::shared::yes_or_no;
use crate::claim_code::CodeLength;
use crate::coupon_cases::CouponCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::seller_coupon::{
    ClaimPrefix, CouponChange, CouponField, CouponKind, full_claim_code,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-20",
    name: "claim_code_malformed",
    grade: Grade::Block,
    sources: &[
        Source::seller_coupons(
            "A claim code has 2 to 8 letters or digits, chosen or generated, behind a prefix of the first four characters of the shop name that cannot be changed.",
        ).zh("优惠码为 2 至 8 个字母或数字，可自行填写或自动生成，前面是店铺名的前四个字符，不能更改。"),
        Source::house(
            "Of the shop name the Latin letters and digits count; accents, spaces and signs fall away.",
        ).zh("店铺名只取拉丁字母和数字；重音、空格和符号去掉。"),
    ],
    figures: &[
        "coupon.claim_code_characters_at_least",
        "coupon.claim_code_characters_at_most",
        "coupon.claim_prefix_characters",
    ],
    page: include_str!("claim_code_malformed.md"),
    checks: &[Check::Coupon(check), Check::Value(work)],
};

const FIELD: &str = CouponField::ClaimCode.as_str();

fn check(case: &CouponCase<'_>) -> Verdict {
    if case.draft.kind != CouponKind::PromoCode {
        return Verdict::NotApplicable;
    }
    let Some(length) = CodeLength::of(case.policy) else {
        return Verdict::NotApplicable;
    };
    let mut faults: Vec<_> = malformed(case.draft.claim_code.trim(), length)
        .into_iter()
        .collect();
    let prefix = &case.facts.prefix;
    if !prefix.certain {
        faults.push(
            Fault::at(FIELD)
                .variant("prefix_uncertain")
                .graded(Grade::Info)
                .value(case.facts.shop.name.as_str())
                .limit(prefix.text.as_str()),
        );
    }
    if faults.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(faults)
}

fn malformed(code: &str, length: CodeLength) -> Option<Fault> {
    let count = code.chars().count();
    let fault = |variant| Fault::at(FIELD).variant(variant).value(code);
    let fault = if count == 0 {
        Fault::at(FIELD).variant("missing").limit(length.least)
    } else if !code.chars().all(|letter| letter.is_ascii_alphanumeric()) {
        let others = code
            .chars()
            .filter(|letter| !letter.is_ascii_alphanumeric());
        fault("other_characters").gap(others.collect::<String>())
    } else if count < length.least {
        fault("too_short")
            .limit(length.least)
            .gap(length.least - count)
    } else if count > length.most {
        fault("too_long")
            .limit(length.most)
            .gap(count - length.most)
    } else {
        return None;
    };
    let fault = fault
        .because("least", length.least)
        .because("most", length.most);
    Some(fault.changes(repaired(code, length).map(|to| CouponChange::ClaimCode { to })))
}

/// What is left of a code without other characters and without what is too much.
fn repaired(code: &str, length: CodeLength) -> Option<String> {
    let letters = code.chars().filter(char::is_ascii_alphanumeric);
    let kept: String = letters.take(length.most).collect();
    (kept.len() >= length.least).then_some(kept)
}

fn work(given: &Given) -> Worked {
    let prefix = ClaimPrefix::of_shop(
        given.text("shop_name")?,
        given.read_as("prefix_characters")?,
    );
    Ok(vec![
        ("prefix", prefix.text.clone()),
        ("certain", yes_or_no(prefix.certain)),
        ("claim_code", full_claim_code(&prefix, given.text("code")?)),
    ])
}
