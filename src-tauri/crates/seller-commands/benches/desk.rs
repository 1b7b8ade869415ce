//! How long the desk takes with a large draft open: `cargo bench -p seller-commands -- 100000`.
//!
//! Prints one line a command: the median of its runs on the clock, JSON in and out included.

use seller_commands::{Desk, FixedClock, Instant, Language};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant as Clock;

const RUNS: usize = 9;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Done<()> {
    let skus = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let folder = tempfile::tempdir()?;
    let now: Instant = "2026-05-10T12:00:00Z".parse()?;
    let file = folder.path().join("shop.promodesk");
    let desk = Desk::on_file(file, Arc::new(FixedClock::new(now)), Language::English)?;
    let table = folder.path().join("plan.csv");
    std::fs::write(&table, plan(skus)?)?;
    let draft = prepare(&desk, &table)?;
    println!("{skus} SKUs in the draft, medians of {RUNS} runs");
    look(&desk, &draft, skus)?;
    edit(&desk, &draft)?;
    repair(&desk, &draft)
}

/// A catalogue with a plan: of ten products, some have a SKU above its retail price, without a
/// price, or short of stock, and some an extra discount on a part of their SKUs.
fn plan(skus: usize) -> Result<String, std::fmt::Error> {
    let mut text = "product_id,sku_id,title,variant,category,retail_price,stock,cost,\
                    campaign_price,campaign_stock,extra_discount_pct\n"
        .to_owned();
    for sku in 0..skus {
        let product = sku / 6;
        let retail = 1_000 + sku * 37 % 9_000;
        let price = match sku % 60 {
            7 => String::new(),
            13 => cents(retail + 150),
            _ => cents(retail * 8 / 10),
        };
        let stock = if sku % 60 == 25 { 900 } else { 40 };
        let extra = if product % 10 == 9 && sku % 6 < 4 {
            "10"
        } else {
            ""
        };
        writeln!(
            text,
            "{},{},Product {product} of the shop,Colour {},Home,{},500,{},{price},{stock},{extra}",
            number_as_id(product),
            number_as_id(1_000_000_000 + sku),
            sku % 6,
            cents(retail),
            cents(retail / 2),
        )?;
    }
    Ok(text)
}

fn number_as_id(number: usize) -> String {
    format!("{}", 1_729_380_000_000_000_000 + number as u64)
}

fn cents(amount: usize) -> String {
    format!("{}.{:02}", amount / 100, amount % 100)
}

fn call(desk: &Desk, command: &str, request: &Value) -> Done<Value> {
    let response = desk.call(command, &request.to_string(), Language::English)?;
    Ok(serde_json::from_str(&response)?)
}

/// Sets a shop up, imports the table and opens a draft with all of it.
fn prepare(desk: &Desk, table: &Path) -> Done<Value> {
    let shop = json!({
        "name": "Bench", "market": "GB", "currency": "GBP", "time_zone": "Europe/London",
        "sps": "4.5", "violations": 0, "free_shipping_threshold": null,
        "average_order_value": null, "monthly_gmv": null,
        "fee_terms": {
            "referral_rate": "0", "affiliate_rate": "0", "shipping_cost": "0.00 GBP",
            "shipping_charge": "0.00 GBP", "wanted_margin": "10"
        }
    });
    call(desk, "shop_save", &json!({ "shop": shop }))?;
    import(desk, table, &json!({ "kind": "catalogue" }))?;
    let mut campaign = call(desk, "campaign_template", &json!({ "kind": "major" }))?;
    campaign["name"] = json!("Bench");
    let saved = call(desk, "campaign_save", &json!({ "campaign": campaign }))?;
    let request = json!({ "campaign_id": saved["id"], "again": [] });
    let draft = call(desk, "draft_open", &request)?["line"]["id"].clone();
    import(desk, table, &json!({ "kind": "plan", "draft_id": draft }))?;
    Ok(draft)
}

fn import(desk: &Desk, table: &Path, target: &Value) -> Done<()> {
    let request = json!({ "paths": [table], "target": target });
    let preview = call(desk, "import_open", &request)?;
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    call(desk, "import_apply", &request)?;
    Ok(())
}

/// Calls a command some times, each time with another request, and prints the median.
fn time(
    desk: &Desk,
    step: &str,
    runs: usize,
    command: &str,
    mut request: impl FnMut(usize) -> Value,
) -> Done<Value> {
    let mut times = Vec::with_capacity(runs);
    let mut last = Value::Null;
    for run in 0..runs {
        let request = request(run).to_string();
        let started = Clock::now();
        let response = desk.call(command, &request, Language::English)?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        last = serde_json::from_str(&response)?;
    }
    times.sort_by(f64::total_cmp);
    println!("{step:<44} {:>9.1} ms", times[runs / 2]);
    Ok(last)
}

fn filter(change: impl FnOnce(&mut Value)) -> Value {
    let mut filter = json!({
        "search": "", "rule": null, "field": null, "grade": null, "thin_margin": false
    });
    change(&mut filter);
    filter
}

fn look(desk: &Desk, draft: &Value, skus: usize) -> Done<()> {
    let page = |filter: Value, offset: usize| {
        json!({
            "draft_id": draft, "filter": filter, "window": { "offset": offset, "limit": 100 }
        })
    };
    time(
        desk,
        "open the draft and check it",
        1,
        "draft_get",
        |_| json!({ "draft_id": draft }),
    )?;
    time(
        desk,
        "the summary of the check",
        RUNS,
        "draft_check",
        |_| json!({ "draft_id": draft }),
    )?;
    time(
        desk,
        "a page of 100 rows anywhere",
        RUNS,
        "draft_rows",
        |run| page(filter(|_| ()), run * skus / RUNS),
    )?;
    // Two filters in turns, so that none is remembered.
    time(
        desk,
        "filter by a finding, first page",
        RUNS,
        "draft_rows",
        |run| {
            let rule = if run % 2 == 0 { "RG-04" } else { "RG-05" };
            page(filter(|filter| filter["rule"] = json!(rule)), 0)
        },
    )?;
    time(
        desk,
        "search titles, first page",
        RUNS,
        "draft_rows",
        |run| {
            page(
                filter(|filter| filter["search"] = json!(format!("product {run}7"))),
                0,
            )
        },
    )?;
    time(
        desk,
        "filter by thin margin, first page",
        RUNS,
        "draft_rows",
        |run| {
            let thin = |filter: &mut Value| {
                filter["thin_margin"] = json!(true);
                filter["search"] = json!(if run % 2 == 0 { "" } else { "colour" });
            };
            page(filter(thin), 0)
        },
    )?;
    time(desk, "findings, first page", RUNS, "draft_findings", |_| {
        page(filter(|_| ()), 0)
    })?;
    time(
        desk,
        "the plan's money",
        RUNS,
        "draft_plan",
        |_| json!({ "draft_id": draft, "risk_scenario": false }),
    )?;
    Ok(())
}

fn edit(desk: &Desk, draft: &Value) -> Done<()> {
    let edited = time(
        desk,
        "edit one price, saved and checked",
        RUNS,
        "draft_edit_cells",
        |run| {
            // Every other price is above the retail price.
            let text = if run % 2 == 0 { "999.00" } else { "5.00" };
            json!({
                "draft_id": draft,
                "cells": [{
                    "sku_id": number_as_id(1_000_000_000 + 6 * run),
                    "column": "campaign_price",
                    "text": text
                }]
            })
        },
    )?;
    if edited["rows"].as_array().map(Vec::len) != Some(6) {
        return Err("an edit gives the rows of its product back".into());
    }
    Ok(())
}

fn repair(desk: &Desk, draft: &Value) -> Done<()> {
    let request = |preview: bool| {
        json!({
            "draft_id": draft, "rules": [], "filter": filter(|_| ()), "preview": preview
        })
    };
    let planned = time(desk, "repair all, preview", 3, "draft_repair", |_| {
        request(true)
    })?;
    time(desk, "repair all", 1, "draft_repair", |_| request(false))?;
    time(desk, "undo the repair", 1, "history_undo", |_| json!({}))?;
    time(
        desk,
        "open the draft again",
        1,
        "draft_get",
        |_| json!({ "draft_id": draft }),
    )?;
    println!(
        "The repair had {} edits and clears {} findings.",
        planned["edits"], planned["cleared"]
    );
    Ok(())
}
