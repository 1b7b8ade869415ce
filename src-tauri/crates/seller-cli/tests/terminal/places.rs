//! The wrong file, a strange path, a newer file: said in a sentence, and left as it was.

use crate::support::{Terminal, times};
use serde_json::json;
use std::path::Path;

/// Opening fails with a sentence that names the file and what to do, and no byte changes.
fn is_refused_and_untouched(terminal: &Terminal, words: &str) {
    let before = std::fs::read(terminal.file()).unwrap();
    let refused = terminal.run(&["call", "overview"]);
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    let error = refused.json();
    assert_eq!(error["kind"], "storage", "{error}");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains(words), "{message}");
    assert!(!error["remedy"].as_str().unwrap().is_empty());
    let in_chinese = terminal
        .run(&["--lang", "zh-CN", "call", "overview"])
        .json();
    let file = terminal.file().display().to_string();
    for part in ["message", "remedy"] {
        let said = in_chinese[part].as_str().unwrap().replace(&file, "");
        assert_eq!(english_in(&said), [""; 0], "{said}");
    }
    assert_eq!(std::fs::read(terminal.file()).unwrap(), before);
}

/// English words that are no proper names: letters in a row with a small one among them.
fn english_in(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| word.contains(|letter: char| letter.is_ascii_lowercase()))
        .filter(|word| *word != "Promodesk")
        .collect()
}

/// The shop's file with a few bytes written over.
fn with_bytes_at(offset: usize, bytes: &[u8]) -> Terminal {
    let terminal = Terminal::with_shop();
    let mut content = std::fs::read(terminal.file()).unwrap();
    content[offset..offset + bytes.len()].copy_from_slice(bytes);
    std::fs::write(terminal.file(), content).unwrap();
    terminal
}

#[test]
fn a_file_of_a_newer_version_is_refused() {
    // The header keeps user_version in four bytes, the highest first.
    is_refused_and_untouched(&with_bytes_at(60, &[0, 0, 255, 255]), "newer");
}

#[test]
fn a_file_of_another_program_is_refused() {
    is_refused_and_untouched(&with_bytes_at(68, b"Note"), "shop.promodesk");
}

#[test]
fn what_is_no_database_is_refused() {
    let terminal = Terminal::new();
    std::fs::write(terminal.file(), "product_id,sku_id\n1,2\n").unwrap();
    is_refused_and_untouched(&terminal, "shop.promodesk");
}

#[test]
fn a_torn_file_is_refused() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(100));
    let content = std::fs::read(terminal.file()).unwrap();
    std::fs::write(terminal.file(), &content[..content.len() / 2]).unwrap();
    is_refused_and_untouched(&terminal, "shop.promodesk");
}

#[test]
fn a_damaged_file_is_recognised_or_harmless() {
    let whole = Terminal::with_shop();
    whole.import(&whole.catalogue(50));
    let content = std::fs::read(whole.file()).unwrap();
    let rounds = times(40);
    for round in 0..rounds {
        let terminal = Terminal::new();
        let mut damaged = content.clone();
        let at = (content.len() * round / rounds + 100).min(content.len() - 16);
        for byte in &mut damaged[at..at + 16] {
            *byte ^= 0xA5;
        }
        std::fs::write(terminal.file(), damaged).unwrap();
        let opened = terminal.run(&["call", "overview"]);
        assert!(matches!(opened.code, Some(0 | 1)), "{}", opened.said);
        if opened.code == Some(1) {
            assert_ne!(opened.json()["kind"], "bug", "{}", opened.said);
        }
    }
}

#[test]
fn names_with_spaces_chinese_and_many_letters_work() {
    let long = "a".repeat(200);
    for name in ["my shop.promodesk", "店铺 数据.promodesk", long.as_str()] {
        let terminal = Terminal::with_file(name);
        terminal.set_up();
        terminal.import(&terminal.catalogue(1));
        assert_eq!(terminal.counts().0, 2, "{name}");
    }
}

#[test]
fn a_folder_in_the_place_of_the_file_is_refused() {
    let terminal = Terminal::new();
    std::fs::create_dir(terminal.file()).unwrap();
    let refused = terminal.run(&["call", "overview"]);
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    assert_eq!(refused.json()["kind"], "storage");
    assert!(terminal.file().is_dir());
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let terminal = Terminal::with_file("notes.txt");
    std::fs::write(terminal.file(), "a file, not a folder").unwrap();
    let below = terminal.file().join("shop.promodesk");
    let save = json!({ "shop": crate::support::shop() }).to_string();
    let refused = Terminal::at(&below).run(&["call", "shop_save", &save]);
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    assert!(refused.said.contains("notes.txt"), "{}", refused.said);
}

#[test]
fn the_log_of_another_database_is_not_taken_for_its_own() {
    let one = Terminal::with_shop();
    let other = Terminal::with_shop();
    other.import(&other.catalogue(20));
    let stray = one.file().with_extension("promodesk-wal");
    std::fs::copy(other.file(), &stray).unwrap();
    assert_eq!(one.counts().0, 0);
}

#[test]
fn an_export_to_a_folder_that_is_not_there_changes_nothing() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(2));
    let (campaign, _) = terminal.prepare();
    terminal.done(&["register", &campaign]);
    let target = terminal.path("no folder").join("registrations.csv");
    let refused = terminal.run(&["export".as_ref(), campaign.as_ref(), target.as_os_str()]);
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    assert!(
        refused.said.contains("registrations.csv"),
        "{}",
        refused.said
    );
    assert!(!Path::new(&target).exists());
}
