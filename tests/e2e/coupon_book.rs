//! Seller coupons that are there: managed to their end, drawn side by side, tested on a customer,
//! read from the platform's list and written to a file.

use std::fs;

use serde_json::{Value, json};

use crate::coupons::{confirms, coupons, ticks};
use crate::main_job::{AT_NOON, acknowledges_every_warning, opens_the_sample_shop};
use crate::support::{App, story_at};

/// The sample's running coupon for everybody: 10 % off, 1,000 of them.
const EVERYONE: &str = "/coupons/coupon/sample-seller-coupon-2";

#[tokio::test]
async fn a_running_coupon_takes_only_what_may_still_change_and_remembers_it() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.click_id("nav-coupons").await;
        app.click_id("filter-ongoing").await;
        app.fill_at("[data-testid=coupon-search]", "everyone").await;
        app.until_at("[data-testid=pager-range]", "1 to 1 of 1")
            .await;
        app.picture("coupons-searched").await;
        app.click("Everyone saves").await;
        app.shows("coupon-state", "Ongoing").await;
        // The list is found again as it was left.
        app.click_id("back").await;
        app.until_at("[data-testid=pager-range]", "1 to 1 of 1")
            .await;
        app.click("Everyone saves").await;
        app.click_id("coupon-edit").await;
        app.find_at("[data-testid=coupon-rate]:disabled").await;
        app.find_at("[data-testid=coupon-minimum-spend]:disabled")
            .await;
        app.fill_at("[data-testid=coupon-quantity]", "900").await;
        app.find_at("[data-testid=field-quantity] [data-rule=CP-27][data-grade=block]")
            .await;
        app.picture("coupon-edit-refused").await;
        app.assert_accessible().await;
        app.fill_at("[data-testid=coupon-quantity]", "1500").await;
        app.gone_at("[data-testid=field-quantity] [data-grade=block]")
            .await;
        app.click_id("step-review").await;
        confirms(app).await;
        acknowledges_every_warning(app).await;
        app.click_id("wizard-finish").await;
        app.shows("coupon-history", "Edited").await;
        app.shows("coupon-history", "1,000").await;
        app.shows("term-quantity", "1,500").await;
        app.picture("coupon-edited").await;
        app.assert_accessible().await;
        assert_eq!(quantity(app).await, 1500);
        app.click_id("undo").await;
        app.shows("term-quantity", "1,000").await;
        assert_eq!(quantity(app).await, 1000);
    })
    .await;
}

async fn quantity(app: &App) -> Value {
    let detail = app
        .asks("coupon_get", json!({"coupon_id": "sample-seller-coupon-2"}))
        .await;
    detail["coupon"]["terms"]["quantity"].clone()
}

#[tokio::test]
async fn a_coupon_is_deactivated_for_good_duplicated_into_a_draft_and_undone() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to(EVERYONE).await;
        app.shows("coupon-state", "Ongoing").await;
        app.click_id("coupon-deactivate").await;
        app.shows("coupon-do", "It ends at once").await;
        app.picture("coupon-deactivate").await;
        app.assert_accessible().await;
        app.click_id("coupon-do-confirm").await;
        app.shows("coupon-state", "Deactivated").await;
        app.gone_at("[data-testid=coupon-edit], [data-testid=coupon-do]")
            .await;
        app.picture("coupon-deactivated").await;

        app.click_id("coupon-duplicate").await;
        app.find_at("[data-testid=wizard]").await;
        app.find_at("[data-testid=field-name] [data-rule=CP-01], [data-testid=coupon-name]")
            .await;
        app.picture("coupon-duplicated").await;
        app.click_id("wizard-close").await;
        app.find_at("[data-testid=coupon-table]").await;

        app.goes_to("/history").await;
        app.picture("coupon-steps").await;
        app.goes_to(EVERYONE).await;
        app.shows("coupon-state", "Deactivated").await;
        undoes_until(app, "coupon-state", "Ongoing").await;
    })
    .await;
}

/// Takes steps back until the element says this.
async fn undoes_until(app: &App, id: &str, words: &str) {
    let script = format!(
        "const said = document.querySelector('[data-testid={id}]')?.innerText ?? '';
         if (said.includes('{words}')) return true;
         const undo = document.querySelector('[data-testid=undo]');
         if (undo && !undo.disabled) undo.click();
         return false;"
    );
    app.until(&format!("{id} says {words}"), &script).await;
}

#[tokio::test]
async fn a_coupon_is_upcoming_ongoing_and_ended_by_the_clock() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let id = has_a_follower_coupon(app).await;
        for (now, state) in [
            ("2026-11-24T07:59:59Z", "Upcoming"),
            ("2026-11-24T08:00:00Z", "Ongoing"),
            ("2027-01-05T08:00:00Z", "Ended"),
        ] {
            app.comes_back_at(now).await;
            app.goes_to(&format!("/coupons/coupon/{id}")).await;
            app.shows("coupon-state", state).await;
        }
        app.gone_at("[data-testid=coupon-edit], [data-testid=coupon-deactivate]")
            .await;
    })
    .await;
}

/// From the first moment of the 24th of November to that of the 5th of January.
async fn has_a_follower_coupon(app: &App) -> String {
    let form = app
        .asks("coupon_template", json!({"kind": "follower"}))
        .await;
    let mut draft = form["draft"].clone();
    draft["name"] = "Thank you".into();
    draft["period"] = json!({"start": "2026-11-24T08:00:00Z", "end": "2027-01-05T08:00:00Z"});
    draft["validity"] = json!({"kind": "days_after_claim", "days": 14});
    draft["amount"] = "5.00 USD".into();
    draft["minimum_spend"] = "30.00 USD".into();
    draft["quantity"] = "100".into();
    let request = json!({"draft": draft, "acknowledged": ["CP-05"], "confirm": null});
    let saved = app.asks("coupon_save", request).await;
    saved["coupon"]["id"].as_str().unwrap().to_owned()
}

const LIST: &str = "Coupon ID,Coupon name,Type,Status,Start time,End time,Discount,Minimum spend,Quantity,Claimed,Used,GMV,Cost\n\
    7001,Autumn,Standard coupon,Ongoing,2026-11-01 00:00,2026-12-20 00:00,$5.00,$30.00,100,20,8,310.00,40.00\n\
    7002,Autumn_ADDON_1,Standard coupon,Ongoing,2026-11-01 00:00,2026-12-20 00:00,10% off,,500,40,12,612.50,61.25\n\
    7003,Old friends,Follower coupon,Ended,2026-08-01 00:00,2026-10-01 00:00,$6 OFF,,50,5,1,20,6\n\
    7004,Broken,Standard coupon,Ongoing,2026-11-01 00:00,2026-10-01 00:00,$5.00,,50,,,,\n";

#[tokio::test]
async fn the_platforms_list_comes_in_and_what_nobody_planned_is_flagged() {
    story_at(AT_NOON, async |app| {
        app.has_a_shop("Lakeside Candles").await;
        app.click_id("nav-coupons").await;
        app.shows("coupons-empty", "No coupon yet").await;
        app.picture("coupons-empty").await;
        app.click_id("coupon-import").await;
        imports(app, LIST, 3).await;
        app.shows("coupons-unplanned", "2 live coupons").await;
        app.shows("coupons-unplanned", "addon coupon").await;
        app.click_id("show-unplanned").await;
        app.shows("coupon-table", "Autumn_ADDON_1").await;
        app.picture("coupons-unplanned").await;
        app.assert_accessible().await;
        app.click("Autumn_ADDON_1").await;
        app.shows("coupon-flag", "No upper limit").await;
        app.shows("result-spend", "$61.25").await;
        app.picture("coupon-addon").await;
        app.assert_accessible().await;

        app.goes_to("/coupons/addon").await;
        app.fill_at("[data-testid=coupon-name]", "SC_addon_77")
            .await;
        app.fills_period("coupon-period", "2026-11-20 00:00", "2026-12-10 00:00")
            .await;
        app.fill_at("[data-testid=coupon-amount]", "4").await;
        app.fill_at("[data-testid=coupon-quantity]", "60").await;
        ticks(app, "addon-came-with-flash_sale").await;
        app.picture("coupon-addon-record").await;
        app.assert_accessible().await;
        app.click_id("addon-save").await;
        app.shows("coupon-flag", "$240.00").await;
        let counts = coupons(app, "").await["counts"].clone();
        assert_eq!([&counts["unplanned"], &counts["addon"]], [3, 2]);
    })
    .await;
}

/// Reads a list of coupons on the page for imports and comes back.
async fn imports(app: &App, list: &str, rows: usize) {
    let file = app.files().join("coupons.csv");
    fs::write(&file, list).unwrap();
    app.answer_next_dialog(&[&file]);
    app.click_id("choose-files").await;
    app.find_at("[data-testid=import-rows]").await;
    app.picture("coupons-import-preview").await;
    app.click_id("import-apply").await;
    app.shows("import-done-new", &rows.to_string()).await;
    app.click_id("import-go-on").await;
    app.find_at("[data-testid=coupon-table]").await;
}

#[tokio::test]
async fn the_calendar_shows_months_and_when_the_next_one_could_begin() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/coupons/calendar").await;
        app.sees("Write and save again").await;
        app.shows("calendar-free", "Jan 10, 2027").await;
        app.picture("coupon-calendar").await;
        app.assert_accessible().await;
        app.click_id("filter-review").await;
        app.no_longer_sees("Everyone saves").await;
        for _ in 0..3 {
            app.click_id("calendar-after").await;
        }
        app.shows("calendar-empty", "No coupon in these months")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_described_and_told_apart_from_those_who_get_nothing() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/coupons/who").await;
        app.fill_at("[data-testid=who-order-value]", "80").await;
        app.click_id("who-test").await;
        gets(app, 2, true).await;
        gets(app, 5, false).await;
        gets(app, 8, false).await;
        app.shows("who-used", "$").await;
        app.picture("coupon-who-nobody").await;
        app.assert_accessible().await;

        // The chat coupon is for her; following the shop brings the next one.
        app.fill_at("[data-testid=who-name]", "mia_88").await;
        app.click_id("who-follows-add").await;
        app.click_id("who-test").await;
        app.shows("who-unfinished", "still empty").await;
        app.fills_moment("follow-since-0", "2026-11-20 10:00").await;
        app.click_id("who-test").await;
        gets(app, 5, true).await;
        gets(app, 8, true).await;

        writes_a_review(app).await;
        gets(app, 7, true).await;
        app.picture("coupon-who").await;
        app.assert_accessible().await;
    })
    .await;
}

/// The columns have headings of their own, and the days may be either way round.
const ORDERS: &str = "Nr,Who,When,Paid on,What\n\
    577000201,lena_5,03/11/2026 10:00,03/11/2026 10:01,1\n\
    577000202,lena_5,05/11/2026 09:00,05/11/2026 09:01,1\n\
    577000203,tom_77,06/11/2026 09:00,,1\n";

#[tokio::test]
async fn orders_come_from_a_file_whose_columns_are_mapped() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/coupons/who").await;
        let file = app.files().join("orders.csv");
        fs::write(&file, ORDERS).unwrap();
        app.answer_next_dialog(&[&file]);
        app.click_id("who-file").await;
        app.shows("who-file-blocked", "no column is mapped").await;
        for (column, field) in ["Order ID", "Customer", "Placed", "Paid"]
            .iter()
            .enumerate()
        {
            app.click_id(&format!("map-column-{column}")).await;
            app.click_at(&format!(
                ".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title^='{field}']"
            ))
            .await;
        }
        app.click_id("mapping-apply").await;
        app.shows("who-file-blocked", "the day or the month").await;
        app.picture("coupon-who-file-mapped").await;
        app.assert_accessible().await;
        ticks_value(app, "day-order", "day_first").await;
        app.click_id("mapping-apply").await;
        app.click_id("who-file-customer").await;
        app.click_at(".ant-select-dropdown:not(.ant-select-dropdown-hidden) [title='lena_5']")
            .await;
        app.until_at("[data-testid=who-file-take]", "Take 2 orders")
            .await;
        app.picture("coupon-who-file").await;
        app.click_id("who-file-take").await;
        app.gone_at("[data-testid=who-file-dialog]").await;
        let order = "return document.querySelector('[data-testid=order-id-1]')?.value";
        assert_eq!(app.run(order, &[]).await, "577000202");
        app.click_id("who-test").await;
        app.shows("who-answer", "The customer gets").await;
        app.picture("coupon-who-from-file").await;
    })
    .await;
}

/// Chooses one of several in a group.
async fn ticks_value(app: &App, group: &str, value: &str) {
    app.click_at(&format!(
        "[data-testid={group}] label:has(input[value={value}])"
    ))
    .await;
}

/// Ten words of hers earn nothing, eleven do.
async fn writes_a_review(app: &App) {
    let request = json!({"coupon_id": "sample-seller-coupon-7"});
    let detail = app.asks("coupon_get", request).await;
    let product = &detail["coupon"]["terms"]["scope"]["ids"][0];
    let product = product.as_str().unwrap();
    app.click_id("who-orders-add").await;
    app.fill_at("[data-testid=order-id-0]", "577000111").await;
    app.fills_moment("order-placed-0", "2026-11-12 09:00").await;
    app.fills_moment("order-paid-0", "2026-11-12 09:01").await;
    app.fill_at("[data-testid=order-products-0] input", product)
        .await;
    app.press(&fantoccini::key::Key::Enter).await;
    app.click_id("who-reviews-add").await;
    app.fill_at("[data-testid=review-order-0]", "577000111")
        .await;
    app.fill_at("[data-testid=review-product-0]", product).await;
    app.fills_moment("review-submitted-0", "2026-11-18 09:00")
        .await;
    ticks(app, "review-media-0").await;
    ticks(app, "review-approved-0").await;
    let ten = "one two three four five six seven eight nine ten";
    app.fill_at("[data-testid=review-text-0]", ten).await;
    counts_words(app, 10).await;
    app.click_id("who-test").await;
    gets(app, 7, false).await;
    app.fill_at("[data-testid=review-text-0]", &format!("{ten} eleven"))
        .await;
    counts_words(app, 11).await;
    app.click_id("who-test").await;
}

async fn counts_words(app: &App, words: u32) {
    let script = format!(
        "return document.querySelector('[data-testid=review-words-0]')?.value === '{words}'"
    );
    app.until(&format!("{words} words are counted"), &script)
        .await;
}

/// Waits until the answer for one of the sample's coupons is this.
async fn gets(app: &App, number: u32, gets: bool) {
    let words = if gets { "Gets it" } else { "Does not get it" };
    app.shows(&format!("gets-sample-seller-coupon-{number}"), words)
        .await;
}

#[tokio::test]
async fn codes_are_written_to_a_file_as_the_list_is_filtered() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/coupons").await;
        app.click_id("filter-promo_code").await;
        app.until_at("[data-testid=pager-range]", "1 to 3 of 3")
            .await;
        app.picture("coupons-promo-codes").await;
        let file = app.files().join("codes.csv");
        app.answer_next_dialog(&[&file]);
        app.click_id("coupon-export").await;
        app.sees("3 coupons were written").await;
        let written = fs::read_to_string(&file).unwrap();
        for code in ["SUNNNEWS7", "SUNNLIVE15", "SUNNCREATE20"] {
            assert!(written.contains(code), "{written}");
        }
        assert!(!written.contains("Everyone saves"), "{written}");
    })
    .await;
}
