//! The whole job in one shop of the seller's own, through the controls she sees: from the first
//! start over an ineligible campaign and sixty SKUs to the file she hands in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::main_job::{AT_NOON, acknowledges_every_warning, set_up_a_shop};
use crate::support::{App, story_at};

const PRODUCTS: u64 = 20;
const SKUS: u64 = 60;

#[tokio::test]
async fn a_seller_sets_up_imports_enrols_registers_sixty_skus_and_exports_them() {
    story_at(AT_NOON, async |app| {
        set_up_a_shop(app).await;
        imports_her_catalogue(app).await;
        records_a_campaign(app).await;
        turns_from_ineligible_to_eligible(app).await;
        brings_every_product_in(app).await;
        prices_by_strategy_and_by_hand(app).await;
        is_refused_with_everything_unchanged(app).await;
        repairs_and_submits(app).await;
        exports_what_is_registered(app).await;
        takes_it_back_and_does_it_again(app).await;
    })
    .await;
}

/// Retail prices in cents by SKU id: every one differs, from 20.00 to 49.50.
fn catalogue() -> BTreeMap<String, u64> {
    (0..SKUS)
        .map(|at| (format!("17293900000000{at:05}"), 2000 + 50 * at))
        .collect()
}

fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

async fn imports_her_catalogue(app: &App) {
    let mut text = "product_id,sku_id,title,variant,retail_price,stock\n".to_owned();
    for (at, (sku, cents)) in catalogue().iter().enumerate() {
        let product = at / 3;
        let variant = ["Small", "Medium", "Large"][at % 3];
        let price = money(*cents);
        writeln!(
            text,
            "17293800000000{product:05},{sku},Beeswax candle {product},{variant},{price},80"
        )
        .unwrap();
    }
    let file = app.files().join("catalogue.csv");
    fs::write(&file, text).unwrap();
    app.click_id("nav-products").await;
    app.click_id("import-catalogue").await;
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.shows("import-rows", "Beeswax candle 0").await;
    app.click(&format!("Import {SKUS} rows")).await;
    app.shows("import-done-new", &SKUS.to_string()).await;
    app.click_id("import-go-on").await;
    app.shows("product-table", "Beeswax candle").await;
}

const NAME: &str = "Winter Candle Week";

async fn records_a_campaign(app: &App) {
    app.click_id("nav-campaigns").await;
    app.click_id("record-campaign").await;
    app.choose("Kind", "Weekly promotion").await;
    app.fill("Name", NAME).await;
    for (window, start, end) in [
        ("registration", "2026-11-20 00:00", "2026-11-27 00:00"),
        ("running", "2026-12-01 00:00", "2026-12-06 00:00"),
    ] {
        app.fills_window(window, start, end).await;
    }
    app.choose("Smart Promotion", "Required, either mode").await;
    app.choose("Submitted products", "Pending until the platform decides")
        .await;
    app.picture("campaign-form").await;
    app.assert_accessible().await;
    app.click_id("campaign-save").await;
    app.shows("campaign", NAME).await;
}

async fn turns_from_ineligible_to_eligible(app: &App) {
    app.shows("eligibility-state", "Ineligible").await;
    app.shows("criterion-SP-01", "not enrolled").await;
    app.click_id("way-smart-promotion").await;
    app.click_id("wizard-next").await;
    app.sees("What you take on").await;
    app.click_id("wizard-next").await;
    app.shows("final-details", "Store-wide GMV").await;
    acknowledges_every_warning(app).await;
    app.click_id("wizard-finish").await;
    app.shows("enrolled", "Your shop is enrolled").await;
    app.click_id("back-to-campaign").await;
    app.shows("eligibility-state", "Eligible").await;
}

async fn brings_every_product_in(app: &App) {
    app.click_id("campaign-register").await;
    app.click(&format!("Add all {PRODUCTS} that match")).await;
    app.shows("way-chosen", &PRODUCTS.to_string()).await;
    app.click_id("wizard-next").await;
    app.shows("summary-skus", &SKUS.to_string()).await;
    app.shows("summary-without_price", &SKUS.to_string()).await;
}

/// Ten per cent off everywhere, then a block from a spreadsheet and one price by keyboard.
async fn prices_by_strategy_and_by_hand(app: &App) {
    app.click_id("open-fill").await;
    app.fill("Percentage off", "10").await;
    app.shows("change-headline", "60").await;
    app.picture("fill-prices").await;
    app.click_id("fill-apply").await;
    app.shows("summary-without_price", "0").await;

    app.click_id("open-fill").await;
    app.click_at("label:has([data-testid=strategy-stock])")
        .await;
    app.click_id("fill-apply").await;
    app.until("the panel is closed", NO_PANEL).await;

    // Above retail, without a discount, free of charge; and more units than there are.
    app.pastes_at(&cell(0), "99.00\t900\n$20.50\t20\n0.00\t20\n")
        .await;
    app.until_at(&cell(0), "$99.00").await;
    // The keyboard alone: a price is typed, Enter keeps it.
    app.click_at(&cell(3)).await;
    app.types_over("77.7").await;
    app.press(&Key::Enter).await;
    app.until_at(&cell(3), "$77.70").await;
    app.picture("prices-that-violate").await;
    assert_eq!(app.axe_but_for_the_grid().await, [""; 0]);
}

fn cell(row: u64) -> String {
    format!("[data-testid=price-grid] [data-column=campaign_price][data-rgrow='{row}']")
}

const NO_PANEL: &str = "return document.querySelector('.ant-drawer') === null";

async fn is_refused_with_everything_unchanged(app: &App) {
    app.click_id("step-review").await;
    acknowledges_every_warning(app).await;
    let before = everything_kept(app).await;
    app.click_id("wizard-finish").await;
    app.shows("submit-refused", "nothing was changed").await;
    app.shows("refused-findings", "99.00").await;
    app.shows("refused-findings", "77.70").await;
    app.shows("refused-findings", "900").await;
    app.picture("whole-job-refused").await;
    assert_eq!(everything_kept(app).await, before);
    app.click_id("back-to-prices").await;
}

/// The draft with its rows, the registrations and the history.
async fn everything_kept(app: &App) -> [Value; 3] {
    let drafts = app.asks("draft_list", json!({})).await;
    let registered = registered(app).await;
    let steps = json!({"window": {"offset": 0, "limit": 500}});
    [drafts, registered, app.asks("history_page", steps).await]
}

async fn registered(app: &App) -> Value {
    let campaigns = app.asks("campaign_list", json!({})).await;
    let asked = json!({"campaign_id": campaigns["campaigns"][0]["id"], "state": null, "search": "",
        "window": {"offset": 0, "limit": 500}});
    app.asks("registration_page", asked).await
}

async fn repairs_and_submits(app: &App) {
    app.click_id("open-repair").await;
    app.shows("change-headline", "would be cleared").await;
    app.click_id("repair-apply").await;
    app.shows("summary-block", "0").await;
    app.click_id("step-review").await;
    app.no_longer_sees("nothing was changed").await;
    acknowledges_every_warning(app).await;
    app.click_id("wizard-finish").await;
    app.shows("submitted", "Pending").await;
    app.shows("submitted-summary", &SKUS.to_string()).await;
    let rows = registered(app).await;
    assert_eq!(rows["total"], PRODUCTS);
    let rows = rows["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["state"]["kind"] == "pending"));
}

async fn exports_what_is_registered(app: &App) {
    app.click_id("to-export").await;
    let file = app.files().join("winter.csv");
    app.answer_next_dialog(&[&file]);
    app.click_id("export-save").await;
    app.shows("export-done", "winter.csv").await;
    let written = fs::read_to_string(&file).unwrap();
    // No title here has a comma or a quotation mark in it.
    let bare = written.trim_start_matches('\u{feff}').replace('"', "");
    let mut lines = bare.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = lines.next().unwrap();
    let at = |head: &str| heads.iter().position(|one| *one == head).unwrap();
    let (sku, price, state) = (at("sku_id"), at("campaign_price"), at("state"));
    let rows: Vec<_> = lines.collect();
    assert!(rows.iter().all(|row| row[state] == "pending"), "{written}");
    let prices: BTreeMap<&str, &str> = rows.iter().map(|row| (row[sku], row[price])).collect();
    let retail = catalogue();
    assert!(prices.keys().copied().eq(retail.keys()), "{written}");
    // Nobody touched these: ten per cent off, to the cent.
    for (sku, cents) in retail.iter().skip(4) {
        assert_eq!(prices[sku.as_str()], money(cents * 9 / 10), "{sku}");
    }
    for (sku, cents) in retail.iter().take(4) {
        let (whole, cent) = prices[sku.as_str()].split_once('.').unwrap();
        let repaired: u64 = format!("{whole}{cent}").parse().unwrap();
        assert!(
            0 < repaired && repaired < *cents,
            "{sku} {}",
            prices[sku.as_str()]
        );
    }
}

async fn takes_it_back_and_does_it_again(app: &App) {
    app.goes_to("/history").await;
    app.shows("history-table", "Submitted 20 products with 60 SKUs")
        .await;
    app.picture("history").await;
    app.click_id("history-undo").await;
    app.shows("history-table", "Taken back").await;
    assert_eq!(registered(app).await["total"], 0);
    app.click_id("history-redo").await;
    app.until("nothing is undone", "return !document.querySelector('[data-testid=history-table]').innerText.includes('Taken back')").await;
    assert_eq!(registered(app).await["total"], PRODUCTS);
}
