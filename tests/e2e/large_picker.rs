//! A hundred thousand products to choose from for a partner's campaign: paged, searched, all of them
//! taken and taken out again, with the page alive all the while.

use std::fmt::Write as _;
use std::fs;

use serde_json::json;

use crate::large::{IMPORTED, LONG_WORK, PREVIEWED, money, thousands};
use crate::main_job::AT_NOON;
use crate::support::{App, FROZEN, STUTTER, Standstill, never_stands_still, story_alone_at};

const PRODUCTS: u64 = 100_000;

#[tokio::test]
async fn a_hundred_thousand_products_are_chosen_from_without_a_frozen_frame() {
    never_stands_still(chooses).await;
}

/// Chooses through the window and says how long the page stood still at each step.
async fn chooses() -> Vec<Standstill> {
    let mut seen = Vec::new();
    story_alone_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let campaign = a_campaign(app).await;
        // The first visit loads the page's code, however few products there are.
        app.goes_to(&format!("/affiliate/join/{campaign}")).await;
        app.shows("wizard", "").await;
        is_imported(app).await;
        app.goes_to("/affiliate").await;
        app.find_at(&format!("[data-testid=join-{campaign}]")).await;
        app.watches_the_beat().await;
        app.goes_to(&format!("/affiliate/join/{campaign}")).await;
        app.shows("picker-add-all", &thousands(PRODUCTS)).await;
        seen.push(app.standstill("the picker is opened", FROZEN).await);
        let last = format!("Beeswax candle {}", PRODUCTS - 1);
        app.fill_at(SEARCH, &last).await;
        app.until_at(TABLE, &last).await;
        app.fill_at(SEARCH, "").await;
        app.shows("picker-add-all", &thousands(PRODUCTS)).await;
        seen.push(app.standstill("products are searched", FROZEN).await);
        app.click_id("picker-add-all").await;
        app.until_within(LONG_WORK, "all products are chosen", ALL_CHOSEN)
            .await;
        seen.push(app.standstill("all products are chosen", FROZEN).await);
        app.click_id("way-chosen").await;
        app.until_at(TABLE, "Beeswax candle").await;
        app.fill_at(SEARCH, &last).await;
        app.until_at(TABLE, &last).await;
        app.fill_at(SEARCH, "").await;
        seen.push(app.standstill("chosen products are searched", FROZEN).await);
        app.picture("affiliate-picker-of-100000").await;
        app.beats_anew().await;
        app.click_id("step-terms").await;
        app.fill_at("[data-testid=join-rate]", "20").await;
        app.fill_at("[data-testid=join-samples]", "1").await;
        app.fill_at("[data-testid=join-email]", "mia@lakeside.example")
            .await;
        seen.push(app.standstill("the terms are typed", STUTTER).await);
        app.click_id("step-review").await;
        app.until_within(LONG_WORK, "every product is reckoned", RECKONED)
            .await;
        app.shows("review-products", &thousands(PRODUCTS)).await;
        seen.push(app.standstill("every product is reckoned", FROZEN).await);
        app.picture("affiliate-review-of-100000").await;
    })
    .await;
    seen
}

/// A campaign of a partner that is open.
async fn a_campaign(app: &App) -> String {
    let request = json!({
        "id": null, "name": "Candle creators", "details": "",
        "registration": { "start": "2026-11-01T08:00:00Z", "end": "2026-12-01T08:00:00Z" },
        "running": { "start": "2026-12-05T08:00:00Z", "end": "2026-12-20T08:00:00Z" },
        "minimum_rate": "10", "partner": "Bright Agency", "partner_contact": "",
        "scope": { "kind": "all_sellers" }, "note": ""
    });
    let saved = app.asks("partner_campaign_save", request).await;
    saved["line"]["campaign"]["id"].as_str().unwrap().to_owned()
}

/// Through the import's own pages: a product a line.
async fn is_imported(app: &App) {
    let file = app.files().join("catalogue.csv");
    let mut text = "product_id,sku_id,title,retail_price,stock\n".to_owned();
    for product in 0..PRODUCTS {
        let retail = money(1_000 + product * 37 % 9_000);
        writeln!(
            text,
            "1729380000000{product:06},1729390000000{product:06},Beeswax candle {product},{retail},500"
        )
        .unwrap();
    }
    fs::write(&file, text).unwrap();
    app.goes_to("/imports?target=catalogue").await;
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.until_within(LONG_WORK, "the file is read", PREVIEWED)
        .await;
    app.click(&format!("Import {} rows", thousands(PRODUCTS)))
        .await;
    app.until_within(LONG_WORK, "the file is imported", IMPORTED)
        .await;
}

const SEARCH: &str = "input[data-testid=picker-search], [data-testid=picker-search] input";

const TABLE: &str = "[data-testid=picker-table]";

const ALL_CHOSEN: &str =
    "return document.querySelector('[data-testid=way-chosen]')?.innerText.includes('100,000')";

const RECKONED: &str = "return document.querySelector('[data-testid=outlook-table]') !== null";
