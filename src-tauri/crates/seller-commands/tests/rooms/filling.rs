//! Filling prices and stock by a strategy: what is set, what is left, and what is kept of it.

use crate::support::{Office, everything, recommend, rows, sku_id, type_price};
use serde_json::{Value, json};

/// A fill of every row, to the smallest coin.
fn filling(draft: &str, strategy: Value) -> Value {
    json!({ "draft_id": draft, "filter": everything(), "strategy": strategy,
            "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false,
            "preview": false })
}

/// A shop with one product of three SKUs, a campaign and its draft.
fn prepared() -> (Office, String, String) {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    (office, campaign, draft)
}

/// A column of the grid, as text.
fn column(office: &Office, draft: &str, name: &str) -> Vec<Option<String>> {
    let page = rows(office, draft, everything());
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row[name].as_str().map(str::to_owned))
        .collect()
}

fn prices(office: &Office, draft: &str) -> Vec<Option<String>> {
    column(office, draft, "campaign_price")
}

fn some(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

/// What became of the recommended prices, SKU by SKU.
fn choices(office: &Office, campaign: &str) -> Vec<String> {
    let window = json!({ "offset": 0, "limit": 10 });
    let page = office.call(
        "recommendation_page",
        json!({ "campaign_id": campaign, "window": window }),
    );
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["recommendation"]["choice"].as_str().unwrap().to_owned())
        .collect()
}

/// The reasons why rows were left, with their number.
fn left(filled: &Value) -> Vec<(&str, u64)> {
    let left = filled["left"].as_array().unwrap().iter();
    left.map(|one| {
        (
            one["reason"].as_str().unwrap(),
            one["rows"].as_u64().unwrap(),
        )
    })
    .collect()
}

#[test]
fn recommended_prices_stay_inside_the_corridor_and_the_choice_is_kept() {
    let (mut office, campaign, _) = prepared();
    recommend(
        &mut office,
        &campaign,
        &[(sku_id(0, 0), 1450), (sku_id(0, 1), 3000)],
    );
    let head = office.call(
        "draft_open",
        json!({ "campaign_id": campaign, "again": [] }),
    );
    let draft = head["line"]["id"].as_str().unwrap();
    let recommended = json!({ "kind": "recommended" });
    let filled = office.call("draft_fill", filling(draft, recommended.clone()));
    assert_eq!([&filled["set"], &filled["fitted"]], [1, 0]);
    let reasons = left(&filled);
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    assert!(reasons.contains(&("The platform recommends no price.", 1)));
    assert!(
        reasons
            .iter()
            .any(|(why, _)| why.starts_with("The price would be above the ceiling"))
    );
    assert_eq!(
        prices(&office, draft),
        [Some("14.50 USD".to_owned()), None, None]
    );
    assert_eq!(choices(&office, &campaign), ["accepted", "open"]);

    // Once more it changes nothing, and is no step.
    let steps = office.call("history_state", json!({}));
    let filled = office.call(
        "draft_fill",
        filling(draft, json!({ "kind": "recommended" })),
    );
    assert_eq!(filled["set"], 0);
    assert_eq!(office.call("history_state", json!({})), steps);

    // The nearest legal price is another one than the platform's.
    let mut fitting = filling(draft, recommended);
    fitting["fit"] = json!(true);
    let filled = office.call("draft_fill", fitting);
    assert_eq!([&filled["set"], &filled["fitted"]], [1, 1]);
    assert_eq!(choices(&office, &campaign), ["accepted", "edited"]);
    let page = rows(&office, draft, everything());
    for row in &page["rows"].as_array().unwrap()[..2] {
        let findings = row["findings"].as_array().unwrap().iter();
        let mut of_price = findings.filter(|finding| finding["field"] == "campaign_price");
        assert!(of_price.next().is_none(), "{row}");
    }

    office.call("history_undo", json!({}));
    office.call("history_undo", json!({}));
    assert_eq!(choices(&office, &campaign), ["open", "open"]);
    assert_eq!(prices(&office, draft), [None, None, None]);
}

#[test]
fn a_recommended_price_that_is_accepted_goes_into_the_draft_and_is_checked_there() {
    let (mut office, campaign, draft) = prepared();
    recommend(
        &mut office,
        &campaign,
        &[(sku_id(0, 0), 1450), (sku_id(0, 1), 3000)],
    );
    office.call(
        "recommendation_choose",
        json!({ "campaign_id": campaign, "sku_ids": [sku_id(0, 0), sku_id(0, 1)],
                "choice": "accepted", "price": null, "acknowledged": [] }),
    );
    let page = rows(&office, &draft, everything());
    let page = page["rows"].as_array().unwrap();
    assert_eq!(page[0]["campaign_price"], "14.50 USD");
    assert_eq!(page[1]["campaign_price"], "30.00 USD");
    let refuses = |row: &Value| {
        let findings = row["findings"].as_array().unwrap().iter();
        findings
            .filter(|finding| finding["field"] == "campaign_price" && finding["grade"] == "block")
            .count()
    };
    assert_eq!(refuses(&page[0]), 0);
    assert!(refuses(&page[1]) > 0, "{}", page[1]);
}

#[test]
fn stock_that_another_plan_holds_is_not_set_aside_again() {
    let (office, campaign, draft) = prepared();
    office.call(
        "draft_fill",
        filling(&draft, json!({ "kind": "percent_off", "percent": "40" })),
    );
    let all = filling(&draft, json!({ "kind": "stock", "units": 70 }));
    office.call("draft_fill", all);
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    let other = office.open_campaign(|campaign| campaign["name"] = json!("The same days"));
    assert_ne!(other, campaign);
    let draft = office.draft(&other, 1);
    let stock = |units: Value| filling(&draft, json!({ "kind": "stock", "units": units }));
    // Of the 100 units 70 are held.
    let filled = office.call("draft_fill", stock(Value::Null));
    assert_eq!([&filled["set"], &filled["fitted"]], [3, 0]);
    assert_eq!(
        column(&office, &draft, "campaign_stock"),
        some(&["30", "30", "30"])
    );
    office.call("draft_fill", stock(json!(10)));
    let filled = office.call("draft_fill", stock(json!(31)));
    assert_eq!([&filled["set"], &filled["fitted"]], [3, 3]);
    assert_eq!(
        column(&office, &draft, "campaign_stock"),
        some(&["30", "30", "30"])
    );
}

#[test]
fn only_empty_cells_can_be_filled_and_a_price_can_lie_under_the_ceiling() {
    let (office, _, draft) = prepared();
    type_price(&office, &draft, &sku_id(0, 1), "9.50");
    let mut under = filling(&draft, json!({ "kind": "at_ceiling", "by": "0.50 USD" }));
    under["only_empty"] = json!(true);
    let filled = office.call("draft_fill", under);
    assert_eq!(filled["set"], 2);
    // The first SKU was at 15 dollars ten days ago.
    assert_eq!(
        prices(&office, &draft)[..2],
        some(&["14.50 USD", "9.50 USD"])
    );
    for distance in ["-0.50 USD", "0.505 USD", "500 JPY"] {
        let strategy = json!({ "kind": "at_ceiling", "by": distance });
        office.refused("draft_fill", filling(&draft, strategy));
    }
}

#[test]
fn prices_that_leave_less_than_the_wanted_margin_are_counted() {
    let (office, _, draft) = prepared();
    let deep = filling(&draft, json!({ "kind": "percent_off", "percent": "75" }));
    let filled = office.call("draft_fill", deep);
    assert_eq!([&filled["set"], &filled["thin"]], [3, 3]);
    let shallow = filling(&draft, json!({ "kind": "percent_off", "percent": "40" }));
    let filled = office.call("draft_fill", shallow);
    assert_eq!([&filled["set"], &filled["thin"]], [3, 0]);
}
