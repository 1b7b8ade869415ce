//! The platform's list of coupons comes in, ours goes out, orders of customers are read.

use super::{draft, list, names, save};
use crate::support::{Office, at};
use serde_json::{Value, json};
use std::fs;

pub fn open(office: &Office, name: &str) -> Value {
    let path = office.path(name);
    office.call(
        "import_open",
        json!({ "paths": [path.to_str().unwrap()], "target": { "kind": "coupons" } }),
    )
}

pub fn apply(office: &Office, preview: &Value) -> Value {
    assert_eq!(preview["blocked_by"], Value::Null, "{preview}");
    office.call(
        "import_apply",
        json!({ "import_id": preview["import_id"], "acknowledged": [] }),
    )
}

pub const LIST: &str = "Coupon ID,Coupon name,Type,Status,Start time,End time,Discount,Minimum spend,Quantity,Claimed,Used,GMV,Cost\n\
    7001,Spring,Standard coupon,Upcoming,2026-05-11 00:00,2026-06-20 00:00,$5.00,$30.00,100,0,0,0,0\n\
    7002,Spring_ADDON_1,Standard coupon,Ongoing,2026-05-01 00:00,2026-06-20 00:00,10% off,,500,40,12,612.50,61.25\n\
    7003,Old friends,Follower coupon,Deactivated,2026-03-01 00:00,2026-06-01 00:00,$6 OFF,,50,5,1,20,6\n\
    7004,Broken,Standard coupon,Ongoing,2026-05-01 00:00,2026-04-01 00:00,$5.00,,50,,,,\n";

#[test]
fn the_platforms_list_updates_ours_and_flags_what_the_plan_did_not_create() {
    let office = Office::with_shop();
    let ours = save(&office, &draft(&office, "standard", "Spring"));
    fs::write(office.path("coupons.csv"), LIST).unwrap();
    let preview = open(&office, "coupons.csv");
    assert_eq!(
        preview["counts"],
        json!({ "new": 2, "changed": 1, "unchanged": 0, "refused": 1, "removed": 0 })
    );
    apply(&office, &preview);
    let unplanned = list(&office, json!({ "only_unplanned": true }));
    assert_eq!(names(&unplanned), ["Spring_ADDON_1", "Old friends"]);
    let addon = &unplanned["rows"][0];
    assert_eq!(
        addon["origin"],
        json!({ "kind": "addon", "came_with": null })
    );
    assert_eq!(addon["results"]["spend"], "61.25 USD");
    let flag = addon["flag"].as_str().unwrap();
    assert!(flag.starts_with("Created by the platform"), "{flag}");
    assert_eq!(unplanned["rows"][1]["state"], "deactivated");
    let ours = office.call("coupon_get", json!({ "coupon_id": ours }));
    assert_eq!(ours["coupon"]["origin"], json!({ "kind": "planned" }));
    assert_eq!(ours["line"]["results"]["claimed"], 0);
    let again = open(&office, "coupons.csv");
    assert_eq!(
        again["counts"],
        json!({ "new": 0, "changed": 0, "unchanged": 3, "refused": 1, "removed": 0 })
    );
    office.call("history_undo", json!({}));
    assert_eq!(list(&office, json!({}))["total"], 1);
}

#[test]
fn what_is_exported_comes_back_without_a_change() {
    let office = Office::with_shop();
    for kind in ["standard", "follower", "chat", "promo_code"] {
        save(&office, &draft(&office, kind, &format!("Spring {kind}")));
    }
    let mut percent = draft(&office, "standard", "Percent");
    percent["amount"] = Value::Null;
    percent["rate"] = json!("12.5");
    percent["maximum_discount"] = json!("8.00 USD");
    save(&office, &percent);
    let path = office.path("out.csv");
    let filter = json!({ "search": "", "kind": null, "state": null, "only_unplanned": false });
    let exported = office.call(
        "coupon_export",
        json!({ "filter": filter, "path": path.to_str().unwrap() }),
    );
    assert_eq!(exported["rows"], 5);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("SUNNSAVE10"), "{text}");
    let preview = open(&office, "out.csv");
    assert_eq!(
        preview["counts"],
        json!({ "new": 0, "changed": 0, "unchanged": 5, "refused": 0, "removed": 0 }),
        "{}",
        office.call(
            "import_rows",
            json!({ "import_id": preview["import_id"], "fate": null,
                    "window": { "offset": 0, "limit": 20 } })
        )
    );
    let nothing =
        json!({ "search": "nobody", "kind": null, "state": null, "only_unplanned": false });
    let error = office.refused(
        "coupon_export",
        json!({ "filter": nothing, "path": path.to_str().unwrap() }),
    );
    assert_eq!(serde_json::to_value(error).unwrap()["field"], "filter");
}

#[test]
fn a_customers_orders_are_read_from_an_order_file() {
    let office = Office::with_catalogue(1);
    let sku = crate::support::sku_id(0, 1);
    let text = format!(
        "Order ID,Buyer Username,Created Time,Paid Time,Order Refund Amount,SKU ID\n\
         1,anna,2026-01-05 10:00,2026-01-05 10:01,0,{sku}\n\
         2,anna,2026-04-05 10:00,2026-04-05 10:01,5.00,{sku}\n\
         3,ben,2026-04-06 10:00,,,{sku}\n\
         4,ben,someday,,,{sku}\n"
    );
    fs::write(office.path("orders.csv"), text).unwrap();
    let path = office.path("orders.csv");
    let read = office.call(
        "coupon_customer_file",
        json!({ "path": path.to_str().unwrap(), "customer": "Anna" }),
    );
    assert_eq!(read["customers"], json!(["anna", "ben"]));
    let orders = read["record"]["orders"].as_array().unwrap();
    assert_eq!(orders.len(), 2);
    assert_eq!(orders[1]["refunded"], true);
    assert_eq!(
        orders[0]["products"],
        json!([crate::support::product_id(0)])
    );
    assert_eq!(read["problems"].as_array().unwrap().len(), 1);
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
