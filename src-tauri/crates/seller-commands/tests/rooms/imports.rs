//! Importing files: preview, apply, undo, refusals.

use crate::importing::{apply, counts, open, registered, rows, sample};
use crate::support::{Office, product_id, sku_id};
use seller_commands::CommandError;
use seller_exchange::samples::{
    BatchEditOptions, FailRow, PrefillRow, SampleSku, batch_edit, fail_report, prefill,
};
use serde_json::{Value, json};

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
    let skus = [
        sample(0, 0, "18.50"),
        sample(0, 1, "21"),
        sample(0, 2, "22"),
    ];
    let preview = open(
        &office,
        &[("sales.xlsx", batch_edit(&skus, &options))],
        Value::Null,
    );
    assert_eq!(preview["counts"], counts(0, 1, 2, 0));
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
    let encoding = json!({ "recognised": "gb18030", "chosen": null, "open": false });
    assert_eq!(preview["files"][0]["encoding"], encoding);
    assert_eq!(
        preview["blocked_by"],
        "目录.csv: no column is mapped to Retail price."
    );
    let steps = office.call("history_state", json!({}));
    let request = json!({ "import_id": preview["import_id"], "file": 0,
        "fields": ["product_id", "sku_id", "title", "retail_price"],
        "decimal_mark": null, "target": null });
    let asked = office.call("import_remap", request.clone());
    assert_eq!(
        asked["files"][0]["decimal_mark"],
        json!({ "recognised": "comma", "chosen": null, "open": true })
    );
    assert_eq!(
        asked["blocked_by"],
        "目录.csv: say whether the numbers of \"我的钱\" have a decimal point or a decimal comma."
    );
    let mut request = request;
    request["decimal_mark"] = json!("comma");
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

#[test]
fn costs_go_by_id_or_by_a_code_that_only_one_sku_has() {
    let office = Office::with_shop();
    let skus: Vec<SampleSku> = ["A", "B", "B"]
        .iter()
        .enumerate()
        .map(|(at, code)| SampleSku {
            seller_sku: (*code).to_owned(),
            ..sample(0, at, "20")
        })
        .collect();
    let bytes = batch_edit(&skus, &BatchEditOptions::default());
    let preview = open(&office, &[("c.xlsx", bytes)], Value::Null);
    apply(&office, &preview, &[]);
    let csv = "seller_sku,cost\nA,5.25\nB,6\nC,7\n";
    let preview = open(&office, &[("costs.csv", csv.into())], Value::Null);
    assert_eq!(preview["target"], json!({ "kind": "costs" }));
    assert_eq!(preview["counts"], counts(1, 0, 0, 2));
    let reasons: Vec<Value> = rows(&office, &preview, json!("refused"))
        .into_iter()
        .map(|row| row["changes"][0]["reason"].clone())
        .collect();
    assert_eq!(
        reasons,
        [
            "2 SKUs of the catalogue have this code.",
            "No SKU of the catalogue has this code."
        ]
    );
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    assert_eq!(product["skus"][0]["sku"]["unit_cost"], "5.25 USD");
    assert_eq!(product["skus"][1]["sku"]["unit_cost"], Value::Null);
}

#[test]
fn a_plan_brings_products_in_and_leaves_out_the_skus_that_it_does_not_name() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let head = office.call(
        "draft_open",
        json!({ "campaign_id": campaign, "again": [] }),
    );
    let draft = &head["line"]["id"];
    let csv = format!(
        "sku_id,campaign_price,campaign_stock\n{},12.50,7\n{},13,8\n1729390000099999999,1,1\n",
        sku_id(0, 0),
        sku_id(0, 2)
    );
    let target = json!({ "kind": "plan", "draft_id": draft });
    let preview = open(&office, &[("plan.csv", csv.clone().into())], target.clone());
    assert_eq!(preview["counts"], counts(2, 0, 0, 1));
    apply(&office, &preview, &[]);
    let head = office.call("draft_get", json!({ "draft_id": draft }));
    assert_eq!(head["line"]["products"], 1);
    assert_eq!(head["line"]["skus"], 2);
    let again = open(&office, &[("plan.csv", csv.into())], target);
    assert_eq!(again["counts"], counts(0, 0, 2, 1));
    office.call("history_undo", json!({}));
    let head = office.call("draft_get", json!({ "draft_id": draft }));
    assert_eq!(head["line"]["skus"], 0);
}

#[test]
fn a_changed_price_of_a_registered_product_is_acknowledged_and_becomes_a_sku_error() {
    let (office, _) = registered();
    let csv = format!(
        "product_id,sku_id,title,category,retail_price\n{},{},Travel mug 0,Kitchen (600001),25\n{},{},Travel mug 1,Garden (600002),20\n",
        product_id(0),
        sku_id(0, 0),
        product_id(1),
        sku_id(1, 0)
    );
    let preview = open(&office, &[("new.csv", csv.into())], Value::Null);
    assert_eq!(preview["counts"], counts(0, 1, 0, 1));
    let rules: Vec<&Value> = preview["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["rule"])
        .collect();
    assert_eq!(rules, ["RG-19", "RG-20"]);
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    let CommandError::Refused { unacknowledged, .. } = office.refused("import_apply", request)
    else {
        panic!("not refused by the book");
    };
    assert_eq!(unacknowledged, ["RG-19"]);
    let before = office.digest();
    let done = apply(&office, &preview, &["RG-19"]);
    assert_eq!(done["sku_errors"], 1);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    assert_eq!(product["registrations"][0]["state"]["kind"], "sku_error");
    assert_eq!(product["skus"][0]["sku"]["retail_price"], "25.00 USD");
    let kept = office.call("product_get", json!({ "product_id": product_id(1) }));
    assert_eq!(kept["product"]["category"], "Kitchen (600001)");
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn a_fail_report_rejects_products_with_reasons_and_sets_ceilings() {
    let (office, campaign) = registered();
    let row = FailRow {
        product_id: product_id(0),
        sku_id: sku_id(0, 0),
        campaign_price: "12".to_owned(),
        maximum: "11".to_owned(),
        reason: "Campaign price must be greater than or equal to $1 and less than or equal to $11"
            .to_owned(),
        ..FailRow::default()
    };
    let target = json!({ "kind": "fail_report", "campaign_id": campaign });
    let preview = open(
        &office,
        &[("fail.xlsx", fail_report(&[row]))],
        target.clone(),
    );
    assert_eq!(preview["counts"], counts(1, 0, 0, 0));
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    assert_eq!(product["registrations"][0]["state"]["kind"], "rejected");
}

#[test]
fn decisions_come_from_a_table_with_a_row_for_each_product() {
    let (office, campaign) = registered();
    let csv = format!(
        "product_id,state,reason\n{},approved,\n{},rejected,Too dear\n1729380000000099999,approved,\n",
        product_id(0),
        product_id(1)
    );
    let target = json!({ "kind": "decisions", "campaign_id": campaign });
    let preview = open(&office, &[("result.csv", csv.into())], target);
    assert_eq!(preview["counts"], counts(0, 2, 0, 1));
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(1) }));
    let state = json!({ "kind": "rejected", "reason": "Too dear" });
    assert_eq!(product["registrations"][0]["state"], state);
}

#[test]
fn a_table_of_decisions_passes_the_same_guard_as_a_decision() {
    let (office, campaign) = registered();
    let target = json!({ "kind": "decisions", "campaign_id": campaign });
    let csv = |states: [&str; 2]| {
        let row = |(at, state)| format!("{},{state},\n", product_id(at));
        let rows: String = (0..).zip(states).map(row).collect();
        format!("product_id,state,reason\n{rows}").into_bytes()
    };
    let preview = open(
        &office,
        &[("a.csv", csv(["sku_error", "withdrawn"]))],
        target.clone(),
    );
    assert_eq!(preview["counts"], counts(0, 1, 0, 1));
    let refused = &rows(&office, &preview, json!("refused"))[0]["changes"][0];
    let reason = refused["reason"].as_str().unwrap();
    assert!(reason.starts_with("A withdrawal has a request"), "{reason}");
    apply(&office, &preview, &[]);

    // What is in SKU error is withdrawn and registered again, not approved.
    let preview = open(
        &office,
        &[("b.csv", csv(["registered", "registered"]))],
        target,
    );
    assert_eq!(preview["counts"], counts(0, 1, 0, 1));
    let refused = &rows(&office, &preview, json!("refused"))[0]["changes"][0];
    assert_eq!(
        [&refused["reason"], &refused["remedy"]],
        [
            &format!("Product {} is in SKU error.", product_id(0)),
            "Withdraw it; once that is approved, register it again before the deadline."
        ]
    );
}

#[test]
fn a_prefill_workbook_states_terms_and_is_filled_in_place() {
    let (office, campaign) = registered();
    let row = |product: usize, sku: usize| PrefillRow {
        product_id: product_id(product),
        sku_id: sku_id(product, sku),
        title: "Travel mug".to_owned(),
        retail_price: "20".to_owned(),
        price_range: ">=1 and <19".to_owned(),
        stock: "100".to_owned(),
        stock_range: ">5".to_owned(),
        ..PrefillRow::default()
    };
    let bytes = prefill(&[row(0, 0), row(0, 1), row(9, 0)]);
    let target = json!({ "kind": "prefill", "campaign_id": campaign });
    let preview = open(&office, &[("prefill.xlsx", bytes)], target);
    assert_eq!(preview["counts"], counts(2, 0, 0, 1));
    apply(&office, &preview, &[]);
    let format = json!({ "kind": "prefill", "source": office.path("prefill.xlsx") });
    let written = office.call(
        "export_registrations",
        json!({ "campaign_id": campaign, "format": format, "path": office.path("filled.xlsx") }),
    );
    assert_eq!(
        (&written["rows"], &written["dropped"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(written["notes"].as_array().unwrap().len(), 1);
}

#[test]
fn a_sku_is_edited_with_named_errors_and_its_old_price_is_kept() {
    let (office, _) = registered();
    let edit = |price: &str, acknowledged: &[&str]| {
        json!({ "sku_id": sku_id(0, 0), "unit_cost": null, "retail_price": price, "stock": null,
            "acknowledged": acknowledged })
    };
    for wrong in ["0.00 USD", "-1.00 USD", "1.005 USD", "1.00 EUR"] {
        let error = office.refused("sku_edit", edit(wrong, &[]));
        assert!(
            matches!(&error, CommandError::Invalid { field, .. } if field == "retail_price"),
            "{wrong}: {error:?}"
        );
    }
    let CommandError::Refused { unacknowledged, .. } =
        office.refused("sku_edit", edit("24.00 USD", &[]))
    else {
        panic!("not refused by the book");
    };
    assert_eq!(unacknowledged, ["RG-19"]);
    office.clock.set(crate::support::at("2026-05-11T12:00:00Z"));
    let product = office.call("sku_edit", edit("24.00 USD", &["RG-19"]));
    assert_eq!(product["registrations"][0]["state"]["kind"], "sku_error");
    let history = product["skus"][0]["history"].as_array().unwrap();
    assert!(
        history
            .iter()
            .any(|record| record["price"] == "20.00 USD"
                && record["until"] == "2026-05-11T12:00:00Z")
    );
    let page = office.call(
        "product_page",
        json!({ "search": "mug", "only": "in_sku_error", "window": { "offset": 0, "limit": 10 } }),
    );
    assert_eq!(page["total"], 1);
    assert_eq!(page["rows"][0]["campaigns"], 1);
}

#[test]
fn the_fields_of_every_target_are_named_and_the_needed_ones_marked() {
    let office = Office::with_shop();
    let fields = |kind: &str| {
        let answer = office.call("import_fields", json!({ "target": { "kind": kind } }));
        answer["fields"].as_array().unwrap().clone()
    };
    let needed = |kind: &str| -> Vec<String> {
        fields(kind)
            .iter()
            .filter(|field| field["required"] == true)
            .map(|field| field["field"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(needed("catalogue").contains(&"sku_id".to_owned()));
    assert!(needed("costs").contains(&"unit_cost".to_owned()));
    for kind in ["catalogue", "costs", "price_history"] {
        for field in fields(kind) {
            assert!(!field["name"].as_str().unwrap().is_empty(), "{field}");
        }
    }
}

#[test]
fn a_closed_import_cannot_be_applied() {
    let office = Office::with_shop();
    let skus = [sample(0, 0, "19.99")];
    let bytes = batch_edit(&skus, &BatchEditOptions::default());
    let preview = open(&office, &[("catalogue.xlsx", bytes)], Value::Null);
    let import_id = &preview["import_id"];
    office.call("import_close", json!({ "import_id": import_id }));
    let request = json!({ "import_id": import_id, "acknowledged": [] });
    office.refused("import_apply", request);
    assert_eq!(office.call("overview", json!({}))["skus"], 0);
}
