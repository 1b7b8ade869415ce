//! Importing files: preview, apply, undo, refusals.

use crate::support::{Office, product_id, sku_id};
use seller_commands::CommandError;
use seller_exchange::samples::{BatchEditOptions, SampleSku, batch_edit};
use serde_json::{Value, json};

fn open(office: &Office, files: &[(&str, Vec<u8>)], target: Value) -> Value {
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

fn rows(office: &Office, preview: &Value, fate: Value) -> Vec<Value> {
    let request = json!({ "import_id": preview["import_id"], "fate": fate,
        "window": { "offset": 0, "limit": 100 } });
    let page = office.call("import_rows", request);
    page["rows"].as_array().unwrap().clone()
}

fn apply(office: &Office, preview: &Value, acknowledged: &[&str]) -> Value {
    let request = json!({ "import_id": preview["import_id"], "acknowledged": acknowledged });
    office.call("import_apply", request)
}

fn counts(new: u32, changed: u32, unchanged: u32, refused: u32) -> Value {
    json!({ "new": new, "changed": changed, "unchanged": unchanged, "refused": refused })
}

fn sample(product: usize, sku: usize, price: &str) -> SampleSku {
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

#[test]
fn a_batch_edit_workbook_comes_in_as_one_step_that_undo_takes_back() {
    let office = Office::with_shop();
    let before = office.digest();
    let skus: Vec<SampleSku> = (0..4).map(|at| sample(at / 2, at % 2, "19.99")).collect();
    let bytes = batch_edit(&skus, &BatchEditOptions::default());
    let preview = open(&office, &[("catalogue.xlsx", bytes.clone())], Value::Null);
    assert_eq!(preview["target"], json!({ "kind": "catalogue" }));
    assert_eq!(preview["files"][0]["format"], "batch_edit");
    assert_eq!(preview["files"][0]["rows"], 4);
    assert_eq!(preview["blocked_by"], Value::Null);
    assert_eq!(preview["counts"], counts(4, 0, 0, 0));
    assert_eq!(office.digest(), before);
    let shown = rows(&office, &preview, Value::Null);
    assert_eq!(shown[0]["row"], 6);
    assert_eq!(shown[0]["id"], sku_id(0, 0));
    assert_eq!(shown[0]["title"], "Travel mug 0");
    let done = apply(&office, &preview, &[]);
    assert_eq!(
        done,
        json!({ "counts": counts(4, 0, 0, 0), "sku_errors": 0 })
    );
    let state = office.call("history_state", json!({}));
    assert_eq!(
        state["undo"]["summary"],
        "Imported 4 rows: 4 new, 0 changed"
    );
    let again = open(&office, &[("again.xlsx", bytes)], Value::Null);
    assert_eq!(again["counts"], counts(0, 0, 4, 0));
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_workbook_without_quantity_keeps_the_stock_that_is_held() {
    let office = Office::with_catalogue(1);
    let options = BatchEditOptions {
        quantity: false,
        ..BatchEditOptions::default()
    };
    let bytes = batch_edit(&[sample(0, 0, "18.50")], &options);
    let preview = open(&office, &[("sales.xlsx", bytes)], Value::Null);
    assert_eq!(preview["counts"], counts(0, 1, 0, 0));
    let row = &rows(&office, &preview, json!("changed"))[0];
    let price = &row["changes"][0];
    assert_eq!(price["column"], "Retail price");
    assert_eq!(
        (&price["before"], &price["after"]),
        (&json!("20.00 USD"), &json!("18.50 USD"))
    );
    assert_eq!(row["changes"].as_array().unwrap().len(), 1);
}

#[test]
fn damaged_ids_disagreeing_rows_and_bad_numbers_are_refused_by_name_and_the_rest_comes_in() {
    let office = Office::with_shop();
    let csv = "product_id,sku_id,title,category,retail_price,stock\n\
        1729380000000000001,1729390000000000011,Mug,Kitchen,19.99,5\n\
        1729380000000000001,1.72939E+18,Mug,Kitchen,19.99,5\n\
        1729380000000000001,1729390000000000013,Cup,Kitchen,19.99,5\n\
        1729380000000000001,1729390000000000014,Mug,Kitchen,NaN,5\n\
        1729380000000000001,1729390000000000015,Mug,Kitchen,0.005,5\n\
        1729380000000000001,1729390000000000011,Mug,Kitchen,19.99,5\n\
        1729380000000000001,1729390000000000016,Mug,Kitchen,19.99,\n";
    let preview = open(&office, &[("list.csv", csv.into())], Value::Null);
    assert_eq!(preview["counts"], counts(2, 0, 0, 5));
    let refused: Vec<(Value, Value, Value)> = rows(&office, &preview, json!("refused"))
        .into_iter()
        .map(|row| {
            let why = &row["changes"][0];
            assert!(
                why["reason"]
                    .as_str()
                    .is_some_and(|reason| !reason.is_empty())
            );
            assert!(
                why["remedy"]
                    .as_str()
                    .is_some_and(|remedy| !remedy.is_empty())
            );
            (
                row["row"].clone(),
                why["column"].clone(),
                why["after"].clone(),
            )
        })
        .collect();
    let expected = [
        (3, "sku_id", "1.72939E+18"),
        (4, "title", "Cup"),
        (5, "retail_price", "NaN"),
        (6, "retail_price", "0.005"),
        (7, "sku_id", "1729390000000000011"),
    ];
    assert_eq!(
        refused,
        expected.map(|(row, column, value)| (json!(row), json!(column), json!(value)))
    );
    let done = apply(&office, &preview, &[]);
    assert_eq!(done["counts"], counts(2, 0, 0, 5));
}

#[test]
fn a_gb18030_table_is_mapped_and_its_correction_is_remembered_outside_the_history() {
    let office = Office::with_shop();
    let text = "商品ID,SKU编号,商品名称,我的钱\n1729380000000000001,1729390000000000011,超声波清洁机,\"19,99\"\n1729380000000000001,1729390000000000012,超声波清洁机,\"21,50\"\n";
    let (bytes, _, _) = encoding_rs::GB18030.encode(text);
    let bytes = bytes.into_owned();
    let preview = open(
        &office,
        &[("目录.csv", bytes.clone())],
        json!({ "kind": "catalogue" }),
    );
    assert_eq!(preview["files"][0]["encoding"], "GB18030");
    assert_eq!(
        preview["blocked_by"],
        "目录.csv: no column is mapped to Retail price."
    );
    let steps = office.call("history_state", json!({}));
    let request = json!({ "import_id": preview["import_id"], "file": 0,
        "fields": ["product_id", "sku_id", "title", "retail_price"],
        "decimal_mark": null, "target": null });
    let mapped = office.call("import_remap", request);
    assert_eq!(mapped["blocked_by"], Value::Null);
    assert_eq!(mapped["counts"], counts(2, 0, 0, 0));
    assert_eq!(office.call("history_state", json!({})), steps);
    let again = open(&office, &[("b.csv", bytes)], json!({ "kind": "catalogue" }));
    assert_eq!(again["files"][0]["columns"][3]["from"], "remembered");
    assert_eq!(again["counts"], counts(2, 0, 0, 0));
    apply(&office, &again, &[]);
    let gone = office.refused(
        "import_apply",
        json!({ "import_id": again["import_id"], "acknowledged": [] }),
    );
    assert!(matches!(gone, CommandError::Outdated { .. }));
}

#[test]
fn the_lowest_price_of_30_days_becomes_a_record_and_says_nothing_twice() {
    let office = Office::with_shop();
    let csv = "product_id,sku_id,title,retail_price,low_30d\n\
        1729380000000000001,1729390000000000011,Mug,20,15\n\
        1729380000000000001,1729390000000000012,Mug,20,20\n";
    let preview = open(&office, &[("a.csv", csv.into())], Value::Null);
    apply(&office, &preview, &[]);
    let again = open(&office, &[("b.csv", csv.into())], Value::Null);
    assert_eq!(again["counts"], counts(0, 0, 2, 0));
}

#[test]
fn a_file_that_is_no_table_is_refused_with_a_remedy_and_nothing_is_opened() {
    let office = Office::with_shop();
    let path = office.path("photo.csv");
    std::fs::write(&path, [0x89, b'P', b'N', b'G', 0, 0, 0, 0]).unwrap();
    let error = office.refused("import_open", json!({ "paths": [path], "target": null }));
    let CommandError::File { file, remedy, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(file, "photo.csv");
    assert!(!remedy.is_empty());
}
