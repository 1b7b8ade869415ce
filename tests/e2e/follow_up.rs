//! What comes after submitting, in the sample shop: the platform's answers, requests with their
//! times, products in SKU error, recommendations, and the fail report.

use seller_exchange::samples::{FailRow, fail_report};
use serde_json::{Value, json};

use crate::coupons::ticks;
use crate::main_job::{AT_NOON, opens_the_sample_shop};
use crate::support::{App, story_at};

/// Running, with a product in every state and requests of every kind.
const FLASH: &str = "sample-flash";
/// Open, with prices that the platform recommends.
const HOLIDAY: &str = "sample-holiday";

#[tokio::test]
async fn the_platforms_answers_are_recorded_with_their_reasons_and_times() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        looks_into_the_details(app).await;
        app.goes_to(&format!("/registrations/{FLASH}")).await;
        app.shows("registered-table", "Pending").await;
        app.picture("follow-up").await;
        app.assert_accessible().await;
        rejects_one_with_a_reason(app).await;
        approves_all_the_others(app).await;
        asks_for_a_new_price(app).await;
        withdraws_a_product(app).await;
        records_an_approval_of_two_days_ago(app).await;
        leads_a_product_out_of_its_sku_error(app).await;
    })
    .await;
}

/// Products of the running campaign in a state, in order.
async fn products(app: &App, state: &str) -> Vec<String> {
    let request = json!({"campaign_id": FLASH, "state": state, "search": "",
        "window": {"offset": 0, "limit": 100}});
    let page = app.asks("registration_page", request).await;
    let ids = page["rows"].as_array().unwrap().iter();
    ids.map(|row| row["product_id"].as_str().unwrap().to_owned())
        .collect()
}

async fn detail(app: &App, product: &str) -> Value {
    let request = json!({"campaign_id": FLASH, "product_id": product});
    app.asks("registration_get", request).await
}

async fn opens(app: &App, product: &str) {
    app.goes_to(&format!("/registrations/{FLASH}?product={product}"))
        .await;
    app.shows("registration-drawer", product).await;
}

/// Closes the panel by going where it is not.
async fn closes_the_panel(app: &App) {
    app.goes_to(&format!("/registrations/{FLASH}")).await;
    app.gone_at("[data-testid=registration-drawer]").await;
}

/// A SKU of the grid, and a product with its prices over time.
async fn looks_into_the_details(app: &App) {
    app.goes_to("/registrations/draft/sample-draft").await;
    app.click_id("step-prices").await;
    app.shows("price-grid", "$").await;
    app.click_id("open-row-0").await;
    app.shows("row-drawer", "$").await;
    app.picture("sku-drawer").await;
    app.goes_to(&format!("/products/{}", products(app, "pending").await[0]))
        .await;
    app.shows("price-history", "Lowest price").await;
    app.picture("product-drawer").await;
}

async fn rejects_one_with_a_reason(app: &App) {
    let pending = products(app, "pending").await;
    let before = products(app, "rejected").await.len();
    app.click_id("filter-pending").await;
    ticks(app, &format!("select-{}", pending[0])).await;
    app.click_id("selected-reject").await;
    app.fill_at(
        "[data-testid=reject-reason]",
        "The title names another brand.",
    )
    .await;
    app.picture("rejection-dialog").await;
    app.assert_accessible().await;
    app.click_id("reject-confirm").await;
    app.shows("filter-rejected", &(before + 1).to_string())
        .await;
    app.click_id("filter-rejected").await;
    app.shows("registered-table", "The title names another brand.")
        .await;
    let said = json!({"kind": "rejected", "reason": "The title names another brand."});
    assert_eq!(detail(app, &pending[0]).await["product"]["state"], said);
}

async fn approves_all_the_others(app: &App) {
    let pending = products(app, "pending").await;
    assert!(!pending.is_empty(), "nothing is left to approve in bulk");
    app.shows("filter-pending", &pending.len().to_string())
        .await;
    app.click_id("all-pending-approve").await;
    app.shows("filter-pending", "0").await;
    for product in pending {
        let state = &detail(app, &product).await["product"]["state"]["kind"];
        assert_eq!(state, "registered");
    }
}

/// The day by which the platform usually answers stands beside the request.
async fn asks_for_a_new_price(app: &App) {
    let product = products(app, "registered").await.remove(0);
    opens(app, &product).await;
    let before = detail(app, &product).await;
    let sku = before["skus"][0]["sku_id"].as_str().unwrap().to_owned();
    let field = format!("input[data-testid=wanted-price-{sku}]");
    app.fill_at(&field, "9999").await;
    app.until_at("[data-testid=registration-drawer]", "$9,999.00")
        .await;
    app.until("what is refused is not sent", CANNOT_SEND).await;
    let lower = a_dollar_less(before["skus"][0]["campaign_price"].as_str().unwrap());
    app.fill_at(&field, &lower).await;
    app.until("every warning is answered", ANSWERED).await;
    app.picture("registration-drawer-new-price").await;
    app.click_id("price-edit-send").await;
    app.shows("price-edits", &lower).await;
    app.shows("price-edits", "Usually decided by").await;
    let after = detail(app, &product).await;
    let edit = &after["price_edits"][0];
    assert_eq!(edit["to"], format!("{lower} USD"));
    assert_eq!(edit["request"]["decision"]["kind"], "open");
    // Asked on a Saturday; Thanksgiving is no business day.
    assert_eq!(edit["due"], "2026-11-30");
    // Asking alone changes nothing.
    assert_eq!(after["skus"], before["skus"]);
    closes_the_panel(app).await;
}

/// Of `12.34 USD`: `11.34`.
fn a_dollar_less(price: &str) -> String {
    let (whole, cents) = price.trim_end_matches(" USD").split_once('.').unwrap();
    format!("{}.{cents}", whole.parse::<u32>().unwrap() - 1)
}

const CANNOT_SEND: &str = "return document.querySelector('[data-testid=price-edit-send]').disabled";

const ANSWERED: &str = "
    const send = document.querySelector('[data-testid=price-edit-send]');
    document.querySelector('[data-testid^=acknowledge-] input:not(:checked), input[data-testid^=acknowledge-]:not(:checked)')?.click();
    return send !== null && !send.disabled;";

async fn withdraws_a_product(app: &App) {
    let product = products(app, "registered").await.remove(1);
    opens(app, &product).await;
    app.click_id("withdraw-product").await;
    app.shows("withdraw-consequences", "Orders placed before the approval")
        .await;
    app.picture("withdrawal-dialog").await;
    app.assert_accessible().await;
    app.click_id("withdraw-confirm").await;
    app.shows("withdrawals", "Under review").await;
    let request = &detail(app, &product).await["withdrawals"][0]["request"];
    assert_eq!(request["requested_at"], AT_NOON);
    assert_eq!(request["decided_at"], Value::Null);
    closes_the_panel(app).await;
}

/// The fourth product of the sample's withdrawals waits since four days.
async fn records_an_approval_of_two_days_ago(app: &App) {
    const ASKED: &str = "sample-withdrawal-2";
    let product = asked_with(app, ASKED).await;
    opens(app, &product).await;
    app.picture("registration-drawer").await;
    app.assert_accessible().await;
    app.click_id(&format!("withdrawal-{ASKED}-approve")).await;
    app.fills_moment("decided-at", "2026-11-10 08:00").await;
    app.click_id("decide-confirm").await;
    app.shows("field-problem", "2026-11-10 08:00, before the request at")
        .await;
    app.picture("withdrawal-decision-refused").await;
    let before = detail(app, &product).await;
    assert_eq!(before["product"]["state"]["kind"], "registered");
    app.fills_moment("decided-at", "2026-11-19 10:30").await;
    app.picture("withdrawal-decision").await;
    app.click_id("decide-confirm").await;
    app.shows("withdrawals", "Approved").await;
    app.shows("withdrawals", "10:30").await;
    let after = detail(app, &product).await;
    assert_eq!(after["product"]["state"]["kind"], "withdrawn");
    let request = &after["withdrawals"][0]["request"];
    assert_eq!(request["decided_at"], "2026-11-19T18:30:00Z");
    closes_the_panel(app).await;
}

/// The product that this withdrawal covers.
async fn asked_with(app: &App, withdrawal: &str) -> String {
    for product in products(app, "registered").await {
        let withdrawals = detail(app, &product).await["withdrawals"].clone();
        if withdrawals[0]["id"] == withdrawal {
            return product;
        }
    }
    panic!("{withdrawal} covers no registered product");
}

async fn leads_a_product_out_of_its_sku_error(app: &App) {
    let product = products(app, "sku_error").await.remove(0);
    app.shows("sku-errors", "Withdraw the product").await;
    app.shows("sku-errors", "days left").await;
    app.click_id("withdraw-all-in-error").await;
    app.shows("withdraw-consequences", "can be registered again until")
        .await;
    app.click_id("withdraw-confirm").await;
    app.shows("sku-errors", "record the platform's decision")
        .await;
    app.picture("sku-errors-asked").await;
    app.click_id(&format!("in-error-{product}-approve")).await;
    app.click_id("decide-confirm").await;
    app.shows("out-again", "1 product is withdrawn").await;
    app.gone_at("[data-testid=sku-errors]").await;
    app.picture("sku-errors-withdrawn").await;
    app.assert_accessible().await;
    assert_eq!(
        detail(app, &product).await["product"]["state"]["kind"],
        "withdrawn"
    );
    app.click_id("register-all-again").await;
    app.shows("wizard", "Premium Flash Days").await;
    let drafts = app.asks("draft_list", json!({})).await;
    let lines = drafts["drafts"].as_array().unwrap();
    let begun = lines.iter().find(|line| line["campaign_id"] == FLASH);
    assert_eq!(begun.unwrap()["products"], 1);
}

#[tokio::test]
async fn recommendations_are_answered_and_a_fail_report_says_what_failed() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        answers_recommendations(app).await;
        brings_a_fail_report(app).await;
    })
    .await;
}

/// The first three that nobody has answered: taken, changed, dismissed.
async fn answers_recommendations(app: &App) {
    app.goes_to(&format!("/registrations/{HOLIDAY}")).await;
    app.shows("recommendation-table", "Open").await;
    let lines = recommendations(app).await;
    let open: Vec<_> = lines
        .iter()
        .filter(|line| line["recommendation"]["choice"] == "open")
        .map(|line| line["sku_id"].as_str().unwrap().to_owned())
        .take(3)
        .collect();
    for (sku, press, choice) in [
        (&open[0], "recommend-accept-selected", "accepted"),
        (&open[2], "recommend-dismiss-selected", "dismissed"),
    ] {
        ticks(app, &format!("select-{sku}")).await;
        app.click_id(press).await;
        has_chosen(app, sku, choice).await;
    }
    let field = format!("recommend-price-{}", open[1]);
    app.fill_at(&format!("input[data-testid={field}]"), "3.33")
        .await;
    app.click_id(&format!("recommend-edit-{}", open[1])).await;
    has_chosen(app, &open[1], "edited").await;
    app.picture("recommendations-answered").await;
    let row = app
        .asks(
            "draft_row",
            json!({"draft_id": "sample-draft", "sku_id": open[1]}),
        )
        .await;
    assert_eq!(row["row"]["campaign_price"], "3.33 USD", "{row}");
}

async fn recommendations(app: &App) -> Vec<Value> {
    let request = json!({"campaign_id": HOLIDAY, "window": {"offset": 0, "limit": 50}});
    let page = app.asks("recommendation_page", request).await;
    page["rows"].as_array().unwrap().clone()
}

/// The desk keeps the choice, and the page shows it.
async fn has_chosen(app: &App, sku: &str, choice: &str) {
    let words = match choice {
        "accepted" => "Taken",
        "edited" => "Changed",
        _ => "Dismissed",
    };
    let row = format!("[data-testid=recommendation-table] tr[data-row='{sku}']");
    app.until_at(&row, words).await;
    let lines = recommendations(app).await;
    let line = lines.iter().find(|line| line["sku_id"] == sku).unwrap();
    assert_eq!(line["recommendation"]["choice"], choice);
}

async fn brings_a_fail_report(app: &App) {
    const WHY: &str =
        "Campaign price must be greater than or equal to $1 and less than or equal to $4";
    let product = products(app, "pending").await.remove(0);
    let sku = detail(app, &product).await["skus"][0]["sku_id"].clone();
    let sku = sku.as_str().unwrap();
    let failed = FailRow {
        product_id: product.clone(),
        sku_id: sku.to_owned(),
        campaign_price: "5".to_owned(),
        maximum: "4".to_owned(),
        reason: WHY.to_owned(),
        ..FailRow::default()
    };
    let file = app.files().join("fail-report.xlsx");
    std::fs::write(&file, fail_report(&[failed])).unwrap();
    app.goes_to(&format!("/registrations/{FLASH}")).await;
    app.click_id("import-fail-report").await;
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.shows("import-rows", sku).await;
    app.picture("import-fail-report").await;
    app.click("Import 1 row").await;
    app.shows("import-done-new", "1").await;
    let state = &detail(app, &product).await["product"]["state"];
    assert_eq!(state["kind"], "rejected");
    opens(app, &product).await;
    app.shows("platform-reasons", WHY).await;
    app.picture("registration-drawer-rejected").await;
}
