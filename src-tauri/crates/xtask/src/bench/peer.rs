//! The same job on SQLite's own command line: import, check with SQL, keep, export.

use crate::Trouble;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

/// The job as a command that writes what passes and what is refused.
pub fn start(input: &Path, accepted: &Path, refused: &Path, db: &Path) -> Result<Command, Trouble> {
    for ending in ["", "-wal", "-shm"] {
        let mut file = db.as_os_str().to_owned();
        file.push(ending);
        let _ = std::fs::remove_file(file);
    }
    let unwritten = |why: std::io::Error| Trouble::new(format!("the script for sqlite3: {why}"));
    let path = db.with_extension("sql");
    std::fs::write(&path, script(input, accepted, refused)).map_err(unwritten)?;
    let mut shell = Command::new("sqlite3");
    shell
        .arg("-batch")
        .arg(db)
        .stdin(File::open(path).map_err(unwritten)?)
        .stdout(Stdio::null());
    Ok(shell)
}

fn script(input: &Path, accepted: &Path, refused: &Path) -> String {
    let reasons: Vec<String> = REASONS
        .iter()
        .map(|(reason, when)| format!("CASE WHEN {when} THEN '|{reason}' ELSE '' END"))
        .collect();
    format!(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=normal; PRAGMA cache_size=-64000;
PRAGMA temp_store=MEMORY;
CREATE TABLE item (product_id INTEGER, sku_id INTEGER PRIMARY KEY, title TEXT, variant TEXT,
  category TEXT, retail_price REAL, low_30d REAL, stock INTEGER, cost REAL, shipping REAL,
  campaign_price TEXT, campaign_stock INTEGER, extra TEXT);
.mode csv
.import --skip 1 '{}' item
CREATE INDEX item_of_product ON item (product_id);
BEGIN;
CREATE TABLE verdict (sku_id INTEGER PRIMARY KEY, off INTEGER, fee INTEGER, net INTEGER, reasons TEXT);
INSERT INTO verdict
WITH share AS (SELECT product_id, sum(extra <> '') AS with_extra, count(*) AS skus
               FROM item GROUP BY product_id),
cents AS (SELECT sku_id, stock, campaign_stock, extra, with_extra, skus,
  CASE WHEN campaign_price <> '' THEN CAST(round(campaign_price * 100) AS INTEGER) END AS price,
  CAST(extra AS INTEGER) AS percent,
  CAST(round(retail_price * 100) AS INTEGER) AS retail,
  CAST(round(low_30d * 100) AS INTEGER) AS low,
  CAST(round(cost * 100) AS INTEGER) AS cost, CAST(round(shipping * 100) AS INTEGER) AS ship
  FROM item JOIN share USING (product_id)),
judged AS (SELECT *, (price * percent + 50) / 100 AS off, ltrim({}, '|') AS reasons FROM cents),
charged AS (SELECT *, (price - off + ship + 50) / 100 AS fee FROM judged)
SELECT sku_id, off, fee, price - off - fee - cost, reasons FROM charged;
COMMIT;
.headers on
.output '{}'
SELECT product_id, sku_id, title, campaign_price, campaign_stock, extra,
  printf('%.2f', off / 100.0), printf('%.2f', fee / 100.0), printf('%.2f', net / 100.0)
  FROM verdict JOIN item USING (sku_id) WHERE reasons = '';
.output '{}'
SELECT product_id, sku_id, title, reasons FROM verdict JOIN item USING (sku_id) WHERE reasons <> '';
.output
",
        input.display(),
        reasons.join(" || "),
        accepted.display(),
        refused.display(),
    )
}

/// Why a row is refused, and when.
const REASONS: [(&str, &str); 8] = [
    ("PRICE_MISSING", "price IS NULL"),
    ("PRICE_NOT_POSITIVE", "price <= 0"),
    ("ABOVE_RETAIL", "price > retail"),
    ("ABOVE_LOW30", "price > low"),
    ("STOCK_NOT_POSITIVE", "campaign_stock <= 0"),
    ("STOCK_OVER", "campaign_stock > stock"),
    ("EXTRA_PARTIAL", "with_extra > 0 AND with_extra < skus"),
    ("EXTRA_BELOW_MIN", "extra <> '' AND percent < 5"),
];
