//! How much memory hostile files take at the desk. A process of its own with one test, so that
//! nothing else is counted; the peak is what the system says.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use seller_commands::{Desk, FixedClock, Language};
use seller_exchange::samples::{self, SampleSku};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

const MEGABYTE: u64 = 1 << 20;

/// The figure of a line of the process's status, in bytes.
fn status(line: &str) -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let found = text.lines().find_map(|at| at.strip_prefix(line)).unwrap();
    let kilobytes: u64 = found
        .trim_matches([':', '\t', ' '])
        .trim_end_matches(" kB")
        .parse()
        .unwrap();
    kilobytes << 10
}

/// How many bytes more than `base` a call takes at its peak, and its answer.
fn peak(desk: &Desk, path: &Path, base: u64) -> (u64, Option<Value>) {
    // The highest mark begins anew.
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let request = json!({ "paths": [path], "target": null }).to_string();
    let answer = desk.call("import_open", &request, Language::English);
    let above = status("VmHWM").saturating_sub(base);
    (
        above,
        answer.ok().map(|text| serde_json::from_str(&text).unwrap()),
    )
}

#[test]
fn bombs_and_side_sheets_take_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::new("2026-05-10T12:00:00Z".parse().unwrap()));
    let desk = Desk::on_file(
        folder.path().join("shop.promodesk"),
        clock,
        Language::English,
    )
    .unwrap();
    let base = status("VmRSS");
    let shop = json!({ "shop": {
        "name": "Sunny Goods", "market": "US", "currency": "USD",
        "time_zone": "America/Los_Angeles", "sps": "4.2", "violations": 0,
        "free_shipping_threshold": null, "average_order_value": null, "monthly_gmv": null,
        "fee_terms": { "referral_rate": "6", "affiliate_rate": "0", "shipping_cost": "2.00 USD",
            "shipping_charge": "0.00 USD", "wanted_margin": "20" } } });
    desk.call("shop_save", &shop.to_string(), Language::English)
        .unwrap();
    let sku = SampleSku {
        product_id: "1729380000000000001".to_owned(),
        sku_id: "1729390000000000011".to_owned(),
        title: "Mug".to_owned(),
        price: "20".to_owned(),
        ..SampleSku::default()
    };
    let huge = format!("sku_id,price\n1,{}\n", "9".repeat(100 << 20));
    let files: [(&str, Vec<u8>, bool); 5] = [
        ("bomb.xlsx", samples::bomb(128), false),
        ("liar.xlsx", samples::bomb_that_lies(128), false),
        (
            "far.xlsx",
            samples::lone_far_cell(std::slice::from_ref(&sku)),
            true,
        ),
        ("side.xlsx", samples::giant_side_sheet(&[sku], 40), true),
        ("line.csv", huge.into_bytes(), false),
    ];
    let paths = files.map(|(name, bytes, good)| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        (path, good)
    });
    for (path, good) in paths {
        let (above, answer) = peak(&desk, &path, base);
        let name = path.file_name().unwrap().display();
        println!("{name}: {} KB above", above >> 10);
        assert_eq!(answer.is_some(), good, "{name}: {answer:?}");
        assert!(
            above <= 64 * MEGABYTE,
            "{name} takes {} MB",
            above / MEGABYTE
        );
    }
}
