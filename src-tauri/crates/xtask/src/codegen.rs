//! `cargo xtask codegen`: writes the files other files are derived from, or checks them.
//!
//! Each has a test in a target called `generated`, beside the desk or in `tests/`, that compares the
//! file with what its source says now, and rewrites it when `UPDATE=1` is set.

use crate::home::Home;
use crate::step::{Done, run};
use crate::{Chore, Trouble};

pub const CHORE: Chore = Chore {
    name: "codegen",
    usage: "codegen [--check]",
    about: "Writes the page's types, the window's permissions and the rule index anew; --check only \
            says whether they are current.",
    work,
};

fn work(home: &Home, words: &[String]) -> Result<(), Trouble> {
    match words {
        [] => write(home),
        [word] if word == "--check" => check(home).map(|_| ()),
        _ => Err(Trouble::new(format!(
            "`cargo xtask {}`: cannot read {words:?}",
            CHORE.usage
        ))),
    }
}

/// Fails when a generated file differs from what its source says.
pub fn check(home: &Home) -> Result<Done, Trouble> {
    run(home.cargo(&COMPARE)).map_err(|_| {
        Trouble::new("generated files are not current; `cargo xtask codegen` writes them anew")
    })
}

fn write(home: &Home) -> Result<(), Trouble> {
    let mut command = home.cargo(&COMPARE);
    command.env("UPDATE", "1");
    run(command).map(|_| ())
}

const COMPARE: [&str; 9] = [
    "test",
    "--quiet",
    "--no-fail-fast",
    "--package",
    "seller-commands",
    "--package",
    "promodesk-tests",
    "--test",
    "generated",
];
