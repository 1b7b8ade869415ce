//! What is opened, what is refused, and that a refusal leaves everything as it was.

use super::support::*;
use crate::lock::with_suffix;
use crate::{Cellar, OpenError, StoreError, Summary, setting};
use std::fs;

#[test]
fn a_new_file_and_its_folder_are_for_its_user_alone() {
    let place = place();
    let file = place
        .folder
        .path()
        .join("ein Ordner 店")
        .join("shop.promodesk");
    let cellar = Cellar::create(&file, now()).unwrap();
    write(&cellar, |tx| setting::set(tx, "a", &1));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode =
            |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(&with_suffix(&file, "-wal")), 0o600);
        assert_eq!(mode(&with_suffix(&file, ".lock")), 0o600);
        assert_eq!(mode(file.parent().unwrap()), 0o700);
    }
}

#[test]
fn a_file_closed_in_order_leaves_no_log_behind() {
    let (place, cellar) = shop_file();
    drop(cellar);
    assert!(!with_suffix(&place.file, "-wal").exists());
    let cellar = Cellar::open(&place.file, now()).unwrap();
    assert!(!cellar.opening().was_not_closed);
}

#[test]
fn connections_are_set_up_to_lose_nothing() {
    let (_place, cellar) = shop_file();
    let pragma = |name: &str| -> String {
        cellar
            .write_aside(|conn| {
                Ok(conn.query_row(
                    &format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"),
                    [],
                    |row| row.get(0),
                )?)
            })
            .unwrap()
    };
    assert_eq!(pragma("journal_mode"), "wal");
    assert_eq!(pragma("synchronous"), "2");
    assert_eq!(pragma("foreign_keys"), "1");
    assert_eq!(pragma("trusted_schema"), "0");
    assert_eq!(pragma("cell_size_check"), "1");
    assert!(rusqlite::version_number() >= 3_051_003);
}

#[test]
fn every_table_is_strict_and_has_a_key() {
    let (_place, cellar) = shop_file();
    let loose: Vec<String> = cellar
        .write_aside(|conn| {
            let mut select = conn.prepare(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' \
                 AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND (strict = 0 OR NOT EXISTS \
                 (SELECT 1 FROM pragma_table_info(pragma_table_list.name) WHERE pk > 0))",
            )?;
            let names = select.query_map([], |row| row.get(0))?;
            Ok(names.collect::<Result<_, _>>()?)
        })
        .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}

#[test]
fn a_file_is_never_made_over_another_one() {
    let (place, cellar) = shop_file();
    drop(cellar);
    let refused = Cellar::create(&place.file, now()).unwrap_err();
    assert!(matches!(refused, OpenError::Exists { .. }), "{refused}");
    assert_eq!(
        Cellar::open_or_create(&place.file, now())
            .unwrap()
            .read(crate::shop::require)
            .unwrap(),
        sample_shop()
    );
}

#[test]
fn a_missing_file_is_missing_and_none_is_made() {
    let place = place();
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(matches!(refused, OpenError::Missing { .. }), "{refused}");
    assert_eq!(fs::read_dir(place.folder.path()).unwrap().count(), 0);
}

#[test]
fn a_second_writer_is_told_and_readers_may_look() {
    let (place, cellar) = shop_file();
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(
        matches!(refused, OpenError::AlreadyOpen { .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("already open"));
    let beside = Cellar::open_reading(&place.file).unwrap();
    assert!(beside.is_reading_only());
    stock_up(&cellar, 2, 2);
    assert_eq!(beside.read(crate::sku::count).unwrap(), 4);
    let refused = beside.write("c", Summary::new("s"), now(), |tx| {
        setting::set(tx, "a", &1)
    });
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
    drop(cellar);
    assert_eq!(beside.read(crate::sku::count).unwrap(), 4);
}

#[test]
fn a_newer_file_is_refused_with_the_version_it_needs_and_stays_byte_for_byte() {
    let (place, cellar) = shop_file();
    drop(cellar);
    let newer = rusqlite::Connection::open(&place.file).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = fs::read(&place.file).unwrap();
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(
        matches!(refused, OpenError::Newer { found: 99, .. }),
        "{refused}"
    );
    assert!(refused.to_string().contains("version 99"));
    assert!(matches!(
        Cellar::open_reading(&place.file).unwrap_err(),
        OpenError::Newer { .. }
    ));
    assert_eq!(fs::read(&place.file).unwrap(), before);
    assert!(!with_suffix(&place.file, "-wal").exists());
}

#[test]
fn what_is_no_shop_file_is_named_and_stays_as_it_is() {
    let place = place();
    let sqlite = place.folder.path().join("other.db");
    rusqlite::Connection::open(&sqlite)
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("empty", Vec::new(), "it is empty"),
        (
            "short",
            b"SQLite".to_vec(),
            "it is too short for a database",
        ),
        (
            "text",
            "name,price\n".repeat(40).into_bytes(),
            "its first bytes are not those of a database",
        ),
        (
            "other",
            fs::read(&sqlite).unwrap(),
            "it is the database of another program",
        ),
    ];
    for (name, bytes, what) in cases {
        let file = place.folder.path().join(name);
        fs::write(&file, &bytes).unwrap();
        let refused = Cellar::open_or_create(&file, now()).unwrap_err();
        assert!(refused.to_string().ends_with(what), "{refused}");
        assert!(matches!(refused, OpenError::Foreign { .. }));
        assert_eq!(fs::read(&file).unwrap(), bytes);
    }
    let folder = place.folder.path().join("folder");
    fs::create_dir(&folder).unwrap();
    let refused = Cellar::open_or_create(&folder, now()).unwrap_err();
    assert!(refused.to_string().ends_with("it is a folder"), "{refused}");
}
