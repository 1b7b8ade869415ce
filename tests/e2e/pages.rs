//! Every page the side bar leads to: it opens, can be used by everybody, and is pictured in both looks,
//! both languages and both sizes.

use crate::support::{App, Language, Theme, story};

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
