//! A campaign begun from Seller Center's prefill workbook: the file is chosen once, and the seller is
//! led from the campaign's terms over the workbook's preview into the draft.

use std::fs;

use seller_exchange::samples::{PrefillRow, prefill};
use serde_json::json;

use crate::main_job::{AT_NOON, set_up_a_shop};
use crate::support::{App, Language, Theme, story_at};

/// Two products with three SKUs.
const CATALOGUE: &str = "product_id,sku_id,title,variant,retail_price,stock\n\
    1729380000000000101,1729380000000000201,Beeswax pillar,Small,12.90,40\n\
    1729380000000000101,1729380000000000202,Beeswax pillar,Large,19.90,25\n\
    1729380000000000102,1729380000000000203,Soy travel tin,,9.50,120\n";

const NAME: &str = "Candle Lovers Week";
const NOTE: &str = "Fill in the campaign price and stock. Do not change the columns.";

/// What the platform lists: one product of the catalogue, and a SKU that the catalogue has not.
fn workbook() -> Vec<u8> {
    let row = |sku: &str, name: &str| PrefillRow {
        product_id: "1729380000000000101".to_owned(),
        title: "Beeswax pillar".to_owned(),
        sku_id: format!("1729380000000000{sku}"),
        sku_name: name.to_owned(),
        retail_price: "12.9".to_owned(),
        price_range: ">=1 and <12".to_owned(),
        stock: "25".to_owned(),
        stock_range: ">5".to_owned(),
        ..PrefillRow::default()
    };
    prefill(&[
        row("201", "Small"),
        row("202", "Large"),
        row("299", "Giant"),
    ])
}

#[tokio::test]
async fn a_campaign_is_begun_from_its_prefill_workbook_and_ends_in_a_draft() {
    story_at(AT_NOON, async |app| {
        set_up_a_shop(app).await;
        imports_her_catalogue(app).await;
        is_told_of_a_wrong_file(app).await;
        states_the_terms(app).await;
        reads_the_workbook_that_she_chose_before(app).await;
        finds_the_listed_products_in_the_draft(app).await;
    })
    .await;
}

async fn imports_her_catalogue(app: &App) {
    app.click_id("nav-products").await;
    app.click_id("import-catalogue").await;
    let file = app.files().join("catalogue.csv");
    fs::write(&file, CATALOGUE).unwrap();
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.click("Import 3 rows").await;
    app.shows("import-done-new", "3").await;
}

async fn is_told_of_a_wrong_file(app: &App) {
    app.click_id("nav-campaigns").await;
    app.click_id("from-prefill").await;
    app.answer_next_dialog(&[&app.files().join("catalogue.csv")]);
    app.click_id("choose-files").await;
    app.shows("prefill-problem", "catalogue.csv").await;
    app.picture("prefill-refused").await;
    app.assert_accessible().await;
}

async fn states_the_terms(app: &App) {
    let file = app.files().join("prefill.xlsx");
    fs::write(&file, workbook()).unwrap();
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.shows("prefill-workbook", "prefill.xlsx").await;
    app.shows("prefill-skus", "3").await;
    app.shows("prefill-known_skus", "2").await;
    let note = "return document.querySelector('[data-testid=campaign-note]').value";
    assert_eq!(app.run(note, &[]).await, json!(NOTE));
    app.fill("Name", NAME).await;
    // What the workbook does not say is asked for, never proposed.
    app.click_id("campaign-save").await;
    app.shows("campaign-form-state", "4 fields").await;
    for (window, start, end) in [
        ("registration", "2026-11-20 00:00", "2026-11-27 00:00"),
        ("running", "2026-12-01 00:00", "2026-12-06 00:00"),
    ] {
        app.fills_window(window, start, end).await;
    }
    app.choose("Smart Promotion", "Not required").await;
    is_pictured_in_every_look(app).await;
    app.assert_accessible().await;
    app.click_id("campaign-save").await;
}

async fn is_pictured_in_every_look(app: &App) {
    for (width, height) in [(1024, 700), (1280, 800)] {
        app.resize(width, height).await;
        for (theme, look) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
            app.wears(theme).await;
            for (language, tag) in [(Language::Chinese, "zh-CN"), (Language::English, "en")] {
                app.speaks(language).await;
                for (part, block) in [("top", "start"), ("bottom", "end")] {
                    scrolls_the_form(app, block).await;
                    app.picture(&format!("prefill-{part}-{look}-{tag}-{width}"))
                        .await;
                }
            }
        }
    }
}

/// Scrolls to an end of the page. A field with the focus would be brought back into view whenever
/// the window changes its size.
async fn scrolls_the_form(app: &App, block: &str) {
    let scroll = "
        document.activeElement?.blur();
        const page = document.querySelector('main');
        page.scrollTop = arguments[0] === 'start' ? 0 : page.scrollHeight;
        const rest = page.scrollHeight - page.clientHeight;
        return arguments[0] === 'start' ? page.scrollTop : rest - page.scrollTop;";
    let left = app.run(scroll, &[json!(block)]).await;
    assert!(
        left.as_f64().is_some_and(|left| left <= 1.0),
        "{block}: {left}"
    );
}

async fn reads_the_workbook_that_she_chose_before(app: &App) {
    app.shows("import-files", "prefill.xlsx").await;
    app.shows("import-rows", "1729380000000000299").await;
    app.picture("prefill-preview").await;
    app.click("Import 2 rows").await;
    app.shows("import-done-new", "2").await;
    app.shows("import-done-refused", "1").await;
    app.picture("prefill-done").await;
    app.assert_accessible().await;
}

async fn finds_the_listed_products_in_the_draft(app: &App) {
    app.click_id("import-register").await;
    app.shows("candidate-table", "Beeswax pillar").await;
    app.until_at("[data-testid=pager-range]", "1 to 1 of 1")
        .await;
    app.picture("prefill-draft").await;
    app.click_id("add-matching").await;
    app.shows("way-chosen", "1").await;
    let campaigns = app.asks("campaign_list", json!({})).await;
    let [campaign] = campaigns["campaigns"].as_array().unwrap().as_slice() else {
        panic!("{campaigns}");
    };
    assert_eq!(campaign["name"], NAME);
    assert!(campaign["draft_id"].is_string(), "{campaign}");
}
