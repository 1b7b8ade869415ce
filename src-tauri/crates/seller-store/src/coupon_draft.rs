//! What stands in the coupon wizard, kept until it is saved or thrown away.

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, read_instant, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::seller_coupon::CouponDraft;
use seller_domain::{Instant, SellerCouponId};

/// A kept draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What is entered.
    pub draft: CouponDraft,
    /// When it was last kept.
    pub changed_at: Instant,
}

/// Keeps a draft, or what is entered in it now.
pub fn keep(tx: &Tx<'_>, draft: &CouponDraft) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO coupon_draft (id, entered, created_at, changed_at) VALUES (?1, ?2, ?3, ?3) \
         ON CONFLICT (id) DO UPDATE SET entered = ?2, changed_at = ?3 WHERE entered <> ?2",
    )?
    .execute(params![
        draft.id.as_str(),
        json("draft of a coupon", draft)?,
        instant_text(tx.now())
    ])?;
    Ok(())
}

/// The draft with this id.
pub fn find(view: &View<'_>, id: &SellerCouponId) -> Result<Option<Kept>, StoreError> {
    let mut select =
        view.statement("SELECT entered, changed_at FROM coupon_draft WHERE id = ?1")?;
    let mut rows = select.query([id.as_str()])?;
    rows.next()?
        .map(|row| {
            Ok(Kept {
                draft: parse_json("draft of a coupon", text(row, 0)?)?,
                changed_at: read_instant(row, 1)?,
            })
        })
        .transpose()
}

/// All drafts, the last kept first.
pub fn all(view: &View<'_>) -> Result<Vec<Kept>, StoreError> {
    let mut select = view
        .statement("SELECT entered, changed_at FROM coupon_draft ORDER BY changed_at DESC, id")?;
    let mut rows = select.query([])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        drafts.push(Kept {
            draft: parse_json("draft of a coupon", text(row, 0)?)?,
            changed_at: read_instant(row, 1)?,
        });
    }
    Ok(drafts)
}

/// How many drafts are kept.
pub fn count(view: &View<'_>) -> Result<u32, StoreError> {
    Ok(view
        .statement("SELECT count(*) FROM coupon_draft")?
        .query_row([], |row| row.get(0))?)
}

/// Throws a draft away. Returns whether it was there.
pub fn remove(tx: &Tx<'_>, id: &SellerCouponId) -> Result<bool, StoreError> {
    let gone = tx
        .statement("DELETE FROM coupon_draft WHERE id = ?1")?
        .execute([id.as_str()])?;
    Ok(gone > 0)
}
