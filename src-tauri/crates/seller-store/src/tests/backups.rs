//! Backups are whole, and restoring one loses nothing.

use super::support::*;
use crate::backup::{self, BackupReason};
use crate::lock::with_suffix;
use crate::{Cellar, OpenError, StoreError, history, opening, setting, sku};
use chrono::Duration;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The third page of a file: a table's first.
const A_PAGE: std::ops::Range<usize> = {
    let page = opening::PAGE_BYTES as usize;
    2 * page..3 * page
};

#[test]
fn a_backup_holds_the_data_and_is_a_file_of_its_own() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 3, 2);
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    assert_eq!(
        backup::list(&place.file).unwrap(),
        std::slice::from_ref(&made)
    );
    assert_eq!(made.revision, 2);
    backup::verify(&made.path).unwrap();
    let copy = Cellar::open(&made.path, now()).unwrap();
    assert_eq!(digest(&copy), digest(&cellar));
    assert_ne!(file_id(&made.path), file_id(&place.file));
}

fn file_id(path: &Path) -> String {
    let conn = crate::opening::open_immutable(path).unwrap();
    conn.query_row("SELECT file_id FROM cellar", [], |row| row.get(0))
        .unwrap()
}

#[cfg(unix)]
#[test]
fn backups_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (place, cellar) = shop_file();
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&made.path), 0o600);
    assert_eq!(mode(&backup::folder(&place.file)), 0o700);
}

#[test]
fn a_start_makes_a_backup_only_if_something_changed() {
    let (_place, cellar) = shop_file();
    let first = cellar.back_up_if_changed(now()).unwrap().unwrap();
    assert_eq!(first.reason, BackupReason::Start);
    assert_eq!(cellar.back_up_if_changed(now()).unwrap(), None);
    write(&cellar, |tx| setting::set(tx, "a", &1));
    assert!(
        cellar
            .back_up_if_changed(now() + Duration::hours(1))
            .unwrap()
            .is_some()
    );
    cellar.undo().unwrap();
    assert!(
        cellar
            .back_up_if_changed(now() + Duration::hours(2))
            .unwrap()
            .is_some()
    );
}

#[test]
fn every_backup_made_while_others_write_is_one_committed_state() {
    let (_place, cellar) = shop_file();
    let steps = 40;
    let mut states: HashSet<String> = HashSet::from([digest(&cellar)]);
    let backups: Vec<PathBuf> = std::thread::scope(|scope| {
        let backing = scope.spawn(|| {
            (0..10)
                .map(|number| {
                    let target = cellar.path().with_file_name(format!("copy{number}"));
                    cellar.copy_to(&target, now()).unwrap();
                    target
                })
                .collect()
        });
        for number in 0..steps {
            let rows = [product_row(number, 20)];
            write(&cellar, |tx| bring(tx, &rows));
            states.insert(digest(&cellar));
        }
        backing.join().unwrap()
    });
    assert_eq!(states.len(), steps + 1);
    for path in backups {
        backup::verify(&path).unwrap();
        let copy = Cellar::open(&path, now()).unwrap();
        assert!(states.contains(&digest(&copy)), "{}", path.display());
    }
}

#[test]
fn old_backups_go_except_the_latest_and_the_last_of_each_day() {
    let (place, cellar) = shop_file();
    for hour in 0..60 {
        cellar
            .back_up(BackupReason::Asked, now() + Duration::hours(hour))
            .unwrap();
    }
    let kept: Vec<_> = backup::list(&place.file)
        .unwrap()
        .into_iter()
        .map(|found| (found.made_at - now()).num_hours())
        .collect();
    // Ten latest, then the last of the 22nd and of the 21st of November.
    assert_eq!(kept, [59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 37, 13]);
}

#[test]
fn restoring_brings_back_the_old_state_and_keeps_the_new_one() {
    let (place, cellar) = shop_file();
    let old = digest(&cellar);
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    stock_up(&cellar, 5, 3);
    let new = digest(&cellar);
    let revision = cellar.read(|view| view.revision()).unwrap();
    drop(cellar);
    let later = now() + Duration::minutes(1);
    let restored = backup::restore(&place.file, &made.path, later).unwrap();
    assert_eq!(restored.damaged, None);
    let saved = restored.saved.unwrap();
    assert_eq!(saved.reason, BackupReason::Restore);
    let cellar = Cellar::open(&place.file, later).unwrap();
    assert_eq!(digest(&cellar), old);
    assert!(cellar.read(|view| view.revision()).unwrap() > revision);
    assert!(
        cellar.undo().unwrap().is_some(),
        "the history came back with it"
    );
    drop(cellar);
    backup::restore(&place.file, &saved.path, later + Duration::minutes(1)).unwrap();
    assert_eq!(digest(&Cellar::open(&place.file, later).unwrap()), new);
}

#[test]
fn an_open_file_is_not_replaced() {
    let (place, cellar) = shop_file();
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    let refused = backup::restore(&place.file, &made.path, now()).unwrap_err();
    assert!(matches!(refused, StoreError::Busy), "{refused}");
}

#[test]
fn a_backup_is_restored_where_there_is_no_file_any_more() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 1, 1);
    let whole = digest(&cellar);
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    drop(cellar);
    let elsewhere = place
        .folder
        .path()
        .join("new machine")
        .join("shop.promodesk");
    let restored = backup::restore(&elsewhere, &made.path, now()).unwrap();
    assert_eq!((restored.saved, restored.damaged), (None, None));
    assert_eq!(digest(&Cellar::open(&elsewhere, now()).unwrap()), whole);
}

#[test]
fn a_corrupt_newer_or_foreign_backup_is_refused_and_everything_stays() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 40, 5);
    let good = cellar.back_up(BackupReason::Asked, now()).unwrap();
    drop(cellar);
    let before = fs::read(&place.file).unwrap();
    let bytes = fs::read(&good.path).unwrap();
    let damaged = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut copy = bytes.clone();
        change(&mut copy);
        copy
    };
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("text", b"not a backup".repeat(20), "first bytes"),
        ("empty", Vec::new(), "it is empty"),
        (
            "short",
            bytes[..bytes.len() / 2].to_vec(),
            "bytes are left of",
        ),
        (
            "newer",
            damaged(&|copy| copy[60..64].copy_from_slice(&99u32.to_be_bytes())),
            "newer version",
        ),
        ("holed", damaged(&|copy| copy[A_PAGE].fill(0)), "damaged"),
    ];
    for (name, bytes, reason) in cases {
        let file = place.folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let refused = backup::restore(&place.file, &file, now())
            .unwrap_err()
            .to_string();
        assert!(refused.contains(reason), "{name}: {refused}");
        assert_eq!(fs::read(&place.file).unwrap(), before, "{name}");
    }
    assert_eq!(backup::list(&place.file).unwrap(), [good]);
}

#[test]
fn a_damaged_file_offers_its_good_backups_and_is_kept_when_one_is_restored() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 60, 5);
    let whole = digest(&cellar);
    let good = cellar.back_up(BackupReason::Asked, now()).unwrap();
    let bad = cellar
        .back_up(BackupReason::Asked, now() + Duration::hours(1))
        .unwrap();
    drop(cellar);
    let mut copy = fs::read(&bad.path).unwrap();
    copy[A_PAGE].fill(0xff);
    fs::write(&bad.path, copy).unwrap();
    let wrecked = b"coffee".repeat(4000);
    fs::write(&place.file, &wrecked).unwrap();
    let refused = Cellar::open(&place.file, now()).unwrap_err();
    assert!(matches!(refused, OpenError::Corrupt { .. }), "{refused}");
    assert_eq!(refused.backups(), std::slice::from_ref(&good));
    assert_eq!(
        refused.advice(),
        "Restore the newest backup. The damaged file is kept beside it."
    );
    assert_eq!(fs::read(&place.file).unwrap(), wrecked);
    let restored = backup::restore(&place.file, &good.path, now()).unwrap();
    assert_eq!(restored.saved, None);
    assert_eq!(fs::read(restored.damaged.unwrap()).unwrap(), wrecked);
    assert_eq!(digest(&Cellar::open(&place.file, now()).unwrap()), whole);
}

#[test]
fn flipped_bytes_are_recognised_or_harmless_and_never_a_panic() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 80, 6);
    drop(cellar);
    let whole = fs::read(&place.file).unwrap();
    let mut chance = 88_172_645_463_325_252u64;
    let mut recognised = 0;
    for _ in 0..60 {
        let mut bytes = whole.clone();
        for _ in 0..48 {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            let at = (chance % bytes.len() as u64) as usize;
            bytes[at] ^= (chance >> 32) as u8 | 1;
        }
        fs::write(&place.file, &bytes).unwrap();
        let outcome = Cellar::open(&place.file, now()).and_then(|cellar| {
            cellar
                .quick_check()
                .map_err(|error| OpenError::store(&place.file, error))
        });
        recognised += u32::from(outcome.is_err());
        for suffix in ["-wal", "-shm"] {
            let _ = fs::remove_file(with_suffix(&place.file, suffix));
        }
    }
    assert!(recognised > 20, "{recognised} of 60");
}

#[test]
fn the_log_of_another_file_is_put_aside_and_not_applied() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 2, 2);
    let own = digest(&cellar);
    drop(cellar);
    let (other_place, other) = shop_file();
    stock_up(&other, 30, 3);
    let log = fs::read(with_suffix(&other_place.file, "-wal")).unwrap();
    assert!(!log.is_empty());
    fs::write(with_suffix(&place.file, "-wal"), &log).unwrap();
    let cellar = Cellar::open(&place.file, now()).unwrap();
    assert_eq!(digest(&cellar), own);
    cellar.quick_check().unwrap();
    let aside = cellar.opening().foreign_log.clone().unwrap();
    assert_eq!(fs::read(aside).unwrap(), log);
}

#[test]
fn the_log_of_the_original_is_not_laid_over_a_backup_copied_into_its_place() {
    let (place, cellar) = shop_file();
    let made = cellar.back_up(BackupReason::Asked, now()).unwrap();
    let old = digest(&cellar);
    stock_up(&cellar, 30, 3);
    let log = fs::read(with_suffix(&place.file, "-wal")).unwrap();
    drop(cellar);
    fs::copy(&made.path, &place.file).unwrap();
    fs::write(with_suffix(&place.file, "-wal"), log).unwrap();
    let cellar = Cellar::open(&place.file, now()).unwrap();
    assert_eq!(digest(&cellar), old);
    assert!(cellar.opening().foreign_log.is_some());
}

#[test]
fn a_log_of_its_own_is_applied_after_a_crash() {
    let (place, cellar) = shop_file();
    stock_up(&cellar, 4, 2);
    let whole = digest(&cellar);
    let crashed = place.folder.path().join("crashed");
    fs::copy(&place.file, &crashed).unwrap();
    fs::copy(
        with_suffix(&place.file, "-wal"),
        with_suffix(&crashed, "-wal"),
    )
    .unwrap();
    let again = Cellar::open(&crashed, now()).unwrap();
    assert_eq!(digest(&again), whole);
    assert!(again.opening().was_not_closed);
    assert_eq!(again.opening().foreign_log, None);
}

#[test]
fn a_log_torn_anywhere_gives_one_committed_state() {
    let (place, cellar) = shop_file();
    let mut states = HashSet::from([digest(&cellar)]);
    for number in 0..6 {
        write(&cellar, |tx| bring(tx, &[product_row(number, 8)]));
        states.insert(digest(&cellar));
    }
    let file = fs::read(&place.file).unwrap();
    let log = fs::read(with_suffix(&place.file, "-wal")).unwrap();
    // A new file has its first schema in the file itself, without a shop.
    let empty = super::support::place();
    states.insert(digest(&Cellar::create(&empty.file, now()).unwrap()));
    let torn = place.folder.path().join("torn");
    for cut in 0..100 {
        fs::write(&torn, &file).unwrap();
        fs::write(with_suffix(&torn, "-wal"), &log[..log.len() * cut / 100]).unwrap();
        let again = Cellar::open(&torn, now()).unwrap();
        assert!(states.contains(&digest(&again)), "cut at {cut} %");
        again.quick_check().unwrap();
        let registered = again.read(sku::count).unwrap();
        assert_eq!(registered % 8, 0);
        let _ = again.read(history::count).unwrap();
    }
}
