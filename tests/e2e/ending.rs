//! The window is closed, or told to end by the system, while it writes: the write is whole or undone,
//! the file is sound, and the next start goes on. What it leaves is for its user alone.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::Signal;
use seller_store::{Cellar, OpenError, digest};
use serde_json::json;

use crate::support::{App, NOW, story};

const SKUS: u32 = 20_000;

fn catalogue() -> String {
    let mut text = "product_id,sku_id,title,variant,retail_price,stock\n".to_owned();
    for sku in 0..SKUS {
        let product = sku / 5;
        writeln!(
            text,
            "1729380000000{product:06},1729390000000{sku:06},Beeswax candle {product},Size {sku},20.00,40"
        )
        .unwrap();
    }
    text
}

/// What the closed window's file holds. It is sound throughout.
fn content(app: &App) -> String {
    let file = app.data().join("shop.promodesk");
    let deadline = Instant::now() + Duration::from_secs(10);
    let cellar = loop {
        match Cellar::open(&file, NOW.parse().unwrap()) {
            // The system lets go of a process's files a moment after its program is gone.
            Err(OpenError::AlreadyOpen { .. }) if Instant::now() < deadline => {
                sleep(Duration::from_millis(20));
            }
            opened => break opened.unwrap(),
        }
    };
    cellar.full_check().unwrap();
    cellar.read(digest).unwrap()
}

/// Whether the file was closed too, and not only left: nothing is said of that at the next start then.
fn was_closed_in_order(app: &App) -> bool {
    !app.data().join("shop.promodesk-wal").exists()
}

/// Begins an import and comes back when the part of it that is written has reached `percent`.
async fn is_writing(app: &App, file: &Path, percent: u64) {
    let wanted = json!({"paths": [file], "target": {"kind": "catalogue"}});
    let preview = app.asks("import_open", wanted).await;
    assert_eq!(preview["counts"]["new"], SKUS);
    let apply = json!({"import_id": preview["import_id"], "acknowledged": []});
    app.run(
        "const call = { request: arguments[0], language: 'en' };
         window.__applied = false;
         window.__TAURI_INTERNALS__.invoke('import_apply', call).finally(() => { window.__applied = true; });",
        &[apply],
    )
    .await;
    while app.run("return window.__applied", &[]).await == json!(false) {
        let progress = app.asks("job_progress", json!({})).await;
        let done = progress["done"].as_u64().unwrap();
        let total = progress["total"].as_u64().unwrap_or(u64::MAX);
        if progress["stage"] == "writing" && done * 100 >= total * percent {
            return;
        }
    }
}

/// How the window is made to end.
#[derive(Clone, Copy, Debug)]
enum End {
    /// By its close button.
    Closed,
    /// By signals, one right after the other.
    Told(&'static [Signal]),
}

#[tokio::test]
async fn ended_while_it_writes_it_keeps_all_of_it_or_nothing() {
    story(async |app| {
        app.has_a_shop("Lakeside Candles").await;
        let file = app.files().join("catalogue.csv");
        fs::write(&file, catalogue()).unwrap();
        app.closes_the_window().await;
        assert!(was_closed_in_order(app));
        let empty = content(app);
        app.opens_again().await;
        for (percent, end) in [
            (0, End::Told(&[Signal::TERM])),
            (30, End::Told(&[Signal::INT, Signal::TERM])),
            (60, End::Closed),
            (80, End::Told(&[Signal::KILL])),
        ] {
            is_writing(app, &file, percent).await;
            match end {
                End::Closed => app.closes_the_window().await,
                End::Told(signals) => {
                    for signal in signals {
                        app.signals_the_window(*signal);
                    }
                    app.waits_until_it_ended().await;
                }
            }
            let in_order = was_closed_in_order(app);
            let whole = content(app) != empty;
            if matches!(end, End::Closed | End::Told([Signal::TERM])) {
                assert!(whole && in_order, "{end:?}: {whole} {in_order}");
            }
            app.opens_again().await;
            let overview = app.asks("overview", json!({})).await;
            assert_eq!(overview["skus"], if whole { SKUS } else { 0 }, "{end:?}");
            if whole {
                app.asks("history_undo", json!({})).await;
            }
            println!(
                "{end:?} at {percent} %: {}",
                if whole { "all" } else { "nothing" }
            );
        }
        let log = app.log();
        for logged in [
            "told to end signal=15",
            r#"answered command="import_apply""#,
        ] {
            assert!(log.contains(logged), "{log}");
        }
        for word in ["candle", "Candle", "20.00", "17293"] {
            assert!(!log.contains(word), "{word}: {log}");
        }
        nothing_is_open_to_others(&app.data());
    })
    .await;
}

/// Every file and folder that the window keeps.
fn nothing_is_open_to_others(folder: &Path) {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(folder), 0o700, "{}", folder.display());
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            nothing_is_open_to_others(&path);
        } else {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
}
