//! Every page the side bar leads to: it opens, can be used by everybody, and is pictured in both looks,
//! both languages and both sizes.

use crate::support::{Language, Theme, story};

#[tokio::test]
async fn every_page_opens_and_is_accessible_in_both_looks_and_languages() {
    story(async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let places = app.run(PLACES, &[]).await;
        let places: Vec<String> = serde_json::from_value(places).unwrap();
        assert!(!places.is_empty(), "the side bar leads nowhere");
        let mut found = Vec::new();
        for (width, height) in [(1280, 800), (1024, 700)] {
            app.resize(width, height).await;
            for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                app.wears(theme).await;
                for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
                    app.speaks(language).await;
                    for place in &places {
                        app.goes_to(place).await;
                        app.picture(&format!("page-{}-{look}-{tag}-{width}", &place[1..]))
                            .await;
                        for violation in app.axe().await {
                            found.push(format!("{place} {look} {tag} {width}: {violation}"));
                        }
                    }
                }
            }
        }
        assert_eq!(found, [""; 0]);
    })
    .await;
}

const PLACES: &str = "
    return [...document.querySelectorAll('a[data-testid^=nav-]')]
      .map((link) => link.getAttribute('href').replace(/^.*#/, ''));";
