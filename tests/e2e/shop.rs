//! The first start: a shop of one's own.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::story;

#[tokio::test]
async fn a_shop_is_set_up_page_by_page_and_is_there_again_after_a_restart() {
    story(async |app| {
        app.click("Set up my shop").await;
        app.click("Next").await;
        app.sees("The shop has no name yet.").await;
        app.fill("Shop name", "Lakeside Candles").await;
        app.picture("set-up-1").await;
        app.choose("Market", "United Kingdom").await;
        app.sees("Every price is in GBP.").await;
        app.choose("Market", "United States").await;
        app.click_id("set-up-next").await;
        app.no_longer_sees("The shop has no name yet.").await;
        app.fill("Shop Performance Score", "4.2").await;
        app.fill("Violations in the last 30 days", "0").await;
        app.fill("Free shipping from", "35").await;
        app.fill("Average order value", "28").await;
        app.picture("set-up-2").await;
        app.press(&Key::Enter).await;
        app.sees("Referral fee").await;
        app.fill("Wanted margin", "15").await;
        app.picture("set-up-3").await;
        app.assert_accessible().await;
        app.click("Open my shop").await;
        app.shows("shop-name", "Lakeside Candles").await;
        app.picture("shop-new").await;
        app.assert_accessible().await;

        app.reopen().await;
        app.shows("shop-name", "Lakeside Candles").await;
        let state = app.asks("desk_state", json!({})).await;
        assert_eq!(state["shop"]["sps"], "4.2");
        assert_eq!(state["shop"]["violations"], 0);
        assert_eq!(state["is_sample"], false);
    })
    .await;
}
