//! The wizard: what a type has, the check while typing, saving, products.

use super::{END, START, draft, list, names, refusing, save, saving};
use crate::support::{Office, at, product_id};
use serde_json::{Value, json};

const KINDS: [&str; 5] = ["standard", "follower", "review", "chat", "promo_code"];

fn rules(office: &Office, draft: &Value) -> Vec<(String, String)> {
    let checked = office.call("coupon_check", json!({ "draft": draft }));
    let findings = checked["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| {
            let text = |key: &str| finding[key].as_str().unwrap().to_owned();
            (text("rule"), text("grade"))
        })
        .collect()
}

fn blocks(office: &Office, draft: &Value) -> Vec<String> {
    let rules = rules(office, draft).into_iter();
    rules
        .filter(|(_, grade)| grade == "block")
        .map(|(rule, _)| rule)
        .collect()
}

#[test]
fn every_type_has_its_own_fields_in_the_platforms_words() {
    let office = Office::with_shop();
    let fields = |kind: &str| -> Vec<String> {
        let form = office.call("coupon_template", json!({ "kind": kind }));
        assert_eq!(form["edits"], false);
        let fields = form["shape"]["fields"].as_array().unwrap();
        let names = fields.iter().map(|field| field["field"].as_str().unwrap());
        names.map(str::to_owned).collect()
    };
    assert!(fields("standard").contains(&"audience".to_owned()));
    assert!(!fields("follower").contains(&"audience".to_owned()));
    assert!(fields("chat").contains(&"customer".to_owned()));
    assert!(fields("promo_code").contains(&"claim_code".to_owned()));
    assert!(!fields("promo_code").contains(&"validity".to_owned()));
    let form = office.call("coupon_template", json!({ "kind": "promo_code" }));
    assert_eq!(form["shape"]["prefix"]["text"], "SUNN");
    assert_eq!(form["shape"]["claim_code_at_least"], 2);
    assert_eq!(form["shape"]["claim_code_at_most"], 8);
    assert_eq!(form["shape"]["products_at_most"], 1000);
}

#[test]
fn every_type_is_saved_and_found_again() {
    let office = Office::with_catalogue(3);
    for kind in KINDS {
        let mut draft = draft(&office, kind, &format!("Spring {kind}"));
        if kind == "review" {
            draft["scope"] = json!({ "kind": "products", "ids": [product_id(0), product_id(1)] });
        }
        let checked = office.call("coupon_check", json!({ "draft": draft }));
        assert_eq!(checked["passes"], true, "{kind}: {checked}");
        let detail = office.call("coupon_save", saving(&draft));
        assert_eq!(detail["line"]["state"], "upcoming");
        assert_eq!(detail["coupon"]["terms"]["kind"], kind);
        assert_eq!(detail["coupon"]["terms"]["scope"], draft["scope"]);
        assert_eq!(detail["estimated_spend"], "500.00 USD");
        assert_eq!(detail["history"].as_array().unwrap().len(), 1);
    }
    assert_eq!(list(&office, json!({}))["total"], 5);
    let by_code = list(&office, json!({ "search": "sunnsave" }));
    assert_eq!(names(&by_code), ["Spring promo_code"]);
    assert_eq!(by_code["rows"][0]["full_claim_code"], "SUNNSAVE10");
}

#[test]
fn every_type_is_refused_what_the_platform_refuses() {
    let office = Office::with_catalogue(1);
    let with = |kind: &str, change: &dyn Fn(&mut Value)| {
        let mut draft = draft(&office, kind, "Refused");
        change(&mut draft);
        assert_eq!(refusing(&office, &draft), blocks(&office, &draft));
        refusing(&office, &draft)
    };
    assert_eq!(
        with("standard", &|d| d["amount"] = json!("0.49 USD")),
        ["CP-04"]
    );
    assert_eq!(
        with("follower", &|d| d["amount"] = json!("2.99 USD")),
        ["CP-05"]
    );
    assert_eq!(
        with("review", &|d| d["amount"] = json!("2.99 USD")),
        ["CP-05"]
    );
    assert_eq!(with("chat", &|d| d["customer"] = json!(" ")), ["CP-18"]);
    assert_eq!(
        with("promo_code", &|d| d["claim_code"] = json!("A")),
        ["CP-20"]
    );
    assert_eq!(
        with("promo_code", &|d| d["claim_code"] = json!("ABCDEFGHI")),
        ["CP-20"]
    );
    let ten_minutes = json!({ "start": START, "end": "2026-05-11T07:10:00Z" });
    assert_eq!(
        with("promo_code", &|d| d["period"] = ten_minutes.clone()),
        ["CP-19"]
    );
    let too_short = json!({ "start": START, "end": "2026-06-10T06:59:00Z" });
    assert_eq!(
        with("standard", &|d| d["period"] = too_short.clone()),
        ["CP-02"]
    );
    assert_eq!(with("standard", &|d| d["name"] = json!("")), ["CP-01"]);
    assert_eq!(
        with("standard", &|d| d["quantity"] = json!("0.5")),
        ["CP-09"]
    );
    let both = with("standard", &|d| d["rate"] = json!("10"));
    assert_eq!(both, ["CP-04"]);
    assert_eq!(list(&office, json!({}))["total"], 0);
}

#[test]
fn a_warning_is_acknowledged_before_it_is_saved() {
    let office = Office::with_shop();
    let draft = draft(&office, "standard", "Spring");
    let request = json!({ "draft": draft, "acknowledged": [], "confirm": null });
    let error = serde_json::to_value(office.refused("coupon_save", request)).unwrap();
    assert_eq!(error["unacknowledged"], json!(["CP-26"]));
    let settings = json!({ "entered_prefix": null, "addon_coupons": "turned_off" });
    office.call("coupon_settings_save", settings);
    let request = json!({ "draft": draft, "acknowledged": [], "confirm": null });
    office.call("coupon_save", request);
}

#[test]
fn a_coupon_is_saved_once_and_its_name_belongs_to_it() {
    let office = Office::with_shop();
    let first = draft(&office, "standard", "Spring");
    save(&office, &first);
    let again = serde_json::to_value(office.refused("coupon_save", saving(&first))).unwrap();
    assert_eq!(again["kind"], "outdated");
    let same_name = draft(&office, "follower", " Spring ");
    assert_eq!(refusing(&office, &same_name), ["CP-01"]);
}

#[test]
fn a_repair_is_made_in_the_wizard() {
    let office = Office::with_shop();
    let mut draft = draft(&office, "standard", "Spring");
    draft["amount"] = json!("0.49 USD");
    let checked = office.call("coupon_check", json!({ "draft": draft }));
    let finding = checked["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["rule"] == "CP-04")
        .unwrap();
    assert_eq!(finding["field"], "amount");
    let form = office.call(
        "coupon_repair",
        json!({ "draft": draft, "changes": finding["changes"] }),
    );
    assert_eq!(form["draft"]["amount"], "0.50 USD");
}

#[test]
fn drafts_are_kept_listed_and_gone_once_saved() {
    let office = Office::with_shop();
    let mut draft = draft(&office, "standard", "Half done");
    draft["quantity"] = Value::Null;
    office.call("coupon_draft_save", json!({ "draft": draft }));
    let drafts = list(&office, json!({ "state": "draft" }));
    assert_eq!(names(&drafts), ["Half done"]);
    assert_eq!(list(&office, json!({}))["counts"]["draft"], 1);
    let opened = office.call("coupon_open", json!({ "coupon_id": draft["id"] }));
    assert_eq!(opened["draft"], draft);
    draft["quantity"] = json!("10");
    save(&office, &draft);
    assert_eq!(list(&office, json!({}))["counts"]["draft"], 0);
    let gone = office.refused("coupon_draft_delete", json!({ "coupon_id": draft["id"] }));
    let gone = serde_json::to_value(gone).unwrap();
    assert_eq!(gone["kind"], "not_found");
}

fn products(office: &Office, scope: &Value, choice: Value, include: bool) -> Value {
    office.call(
        "coupon_products",
        json!({ "coupon_kind": "review", "scope": scope, "choice": choice, "include": include }),
    )
}

#[test]
fn products_are_chosen_by_search_paste_and_file_and_counted_against_the_limit() {
    let office = Office::with_catalogue(2_005);
    let none = json!({ "kind": "products", "ids": [] });
    let all = json!({ "kind": "matching", "filter": {
        "search": "", "only": "not_named", "category": null, "status": "active" } });
    let chosen = products(&office, &none, all, true);
    assert_eq!(chosen["changed"], 2_005);
    assert_eq!(chosen["beyond_limit"], 5);
    let mut draft = draft(&office, "review", "Reviews");
    draft["scope"] = chosen["scope"].clone();
    assert_eq!(refusing(&office, &draft), ["CP-10"]);
    let five: Vec<String> = (0..5).map(product_id).collect();
    let five = json!({ "kind": "ids", "product_ids": five });
    draft["scope"] = products(&office, &chosen["scope"], five, false)["scope"].clone();
    assert_eq!(draft["scope"]["ids"].as_array().unwrap().len(), 2_000);
    save(&office, &draft);

    let text = format!("{}, 17293900000{:05}{:03}\nnothing", product_id(3), 7, 0);
    let pasted = products(
        &office,
        &none,
        json!({ "kind": "pasted", "text": text }),
        true,
    );
    assert_eq!(
        pasted["scope"]["ids"],
        json!([product_id(3), product_id(7)])
    );
    assert_eq!(pasted["unknown"], json!(["nothing"]));

    let path = office.path("ids.csv");
    std::fs::write(&path, format!("Title,Product ID\nMug,{}\n", product_id(9))).unwrap();
    let file = json!({ "kind": "file", "path": path.to_str().unwrap() });
    let read = products(&office, &pasted["scope"], file, true);
    assert_eq!(read["changed"], 1);
    assert_eq!(read["scope"]["ids"].as_array().unwrap().len(), 3);

    let page = office.call(
        "coupon_product_candidates",
        json!({ "scope": read["scope"], "filter": { "search": "", "only": "named" },
                "window": { "offset": 0, "limit": 10 } }),
    );
    assert_eq!(page["total"], 3);
    assert_eq!(page["rows"][0]["retail_from"], "20.00 USD");
    assert_eq!(page["rows"][0]["named"], true);
}

#[test]
fn products_are_narrowed_by_category_and_by_whether_they_are_on_sale() {
    let office = Office::with_catalogue(4);
    let path = office.path("more.csv");
    let more = "product_id,sku_id,title,category,status,retail_price\n\
                900,9001,Old lamp,Lamps,Deactivated,12.00\n\
                901,9011,New lamp,Lamps,Live,12.00\n";
    std::fs::write(&path, more).unwrap();
    let target = json!({ "kind": "catalogue" });
    let preview = office.call("import_open", json!({ "paths": [path], "target": target }));
    super::files::apply(&office, &preview);
    assert_eq!(
        office.call("product_categories", json!({})),
        json!({ "categories": [{ "name": "Kitchen (600001)", "products": 4 },
                               { "name": "Lamps", "products": 2 }] })
    );
    let none = json!({ "kind": "products", "ids": [] });
    let found = |only: &str, category: Value, status: Value| {
        let filter = json!({ "search": "", "only": only, "category": category, "status": status });
        let window = json!({ "offset": 0, "limit": 10 });
        let request = json!({ "scope": none, "filter": filter, "window": window });
        office.call("coupon_product_candidates", request)["total"].clone()
    };
    assert_eq!(found("not_named", Value::Null, Value::Null), 6);
    assert_eq!(found("not_named", Value::Null, json!("active")), 5);
    assert_eq!(found("not_named", json!("Lamps"), json!("active")), 1);
    assert_eq!(found("all", json!("Lamps"), json!("inactive")), 1);
    assert_eq!(found("all", json!("lamps"), Value::Null), 0);
    // What no longer is on sale is found among the named ones and taken out.
    let lamps = json!({ "search": "", "only": "all", "category": "Lamps", "status": null });
    let matching = json!({ "kind": "matching", "filter": lamps });
    let named = products(&office, &none, matching, true);
    assert_eq!(named["scope"]["ids"], json!(["900", "901"]));
    let over = json!({ "search": "", "only": "named", "category": null, "status": "inactive" });
    let matching = json!({ "kind": "matching", "filter": over });
    let left = products(&office, &named["scope"], matching, false);
    assert_eq!(left["scope"]["ids"], json!(["901"]));
}

#[test]
fn the_next_one_begins_where_thirty_days_are_free() {
    let office = Office::with_shop();
    let coupon = |name: &str, start: &str, end: &str| {
        let mut draft = draft(&office, "standard", name);
        draft["audience"] = json!("new");
        draft["period"] = json!({ "start": start, "end": end });
        save(&office, &draft)
    };
    let free_from = || {
        let period = json!({ "start": START, "end": "2026-12-01T08:00:00Z" });
        let request = json!({ "period": period, "kind": null, "draft": null });
        office.call("coupon_calendar", request)["new_customer_free_from"].clone()
    };
    assert_eq!(free_from(), Value::Null);
    // From the 10th of May, 30 days reach the 9th of June at noon.
    coupon("first", "2026-06-09T19:00:00Z", "2026-07-20T07:00:00Z");
    office.clock.set(at("2026-05-10T19:00:00Z"));
    assert_eq!(free_from(), Value::Null);
    office.clock.set(at("2026-05-10T19:00:01Z"));
    assert_eq!(free_from(), "2026-07-20T07:00:00Z");
    // 29 days and 23 hours to the next one are too few, 30 days are enough.
    let second = coupon("second", "2026-08-19T06:00:00Z", "2026-09-30T07:00:00Z");
    assert_eq!(free_from(), "2026-09-30T07:00:00Z");
    let request = json!({ "coupon_id": second, "acknowledged": [] });
    office.call("coupon_deactivate", request);
    coupon("third", "2026-08-19T07:00:00Z", "2026-09-30T07:00:00Z");
    assert_eq!(free_from(), "2026-07-20T07:00:00Z");
}

#[test]
fn a_claim_code_belongs_to_one_live_promo_code_ignoring_case() {
    let office = Office::with_shop();
    let first = save(&office, &draft(&office, "promo_code", "First"));
    let mut second = draft(&office, "promo_code", "Second");
    second["claim_code"] = json!("sAVE10");
    assert_eq!(refusing(&office, &second), ["CP-21"]);
    let request = json!({ "coupon_id": first, "acknowledged": [] });
    office.call("coupon_deactivate", request);
    let second = save(&office, &second);
    // The second one is over: its code is free again.
    office.clock.set(at("2026-05-31T07:00:00Z"));
    let mut third = draft(&office, "promo_code", "Third");
    third["period"] = json!({ "start": "2026-06-01T07:00:00Z", "end": "2026-06-20T07:00:00Z" });
    save(&office, &third);
    let second = office.call("coupon_get", json!({ "coupon_id": second }));
    assert_eq!(second["line"]["state"], "ended");
}

#[test]
fn codes_are_generated_and_taken_ones_are_noted() {
    let office = Office::with_shop();
    let code = office.call("coupon_code_suggest", json!({}));
    let own = code["claim_code"].as_str().unwrap();
    assert!((2..=8).contains(&own.len()), "{own}");
    assert_eq!(code["full_claim_code"], format!("SUNN{own}"));
    let note = json!({ "claim_code": "SAVE10", "taken": true });
    let settings = office.call("coupon_code_taken", note);
    assert_eq!(settings["taken_codes"][0]["claim_code"], "SAVE10");
    let draft = draft(&office, "promo_code", "Taken");
    let found = rules(&office, &draft);
    assert!(found.iter().any(|(rule, _)| rule == "CP-21"), "{found:?}");
    let forget = json!({ "claim_code": "save10", "taken": false });
    let settings = office.call("coupon_code_taken", forget);
    assert_eq!(settings["taken_codes"], json!([]));
    let settings = json!({ "entered_prefix": "sgds", "addon_coupons": "may_appear" });
    let settings = office.call("coupon_settings_save", settings);
    assert_eq!(
        settings["prefix"],
        json!({ "text": "SGDS", "certain": true })
    );
}

#[test]
fn two_coupons_for_new_customers_may_touch_and_not_overlap() {
    let office = Office::with_shop();
    for (kind, rule) in [("standard", "CP-12"), ("review", "CP-16")] {
        let coupon = |name: &str, start: &str, end: &str| {
            let mut draft = draft(&office, kind, &format!("{kind} {name}"));
            draft["audience"] = json!("new");
            draft["period"] = json!({ "start": start, "end": end });
            draft
        };
        save(&office, &coupon("first", START, END));
        let overlapping = coupon("second", "2026-06-20T06:59:00Z", "2026-07-30T07:00:00Z");
        let calendar = office.call(
            "coupon_calendar",
            json!({ "period": { "start": START, "end": "2026-12-01T08:00:00Z" }, "kind": null,
                    "draft": overlapping }),
        );
        assert_eq!(calendar["overlaps"].as_array().unwrap().len(), 1);
        assert_eq!(calendar["overlaps"][0]["rule"], rule);
        assert_eq!(
            calendar["overlaps"][0]["period"],
            json!({ "start": "2026-06-20T06:59:00Z", "end": END })
        );
        assert_eq!(refusing(&office, &overlapping), [rule]);
        let touching = coupon("second", END, "2026-07-30T07:00:00Z");
        save(&office, &touching);
    }
}
