//! One number for all the data of a file, to compare states with.

use crate::changes::is_recorded;
use crate::error::StoreError;
use crate::migrate::hex;
use crate::view::View;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// The SHA-256 over every row of every table that the history records.
pub fn digest(view: &View<'_>) -> Result<String, StoreError> {
    let mut sha = Sha256::new();
    for table in recorded_tables(view)? {
        sha.update(table.as_bytes());
        let mut select = view.conn().prepare(&format!(
            "SELECT * FROM \"{table}\" ORDER BY {}",
            key_of(view, &table)?
        ))?;
        let columns = select.column_count();
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                absorb(&mut sha, row.get_ref(column)?);
            }
        }
    }
    Ok(hex(&sha.finalize()))
}

/// The names of the tables that the history records, in order.
pub(crate) fn recorded_tables(view: &View<'_>) -> Result<Vec<String>, StoreError> {
    let mut select = view
        .conn()
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = select
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    Ok(names.into_iter().filter(|name| is_recorded(name)).collect())
}

fn key_of(view: &View<'_>, table: &str) -> Result<String, StoreError> {
    let mut select = view.conn().prepare(
        "SELECT group_concat('\"' || name || '\"', ', ' ORDER BY pk) \
         FROM pragma_table_info(?1) WHERE pk > 0",
    )?;
    Ok(select.query_row([table], |row| row.get(0))?)
}

fn absorb(sha: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => sha.update([0]),
        ValueRef::Integer(number) => {
            sha.update([1]);
            sha.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            sha.update([2]);
            sha.update(number.to_le_bytes());
        }
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
            sha.update([3]);
            sha.update((bytes.len() as u64).to_le_bytes());
            sha.update(bytes);
        }
    }
}
