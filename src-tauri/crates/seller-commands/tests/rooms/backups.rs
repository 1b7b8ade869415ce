//! Backups: made by hand, listed, restored; a foreign file is refused and changes nothing.

use crate::support::{Office, shop};
use serde_json::{Value, json};

fn rename_shop(office: &Office, name: &str) {
    let mut settings = shop();
    settings["name"] = json!(name);
    office.call("shop_save", json!({ "shop": settings }));
}

#[test]
fn a_backup_is_listed_and_brings_back_what_was() {
    let office = Office::with_shop();
    let made = office.call("backup_now", json!({ "path": null }));
    assert_eq!(made["reason"], "asked");
    assert!(made["bytes"].as_u64().unwrap() > 0);
    let then = office.digest();
    rename_shop(&office, "Sunnier Goods");

    let state = office.call("backup_restore", json!({ "path": made["path"] }));
    assert_eq!(state["shop"]["name"], "Sunny Goods");
    assert_eq!(office.digest(), then);

    let backups = office.call("backup_list", json!({}));
    let reasons: Vec<&Value> = backups["backups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|backup| &backup["reason"])
        .collect();
    assert!(reasons.contains(&&json!("restore")), "{reasons:?}");
}

#[test]
fn what_a_restore_replaced_can_be_restored_too() {
    let office = Office::with_shop();
    let made = office.call("backup_now", json!({ "path": null }));
    rename_shop(&office, "Sunnier Goods");
    office.call("backup_restore", json!({ "path": made["path"] }));
    let backups = office.call("backup_list", json!({}));
    let kept = backups["backups"].as_array().unwrap().iter();
    let kept = kept
        .clone()
        .find(|backup| backup["reason"] == "restore")
        .unwrap();
    let state = office.call("backup_restore", json!({ "path": kept["path"] }));
    assert_eq!(state["shop"]["name"], "Sunnier Goods");
}

#[test]
fn a_backup_is_written_where_the_seller_wants_it() {
    let office = Office::with_shop();
    let path = office.path("my shop 备份.promodesk");
    let made = office.call("backup_now", json!({ "path": path }));
    assert_eq!(
        made["bytes"].as_u64().unwrap(),
        std::fs::metadata(&path).unwrap().len()
    );
    rename_shop(&office, "Sunnier Goods");
    let state = office.call("backup_restore", json!({ "path": path }));
    assert_eq!(state["shop"]["name"], "Sunny Goods");
}

#[test]
fn a_foreign_file_is_not_restored() {
    let office = Office::with_shop();
    let notes = office.path("notes.promodesk");
    std::fs::write(&notes, "no database at all").unwrap();
    let absent = office.path("gone.promodesk");
    let before = office.digest();
    for path in [&notes, &absent] {
        let error = office.refused("backup_restore", json!({ "path": path }));
        let text = serde_json::to_string(&error).unwrap();
        assert!(text.contains(path.to_str().unwrap()), "{text}");
        assert_eq!(office.digest(), before);
        office.call("desk_state", json!({}));
    }
}
