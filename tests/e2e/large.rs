//! A hundred thousand SKUs in the window: brought in by file, paged, searched, edited, filtered and
//! repaired, with the page alive all the while.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

use fantoccini::key::Key;
use serde_json::json;

use crate::main_job::AT_NOON;
use crate::support::{App, FROZEN, STUTTER, Standstill, never_stands_still, story_alone_at};

/// The window under test is a debug build.
pub const LONG_WORK: Duration = Duration::from_secs(240);

#[tokio::test]
async fn a_hundred_thousand_skus_are_priced_without_a_frozen_frame() {
    never_stands_still(prices).await;
}

/// Prices a catalogue through the window and says how long the page stood still at each step.
async fn prices() -> Vec<Standstill> {
    let mut seen = Vec::new();
    story_alone_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let file = app.files().join("plan.csv");
        fs::write(&file, plan()).unwrap();
        // The first visit loads the page's code, however few rows there are.
        app.goes_to("/imports?target=catalogue").await;
        app.shows("choose-files", "").await;
        app.watches_the_beat().await;
        is_imported(app, "/imports?target=catalogue", &file).await;
        seen.push(app.standstill("the catalogue is imported", FROZEN).await);
        let draft = opens_a_draft(app).await;
        let plan = format!("/imports?target=plan&draft={draft}");
        is_imported(app, &plan, &file).await;
        seen.push(app.standstill("the plan is imported", FROZEN).await);
        is_opened(app, &draft).await;
        seen.push(app.standstill("the draft is opened", FROZEN).await);
        is_paged_through(app).await;
        seen.push(
            app.standstill("the grid is scrolled through", STUTTER)
                .await,
        );
        takes_a_price(app).await;
        seen.push(app.standstill("a price is edited", STUTTER).await);
        is_searched(app).await;
        seen.push(app.standstill("rows are searched", STUTTER).await);
        is_filtered_by_rule(app).await;
        seen.push(app.standstill("rows are filtered by a rule", STUTTER).await);
        is_repaired(app).await;
        seen.push(app.standstill("everything is repaired", FROZEN).await);
    })
    .await;
    seen
}

const SKUS: u64 = 100_000;
const SKUS_PER_PRODUCT: u64 = 5;

/// SKUs whose campaign price is above the retail price.
const TOO_DEAR: u64 = SKUS / ONE_IN;
const ONE_IN: u64 = 50;

/// A catalogue with a plan for it.
fn plan() -> String {
    let mut text = "product_id,sku_id,title,variant,retail_price,stock,campaign_price,\
                    campaign_stock\n"
        .to_owned();
    for sku in 0..SKUS {
        let product = sku / SKUS_PER_PRODUCT;
        let size = sku % SKUS_PER_PRODUCT;
        let retail = 1_000 + sku * 37 % 9_000;
        let campaign = match sku % ONE_IN {
            7 => retail + 150,
            _ => retail * 8 / 10,
        };
        let (retail, campaign) = (money(retail), money(campaign));
        writeln!(
            text,
            "1729380000000{product:06},1729390000000{sku:06},Beeswax candle {product},\
                 Size {size},{retail},500,{campaign},40"
        )
        .unwrap();
    }
    text
}

/// Through the import's own pages.
async fn is_imported(app: &App, place: &str, file: &Path) {
    app.goes_to(place).await;
    app.answer_next_dialog(&[file]);
    app.click_id("choose-files").await;
    app.until_within(LONG_WORK, "the file is read", PREVIEWED)
        .await;
    app.click(&format!("Import {} rows", thousands(SKUS))).await;
    app.until_within(LONG_WORK, "the file is imported", IMPORTED)
        .await;
}

async fn is_opened(app: &App, draft: &str) {
    app.goes_to(&format!("/registrations/draft/{draft}")).await;
    app.click_id("step-prices").await;
    let priced = format!(
        "return document.querySelector({:?})?.innerText.includes('$') ?? false",
        price(0)
    );
    app.until_within(LONG_WORK, "the grid has prices", &priced)
        .await;
    app.shows("summary-skus", &thousands(SKUS)).await;
    app.shows(BY_RULE, &thousands(TOO_DEAR)).await;
}

async fn is_paged_through(app: &App) {
    for step in 1..=20 {
        app.run(SCROLL, &[json!(f64::from(step) / 20.0)]).await;
        app.until("the rows in view are filled", FILLED).await;
    }
    app.until_at(&price(SKUS - 1), "$").await;
    app.picture(&format!("draft-prices-end-of-{}", SKUS)).await;
    app.run(SCROLL, &[json!(0)]).await;
    app.until_at(&price(0), "$").await;
}

async fn takes_a_price(app: &App) {
    app.click_at(&price(3)).await;
    app.types_over("777.7").await;
    app.press(&Key::Enter).await;
    app.until_at(&price(3), "$777.70").await;
    app.find_at(&format!("{}[aria-invalid=true]", price(3)))
        .await;
    app.shows(BY_RULE, &thousands(TOO_DEAR + 1)).await;
}

async fn is_searched(app: &App) {
    let last = format!("Beeswax candle {}", SKUS / SKUS_PER_PRODUCT - 1);
    app.fill_at(SEARCH, &last).await;
    app.until_at(GRID, &last).await;
    app.fill_at(SEARCH, "").await;
    app.until_at(GRID, "Beeswax candle 1").await;
}

async fn is_filtered_by_rule(app: &App) {
    app.click_id(BY_RULE).await;
    app.until("only rows with the finding are shown", ALL_INVALID)
        .await;
    app.picture(&format!("draft-prices-filtered-of-{}", SKUS))
        .await;
    app.click_id(BY_RULE).await;
    app.until_at(GRID, "Beeswax candle 1").await;
}

async fn is_repaired(app: &App) {
    app.click_id("open-repair").await;
    app.until_within(LONG_WORK, "the repair is foreseen", FORESEEN)
        .await;
    app.click_id("repair-apply").await;
    app.until_within(LONG_WORK, "nothing blocks", NOTHING_BLOCKS)
        .await;
}

pub fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

pub fn thousands(number: u64) -> String {
    format!("{},{:03}", number / 1_000, number % 1_000)
}

async fn opens_a_draft(app: &App) -> String {
    let template = json!({"kind": "weekly"});
    let mut campaign = app.asks("campaign_template", template).await;
    campaign["name"] = "Winter Candle Week".into();
    campaign["criteria"]["smart_promotion"] = json!({"kind": "not"});
    let campaign = json!({"campaign": campaign});
    let saved = app.asks("campaign_save", campaign).await;
    let wanted = json!({"campaign_id": saved["id"], "again": []});
    let draft = app.asks("draft_open", wanted).await;
    draft["line"]["id"].as_str().unwrap().to_owned()
}

fn price(row: u64) -> String {
    format!("{GRID} [data-column=campaign_price][data-rgrow='{row}']")
}

const GRID: &str = "[data-testid=price-grid]";

const SEARCH: &str = "input[data-testid=grid-search], [data-testid=grid-search] input";

/// The retail price is no campaign price.
const BY_RULE: &str = "filter-RG-04";

pub const PREVIEWED: &str = "return document.querySelector('[data-testid=import-rows]') !== null";

pub const IMPORTED: &str = "return document.querySelector('[data-testid=import-go-on]') !== null";

const SCROLL: &str = "
    const view = document.querySelector('[data-testid=price-grid] revogr-viewport-scroll.rgCol .vertical-inner');
    view.scrollTop = arguments[0] * (view.scrollHeight - view.clientHeight);";

const FILLED: &str = "
    const cells = [...document.querySelectorAll('[data-testid=price-grid] [data-column=campaign_price][data-rgrow]')];
    return cells.length > 0 && cells.every((cell) => cell.innerText.includes('$'));";

const ALL_INVALID: &str = "
    const cells = [...document.querySelectorAll('[data-testid=price-grid] [data-column=campaign_price][data-rgrow]')];
    return cells.length > 0 && cells.every((cell) => cell.getAttribute('aria-invalid') === 'true');";

const FORESEEN: &str = "return document.querySelector('[data-testid=change-headline]') !== null";

const NOTHING_BLOCKS: &str = "
    const figure = document.querySelector('[data-testid=summary-block] dd');
    return figure?.innerText.trim() === '0' && !document.querySelector('.ant-drawer-open');";
