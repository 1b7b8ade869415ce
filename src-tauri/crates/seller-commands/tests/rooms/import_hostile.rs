//! Files that are damaged or mean harm: a clear error that names place and remedy, and
//! everything that is held stays as it is.

use crate::importing::{apply, counts, open, rows, sample};
use crate::support::{Office, product_id, sku_id};
use seller_commands::CommandError;
use seller_exchange::samples::{self, BatchEditOptions, Book, SampleSku, Tab, batch_edit};
use serde_json::{Value, json};

const HEAD: &str = "product_id,sku_id,title,retail_price\n";
const IDS: &str = "1729380000000000001,1729390000000000011,Mug";

fn workbook() -> Vec<u8> {
    batch_edit(&[sample(0, 0, "20")], &BatchEditOptions::default())
}

/// A file that must be refused as a whole: its place, the problem and the remedy.
fn refused(office: &Office, name: &str, bytes: &[u8]) -> (String, String) {
    let before = office.digest();
    let path = office.path(name);
    std::fs::write(&path, bytes).unwrap();
    let request = json!({ "paths": [path], "target": null });
    let error = office.refused("import_open", request);
    let CommandError::File {
        file,
        place,
        message,
        remedy,
    } = error
    else {
        panic!("{name}: {error:?}");
    };
    assert_eq!(file, name);
    assert!(!remedy.is_empty(), "{name}: {message}");
    assert_eq!(office.digest(), before);
    (place, message)
}

/// The refusals of a table's rows: row, column, value, reason.
fn problems(office: &Office, text: &str) -> (Value, Vec<(u64, String, String)>) {
    let before = office.digest();
    let preview = open(
        office,
        &[("list.csv", text.into())],
        json!({ "kind": "catalogue" }),
    );
    let found = rows(office, &preview, json!("refused"))
        .iter()
        .map(|row| {
            let why = &row["changes"][0];
            assert!(
                why["remedy"].as_str().is_some_and(|text| !text.is_empty()),
                "{row}"
            );
            let text = |key: &str| why[key].as_str().unwrap_or_default().to_owned();
            (row["row"].as_u64().unwrap(), text("column"), text("reason"))
        })
        .collect();
    assert_eq!(office.digest(), before);
    (preview, found)
}

#[test]
fn workbooks_that_cannot_be_read_are_refused_by_what_they_are() {
    let office = Office::with_catalogue(1);
    let good = workbook();
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("cut.xlsx", good[..good.len() / 2].to_vec(), "damaged"),
        ("locked.xlsx", samples::encrypted(), "password"),
        ("old.xlsx", samples::legacy(), ".xls"),
        ("bomb.xlsx", samples::bomb(40), "unpacks"),
        ("liar.xlsx", samples::bomb_that_lies(40), "damaged"),
        (
            "entities.xlsx",
            samples::entity_expansion(),
            "document type",
        ),
        ("outside.xlsx", samples::escaping_part(), "outside"),
    ];
    for (name, bytes, says) in cases {
        let (_, message) = refused(&office, name, &bytes);
        assert!(message.contains(says), "{name}: {message}");
    }
    refused(&office, "crowd.xlsx", &samples::crowd(65_536));
    refused(&office, "empty.csv", b"");
    refused(&office, "noise.csv", &[0, 1, 2, 3, 0, 0, 9, 0, 0, 0, 1, 7]);
}

#[test]
fn a_file_is_what_its_bytes_are_and_not_what_its_name_says() {
    let office = Office::with_shop();
    let csv = format!("{HEAD}{IDS},12\n");
    let preview = open(&office, &[("table.xlsx", csv.into())], Value::Null);
    assert_eq!(preview["files"][0]["format"], "table");
    assert_eq!(preview["counts"], counts(1, 0, 0, 0));
    let preview = open(&office, &[("book.csv", workbook())], Value::Null);
    assert_eq!(preview["files"][0]["format"], "batch_edit");
    assert_eq!(preview["counts"], counts(1, 0, 0, 0));
}

#[test]
fn a_lone_cell_at_the_far_end_and_a_giant_side_sheet_change_nothing() {
    let office = Office::with_shop();
    let skus = [sample(0, 0, "20")];
    let far = samples::lone_far_cell(&skus);
    let preview = open(&office, &[("far.xlsx", far)], Value::Null);
    assert_eq!(preview["counts"], counts(1, 0, 0, 0));
    let giant = samples::giant_side_sheet(&skus, 20);
    let preview = open(&office, &[("giant.xlsx", giant)], Value::Null);
    assert_eq!(preview["counts"], counts(1, 0, 0, 0));
}

#[test]
fn nul_bytes_and_huge_cells_are_refused_with_row_and_column() {
    let office = Office::with_shop();
    let text = format!("{HEAD}1729380000000000001,1729390000000000011,Mu\0g,12\n{IDS},12\n");
    let (preview, found) = problems(&office, &text);
    assert_eq!(preview["counts"], counts(1, 0, 0, 1));
    assert_eq!((found[0].0, found[0].1.as_str()), (2, "title"));
    let huge = format!("{HEAD}1,2,{},12\n", "x".repeat(10 << 20));
    let (place, message) = refused(&office, "huge.csv", huge.as_bytes());
    assert!(place.contains('2'), "{place}: {message}");
    let unclosed = format!(
        "{HEAD}1,2,\"never closed,12\n{}",
        "a,b,c,d\n".repeat(400_000)
    );
    refused(&office, "open.csv", unclosed.as_bytes());
    let wide = "a,".repeat(1_000_000);
    refused(&office, "wide.csv", wide.as_bytes());
}

#[test]
fn ids_that_a_spreadsheet_rounded_are_refused_by_name() {
    let office = Office::with_shop();
    let text = format!(
        "{HEAD}1.72938E+18,1729390000000000011,Mug,12\n1729380000000000001,1.72939E+18,Mug,12\n"
    );
    let (preview, found) = problems(&office, &text);
    assert_eq!(preview["counts"], counts(0, 0, 0, 2));
    assert_eq!(preview["blocked_by"], "No row of these files can be taken.");
    assert_eq!((found[0].0, found[0].1.as_str()), (2, "product_id"));
    assert_eq!((found[1].0, found[1].1.as_str()), (3, "sku_id"));
    assert!(found[0].2.contains("rounded"), "{found:?}");
}

#[test]
fn prices_that_are_none_are_refused_and_never_rounded_or_zero() {
    let office = Office::with_shop();
    let bad = ["NaN", "inf", "1e30", "0.005", "-1", "--5", "abc", ""];
    let mut text = HEAD.to_owned();
    for (at, price) in bad.iter().enumerate() {
        text.push_str(&format!(
            "1729380000000000001,17293900000000000{at:02},Mug,{price}\n"
        ));
    }
    text.push_str("1729380000000000001,1729390000000000099,Mug,12.50\n");
    let (preview, found) = problems(&office, &text);
    assert_eq!(preview["counts"], counts(1, 0, 0, 8), "{found:?}");
    let expected: Vec<u64> = (2..10).collect();
    assert_eq!(
        found.iter().map(|(row, ..)| *row).collect::<Vec<_>>(),
        expected
    );
    assert!(
        found.iter().all(|(_, column, _)| !column.is_empty()),
        "{found:?}"
    );
    apply(&office, &preview, &[]);
    let product = office.call(
        "product_get",
        json!({ "product_id": "1729380000000000001" }),
    );
    assert_eq!(product["skus"].as_array().unwrap().len(), 1);
    assert_eq!(product["skus"][0]["sku"]["retail_price"], "12.50 USD");
}

#[test]
fn a_header_alone_or_twice_is_said_and_nothing_is_applied() {
    let office = Office::with_shop();
    let (preview, _) = problems(&office, HEAD);
    assert_eq!(preview["blocked_by"], "No row of these files can be taken.");
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    let error = office.refused("import_apply", request);
    assert!(matches!(error, CommandError::Invalid { .. }), "{error:?}");
    let (preview, found) = problems(&office, &format!("{HEAD}{HEAD}{IDS},12\n"));
    assert_eq!(preview["counts"], counts(1, 0, 0, 1));
    assert_eq!(found[0].0, 2);
    // Two columns of one name: which one is meant is the seller's to say.
    let doubled = format!("product_id,sku_id,title,retail_price,retail_price\n{IDS},12,13\n");
    let (preview, _) = problems(&office, &doubled);
    let fields: Vec<&Value> = preview["files"][0]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| &column["field"])
        .collect();
    let prices = fields
        .iter()
        .filter(|field| ***field == json!("retail_price"));
    assert!(prices.count() < 2, "{fields:?}");
    let twice = Book::of([Tab::named("Template").row([
        "product_id",
        "sku_id",
        "product_name",
        "variation_value",
        "price",
        "price",
    ])]);
    let (place, message) = refused(&office, "twice.xlsx", &twice.bytes());
    assert!(message.contains("price"), "{place:?} {message}");
}

#[test]
fn the_same_sku_twice_is_named_within_a_file_and_between_files() {
    let office = Office::with_shop();
    let twice = [sample(0, 0, "20"), sample(0, 0, "21")];
    let bytes = batch_edit(&twice, &BatchEditOptions::default());
    let preview = open(&office, &[("a.xlsx", bytes)], Value::Null);
    assert_eq!(preview["counts"], counts(1, 0, 0, 1));
    let row = &rows(&office, &preview, json!("refused"))[0];
    assert_eq!(
        (&row["row"], &row["changes"][0]["column"]),
        (&json!(7), &json!("sku_id"))
    );
    // Two files that agree are one list; where they differ, the later row is a named conflict.
    let all = batch_edit(
        &[sample(0, 0, "20"), sample(0, 1, "21")],
        &BatchEditOptions::default(),
    );
    let sales = batch_edit(
        &[sample(0, 0, "20"), sample(0, 1, "25")],
        &BatchEditOptions::default(),
    );
    let files = [("all.xlsx", all), ("sales.xlsx", sales)];
    let preview = open(&office, &files, Value::Null);
    assert_eq!(preview["counts"], counts(3, 0, 0, 1));
    let row = &rows(&office, &preview, json!("refused"))[0];
    assert_eq!((&row["file"], &row["row"]), (&json!(1), &json!(7)));
    let why = &row["changes"][0];
    assert_eq!(why["column"], "Retail price");
    assert_eq!(why["after"], "25.00 USD");
    assert_eq!(why["reason"], "Row 7 of all.xlsx says something else.");
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    let prices: Vec<&Value> = product["skus"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| &line["sku"]["retail_price"])
        .collect();
    assert_eq!(prices, ["20.00 USD", "21.00 USD"]);
}

/// A table of so many SKUs, ten to a product.
fn many(count: usize) -> String {
    let mut text = HEAD.to_owned();
    for at in 0..count {
        let (product, sku) = (at / 10, at % 10);
        text.push_str(&format!(
            "{},{},Mug {product},12.50\n",
            product_id(product),
            sku_id(product, sku)
        ));
    }
    text
}

/// Stops the command that runs once it has come to a stage; says whether it came there.
fn stop_at(office: &Office, stage: &str, ended: &std::sync::atomic::AtomicBool) -> bool {
    loop {
        let progress = office.call("job_progress", json!({}));
        if progress["stage"] == stage && progress["command"] != Value::Null {
            office.call("job_cancel", json!({}));
            return true;
        }
        if ended.load(std::sync::atomic::Ordering::Relaxed) {
            return false;
        }
        std::thread::yield_now();
    }
}

fn stopped(office: &Office, command: &str, request: Value, stage: &str) {
    let ended = std::sync::atomic::AtomicBool::new(false);
    let before = office.digest();
    std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let answer = office.try_call(command, request);
            ended.store(true, std::sync::atomic::Ordering::Relaxed);
            answer
        });
        assert!(
            stop_at(office, stage, &ended),
            "{command} ended before it could be stopped"
        );
        let answer = work.join().unwrap();
        assert!(
            matches!(answer, Err(CommandError::Cancelled { .. })),
            "{answer:?}"
        );
    });
    assert_eq!(office.digest(), before);
}

#[test]
fn stopping_while_reading_or_while_storing_leaves_everything_as_it_was() {
    let office = Office::with_catalogue(3);
    let path = office.path("many.csv");
    std::fs::write(&path, many(60_000)).unwrap();
    let request = json!({ "paths": [path], "target": null });
    stopped(&office, "import_open", request.clone(), "reading");
    stopped(&office, "import_open", request.clone(), "comparing");
    let preview = office.call("import_open", request);
    assert_eq!(preview["counts"]["refused"], 0);
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    let steps = office.call("history_state", json!({}));
    stopped(&office, "import_apply", request.clone(), "writing");
    assert_eq!(office.call("history_state", json!({})), steps);
    // The import is still open: asked again, it goes through.
    let done = office.call("import_apply", request);
    assert_eq!(done["counts"], preview["counts"]);
}

#[test]
fn sku_ids_survive_byte_for_byte() {
    let office = Office::with_shop();
    let ids = [
        "1729390000000000011",
        "0000000000000000012",
        "9999999999999999999",
    ];
    let skus: Vec<SampleSku> = ids
        .iter()
        .map(|id| SampleSku {
            sku_id: (*id).to_owned(),
            ..sample(0, 0, "20")
        })
        .collect();
    let preview = open(
        &office,
        &[("a.xlsx", batch_edit(&skus, &BatchEditOptions::default()))],
        Value::Null,
    );
    apply(&office, &preview, &[]);
    let product = office.call("product_get", json!({ "product_id": product_id(0) }));
    let mut held: Vec<&str> = product["skus"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["sku"]["id"].as_str().unwrap())
        .collect();
    held.sort_unstable();
    assert_eq!(
        held,
        [
            "0000000000000000012",
            "1729390000000000011",
            "9999999999999999999"
        ]
    );
}

#[test]
fn what_a_sheet_hides_is_shown_before_it_is_imported() {
    let row = |number: u32, hidden: &str, texts: [&str; 6]| {
        let cells: String = texts
            .iter()
            .map(|text| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))
            .collect();
        format!("<row r=\"{number}\"{hidden}>{cells}</row>")
    };
    let id = |number: u32| format!("17293900000000009{number:02}");
    let head = [
        "product_id",
        "sku_id",
        "title",
        "variant",
        "retail_price",
        "stock",
    ];
    let sku = |number, hidden, price| {
        let (product, sku) = ("1729380000000000900", id(number));
        row(number, hidden, [product, &sku, "Lamp", &sku, price, "4"])
    };
    let xml = format!(
        "<worksheet><cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols><sheetData>{}{}{}</sheetData></worksheet>",
        row(1, "", head),
        sku(2, "", "9.50"),
        sku(3, " hidden=\"1\"", "8.25")
    );
    let book = Book::of([Tab::named("A").row(["x"])]).with_part("xl/worksheets/sheet1.xml", xml);
    let office = Office::with_shop();
    let target = json!({ "kind": "catalogue" });
    let preview = open(&office, &[("hidden.xlsx", book.bytes())], target);
    assert_eq!(preview["counts"], counts(2, 0, 0, 0), "{preview}");
    let shown = rows(&office, &preview, json!("new"));
    let shown: Vec<String> = shown.iter().map(Value::to_string).collect();
    assert_eq!(shown.len(), 2);
    assert!(
        shown[1].contains(&id(3)) && shown[1].contains("8.25"),
        "{}",
        shown[1]
    );
}
