//! What is said before a coupon is saved: spend, plain words, below cost, what freezes.

use super::{draft, save, saving};
use crate::support::{Office, sku_id};
use serde_json::{Value, json};

fn outlook(office: &Office, draft: &Value) -> Value {
    office.call("coupon_outlook", json!({ "draft": draft }))
}

#[test]
fn the_spend_is_estimated_and_at_worst() {
    let office = Office::with_catalogue(1);
    let mut draft = draft(&office, "standard", "Spring");
    let fixed = outlook(&office, &draft);
    assert_eq!(
        fixed["spend"],
        json!({ "estimated": "500.00 USD", "worst": "500.00 USD" })
    );
    draft["amount"] = Value::Null;
    draft["rate"] = json!("20");
    let open = outlook(&office, &draft);
    // 20 % of the average order of 32.
    assert_eq!(open["spend"]["estimated"], "640.00 USD");
    assert_eq!(open["spend"]["worst"], Value::Null);
    draft["maximum_discount"] = json!("5.00 USD");
    let capped = outlook(&office, &draft);
    assert_eq!(capped["spend"]["worst"], "500.00 USD");
}

#[test]
fn a_slip_shows_in_plain_words() {
    let office = Office::with_catalogue(1);
    let mut draft = draft(&office, "standard", "Slip");
    draft["amount"] = json!("10.00 USD");
    draft["minimum_spend"] = Value::Null;
    let slip = outlook(&office, &draft);
    assert_eq!(
        slip["plain_words"],
        json!(["An order of $10.01 pays $0.01."])
    );
    draft["amount"] = Value::Null;
    draft["rate"] = json!("60");
    let slip = outlook(&office, &draft);
    assert_eq!(
        slip["plain_words"],
        json!(["60 % off: the buyer pays 40 % (4 折)."])
    );
    assert_eq!(slip["buyer_pays"]["zhe"], "4");
    assert!(slip["freezes"][0].as_str().unwrap().contains("Percentage"));
}

#[test]
fn a_coupon_below_cost_is_typed_once_more() {
    let office = Office::with_catalogue(4);
    let mut draft = draft(&office, "standard", "Too much");
    draft["amount"] = json!("16.00 USD");
    draft["minimum_spend"] = json!("20.00 USD");
    let shown = outlook(&office, &draft);
    // The SKUs at 20 leave 4 of a cost of 5; those at 21 and 22 are covered.
    assert_eq!(shown["below_cost"]["products"], 4);
    assert_eq!(shown["below_cost"]["skus"], 4);
    assert_eq!(shown["below_cost"]["at_campaign_price"], 0);
    assert_eq!(shown["confirm"]["type_this"], "16.00");
    let page = office.call(
        "coupon_below_cost",
        json!({ "draft": draft, "window": { "offset": 0, "limit": 2 } }),
    );
    assert_eq!(page["total"], 4);
    assert_eq!(page["rows"][0]["figures"]["loss"], "1.00 USD");
    assert_eq!(page["rows"][0]["title"], "Travel mug 0");
    let mut request = saving(&draft);
    for typed in [Value::Null, json!("15.00")] {
        request["confirm"] = typed;
        let error = serde_json::to_value(office.refused("coupon_save", request.clone())).unwrap();
        assert_eq!(
            (&error["kind"], &error["field"]),
            (&json!("invalid"), &json!("confirm"))
        );
    }
    request["confirm"] = json!("16.00");
    office.call("coupon_save", request);
}

#[test]
fn figures_are_grouped_and_words_follow_their_number() {
    let office = Office::with_catalogue(1);
    let mut draft = draft(&office, "standard", "Many");
    draft["amount"] = json!("16.00 USD");
    draft["minimum_spend"] = json!("20.00 USD");
    draft["quantity"] = json!("1500");
    let shown = outlook(&office, &draft);
    assert_eq!(
        shown["spend_words"],
        json!([
            "Estimated: $24,000.00, if all 1,500 are used.",
            "At worst: $24,000.00."
        ])
    );
    let worst = shown["below_cost"]["words"][1].as_str().unwrap();
    assert!(
        worst.ends_with(": 1 unit pays $4.00 and costs $5.00, a loss of $1.00 before fees."),
        "{worst}"
    );
    draft["minimum_spend"] = json!("40.00 USD");
    draft["amount"] = json!("35.00 USD");
    let worst = outlook(&office, &draft)["below_cost"]["words"][1].clone();
    let worst = worst.as_str().unwrap();
    assert!(
        worst.ends_with(": 2 units pay $5.00 and cost $10.00, a loss of $5.00 before fees."),
        "{worst}"
    );
    draft["amount"] = json!("5.00 USD");
    let saved = office.call("coupon_save", saving(&draft));
    let terms = saved["terms"].as_array().unwrap();
    let quantity = terms.iter().find(|term| term["field"] == "quantity");
    assert_eq!(quantity.unwrap()["value"], "1,500");
}

#[test]
fn live_addon_coupons_are_counted_in_words() {
    let office = Office::with_shop();
    let record = |name: &str, rate: Value| {
        let mut addon = draft(&office, "standard", name);
        addon["period"]["start"] = json!("2026-05-01T07:00:00Z");
        if rate != Value::Null {
            addon["amount"] = Value::Null;
            addon["rate"] = rate;
        }
        let request = json!({ "draft": addon, "came_with": null });
        office.call("coupon_addon_record", request);
    };
    let said = || {
        let words = outlook(&office, &draft(&office, "standard", "Next"))["addon"]["words"].clone();
        words.as_array().unwrap().last().unwrap().clone()
    };
    record("Addon 1", json!("10"));
    assert_eq!(
        said(),
        "1 addon coupon is live; what it can cost has no known limit."
    );
    record("Addon 2", json!("10"));
    assert_eq!(
        said(),
        "2 addon coupons are live; what they can cost has no known limit."
    );
    record("Addon 3", Value::Null);
    assert_eq!(
        said(),
        "3 addon coupons are live; 2 of them without a known limit, the others can still cost $500.00."
    );
}

#[test]
fn a_registered_campaign_price_counts_in_the_coupons_period() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|campaign| {
        campaign["approval"] = json!("at_once");
    });
    let registration = office.draft(&campaign, 1);
    for sku in 0..3 {
        crate::support::type_price(&office, &registration, &sku_id(0, sku), "9.00");
    }
    let submitted = office.try_call(
        "draft_submit",
        json!({ "draft_id": registration, "acknowledged": ["RG-22", "CE-01", "SP-10"] }),
    );
    submitted.unwrap_or_else(|error| panic!("{}", serde_json::to_string(&error).unwrap()));
    let mut draft = draft(&office, "standard", "With campaign");
    draft["minimum_spend"] = Value::Null;
    let shown = outlook(&office, &draft);
    // 9 less 5 does not pay a cost of 5; 20 less 5 would.
    assert_eq!(shown["below_cost"]["products"], 1);
    assert_eq!(shown["below_cost"]["at_campaign_price"], 3);
    let words = shown["below_cost"]["words"][0].as_str().unwrap();
    assert!(
        words.starts_with("On 1 of your products this coupon, with the registered"),
        "{words}"
    );
    draft["period"] = json!({ "start": "2026-08-01T07:00:00Z", "end": "2026-09-10T07:00:00Z" });
    assert_eq!(outlook(&office, &draft)["below_cost"]["products"], 0);
}

#[test]
fn a_code_is_shared_as_text_with_what_to_know() {
    let office = Office::with_shop();
    let id = save(&office, &draft(&office, "promo_code", "Code"));
    let card = office.call("coupon_card", json!({ "coupon_id": id }));
    assert_eq!(card["full_claim_code"], "SUNNSAVE10");
    assert_eq!(card["headline"], "$5.00 off");
    assert_eq!(
        card["caution"],
        "The code does not work before 2026-05-11 00:00."
    );
    assert!(
        card["text"]
            .as_str()
            .unwrap()
            .contains("SUNNSAVE10\nOn orders from $30.00")
    );
    let other = save(&office, &draft(&office, "follower", "No code"));
    let error = office.refused("coupon_card", json!({ "coupon_id": other }));
    assert_eq!(serde_json::to_value(error).unwrap()["field"], "coupon_id");
}
