//! A full disk, a held file, a killed process.

use super::support::*;
use crate::backup::{self, BackupReason};
use crate::space::Needed;
use crate::space::tests::PRETENDED;
use crate::{Cellar, StoreError, Summary, sku};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

#[test]
fn a_full_disk_is_named_the_old_state_stays_and_freed_space_is_enough() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 3, 2);
    let before = digest(&cellar);
    let limit = |pages: i64| {
        cellar
            .write_aside(|conn| {
                let held: i64 = conn.query_row("PRAGMA page_count", [], |row| row.get(0))?;
                conn.pragma_update(None, "max_page_count", held + pages)?;
                Ok(())
            })
            .unwrap();
    };
    let rows: Vec<_> = (100..400).map(|number| product_row(number, 10)).collect();
    for pages in [1, 3, 6, 12, 20] {
        limit(pages);
        let full = cellar.write("import", Summary::new("s"), now(), |tx| bring(tx, &rows));
        assert!(
            matches!(full, Err(StoreError::DiskFull)),
            "{pages}: {full:?}"
        );
        assert_eq!(digest(&cellar), before);
    }
    assert_eq!(
        StoreError::DiskFull.to_string(),
        "the disk is full; nothing was changed"
    );
    limit(1_000_000);
    write(&cellar, |tx| bring(tx, &rows));
    assert_eq!(cellar.read(sku::count).unwrap(), 3006);
}

#[test]
fn a_write_that_is_given_up_gives_its_room_back_and_says_what_it_takes_at_least() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 3, 2);
    let before = digest(&cellar);
    let (held, page): (u32, u64) = cellar
        .write_aside(|conn| {
            // So few pages stay in memory that the log grows while the write goes on.
            conn.pragma_update(None, "cache_size", 10)?;
            Ok((
                crate::space::pages(conn)?,
                crate::opening::PAGE_BYTES as u64,
            ))
        })
        .unwrap();
    let set_limit = |pages: u32| {
        let limit =
            |conn: &rusqlite::Connection| Ok(conn.pragma_update(None, "max_page_count", pages)?);
        cellar.write_aside(limit).unwrap();
    };
    let rows: Vec<_> = (100..1100).map(|number| product_row(number, 10)).collect();
    let log = place.file.with_extension("promodesk-wal");
    let least = |pages: u32| {
        set_limit(pages);
        let earlier = std::fs::metadata(&log).unwrap().len();
        let full = cellar.write("import", Summary::new("s"), now(), |tx| bring(tx, &rows));
        let taken = std::fs::metadata(&log).unwrap().len() - earlier;
        assert!(taken > page, "{taken}");
        PRETENDED.set(Some(0));
        let said = cellar.say_where(full.unwrap_err());
        PRETENDED.set(None);
        assert_eq!(std::fs::metadata(&log).unwrap().len(), 0);
        assert_eq!(digest(&cellar), before);
        let StoreError::NoRoom {
            needed: Needed::AtLeast(least),
            ..
        } = said
        else {
            panic!("{said:?}");
        };
        assert_eq!(least, taken + page + 24);
        least
    };
    assert!(least(held + 20) < least(held + 100));
    // Where there is room by now, nothing is said of what is needed.
    set_limit(held);
    let full = cellar.write("import", Summary::new("s"), now(), |tx| bring(tx, &rows));
    let said = cellar.say_where(full.unwrap_err()).to_string();
    assert!(said.starts_with("the disk is full; "), "{said}");
    set_limit(1_000_000);
    write(&cellar, |tx| bring(tx, &rows));
}

/// What is said where a copy of `copies` times the file does not fit into 0.4 MB.
fn short_of(file: u64, copies: u64, folder: &Path) -> String {
    let needed = crate::space::megabytes(copies * file + (256 << 10), true);
    format!(
        "{needed} are needed on the disk of {}, and 0.4 MB are free there; nothing was changed",
        folder.display()
    )
}

#[test]
fn a_backup_that_does_not_fit_is_not_begun_and_both_figures_are_named() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 100, 5);
    let whole = digest(&cellar);
    let folder = place.folder.path();
    let size = cellar.write_aside(backup::size_of).unwrap();
    assert!(size > 300_000, "{size}");
    PRETENDED.set(Some(400_000));
    let refused = cellar.back_up(BackupReason::Asked, now()).unwrap_err();
    let backups = backup::folder(&place.file);
    assert_eq!(refused.to_string(), short_of(size, 1, &backups));
    assert_eq!(
        refused.advice(),
        "Free some space on the disk and try again; the program need not be restarted."
    );
    assert_eq!(std::fs::read_dir(backups).unwrap().count(), 0);
    let target = folder.join("copy");
    let refused = cellar.copy_to(&target, now()).unwrap_err();
    assert_eq!(refused.to_string(), short_of(size, 1, folder));
    assert!(!target.exists());
    assert_eq!(digest(&cellar), whole);
    // Freed space is enough, without a restart.
    PRETENDED.set(None);
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    drop(cellar);
    PRETENDED.set(Some(400_000));
    let refused = backup::restore(&place.file, &made.path, now()).unwrap_err();
    assert!(refused.is_about_room(), "{refused}");
    PRETENDED.set(None);
    let again = Cellar::open(&place.file, now()).unwrap();
    assert_eq!(digest(&again), whole);
}

#[test]
fn a_migration_that_does_not_fit_is_not_begun_and_both_figures_are_named() {
    use crate::migrate::{MIGRATIONS, Migration};
    let (place, cellar) = shop_file();
    stock_up(&cellar, 100, 5);
    drop(cellar);
    let before = std::fs::read(&place.file).unwrap();
    let mut later = MIGRATIONS.to_vec();
    later.push(Migration {
        name: "later",
        sql: "CREATE TABLE note (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;",
    });
    PRETENDED.set(Some(400_000));
    let refused = Cellar::open_with(&place.file, &later, now()).unwrap_err();
    let figures = short_of(before.len() as u64, 2, place.folder.path());
    assert!(refused.to_string().ends_with(&figures), "{refused}");
    assert!(
        refused.advice().starts_with("Free some space"),
        "{}",
        refused.advice()
    );
    assert_eq!(std::fs::read(&place.file).unwrap(), before);
    assert_eq!(backup::list(&place.file).unwrap(), []);
    PRETENDED.set(None);
    let cellar = Cellar::open_with(&place.file, &later, now()).unwrap();
    assert!(cellar.opening().backup.is_some());
}

#[test]
fn a_file_that_another_program_holds_is_named_and_works_again_afterwards() {
    let (place, cellar) = shop_file();
    cellar
        .write_aside(|conn| Ok(conn.busy_timeout(Duration::from_millis(20))?))
        .unwrap();
    let other = rusqlite::Connection::open(&place.file).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let held = cellar.write("import", Summary::new("s"), now(), |tx| {
        bring(tx, &[product_row(0, 1)])
    });
    assert_eq!(
        held.unwrap_err().to_string(),
        "another program holds the shop file; nothing was changed"
    );
    assert_eq!(cellar.read(sku::count).unwrap(), 0);
    other.execute_batch("ROLLBACK").unwrap();
    stock_up(&cellar, 1, 1);
}

#[test]
fn a_folder_that_cannot_be_made_is_named_with_what_to_do() {
    let place = place();
    let blocked = place.folder.path().join("file");
    std::fs::write(&blocked, b"x").unwrap();
    let refused = Cellar::create(&blocked.join("shop.promodesk"), now()).unwrap_err();
    assert!(
        refused.to_string().starts_with("making the folder"),
        "{refused}"
    );
    assert!(!refused.advice().is_empty());
}

/// What a child is killed in.
const DEEDS: [&str; 4] = ["import", "undo", "restore", "migrate"];

/// Set in a child that is to be killed: the deed and the file.
const CHILD: &str = "PROMODESK_STORE_CHILD";

#[test]
fn a_process_killed_at_any_moment_leaves_one_committed_state() {
    if let Ok(deed) = std::env::var(CHILD) {
        let (deed, file) = deed.split_once(' ').unwrap();
        perform(deed, Path::new(file));
        return;
    }
    let asked = std::env::var("PROMODESK_FAULT_TIMES");
    let factor: u32 = asked.map_or(1, |factor| factor.parse().unwrap());
    for deed in DEEDS {
        for kill in 0..6 * factor {
            let (place, cellar) = shop_file();
            let mut allowed = vec![digest(&cellar)];
            stock_up(&cellar, 200, 5);
            allowed.push(digest(&cellar));
            let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
            std::fs::copy(&made.path, place.file.with_file_name("wanted")).unwrap();
            drop(cellar);
            kill_child(deed, &place.file, kill % 6);
            let again = Cellar::open(&place.file, now()).unwrap();
            again.quick_check().unwrap();
            let found = digest(&again);
            let whole = allowed.contains(&found) || again.read(sku::count).unwrap() == 3000;
            assert!(whole, "{deed}, kill {kill}");
            // The history and the data agree: the last step can be taken back.
            again.undo().unwrap().unwrap();
        }
    }
}

/// Starts this test again as a child, and kills it after it has spoken `lines` times.
fn kill_child(deed: &str, file: &Path, lines: u32) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "tests::faults::a_process_killed_at_any_moment_leaves_one_committed_state",
            "--nocapture",
        ])
        .env(CHILD, format!("{deed} {}", file.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut spoken = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut heard = 0;
    while heard <= lines {
        match spoken.next() {
            Some(Ok(line)) if line.ends_with("tick") => heard += 1,
            Some(Ok(_)) => {}
            _ => break,
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Works on the file without end, and speaks in the middle of it.
fn perform(deed: &str, file: &Path) {
    loop {
        match deed {
            "import" => {
                let cellar = Cellar::open(file, now()).unwrap();
                write(&cellar, |tx| {
                    for number in 1000..1400 {
                        bring(tx, &[product_row(number, 5)])?;
                        if number % 100 == 50 {
                            println!("tick");
                        }
                    }
                    Ok(())
                });
                println!("tick");
                cellar.undo().unwrap();
            }
            "undo" => {
                let cellar = Cellar::open(file, now()).unwrap();
                println!("tick");
                cellar.undo().unwrap();
                println!("tick");
                cellar.redo().unwrap();
            }
            "restore" => {
                println!("tick");
                backup::restore(file, &file.with_file_name("wanted"), now()).unwrap();
            }
            _ => migrate(file),
        }
    }
}

/// Fails on purpose at the end, so that it can begin again.
fn migrate(file: &Path) {
    use crate::migrate::{MIGRATIONS, Migration};
    let mut later = MIGRATIONS.to_vec();
    later.push(Migration {
        name: "later",
        sql: "CREATE TABLE a AS SELECT * FROM sku; UPDATE sku SET stock = 1; SELECT * FROM nowhere;",
    });
    println!("tick");
    assert!(Cellar::open_with(file, &later, now()).is_err());
}

#[test]
fn what_goes_to_the_log_quotes_no_value() {
    let id = || "Secret mug 12.34".to_owned();
    let read =
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, id().into());
    let told = [
        StoreError::unreadable("price", id()),
        StoreError::absent("product", id()),
        StoreError::Database(read),
        StoreError::TooFine {
            what: "the price",
            value: id(),
        },
        StoreError::Elsewhere {
            sku_id: id(),
            product_id: id(),
        },
    ]
    .map(|error| (error.to_string(), error.for_the_log()));
    for (shown, logged) in told {
        assert!(shown.contains("12.34"), "{shown}");
        assert!(
            !logged.contains("Secret") && !logged.contains("12.34"),
            "{logged}"
        );
    }
}
