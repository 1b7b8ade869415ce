//! Claim codes that the platform refused, since another seller has them (CP-21).

use crate::error::StoreError;
use crate::values::{instant_text, read_instant};
use crate::view::{Tx, View};
use rusqlite::params;
use seller_domain::Instant;

/// A code that the platform refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The seller's part of the code, as it was entered.
    pub claim_code: String,
    /// When it was noted.
    pub noted_at: Instant,
}

/// All such codes, the last noted first.
pub fn all(view: &View<'_>) -> Result<Vec<Taken>, StoreError> {
    let mut select = view.statement(
        "SELECT claim_code, noted_at FROM taken_claim_code ORDER BY noted_at DESC, code_key",
    )?;
    let mut rows = select.query([])?;
    let mut codes = Vec::new();
    while let Some(row) = rows.next()? {
        codes.push(Taken {
            claim_code: row.get(0)?,
            noted_at: read_instant(row, 1)?,
        });
    }
    Ok(codes)
}

/// Notes a code; one that is noted already keeps its time.
pub fn note(tx: &Tx<'_>, claim_code: &str) -> Result<(), StoreError> {
    tx.statement(
        "INSERT INTO taken_claim_code (code_key, claim_code, noted_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (code_key) DO NOTHING",
    )?
    .execute(params![
        code_key(claim_code),
        claim_code.trim(),
        instant_text(tx.now())
    ])?;
    Ok(())
}

/// Takes a code off the list. Returns whether it was on it.
pub fn forget(tx: &Tx<'_>, claim_code: &str) -> Result<bool, StoreError> {
    let gone = tx
        .statement("DELETE FROM taken_claim_code WHERE code_key = ?1")?
        .execute([code_key(claim_code)])?;
    Ok(gone > 0)
}

/// What codes are compared by: they differ in more than case.
pub(crate) fn code_key(claim_code: &str) -> String {
    claim_code.trim().to_lowercase()
}
