//! What happened to a coupon, with its terms before each change (CP-25).

use crate::error::StoreError;
use crate::values::{
    instant_text, json, opt_text, parse_json, parse_word, read_instant, text, word,
};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::seller_coupon::CouponTerms;
use seller_domain::{Instant, SellerCouponId};
use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// It was created here.
    Created,
    /// It was recorded by hand as it stands on the platform.
    Recorded,
    /// The platform's list brought it in, or said something new about it.
    Imported,
    /// The seller edited it.
    Edited,
    /// It was ended or cancelled.
    Deactivated,
    /// It was sent to its customer.
    Sent,
}

/// Something that happened to a coupon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// What.
    pub act: Act,
    /// The terms before it; none where it changed none.
    pub before: Option<CouponTerms>,
    /// The rules whose warnings were acknowledged with it.
    pub acknowledged: Vec<String>,
}

/// Everything that happened to a coupon, the first first.
pub fn of_coupon(view: &View<'_>, id: &SellerCouponId) -> Result<Vec<Event>, StoreError> {
    let mut select = view.statement(
        "SELECT at, act, before, acknowledged FROM seller_coupon_event \
         WHERE coupon_id = ?1 ORDER BY number",
    )?;
    let mut rows = select.query([id.as_str()])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(Event {
            at: read_instant(row, 0)?,
            act: parse_word("act on a coupon", text(row, 1)?)?,
            before: opt_text(row, 2)?
                .map(|terms| parse_json("terms of a coupon", terms))
                .transpose()?,
            acknowledged: parse_json("acknowledged warnings", text(row, 3)?)?,
        });
    }
    Ok(events)
}

/// Adds what happened now.
pub(crate) fn add<'a>(
    tx: &Tx<'_>,
    id: &SellerCouponId,
    act: Act,
    before: Option<&CouponTerms>,
    acknowledged: impl Iterator<Item = &'a str>,
) -> Result<(), StoreError> {
    let acknowledged: Vec<&str> = acknowledged.collect();
    let before = before
        .map(|terms| json("terms of a coupon", terms))
        .transpose()?;
    tx.statement(
        "INSERT INTO seller_coupon_event (coupon_id, number, at, act, before, acknowledged) \
         SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 \
         FROM seller_coupon_event WHERE coupon_id = ?1",
    )?
    .execute(params![
        id.as_str(),
        instant_text(tx.now()),
        word("act on a coupon", &act)?,
        before,
        json("acknowledged warnings", &acknowledged)?,
    ])?;
    Ok(())
}
