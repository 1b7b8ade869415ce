//! How long the cellar takes for large shops: `cargo bench -p seller-store -- 100000`.
//!
//! Prints one line a step: the median of the runs, on the clock and, where the
//! system tells, on the processor.

use seller_domain::catalogue::{CatalogueChange, ProductRow, ProductStatus, SkuRow};
use seller_domain::period::Zone;
use seller_domain::shop::{FeeTerms, Shop};
use seller_domain::{Currency, Instant, Market, Money, Percent, ProductId, SkuId};
use seller_rulebook::Accepted;
use seller_rulebook::review::accept_catalogue_change;
use seller_store::product::{self, Filter, Only};
use seller_store::{Cellar, StoreError, Summary, catalogue, shop};
use std::collections::BTreeSet;
use std::time::Instant as Clock;

const RUNS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let skus = std::env::args()
        .skip(1)
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let rows = catalogue_of(skus);
    let mut times: Vec<(&str, Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..RUNS {
        run(
            &rows,
            &mut |step, wall, cpu| match times.iter_mut().find(|(name, ..)| *name == step) {
                Some((_, walls, cpus)) => {
                    walls.push(wall);
                    cpus.push(cpu);
                }
                None => times.push((step, vec![wall], vec![cpu])),
            },
        )?;
    }
    println!(
        "{skus} SKUs in {} products, median of {RUNS} runs",
        rows.len()
    );
    for (step, walls, cpus) in &mut times {
        println!(
            "{step:<28} {:>8.1} ms {:>8.1} ms cpu",
            median(walls),
            median(cpus)
        );
    }
    Ok(())
}

fn median(runs: &mut [f64]) -> f64 {
    runs.sort_by(f64::total_cmp);
    runs[runs.len() / 2] * 1000.0
}

/// Seconds that this thread has been on a processor; zero where the system does not tell.
fn on_processor() -> f64 {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .unwrap_or_default()
        / 1e9
}

/// The rows as changes of products that hold no place in any campaign.
fn accepted(rows: &[ProductRow]) -> Vec<Accepted<CatalogueChange<'_>>> {
    let changes = rows.iter().map(CatalogueChange::of);
    changes
        .filter_map(|change| accept_catalogue_change(change, None, &BTreeSet::new()).ok())
        .collect()
}

fn run(
    rows: &[ProductRow],
    note: &mut impl FnMut(&'static str, f64, f64),
) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("shop.promodesk");
    let now: Instant = "2026-11-21T10:00:00Z".parse()?;
    let cellar = Cellar::create(&file, now)?;
    save(&cellar, now, |tx| shop::save(tx, &the_shop()))?;
    let mut time = |step, work: &mut dyn FnMut() -> Result<(), Box<dyn std::error::Error>>| {
        let (wall, cpu) = (Clock::now(), on_processor());
        work()?;
        note(step, wall.elapsed().as_secs_f64(), on_processor() - cpu);
        Ok::<(), Box<dyn std::error::Error>>(())
    };
    time("import", &mut || {
        Ok(save(&cellar, now, |tx| {
            catalogue::apply(tx, &accepted(rows)).map(|_| ())
        })?)
    })?;
    time("import again, unchanged", &mut || {
        Ok(save(&cellar, now, |tx| {
            catalogue::apply(tx, &accepted(rows)).map(|_| ())
        })?)
    })?;
    time("undo the import", &mut || Ok(cellar.undo().map(|_| ())?))?;
    time("redo the import", &mut || Ok(cellar.redo().map(|_| ())?))?;
    time("search titles", &mut || {
        let filter = Filter {
            text: "blender 77".to_owned(),
            only: Only::All,
            category: None,
        };
        cellar.read(|view| product::page(view, &filter, 0, 50))?;
        Ok(())
    })?;
    time("back up", &mut || {
        cellar.back_up_if_changed(now)?;
        Ok(())
    })?;
    time("quick check", &mut || Ok(cellar.quick_check()?))?;
    drop(cellar);
    let mut again: Option<Cellar> = None;
    time("open", &mut || {
        again = Some(Cellar::open(&file, now)?);
        Ok(())
    })?;
    let bytes = std::fs::metadata(&file)?.len();
    note("file, in MB", bytes as f64 / 1e9, 0.0);
    Ok(())
}

fn save(
    cellar: &Cellar,
    now: Instant,
    work: impl FnOnce(&seller_store::Tx<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    cellar
        .write("bench", Summary::new("bench"), now, work)
        .map(|_| ())
}

fn catalogue_of(skus: usize) -> Vec<ProductRow> {
    let mut rows = Vec::new();
    let mut made = 0;
    while made < skus {
        let number = rows.len();
        let count = (number % 12 + 1).min(skus - made);
        rows.push(product_of(number, made, count));
        made += count;
    }
    rows
}

fn product_of(number: usize, first: usize, count: usize) -> ProductRow {
    ProductRow {
        id: ProductId::from(format!("{}", 1_729_380_000_000_000_000 + number * 7)),
        title: Some(format!(
            "Portable Blender Bottle, 500 ml, Model {number} 超声波清洁机"
        )),
        category: Some("Home & Kitchen (600001)".to_owned()),
        brand: Some("Sunny".to_owned()),
        status: Some(ProductStatus::Active),
        status_if_new: None,
        skus: (first..first + count)
            .map(|index| SkuRow {
                variation: Some(format!("Sage, Green {}", index % 9)),
                seller_sku: Some(format!("BB-{index}")),
                retail_price: Some(money(1500 + (index as i64 * 37) % 9000)),
                stock: Some((index % 500) as u32),
                unit_cost: Some(money(400 + (index as i64 * 13) % 900)),
                ..SkuRow::about(SkuId::from(format!(
                    "{}",
                    1_729_390_000_000_000_000 + index * 3
                )))
            })
            .collect(),
    }
}

fn money(minor: i64) -> Money {
    Money::from_minor(minor, Currency::Usd)
}

fn the_shop() -> Shop {
    Shop {
        name: "Bench".to_owned(),
        market: Market::Us,
        currency: Currency::Usd,
        time_zone: Zone::named("America/Los_Angeles").expect("a zone of the database"),
        sps: None,
        violations: 0,
        free_shipping_threshold: None,
        average_order_value: None,
        monthly_gmv: None,
        fee_terms: FeeTerms {
            referral_rate: Percent::whole(6),
            affiliate_rate: Percent::ZERO,
            shipping_cost: money(0),
            shipping_charge: money(0),
            wanted_margin: Percent::whole(10),
        },
    }
}
