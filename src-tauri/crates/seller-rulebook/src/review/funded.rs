//! Running the book over the switches of TikTok-funded promotions.

use super::grouped::CHECKS;
use super::{Review, overall};
use crate::accepted::{Accepted, Acknowledged, Refused};
use crate::funded_cases::SwitchCase;
use seller_domain::funded_promotion::Switching;

/// Checks moving a switch.
pub fn review_switch(case: &SwitchCase<'_>) -> Review {
    overall(&CHECKS.switches, |check| check(case))
}

/// Accepts moving a switch, or says why not. What comes out is what is to be stored.
///
/// # Errors
/// [`Refused`] with all findings, and the warnings that nobody acknowledged.
pub fn accept_switch(
    case: &SwitchCase<'_>,
    acknowledged: &Acknowledged,
) -> Result<Accepted<Switching>, Box<Refused>> {
    let switching = Switching {
        funded_type: case.funded_type,
        to: case.to,
        at: case.now,
    };
    Accepted::stamp(switching, review_switch(case), acknowledged)
}
