//! The first page and the calendar.

use crate::partners;
use crate::support::{Office, at, everything};
use seller_commands::CommandError;
use serde_json::{Value, json};

fn steps(office: &Office) -> Vec<(String, bool)> {
    office.call("overview", json!({}))["first_steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            (
                step["key"].as_str().unwrap().to_owned(),
                step["done"] == true,
            )
        })
        .collect()
}

#[test]
fn a_new_shop_is_told_what_to_do_first() {
    let office = Office::with_shop();
    let keys: Vec<String> = steps(&office).into_iter().map(|(key, _)| key).collect();
    assert_eq!(
        keys,
        [
            "import_catalogue",
            "import_costs",
            "join_smart_promotion",
            "record_campaign",
            "register"
        ]
    );
    assert!(steps(&office).iter().all(|(_, done)| !done));
    let office = Office::with_catalogue(2);
    office.enrol();
    office.open_campaign(|_| {});
    let done: Vec<bool> = steps(&office).into_iter().map(|(_, done)| done).collect();
    assert_eq!(done, [true, true, true, true, false]);
    let overview = office.call("overview", json!({}));
    assert_eq!(overview["smart_promotion_monthly_fee"], "1750.00 USD");
    assert_eq!(overview["skus"], 6);
    assert_eq!(overview["skus_without_cost"], 0);
}

#[test]
fn what_is_due_comes_in_order_and_goes_when_it_is_over() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    office.call(
        "draft_fill",
        json!({ "draft_id": draft, "filter": everything(),
                "strategy": { "kind": "percent_off", "percent": "40" },
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
    );
    office.call(
        "draft_submit",
        json!({ "draft_id": draft, "acknowledged": [] }),
    );
    let due = |office: &Office| -> Vec<String> {
        office.call("overview", json!({}))["due"]
            .as_array()
            .unwrap()
            .iter()
            .map(|due| {
                format!(
                    "{} {}",
                    due["kind"].as_str().unwrap(),
                    due["at"].as_str().unwrap()
                )
            })
            .collect()
    };
    assert_eq!(
        due(&office),
        [
            "registration_closes 2026-05-24T07:00:00Z",
            "campaign_starts 2026-05-31T07:00:00Z"
        ]
    );
    office.clock.set(at("2026-05-24T07:00:00Z"));
    assert_eq!(due(&office), ["campaign_starts 2026-05-31T07:00:00Z"]);
    office.clock.set(at("2026-05-31T07:00:00Z"));
    assert_eq!(due(&office), Vec::<String>::new());
}

#[test]
fn what_is_due_is_counted_in_words_that_fit_the_number() {
    let begins = |products: usize| -> String {
        let office = Office::with_catalogue(products);
        let campaign = office.open_campaign(|_| {});
        let draft = office.draft(&campaign, products);
        office.call(
            "draft_fill",
            json!({ "draft_id": draft, "filter": everything(),
                    "strategy": { "kind": "percent_off", "percent": "40" },
                    "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false }),
        );
        office.call(
            "draft_submit",
            json!({ "draft_id": draft, "acknowledged": [] }),
        );
        let overview = office.call("overview", json!({}));
        let lines = overview["due"].as_array().unwrap();
        let starts = lines.iter().find(|due| due["kind"] == "campaign_starts");
        starts.unwrap()["text"].as_str().unwrap().to_owned()
    };
    assert!(begins(1).ends_with(" begins; 1 of your products is in it."));
    assert!(begins(2).ends_with(" begins; 2 of your products are in it."));
}

#[test]
fn the_calendar_shows_both_windows_of_a_campaign() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let get = |start: &str, end: &str| json!({ "period": { "start": start, "end": end } });
    let bars = |request: Value| -> Vec<String> {
        office.call("calendar", request)["bars"]
            .as_array()
            .unwrap()
            .iter()
            .map(|bar| {
                assert_eq!(bar["campaign"]["campaign_id"], campaign.as_str());
                bar["kind"].as_str().unwrap().to_owned()
            })
            .collect()
    };
    let may = get("2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z");
    assert_eq!(bars(may), ["registration", "running"]);
    let june = get("2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z");
    assert_eq!(bars(june), ["running"]);
    let refused = office.refused(
        "calendar",
        get("2026-06-01T00:00:00Z", "2026-05-01T00:00:00Z"),
    );
    assert!(
        matches!(&refused, CommandError::Invalid { field, .. } if field == "period.end"),
        "{refused:?}"
    );
}

/// Kind, moment and campaign of what is due, of affiliate campaigns only.
fn affiliate_dues(office: &Office) -> Vec<String> {
    let overview = office.call("overview", json!({}));
    let dues = overview["due"].as_array().unwrap().iter();
    dues.filter(|due| due["campaign"]["kind"] != "platform")
        .map(|due| {
            let text = |key: &str| due[key].as_str().unwrap();
            format!(
                "{} {} {}",
                text("kind"),
                text("at"),
                due["campaign"]["kind"]
            )
        })
        .collect()
}

#[test]
fn affiliate_campaigns_are_due_while_the_shop_can_join_and_once_it_has() {
    let office = Office::with_catalogue(2);
    let open = partners::campaign(&office, |_| {});
    partners::campaign(&office, |closed| {
        closed["name"] = json!("Not for this shop");
        closed["scope"] = json!({ "kind": "selected_sellers", "this_shop": false });
    });
    let closes = r#"partner_registration_closes 2026-05-20T07:00:00Z "partner""#;
    assert_eq!(affiliate_dues(&office), [closes]);
    partners::join(&office, &open, 2);
    let begins = r#"partner_campaign_starts 2026-06-01T07:00:00Z "partner""#;
    assert_eq!(affiliate_dues(&office), [closes, begins]);
    office.clock.set(at("2026-05-20T07:00:00Z"));
    assert_eq!(affiliate_dues(&office), [begins]);
    office.clock.set(at("2026-06-01T07:00:00Z"));
    assert_eq!(affiliate_dues(&office), [""; 0]);
}

#[test]
fn the_calendar_shows_affiliate_campaigns_beside_the_platforms() {
    let office = Office::with_catalogue(2);
    let partner = partners::campaign(&office, |_| {});
    partners::join(&office, &partner, 2);
    let may =
        json!({ "period": { "start": "2026-05-01T00:00:00Z", "end": "2026-06-01T00:00:00Z" } });
    let calendar = office.call("calendar", may);
    let bars = calendar["bars"].as_array().unwrap();
    assert_eq!(bars.len(), 1);
    let campaign = json!({ "kind": "partner", "campaign_id": partner });
    assert_eq!(bars[0]["campaign"], campaign);
    assert_eq!(bars[0]["kind"], "registration");
    assert_eq!(bars[0]["products"], 2);
}
