//! Files that are derived from the list of commands are current.
//! `UPDATE=1` writes them anew; `cargo xtask codegen` does that.

use std::path::Path;
use std::{env, fs};

#[test]
fn the_types_of_the_page_are_current() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/bridge/generated/commands.ts");
    let wanted = seller_commands::typescript();
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &wanted).expect("the generated folder can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "{} is not current: run `cargo xtask codegen`",
        path.display()
    );
}
