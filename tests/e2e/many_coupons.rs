//! Very many coupons, and coupons of very many products, with the page alive all the while.

use std::fmt::Write as _;
use std::fs;

use serde_json::json;

use crate::coupons::ticks;
use crate::main_job::AT_NOON;
use crate::support::{
    App, FROZEN, STUTTER, Standstill, never_stands_still, story_alone_at, story_at,
};

#[tokio::test]
async fn ten_thousand_coupons_are_listed_and_searched_without_a_stutter() {
    never_stands_still(looks_through_ten_thousand).await;
}

async fn looks_through_ten_thousand() -> Vec<Standstill> {
    let mut seen = Vec::new();
    story_alone_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        // The first visit loads the page's code, however many coupons there are.
        are_imported(app, 3).await;
        app.goes_to("/coupons").await;
        app.until_at(RANGE, "1 to 3 of 3").await;
        are_imported(app, 10_000).await;
        app.goes_to("/history").await;
        app.shows("history", "").await;
        app.watches_the_beat().await;
        app.click_id("nav-coupons").await;
        app.until_at(RANGE, "1 to 50 of 10,000").await;
        seen.push(app.standstill("10,000 coupons are listed", STUTTER).await);
        app.click_id("filter-follower").await;
        app.find_at("[data-testid=filter-follower][aria-pressed=true]")
            .await;
        app.until_at(RANGE, "1 to 50 of 10,000").await;
        seen.push(app.standstill("they are filtered", STUTTER).await);
        app.fill_at(SEARCH, "coupon 0777").await;
        app.until_at(RANGE, "1 to 10 of 10").await;
        app.sees("Coupon 07779").await;
        seen.push(app.standstill("they are searched", STUTTER).await);
        app.fill_at(SEARCH, "").await;
        app.until_at(RANGE, "of 10,000").await;
        app.click_id("page-on").await;
        app.until_at(RANGE, "51 to 100 of 10,000").await;
        seen.push(app.standstill("they are paged through", STUTTER).await);
        app.picture("coupons-ten-thousand").await;
        app.beats_anew().await;
        app.click_id("coupon-calendar").await;
        app.shows("calendar-more", "1,000 of 10,000").await;
        seen.push(app.standstill("their calendar is drawn", FROZEN).await);
        app.picture("coupons-ten-thousand-calendar").await;
    })
    .await;
    seen
}

/// Coupons come in by the platform's list, which is asked of the desk alone.
async fn are_imported(app: &App, coupons: u32) {
    let file = app.files().join("coupons.csv");
    fs::write(&file, list(coupons)).unwrap();
    let open = json!({"paths": [file], "target": {"kind": "coupons"}});
    let preview = app.asks("import_open", open).await;
    let apply = json!({"import_id": preview["import_id"], "acknowledged": []});
    app.asks("import_apply", apply).await;
}

fn list(coupons: u32) -> String {
    let mut list =
        "Coupon ID,Coupon name,Type,Status,Start time,End time,Discount,Minimum spend,Quantity\n"
            .to_owned();
    for number in 0..coupons {
        writeln!(
            list,
            "{},Coupon {number:05},Follower coupon,Ongoing,2026-11-01 00:00,2026-12-20 00:00,$5.00,$30.00,100",
            80_000 + number
        )
        .unwrap();
    }
    list
}

const RANGE: &str = "[data-testid=pager-range]";

const SEARCH: &str = "[data-testid=coupon-search]";

/// One more than a review coupon may name (CP-10), and another category.
const LIMIT: u32 = 2_000;

#[tokio::test]
async fn the_product_beyond_the_limit_of_a_coupon_is_refused() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        has_products(app).await;
        app.goes_to("/coupons/new").await;
        app.click_id("kind-review").await;
        app.find_at("[data-testid=coupon-name]").await;
        app.click_id("step-products").await;
        ticks(app, "scope-products").await;
        app.until_at("[data-testid=add-matching]", "Add all 2,011 found")
            .await;
        app.click_id("candidate-category").await;
        app.click_at(".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title^='Candles']")
            .await;
        app.until_at("[data-testid=add-matching]", "Add all 2,001 found")
            .await;
        app.click_id("filter-inactive").await;
        app.shows("candidate-table", "").await;
        app.until_at("[data-testid=add-matching]", "Add all 5 found")
            .await;
        app.picture("coupon-products-narrowed").await;
        app.assert_accessible().await;
        app.click_id("filter-active").await;
        app.until_at("[data-testid=add-matching]", "Add all 2,001 found")
            .await;
        app.click_id("add-matching").await;
        app.shows("products-report", "2,001 products changed").await;
        app.shows("products-report", "1 product more than this type may name")
            .await;
        app.find_at("[data-testid=field-scope] [data-rule=CP-10][data-grade=block]")
            .await;
        app.sees("2,001 products are chosen; at most 2,000, 1 fewer")
            .await;
        app.picture("coupon-products-beyond").await;
        app.assert_accessible().await;

        app.click_id("way-named").await;
        ticks(app, "select-17293800000000000").await;
        app.click_id("remove-selected").await;
        app.shows("way-named", "Chosen: 2,000").await;
        app.gone_at("[data-testid=field-scope] [data-grade=block]")
            .await;
    })
    .await;
}

/// Candles on sale, one more than the limit, a few that are not, and some vases.
async fn has_products(app: &App) {
    let mut text = "product_id,sku_id,title,category,status,retail_price\n".to_owned();
    for product in 0..LIMIT + 16 {
        let (category, status) = match product {
            0..=LIMIT => ("Candles", "Live"),
            _ if product <= LIMIT + 5 => ("Candles", "Deactivated"),
            _ => ("Vases", "Live"),
        };
        writeln!(
            text,
            "172938{product:011},172939{product:011},Piece {product},{category},{status},24.00"
        )
        .unwrap();
    }
    let file = app.files().join("catalogue.csv");
    fs::write(&file, text).unwrap();
    app.goes_to("/imports?target=catalogue").await;
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.find_at("[data-testid=import-rows]").await;
    app.click_id("import-apply").await;
    app.shows("import-done-new", "2,016").await;
}
