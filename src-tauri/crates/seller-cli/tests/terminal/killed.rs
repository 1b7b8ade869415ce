//! Killed at any moment, or started twice: one whole state is left, and the next start works.

use crate::support::{Dice, Terminal, ran, times};
use serde_json::json;
use std::ffi::OsString;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

/// So often a deed is killed in an ordinary run.
const ORDINARY: usize = 12;

/// Runs a deed once to see how long it takes, then kills it at random moments of that time, and
/// lets `judge` look at what is left.
fn kill_everywhere(
    prepared: &Terminal,
    deed: &[OsString],
    undoes_itself: impl Fn(&Terminal),
    judge: impl Fn(&Terminal, bool),
) {
    let started = Instant::now();
    let whole = ran(&prepared.command(deed).output().unwrap());
    assert_eq!(whole.code, Some(0), "{}", whole.said);
    let took = started.elapsed();
    judge(prepared, true);
    let mut dice = Dice::new();
    let (mut done, mut undone) = (0, 0);
    for _ in 0..times(ORDINARY) {
        undoes_itself(prepared);
        let (before, _) = prepared.state();
        let mut child = prepared
            .command(deed)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(took * dice.below(1000) as u32 / 1000);
        let finished = child.try_wait().unwrap().is_some_and(|end| end.success());
        child.kill().unwrap();
        child.wait().unwrap();
        judge(prepared, finished);
        // Sound throughout, whichever of the two it is.
        let (after, _) = prepared.state();
        let changed = usize::from(after != before);
        (done, undone) = (done + changed, undone + 1 - changed);
    }
    println!("{deed:?} was killed: {done} times the file had changed, {undone} times not");
}

/// Takes the last step back until the shop has as many SKUs as it had.
fn undo_to(terminal: &Terminal, skus: u64) {
    while terminal.counts().0 != skus {
        terminal.call("history_undo", &json!({}));
    }
}

#[test]
fn an_import_is_whole_or_absent() {
    let terminal = Terminal::with_shop();
    let catalogue = terminal.catalogue(500);
    let deed = ["import".into(), catalogue.into_os_string()];
    kill_everywhere(
        &terminal,
        &deed,
        |terminal| undo_to(terminal, 0),
        |terminal, finished| {
            let skus = terminal.counts().0;
            assert!(skus == 1000 || (skus == 0 && !finished), "{skus} SKUs");
        },
    );
}

#[test]
fn a_submission_is_whole_or_absent_and_never_doubled() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(150));
    let (campaign, _) = terminal.prepare();
    let registered = |terminal: &Terminal| {
        let asked = json!({ "campaign_id": campaign, "state": null, "search": "",
            "window": { "offset": 0, "limit": 1 } });
        let page = terminal.call("registration_page", &asked);
        page["total"].as_u64().unwrap()
    };
    kill_everywhere(
        &terminal,
        &["register".into(), campaign.clone().into()],
        |terminal| {
            if registered(terminal) > 0 {
                terminal.call("history_undo", &json!({}));
            }
            assert_eq!(registered(terminal), 0);
        },
        |terminal, finished| {
            let products = registered(terminal);
            let drafts = terminal.call("draft_list", &json!({}));
            let drafts = drafts["drafts"].as_array().unwrap().len();
            let whole = (products, drafts) == (150, 0);
            let absent = (products, drafts) == (0, 1) && !finished;
            assert!(whole || absent, "{products} products, {drafts} drafts");
        },
    );
}

#[test]
fn taking_a_step_back_is_whole_or_absent() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(500));
    kill_everywhere(
        &terminal,
        &["call".into(), "history_undo".into()],
        |terminal| {
            if terminal.counts().0 == 0 {
                terminal.call("history_redo", &json!({}));
            }
        },
        |terminal, finished| {
            let skus = terminal.counts().0;
            assert!(skus == 0 || (skus == 1000 && !finished), "{skus} SKUs");
        },
    );
}

#[test]
fn an_export_leaves_the_old_file_or_the_whole_new_one() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(150));
    let (campaign, _) = terminal.prepare();
    terminal.done(&["register", &campaign]);
    let file = terminal.path("registrations.csv");
    let old = "the old file";
    kill_everywhere(
        &terminal,
        &["export".into(), campaign.into(), file.clone().into()],
        |_| std::fs::write(&file, old).unwrap(),
        |_, finished| {
            let written = std::fs::read_to_string(&file).unwrap();
            let whole = written.lines().count() == 301;
            assert!(whole || (written == old && !finished), "{written}");
        },
    );
}

#[test]
fn a_backup_is_whole_or_absent() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(500));
    let copy = terminal.path("copy.promodesk");
    kill_everywhere(
        &terminal,
        &["backup".into(), copy.clone().into()],
        |_| {
            if copy.exists() {
                std::fs::remove_file(&copy).unwrap();
            }
        },
        |terminal, finished| {
            assert!(copy.exists() || !finished);
            if copy.exists() {
                terminal.call("backup_restore", &json!({ "path": copy }));
            }
            assert_eq!(terminal.counts().0, 1000);
        },
    );
}

#[test]
fn of_two_that_submit_at_once_one_does_and_the_other_is_told() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(50));
    let (campaign, _) = terminal.prepare();
    for _ in 0..times(10) {
        let start = || {
            terminal
                .command(&["register", &campaign])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        };
        let pair = [start(), start()].map(|child| ran(&child.wait_with_output().unwrap()));
        let done = pair.iter().filter(|run| run.code == Some(0)).count();
        assert_eq!(done, 1, "{} {}", pair[0].said, pair[1].said);
        let told = pair.iter().find(|run| run.code != Some(0)).unwrap();
        assert_eq!(told.code, Some(1), "{}", told.said);
        assert!(!told.said.contains("database is locked"), "{}", told.said);
        terminal.call("history_undo", &json!({}));
        thread::sleep(Duration::from_millis(1));
    }
}
