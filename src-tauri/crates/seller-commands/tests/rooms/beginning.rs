//! A campaign begun from its prefill workbook: the glance, the campaign, the import, the draft.

use crate::importing::{apply, counts, open, sample};
use crate::support::{Office, product_id, sku_id};
use seller_commands::CommandError;
use seller_exchange::samples::{BatchEditOptions, PrefillRow, batch_edit, prefill};
use serde_json::{Value, json};

const NOTE: &str = "Fill in the campaign price and stock. Do not change the columns.";

fn row(product: usize, sku: usize, price: &str) -> PrefillRow {
    PrefillRow {
        product_id: product_id(product),
        sku_id: sku_id(product, sku),
        title: format!("Travel mug {product}"),
        retail_price: "20".to_owned(),
        price_range: ">=1 and <19".to_owned(),
        campaign_price: price.to_owned(),
        stock: "100".to_owned(),
        stock_range: ">5".to_owned(),
        ..PrefillRow::default()
    }
}

fn kept(office: &Office, name: &str, bytes: Vec<u8>) -> Value {
    let path = office.path(name);
    std::fs::write(&path, bytes).unwrap();
    json!({ "path": path })
}

#[test]
fn a_campaign_begun_from_its_workbook_ends_in_a_draft_of_the_listed_products() {
    let office = Office::with_catalogue(3);
    let rows = [row(0, 0, "15"), row(0, 1, ""), row(1, 0, "")];
    let file = kept(&office, "prefill.xlsx", prefill(&rows));
    let before = office.digest();
    let glanced = office.call("prefill_glance", file);
    assert_eq!(
        glanced,
        json!({ "name": "prefill.xlsx", "note": NOTE, "products": 2, "skus": 3,
            "known_skus": 3, "refused": 0, "notes": [] })
    );
    assert_eq!(office.digest(), before);

    let campaign = office.open_campaign(|campaign| campaign["note"] = glanced["note"].clone());
    let target = json!({ "kind": "prefill", "campaign_id": campaign });
    let preview = open(&office, &[("prefill.xlsx", prefill(&rows))], target);
    assert_eq!(preview["counts"], counts(3, 0, 0, 0));
    apply(&office, &preview, &[]);
    let request = json!({ "campaign_id": campaign, "again": [] });
    let draft = office.call("draft_open", request);
    let filter = json!({ "search": "", "only_recommended": true, "only_missing": true });
    let request = json!({ "draft_id": draft["line"]["id"], "filter": filter,
        "window": { "offset": 0, "limit": 10 } });
    let listed = office.call("draft_candidates", request);
    let listed: Vec<&Value> = listed["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|candidate| &candidate["product_id"])
        .collect();
    assert_eq!(listed, [&json!(product_id(0)), &json!(product_id(1))]);
}

#[test]
fn a_glance_says_which_rows_the_import_will_refuse() {
    let office = Office::with_catalogue(1);
    let rows = [row(0, 0, "15"), row(7, 0, ""), row(0, 1, "free"), {
        let mut stray = row(0, 2, "");
        stray.product_id = product_id(5);
        stray
    }];
    let file = kept(&office, "prefill.xlsx", prefill(&rows));
    let glanced = office.call("prefill_glance", file);
    let counted = ["products", "skus", "known_skus", "refused"].map(|name| &glanced[name]);
    assert_eq!(counted, [3, 3, 1, 1]);
    assert_eq!(
        glanced["notes"],
        json!([
            "SKUs that the catalogue does not hold: 2. Their rows are refused until the catalogue is imported again.",
            "Rows that cannot be read: 1. The import's preview says why, row by row.",
        ])
    );
    let strange = kept(&office, "strange.xlsx", prefill(&[row(8, 0, "")]));
    let glanced = office.call("prefill_glance", strange);
    assert_eq!(
        glanced["notes"],
        json!([
            "The catalogue holds none of its SKUs. Import the catalogue first; until then every row is refused."
        ])
    );
    let empty = kept(&office, "empty.xlsx", prefill(&[]));
    let glanced = office.call("prefill_glance", empty);
    assert_eq!(
        glanced["notes"],
        json!(["The workbook lists no SKU. Download it again for this campaign."])
    );
}

#[test]
fn a_file_that_is_no_prefill_workbook_is_refused_by_name() {
    let office = Office::with_shop();
    let bytes = batch_edit(&[sample(0, 0, "19.99")], &BatchEditOptions::default());
    let other = kept(&office, "catalogue.xlsx", bytes);
    for (file, name) in [
        (other, "catalogue.xlsx"),
        (json!({ "path": office.path("gone.xlsx") }), "gone.xlsx"),
    ] {
        let error = office.refused("prefill_glance", file);
        let CommandError::File {
            file,
            message,
            remedy,
            ..
        } = error
        else {
            panic!("{error:?}");
        };
        assert_eq!(file, name);
        assert!(!message.is_empty() && !remedy.is_empty());
    }
}
