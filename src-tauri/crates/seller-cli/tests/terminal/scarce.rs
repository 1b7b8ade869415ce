//! Too little memory: a campaign is planned as a whole or not at all, wherever the memory ends.
//!
//! `prlimit` of util-linux limits the addresses that the program may take.

use crate::large::{lists, plan_register, rows_of, table};
use crate::support::{Terminal, factor};
use serde_json::json;
use std::process::Command;

/// Plans under a limit, in megabytes; gives whether it was done. What was there is there again.
fn plans_or_not(terminal: &Terminal, request: &str, rows: usize, limit: usize) -> bool {
    let before = terminal.state();
    let whole = terminal.command(&["call", "plan_register", request]);
    let mut command = Command::new("prlimit");
    command.arg(format!("--as={}", limit << 20));
    command.arg(whole.get_program()).args(whole.get_args());
    let ran = command.output().unwrap();
    let now = terminal.state();
    if ran.status.success() {
        assert_eq!(terminal.counts().0, rows as u64);
        let listed = lists(terminal).map(|list| rows_of(&list));
        assert_eq!(listed, [rows - rows / 10, rows / 10]);
        assert_eq!(now.1, before.1 + 1);
        terminal.call("history_undo", &json!({}));
        assert_eq!(terminal.state().0, before.0);
        for list in lists(terminal) {
            std::fs::remove_file(list).unwrap();
        }
        return true;
    }
    let trouble = String::from_utf8_lossy(&ran.stderr);
    let why = trouble.lines().next().unwrap_or_default();
    println!("{limit} MB: {} {why}", ran.status);
    assert_eq!(now, before, "{limit} MB");
    for list in lists(terminal) {
        assert!(!list.exists(), "{limit} MB: {}", list.display());
    }
    false
}

fn limits_are_there() -> bool {
    let there = Command::new("prlimit").arg("--version").output().is_ok();
    if !there {
        println!("NOT TRIED: there is no prlimit here.");
    }
    there
}

#[test]
fn wherever_the_memory_ends_a_plan_is_done_or_not() {
    if !limits_are_there() {
        return;
    }
    let terminal = Terminal::with_shop();
    let rows = 8_000;
    let request = plan_register(&terminal, &table(&terminal, rows)).to_string();
    let mut failed = 0;
    // Where it ends in between is another place on each machine.
    for limit in [32, 48, 64, 96, 128, 160, 192, 256, 384, 768, 4096] {
        let done = plans_or_not(&terminal, &request, rows, limit);
        failed += usize::from(!done);
        assert!(done || limit < 4096);
    }
    assert!(failed > 0);
}

/// A million rows where more is tried than in an ordinary run.
#[test]
fn half_a_gigabyte_does_for_a_large_plan_or_nothing_is_done() {
    if !limits_are_there() {
        return;
    }
    let terminal = Terminal::with_shop();
    let rows = if factor() > 1 { 1_000_000 } else { 50_000 };
    let request = plan_register(&terminal, &table(&terminal, rows)).to_string();
    let done = plans_or_not(&terminal, &request, rows, 512);
    println!(
        "{rows} rows in 512 MB: {}",
        if done { "done" } else { "refused" }
    );
}
