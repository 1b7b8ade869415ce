//! Coupons of one name in the platform's list: two are never taken for one.

use super::files::{apply, open};
use super::{draft, list, save};
use crate::support::Office;
use serde_json::{Value, json};
use std::fs;

const HEADINGS: &str = "Coupon name,Type,Start time,End time,Discount,Quantity,Claim code\n";

fn read(office: &Office, rows: &str) -> Value {
    fs::write(office.path("list.csv"), format!("{HEADINGS}{rows}")).unwrap();
    open(office, "list.csv")
}

fn counts(preview: &Value) -> [u64; 4] {
    ["new", "changed", "unchanged", "refused"].map(|fate| preview["counts"][fate].as_u64().unwrap())
}

/// The quantities of all coupons, the smallest first.
fn quantities(office: &Office) -> Vec<u64> {
    let list = list(office, json!({}));
    let rows = list["rows"].as_array().unwrap().iter();
    let mut found: Vec<u64> = rows.map(|row| row["quantity"].as_u64().unwrap()).collect();
    found.sort_unstable();
    found
}

#[test]
fn two_rows_of_one_name_without_ids_stay_two_coupons() {
    let office = Office::with_shop();
    let rows = "Spring,Standard coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00,10,\n\
                Spring,Standard coupon,2026-06-01 00:00,2026-07-20 00:00,$6.00,20,\n";
    let preview = read(&office, rows);
    assert_eq!(counts(&preview), [2, 0, 0, 0]);
    apply(&office, &preview);
    assert_eq!(quantities(&office), [10, 20]);
    // The same list again tells them apart by their periods.
    assert_eq!(counts(&read(&office, rows)), [0, 0, 2, 0]);
    let grown = rows.replace("$6.00,20", "$6.00,30");
    let preview = read(&office, &grown);
    assert_eq!(counts(&preview), [0, 1, 1, 0]);
    apply(&office, &preview);
    assert_eq!(quantities(&office), [10, 30]);
}

#[test]
fn ours_is_the_row_with_its_period_and_the_other_one_is_new() {
    let office = Office::with_shop();
    save(&office, &draft(&office, "standard", "Spring"));
    let preview = read(
        &office,
        "spring,Standard coupon,2026-06-01 00:00,2026-07-20 00:00,$6.00,20,\n\
         SPRING,Standard coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00,150,\n",
    );
    assert_eq!(counts(&preview), [1, 1, 0, 0]);
    apply(&office, &preview);
    assert_eq!(quantities(&office), [20, 150]);
    assert_eq!(list(&office, json!({ "only_unplanned": true }))["total"], 1);
}

#[test]
fn a_row_that_may_be_one_of_several_is_refused_by_name() {
    let office = Office::with_shop();
    let both = "Spring,Standard coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00,10,\n\
                Spring,Standard coupon,2026-06-01 00:00,2026-07-20 00:00,$6.00,20,\n";
    apply(&office, &read(&office, both));
    let preview = read(
        &office,
        "Spring,Standard coupon,2026-06-10 00:00,2026-06-15 00:00,$5.00,10,\n\
         Other,Standard coupon,2026-06-10 00:00,2026-07-15 00:00,$5.00,40,\n",
    );
    assert_eq!(counts(&preview), [1, 0, 0, 1]);
    let request = json!({ "import_id": preview["import_id"], "fate": "refused",
                          "window": { "offset": 0, "limit": 5 } });
    let why = &office.call("import_rows", request)["rows"][0]["changes"][0];
    assert_eq!(
        why["reason"],
        "2 coupons of this name and type are held in this time; the row does not say which it is."
    );
    apply(&office, &preview);
    assert_eq!(quantities(&office), [10, 20, 40]);
}

#[test]
fn rows_alike_in_all_but_their_ids_are_one_coupon_each() {
    let office = Office::with_shop();
    save(&office, &draft(&office, "standard", "Spring"));
    let rows = "Coupon ID,Coupon name,Type,Start time,End time,Discount,Quantity\n\
                9001,Spring,Standard coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00,110\n\
                9002,Spring,Standard coupon,2026-05-11 00:00,2026-06-20 00:00,$5.00,120\n";
    fs::write(office.path("ids.csv"), rows).unwrap();
    let preview = open(&office, "ids.csv");
    assert_eq!(counts(&preview), [1, 1, 0, 0]);
    apply(&office, &preview);
    assert_eq!(quantities(&office), [110, 120]);
    assert_eq!(counts(&open(&office, "ids.csv")), [0, 0, 2, 0]);
}

#[test]
fn an_old_row_with_a_code_that_is_used_again_leaves_the_live_one_alone() {
    let office = Office::with_shop();
    save(&office, &draft(&office, "promo_code", "Code"));
    let preview = read(
        &office,
        "Last year,Promo code,2025-05-11 00:00,2025-05-31 00:00,$4.00,70,SAVE10\n",
    );
    assert_eq!(counts(&preview), [1, 0, 0, 0]);
    apply(&office, &preview);
    assert_eq!(quantities(&office), [70, 100]);
    let ours = list(&office, json!({ "search": "Code" }));
    assert_eq!(ours["rows"][0]["discount"]["amount"], "5.00 USD");
}
