//! Agencies' campaigns: recorded, listed with deadlines, joined, refused.

use super::{campaign, deciding, draft, ids, join, listed, refusal, submitting};
use crate::support::{Office, at, product_id};
use serde_json::{Value, json};

fn page(office: &Office, only: &str) -> Value {
    office.call(
        "partner_campaign_page",
        json!({ "search": "", "only": only, "window": { "offset": 0, "limit": 100 } }),
    )
}

fn names(list: &Value) -> Vec<&str> {
    let rows = list["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["campaign"]["name"].as_str().unwrap())
        .collect()
}

#[test]
fn campaigns_are_listed_with_the_time_left_and_what_keeps_the_shop_out() {
    let office = Office::with_catalogue(2);
    campaign(&office, |_| {});
    campaign(&office, |request| {
        request["name"] = json!("Closing soon");
        request["registration"]["end"] = json!("2026-05-11T13:30:00Z");
        request["scope"] = json!({ "kind": "selected_sellers", "this_shop": false });
    });
    campaign(&office, |request| {
        request["name"] = json!("Autumn");
        request["registration"] =
            json!({ "start": "2026-08-01T07:00:00Z", "end": "2026-08-20T07:00:00Z" });
        request["running"] =
            json!({ "start": "2026-09-01T07:00:00Z", "end": "2026-10-01T07:00:00Z" });
    });
    let all = page(&office, "all");
    assert_eq!(names(&all), ["Closing soon", "Summer creators", "Autumn"]);
    assert_eq!(
        (&all["all"], &all["can_join"], &all["joined"]),
        (&json!(3), &json!(1), &json!(0))
    );
    let closing = &all["rows"][0];
    assert_eq!(closing["stage"], "open");
    assert_eq!(closing["time_left"], "1 day 1 h");
    assert_eq!(closing["can_join"], false);
    assert_eq!(closing["obstacles"][0]["rule"], "AF-04");
    assert_eq!(closing["obstacles"][0]["field"], "scope");
    let autumn = &all["rows"][2];
    assert_eq!(autumn["stage"], "announced");
    assert_eq!(autumn["next_deadline"], "2026-08-01T07:00:00Z");
    assert_eq!(names(&page(&office, "can_join")), ["Summer creators"]);
    office.clock.set(at("2026-05-20T07:00:00Z"));
    let later = page(&office, "all");
    assert_eq!(names(&later), ["Autumn", "Closing soon", "Summer creators"]);
    let summer = &later["rows"][2];
    assert_eq!(summer["stage"], "registration_over");
    assert_eq!(summer["time_left"], Value::Null);
}

#[test]
fn a_campaign_that_cannot_be_kept_names_its_field() {
    let office = Office::with_shop();
    let save = |change: &dyn Fn(&mut Value)| {
        let id = campaign(&office, |_| {});
        let mut request = json!({
            "id": id, "name": "Summer creators", "details": "",
            "registration": { "start": "2026-05-01T07:00:00Z", "end": "2026-05-20T07:00:00Z" },
            "running": { "start": "2026-06-01T07:00:00Z", "end": "2026-07-01T07:00:00Z" },
            "minimum_rate": null, "partner": "", "partner_contact": "",
            "scope": { "kind": "all_sellers" }, "note": ""
        });
        change(&mut request);
        let error = office.refused("partner_campaign_save", request);
        serde_json::to_value(error).unwrap()["field"].clone()
    };
    assert_eq!(save(&|request| request["name"] = json!("  ")), "name");
    assert_eq!(
        save(&|request| request["registration"] = Value::Null),
        "registration"
    );
    assert_eq!(
        save(&|request| request["running"]["end"] = json!("2026-06-01T07:00:00Z")),
        "running"
    );
    assert_eq!(
        save(&|request| request["minimum_rate"] = json!("101")),
        "minimum_rate"
    );
}

#[test]
fn joining_shows_what_is_left_and_what_samples_cost_before_it_is_submitted() {
    let office = Office::with_catalogue(3);
    let id = campaign(&office, |_| {});
    let draft = draft(&office, &id, 2);
    let checked = office.call("partner_join_check", json!({ "draft": draft }));
    assert_eq!(checked["passes"], true);
    assert_eq!(checked["counts"]["warn"], 1);
    assert_eq!(checked["promised"]["samples"], 6);
    assert_eq!(checked["promised"]["at_most"], "30.00 USD");
    assert_eq!(checked["consequences"].as_array().unwrap().len(), 3);
    let window = json!({ "offset": 0, "limit": 1 });
    let outlook = office.call(
        "partner_join_outlook",
        json!({ "draft": draft, "window": window }),
    );
    assert_eq!(outlook["total"], 2);
    assert_eq!(outlook["rows"].as_array().unwrap().len(), 1);
    let worst = &outlook["rows"][0]["at_rate"]["worst_at_retail"];
    // 20.00 − 6 % referral − 20 % commission − 2.00 shipping − 5.00 cost.
    assert_eq!(worst["left"], "7.80 USD");
    assert_eq!(worst["commission"], "4.00 USD");
    assert_eq!(worst["break_even"]["whole"], "59");
    assert_eq!(outlook["no_loss_up_to"], "59");
    assert_eq!(outlook["losing_at_retail"], 0);
    let shown = office.call(
        "partner_join_product",
        json!({ "campaign_id": id, "product_id": product_id(0), "rate": "60" }),
    );
    let sales = shown["sales"].as_array().unwrap();
    assert_eq!(sales.len(), 3);
    assert_eq!(sales[0]["left"], "-0.20 USD");
    let fees = sales[0]["fees"].as_array().unwrap();
    let keys: Vec<_> = fees
        .iter()
        .map(|fee| fee["key"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["referral_fee", "affiliate_commission"]);
    assert_eq!(fees[1]["base"], "20.00 USD");
}

#[test]
fn a_registered_campaign_price_is_looked_at_too() {
    let office = Office::with_catalogue(2);
    let sale = office.open_campaign(|campaign| {
        campaign["running"] =
            json!({ "start": "2026-06-02T07:00:00Z", "end": "2026-06-09T07:00:00Z" });
    });
    let priced = office.draft(&sale, 1);
    crate::support::fill(
        &office,
        &priced,
        json!({ "kind": "percent_off", "percent": "40" }),
    );
    office.call(
        "draft_submit",
        json!({ "draft_id": priced, "acknowledged": [] }),
    );
    let id = campaign(&office, |_| {});
    let shown = office.call(
        "partner_join_product",
        json!({ "campaign_id": id, "product_id": product_id(0), "rate": "20" }),
    );
    let sales = shown["sales"].as_array().unwrap();
    assert_eq!(sales.len(), 6);
    assert_eq!(sales[1]["campaign"], "Summer Sale");
    assert_eq!(sales[1]["price"], "12.00 USD");
    // 12.00 − 1 % service 0.12 − 6 % referral 0.72 − 20 % commission 2.40 − 2.00 − 5.00.
    assert_eq!(sales[1]["left"], "1.76 USD");
    let worst = &shown["at_rate"]["worst_in_campaign"];
    assert_eq!(worst["campaign"], "Summer Sale");
}

#[test]
fn joining_is_refused_with_all_failing_rules_and_changes_nothing() {
    let office = Office::with_catalogue(3);
    let id = campaign(&office, |request| {
        request["scope"] = json!({ "kind": "selected_sellers", "this_shop": null });
    });
    let mut bad = draft(&office, &id, 2);
    bad["rate"] = json!("14.5");
    bad["samples"] = json!("0.5");
    bad["contact"] = json!({ "email": "mia", "messenger": "", "phone": "1" });
    bad["products"] = json!([product_id(0), "no such product"]);
    let before = office.digest();
    let refused = refusal(office.refused("partner_join_submit", submitting(&bad)));
    let wanted = [
        ("AF-03", "products"),
        ("AF-03", "samples"),
        ("AF-04", "scope"),
        ("AF-05", "rate"),
        ("AF-10", "contact.email"),
        ("AF-10", "contact.phone"),
    ]
    .map(|(rule, field)| (rule.to_owned(), field.to_owned()));
    assert_eq!(refused, wanted);
    assert_eq!(office.digest(), before);
    let repaired = |draft: &Value, rule: &str| {
        let repair = json!({ "kind": "rule", "rule": rule });
        let request = json!({ "draft": draft, "repair": repair });
        office.call("partner_join_repair", request)["draft"].clone()
    };
    let better = repaired(&repaired(&repaired(&bad, "AF-05"), "AF-03"), "AF-10");
    assert_eq!(better["rate"], "15");
    assert_eq!(better["samples"], "1");
    assert_eq!(better["products"], json!([product_id(0)]));
    assert_eq!(better["contact"]["phone"], "");
    let left = refusal(office.refused("partner_join_submit", submitting(&better)));
    let wanted = [
        ("AF-04", "scope"),
        ("AF-06", "samples"),
        ("AF-10", "contact.email"),
    ];
    assert_eq!(left, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn a_rate_below_the_requirement_and_unacknowledged_samples_are_refused() {
    let office = Office::with_catalogue(1);
    let id = campaign(&office, |_| {});
    let mut low = draft(&office, &id, 1);
    low["rate"] = json!("14");
    let error = serde_json::to_value(office.refused("partner_join_submit", submitting(&low)));
    let error = error.unwrap();
    assert_eq!(error["findings"][0]["limit"], "15 %");
    assert_eq!(error["findings"][0]["value"], "14 %");
    let good = draft(&office, &id, 1);
    let unacknowledged = json!({ "draft": good, "acknowledged": ["AF-05"] });
    let error = office.refused("partner_join_submit", unacknowledged);
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["unacknowledged"], json!(["AF-06"]));
    let what = error["findings"][0]["what"].as_str().unwrap();
    assert!(what.contains("$15.00"), "{what}");
    let joined = office.call("partner_join_submit", submitting(&good));
    assert_eq!(joined["line"]["products"]["pending"], 1);
    assert_eq!(joined["contact"]["email"], "mia@sunny.example");
}

#[test]
fn the_deadline_is_the_first_moment_too_late() {
    let office = Office::with_catalogue(2);
    let id = campaign(&office, |_| {});
    let draft = draft(&office, &id, 1);
    office.clock.set(at("2026-05-20T07:00:00Z"));
    let refused = refusal(office.refused("partner_join_submit", submitting(&draft)));
    let wanted = [("AF-04", "registration"), ("AF-06", "samples")];
    assert_eq!(refused, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
    office.clock.set(at("2026-05-20T06:59:59Z"));
    office.call("partner_join_submit", submitting(&draft));
}

#[test]
fn a_rejected_product_is_registered_again_and_one_that_is_in_is_not() {
    let office = Office::with_catalogue(2);
    let id = campaign(&office, |_| {});
    join(&office, &id, 2);
    let reject =
        json!({ "campaign_id": id, "which": ids(1), "to": "rejected", "reason": "low stock" });
    office.call("partner_product_decide", reject);
    let both = draft(&office, &id, 2);
    let refused = refusal(office.refused("partner_join_submit", submitting(&both)));
    assert_eq!(refused[1], ("AF-08".to_owned(), "products".to_owned()));
    let repair = json!({ "kind": "rule", "rule": "AF-08" });
    let request = json!({ "draft": both, "repair": repair });
    let one = office.call("partner_join_repair", request)["draft"].clone();
    assert_eq!(one["products"], json!([product_id(0)]));
    let rows = listed(&office, &id);
    let row = rows["rows"].as_array().unwrap().iter();
    let mut rejected = row.filter(|row| row["product"]["state"]["kind"] == "rejected");
    assert_eq!(rejected.next().unwrap()["may"]["register_again"], true);
    let joined = office.call("partner_join_submit", submitting(&one));
    assert_eq!(joined["line"]["products"]["pending"], 2);
}

#[test]
fn a_draft_is_kept_thrown_away_and_gone_once_submitted() {
    let office = Office::with_catalogue(2);
    let id = campaign(&office, |_| {});
    let open = || office.call("partner_join_open", json!({ "campaign_id": id }));
    let kept = draft(&office, &id, 2);
    office.call("partner_join_save", json!({ "draft": kept }));
    assert_eq!(open()["draft"], kept);
    assert_eq!(open()["line"]["has_draft"], true);
    office.call("partner_join_discard", json!({ "campaign_id": id }));
    let error = office.refused("partner_join_discard", json!({ "campaign_id": id }));
    assert_eq!(serde_json::to_value(error).unwrap()["kind"], "not_found");
    office.call("partner_join_save", json!({ "draft": kept }));
    office.call("partner_join_submit", submitting(&kept));
    let fresh = open();
    assert_eq!(fresh["line"]["has_draft"], false);
    assert_eq!(fresh["draft"]["contact"]["email"], "mia@sunny.example");
    assert_eq!(fresh["rate_at_least"], "15");
    assert_eq!(fresh["rate_at_most"], "80");
}

#[test]
fn products_are_picked_by_filter_paste_and_all_at_once_without_those_that_are_in() {
    let office = Office::with_catalogue(5);
    let id = campaign(&office, |_| {});
    join(&office, &id, 1);
    office.call("partner_product_decide", deciding(&id, ids(1), "approved"));
    let choose = |products: Value, choice: Value, include: bool| {
        office.call(
            "partner_products",
            json!({ "campaign_id": id, "products": products, "choice": choice, "include": include }),
        )
    };
    let all = choose(json!([]), json!({ "kind": "whole_shop" }), true);
    assert_eq!(
        (&all["changed"], &all["passed_over"]),
        (&json!(4), &json!(1))
    );
    let fewer = choose(
        all["products"].clone(),
        json!({ "kind": "pasted", "text": format!("{}, nothing", product_id(2)) }),
        false,
    );
    assert_eq!(fewer["products"].as_array().unwrap().len(), 3);
    assert_eq!(fewer["unknown"], json!(["nothing"]));
    let candidates = office.call(
        "partner_candidates",
        json!({ "campaign_id": id, "products": fewer["products"],
                "filter": { "search": "", "only": "all", "category": null, "status": "active" },
                "window": { "offset": 0, "limit": 2 } }),
    );
    assert_eq!(candidates["total"], 5);
    let first = &candidates["rows"][0];
    assert_eq!(first["state"], "approved");
    assert_eq!(first["obstacle"], "In the campaign already: Approved.");
    assert_eq!(candidates["rows"][1]["chosen"], true);
}
