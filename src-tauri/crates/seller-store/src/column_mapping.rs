//! Which column of a table means what, remembered per header layout.

use crate::error::StoreError;
use crate::values::{instant_text, json, parse_json, text};
use crate::view::{Tx, View};
use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The mapping that the seller used last for tables with this header.
pub fn find<T: DeserializeOwned>(
    view: &View<'_>,
    header_fingerprint: &str,
    purpose: &str,
) -> Result<Option<T>, StoreError> {
    let mut select = view.statement(
        "SELECT mapping FROM column_mapping WHERE header_fingerprint = ?1 AND purpose = ?2",
    )?;
    let mut rows = select.query([header_fingerprint, purpose])?;
    rows.next()?
        .map(|row| parse_json("column mapping", text(row, 0)?))
        .transpose()
}

/// Remembers a mapping: `purpose` is what the table is read as (`catalogue`, `costs`).
pub fn save<T: Serialize>(
    tx: &Tx<'_>,
    header_fingerprint: &str,
    purpose: &str,
    mapping: &T,
) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO column_mapping (header_fingerprint, purpose, mapping, used_at) \
         VALUES (?1, ?2, ?3, ?4) ON CONFLICT (header_fingerprint, purpose) \
         DO UPDATE SET mapping = ?3, used_at = ?4",
    )?
    .execute(params![
        header_fingerprint,
        purpose,
        json("column mapping", mapping)?,
        instant_text(tx.now()),
    ])?;
    Ok(())
}
