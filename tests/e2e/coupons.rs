//! Seller coupons are made: the wizard of each type, what it refuses while typing, the guard
//! against slips. What is sold here is the sample shop's.

use std::fs;
use std::time::Duration;

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::main_job::{AT_NOON, acknowledges_every_warning, opens_the_sample_shop};
use crate::support::{App, story_at};

#[tokio::test]
async fn a_standard_coupon_is_refused_under_fifty_cents_and_saved_with_all_that_it_costs() {
    story_at(AT_NOON, async |app| {
        begins(app, "standard").await;
        types(app, "name", "Winter thanks").await;
        app.fills_period("coupon-period", "2026-12-01 00:00", "2027-01-15 00:00")
            .await;
        types(app, "validity-days", "14").await;
        types(app, "amount", "0.49").await;
        types(app, "minimum-spend", "60").await;
        types(app, "quantity", "100").await;
        is_refused(app, "amount", "CP-04").await;
        app.picture("coupon-standard-refused").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;

        app.click_id("step-terms").await;
        app.click_id("repair-CP-04").await;
        holds(app, "amount", "0.50").await;
        types(app, "amount", "5").await;
        app.click_id("wizard-next").await;
        app.find_at("label:has([data-testid=scope-whole-shop])")
            .await;
        app.picture("coupon-standard-products").await;
        app.click_id("wizard-next").await;
        app.shows("plain-words", "An order of $60.00 pays $55.00.")
            .await;
        app.shows("spend-estimated", "$500.00").await;
        app.shows("spend-worst", "$500.00").await;
        app.shows("review-freezes", "these cannot be changed").await;
        app.shows("review-addon", "addon").await;
        app.picture("coupon-standard-review").await;
        app.assert_accessible().await;
        let terms = saves(app, "Winter thanks").await;
        assert_eq!(terms["discount"]["amount"], "5.00 USD");
        assert_eq!(terms["audience"], "all");
        assert_eq!(terms["quantity"], 100);
        app.picture("coupon-standard-saved").await;
        app.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn a_second_coupon_for_new_customers_is_seen_to_overlap_and_touches_instead() {
    story_at(AT_NOON, async |app| {
        begins(app, "standard").await;
        types(app, "name", "Second welcome").await;
        ticks(app, "audience-new").await;
        // The sample's own begins on the 24th of November and ends on the 5th of January.
        app.fills_period("coupon-period", "2027-01-04 23:59", "2027-03-01 00:00")
            .await;
        types(app, "validity-days", "7").await;
        types(app, "amount", "5").await;
        types(app, "minimum-spend", "60").await;
        types(app, "quantity", "50").await;
        app.shows("coupon-overlap", "Welcome gift").await;
        is_refused(app, "period", "CP-12").await;
        app.picture("coupon-new-customers-overlap").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;

        app.click_id("step-terms").await;
        app.fills_period("coupon-period", "2027-01-05 00:00", "2027-03-01 00:00")
            .await;
        app.gone_at("[data-testid=coupon-overlap]").await;
        app.click_id("step-review").await;
        let terms = saves(app, "Second welcome").await;
        assert_eq!(terms["audience"], "new");
        assert_eq!(terms["period"]["start"], "2027-01-05T08:00:00Z");
    })
    .await;
}

#[tokio::test]
async fn a_slip_is_said_in_plain_words_and_goes_through_only_when_it_is_typed_again() {
    story_at(AT_NOON, async |app| {
        begins(app, "standard").await;
        types(app, "name", "Sixty off").await;
        app.fills_period("coupon-period", "2026-12-01 00:00", "2027-01-15 00:00")
            .await;
        types(app, "validity-days", "14").await;
        types(app, "quantity", "100").await;
        types(app, "amount", "10").await;
        app.click_id("step-review").await;
        app.shows("plain-words", "An order of $10.01 pays $0.01.")
            .await;
        app.picture("coupon-slip-amount").await;

        app.click_id("step-terms").await;
        ticks(app, "discount-rate").await;
        types(app, "rate", "60").await;
        app.click_id("step-review").await;
        app.shows("plain-words", "60 % off: the buyer pays 40 % (4 折).")
            .await;
        app.shows("spend-worst", "No upper limit").await;
        app.shows("review-below-cost", "go below cost").await;
        app.click_id("show-below-cost").await;
        app.shows("below-cost-table", "$").await;
        app.picture("coupon-slip-below-cost").await;
        app.assert_accessible().await;
        app.press(&Key::Escape).await;
        app.gone_at("[data-testid=below-cost-table]").await;

        tick_every_warning(app).await;
        assert!(!can_be_saved(app).await, "nothing was typed to confirm it");
        app.fill_at("[data-testid=coupon-confirm]", "50").await;
        assert!(!can_be_saved(app).await, "something else was typed");
        app.fill_at("[data-testid=coupon-confirm]", "60").await;
        app.picture("coupon-slip-confirmed").await;
        let terms = saves(app, "Sixty off").await;
        assert_eq!(terms["discount"]["rate"], "60");
    })
    .await;
}

/// Ticks the warnings, whatever else is still missing.
pub async fn tick_every_warning(app: &App) {
    app.run(TICK_EVERY_WARNING, &[]).await;
}

const TICK_EVERY_WARNING: &str = "
    for (const box of document.querySelectorAll('[data-testid^=acknowledge-] input, input[data-testid^=acknowledge-]'))
      if (!box.checked) box.click();";

#[tokio::test]
async fn a_follower_coupon_is_refused_under_three_dollars() {
    story_at(AT_NOON, async |app| {
        begins(app, "follower").await;
        app.gone_at("[data-testid=field-audience]").await;
        types(app, "name", "Hello followers").await;
        app.fills_period("coupon-period", "2026-12-01 00:00", "2027-01-15 00:00")
            .await;
        types(app, "validity-days", "30").await;
        types(app, "amount", "2.99").await;
        types(app, "minimum-spend", "60").await;
        types(app, "quantity", "200").await;
        is_refused(app, "amount", "CP-05").await;
        app.picture("coupon-follower-refused").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;

        app.click_id("step-terms").await;
        types(app, "amount", "5").await;
        app.click_id("step-review").await;
        app.shows("spend-worst", "$1,000.00").await;
        let terms = saves(app, "Hello followers").await;
        assert_eq!(terms["kind"], "follower");
        assert_eq!(terms["audience"], Value::Null);
    })
    .await;
}

#[tokio::test]
async fn a_review_coupon_waits_for_the_other_and_names_products_in_every_way() {
    story_at(AT_NOON, async |app| {
        begins(app, "review").await;
        types(app, "name", "Tell us more").await;
        // The sample's other review coupon ends on the 10th of January.
        app.fills_period("coupon-period", "2026-12-15 00:00", "2027-02-15 00:00")
            .await;
        types(app, "validity-days", "14").await;
        types(app, "amount", "3").await;
        types(app, "minimum-spend", "60").await;
        types(app, "quantity", "80").await;
        is_refused(app, "period", "CP-16").await;
        app.picture("coupon-review-refused").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;
        app.click_id("step-terms").await;
        app.fills_period("coupon-period", "2027-01-10 00:00", "2027-02-15 00:00")
            .await;

        app.click_id("step-products").await;
        ticks(app, "scope-products").await;
        is_refused(app, "scope", "CP-10").await;
        app.fill_at("[data-testid=candidate-search]", "Cutting Board")
            .await;
        app.until_at("[data-testid=add-matching]", "Add all 2 found")
            .await;
        app.click_id("add-matching").await;
        app.shows("products-report", "2 products changed").await;
        app.picture("coupon-review-products").await;
        app.assert_accessible().await;

        let ids = products(app, "Lunch Box").await;
        app.click_id("way-paste").await;
        let pasted = format!("{}; {} and nothing", ids[0], ids[1]);
        app.fill_at("[data-testid=paste-ids]", &pasted).await;
        app.click_id("add-pasted").await;
        app.shows("products-unknown", "nothing").await;
        app.picture("coupon-review-pasted").await;

        let file = app.files().join("mugs.csv");
        let mugs = products(app, "Travel Mug").await;
        fs::write(&file, format!("Product ID\n{}\n", mugs.join("\n"))).unwrap();
        app.answer_next_dialog(&[&file]);
        app.click_id("way-file").await;
        app.click_id("choose-files").await;
        app.shows("way-named", &format!("Chosen: {}", 4 + mugs.len()))
            .await;
        app.click_id("way-named").await;
        ticks(app, &format!("select-{}", ids[0])).await;
        app.click_id("remove-selected").await;
        app.shows("way-named", &format!("Chosen: {}", 3 + mugs.len()))
            .await;

        app.click_id("step-review").await;
        app.shows("review-notes", "Verified purchase Incentivized Review")
            .await;
        app.picture("coupon-review-review").await;
        let terms = saves(app, "Tell us more").await;
        let chosen = terms["scope"]["ids"].as_array().unwrap();
        assert_eq!(chosen.len(), 3 + mugs.len());
    })
    .await;
}

/// Ids of the products on sale whose title says this.
async fn products(app: &App, title: &str) -> Vec<String> {
    let request = json!({"scope": {"kind": "whole_shop"},
        "filter": {"search": title, "only": "all", "category": null, "status": "active"}, "window": {"offset": 0, "limit": 50}});
    let page = app.asks("coupon_product_candidates", request).await;
    let rows = page["rows"].as_array().unwrap().iter();
    let ids: Vec<_> = rows
        .map(|row| row["product_id"].as_str().unwrap().to_owned())
        .collect();
    assert!(ids.len() > 1, "the sample sells no {title}");
    ids
}

#[tokio::test]
async fn a_chat_coupon_wants_a_customer_and_is_noted_as_sent() {
    story_at(AT_NOON, async |app| {
        begins(app, "chat").await;
        types(app, "name", "Sorry for the wait").await;
        app.fills_period("coupon-period", "2026-11-22 00:00", "2026-12-31 00:00")
            .await;
        types(app, "validity-days", "10").await;
        ticks(app, "discount-rate").await;
        types(app, "rate", "20").await;
        types(app, "maximum", "8").await;
        types(app, "minimum-spend", "40").await;
        types(app, "quantity", "1").await;
        types(app, "customer", "m").await;
        types(app, "customer", "").await;
        is_refused(app, "customer", "CP-18").await;
        app.picture("coupon-chat-refused").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;

        app.click_id("step-terms").await;
        types(app, "customer", "mia_2011").await;
        app.click_id("step-review").await;
        app.shows("spend-worst", "$8.00").await;
        let terms = saves(app, "Sorry for the wait").await;
        assert_eq!(terms["customer"], "mia_2011");
        // It begins tomorrow: sending it today is asked about.
        app.click_id("coupon-send").await;
        app.click_id("coupon-do-confirm").await;
        app.find_at("label:has([data-testid=acknowledge-CP-18])")
            .await;
        app.picture("coupon-chat-sent-early").await;
        tick_every_warning(app).await;
        app.click_id("coupon-do-confirm").await;
        app.gone_at("[data-testid=coupon-do]").await;
        app.sees("noted as sent").await;
        app.shows("coupon", "sent").await;
    })
    .await;
}

#[tokio::test]
async fn a_promo_code_in_use_is_refused_and_a_free_one_is_copied_and_shared() {
    story_at(AT_NOON, async |app| {
        begins(app, "promo_code").await;
        app.gone_at("[data-testid=field-validity]").await;
        app.shows("coupon-prefix", "SUNN").await;
        types(app, "name", "One weekend").await;
        // 10 minutes exactly is not more than 10 minutes.
        app.fills_period("coupon-period", "2026-12-04 18:00", "2026-12-04 18:10")
            .await;
        types(app, "claim-code", "newS7").await;
        types(app, "amount", "10").await;
        types(app, "minimum-spend", "90").await;
        types(app, "quantity", "50").await;
        is_refused(app, "period", "CP-19").await;
        is_refused(app, "claim_code", "CP-21").await;
        app.sees("is the claim code of \"Newsletter\"").await;
        app.picture("coupon-promo-code-refused").await;
        app.assert_accessible().await;
        cannot_be_saved(app).await;

        app.click_id("step-terms").await;
        app.fills_period("coupon-period", "2026-12-04 18:00", "2026-12-07 00:00")
            .await;
        app.click_id("coupon-code-suggest").await;
        app.gone_at("[data-testid=field-claim_code] [data-grade=block]")
            .await;
        types(app, "claim-code", "wknd8").await;
        app.shows("coupon-full-code", "SUNNWKND8").await;
        app.click_id("step-review").await;
        app.shows("review-notes", "not in the mobile app").await;
        app.picture("coupon-promo-code-review").await;
        let terms = saves(app, "One weekend").await;
        assert_eq!(terms["validity"], Value::Null);
        app.shows("coupon-full-code", "SUNNWKND8").await;
        is_shared(app).await;
    })
    .await;
}

/// The card of the code, as it is shown and as it is written.
async fn is_shared(app: &App) {
    app.click_id("coupon-copy-code").await;
    app.shows("coupon-copy-code", "Copied").await;
    app.click_id("coupon-share").await;
    app.shows("share-caution", "does not work before 2026-12-04 18:00")
        .await;
    let card = "[data-testid=share-card]";
    app.find_at(card).await;
    let script = format!("return document.querySelector('{card}').getAttribute('aria-label')");
    let text = app.run(&script, &[]).await;
    assert!(text.as_str().unwrap().contains("SUNNWKND8"), "{text}");
    app.click_id("share-copy").await;
    app.shows("share-copy", "Copied").await;
    app.picture("coupon-card").await;
    app.assert_accessible().await;
    let file = app.files().join("weekend.png");
    app.answer_next_dialog(&[&file]);
    app.click_id("share-save").await;
    app.sees("The picture was saved").await;
    let png = fs::read(&file).unwrap();
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(width, 1080);
    let folder = promodesk_tests::root().join("artifacts/screens");
    fs::write(folder.join("coupon-card-as-written.png"), png).unwrap();
}

/// Opens the wizard of a type in the sample shop.
async fn begins(app: &App, kind: &str) {
    opens_the_sample_shop(app).await;
    app.goes_to("/coupons/new").await;
    app.click_id(&format!("kind-{kind}")).await;
    app.find_at("[data-testid=coupon-name]").await;
}

async fn types(app: &App, field: &str, text: &str) {
    app.fill_at(&format!("[data-testid=coupon-{field}]"), text)
        .await;
}

/// Presses the label of a box or of one choice of several: what can be seen of it. Where the page
/// moves it away from under the pointer, it is pressed again.
pub async fn ticks(app: &App, id: &str) {
    let label = format!("label:has([data-testid='{id}'])");
    let state = format!("return document.querySelector(\"[data-testid='{id}']\")?.checked");
    app.find_at(&label).await;
    let before = app.run(&state, &[]).await;
    for _ in 0..3 {
        app.click_at(&label).await;
        // A choice that stood already stays.
        if before == true {
            return;
        }
        for _ in 0..20 {
            if app.run(&state, &[]).await != before {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    app.until(&format!("{id} is ticked"), "return false").await;
}

/// Waits until the field holds this.
async fn holds(app: &App, field: &str, text: &str) {
    let script = format!(
        "return document.querySelector('[data-testid=coupon-{field}]')?.value === '{text}'"
    );
    app.until(&format!("{field} holds {text}"), &script).await;
}

/// Waits until the rule stands in the way beside the field.
async fn is_refused(app: &App, field: &str, rule: &str) {
    let finding = format!("[data-testid=field-{field}] [data-rule={rule}][data-grade=block]");
    app.find_at(&finding).await;
}

/// Tries to save and sees that nothing can be.
async fn cannot_be_saved(app: &App) {
    let before = how_many(app).await;
    app.click_id("step-review").await;
    app.shows("review-findings", "").await;
    app.find_at("[data-testid=plain-words], [data-testid=review-plain]")
        .await;
    tick_every_warning(app).await;
    assert!(!can_be_saved(app).await, "the coupon could be saved");
    assert_eq!(how_many(app).await, before);
}

async fn can_be_saved(app: &App) -> bool {
    let script = "return !document.querySelector('[data-testid=wizard-finish]').disabled";
    app.run(script, &[]).await == true
}

/// Coupons that are saved.
async fn how_many(app: &App) -> Value {
    coupons(app, "").await["total"].clone()
}

/// The saved coupons that a search finds.
pub async fn coupons(app: &App, search: &str) -> Value {
    let filter = json!({"search": search, "kind": null, "state": null, "only_unplanned": false});
    let request = json!({"filter": filter, "window": {"offset": 0, "limit": 100}});
    app.asks("coupon_page", request).await
}

/// Types the discount again where it goes below cost.
pub async fn confirms(app: &App) {
    app.find_at("[data-testid=review-below-cost]").await;
    let label = "return document.querySelector('[data-testid=review-confirm] label')?.innerText";
    let asked = app.run(label, &[]).await;
    // "Type 5.00 to confirm"
    let wanted = asked.as_str().and_then(|asked| asked.split(' ').nth(1));
    if let Some(wanted) = wanted {
        app.fill_at("[data-testid=coupon-confirm]", wanted).await;
    }
}

/// Acknowledges what is pointed out, saves, and answers the terms that the desk holds then.
async fn saves(app: &App, name: &str) -> Value {
    confirms(app).await;
    acknowledges_every_warning(app).await;
    app.click_id("wizard-finish").await;
    app.shows("coupon-state", "Upcoming").await;
    app.shows("coupon", name).await;
    let found = coupons(app, name).await;
    let id = &found["rows"][0]["id"];
    let detail = app.asks("coupon_get", json!({"coupon_id": id})).await;
    detail["coupon"]["terms"].clone()
}
