//! How long the desk takes with very many coupons beside a large catalogue:
//! `cargo bench -p seller-commands --bench coupons -- 10000 100000` (coupons, products).
//!
//! Prints one line a command: the median and the slowest of its runs on the clock, JSON in and out
//! included.

use seller_commands::{Desk, FixedClock, Instant, Language};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant as Clock;

const RUNS: usize = 21;

type Done<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Done<()> {
    let mut sizes = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok());
    let coupons = sizes.next().unwrap_or(10_000);
    let products = sizes.next().unwrap_or(100_000);
    let folder = tempfile::tempdir()?;
    let now: Instant = "2026-05-10T12:00:00Z".parse()?;
    let file = folder.path().join("shop.promodesk");
    let desk = Desk::on_file(file, Arc::new(FixedClock::new(now)), Language::English)?;
    println!("{coupons} coupons, {products} products, median and slowest of {RUNS} runs");
    prepare(&desk, folder.path(), coupons, products)?;
    list(&desk)?;
    wizard(&desk)?;
    picker(&desk)
}

fn call(desk: &Desk, command: &str, request: &Value) -> Done<Value> {
    let response = desk.call(command, &request.to_string(), Language::English)?;
    Ok(serde_json::from_str(&response)?)
}

/// A shop, a catalogue of one SKU a product, and the platform's list of coupons.
fn prepare(desk: &Desk, folder: &Path, coupons: usize, products: usize) -> Done<()> {
    let shop = json!({
        "name": "Sunny Goods", "market": "US", "currency": "USD",
        "time_zone": "America/Los_Angeles", "sps": "4.5", "violations": 0,
        "free_shipping_threshold": null, "average_order_value": "32.00 USD", "monthly_gmv": null,
        "fee_terms": {
            "referral_rate": "6", "affiliate_rate": "0", "shipping_cost": "0.00 USD",
            "shipping_charge": "0.00 USD", "wanted_margin": "10"
        }
    });
    call(desk, "shop_save", &json!({ "shop": shop }))?;
    let mut goods = "product_id,sku_id,title,variant,category,retail_price,stock,cost\n".to_owned();
    for product in 0..products {
        let id = 1_729_380_000_000_000_000 + product as u64;
        let sku = id + 1_000_000_000;
        writeln!(
            goods,
            "{id},{sku},Product {product} of the shop,,Home,{}.00,500,9.00",
            12 + product % 60
        )?;
    }
    import(desk, &folder.join("goods.csv"), &goods, "catalogue")?;
    let kinds = ["standard", "follower", "review", "chat", "promo_code"];
    let mut list = "coupon_id,coupon_name,coupon_type,claim_start,claim_end,coupon_amount,\
                    minimum_spend,coupon_quantity,claim_code\n"
        .to_owned();
    for coupon in 0..coupons {
        let (month, day) = (1 + coupon % 12, 1 + coupon % 28);
        writeln!(
            list,
            "{},Coupon number {coupon:05},{},2026-{month:02}-{day:02} 00:00,2026-12-31 00:00,5.00,\
             30.00,100,C{coupon:05}",
            7_000_000 + coupon,
            kinds[coupon % 5]
        )?;
    }
    import(desk, &folder.join("coupons.csv"), &list, "coupons")
}

fn import(desk: &Desk, path: &Path, text: &str, target: &str) -> Done<()> {
    std::fs::write(path, text)?;
    let started = Clock::now();
    let request = json!({ "paths": [path], "target": { "kind": target } });
    let preview = call(desk, "import_open", &request)?;
    let previewed = started.elapsed().as_secs_f64() * 1000.0;
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    call(desk, "import_apply", &request)?;
    let applied = started.elapsed().as_secs_f64() * 1000.0 - previewed;
    println!("import {target:<37} {previewed:>9.1} {applied:>9.1} ms (preview, apply)");
    Ok(())
}

/// Calls a command some times and prints the median and the slowest.
fn time(desk: &Desk, step: &str, command: &str, request: &Value) -> Done<Value> {
    let request = request.to_string();
    let mut times = Vec::with_capacity(RUNS);
    let mut last = Value::Null;
    for _ in 0..RUNS {
        let started = Clock::now();
        let response = desk.call(command, &request, Language::English)?;
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        last = serde_json::from_str(&response)?;
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{step:<44} {:>9.1} {:>9.1} ms",
        times[RUNS / 2],
        times[RUNS - 1]
    );
    Ok(last)
}

fn list(desk: &Desk) -> Done<()> {
    let page = |search: &str, kind: Value, state: Value, offset: usize| {
        json!({
            "filter": { "search": search, "kind": kind, "state": state, "only_unplanned": false },
            "window": { "offset": offset, "limit": 100 }
        })
    };
    let none = || Value::Null;
    for (step, request) in [
        ("the first page of the list", page("", none(), none(), 0)),
        ("a page in the middle", page("", none(), none(), 5_000)),
        ("search by name", page("number 07731", none(), none(), 0)),
        (
            "search by claim code with prefix",
            page("SUNNC0773", none(), none(), 0),
        ),
        (
            "search for what is nowhere",
            page("nowhere", none(), none(), 0),
        ),
        (
            "one type in one state",
            page("", json!("review"), json!("ongoing"), 0),
        ),
    ] {
        time(desk, step, "coupon_page", &request)?;
    }
    let period = json!({ "start": "2026-05-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" });
    let calendar = json!({ "period": period, "kind": null, "draft": null });
    time(
        desk,
        "a month of the calendar",
        "coupon_calendar",
        &calendar,
    )?;
    Ok(())
}

fn draft(desk: &Desk) -> Done<Value> {
    let mut draft = call(desk, "coupon_template", &json!({ "kind": "standard" }))?["draft"].clone();
    draft["name"] = json!("One more");
    draft["amount"] = json!("5.00 USD");
    draft["quantity"] = json!("100");
    let period = json!({ "start": "2026-05-11T07:00:00Z", "end": "2026-06-20T07:00:00Z" });
    draft["period"] = period;
    Ok(draft)
}

fn wizard(desk: &Desk) -> Done<()> {
    let mut draft = draft(desk)?;
    let whole = json!({ "draft": draft });
    time(desk, "the check while typing", "coupon_check", &whole)?;
    time(
        desk,
        "the outlook on the whole shop",
        "coupon_outlook",
        &whole,
    )?;
    let ids: Vec<String> = (0..2_000)
        .map(|product| format!("{}", 1_729_380_000_000_000_000_u64 + product * 7))
        .collect();
    draft["scope"] = json!({ "kind": "products", "ids": ids });
    let named = json!({ "draft": draft });
    time(
        desk,
        "the check with 2,000 products named",
        "coupon_check",
        &named,
    )?;
    time(
        desk,
        "the outlook with 2,000 products named",
        "coupon_outlook",
        &named,
    )?;
    Ok(())
}

fn picker(desk: &Desk) -> Done<()> {
    let none = json!({ "kind": "products", "ids": [] });
    let candidates = |search: &str| {
        json!({ "scope": none, "filter": { "search": search, "only": "not_named", "category": null, "status": "active" },
                "window": { "offset": 0, "limit": 100 } })
    };
    let command = "coupon_product_candidates";
    time(desk, "the first page of products", command, &candidates(""))?;
    time(
        desk,
        "search of a product",
        command,
        &candidates("Product 7731 of"),
    )?;
    let choose = |choice: Value| json!({ "coupon_kind": "review", "scope": none, "choice": choice, "include": true });
    let filter =
        json!({ "search": "Product 77", "only": "all", "category": "Home", "status": "active" });
    let matching = choose(json!({ "kind": "matching", "filter": filter }));
    time(
        desk,
        "naming all that a search finds",
        "coupon_products",
        &matching,
    )?;
    let ids: Vec<String> = (0..2_000)
        .map(|product| format!("{}", 1_729_380_000_000_000_000_u64 + product * 7))
        .collect();
    let pasted = choose(json!({ "kind": "pasted", "text": ids.join("\n") }));
    time(desk, "naming 2,000 pasted ids", "coupon_products", &pasted)?;
    Ok(())
}
