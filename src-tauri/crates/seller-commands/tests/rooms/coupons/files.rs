//! The platform's list of coupons comes in, ours goes out.

use super::{draft, list, names, save};
use crate::support::{Office, product_id};
use seller_exchange::samples::{Book, Tab};
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
fn coupons_of_one_period_stand_in_the_order_of_their_names() {
    let office = Office::with_shop();
    let mut text = "Coupon name,Type,Start time,End time,Discount\n".to_owned();
    for name in ["cherry", "Apple", "banana", "date"] {
        let row = "Follower coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00";
        text.push_str(&format!("{name},{row}\n"));
    }
    fs::write(office.path("coupons.csv"), text).unwrap();
    apply(&office, &open(&office, "coupons.csv"));
    let ordered = ["Apple", "banana", "cherry", "date"];
    assert_eq!(names(&list(&office, json!({}))), ordered);
    let period = json!({ "start": "2026-05-01T07:00:00Z", "end": "2026-08-01T07:00:00Z" });
    let request = json!({ "period": period, "kind": null, "draft": null });
    let calendar = office.call("coupon_calendar", request);
    let drawn = calendar["coupons"].as_array().unwrap().iter();
    let drawn: Vec<&str> = drawn.map(|line| line["name"].as_str().unwrap()).collect();
    assert_eq!(drawn, ordered);
}

#[test]
fn of_very_many_overlaps_the_first_hundred_are_said() {
    let office = Office::with_shop();
    let mut text = "Coupon name,Type,Start time,End time,Discount\n".to_owned();
    for coupon in 0..200 {
        let row = "Review coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00";
        text.push_str(&format!("Coupon {coupon},{row}\n"));
    }
    fs::write(office.path("coupons.csv"), text).unwrap();
    apply(&office, &open(&office, "coupons.csv"));
    let period = json!({ "start": "2026-05-01T07:00:00Z", "end": "2026-08-01T07:00:00Z" });
    let request = json!({ "period": period, "kind": null, "draft": null });
    let calendar = office.call("coupon_calendar", request);
    assert_eq!(calendar["total"], 200);
    assert_eq!(calendar["overlaps"].as_array().unwrap().len(), 100);
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

/// Coupons with every term that a type has, saved; one of them has a name that runs as a formula.
fn every_term(office: &Office) {
    let mut standard = draft(office, "standard", "=HYPERLINK(\"x\")");
    standard["validity"] = json!({ "kind": "dates",
        "period": { "start": super::START, "end": super::END } });
    standard["audience"] = json!("repeat");
    standard["claims_per_customer"] = json!({ "kind": "at_most", "times": 2 });
    standard["scope"] = json!({ "kind": "products", "ids": [product_id(2), product_id(0)] });
    save(office, &standard);
    let mut follower = draft(office, "follower", "+1 friend, \"thanks\"");
    follower["amount"] = Value::Null;
    follower["rate"] = json!("12.5");
    follower["maximum_discount"] = json!("8.00 USD");
    follower["minimum_spend"] = json!("64.00 USD");
    save(office, &follower);
    let mut chat = draft(office, "chat", "'quoted");
    chat["customer"] = json!("@anna_92");
    save(office, &chat);
    let mut code = draft(office, "promo_code", "优惠码");
    code["claims_per_customer"] = json!({ "kind": "unlimited" });
    code["minimum_spend"] = json!("6.00 USD");
    save(office, &code);
}

fn export(office: &Office, name: &str) -> String {
    let path = office.path(name);
    let filter = json!({ "search": "", "kind": null, "state": null, "only_unplanned": false });
    let request = json!({ "filter": filter, "path": path.to_str().unwrap() });
    office.call("coupon_export", request);
    fs::read_to_string(path).unwrap()
}

/// The terms of every coupon, by name.
fn terms(office: &Office) -> Vec<Value> {
    let rows = list(office, json!({}))["rows"].as_array().unwrap().clone();
    let mut terms: Vec<Value> = rows
        .iter()
        .map(|row| office.call("coupon_get", json!({ "coupon_id": row["id"] })))
        .map(|detail| detail["coupon"]["terms"].clone())
        .collect();
    terms.sort_by_key(|terms| terms["name"].to_string());
    terms
}

#[test]
fn an_export_brings_every_term_into_an_empty_file() {
    let office = Office::with_catalogue(3);
    every_term(&office);
    let text = export(&office, "out.csv");
    assert!(text.contains(r#""'=HYPERLINK(""x"")""#), "{text}");
    assert!(
        text.contains(r#""'+1 friend"#) && text.contains(r#""'@anna_92""#),
        "{text}"
    );
    let same = open(&office, "out.csv");
    assert_eq!(same["counts"]["unchanged"], 4, "{same}");

    let other = Office::with_catalogue(3);
    fs::write(other.path("in.csv"), &text).unwrap();
    let preview = open(&other, "in.csv");
    assert_eq!(preview["counts"]["new"], 4, "{preview}");
    apply(&other, &preview);
    assert_eq!(terms(&other), terms(&office));
    assert_eq!(list(&other, json!({ "only_unplanned": true }))["total"], 4);
}

#[test]
fn products_that_a_spreadsheet_cut_off_refuse_the_row() {
    let office = Office::with_catalogue(3);
    every_term(&office);
    let text = export(&office, "out.csv");
    let both = format!("{} {}", product_id(0), product_id(2));
    let cut = text.replace(&both, &product_id(0));
    assert_ne!(cut, text);
    fs::write(office.path("cut.csv"), cut).unwrap();
    let preview = open(&office, "cut.csv");
    assert_eq!(preview["counts"]["refused"], 1, "{preview}");
    let request = json!({ "import_id": preview["import_id"], "fate": "refused",
                          "window": { "offset": 0, "limit": 5 } });
    let rows = office.call("import_rows", request);
    let why = &rows["rows"][0]["changes"][0];
    assert_eq!(why["reason"], "Products: the row counts 2 and names 1.");
}

#[test]
fn a_workbook_with_headings_of_its_own_is_mapped() {
    let office = Office::with_shop();
    let tab = Tab::named("Vouchers")
        .row(["No.", "What", "Sort", "First", "Last", "Off", "Pieces"])
        .row([
            "9001",
            "Autumn addon",
            "评价券",
            "2026-05-01 00:00",
            "2026-07-01 00:00",
            "$3.50",
            "80",
        ])
        .row([
            "9002",
            "Odd",
            "gift",
            "2026-05-01 00:00",
            "2026-07-01 00:00",
            "$3.50",
            "80",
        ]);
    fs::write(office.path("list.xlsx"), Book::of([tab]).bytes()).unwrap();
    let preview = open(&office, "list.xlsx");
    assert_ne!(preview["blocked_by"], Value::Null);
    let fields = office.call("import_fields", json!({ "target": { "kind": "coupons" } }));
    let required: Vec<&str> = fields["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| field["required"] == true)
        .map(|field| field["field"].as_str().unwrap())
        .collect();
    assert_eq!(
        required,
        ["coupon_name", "coupon_type", "claim_start", "claim_end"]
    );
    let mapped = office.call(
        "import_remap",
        json!({ "import_id": preview["import_id"], "file": 0,
                "fields": ["coupon_id", "coupon_name", "coupon_type", "claim_start", "claim_end",
                           "coupon_discount", "coupon_quantity"],
                "encoding": null, "decimal_mark": null, "day_order": null,
                "lists_every_sku": null, "target": null }),
    );
    assert_eq!(
        mapped["counts"],
        json!({ "new": 1, "changed": 0, "unchanged": 0, "refused": 1, "removed": 0 })
    );
    let request = json!({ "import_id": mapped["import_id"], "fate": "new",
                          "window": { "offset": 0, "limit": 5 } });
    let rows = office.call("import_rows", request);
    assert_eq!(
        rows["rows"][0]["changes"][0]["after"],
        "Created by the platform beside something of yours. It can still cost $280.00."
    );
    let before = office.digest();
    apply(&office, &mapped);
    let addon = list(&office, json!({ "kind": "review" }));
    assert_eq!(names(&addon), ["Autumn addon"]);
    assert_eq!(addon["rows"][0]["liability"]["at_most"], "280.00 USD");
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_live_code_tells_which_coupon_a_row_is_about_and_results_stand_beside_the_estimate() {
    let office = Office::with_shop();
    let ours = save(&office, &draft(&office, "promo_code", "Code"));
    let text = "Coupon ID,Coupon name,Type,Start time,End time,Discount,Code,Used,Cost\n\
        8001,Renamed there,Promo code,2026-05-11 00:00,2026-05-31 00:00,$5.00,sunnsave10,7,35.00\n";
    fs::write(office.path("codes.csv"), text).unwrap();
    let preview = open(&office, "codes.csv");
    assert_eq!(preview["counts"]["changed"], 1, "{preview}");
    apply(&office, &preview);
    let all = list(&office, json!({}));
    assert_eq!(names(&all), ["Renamed there"]);
    let line = &all["rows"][0];
    assert_eq!(line["id"], json!(ours));
    assert_eq!(line["full_claim_code"], "SUNNSAVE10");
    assert_eq!(line["estimated_spend"], "500.00 USD");
    assert_eq!(line["results"]["spend"], "35.00 USD");
    let detail = office.call("coupon_get", json!({ "coupon_id": ours }));
    assert_eq!(
        detail["history"][0]["what"],
        "Changed by the platform's list"
    );
    assert_eq!(
        detail["history"][0]["changes"],
        json!([{ "name": "Name", "before": "Code", "after": "Renamed there" }])
    );
}

#[test]
fn the_card_is_written_as_the_picture_it_is_and_nothing_else_is() {
    let office = Office::with_shop();
    let path = office.path("card.png");
    let saved = office.call(
        "coupon_card_save",
        json!({ "png": "iVBORw0KGgoAAQI=", "path": path }),
    );
    assert_eq!(saved["path"], path.to_str().unwrap());
    let written = fs::read(&path).unwrap();
    assert_eq!(written, b"\x89PNG\r\n\x1a\n\x00\x01\x02");
    // Not Base64, no PNG, nothing at all: the file that is there stays.
    for png in ["iVBORw0KGgo", "R0lGODlh", ""] {
        let error = office.refused("coupon_card_save", json!({ "png": png, "path": path }));
        let error = serde_json::to_value(error).unwrap();
        assert_eq!(error["kind"], "invalid");
        assert_eq!(error["field"], "png");
        assert_eq!(fs::read(&path).unwrap(), written);
    }
    let folder = office.path("nowhere").join("card.png");
    let error = office.refused(
        "coupon_card_save",
        json!({ "png": "iVBORw0KGgoAAQI=", "path": folder }),
    );
    let error = serde_json::to_value(error).unwrap();
    assert_eq!([&error["kind"], &error["file"]], ["file", "card.png"]);
}
