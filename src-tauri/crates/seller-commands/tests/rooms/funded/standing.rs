//! How the switches stood on a day, on the days of a campaign, and what a plan says of it.

use super::switch;
use crate::support::{Office, at};
use seller_commands::CommandError;
use serde_json::{Value, json};

fn on(office: &Office, day: &str) -> Value {
    office.call("funded_on", json!({ "day": day }))
}

fn throughout(standings: &Value) -> Vec<&Value> {
    let types = standings["types"].as_array().unwrap();
    types.iter().map(|each| &each["throughout"]).collect()
}

/// Left on 10 May at 5 in the morning of the shop, joined on 20 May; now it is the 25th.
fn leave_for_ten_days(office: &Office) {
    switch(office, "product_incentives", "off", &[]);
    office.clock.set(at("2026-05-20T12:00:00Z"));
    switch(office, "product_incentives", "on", &[]);
    office.clock.set(at("2026-05-25T12:00:00Z"));
}

#[test]
fn the_state_on_any_day_of_the_shop_can_be_asked() {
    let office = Office::with_shop();
    leave_for_ten_days(&office);
    let before = on(&office, "2026-05-09");
    assert_eq!(throughout(&before), ["on"; 4]);
    assert_eq!(before["period"]["start"], "2026-05-09T07:00:00Z");
    assert_eq!(before["assumed_from"], Value::Null);
    assert_eq!(
        throughout(&on(&office, "2026-05-15")),
        ["on", "off", "on", "on"]
    );
    let day = on(&office, "2026-05-10");
    assert_eq!(throughout(&day)[1], &Value::Null);
    assert_eq!(
        day["types"][1]["in_words"],
        "Product incentives: on from 2026-05-10 00:00, off from 2026-05-10 05:00."
    );
    let stretches = &day["types"][1]["stretches"];
    assert_eq!(stretches[0]["period"]["end"], "2026-05-10T12:00:00Z");
    assert_eq!(stretches[1]["period"]["end"], "2026-05-11T07:00:00Z");
    let to_come = on(&office, "2026-12-25");
    assert_eq!(throughout(&to_come), ["on"; 4]);
    assert_eq!(to_come["assumed_from"], "2026-12-25T08:00:00Z");
    for day in ["", "tomorrow", "2026-02-30", "26-05-10", "1999-12-31"] {
        let refused = office.refused("funded_on", json!({ "day": day }));
        assert!(
            matches!(&refused, CommandError::Invalid { field, .. } if field == "day"),
            "{day}: {refused:?}"
        );
    }
}

#[test]
fn the_day_of_the_clock_change_has_all_its_hours() {
    let office = Office::with_shop();
    let short = on(&office, "2026-03-08");
    assert_eq!(short["period"]["start"], "2026-03-08T08:00:00Z");
    assert_eq!(short["period"]["end"], "2026-03-09T07:00:00Z");
}

#[test]
fn a_campaign_is_answered_for_its_own_days_and_the_plan_says_so() {
    let office = Office::with_catalogue(1);
    let running = |start: &str, end: &str| {
        let campaign = office.open_campaign(|campaign| {
            campaign["registration"] =
                json!({ "start": "2026-05-01T07:00:00Z", "end": "2026-05-12T07:00:00Z" });
            campaign["running"] = json!({ "start": start, "end": end });
        });
        let draft = office.draft(&campaign, 1);
        (campaign, draft)
    };
    let in_between = running("2026-05-12T07:00:00Z", "2026-05-18T07:00:00Z");
    let over_the_end = running("2026-05-18T07:00:00Z", "2026-05-28T07:00:00Z");
    let afterwards = running("2026-06-10T07:00:00Z", "2026-06-18T07:00:00Z");
    leave_for_ten_days(&office);
    let during = |campaign: &str| office.call("funded_during", json!({ "campaign_id": campaign }));
    assert_eq!(throughout(&during(&in_between.0))[1], "off");
    assert_eq!(during(&in_between.0)["assumed_from"], Value::Null);
    let over = during(&over_the_end.0);
    assert_eq!(throughout(&over)[1], &Value::Null);
    assert_eq!(over["assumed_from"], "2026-05-25T12:00:00Z");
    assert_eq!(throughout(&during(&afterwards.0)), ["on"; 4]);
    let plan = |(_, draft): &(String, String)| {
        let view = office.call(
            "draft_plan",
            json!({ "draft_id": draft, "risk_scenario": false }),
        );
        let words = view["in_plain_words"].as_array().unwrap().clone();
        words
            .into_iter()
            .map(|words| words.as_str().unwrap().to_owned())
            .filter(|words| words.starts_with("TikTok pays nothing"))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        plan(&in_between),
        ["TikTok pays nothing while a type is off. Product incentives: off all the time."]
    );
    assert_eq!(
        plan(&over_the_end),
        [
            "TikTok pays nothing while a type is off. Product incentives: off from 2026-05-18 00:00, on from 2026-05-20 05:00."
        ]
    );
    assert_eq!(plan(&afterwards), [""; 0]);
}

#[test]
fn the_order_of_the_steps_counts_when_the_clock_was_set_back() {
    let office = Office::with_shop();
    switch(&office, "product_coupons", "off", &[]);
    office.clock.set(at("2026-05-09T12:00:00Z"));
    let page = switch(&office, "product_coupons", "on", &["PF-06"]);
    assert_eq!(page["switches"][0]["position"], "on");
    assert_eq!(page["timeline"][0]["at"], "2026-05-09T12:00:00Z");
    office.clock.set(at("2026-05-11T12:00:00Z"));
    let page = office.call("funded_promotions", json!({}));
    assert_eq!(page["switches"][0]["position"], "on");
    assert_eq!(throughout(&on(&office, "2026-05-10"))[0], "on");
}
