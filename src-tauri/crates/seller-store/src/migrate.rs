//! Brings the schema of a file up to date.
//!
//! Migrations are numbered `.sql` files compiled into the program. The file
//! remembers the SHA-256 of each one that made it; a file whose memory differs
//! is refused. All that are pending run in one transaction: if one fails, the
//! file is what it was, and the version that wrote it can still open it.

use crate::error::StoreError;
use crate::values::instant_text;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use seller_domain::Instant;
use sha2::{Digest, Sha256};

/// One step of the schema.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// All steps, in order; the number of a step is its place, from 1.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "foundation",
        sql: include_str!("migrations/0001_foundation.sql"),
    },
    Migration {
        name: "shop_and_catalogue",
        sql: include_str!("migrations/0002_shop_and_catalogue.sql"),
    },
    Migration {
        name: "smart_promotion_and_campaigns",
        sql: include_str!("migrations/0003_smart_promotion_and_campaigns.sql"),
    },
    Migration {
        name: "registrations",
        sql: include_str!("migrations/0004_registrations.sql"),
    },
    Migration {
        name: "seller_coupons",
        sql: include_str!("migrations/0005_seller_coupons.sql"),
    },
    Migration {
        name: "partner_campaigns",
        sql: include_str!("migrations/0006_partner_campaigns.sql"),
    },
    Migration {
        name: "funded_promotions",
        sql: include_str!("migrations/0007_funded_promotions.sql"),
    },
];

impl Migration {
    fn checksum(&self) -> String {
        // Git may check out the file with other line ends.
        let text = self.sql.replace("\r\n", "\n");
        hex(&Sha256::digest(text.as_bytes()))
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The schema version of a database: how many migrations it has seen.
pub(crate) fn schema_version(conn: &Connection) -> Result<i64, rusqlite::Error> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// The first migration of the file that is not ours, if there is one.
pub(crate) fn first_difference(
    conn: &Connection,
    known: &[Migration],
) -> Result<Option<(i64, String)>, rusqlite::Error> {
    let mut rows =
        conn.prepare("SELECT version, name, checksum FROM migration ORDER BY version")?;
    let applied = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<(i64, String, String)>, _>>()?;
    let version = schema_version(conn)?;
    if i64::try_from(applied.len()).is_ok_and(|count| count != version) {
        return Ok(Some((version, "their number".to_owned())));
    }
    Ok(applied
        .into_iter()
        .zip(1i64..)
        .find(|((version, _, checksum), expected)| {
            let ours = usize::try_from(expected - 1)
                .ok()
                .and_then(|index| known.get(index));
            version != expected || ours.is_none_or(|ours| ours.checksum() != *checksum)
        })
        .map(|((version, name, _), _)| (version, name)))
}

/// Why and where a migration failed.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) source: StoreError,
}

/// Runs all pending migrations in one transaction.
pub(crate) fn run(conn: &mut Connection, known: &[Migration], now: Instant) -> Result<(), Failed> {
    let failed = |version: i64, name: &str, source: StoreError| Failed {
        version,
        name: name.to_owned(),
        source,
    };
    let start = |error: rusqlite::Error| failed(0, "start", error.into());
    // Rebuilding a table drops it for a moment; its references are checked at the end.
    conn.pragma_update(None, "foreign_keys", false)
        .map_err(start)?;
    let outcome = (|| {
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(start)?;
        let done = schema_version(&tx).map_err(start)?;
        for (version, migration) in (1i64..).zip(known).filter(|(version, _)| *version > done) {
            apply(&tx, version, migration, now)
                .map_err(|source| failed(version, migration.name, source))?;
        }
        tx.commit().map_err(start)
    })();
    let back_on = conn
        .pragma_update(None, "foreign_keys", true)
        .map_err(start);
    outcome.and(back_on)
}

fn apply(
    tx: &Transaction<'_>,
    version: i64,
    migration: &Migration,
    now: Instant,
) -> Result<(), StoreError> {
    tx.execute_batch(migration.sql)?;
    tx.execute(
        "INSERT INTO migration (version, name, checksum, applied_at) VALUES (?1, ?2, ?3, ?4)",
        params![
            version,
            migration.name,
            migration.checksum(),
            instant_text(now)
        ],
    )?;
    tx.pragma_update(None, "user_version", version)?;
    match broken_reference(tx)? {
        None => Ok(()),
        Some(detail) => Err(StoreError::Constraint { detail }),
    }
}

/// The first row that refers to a missing one, in words.
pub(crate) fn broken_reference(conn: &Connection) -> Result<Option<String>, rusqlite::Error> {
    let mut check = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = check.query([])?;
    let table: Option<String> = rows.next()?.map(|row| row.get(0)).transpose()?;
    Ok(table.map(|table| format!("a row of {table} refers to one that is missing")))
}
