//! SKUs that a complete file no longer names.

use crate::importing::{apply, counts, open, registered, rows, sample};
use crate::support::{Office, product_id, sku_id};
use seller_commands::CommandError;
use seller_exchange::samples::{BatchEditOptions, SampleSku, batch_edit};
use serde_json::{Value, json};

fn workbook(skus: &[SampleSku]) -> Vec<u8> {
    batch_edit(skus, &BatchEditOptions::default())
}

/// The counts with so many SKUs gone.
fn with_gone(mut counts: Value, removed: u32) -> Value {
    counts["removed"] = json!(removed);
    counts
}

fn removed(office: &Office, sku: usize) -> bool {
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    let skus = product["skus"].as_array().unwrap();
    let wanted = sku_id(0, sku);
    let held = skus
        .iter()
        .find(|held| held["sku"]["id"] == wanted.as_str());
    held.is_none_or(|held| held["sku"]["removed"] == true)
}

#[test]
fn a_sku_that_a_workbook_no_longer_names_goes_with_the_import_and_comes_back_with_undo() {
    let office = Office::with_catalogue(2);
    let before = office.digest();
    let skus = [sample(0, 0, "20"), sample(0, 2, "22")];
    let preview = open(&office, &[("new.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(preview["counts"]["removed"], 1);
    let gone = rows(&office, &preview, json!("removed"));
    assert_eq!(gone.len(), 1);
    assert_eq!(gone[0]["id"], sku_id(0, 1));
    assert_eq!(gone[0]["row"], 6);
    assert_eq!(gone[0]["title"], "Travel mug 0");
    let why = &gone[0]["changes"][0];
    assert_eq!(
        why["reason"],
        "The file names the product's SKUs, and this one no more: it was deleted."
    );
    assert!(!why["remedy"].as_str().unwrap().is_empty());
    assert_eq!(office.digest(), before);
    let done = apply(&office, &preview, &[]);
    assert_eq!(done["counts"]["removed"], 1);
    assert_eq!(done["sku_errors"], 0);
    assert!(removed(&office, 1));
    assert!(!removed(&office, 0));
    let state = office.call("history_state", json!({}));
    let said = state["undo"]["summary"].as_str().unwrap();
    assert!(said.ends_with("1 SKU gone"), "{said}");
    let again = open(&office, &[("again.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(again["counts"], counts(0, 0, 2, 0));
    let back = [skus[0].clone(), sample(0, 1, "21"), skus[1].clone()];
    let returned = open(&office, &[("back.xlsx", workbook(&back))], Value::Null);
    assert_eq!(returned["counts"], counts(0, 1, 2, 0));
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_deleted_sku_of_a_registered_product_is_a_sku_error_with_what_to_do_and_days_left() {
    let (office, _) = registered();
    let before = office.digest();
    let skus = [sample(0, 0, "20"), sample(0, 2, "22")];
    let preview = open(&office, &[("new.xlsx", workbook(&skus))], Value::Null);
    let finding = &preview["findings"][0];
    assert_eq!(finding["rule"], "RG-19");
    assert!(
        finding["what"].as_str().unwrap().contains("delet"),
        "{finding}"
    );
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    let CommandError::Refused { unacknowledged, .. } = office.refused("import_apply", request)
    else {
        panic!("not refused by the book");
    };
    assert_eq!(unacknowledged, ["RG-19"]);
    let done = apply(&office, &preview, &["RG-19"]);
    assert_eq!(
        (&done["sku_errors"], &done["counts"]["removed"]),
        (&json!(1), &json!(1))
    );
    let errors = office.call("sku_errors", json!({}));
    let line = &errors["errors"][0];
    assert_eq!(line["product_id"], product_id(0));
    assert!(line["reason"].as_str().unwrap().contains("delet"), "{line}");
    assert!(
        line["action"]
            .as_str()
            .unwrap()
            .contains("register it again"),
        "{line}"
    );
    assert!(line["days_left"].as_i64().unwrap() > 0, "{line}");
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_product_whose_category_may_not_change_keeps_its_skus_too() {
    let (office, _) = registered();
    let moved = SampleSku {
        category: "Garden (600002)".to_owned(),
        ..sample(0, 0, "20")
    };
    let preview = open(&office, &[("new.xlsx", workbook(&[moved]))], Value::Null);
    assert_eq!(preview["counts"], counts(0, 0, 0, 1));
    assert_eq!(preview["findings"][0]["rule"], "RG-20");
    let row = &rows(&office, &preview, json!("refused"))[0];
    let why = row["changes"][0]["reason"].as_str().unwrap();
    assert!(why.contains("RG-20"), "{why}");
    let CommandError::Invalid { .. } = office.refused(
        "import_apply",
        json!({ "import_id": preview["import_id"], "acknowledged": ["RG-20"] }),
    ) else {
        panic!("an import without a row was applied");
    };
}

#[test]
fn a_refused_row_is_not_taken_for_a_deleted_sku() {
    let office = Office::with_catalogue(2);
    // The price is wrong, the SKU is known.
    let skus = [sample(0, 0, "20"), sample(0, 1, "NaN"), sample(0, 2, "22")];
    let preview = open(&office, &[("a.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(preview["counts"]["removed"], 0);
    assert_eq!(preview["counts"]["refused"], 1);
    // The SKU's id is destroyed: any SKU of this product may be meant, none of another one.
    let mut damaged = sample(0, 1, "21");
    damaged.sku_id = "1.72939E+18".to_owned();
    let skus = [
        sample(0, 0, "20"),
        damaged.clone(),
        sample(1, 0, "20"),
        sample(1, 1, "21"),
    ];
    let preview = open(&office, &[("b.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(preview["counts"]["removed"], 1);
    let gone = rows(&office, &preview, json!("removed"));
    assert_eq!(gone[0]["id"], sku_id(1, 2));
    // Neither id can be read: nothing is taken for deleted, and that is said.
    damaged.product_id = "1.72938E+18".to_owned();
    let skus = [sample(0, 0, "20"), damaged];
    let preview = open(&office, &[("c.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(preview["counts"]["removed"], 0);
    let notes = preview["notes"].as_array().unwrap();
    assert!(
        notes[0].as_str().unwrap().starts_with("1 refused rows"),
        "{notes:?}"
    );
}

#[test]
fn a_sku_that_moved_to_another_product_is_refused_there_and_not_gone_here() {
    let office = Office::with_catalogue(2);
    let mut moved = sample(1, 0, "20");
    moved.sku_id = sku_id(0, 1);
    let skus = [
        sample(0, 0, "20"),
        sample(0, 2, "22"),
        moved,
        sample(1, 0, "20"),
        sample(1, 1, "21"),
        sample(1, 2, "22"),
    ];
    let preview = open(&office, &[("a.xlsx", workbook(&skus))], Value::Null);
    assert_eq!(preview["counts"]["removed"], 0);
    assert_eq!(preview["counts"]["refused"], 1);
}

#[test]
fn several_workbooks_are_one_list_and_a_product_that_none_names_stays() {
    let office = Office::with_catalogue(2);
    let first = workbook(&[sample(0, 0, "20"), sample(0, 1, "21")]);
    let second = workbook(&[sample(0, 2, "22")]);
    let files = [("a.xlsx", first), ("b.xlsx", second)];
    let preview = open(&office, &files, Value::Null);
    assert_eq!(preview["counts"]["removed"], 0);
}

#[test]
fn a_table_takes_nothing_away_before_the_seller_says_that_it_is_complete() {
    let office = Office::with_catalogue(1);
    let csv = format!(
        "product_id,sku_id,title,retail_price\n{},{},Travel mug 0,19\n",
        product_id(0),
        sku_id(0, 0)
    );
    let preview = open(&office, &[("list.csv", csv.into())], Value::Null);
    assert_eq!(preview["counts"], counts(0, 1, 0, 0));
    assert_eq!(preview["files"][0]["lists_every_sku"], false);
    let request = |complete: bool| {
        json!({ "import_id": preview["import_id"], "file": 0,
        "fields": ["product_id", "sku_id", "title", "retail_price"], "encoding": null,
        "decimal_mark": null, "day_order": null, "lists_every_sku": complete, "target": null })
    };
    let whole = office.call("import_remap", request(true));
    assert_eq!(whole["files"][0]["lists_every_sku"], true);
    assert_eq!(whole["counts"], with_gone(counts(0, 1, 0, 0), 2));
    let part = office.call("import_remap", request(false));
    assert_eq!(part["counts"], counts(0, 1, 0, 0));
    office.call("import_remap", request(true));
    apply(&office, &preview, &[]);
    assert!(removed(&office, 1) && removed(&office, 2));
}

#[test]
fn a_sku_error_is_told_in_the_language_of_the_asker_however_it_came_about() {
    let (office, campaign) = registered();
    let skus = [sample(0, 0, "20"), sample(0, 2, "22")];
    let preview = open(&office, &[("new.xlsx", workbook(&skus))], Value::Null);
    apply(&office, &preview, &["RG-19"]);
    let sku = sku_id(0, 1);
    let english = format!("SKU {sku} was deleted.");
    let chinese = format!("删除了 SKU {sku}。");
    let errors = json!({});
    let one = json!({ "campaign_id": campaign, "product_id": product_id(0) });
    let product = json!({ "product_id": product_id(0) });
    for (said, call) in [
        (&english, Office::call as fn(&Office, &str, Value) -> Value),
        (&chinese, Office::call_in_chinese),
    ] {
        let listed = call(&office, "sku_errors", errors.clone());
        assert_eq!(listed["errors"][0]["reason"], **said);
        let detail = call(&office, "registration_get", one.clone());
        let expected = json!({ "kind": "sku_error", "reason": said });
        assert_eq!(detail["product"]["state"], expected);
        let drawer = call(&office, "product_get", product.clone());
        assert_eq!(drawer["registrations"][0]["state"], expected);
    }
    // Our own export in one language, read back in the other, changes nothing.
    let path = office.path("registrations.csv");
    let export = json!({ "campaign_id": campaign, "format": { "kind": "csv" }, "path": path });
    office.call_in_chinese("export_registrations", export);
    let written = std::fs::read(&path).unwrap();
    assert!(String::from_utf8_lossy(&written).contains(&chinese));
    let target = json!({ "kind": "decisions", "campaign_id": campaign });
    let again = open(&office, &[("again.csv", written)], target);
    assert_eq!(
        (&again["counts"]["changed"], &again["counts"]["new"]),
        (&json!(0), &json!(0))
    );
}
