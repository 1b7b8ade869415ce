//! Bringing files up to date, and leaving them alone where that fails.

use super::support::*;
use crate::backup;
use crate::lock::with_suffix;
use crate::migrate::{MIGRATIONS, Migration};
use crate::{Cellar, OpenError, sku};
use std::fs;

/// The migrations of a later version of the program.
fn later(sql: &'static str) -> Vec<Migration> {
    let mut all = MIGRATIONS.to_vec();
    all.push(Migration { name: "later", sql });
    all
}

#[test]
fn a_fresh_file_has_seen_every_migration_and_a_second_start_does_nothing() {
    let (place, cellar) = shop_file();
    let seen: Vec<(i64, String)> = cellar
        .write_aside(|conn| {
            let mut select =
                conn.prepare("SELECT version, name FROM migration ORDER BY version")?;
            let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let names: Vec<_> = seen.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "foundation",
            "shop_and_catalogue",
            "smart_promotion_and_campaigns",
            "registrations",
            "seller_coupons",
            "partner_campaigns",
            "funded_promotions"
        ]
    );
    assert_eq!(seen.last().unwrap().0, MIGRATIONS.len() as i64);
    drop(cellar);
    let cellar = Cellar::open(&place.file, now()).unwrap();
    assert_eq!(cellar.opening().migrated_from, None);
    assert_eq!(backup::list(&place.file).unwrap(), []);
}

#[test]
fn an_older_file_is_backed_up_verified_and_migrated_with_all_its_rows() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 5, 3);
    drop(cellar);
    let migrations = later("CREATE TABLE note (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;");
    let cellar = Cellar::open_with(&place.file, &migrations, now()).unwrap();
    assert_eq!(
        cellar.opening().migrated_from,
        Some(MIGRATIONS.len() as i64)
    );
    let saved = cellar.opening().backup.clone().unwrap();
    backup::verify(&saved).unwrap();
    assert_eq!(cellar.read(sku::count).unwrap(), 15);
    cellar.quick_check().unwrap();
    drop(cellar);
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(matches!(refused, OpenError::Newer { .. }), "{refused}");
    let old = Cellar::open(&saved, now()).unwrap();
    assert_eq!(old.read(sku::count).unwrap(), 15);
}

#[test]
fn a_migration_that_fails_leaves_schema_and_data_and_names_the_backup() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 5, 3);
    let whole = digest(&cellar);
    drop(cellar);
    let mut migrations = later("CREATE TABLE note (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;");
    // Rows that are there break the new constraint.
    migrations.push(Migration {
        name: "one_title",
        sql: "CREATE UNIQUE INDEX one_title ON product (category);",
    });
    let refused = Cellar::open_with(&place.file, &migrations, now()).unwrap_err();
    let OpenError::Migration {
        version,
        name,
        backup,
        ..
    } = &refused
    else {
        panic!("{refused}");
    };
    let last = MIGRATIONS.len() as i64 + 2;
    assert_eq!((*version, name.as_str()), (last, "one_title"));
    assert!(
        refused.to_string().contains("UNIQUE constraint failed"),
        "{refused}"
    );
    crate::backup::verify(backup.as_ref().unwrap()).unwrap();
    // The version that wrote the file opens it as if nothing had happened.
    let cellar = Cellar::open(&place.file, now()).unwrap();
    assert_eq!(digest(&cellar), whole);
    assert_eq!(cellar.undo().unwrap().unwrap().rows, 20);
}

#[test]
fn a_migration_that_leaves_a_row_without_its_parent_fails() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 2, 1);
    drop(cellar);
    let migrations = later("DELETE FROM product;");
    let refused = Cellar::open_with(&place.file, &migrations, now()).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("a row of sku refers to one that is missing"),
        "{refused}"
    );
    assert_eq!(
        Cellar::open(&place.file, now())
            .unwrap()
            .read(sku::count)
            .unwrap(),
        2
    );
}

#[test]
fn each_statement_of_a_migration_can_fail_and_the_file_stays() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 2, 2);
    let whole = digest(&cellar);
    drop(cellar);
    let statements = [
        "CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT;",
        "ALTER TABLE product ADD COLUMN colour TEXT;",
        "UPDATE sku SET stock = 7;",
        "DROP TABLE setting;",
    ];
    for failing in 0..=statements.len() {
        let mut sql = statements[..failing].concat();
        sql.push_str("INSERT INTO nowhere VALUES (1);");
        let migrations = later(sql.leak());
        let refused = Cellar::open_with(&place.file, &migrations, now()).unwrap_err();
        assert!(matches!(refused, OpenError::Migration { .. }), "{refused}");
        let cellar = Cellar::open(&place.file, now()).unwrap();
        assert_eq!(digest(&cellar), whole, "statement {failing}");
    }
}

#[test]
fn a_file_whose_migrations_differ_from_ours_is_refused_untouched() {
    let (place, cellar) = shop_file();
    drop(cellar);
    let tampered = rusqlite::Connection::open(&place.file).unwrap();
    tampered
        .execute(
            "UPDATE migration SET checksum = replace(hex(zeroblob(32)), '0', 'f') WHERE version = 2",
            [],
        )
        .unwrap();
    drop(tampered);
    let before = fs::read(&place.file).unwrap();
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(
        matches!(&refused, OpenError::OtherSchema { version: 2, name, .. } if name == "shop_and_catalogue"),
        "{refused}"
    );
    assert!(matches!(
        Cellar::open_reading(&place.file),
        Err(OpenError::OtherSchema { .. })
    ));
    assert_eq!(fs::read(&place.file).unwrap(), before);
}

#[test]
fn a_newer_version_that_stands_only_in_the_log_is_seen_too() {
    let (place, cellar) = shop_file();
    let crashed = place.folder.path().join("crashed");
    cellar
        .write_aside(|conn| Ok(conn.pragma_update(None, "user_version", 99)?))
        .unwrap();
    fs::copy(&place.file, &crashed).unwrap();
    fs::copy(
        with_suffix(&place.file, "-wal"),
        with_suffix(&crashed, "-wal"),
    )
    .unwrap();
    let before = fs::read(&crashed).unwrap();
    let refused = Cellar::open(&crashed, now()).unwrap_err();
    assert!(
        matches!(refused, OpenError::Newer { found: 99, .. }),
        "{refused}"
    );
    assert_eq!(fs::read(&crashed).unwrap(), before);
    assert!(with_suffix(&crashed, "-wal").exists());
}
