//! CP-15: which review earns a review coupon.

use super::shared::review_standing::{Lack, Standing};
use super::shared::{speaks_against, speaks_for, yes_or_no};
use crate::coupon_cases::ClaimCase;
use crate::finding::{Fault, Verdict};
use crate::rule::{Check, Grade, Rule, Source};
use crate::worked::{Given, Worked};
use seller_domain::seller_coupon::{CouponKind, words_in};

/// The rule.
pub static RULE: Rule = Rule {
    id: "CP-15",
    name: "qualifying_review",
    grade: Grade::Value,
    sources: &[
        Source::seller_coupons(
            "The customer bought one of the chosen products and wrote a review of at least 11 words with picture or video, which the platform approved; the rating does not matter.",
        ).zh("顾客购买了所选商品之一，并撰写了至少 11 个词、带图片或视频且通过平台审核的评价；评分高低不影响。"),
        Source::house(
            "Words are counted by the word boundaries of Unicode; each Chinese character is a word. The review is submitted in the claim period.",
        ).zh("按 Unicode 词边界计数，每个汉字算一个词；评价须在领取时间内提交。"),
    ],
    figures: &["coupon.review_words_at_least"],
    page: include_str!("qualifying_review.md"),
    checks: &[Check::Claim(claim), Check::Value(work)],
};

const FIELD: &str = "reviews";

fn claim(case: &ClaimCase<'_>) -> Verdict {
    if case.coupon.terms.kind != CouponKind::Review {
        return Verdict::NotApplicable;
    }
    let Some(least) = case.policy.count("coupon.review_words_at_least") else {
        return Verdict::NotApplicable;
    };
    let standings = Standing::of_reviews(case, least);
    let best = standings.iter().min_by_key(|standing| standing.lacks.len());
    Verdict::Fail(match best {
        None => vec![speaks_against(FIELD, "none").limit(least)],
        Some(standing) if standing.lacks.is_empty() => {
            let order = standing.review.order_id.clone();
            vec![speaks_for(FIELD, "qualifies").value(order)]
        }
        Some(standing) => standing
            .lacks
            .iter()
            .map(|lack| against(*lack, standing, least))
            .collect(),
    })
}

fn against(lack: Lack, standing: &Standing<'_>, least: u32) -> Fault {
    let fault =
        speaks_against(FIELD, lack.variant()).because("order", standing.review.order_id.clone());
    match lack {
        Lack::Words => fault
            .limit(least)
            .value(standing.review.words)
            .gap(least - standing.review.words),
        _ => fault,
    }
}

fn work(given: &Given) -> Worked {
    let least: u32 = given.read_as("words_at_least")?;
    let words = match given.optional("review") {
        Some(text) => u32::try_from(words_in(text)).unwrap_or(u32::MAX),
        None => given.read_as("words")?,
    };
    let holds = |name| given.holds(name);
    let qualifies = [
        holds("bought_a_chosen_product")?,
        holds("picture_or_video")?,
        holds("approved")?,
        words >= least,
    ];
    Ok(vec![
        ("words", words.to_string()),
        ("qualifies", yes_or_no(qualifies.into_iter().all(|met| met))),
    ])
}
