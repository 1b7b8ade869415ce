//! Affiliate campaigns through the window: joining a partner's, being refused at a low rate, samples
//! of what joined, a campaign of the seller's own. What is sold here is the sample shop's.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::coupons::ticks;
use crate::main_job::{AT_NOON, acknowledges_every_warning, opens_the_sample_shop};
use crate::support::{App, Language, Theme, story_at};

/// The sample's campaign that asks for 18 % and whose draft offers 15 %.
const KITCHEN: &str = "sample-partner-kitchen";
/// The campaign that products of the shop joined.
const GLOW: &str = "sample-partner-glow";

#[tokio::test]
async fn a_rate_under_what_the_partner_asks_is_refused_repaired_and_joined_with() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/affiliate").await;
        app.shows(&format!("stage-{KITCHEN}"), "Open").await;
        app.shows(
            "obstacle-sample-partner-luxe",
            "your shop is not among them",
        )
        .await;
        app.picture("affiliate-agency").await;
        app.assert_accessible().await;

        app.click_id(&format!("join-{KITCHEN}")).await;
        app.find_at("[data-testid=picker-table]").await;
        app.picture("affiliate-join-products").await;
        app.assert_accessible().await;
        app.click_id("step-terms").await;
        app.find_at(RATE_REFUSED).await;
        app.picture("affiliate-join-refused").await;
        app.assert_accessible().await;
        app.click_id("step-review").await;
        app.find_at("[data-testid=review-findings] [data-rule=AF-05][data-grade=block]")
            .await;
        ticks(app, "acknowledge-AF-06").await;
        app.find_at("[data-testid=wizard-finish]:disabled").await;
        assert_eq!(joined(app, KITCHEN).await["total"], 0);

        app.click_id("step-terms").await;
        app.click_id("repair-AF-05").await;
        app.gone_at(RATE_REFUSED).await;
        app.click_id("step-review").await;
        app.shows("review-products", "8").await;
        app.shows("review-samples", "16 samples").await;
        app.shows("outlook-table", "18%").await;
        acknowledges_every_warning(app).await;
        app.picture("affiliate-join-review").await;
        app.assert_accessible().await;
        app.click_id("wizard-finish").await;
        app.shows("joined-table", "Pending").await;
        app.picture("affiliate-joined-one").await;
        let list = joined(app, KITCHEN).await;
        assert_eq!(list["total"], 8);
        assert_eq!(list["counts"]["pending"], 8);
        assert_eq!(list["rows"][0]["product"]["rate"], "18");
        assert_eq!(list["rows"][0]["product"]["samples"]["set"], 2);
        app.click_id("undo").await;
        app.find_at("[data-testid=joined-empty]").await;
        assert_eq!(joined(app, KITCHEN).await["total"], 0);
    })
    .await;
}

const RATE_REFUSED: &str =
    ".pd-field:has([data-testid=join-rate]) [data-rule=AF-05][data-grade=block]";

/// What joined a campaign.
async fn joined(app: &App, campaign: &str) -> Value {
    let request = json!({"campaign_id": campaign, "state": null, "search": "",
        "window": {"offset": 0, "limit": 100}});
    app.asks("partner_product_page", request).await
}

#[tokio::test]
async fn samples_never_fall_under_what_the_partner_approved_and_rise_with_their_cost_seen() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        let product = four_of_six(app).await;
        app.goes_to("/affiliate/joined").await;
        app.shows("joined-table", "4 of 6 approved").await;
        app.picture("affiliate-joined").await;
        app.assert_accessible().await;
        ticks(app, &format!("select-{GLOW} {product}")).await;
        app.shows("acts-chosen", "1 product chosen").await;
        app.click_id("act-samples").await;
        app.fill_at("[data-testid=act-value]", "3").await;
        app.click_id("act-save").await;
        app.find_at("[data-rule=AF-07][data-grade=block]").await;
        app.picture("affiliate-samples-refused").await;
        app.assert_accessible().await;

        app.fill_at("[data-testid=act-value]", "7").await;
        app.click_id("act-save").await;
        ticks(app, "acknowledge-AF-06").await;
        app.click_id("act-save").await;
        let samples = format!("samples-{product}");
        app.shows(&samples, "4 of 7 approved").await;
        app.click_at(&format!("[data-testid=\"{samples}\"]")).await;
        app.shows("joined-events", "7").await;
        app.picture("affiliate-joined-history").await;
        app.assert_accessible().await;
        app.click("Close").await;
        app.click_id("undo").await;
        app.shows(&samples, "4 of 6 approved").await;
    })
    .await;
}

#[tokio::test]
async fn decisions_are_recorded_for_all_of_a_state_and_a_rejected_product_registers_again() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to(&format!("/affiliate/joined?campaign={GLOW}"))
            .await;
        app.shows("joined-table", "of 4 approved").await;
        let pending = joined(app, GLOW).await["counts"]["pending"].clone();
        assert_eq!(pending, 3);
        app.click_id("filter-pending").await;
        app.click_id("joined-choose-all").await;
        app.shows("acts-chosen", "3 products chosen").await;
        app.picture("affiliate-joined-all-pending").await;
        app.click_id("act-rejected").await;
        app.fill_at("[data-testid=act-value]", "Out of season")
            .await;
        app.click_id("act-save").await;
        app.gone_at("[data-testid=act-value]").await;
        let after = joined(app, GLOW).await;
        assert_eq!(after["counts"]["pending"], 0);
        assert_eq!(after["counts"]["rejected"], 5);

        app.click_id("filter-rejected").await;
        app.shows("joined-table", "Rejected: Out of season").await;
        let rejected = rejected_for(&after, "Out of season");
        app.click_at(&format!("[data-testid=\"again-{rejected}\"]"))
            .await;
        app.click_id("way-paste").await;
        app.fill_at("[data-testid=paste-ids]", &rejected).await;
        app.click_id("add-pasted").await;
        app.shows("picker-report", "1 product changed").await;
        app.click_id("step-terms").await;
        app.fill_at("[data-testid=join-rate]", "25").await;
        app.fill_at("[data-testid=join-samples]", "1").await;
        app.click_id("step-review").await;
        app.shows("review-products", "1").await;
        acknowledges_every_warning(app).await;
        app.click_id("wizard-finish").await;
        app.shows("joined-table", "Pending").await;
        let again = joined(app, GLOW).await;
        assert_eq!(again["counts"]["pending"], 1);
        assert_eq!(again["counts"]["rejected"], 4);
    })
    .await;
}

/// A product of the list that was rejected for this reason.
fn rejected_for(list: &Value, reason: &str) -> String {
    let products = list["rows"].as_array().unwrap().iter();
    let mut found = products.filter(|row| row["product"]["state"]["reason"] == reason);
    let product = &found.next().unwrap()["product"]["product_id"];
    product.as_str().unwrap().to_owned()
}

/// The product that the partner approved four of six samples of.
async fn four_of_six(app: &App) -> String {
    let list = joined(app, GLOW).await;
    let products = list["rows"].as_array().unwrap();
    let found = products
        .iter()
        .find(|row| row["product"]["samples"] == json!({"set": 6, "approved": 4}));
    let id = &found.unwrap_or_else(|| panic!("{list:#}"))["product"]["product_id"];
    id.as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_campaign_of_ones_own_wants_a_title_and_products_and_is_joined_by_a_partner_once() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/affiliate/seller").await;
        app.shows("own-table", "Spring cleaning").await;
        app.picture("affiliate-own").await;
        app.assert_accessible().await;
        app.click_id("own-sample-own-2").await;
        app.fill_at("[data-testid=own-title]", "").await;
        app.find_at(".pd-field:has([data-testid=own-title]) [data-rule=AF-09][data-grade=block]")
            .await;
        app.picture("affiliate-own-refused").await;
        app.assert_accessible().await;
        app.fill_at("[data-testid=own-title]", "Spring with creators")
            .await;
        app.click_id("step-products").await;
        app.find_at("[data-testid=wizard-finish]:disabled").await;
        app.click_id("way-paste").await;
        let ids: Vec<String> = on_sale(app).await;
        app.fill_at("[data-testid=paste-ids]", &ids.join(" "))
            .await;
        app.click_id("add-pasted").await;
        app.shows("picker-report", "2 products changed").await;
        app.find_at("[data-testid=wizard-finish]:not(:disabled)")
            .await;
        app.picture("affiliate-own-products").await;
        app.assert_accessible().await;
        app.click_id("wizard-finish").await;
        app.shows("own-table", "Spring with creators").await;

        app.click_id("own-join-sample-own-2").await;
        app.fill_at("[data-testid=own-partner]", "Campus Partners")
            .await;
        app.click_id("own-joined-save").await;
        app.gone_at("[data-testid=own-partner]").await;
        app.click_id("own-join-sample-own-2").await;
        app.fill_at("[data-testid=own-partner]", "Campus Partners")
            .await;
        app.click_id("own-joined-save").await;
        app.find_at("[data-rule=AF-09][data-grade=block]").await;
        app.picture("affiliate-own-joined-already").await;
        let request = json!({"campaign_id": "sample-own-2"});
        let own = app.asks("own_campaign_get", request).await;
        assert_eq!(own["line"]["title"], "Spring with creators");
        assert_eq!(own["line"]["products"], 2);
        assert_eq!(own["line"]["joined"], 1);

        app.press(&Key::Escape).await;
        app.gone_at("[data-testid=own-partner]").await;
        app.click_id("own-sample-own-2").await;
        app.shows("own-partners-joined", "Campus Partners").await;
        app.picture("affiliate-own-published").await;
        app.assert_accessible().await;
        app.click_id("own-duplicate").await;
        app.find_at("[data-testid=own-title]").await;
        let same = "return document.querySelector('[data-testid=own-title]')?.value === 'Spring with creators'";
        app.until("the next campaign has the title", same).await;
        app.find_at(NO_PERIOD).await;
    })
    .await;
}

/// Periods are chosen anew.
const NO_PERIOD: &str =
    ".pd-field:has([data-testid=own-running]) [data-rule=AF-09][data-grade=block]";

/// Two products that can be chosen.
async fn on_sale(app: &App) -> Vec<String> {
    let request = json!({"campaign_id": null, "products": [],
        "filter": {"search": "", "only": "not_named", "category": null, "status": "active"}, "window": {"offset": 0, "limit": 50}});
    let found = app.asks("partner_candidates", request).await;
    let rows = found["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["obstacle"].is_null())
        .take(2)
        .map(|row| row["product_id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_campaign_of_a_partner_is_recorded_by_hand_and_deleted_again() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.goes_to("/affiliate/new").await;
        app.fill_at("[data-testid=partner-name]", "Snow days").await;
        app.fill_at("[data-testid=partner-partner]", "Polar Media")
            .await;
        app.fills_period(
            "partner-registration",
            "2026-11-20 00:00",
            "2026-12-01 00:00",
        )
        .await;
        app.fills_period("partner-running", "2026-12-05 00:00", "2026-12-20 00:00")
            .await;
        app.fill_at("[data-testid=partner-rate]", "20").await;
        app.picture("affiliate-record").await;
        app.assert_accessible().await;
        app.click_id("partner-save").await;
        app.shows("agency-table", "Snow days").await;
        app.fill_at("[data-testid=partner-search]", "polar").await;
        app.until_at("[data-testid=pager-range]", "1 to 1 of 1")
            .await;
        app.click("Snow days").await;
        app.click_id("partner-delete").await;
        app.click_id("confirm-yes").await;
        app.shows("agency-table", "Kitchen LIVE week").await;
        let gone = "return !document.body.innerText.includes('Polar Media')";
        app.until("the campaign is gone", gone).await;
    })
    .await;
}

#[tokio::test]
async fn affiliate_campaigns_fit_the_smallest_dark_chinese_window() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.resize(1024, 700).await;
        app.wears(Theme::Dark).await;
        app.speaks(Language::Chinese).await;
        for (place, id) in [
            ("/affiliate", "agency-table"),
            ("/affiliate/joined", "joined-table"),
            ("/affiliate/seller", "own-table"),
            ("/affiliate/join/sample-partner-kitchen", "picker-table"),
            ("/affiliate/seller/draft/sample-own-2", "own-title"),
        ] {
            app.goes_to(place).await;
            app.find_at(&format!("[data-testid={id}]")).await;
            app.picture(&format!("{}-small", place[1..].replace('/', "-")))
                .await;
            app.assert_accessible().await;
        }
        app.goes_to("/affiliate/join/sample-partner-kitchen").await;
        app.click_id("step-review").await;
        app.shows("review-consequences", "样品").await;
        app.picture("affiliate-join-review-small").await;
        app.assert_accessible().await;
    })
    .await;
}
