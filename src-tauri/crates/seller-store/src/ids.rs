//! Ids and tokens of our own. The platform's ids come from its files.

use seller_domain::Instant;
use uuid::{NoContext, Timestamp, Uuid};

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 48 bits of time and 32 of chance, five to a digit.
const LENGTH: u32 = 16;

/// A new id: short, since it is repeated in every row that refers to it, and
/// in the order of time. `now` is the command's time.
pub fn fresh_id(now: Instant) -> String {
    let bits = unique(now).as_u128();
    let time = bits >> 80;
    let chance = bits & 0xffff_ffff;
    let joined = (time << 32) | chance;
    (0..LENGTH)
        .rev()
        .map(|place| DIGITS[(joined >> (5 * place)) as usize & 31] as char)
        .collect()
}

/// A number of chance, for generated claim codes.
pub fn fresh_number(now: Instant) -> u32 {
    (unique(now).as_u128() & 0xffff_ffff) as u32
}

/// 32 hexadecimal digits that no one guesses: a file's id, a token.
pub(crate) fn fresh_token(now: Instant) -> String {
    unique(now).simple().to_string()
}

fn unique(now: Instant) -> Uuid {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(
        NoContext,
        seconds,
        now.timestamp_subsec_nanos(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_are_short_different_and_in_the_order_of_time() {
        let earlier: Instant = "2026-11-21T10:00:00Z".parse().unwrap();
        let later: Instant = "2026-11-21T10:00:01Z".parse().unwrap();
        assert_eq!(fresh_id(earlier).len(), 16);
        assert!(fresh_id(earlier) < fresh_id(later));
        let many: HashSet<_> = (0..1000).map(|_| fresh_id(earlier)).collect();
        assert_eq!(many.len(), 1000);
    }
}
