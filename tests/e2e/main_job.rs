//! The main job, as a seller does it: from the first start to a submitted registration and its file.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{App, Language, Theme, story_at};

/// Days and deadlines of the sample shop are counted from here: noon in Los Angeles.
pub const AT_NOON: &str = "2026-11-21T20:00:00Z";

/// Two products with three SKUs, and a row whose price nobody can read.
const CATALOGUE: &str = "product_id,sku_id,title,variant,retail_price,stock\n\
    1729380000000000101,1729380000000000201,Beeswax pillar,Small,12.90,40\n\
    1729380000000000101,1729380000000000202,Beeswax pillar,Large,19.90,25\n\
    1729380000000000102,1729380000000000203,Soy travel tin,,9.50,120\n\
    1729380000000000103,1729380000000000204,Wick trimmer,,cheap,10\n";

#[tokio::test]
async fn a_new_shop_imports_its_catalogue_and_finds_its_products() {
    story_at(AT_NOON, async |app| {
        set_up_a_shop(app).await;
        app.click_id("nav-products").await;
        app.click_id("import-catalogue").await;
        let file = app.files().join("catalogue.csv");
        std::fs::write(&file, CATALOGUE).unwrap();
        app.answer_next_dialog(&[&file]);
        app.click_id("choose-files").await;
        app.shows("import-rows", "cheap").await;
        app.picture("import-preview").await;
        app.assert_accessible().await;
        app.click("Import 3 rows").await;
        app.shows("import-done-new", "3").await;
        app.shows("import-done-refused", "1").await;
        app.picture("import-done").await;
        app.click("Go to the products").await;
        app.shows("product-table", "Beeswax pillar").await;
        app.shows("product-table", "Soy travel tin").await;
        app.picture("products-imported").await;
        app.assert_accessible().await;
        let known = app.asks("overview", json!({})).await;
        assert_eq!([&known["products"], &known["skus"]], [2, 3]);
    })
    .await;
}

pub async fn set_up_a_shop(app: &App) {
    app.click("Set up my shop").await;
    app.fill("Shop name", "Lakeside Candles").await;
    app.click_id("set-up-next").await;
    app.fill("Shop Performance Score", "4.2").await;
    app.click_id("set-up-next").await;
    app.click("Open my shop").await;
    app.shows("shop-name", "Lakeside Candles").await;
}

#[tokio::test]
async fn the_sample_shop_opens_and_everybody_can_use_its_pages() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        for (place, id, words) in SAMPLE_PAGES {
            app.goes_to(place).await;
            app.shows(id, words).await;
            app.picture(&format!("sample-{}", picture_name(place)))
                .await;
            app.assert_accessible().await;
        }
        app.wears(Theme::Dark).await;
        app.speaks(Language::Chinese).await;
        for (place, id, _) in SAMPLE_PAGES {
            app.goes_to(place).await;
            app.shows(id, "").await;
            app.picture(&format!("sample-{}-dark-zh-CN", picture_name(place)))
                .await;
            app.assert_accessible().await;
        }
    })
    .await;
}

/// Address, the element to look at, and words of the sample that stand in it.
const SAMPLE_PAGES: [(&str, &str, &str); 6] = [
    ("/overview", "campaigns", "Holiday"),
    ("/campaigns", "campaign-table", "Premium Flash Days"),
    ("/smart-promotion", "standing", "Growth Package"),
    ("/registrations", "campaign-table", "Weekly Deals"),
    ("/products", "product-table", "1729400000"),
    ("/rulebook", "rulebook", "SP-01"),
];

fn picture_name(place: &str) -> String {
    place.trim_start_matches('/').replace('/', "-")
}

/// Opens the sample shop from the welcome page.
pub async fn opens_the_sample_shop(app: &App) {
    app.click_id("welcome-sample").await;
    app.shows("shop-name", "Sunny Corner").await;
}

#[tokio::test]
async fn a_draft_full_of_mistakes_is_refused_repaired_submitted_and_exported() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.click_id("draft-sample-draft").await;
        app.click_id("step-prices").await;
        app.shows("price-grid", "$").await;
        app.picture("draft-prices-faulty").await;
        let before = app.asks("draft_get", draft()).await;

        app.click_id("step-review").await;
        acknowledges_every_warning(app).await;
        app.click_id("wizard-finish").await;
        app.shows("submit-refused", "nothing was changed").await;
        app.picture("draft-refused").await;
        app.assert_accessible().await;
        assert_eq!(
            app.asks("draft_get", draft()).await["summary"],
            before["summary"]
        );
        assert_eq!(registered(app).await["total"], 0);

        app.click_id("back-to-prices").await;
        app.click_id("open-repair").await;
        app.shows("change-headline", "would be cleared").await;
        app.picture("draft-repair").await;
        app.click_id("repair-apply").await;
        app.shows("summary-block", "0").await;
        app.picture("draft-prices-repaired").await;

        app.click_id("step-review").await;
        acknowledges_every_warning(app).await;
        app.picture("draft-review").await;
        app.click_id("wizard-finish").await;
        app.shows("submitted-summary", "Products").await;
        app.picture("draft-submitted").await;
        app.assert_accessible().await;
        let submitted = registered(app).await["total"].as_u64().unwrap();
        assert!(submitted > 0, "no product was submitted");

        app.click_id("to-export").await;
        let file = app.files().join("holiday.csv");
        app.answer_next_dialog(&[&file]);
        app.click_id("export-save").await;
        app.shows("export-done", "holiday.csv").await;
        app.picture("draft-exported").await;
        let written = std::fs::read_to_string(&file).unwrap();
        let products: BTreeSet<_> = registered_products(&written).collect();
        assert_eq!(
            u64::try_from(products.len()).unwrap(),
            submitted,
            "{written}"
        );
    })
    .await;
}

fn draft() -> Value {
    json!({"draft_id": "sample-draft"})
}

/// What is registered in the draft's campaign.
async fn registered(app: &App) -> Value {
    let asked = json!({"campaign_id": "sample-holiday", "state": null, "search": "",
        "window": {"offset": 0, "limit": 500}});
    app.asks("registration_page", asked).await
}

/// Ticks the warnings that are not ticked yet, one after the other.
pub async fn acknowledges_every_warning(app: &App) {
    app.until("the review can be submitted", TICK_ALL).await;
}

const TICK_ALL: &str = "
    const finish = document.querySelector('[data-testid=wizard-finish]');
    document.querySelector('[data-testid^=acknowledge-] input:not(:checked), input[data-testid^=acknowledge-]:not(:checked)')?.click();
    return finish !== null && !finish.disabled;";

/// Product ids of the file's rows, from its third column.
fn registered_products(written: &str) -> impl Iterator<Item = &str> {
    let ids = written.lines().filter_map(|line| line.split(',').nth(2));
    ids.filter(|id| id.starts_with("1729"))
}

#[tokio::test]
async fn a_shop_outside_smart_promotion_enrols_for_a_campaign_and_becomes_eligible() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let campaign = records_a_campaign_that_asks_for_smart_promotion(app).await;
        app.goes_to("/campaigns").await;
        app.shows(&format!("eligibility-{campaign}"), "Ineligible")
            .await;
        app.goes_to(&format!("/campaigns/{campaign}")).await;
        app.shows("eligibility-state", "Ineligible").await;
        app.shows("criterion-SP-01", "Smart Promotion").await;
        app.picture("campaign-ineligible").await;
        app.assert_accessible().await;

        app.click_id("way-smart-promotion").await;
        app.shows("wizard", "Store-wide GMV").await;
        app.picture("enrol-sign-up").await;
        app.click_id("wizard-next").await;
        app.sees("What you take on").await;
        app.click_id("wizard-next").await;
        app.shows("final-details", "Store-wide GMV").await;
        app.picture("enrol-final-details").await;
        app.assert_accessible().await;
        acknowledges_every_warning(app).await;
        app.click_id("wizard-finish").await;
        app.shows("enrolled", "Your shop is enrolled").await;
        app.picture("enrolled").await;
        app.click_id("back-to-campaign").await;
        app.shows("eligibility-state", "Eligible").await;
        app.picture("campaign-eligible").await;
    })
    .await;
}

/// Records an open campaign that accepts both modes of Smart Promotion and asks for nothing else.
pub async fn records_a_campaign_that_asks_for_smart_promotion(app: &App) -> String {
    let template = json!({"kind": "weekly"});
    let mut campaign = app.asks("campaign_template", template).await;
    campaign["name"] = "Winter Candle Week".into();
    campaign["registration"] =
        json!({"start": "2026-11-20T08:00:00Z", "end": "2026-11-27T08:00:00Z"});
    campaign["running"] = json!({"start": "2026-12-01T08:00:00Z", "end": "2026-12-06T08:00:00Z"});
    campaign["criteria"] = json!({
        "minimum_sps": null, "free_shipping_threshold_at_most": null, "violations_below": null,
        "coupons": campaign["criteria"]["coupons"],
        "smart_promotion": {"kind": "modes", "accepted": ["store_wide", "co_funded"]},
    });
    let saved = app
        .asks("campaign_save", json!({"campaign": campaign}))
        .await;
    saved["id"].as_str().unwrap().to_owned()
}
