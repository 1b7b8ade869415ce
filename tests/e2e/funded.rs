//! TikTok-funded promotions through the window: opting out, refusing without confirmation, joining
//! again, and the questions.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::coupons::ticks;
use crate::main_job::{AT_NOON, opens_the_sample_shop};
use crate::support::{App, Language, Theme, story_at};

async fn page(app: &App) -> Value {
    app.asks("funded_promotions", json!({})).await
}

/// Opens the page of the sample shop, where one type was left three days ago.
async fn opens_the_switches(app: &mut App) {
    opens_the_sample_shop(app).await;
    app.goes_to("/platform-promotions").await;
    app.shows("promotion-product-coupons-position", "On").await;
    app.shows("promotion-product-incentives-position", "Off")
        .await;
}

#[tokio::test]
async fn a_type_is_left_after_its_consequences_were_shown_and_the_step_is_undone() {
    story_at(AT_NOON, async |app| {
        opens_the_switches(app).await;
        app.picture("funded-switches").await;
        app.assert_accessible().await;
        let before = page(app).await;
        app.click_id("switch-product-coupons").await;
        app.shows("switch-changes", "all products and all brands")
            .await;
        app.shows("switch-stays", "Your own promotions").await;
        app.shows("switch-campaigns", "SKUs planned").await;
        app.click_id("switch-show-rows").await;
        app.shows("switch-rows", "Registered").await;
        app.picture("funded-leaving").await;
        app.assert_accessible().await;
        assert_eq!(page(app).await, before, "looking changes nothing");
        app.click_id("switch-confirm").await;
        app.shows("promotion-product-coupons-position", "Off").await;
        app.shows("timeline-table", "Product coupons").await;
        let left = page(app).await;
        assert_eq!(left["switches"][0]["position"], "off");
        assert_eq!(left["timeline"].as_array().unwrap().len(), 4);
        app.click_id("undo").await;
        app.shows("promotion-product-coupons-position", "On").await;
        assert_eq!(page(app).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_switch_does_not_move_without_its_confirmation() {
    story_at(AT_NOON, async |app| {
        opens_the_switches(app).await;
        let before = page(app).await;
        app.click_id("switch-shipping-fee-discounts").await;
        app.shows("switch-changes", "Shipping fee discounts").await;
        app.click_id("switch-cancel").await;
        app.no_longer_sees("What goes").await;
        app.shows("promotion-shipping-fee-discounts-position", "On")
            .await;
        assert_eq!(page(app).await, before);
        // Whoever calls the command without having been shown anything is refused.
        let request = json!({ "funded_type": "shipping_fee_discounts", "to": "off",
                              "token": "", "acknowledged": [] });
        let payload = json!({ "request": request, "language": "en" });
        let refused = app.invoke("funded_switch", payload).await.unwrap_err();
        assert_eq!(refused["kind"], "refused", "{refused}");
        assert_eq!(refused["findings"][0]["rule"], "PF-02", "{refused}");
        assert_eq!(page(app).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_type_that_was_left_days_ago_is_joined_once_the_warning_is_answered() {
    story_at(AT_NOON, async |app| {
        opens_the_switches(app).await;
        app.find_at("[data-testid=may-differ-product-incentives]")
            .await;
        app.click_id("switch-product-incentives").await;
        app.shows("switching", "buyers may see one price and pay another")
            .await;
        app.find_at("[data-testid=switch-confirm]:disabled").await;
        app.picture("funded-joining-again").await;
        app.assert_accessible().await;
        ticks(app, "acknowledge-PF-06").await;
        app.find_at("[data-testid=switch-confirm]:not(:disabled)")
            .await;
        app.click_id("switch-confirm").await;
        app.shows("promotion-product-incentives-position", "On")
            .await;
        let joined = page(app).await;
        assert_eq!(joined["switches"][1]["position"], "on");
        assert_eq!(joined["timeline"][0]["acknowledged"], json!(["PF-06"]));
    })
    .await;
}

#[tokio::test]
async fn leaving_out_a_product_is_answered_plainly_and_questions_are_reckoned() {
    story_at(AT_NOON, async |app| {
        opens_the_switches(app).await;
        app.click_id("ask-exclusion").await;
        app.fill_at("[data-testid=exclusion-products] input", "Travel Mug")
            .await;
        app.until("only mugs are offered", ONLY_MUGS).await;
        app.press(&Key::Enter).await;
        app.press(&Key::Tab).await;
        app.shows("exclusion-products", "Travel Mug").await;
        app.click_id("exclusion-ask").await;
        app.shows("exclusion-answer", "cannot be left out").await;
        app.shows("exclusion-answer", "Flash Deal").await;
        app.picture("funded-exclusion").await;
        app.assert_accessible().await;
        app.click_id("exclusion-close").await;
        app.goes_to("/platform-promotions/questions").await;
        app.shows("shipping-pays-tiktok", "$4.00").await;
        app.shows("shipping-pays-seller", "$3.00").await;
        // Product incentives are off in the sample shop.
        app.shows("price-answer", "switched off").await;
        app.shows("order-pays-tiktok", "$14.00").await;
        app.shows("order-pays-buyer", "$40.00").await;
        app.picture("funded-questions").await;
        app.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn the_switches_fit_the_smallest_dark_chinese_window() {
    story_at(AT_NOON, async |app| {
        opens_the_switches(app).await;
        app.resize(1024, 700).await;
        app.wears(Theme::Dark).await;
        app.speaks(Language::Chinese).await;
        app.sees("切换记录").await;
        app.picture("funded-switches-small").await;
        app.assert_accessible().await;
        app.goes_to("/platform-promotions/questions").await;
        app.shows("shipping-answer", "TikTok").await;
        app.picture("funded-questions-small").await;
        app.assert_accessible().await;
    })
    .await;
}

const ONLY_MUGS: &str = "
    const offered = [...document.querySelectorAll('.ant-select-item-option')];
    return offered.length > 0 && offered.every((one) => one.innerText.includes('Travel Mug'));";
