//! Claim codes of promo codes: the shop's prefix, what may stand in a code,
//! generated codes, and words that the platform's text review would not let pass (CP-20, CP-21).

use crate::policy::Policy;
use rustrict::{Censor, Type};
use seller_domain::seller_coupon::{ClaimPrefix, full_claim_code, same_claim_code};

/// How long the seller's part of a code may be, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLength {
    /// At least.
    pub least: usize,
    /// At most.
    pub most: usize,
}

impl CodeLength {
    /// The platform's figures of the day; none where it states none.
    pub fn of(policy: &Policy) -> Option<Self> {
        let count = |key| {
            policy
                .count(key)
                .and_then(|count| usize::try_from(count).ok())
        };
        Some(Self {
            least: count("coupon.claim_code_characters_at_least")?,
            most: count("coupon.claim_code_characters_at_most")?,
        })
    }
}

/// The prefix that the name of a shop gives.
pub fn prefix_of(shop_name: &str, policy: &Policy) -> ClaimPrefix {
    let length = policy.count("coupon.claim_prefix_characters").unwrap_or(0);
    ClaimPrefix::of_shop(shop_name, usize::try_from(length).unwrap_or(0))
}

/// Whether the platform's text review would probably refuse a code: the code by itself, or a
/// word that only shows behind the prefix.
///
/// The list is that of the crate `rustrict`, which sees through digits that stand for letters. It
/// is a guess at the platform's own list, so it warns and never refuses.
pub fn reads_as_offensive(prefix: &ClaimPrefix, claim_code: &str) -> bool {
    let offends = |text: &str| Censor::from_str(text).analyze().is(Type::INAPPROPRIATE);
    offends(claim_code) || (offends(&full_claim_code(prefix, claim_code)) && !offends(&prefix.text))
}

/// Letters and digits that are not mistaken for one another when read out or copied by hand.
const ALPHABET: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/// What a generated code has, where the platform takes so many.
const USUAL_LENGTH: usize = 6;
/// Enough that only a broken source of random numbers ends without a code.
const MOST_TRIES: usize = 1_000;

/// Why no code could be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoCode {
    /// The policy of the day states no length.
    #[error("no length of claim codes is known for this market; enter a code yourself")]
    NoLength,
    /// Every code that came up is in use or offensive.
    #[error("{MOST_TRIES} codes were tried and none is free; enter a code yourself")]
    NoneFree,
}

/// A claim code that is in nobody's use here and reads harmlessly.
///
/// `random` gives evenly spread numbers; `in_use` are the codes of the shop's upcoming and ongoing
/// promo codes and those noted as taken.
///
/// # Errors
/// [`NoCode`] where the policy has no length or no try succeeds.
pub fn generated<'a>(
    mut random: impl FnMut() -> u32,
    prefix: &ClaimPrefix,
    in_use: impl Iterator<Item = &'a str> + Clone,
    policy: &Policy,
) -> Result<String, NoCode> {
    let length = CodeLength::of(policy).ok_or(NoCode::NoLength)?;
    let characters = USUAL_LENGTH.clamp(length.least, length.most.max(length.least));
    (0..MOST_TRIES)
        .map(|_| -> String { (0..characters).map(|_| letter(random())).collect() })
        .find(|code| is_free(code, in_use.clone()) && !reads_as_offensive(prefix, code))
        .ok_or(NoCode::NoneFree)
}

fn letter(random: u32) -> char {
    let count = u32::try_from(ALPHABET.len()).unwrap_or(1);
    let at = usize::try_from(random % count).unwrap_or(0);
    char::from(ALPHABET[at])
}

/// Whether no code of `in_use` is the same, ignoring case (CP-21).
pub fn is_free<'a>(claim_code: &str, mut in_use: impl Iterator<Item = &'a str>) -> bool {
    !in_use.any(|other| same_claim_code(other, claim_code))
}

/// The nearest code that is free: the same with a number behind it, shortened where it has to be.
pub(crate) fn numbered<'a>(
    claim_code: &str,
    length: CodeLength,
    in_use: impl Iterator<Item = &'a str> + Clone,
) -> Option<String> {
    (2..100u32).find_map(|number| {
        let number = number.to_string();
        let kept = length.most.checked_sub(number.len())?;
        let stem: String = claim_code.trim().chars().take(kept).collect();
        let code = format!("{stem}{number}");
        is_free(&code, in_use.clone()).then_some(code)
    })
}
