//! Customers' orders from a file: their columns are mapped, nothing is stored, one customer's are
//! tested.

use super::{draft, save};
use crate::support::{Office, at, product_id, sku_id};
use serde_json::{Value, json};
use std::fs;

fn open(office: &Office, name: &str, text: &str) -> Value {
    let path = office.path(name);
    fs::write(&path, text).unwrap();
    office.call(
        "import_open",
        json!({ "paths": [path], "target": { "kind": "orders" } }),
    )
}

fn orders_of(office: &Office, preview: &Value, customer: &str) -> Value {
    office.call(
        "coupon_customer_file",
        json!({ "import_id": preview["import_id"], "customer": customer }),
    )
}

#[test]
fn a_customers_orders_are_read_and_tested() {
    let office = Office::with_catalogue(1);
    let sku = sku_id(0, 1);
    let text = format!(
        "Order ID,Buyer Username,Created Time,Paid Time,Order Refund Amount,SKU ID\n\
         1,anna,2026-01-05 10:00,2026-01-05 10:01,0,{sku}\n\
         2,anna,2026-04-05 10:00,2026-04-05 10:01,5.00,{sku}\n\
         3,ben,2026-04-06 10:00,,,{sku}\n\
         4,ben,someday,,,{sku}\n"
    );
    let before = office.digest();
    let preview = open(&office, "orders.csv", &text);
    assert_eq!(preview["blocked_by"], Value::Null);
    let read = orders_of(&office, &preview, "Anna");
    assert_eq!(read["customers"], json!(["anna", "ben"]));
    let orders = read["record"]["orders"].as_array().unwrap();
    assert_eq!(orders.len(), 2);
    assert_eq!(orders[1]["refunded"], true);
    assert_eq!(orders[0]["products"], json!([product_id(0)]));
    assert_eq!(read["problems"].as_array().unwrap().len(), 1);
    assert_eq!(office.digest(), before);
    // 90 days lie between the two orders: a repeat customer.
    let mut repeat = draft(&office, "standard", "Again");
    repeat["audience"] = json!("repeat");
    save(&office, &repeat);
    office.clock.set(at(super::START));
    let result = office.call(
        "coupon_customer_test",
        json!({ "customer": read["record"], "at": null, "order_value": null, "coupon_ids": [],
                "draft": null }),
    );
    assert_eq!(result["gets"], 1);
}

const OWN_HEADINGS: &str = "Nr,Who,When,What\n\
     77,anna,03/04/2026 10:00,1\n\
     78,ben,05/04/2026 10:00,1\n";

#[test]
fn columns_with_headings_of_their_own_are_mapped_once() {
    let office = Office::with_catalogue(1);
    let preview = open(&office, "mine.csv", OWN_HEADINGS);
    assert_eq!(
        preview["blocked_by"],
        "mine.csv: no column is mapped to Order ID."
    );
    let asked = json!({ "import_id": preview["import_id"], "customer": "" });
    let refused = office.refused("coupon_customer_file", asked);
    let refused = serde_json::to_value(refused).unwrap();
    assert_eq!(refused["field"], "import_id");
    assert_eq!(refused["message"], preview["blocked_by"]);

    let fields = office.call("import_fields", json!({ "target": { "kind": "orders" } }));
    let required: Vec<&str> = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| field["required"] == true)
        .map(|field| field["field"].as_str().unwrap())
        .collect();
    assert_eq!(required, ["order_id", "customer", "placed_at"]);
    let mut mapping = json!({ "import_id": preview["import_id"], "file": 0,
        "fields": ["order_id", "customer", "placed_at", null], "encoding": null,
        "decimal_mark": null, "day_order": null, "lists_every_sku": null, "target": null });
    let mapped = office.call("import_remap", mapping.clone());
    let why = mapped["blocked_by"].as_str().unwrap();
    assert!(why.contains("the day or the month"), "{why}");
    mapping["day_order"] = json!("day_first");
    let mapped = office.call("import_remap", mapping);
    assert_eq!(mapped["blocked_by"], Value::Null);
    let read = orders_of(&office, &mapped, "anna");
    let placed = &read["record"]["orders"][0]["placed_at"];
    assert_eq!(placed, "2026-04-03T17:00:00Z");

    // The next file with these headings needs no word.
    let again = open(&office, "next.csv", &OWN_HEADINGS.replace("anna", "mia"));
    assert_eq!(again["blocked_by"], Value::Null);
    let read = orders_of(&office, &again, "");
    assert_eq!(read["customers"], json!(["ben", "mia"]));
    assert_eq!(read["record"], Value::Null);
}

#[test]
fn orders_are_never_applied_and_other_imports_hold_none() {
    let office = Office::with_catalogue(1);
    let preview = open(
        &office,
        "orders.csv",
        "Order ID,Customer,Placed at\n1,anna,2026-01-05 10:00\n",
    );
    let apply = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    let refused = serde_json::to_value(office.refused("import_apply", apply)).unwrap();
    assert_eq!(
        refused["message"],
        "Orders of customers are read and never stored."
    );
    let path = office.path("coupons.csv");
    fs::write(&path, super::files::LIST).unwrap();
    let list = office.call(
        "import_open",
        json!({ "paths": [path], "target": { "kind": "coupons" } }),
    );
    let asked = json!({ "import_id": list["import_id"], "customer": "" });
    let refused = serde_json::to_value(office.refused("coupon_customer_file", asked)).unwrap();
    assert_eq!(refused["message"], "This file is not one of orders.");
}
