//! What a file leaves open: its encoding, its decimal mark, the order of day and month.

use crate::importing::{apply, counts, open, rows};
use crate::support::Office;
use seller_commands::CommandError;
use serde_json::{Value, json};

const HEAD: &str = "product_id,sku_id,title,retail_price";
const IDS: &str = "1729380000000000001,1729390000000000011,Mug";
const FIELDS: [&str; 4] = ["product_id", "sku_id", "title", "retail_price"];

fn remap(preview: &Value, changes: &Value) -> Value {
    let mut request = json!({ "import_id": preview["import_id"], "file": 0, "fields": FIELDS,
        "encoding": null, "decimal_mark": null, "day_order": null, "lists_every_sku": null,
        "target": null });
    for (key, value) in changes.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

fn priced(office: &Office, price: &str) -> Value {
    let csv = format!("{HEAD}\n{IDS},\"{price}\"\n");
    open(office, &[("list.csv", csv.into())], Value::Null)
}

#[test]
fn a_decimal_comma_is_shown_and_read_only_once_it_is_declared() {
    let office = Office::with_shop();
    let before = office.digest();
    let preview = priced(&office, "12,50");
    let mark = &preview["files"][0]["decimal_mark"];
    assert_eq!(
        mark,
        &json!({ "recognised": "comma", "chosen": null, "open": true })
    );
    assert_eq!(preview["counts"], counts(0, 0, 0, 0));
    let error = office.refused(
        "import_apply",
        json!({ "import_id": preview["import_id"], "acknowledged": [] }),
    );
    assert!(matches!(error, CommandError::Invalid { .. }), "{error:?}");
    // Declared as a point it is no number, and never 1250.
    let point = office.call(
        "import_remap",
        remap(&preview, &json!({ "decimal_mark": "point" })),
    );
    assert_eq!(point["counts"], counts(0, 0, 0, 1));
    let refused = rows(&office, &point, json!("refused"));
    assert_eq!(refused[0]["changes"][0]["after"], "12,50");
    assert_eq!(office.digest(), before);
    let comma = office.call(
        "import_remap",
        remap(&preview, &json!({ "decimal_mark": "comma" })),
    );
    assert_eq!(comma["counts"], counts(1, 0, 0, 0));
    let chosen = &comma["files"][0]["decimal_mark"];
    assert_eq!(
        chosen,
        &json!({ "recognised": "comma", "chosen": "comma", "open": false })
    );
    let row = &rows(&office, &comma, json!("new"))[0];
    let shown: Vec<&Value> = row["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["after"])
        .collect();
    assert!(shown.contains(&&json!("12.50 USD")), "{shown:?}");
}

#[test]
fn a_number_that_may_be_thousands_is_asked_for_and_follows_what_is_said() {
    let office = Office::with_shop();
    let preview = priced(&office, "12.345");
    let mark = &preview["files"][0]["decimal_mark"];
    assert_eq!(
        mark,
        &json!({ "recognised": null, "chosen": null, "open": true })
    );
    let point = office.call(
        "import_remap",
        remap(&preview, &json!({ "decimal_mark": "point" })),
    );
    assert_eq!(point["counts"], counts(0, 0, 0, 1));
    let comma = office.call(
        "import_remap",
        remap(&preview, &json!({ "decimal_mark": "comma" })),
    );
    apply(&office, &comma, &[]);
    let sku = office.call(
        "product_get",
        json!({ "product_id": "1729380000000000001" }),
    );
    assert_eq!(sku["skus"][0]["sku"]["retail_price"], "12345.00 USD");
}

#[test]
fn plain_numbers_leave_nothing_to_choose() {
    let office = Office::with_shop();
    let preview = priced(&office, "12");
    assert_eq!(preview["files"][0]["decimal_mark"], Value::Null);
    assert_eq!(preview["files"][0]["day_order"], Value::Null);
    let pointed = priced(&office, "12.50");
    let mark = &pointed["files"][0]["decimal_mark"];
    assert_eq!(
        mark,
        &json!({ "recognised": "point", "chosen": null, "open": false })
    );
}

#[test]
fn the_order_of_day_and_month_is_asked_for_and_remembered() {
    let office = Office::with_catalogue(1);
    let sku = crate::support::sku_id(0, 0);
    let csv = format!("sku_id,price,kind,from,until\n{sku},9.99,retail,03/04/2026,05/04/2026\n");
    let target = json!({ "kind": "price_history" });
    let preview = open(&office, &[("past.csv", csv.clone().into())], target.clone());
    let order = &preview["files"][0]["day_order"];
    assert_eq!(
        order,
        &json!({ "recognised": null, "chosen": null, "open": true }),
        "{preview}"
    );
    assert!(
        preview["blocked_by"]
            .as_str()
            .unwrap()
            .contains("day or the month")
    );
    let columns = preview["files"][0]["columns"].as_array().unwrap();
    let fields: Vec<&Value> = columns.iter().map(|column| &column["field"]).collect();
    let request = remap(
        &preview,
        &json!({ "fields": fields, "day_order": "day_first" }),
    );
    let read = office.call("import_remap", request);
    assert_eq!(read["counts"], counts(1, 0, 0, 0));
    let row = &rows(&office, &read, json!("new"))[0];
    assert!(row["changes"].to_string().contains("2026-04-03"), "{row}");
    let again = open(&office, &[("next.csv", csv.into())], target);
    let order = &again["files"][0]["day_order"];
    assert_eq!(
        order,
        &json!({ "recognised": null, "chosen": "day_first", "open": false })
    );
}

#[test]
fn an_encoding_that_cannot_be_told_is_chosen_in_the_preview() {
    let office = Office::with_shop();
    let text = format!("{HEAD}\n1729380000000000001,1729390000000000011,Caf\u{e9} cr\u{e8}me,12\n");
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let preview = open(&office, &[("list.csv", bytes.into_owned())], Value::Null);
    let encoding = &preview["files"][0]["encoding"];
    assert_eq!(
        encoding,
        &json!({ "recognised": null, "chosen": null, "open": true })
    );
    assert_eq!(
        preview["blocked_by"],
        "list.csv: say in which encoding its text is written."
    );
    let chosen = json!({ "encoding": "windows1252", "fields": [] });
    let read = office.call("import_remap", remap(&preview, &chosen));
    assert_eq!(read["target"], json!({ "kind": "catalogue" }));
    assert_eq!(read["counts"], counts(1, 0, 0, 0));
    let row = &rows(&office, &read, json!("new"))[0];
    assert_eq!(row["title"], "Caf\u{e9} cr\u{e8}me");
    // Bytes that the chosen encoding does not have leave the import as it was.
    let wrong = json!({ "encoding": "utf16_le", "fields": [] });
    let wrong = office.try_call("import_remap", remap(&preview, &wrong));
    assert!(wrong.is_err() || wrong.unwrap()["blocked_by"].is_string());
}

#[test]
fn all_refused_rows_are_counted_and_written_however_many_there_are() {
    let office = Office::with_shop();
    let mut csv = format!("{HEAD}\n");
    for row in 0..25_003u32 {
        csv.push_str(&format!(
            "1729380000000000001,17293900000{row:08},=Mug,NaN\n"
        ));
    }
    csv.push_str("1729380000000000001,1729390000000000011,Mug,12\n");
    let preview = open(&office, &[("list.csv", csv.into())], Value::Null);
    assert_eq!(preview["counts"], counts(1, 0, 0, 25_003));
    let path = office.path("refused.csv");
    let request = json!({ "import_id": preview["import_id"], "path": path });
    let written = office.call("import_refused_export", request);
    assert_eq!(written["rows"], 25_003);
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 25_004);
    assert!(
        lines[1].starts_with("\"list.csv\",2,\"\",\"retail_price\",NaN,"),
        "{}",
        lines[1]
    );
    assert!(
        lines[25_003].starts_with("\"list.csv\",25004,"),
        "{}",
        lines[25_003]
    );
    let nowhere = json!({ "import_id": preview["import_id"], "path": office.path("none/x.csv") });
    let error = office.refused("import_refused_export", nowhere);
    assert!(matches!(error, CommandError::File { .. }), "{error:?}");
}
