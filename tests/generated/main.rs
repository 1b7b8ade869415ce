//! Files derived from the desk and the rulebook are current. `UPDATE=1` writes them anew, which
//! `cargo xtask codegen` does. The page's types have such a test beside the desk.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod permissions;
mod rule_index;

use std::{env, fs};

use promodesk_tests::root;

/// Compares a file with what its source says now, or rewrites it.
fn assert_current(path: &str, wanted: &str) {
    let file = root().join(path);
    if env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, wanted).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == wanted,
        "{path} is not current: run `cargo xtask codegen`"
    );
}
