//! How the sample seller moved the switches of TikTok-funded promotions.

use super::Teller;
use crate::error::CommandError;
use crate::trouble::Trouble;
use seller_domain::funded_promotion::{FundedType, Position, WantedExceptions};
use seller_rulebook::Policy;
use seller_rulebook::funded_cases::{SwitchCase, SwitchConfirmation};
use seller_rulebook::review::accept_switch;
use seller_store::{Tx, funded_switch};
use std::collections::BTreeSet;

/// Day, type, where to: one type was left and joined again, one was left a few days ago.
const MOVED: [(i64, FundedType, Position); 3] = [
    (-40, FundedType::BuyMoreSaveMore, Position::Off),
    (-12, FundedType::BuyMoreSaveMore, Position::On),
    (-3, FundedType::ProductIncentives, Position::Off),
];

/// Moves the switches at their times, through the book.
pub(super) fn switch(teller: &Teller<'_>) -> Result<(), Trouble> {
    for (day, funded_type, to) in MOVED {
        teller.at(teller.hour(day, 14), |tx| {
            move_to(tx, teller, funded_type, to)
        })?;
    }
    Ok(())
}

fn move_to(
    tx: &Tx<'_>,
    teller: &Teller<'_>,
    funded_type: FundedType,
    to: Position,
) -> Result<(), Trouble> {
    let shop = &teller.shop;
    let timeline = funded_switch::timeline(tx)?;
    let case = SwitchCase {
        now: tx.now(),
        shop,
        policy: &Policy::on(shop.market, shop.currency, shop.time_zone.day_of(tx.now())),
        timeline: &timeline,
        funded_type,
        to,
        except: &WantedExceptions::default(),
        confirmation: SwitchConfirmation::Given,
        campaigns: &[],
    };
    let accepted = accept_switch(&case, &BTreeSet::new())
        .map_err(|refused| CommandError::bug(format!("{refused:?}")))?;
    Ok(funded_switch::append(tx, &accepted)?)
}
