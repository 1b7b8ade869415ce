//! The built program in a folder of its own, at a time that stands still.

use seller_store::{Cellar, StoreError, digest, history};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The time that every call is made at.
pub const NOW: &str = "2026-05-10T12:00:00Z";

/// A folder with a shop's file.
pub struct Terminal {
    folder: TempDir,
    file: PathBuf,
}

/// What a run left behind.
pub struct Ran {
    /// The exit code; none where it was killed.
    pub code: Option<i32>,
    /// Standard output; standard error where that is empty.
    pub said: String,
    /// Standard error.
    pub trouble: String,
}

impl Ran {
    /// Standard output as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.said).unwrap_or_else(|why| panic!("{why}: {}", self.said))
    }
}

impl Terminal {
    /// No file yet.
    pub fn new() -> Self {
        Self::with_file("shop.promodesk")
    }

    /// No file yet, and this name for it.
    pub fn with_file(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        Self { folder, file }
    }

    /// The program on a file anywhere.
    pub fn at(file: &Path) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            file: file.to_owned(),
        }
    }

    /// A shop.
    pub fn with_shop() -> Self {
        let terminal = Self::new();
        terminal.set_up();
        terminal
    }

    /// Sets the shop up.
    pub fn set_up(&self) {
        self.call("shop_save", &json!({ "shop": shop() }));
    }

    /// The same files in a folder in memory where there is such a place: hundreds of runs wait
    /// for no disk.
    pub fn twin(&self) -> Self {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        let folder = in_memory.or_else(|_| tempfile::tempdir()).unwrap();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
            }
        }
        let file = folder.path().join(self.file.file_name().unwrap());
        Self { folder, file }
    }

    /// The names of everything in the folder.
    pub fn names(&self) -> BTreeSet<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    /// The shop's file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// A path beside it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A catalogue of `products` products with two SKUs each, retail 20.00, as a file.
    pub fn catalogue(&self, products: usize) -> PathBuf {
        let mut rows = "product_id,sku_id,title,variant,retail_price,stock\n".to_owned();
        for product in 0..products {
            for sku in 0..2 {
                writeln!(
                    rows,
                    "17293800000000{product:05},17293900000{product:05}{sku:03},Travel mug {product},Colour {sku},20.00,40"
                )
                .unwrap();
            }
        }
        let path = self.path("catalogue.csv");
        std::fs::write(&path, rows).unwrap();
        path
    }

    /// The program on the shop's file.
    pub fn command<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = program();
        command.arg("--db").arg(&self.file).args(["--now", NOW]);
        command.args(arguments);
        command
    }

    /// Runs it; it may refuse, but never panic.
    pub fn run<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Ran {
        ran(&self.command(arguments).output().unwrap())
    }

    /// Runs it; it must succeed.
    pub fn done<A: AsRef<std::ffi::OsStr>>(&self, arguments: &[A]) -> Value {
        let ran = self.run(arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.said);
        ran.json()
    }

    /// Calls a command; it must succeed.
    pub fn call(&self, name: &str, request: &Value) -> Value {
        self.done(&["call", name, &request.to_string()])
    }

    /// Imports the catalogue.
    pub fn import(&self, catalogue: &Path) -> Value {
        self.done(&["import".as_ref(), catalogue.as_os_str()])
    }

    /// The terms of a campaign that is open, for every shop.
    pub fn terms(&self, name: &str) -> Value {
        let mut campaign = self.call("campaign_template", &json!({ "kind": "major" }));
        campaign["name"] = json!(name);
        campaign["criteria"]["smart_promotion"] = json!({ "kind": "not" });
        campaign
    }

    /// Records an open campaign and begins a draft with everything in it, priced at the ceiling.
    pub fn prepare(&self) -> (String, String) {
        let saved = self.call(
            "campaign_save",
            &json!({ "campaign": self.terms("Summer Sale") }),
        );
        let campaign = saved["id"].as_str().unwrap().to_owned();
        let head = self.call(
            "draft_open",
            &json!({ "campaign_id": campaign, "again": [] }),
        );
        let draft = head["line"]["id"].as_str().unwrap().to_owned();
        let all = json!({ "search": "", "only_recommended": false, "only_missing": true });
        let choice = json!({ "kind": "matching", "filter": all });
        self.call(
            "draft_products",
            &json!({ "draft_id": draft, "choice": choice, "include": true }),
        );
        for strategy in [
            json!({ "kind": "stock", "units": 10 }),
            json!({ "kind": "at_ceiling" }),
        ] {
            let request = json!({ "draft_id": draft, "filter": everything(), "strategy": strategy,
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false });
            self.call("draft_fill", &request);
        }
        (campaign, draft)
    }

    /// Types a campaign price into the first SKU.
    pub fn price_first_sku(&self, draft: &str, text: &str) {
        let cell =
            json!({ "sku_id": "1729390000000000000", "column": "campaign_price", "text": text });
        self.call(
            "draft_edit_cells",
            &json!({ "draft_id": draft, "cells": [cell] }),
        );
    }

    /// The rules that only warn.
    pub fn warnings(&self) -> Vec<Value> {
        let index = self.call("rule_index", &json!({}));
        let families = index["families"].as_array().unwrap().iter();
        let rules = families.flat_map(|family| family["rules"].as_array().unwrap());
        let warn = rules.filter(|rule| rule["grade"] == "warn");
        warn.map(|rule| rule["id"].clone()).collect()
    }

    /// The digest of everything that the file holds, and how many steps led to it. The file must
    /// open, be sound throughout, and have no row that refers to none.
    pub fn state(&self) -> (String, u32) {
        let cellar = Cellar::open(&self.file, NOW.parse().unwrap()).unwrap();
        cellar.full_check().unwrap();
        cellar
            .read(|view| Ok::<_, StoreError>((digest(view)?, history::count(view)?)))
            .unwrap()
    }

    /// How many SKUs the shop has, and how many steps its history.
    pub fn counts(&self) -> (u64, u64) {
        let overview = self.call("overview", &json!({}));
        let window = json!({ "offset": 0, "limit": 1 });
        let history = self.call("history_page", &json!({ "window": window }));
        (
            overview["skus"].as_u64().unwrap(),
            history["total"].as_u64().unwrap(),
        )
    }
}

/// Chance that can be had again: the same in every run, so that a failure tells of a change.
/// `PROMODESK_FAULT_SEED` sets another seed, and `new` asks for one that nobody has seen.
pub struct Dice(u64);

impl Dice {
    /// Thrown with the seed, which is printed.
    pub fn new() -> Self {
        let seed = match std::env::var("PROMODESK_FAULT_SEED") {
            Ok(asked) if asked == "new" => {
                std::time::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64
            }
            Ok(asked) => asked.parse().unwrap(),
            Err(_) => 2_654_435_769,
        };
        println!("PROMODESK_FAULT_SEED={seed}");
        Self(seed | 1)
    }

    /// A number below `sides`, which are at least one.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides
    }
}

/// So often a fault is tried: in an ordinary run so often, and `PROMODESK_FAULT_TIMES` times as often
/// where that is set.
pub fn times(ordinary: usize) -> usize {
    ordinary * factor()
}

/// How much more is tried than in an ordinary run.
pub fn factor() -> usize {
    let asked = std::env::var("PROMODESK_FAULT_TIMES");
    asked.map_or(1, |times| times.parse().unwrap())
}

/// The program without arguments.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seller-cli"));
    command.stdin(Stdio::null()).env_remove("RUST_LOG");
    command
}

/// What became of a run, which must not have panicked.
pub fn ran(output: &Output) -> Ran {
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(!trouble.contains("panicked"), "{trouble}");
    let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
    if said.is_empty() {
        said = trouble.to_string();
    }
    Ran {
        code: output.status.code(),
        said,
        trouble: trouble.into_owned(),
    }
}

/// A filter that leaves every row.
pub fn everything() -> Value {
    json!({ "search": "", "rule": null, "field": null, "grade": null, "thin_margin": false })
}

/// The shop's settings.
pub fn shop() -> Value {
    serde_json::from_str(include_str!("../../../seller-commands/tests/shop.json")).unwrap()
}
