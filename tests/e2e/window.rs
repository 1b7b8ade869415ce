//! The window itself: it opens, says its name, keeps its doors shut and can be used by everybody.

use serde_json::json;

use crate::support::{Language, Theme, story};

#[tokio::test]
async fn it_opens_says_its_name_and_looks_right_in_both_languages() {
    story(async |app| {
        app.sees("Promodesk").await;
        assert_eq!(app.run("return document.title", &[]).await, "Promodesk");
        for (width, height) in [(1280, 800), (1024, 700)] {
            app.resize(width, height).await;
            for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                app.wears(theme).await;
                for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
                    app.speaks(language).await;
                    app.picture(&format!("welcome-{look}-{tag}-{width}")).await;
                    app.assert_accessible().await;
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn scripts_from_anywhere_else_and_code_in_text_are_refused() {
    story(async |app| {
        let refused = app
            .run_async(
                "const done = arguments[0];
                 const told = {};
                 try { told.eval = (0, eval)('1 + 1'); } catch (error) { told.eval = error.name; }
                 try { told.fn = new Function('return 2')(); } catch (error) { told.fn = error.name; }
                 const script = document.createElement('script');
                 script.textContent = 'window.__intruder = true';
                 document.head.append(script);
                 told.inline = window.__intruder ?? 'refused';
                 fetch('http://127.0.0.1:9/').then(() => 'answered', (error) => error.name)
                   .then((end) => { told.fetch = end; window.__complaints.length = 0; done(told); });",
                &[],
            )
            .await;
        assert_eq!(
            refused,
            json!({"eval": "EvalError", "fn": "EvalError", "inline": "refused", "fetch": "TypeError"})
        );
        app.until(
            "the refusals are reported",
            "const many = window.__complaints.length; window.__complaints.length = 0; return many === 0",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn only_our_own_commands_are_granted() {
    story(async |app| {
        for name in [
            "plugin:app|version",
            "plugin:event|listen",
            "plugin:dialog|open",
            "plugin:window|close",
            "desk_open_the_safe",
        ] {
            let refusal = app.invoke(name, json!({})).await.unwrap_err();
            let refusal = refusal.to_string();
            assert!(refusal.contains("not allowed"), "{name}: {refusal}");
        }
        let state = app.asks("desk_state", json!({})).await;
        assert_eq!(state["shop"], json!(null));
    })
    .await;
}

#[tokio::test]
async fn it_shows_no_page_from_elsewhere() {
    story(async |app| {
        let here = app.run("return location.origin", &[]).await;
        app.run("location.href = 'http://127.0.0.1:9/'", &[]).await;
        app.run("window.open('http://127.0.0.1:9/')", &[]).await;
        app.sees("Promodesk").await;
        assert_eq!(app.run("return location.origin", &[]).await, here);
    })
    .await;
}

#[tokio::test]
async fn the_check_for_accessibility_can_fail() {
    story(async |app| {
        app.sees("Promodesk").await;
        app.run(
            "document.body.append(document.createElement('button'))",
            &[],
        )
        .await;
        let found = app.axe().await;
        assert_eq!(found, ["button-name: <button></button>"]);
    })
    .await;
}

#[tokio::test]
async fn a_file_dialog_answers_with_what_was_picked() {
    story(async |app| {
        let picked = app.files().join("五月.xlsx");
        app.answer_next_dialog(&[&picked]);
        let question =
            json!({"kind": "workbook", "several": true, "title": "Import", "language": "en"});
        let answer = app.invoke("window_pick_files", question.clone()).await;
        assert_eq!(answer, Ok(json!([picked])));
        let cancelled = app.invoke("window_pick_files", question).await;
        assert_eq!(cancelled, Ok(json!([])));
    })
    .await;
}

#[tokio::test]
async fn it_remembers_its_language() {
    story(async |app| {
        app.speaks(Language::Chinese).await;
        app.reopen().await;
        app.until(
            "it speaks Chinese again",
            "return document.documentElement.lang === 'zh-CN'",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn it_closes_when_the_page_agrees_and_logs_no_word_of_the_shop() {
    story(async |app| {
        app.has_a_shop("Zanzibar Candles").await;
        app.asks("desk_state", json!({})).await;
        app.closes_the_window().await;
        let log = app.log();
        assert!(log.contains(r#"command="shop_save""#), "{log}");
        assert!(!log.contains("Zanzibar"), "{log}");
    })
    .await;
}
