//! Many SKUs in one go: the memory they take, and the way back.

use crate::support::{Terminal, ran, shop};
use seller_exchange::samples::{self, BatchEditOptions, SampleSku};
use serde_json::{Value, json};
use std::fmt::Write;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const MEGABYTE: u64 = 1 << 20;

/// A table of a planned campaign, four SKUs a product; of every tenth product the price is above
/// the lowest of the last 30 days.
pub fn table(terminal: &Terminal, rows: usize) -> PathBuf {
    let mut text = "product_id,sku_id,title,variant,category,retail_price,low_30d,stock,cost,\
                    shipping,campaign_price,campaign_stock,extra_discount_pct\n"
        .to_owned();
    for row in 0..rows {
        let product = row / 4;
        let price = if product % 10 == 0 { "19.00" } else { "17.50" };
        writeln!(
            text,
            "17293800000000{product:05},1729390000000{row:06},Ring light {product} with a tripod \
             and two clips,Colour {},Sports,20.00,18.00,40,7.25,2.00,{price},10,10",
            row % 4
        )
        .unwrap();
    }
    let path = terminal.path("table.csv");
    std::fs::write(&path, text).unwrap();
    path
}

pub fn lists(terminal: &Terminal) -> [PathBuf; 2] {
    ["accepted.csv", "refused.csv"].map(|name| terminal.path(name))
}

pub fn rows_of(list: &Path) -> usize {
    std::fs::read_to_string(list).unwrap().lines().count() - 1
}

/// Runs a command to its end, which must be a good one; gives the peak of its memory in bytes.
fn peak_of(mut command: Command) -> u64 {
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    // The system keeps the mark: only what grows in the last moment is missed.
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = status.lines().find_map(|at| at.strip_prefix("VmHWM:"));
        let kilobytes = mark.and_then(|mark| mark.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(kilobytes.unwrap_or(0u64) << 10);
        std::thread::sleep(Duration::from_millis(2));
    }
    let run = ran(&child.wait_with_output().unwrap());
    assert_eq!(run.code, Some(0), "{}", run.said);
    peak
}

/// The request that `seller-cli plan` makes, in a shop that is there already.
pub fn plan_register(terminal: &Terminal, table: &Path) -> Value {
    let saved = terminal.call("campaign_save", &campaign(terminal));
    let [accepted, refused] = lists(terminal);
    json!({
        "path": table, "campaign_id": saved["id"], "coupons": [],
        "acknowledged": terminal.warnings(), "accepted": accepted, "refused": refused,
    })
}

fn campaign(terminal: &Terminal) -> Value {
    let mut campaign = terminal.terms("Plan");
    campaign["extra_discount_minimum"] = json!("5");
    json!({ "campaign": campaign })
}

#[test]
fn ten_times_the_skus_take_little_more_memory_and_one_step_back_takes_them_all() {
    let large = Terminal::with_shop();
    let small = Terminal::new();
    let [accepted, refused] = lists(&small);
    let mut job = small.command(&["plan"]);
    job.arg(table(&small, 10_000));
    for (option, request) in [
        ("--shop", json!({ "shop": shop() })),
        ("--terms", campaign(&large)),
    ] {
        let path = small.path(&format!("{}.json", &option[2..]));
        std::fs::write(&path, request.to_string()).unwrap();
        job.arg(option).arg(path);
    }
    job.arg("--accepted").arg(accepted);
    job.arg("--refused").arg(refused);
    let peak_of_10k = peak_of(job);
    assert_eq!(lists(&small).map(|list| rows_of(&list)), [9_000, 1_000]);

    let request = plan_register(&large, &table(&large, 100_000)).to_string();
    let (before, steps) = large.state();
    let peak_of_100k = peak_of(large.command(&["call", "plan_register", &request]));
    assert_eq!(lists(&large).map(|list| rows_of(&list)), [90_000, 10_000]);
    assert_eq!(large.counts().0, 100_000);

    println!(
        "{} MB and {} MB at the peak",
        peak_of_10k / MEGABYTE,
        peak_of_100k / MEGABYTE
    );
    // Of a row nothing is kept: what grows is SQLite's cache of pages, which ends at 64 MB.
    assert!(peak_of_10k < 80 * MEGABYTE);
    assert!(peak_of_100k < 128 * MEGABYTE);
    let of_a_row = peak_of_100k.saturating_sub(peak_of_10k) / 90_000;
    assert!(of_a_row < 700, "{of_a_row} bytes a row");

    let planned = large.state();
    assert_eq!(planned.1, steps + 1);
    large.call("history_undo", &json!({}));
    assert_eq!(large.counts().0, 0);
    assert_eq!(large.state().0, before);
    large.call("history_redo", &json!({}));
    assert_eq!(large.state(), planned);
}

/// The SKUs of a batch edit workbook, four a product.
fn skus(count: usize) -> Vec<SampleSku> {
    let sku = |number: usize| SampleSku {
        product_id: format!("1729380000000{:06}", number / 4),
        sku_id: format!("1729390000000{number:06}"),
        title: format!("Ring light {} with a tripod and two clips", number / 4),
        category: "Sports & Outdoor (603014)".to_owned(),
        variation: format!("Colour {}", number % 4),
        price: "20.00".to_owned(),
        stock: "40".to_owned(),
        ..SampleSku::default()
    };
    (0..count).map(sku).collect()
}

/// The bytes of the sheet with the products, unpacked.
fn sheet_of(workbook: &[u8]) -> u64 {
    let mut package = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    package.by_name("xl/worksheets/sheet2.xml").unwrap().size()
}

/// The peak of importing a workbook into a shop with an empty catalogue.
fn peak_of_import(workbook: &[u8], skus: u64) -> u64 {
    let terminal = Terminal::with_shop();
    let path = terminal.path("batch_edit.xlsx");
    std::fs::write(&path, workbook).unwrap();
    let peak = peak_of(terminal.command(&["import".as_ref(), path.as_os_str()]));
    assert_eq!(terminal.counts().0, skus);
    peak
}

#[test]
fn a_workbook_takes_less_than_three_times_the_sheet_that_is_needed() {
    let options = BatchEditOptions::default();
    let one = peak_of_import(&samples::batch_edit(&skus(1), &options), 1);
    let many = skus(10_000);
    let alone = samples::batch_edit(&many, &options);
    let sheet = sheet_of(&alone);
    let beside = samples::giant_side_sheet(&many, 40);
    for (name, workbook) in [("alone", alone), ("beside 40 MB of another", beside)] {
        let above = peak_of_import(&workbook, 10_000).saturating_sub(one);
        println!("{name}: a sheet of {sheet} bytes takes {above}");
        assert!(above < 3 * sheet, "{name}: {above} for {sheet}");
    }
}
