//! A disk of a few megabytes that is full: the refusal names what is needed and what is free in
//! both languages, nothing has changed, and once there is room the same words do the work.
//!
//! The disk is a file system in memory that only its own processes see; `unshare` and `nsenter` of
//! util-linux make it without any rights.

use crate::large::{lists, plan_register, table};
use crate::support::{NOW, Ran, Terminal, program, ran};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A small disk, mounted in a folder of its own.
struct Disk {
    folder: tempfile::TempDir,
    holder: Child,
}

impl Disk {
    /// None where this system does not allow it.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        // It is there until its input ends.
        let mount = "mount -t tmpfs -o size=24m none \"$0\" && echo mounted && read end";
        let mut holder = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount])
            .arg(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("util-linux is there");
        let mut said = String::new();
        BufReader::new(holder.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        if said.is_empty() {
            holder.wait().unwrap();
            println!("NOT TRIED: this system forbids mounting.");
            return None;
        }
        Some(Self { folder, holder })
    }

    /// A path on the disk, as the program sees it.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same path, as this process sees it.
    fn seen(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        let root = PathBuf::from(format!("/proc/{}/root", self.holder.id()));
        root.join(path.strip_prefix("/").unwrap())
    }

    /// Leaves so many bytes free, by a file that takes up the rest.
    fn leave(&self, free: u64) {
        self.make_room();
        let had = seller_store::space::free(&self.seen("")).unwrap();
        let ballast = vec![0; usize::try_from(had - free).unwrap()];
        std::fs::write(self.seen("ballast"), ballast).unwrap();
    }

    fn make_room(&self) {
        let _ = std::fs::remove_file(self.seen("ballast"));
    }

    /// Runs the program where it sees the disk.
    fn run(&self, file: &Path, language: &str, words: &[&str]) -> Ran {
        let mut command = Command::new("nsenter");
        command
            .args(["--user", "--mount", "--preserve-credentials", "--target"])
            .arg(self.holder.id().to_string())
            .arg(program().get_program())
            .arg("--db")
            .arg(file)
            .args(["--now", NOW, "--lang", language])
            .args(words);
        ran(&command.output().unwrap())
    }

    /// A copy of a shop's file on the disk.
    fn bring(&self, terminal: &Terminal) -> PathBuf {
        let file = self.path("shop.promodesk");
        std::fs::copy(terminal.file(), self.seen("shop.promodesk")).unwrap();
        file
    }

    /// What a shop's file on the disk holds, with its log if it has one.
    fn state(&self) -> String {
        let there = Terminal::new();
        for end in ["", "-wal"] {
            let log = self.seen(&format!("shop.promodesk{end}"));
            if log.exists() {
                let name = format!("shop.promodesk{end}");
                std::fs::copy(log, there.path(&name)).unwrap();
            }
        }
        there.state().0
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.seen("")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name != "ballast").collect();
        names.sort();
        names
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(self.holder.stdin.take());
        let _ = self.holder.wait();
    }
}

/// The figures of megabytes in a sentence, in tenths.
fn megabytes(said: &str) -> Vec<u64> {
    let words: Vec<&str> = said
        .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let figures = words.windows(2).filter(|pair| pair[1].starts_with("MB"));
    figures
        .map(|pair| pair[0].replace('.', "").parse().unwrap())
        .collect()
}

/// The refusal in both languages: what is needed and what is free, in tenths of megabytes.
fn refused(disk: &Disk, file: &Path, words: &[&str]) -> [u64; 2] {
    let [english, chinese] = ["en", "zh-CN"].map(|language| {
        let refused = disk.run(file, language, words);
        assert_eq!(refused.code, Some(1), "{words:?}: {}", refused.said);
        let error = refused.json();
        let remedy = error["remedy"].as_str().unwrap().to_owned();
        (error["message"].as_str().unwrap().to_owned(), remedy)
    });
    println!("{} {}", english.0, chinese.0);
    assert!(english.1.starts_with("Free some space"), "{}", english.1);
    assert!(chinese.1.starts_with("请清理"), "{}", chinese.1);
    assert!(chinese.0.contains("需要"), "{}", chinese.0);
    assert_eq!(megabytes(&english.0), megabytes(&chinese.0));
    let figures = megabytes(&english.0);
    figures.try_into().unwrap()
}

/// A write of the shop's file is refused for want of room, and done with room.
fn a_write_is_refused_and_then_done(terminal: &Terminal, free: u64, words: &[&str]) {
    let Some(disk) = Disk::new() else {
        return;
    };
    let file = disk.bring(terminal);
    let before = disk.state();
    disk.leave(free);
    let [needed, left] = refused(&disk, &file, words);
    assert!(needed > left, "{needed} {left}");
    assert_eq!(disk.state(), before);
    disk.make_room();
    let had = seller_store::space::free(&disk.seen("")).unwrap();
    let done = disk.run(&file, "en", words);
    assert_eq!(done.code, Some(0), "{}", done.said);
    assert_ne!(disk.state(), before);
    // What was named as the least is no more than a disk of this size has.
    assert!(needed * 100_000 < had, "{needed} {had}");
}

#[test]
fn an_import_says_what_it_takes_at_least() {
    let terminal = Terminal::with_shop();
    let catalogue = terminal.catalogue(3000);
    let words = ["import", catalogue.to_str().unwrap()];
    for free in [200_000, 900_000] {
        a_write_is_refused_and_then_done(&terminal, free, &words);
    }
}

#[test]
fn a_submission_and_a_step_back_say_what_they_take_at_least() {
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(300));
    let (campaign, _) = terminal.prepare();
    a_write_is_refused_and_then_done(&terminal, 200_000, &["register", &campaign]);
    a_write_is_refused_and_then_done(&terminal, 100_000, &["call", "history_undo"]);
}

/// Files on the full disk, the shop's on another: each is refused with its exact size.
#[test]
fn an_export_says_what_it_takes() {
    let Some(disk) = Disk::new() else {
        return;
    };
    let terminal = Terminal::with_shop();
    terminal.import(&terminal.catalogue(300));
    let (campaign, _) = terminal.prepare();
    terminal.done(&["register", &campaign]);
    let out = disk.path("out");
    let out = out.to_str().unwrap();
    for format in ["csv", "price-template", "evidence"] {
        let words = ["export", &campaign, out, "--format", format];
        std::fs::write(disk.seen("out"), "the old file").unwrap();
        disk.leave(9_000);
        let [needed, left] = refused(&disk, terminal.file(), &words);
        assert_eq!(left, 0);
        assert_eq!(std::fs::read(disk.seen("out")).unwrap(), b"the old file");
        assert_eq!(disk.names(), ["out"]);
        disk.make_room();
        assert_eq!(disk.run(terminal.file(), "en", &words).code, Some(0));
        let size = std::fs::metadata(disk.seen("out")).unwrap().len();
        assert_eq!(needed, size.div_ceil(100_000), "{format}");
    }
}

/// A planned campaign whose list does not fit registers nothing.
#[test]
fn the_list_of_a_plan_says_what_it_takes() {
    let Some(disk) = Disk::new() else {
        return;
    };
    let terminal = Terminal::with_shop();
    let table = table(&terminal, 4_000);
    let mut request = plan_register(&terminal, &table);
    request["accepted"] = json!(disk.path("accepted.csv"));
    let request = request.to_string();
    let words = ["call", "plan_register", &request];
    let before = terminal.state();
    disk.leave(100_000);
    let [needed, left] = refused(&disk, terminal.file(), &words);
    assert!(left < 2, "{left}");
    assert_eq!(disk.names(), [""; 0]);
    assert!(!lists(&terminal)[1].exists());
    assert_eq!(terminal.state(), before);
    disk.make_room();
    let done = disk.run(terminal.file(), "en", &words);
    assert_eq!(done.code, Some(0), "{}", done.said);
    let size = std::fs::metadata(disk.seen("accepted.csv")).unwrap().len();
    assert_eq!(needed, size.div_ceil(100_000));
    assert_eq!(terminal.counts().0, 4_000);
}
