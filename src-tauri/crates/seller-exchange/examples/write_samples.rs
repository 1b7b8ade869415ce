//! Writes made-up files into a folder, to be looked at or measured:
//! `cargo run -p seller-exchange --features samples --example write_samples -- FOLDER SKUS`.

use seller_exchange::samples::{self, BatchEditOptions, SampleSku};
use std::io;
use std::path::PathBuf;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| ".".to_owned()));
    let count: u32 = arguments
        .next()
        .and_then(|count| count.parse().ok())
        .unwrap_or(16);
    let skus: Vec<SampleSku> = (0..count).map(sku).collect();
    let plain = samples::batch_edit(&skus, &BatchEditOptions::default());
    std::fs::write(folder.join("batch_edit.xlsx"), plain)?;
    std::fs::write(
        folder.join("giant_side_sheet.xlsx"),
        samples::giant_side_sheet(&skus, 20),
    )?;
    std::fs::write(folder.join("bomb.xlsx"), samples::bomb(512))?;
    std::fs::write(
        folder.join("bomb_that_lies.xlsx"),
        samples::bomb_that_lies(512),
    )?;
    let rows: Vec<samples::PrefillRow> = skus.iter().map(listed).collect();
    std::fs::write(folder.join("prefill.xlsx"), samples::prefill(&rows))
}

fn sku(number: u32) -> SampleSku {
    SampleSku {
        product_id: format!("17293800000000{:05}", number / 5),
        sku_id: format!("17293900000000{number:05}"),
        title: format!("Made-up product {}", number / 5),
        variation: format!("Size {}", number % 5),
        category: "Home & Kitchen (601277)".to_owned(),
        price: "19.99".to_owned(),
        stock: "12".to_owned(),
        ..SampleSku::default()
    }
}

fn listed(sku: &SampleSku) -> samples::PrefillRow {
    samples::PrefillRow {
        product_id: sku.product_id.clone(),
        title: sku.title.clone(),
        sku_id: sku.sku_id.clone(),
        sku_name: sku.variation.clone(),
        retail_price: sku.price.clone(),
        price_range: ">=1 and <18".to_owned(),
        stock: sku.stock.clone(),
        stock_range: ">=5".to_owned(),
        ..samples::PrefillRow::default()
    }
}
