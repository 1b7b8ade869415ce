//! A campaign planned and registered from one table in one step.

use crate::importing::{apply, open};
use crate::support::{Office, product_id, shop};
use seller_commands::CommandError;
use serde_json::{Value, json};
use std::fmt::Write;

const HEADER: &str = "product_id,sku_id,title,variant,category,retail_price,low_30d,stock,cost,\
                      shipping,campaign_price,campaign_stock,extra_discount_pct\n";

/// So many rows are more than the job takes at a time.
const SEVERAL_PARTS: usize = 5_000;

/// Rows of products of two SKUs. Every seventh price is above retail, every eleventh row has no
/// price, and some products carry an extra discount on one SKU alone.
fn table(rows: usize, retail: &str) -> String {
    let mut text = HEADER.to_owned();
    for row in 0..rows {
        let (product, sku) = (row / 2, row % 2);
        let price = match row {
            _ if row % 7 == 3 => "25.00",
            _ if row % 11 == 5 => "",
            _ => "14.50",
        };
        let extra = if row % 26 == 4 { "6" } else { "" };
        writeln!(
            text,
            "{},{},\"Mug, {product}\",{sku},Kitchen,{retail},15.50,40,5.00,0.00,{price},10,{extra}",
            product_id(product),
            sku_id(product, sku),
        )
        .unwrap();
    }
    text
}

fn sku_id(product: usize, sku: usize) -> String {
    format!("172939{product:09}0000{sku}")
}

fn office() -> (Office, String) {
    let office = Office::with_shop();
    let campaign = office.open_campaign(|_| {});
    (office, campaign)
}

fn request(office: &Office, campaign: &str, text: &str) -> Value {
    let path = office.path("plan.csv");
    std::fs::write(&path, text).unwrap();
    json!({ "path": path, "campaign_id": campaign, "coupons": [],
        "acknowledged": ["RG-19", "RG-22", "RG-23", "RG-25"],
        "accepted": office.path("passes.csv"), "refused": office.path("refused.csv") })
}

fn lists(office: &Office) -> [String; 2] {
    ["passes.csv", "refused.csv"].map(|name| std::fs::read_to_string(office.path(name)).unwrap())
}

/// The same job step by step.
fn step_by_step(office: &Office, campaign: &str, text: &str) -> Value {
    let files = [("plan.csv", text.into())];
    let preview = open(office, &files, json!({ "kind": "catalogue" }));
    apply(office, &preview, &[]);
    let open_draft = json!({ "campaign_id": campaign, "again": [] });
    let head = office.call("draft_open", open_draft);
    let draft = head["line"]["id"].clone();
    let files = [("plan.csv", text.into())];
    let preview = open(office, &files, json!({ "kind": "plan", "draft_id": draft }));
    apply(office, &preview, &[]);
    let written = office.call(
        "draft_export",
        json!({ "draft_id": draft, "accepted": office.path("passes.csv"),
            "refused": office.path("refused.csv") }),
    );
    office.call(
        "draft_products",
        json!({ "draft_id": draft, "choice": { "kind": "refused" }, "include": false }),
    );
    let submitted = office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": ["RG-22", "RG-23", "RG-25"] }),
    );
    json!({ "accepted": written["accepted"], "refused": written["refused"],
        "products": submitted["products"], "skus": submitted["skus"], "sku_errors": 0 })
}

#[test]
fn one_pass_gives_the_answer_of_all_steps() {
    let text = table(300, "20.00");
    let (slow, slow_campaign) = office();
    let expected = step_by_step(&slow, &slow_campaign, &text);
    let (office, campaign) = office();
    let done = office.call("plan_register", request(&office, &campaign, &text));
    assert_eq!(done, expected);
    assert_eq!(lists(&office), lists(&slow));
    let registered = |office: &Office, campaign: &str| {
        let path = office.path("registered.csv");
        let request = json!({ "campaign_id": campaign, "format": { "kind": "csv" }, "path": path });
        office.call("export_registrations", request);
        std::fs::read_to_string(path).unwrap().replace(campaign, "")
    };
    assert_eq!(
        registered(&office, &campaign),
        registered(&slow, &slow_campaign)
    );
}

/// A table whose rows from `row` on have their prices written as `style` says.
fn written_otherwise(row: usize, style: impl Fn(&str) -> String) -> String {
    let text = table(SEVERAL_PARTS, "20.00");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for line in &mut lines[row..] {
        *line = line.replace(",20.00,", &format!(",{},", style("20.00")));
    }
    lines.join("\n")
}

#[test]
fn prices_that_only_later_rows_show_to_be_written_with_commas_are_asked_about_as_ever() {
    let (office, campaign) = office();
    let comma = |price: &str| format!("\"{}\"", price.replace('.', ","));
    let before = office.digest();
    let refusal = |from: usize| {
        let text = written_otherwise(from, comma);
        let error = office.refused("plan_register", request(&office, &campaign, &text));
        serde_json::to_value(error).unwrap()
    };
    let everywhere = refusal(1);
    assert_eq!(everywhere["field"], "path");
    assert_eq!(refusal(4_000)["field"], "path");
    assert_eq!(office.digest(), before);
}

#[test]
fn prices_that_only_later_rows_make_clear_are_read_rightly() {
    let thousands = |price: &str| price.replace("20.00", "\"2,000\"");
    let mut text = written_otherwise(1, thousands);
    text = text.replace("15.50", "20").replace("14.50", "14");
    text = text
        .replace("25.00", "25")
        .replace("5.00", "5")
        .replace("0.00", "0");
    let clear = text.replacen("\"2,000\"", "\"2,000.00\"", 1);
    let at_the_end = {
        let at = text.rfind("\"2,000\"").unwrap();
        let mut text = text.clone();
        text.replace_range(at..at + 7, "\"2,000.00\"");
        text
    };
    let answer = |text: &str| {
        let (office, campaign) = office();
        let done = office.call("plan_register", request(&office, &campaign, text));
        (done, lists(&office))
    };
    assert_eq!(answer(&at_the_end), answer(&clear));
}

#[test]
fn many_parts_are_one_step_that_undo_takes_back_and_redo_brings_again() {
    let (office, campaign) = office();
    let before = office.digest();
    let text = table(SEVERAL_PARTS, "20.00");
    let done = office.call("plan_register", request(&office, &campaign, &text));
    assert_eq!(
        done["accepted"].as_u64().unwrap() + done["refused"].as_u64().unwrap(),
        SEVERAL_PARTS as u64
    );
    let after = office.digest();
    let state = office.call("history_state", json!({}));
    assert_eq!(state["undo"]["command"], "plan_register");
    assert_eq!(
        state["undo"]["summary"],
        format!(
            "Registered {} products with {} SKUs from a table of {SEVERAL_PARTS} rows",
            done["products"], done["skus"]
        )
    );
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
    office.call("history_redo", json!({}));
    assert_eq!(office.digest(), after);
}

#[test]
fn a_second_plan_changes_what_is_held_and_leaves_registered_products_alone() {
    let (office, campaign) = office();
    let text = table(SEVERAL_PARTS, "20.00");
    let first = office.call("plan_register", request(&office, &campaign, &text));
    let before = office.digest();
    let dearer = table(SEVERAL_PARTS, "21.00");
    let second = office.call("plan_register", request(&office, &campaign, &dearer));
    assert_eq!(second["sku_errors"], first["products"]);
    assert_eq!(second["products"], 0);
    let refused = lists(&office)[1]
        .lines()
        .filter(|row| row.contains("CE-04:still_in"))
        .count();
    assert_eq!(refused as u64, first["skus"].as_u64().unwrap());
    let after = office.digest();
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
    office.call("history_redo", json!({}));
    assert_eq!(office.digest(), after);
}

#[test]
fn rows_of_a_product_that_stand_apart_are_brought_together() {
    let text = table(SEVERAL_PARTS, "20.00");
    let (in_order, campaign) = office();
    let expected = in_order.call("plan_register", request(&in_order, &campaign, &text));
    let mut rows: Vec<&str> = text.lines().skip(1).collect();
    rows.sort_by_key(|row| row.split(',').nth(1).unwrap().chars().last());
    let (office, campaign) = office();
    let scattered = format!("{HEADER}{}\n", rows.join("\n"));
    let done = office.call("plan_register", request(&office, &campaign, &scattered));
    assert_eq!(done, expected);
    assert_eq!(lists(&office), lists(&in_order));
}

#[test]
fn a_row_that_cannot_be_taken_refuses_the_file_by_name_and_nothing_is_left() {
    let (office, campaign) = office();
    let good = table(SEVERAL_PARTS, "20.00");
    let again = good.lines().last().unwrap();
    let bad_price = again.replace("Kitchen,20.00", "Kitchen,NaN");
    for (row, named) in [
        (bad_price.as_str(), "retail_price"),
        (again, "sku_id"),
        ("1,2", "retail_price"),
    ] {
        let text = format!("{good}{row}\n");
        let refused = office.refused("plan_register", request(&office, &campaign, &text));
        let CommandError::File { place, remedy, .. } = refused else {
            panic!("not a row of the file: {refused:?}");
        };
        assert!(
            place.contains(&format!("row {}", SEVERAL_PARTS + 2)),
            "{place}"
        );
        assert!(place.contains(named), "{place}");
        assert!(!remedy.is_empty());
        assert!(!office.path("passes.csv").exists());
        assert!(!office.path("refused.csv").exists());
    }
    let left = std::fs::read_dir(office.path("")).unwrap();
    let parts = left.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".part")
    });
    assert_eq!(parts.count(), 0);
}

#[test]
fn a_warning_that_is_not_acknowledged_and_a_closed_campaign_change_nothing() {
    let (office, campaign) = office();
    let text = table(SEVERAL_PARTS, "20.00");
    let mut unaware = request(&office, &campaign, &text);
    office.call("plan_register", unaware.clone());
    office.call("history_undo", json!({}));
    unaware["acknowledged"] = json!([]);
    let mut settings = shop();
    settings["sps"] = json!("2.0");
    office.call("shop_save", json!({ "shop": settings }));
    let CommandError::Refused { .. } = office.refused("plan_register", unaware) else {
        panic!("not refused by the book");
    };
}

#[test]
fn an_empty_table_and_a_list_in_no_folder_are_refused() {
    let (office, campaign) = office();
    let CommandError::Invalid { field, .. } =
        office.refused("plan_register", request(&office, &campaign, HEADER))
    else {
        panic!("not refused for its rows");
    };
    assert_eq!(field, "path");
    let mut nowhere = request(&office, &campaign, &table(2, "20.00"));
    nowhere["refused"] = json!(office.path("none").join("refused.csv"));
    let CommandError::File { .. } = office.refused("plan_register", nowhere) else {
        panic!("not refused for its folder");
    };
    assert!(!office.path("passes.csv").exists());
}
