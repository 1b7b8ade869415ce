//! Products that the account manager is asked to leave out of Smart Promotion (SP-07).

use crate::error::StoreError;
use crate::values::{instant_text, read_instant, read_instant_opt, text};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::ProductId;
use seller_domain::smart_promotion::Exclusion;

/// All exclusions, in the order of their requests.
pub fn all(view: &View<'_>) -> Result<Vec<Exclusion>, StoreError> {
    let mut select = view.statement(
        "SELECT product_id, requested_at, confirmed_at FROM exclusion \
         ORDER BY requested_at, product_id",
    )?;
    let mut rows = select.query([])?;
    let mut exclusions = Vec::new();
    while let Some(row) = rows.next()? {
        exclusions.push(Exclusion {
            product_id: ProductId::new(text(row, 0)?),
            requested_at: read_instant(row, 1)?,
            confirmed_at: read_instant_opt(row, 2)?,
        });
    }
    Ok(exclusions)
}

/// Records a request or the manager's confirmation of it.
pub fn save(tx: &Tx<'_>, exclusion: &Exclusion) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO exclusion (product_id, requested_at, confirmed_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (product_id) DO UPDATE SET requested_at = ?2, confirmed_at = ?3",
    )?
    .execute(params![
        exclusion.product_id.as_str(),
        instant_text(exclusion.requested_at),
        exclusion.confirmed_at.map(instant_text),
    ])?;
    Ok(())
}

/// Takes a product off the list. Returns whether it was on it.
pub fn remove(tx: &Tx<'_>, product: &ProductId) -> Result<bool, StoreError> {
    let gone = tx
        .statement("DELETE FROM exclusion WHERE product_id = ?1")?
        .execute([product.as_str()])?;
    Ok(gone > 0)
}
