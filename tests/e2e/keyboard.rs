//! The price grid without a pointer: in, across, a price, its verdict, back, and out again.

use fantoccini::key::Key;
use serde_json::json;

use crate::main_job::{AT_NOON, opens_the_sample_shop};
use crate::support::{App, story_at};

#[tokio::test]
async fn a_seller_prices_by_keyboard_alone_and_sees_the_verdict() {
    story_at(AT_NOON, async |app| {
        opens_the_prices(app).await;

        goes_on_with_tab_until(app, "the grid has the focus", AT_THE_GRID).await;
        app.press(&Key::Down).await;
        app.until("a price is chosen", &at_cell("campaign_price", 0))
            .await;
        app.press(&Key::Down).await;
        app.until("the next price is chosen", &at_cell("campaign_price", 1))
            .await;
        app.press(&Key::Right).await;
        app.until("its stock is chosen", &at_cell("campaign_stock", 1))
            .await;
        app.press(&Key::Left).await;
        app.until("the price is chosen again", &at_cell("campaign_price", 1))
            .await;

        app.types_over("9999").await;
        app.press(&Key::Enter).await;
        app.until_at(&price(1), "$9,999.00").await;
        app.find_at(&format!("{}[aria-invalid=true]", price(1)))
            .await;
        app.picture("price-typed-by-keyboard").await;

        // Out of the cells, and on to what follows the grid.
        app.press(&Key::Escape).await;
        app.until("the grid has the focus", AT_THE_GRID).await;
        goes_on_with_tab_until(app, "the bar below has the focus", BELOW).await;
    })
    .await;
}

#[tokio::test]
async fn a_column_typed_faster_than_the_fields_open_loses_no_key() {
    story_at(AT_NOON, async |app| {
        opens_the_prices(app).await;
        app.click_at(&price(0)).await;
        for row in 0..6 {
            app.types_over(&format!("{}.7{row}", 1001 + row)).await;
            app.press(&Key::Enter).await;
            app.until(
                "the next price is chosen",
                &at_cell("campaign_price", row + 1),
            )
            .await;
        }
        for row in 0..6 {
            let shown = format!("$1,00{}.7{row}", 1 + row);
            app.until_at(&price(row), &shown).await;
        }
    })
    .await;
}

async fn opens_the_prices(app: &mut App) {
    opens_the_sample_shop(app).await;
    app.asks(
        "draft_set_step",
        json!({"draft_id": "sample-draft", "step": "prices"}),
    )
    .await;
    app.goes_to("/registrations/draft/sample-draft").await;
    app.shows("price-grid", "$").await;
}

/// Presses Tab again and again, as somebody who looks for a place does.
async fn goes_on_with_tab_until(app: &App, what: &str, reached: &str) {
    for _ in 0..80 {
        if app.run(reached, &[]).await == true {
            return;
        }
        app.press(&Key::Tab).await;
    }
    app.until(what, reached).await;
}

fn price(row: u32) -> String {
    format!("[data-testid=price-grid] [data-column=campaign_price][data-rgrow='{row}']")
}

fn at_cell(column: &str, row: u32) -> String {
    format!(
        "const at = document.activeElement?.dataset ?? {{}};
        return at.column === '{column}' && at.rgrow === '{row}';"
    )
}

const AT_THE_GRID: &str = "return document.activeElement?.localName === 'revo-grid'";

const BELOW: &str = "return document.activeElement?.closest('.pd-wizard-foot') != null";
