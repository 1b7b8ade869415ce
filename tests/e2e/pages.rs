//! Every page the side bar leads to: it opens, can be used by everybody, and is pictured in both looks,
//! both languages and both sizes.

use serde_json::json;

use crate::main_job::{AT_NOON, opens_the_sample_shop};
use crate::support::{App, Language, Theme, story, story_at};

#[tokio::test]
async fn every_page_opens_and_is_accessible_at_its_usual_size() {
    story(async |app| look_at_every_page(app, 1280, 800).await).await;
}

#[tokio::test]
async fn every_page_opens_and_is_accessible_at_its_smallest_size() {
    story(async |app| look_at_every_page(app, 1024, 700).await).await;
}

async fn look_at_every_page(app: &mut App, width: u32, height: u32) {
    app.resize(width, height).await;
    app.has_a_shop("Lakeside Candles").await;
    let places = app.run(PLACES, &[]).await;
    let places: Vec<String> = serde_json::from_value(places).unwrap();
    assert!(!places.is_empty(), "the side bar leads nowhere");
    let mut found = Vec::new();
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        app.wears(theme).await;
        for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
            app.speaks(language).await;
            for place in &places {
                app.goes_to(place).await;
                let name = place.trim_start_matches('/');
                app.picture(&format!("page-{name}-{look}-{tag}-{width}"))
                    .await;
                for violation in app.axe().await {
                    found.push(format!("{name} {look} {tag}: {violation}"));
                }
            }
        }
        app.speaks(Language::English).await;
    }
    assert_eq!(found, [""; 0]);
}

const PLACES: &str = "
    return [...document.querySelectorAll('a[data-testid^=nav-]')]
      .map((link) => link.getAttribute('href').replace(/^.*#/, ''));";

/// The sample shop's deeper pages where there is least room and most to go wrong: the smallest
/// window, dark in Chinese, whose letters break anywhere, and light in English, whose words are long.
#[tokio::test]
async fn the_sample_shop_fits_the_smallest_dark_chinese_window() {
    fits_the_smallest_window(Theme::Dark, Language::Chinese, "small").await;
}

#[tokio::test]
async fn the_sample_shop_fits_the_smallest_light_english_window() {
    fits_the_smallest_window(Theme::Light, Language::English, "small-en").await;
}

async fn fits_the_smallest_window(theme: Theme, language: Language, prefix: &str) {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        app.resize(1024, 700).await;
        app.wears(theme).await;
        app.speaks(language).await;
        let mut found = Vec::new();
        let looks_closely = async |name: &str| looks_closely(app, prefix, name).await;
        for (name, place, id) in SAMPLE_PLACES {
            app.goes_to(place).await;
            app.shows(id, "").await;
            found.extend(looks_closely(name).await);
        }
        app.goes_to("/registrations/draft/sample-draft").await;
        for step in ["products", "prices", "extra_discounts", "review"] {
            app.click_id(&format!("step-{step}")).await;
            app.find_at(&format!("[data-testid=wizard][data-step={step}]"))
                .await;
            found.extend(looks_closely(&format!("draft-{step}")).await);
        }
        app.goes_to("/affiliate/join/sample-partner-kitchen").await;
        for step in ["terms", "review"] {
            app.click_id(&format!("step-{step}")).await;
            app.find_at(&format!("[data-testid=wizard][data-step={step}]"))
                .await;
            found.extend(looks_closely(&format!("join-{step}")).await);
        }
        app.goes_to("/coupons/draft/sample-seller-coupon-30").await;
        for step in ["terms", "products", "review"] {
            app.click_id(&format!("step-{step}")).await;
            app.find_at(&format!("[data-testid=wizard][data-step={step}]"))
                .await;
            found.extend(looks_closely(&format!("coupon-{step}")).await);
        }
        assert_eq!(found, [""; 0]);
    })
    .await;
}

/// The same pages in every other look and size, to be looked at.
#[tokio::test]
async fn the_sample_shop_is_pictured_in_every_look_and_size() {
    story_at(AT_NOON, async |app| {
        opens_the_sample_shop(app).await;
        let mut found = Vec::new();
        for (width, height) in [(1280, 800), (1024, 700)] {
            app.resize(width, height).await;
            for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                app.wears(theme).await;
                for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
                    app.speaks(language).await;
                    for (name, place, id) in SAMPLE_PLACES {
                        app.goes_to(place).await;
                        app.shows(id, "").await;
                        app.picture(&format!("sample-{name}-{look}-{tag}-{width}"))
                            .await;
                        let wide = wide_tables(app).await;
                        found.extend(
                            wide.iter()
                                .map(|one| format!("{name} {tag} {width}: {one}")),
                        );
                    }
                }
            }
        }
        assert_eq!(found, [""; 0]);
    })
    .await;
}

/// Name of the picture, address, and the element that says the page is there.
const SAMPLE_PLACES: [(&str, &str, &str); 27] = [
    ("overview", "/overview", "campaigns"),
    ("campaigns", "/campaigns", "campaign-table"),
    ("campaign", "/campaigns/sample-holiday", "campaign"),
    (
        "campaign-begun",
        "/campaigns/new/prefill",
        "campaign-from-prefill",
    ),
    (
        "campaign-form",
        "/campaigns/sample-holiday/edit",
        "campaign-save",
    ),
    ("smart-promotion", "/smart-promotion", "standing"),
    ("registrations", "/registrations", "campaign-table"),
    ("follow-up", "/registrations/sample-flash", "follow-up"),
    ("coupons", "/coupons", "coupon-table"),
    ("coupon-kinds", "/coupons/new", "kind-card-promo_code"),
    (
        "coupon",
        "/coupons/coupon/sample-seller-coupon-11",
        "coupon-terms",
    ),
    ("coupon-calendar", "/coupons/calendar", "calendar-free"),
    ("coupon-who", "/coupons/who", "who-page"),
    ("coupon-addon", "/coupons/addon", "addon-page"),
    ("affiliate", "/affiliate", "stage-sample-partner-kitchen"),
    (
        "affiliate-terms",
        "/affiliate/campaign/sample-partner-kitchen",
        "partner-form",
    ),
    (
        "affiliate-join",
        "/affiliate/join/sample-partner-kitchen",
        "picker-table",
    ),
    ("affiliate-joined", "/affiliate/joined", "joined-table"),
    ("affiliate-seller", "/affiliate/seller", "own-table"),
    (
        "affiliate-own",
        "/affiliate/seller/draft/sample-own-2",
        "wizard",
    ),
    ("funded", "/platform-promotions", "timeline-table"),
    (
        "funded-questions",
        "/platform-promotions/questions",
        "question-order",
    ),
    ("calendar", "/calendar", "calendar"),
    ("products", "/products", "product-table"),
    ("history", "/history", "history"),
    ("rule", "/rulebook/RG-02", "rule-page"),
    ("settings", "/settings", "settings"),
];

/// Pictures the page and answers what stands outside its room or keeps somebody from using it.
async fn looks_closely(app: &App, prefix: &str, name: &str) -> Vec<String> {
    app.picture(&format!("{prefix}-{name}")).await;
    let mut found = app.axe_but_for_the_grid().await;
    found.extend(wide_tables(app).await);
    let wide = app.run(SIDEWAYS, &[]).await;
    if wide != json!(0) {
        found.push(format!("the page is {wide} pixels too wide"));
    }
    found.iter().map(|one| format!("{name}: {one}")).collect()
}

const SIDEWAYS: &str = "return Math.max(0, document.documentElement.scrollWidth - innerWidth, document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth)";

/// Tables whose last columns are outside their room; the price grid scrolls by design and is none.
async fn wide_tables(app: &App) -> Vec<String> {
    serde_json::from_value(app.run(WIDE_TABLES, &[]).await).unwrap()
}

const WIDE_TABLES: &str = "
    return [...document.querySelectorAll('.ant-table-content')]
      .map((table) => [table, table.scrollWidth - table.clientWidth])
      .filter(([, wide]) => wide > 1)
      .map(([table, wide]) => `${table.closest('.pd-table').ariaLabel} is ${wide} pixels too wide`);";
