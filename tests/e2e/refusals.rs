//! What each wizard refuses, and that nothing happens when it does.

use std::fs;

use serde_json::{Value, json};

use crate::main_job::{
    AT_NOON, acknowledges_every_warning, opens_the_sample_shop,
    records_a_campaign_that_asks_for_smart_promotion,
};
use crate::support::{App, story_at};

#[tokio::test]
async fn a_file_that_is_no_table_is_refused_with_its_name_and_changes_nothing() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let file = app.files().join("prices.xlsx");
        fs::write(&file, [0_u8, 1, 2, 0, 255, 254].repeat(50)).unwrap();
        app.goes_to("/imports").await;
        app.answer_next_dialog(&[&file]);
        app.click_id("choose-files").await;
        app.shows("import-problem", "prices.xlsx").await;
        app.picture("import-refused").await;
        app.assert_accessible().await;
        let known = app.asks("overview", json!({})).await;
        assert_eq!(known["products"], 0);
    })
    .await;
}

#[tokio::test]
async fn a_campaign_that_ends_before_it_begins_is_refused_beside_its_window() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        app.goes_to("/campaigns/new").await;
        app.click_id("campaign-save").await;
        app.sees("The campaign's name has 0 characters.").await;
        app.fill("Name", "Backwards Week").await;
        for (window, start, end) in [
            ("registration", "2026-11-27 00:00", "2026-11-20 00:00"),
            ("running", "2026-12-01 00:00", "2026-12-06 00:00"),
        ] {
            app.fills_window(window, start, end).await;
        }
        app.click_id("campaign-save").await;
        app.shows("campaign-form-state", "another look").await;
        app.find_at("[data-testid=campaign-registration] [data-testid=field-problem]")
            .await;
        app.picture("campaign-refused").await;
        app.assert_accessible().await;
        let known = app.asks("campaign_list", json!({})).await;
        assert_eq!(known["campaigns"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn joining_that_is_not_confirmed_leaves_the_shop_outside() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let campaign = records_a_campaign_that_asks_for_smart_promotion(app).await;
        app.goes_to(&format!("/campaigns/{campaign}")).await;
        app.shows("eligibility-state", "Ineligible").await;
        // Joining is left before it is confirmed: the shop stays outside.
        app.click_id("way-smart-promotion").await;
        app.click_id("wizard-next").await;
        app.sees("What you take on").await;
        app.click_id("wizard-close").await;
        app.shows("eligibility-state", "Ineligible").await;
        let programme = app.asks("smart_promotion", json!({})).await;
        assert_ne!(programme["enrolment"]["kind"], "enrolled", "{programme}");
    })
    .await;
}

#[tokio::test]
async fn leaving_smart_promotion_shows_its_consequences_and_staying_keeps_everything() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/smart-promotion").await;
        app.shows("enrolment-state", "Enrolled").await;
        let before = app.asks("smart_promotion", json!({})).await;
        app.click_id("leave").await;
        app.shows("leaving", "Premium Flash Days").await;
        app.picture("leave-smart-promotion").await;
        app.assert_accessible().await;
        app.click_id("leave-cancel").await;
        app.no_longer_sees("Premium Flash Days").await;
        app.shows("enrolment-state", "Enrolled").await;
        assert_eq!(app.asks("smart_promotion", json!({})).await, before);
    })
    .await;
}

#[tokio::test]
async fn an_ineligible_campaign_takes_prices_and_refuses_the_registration() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/campaigns").await;
        app.shows("campaign-table", "Free Shipping Week").await;
        app.click("Continue the registration for Free Shipping Week")
            .await;
        app.click_id("step-review").await;
        acknowledges_every_warning(app).await;
        let before = drafts_campaigns_and_history(app).await;
        app.click_id("wizard-finish").await;
        app.shows("submit-refused", "nothing was changed").await;
        app.picture("ineligible-refused").await;
        assert_eq!(drafts_campaigns_and_history(app).await, before);
        app.assert_accessible().await;
    })
    .await;
}

/// The campaigns come with how many of their products are in which state.
async fn drafts_campaigns_and_history(app: &App) -> [Value; 3] {
    let steps = json!({"window": {"offset": 0, "limit": 500}});
    [
        app.asks("draft_list", json!({})).await,
        app.asks("campaign_list", json!({})).await,
        app.asks("history_page", steps).await,
    ]
}
