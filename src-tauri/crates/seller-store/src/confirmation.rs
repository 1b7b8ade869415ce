//! Confirmations: what was shown is what is confirmed, once.
//!
//! A first command shows exact terms and gets a token for them; the second one
//! brings the token back. Tokens are no part of the history.

use crate::cellar::Cellar;
use crate::error::StoreError;
use crate::ids::fresh_token;
use crate::migrate::hex;
use crate::values::{instant_text, json};
use crate::view::Tx;
use rusqlite::{OptionalExtension, params};
use seller_domain::Instant;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// So many open offers are kept; older ones are forgotten.
const KEPT: u32 = 100;

/// What became of a token that was brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// These terms were shown under it. It cannot be used again.
    Confirmed,
    /// Other terms were shown under it: they have changed since.
    TermsChanged,
    /// No such token was given out for this purpose, or it was used.
    Unknown,
}

impl Cellar {
    /// Gives out a token for terms that are about to be shown.
    pub fn offer_confirmation<T: Serialize>(
        &self,
        purpose: &str,
        terms: &T,
        now: Instant,
    ) -> Result<String, StoreError> {
        let token = fresh_token(now);
        let fingerprint = fingerprint(terms)?;
        self.write_aside(|conn| {
            conn.execute(
                "INSERT INTO confirmation (token, purpose, terms_sha256, offered_at) \
                 VALUES (?1, ?2, ?3, ?4)",
                params![token, purpose, fingerprint, instant_text(now)],
            )?;
            conn.execute(
                "DELETE FROM confirmation WHERE rowid NOT IN \
                 (SELECT rowid FROM confirmation ORDER BY rowid DESC LIMIT ?1)",
                [KEPT],
            )?;
            Ok(())
        })?;
        Ok(token)
    }
}

/// Takes a token back, inside the write that it confirms. If that write fails,
/// the token is still good.
pub fn take<T: Serialize>(
    tx: &Tx<'_>,
    purpose: &str,
    token: &str,
    terms: &T,
) -> Result<Confirmation, StoreError> {
    let shown: Option<String> = tx
        .statement("SELECT terms_sha256 FROM confirmation WHERE token = ?1 AND purpose = ?2")?
        .query_row([token, purpose], |row| row.get(0))
        .optional()?;
    let Some(shown) = shown else {
        return Ok(Confirmation::Unknown);
    };
    if shown != fingerprint(terms)? {
        return Ok(Confirmation::TermsChanged);
    }
    tx.statement("DELETE FROM confirmation WHERE token = ?1")?
        .execute([token])?;
    Ok(Confirmation::Confirmed)
}

fn fingerprint<T: Serialize>(terms: &T) -> Result<String, StoreError> {
    Ok(hex(&Sha256::digest(json("terms", terms)?.as_bytes())))
}
