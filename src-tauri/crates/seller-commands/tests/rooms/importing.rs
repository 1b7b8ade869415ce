//! Files brought to the desk, as the rooms of imports share them.

use crate::support::{Office, product_id, sku_id};
use seller_exchange::samples::SampleSku;
use serde_json::{Value, json};

/// Writes files and opens an import of them.
pub fn open(office: &Office, files: &[(&str, Vec<u8>)], target: Value) -> Value {
    let paths: Vec<String> = files
        .iter()
        .map(|(name, bytes)| {
            let path = office.path(name);
            std::fs::write(&path, bytes).unwrap();
            path.display().to_string()
        })
        .collect();
    office.call("import_open", json!({ "paths": paths, "target": target }))
}

/// The first rows of a fate.
pub fn rows(office: &Office, preview: &Value, fate: Value) -> Vec<Value> {
    let request = json!({ "import_id": preview["import_id"], "fate": fate,
        "window": { "offset": 0, "limit": 100 } });
    let page = office.call("import_rows", request);
    page["rows"].as_array().unwrap().clone()
}

/// Applies an import.
pub fn apply(office: &Office, preview: &Value, acknowledged: &[&str]) -> Value {
    let request = json!({ "import_id": preview["import_id"], "acknowledged": acknowledged });
    office.call("import_apply", request)
}

/// Counts of a preview without removed SKUs.
pub fn counts(new: u32, changed: u32, unchanged: u32, refused: u32) -> Value {
    json!({ "new": new, "changed": changed, "unchanged": unchanged, "refused": refused,
        "removed": 0 })
}

/// A row of a batch edit workbook about a seeded SKU.
pub fn sample(product: usize, sku: usize, price: &str) -> SampleSku {
    SampleSku {
        product_id: product_id(product),
        sku_id: sku_id(product, sku),
        title: format!("Travel mug {product}"),
        category: "Kitchen (600001)".to_owned(),
        price: price.to_owned(),
        stock: "40".to_owned(),
        ..SampleSku::default()
    }
}

/// An office whose first product is registered.
pub fn registered() -> (Office, String) {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    office.call(
        "draft_fill",
        json!({ "draft_id": draft, "filter": crate::support::everything(),
            "strategy": { "kind": "percent_off", "percent": "40" },
            "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
    );
    let acknowledged = ["CE-05", "RG-22", "RG-23"];
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": acknowledged }),
    );
    (office, campaign)
}
