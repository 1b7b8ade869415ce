//! Choices of the seller that belong to the shop, as JSON under a name.

use crate::cellar::Cellar;
use crate::error::StoreError;
use crate::values::{json, parse_json, text};
use crate::view::{Tx, View};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value under `name`; none if it was never set.
///
/// # Errors
/// [`StoreError::Unreadable`] where the stored value is no `T`.
pub fn get<T: DeserializeOwned>(view: &View<'_>, name: &str) -> Result<Option<T>, StoreError> {
    let mut select = view.statement("SELECT value FROM setting WHERE name = ?1")?;
    let mut rows = select.query([name])?;
    rows.next()?
        .map(|row| parse_json("setting", text(row, 0)?))
        .transpose()
}

const SET: &str = "INSERT INTO setting (name, value) VALUES (?1, ?2) \
                   ON CONFLICT (name) DO UPDATE SET value = ?2";

/// Sets the value under `name`.
pub fn set<T: Serialize>(tx: &Tx<'_>, name: &str, value: &T) -> Result<(), StoreError> {
    tx.statement(SET)?
        .execute([name, &json("setting", value)?])?;
    Ok(())
}

impl Cellar {
    /// Keeps where the seller was: a value that is no step of the history, so that *Undo* takes
    /// back what was changed and not where it was looked at.
    pub fn remember<T: Serialize>(&self, name: &str, value: &T) -> Result<(), StoreError> {
        let value = json("setting", value)?;
        self.write_aside(|conn| {
            conn.execute(SET, [name, &value])?;
            Ok(())
        })
    }
}
