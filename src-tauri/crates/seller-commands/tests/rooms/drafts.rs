//! A draft itself: what comes in, what stays out, tiers, coupons, findings and their repair.

use crate::support::{Office, everything, fill, product_id, rows, rules_of, sku_id, type_price};
use serde_json::{Value, json};

/// A filter of candidates.
fn candidates(search: &str, only_missing: bool) -> Value {
    json!({ "search": search, "only_recommended": false, "only_missing": only_missing })
}

fn page_of_candidates(office: &Office, draft: &str, filter: Value) -> Value {
    office.call(
        "draft_candidates",
        json!({ "draft_id": draft, "filter": filter, "window": { "offset": 0, "limit": 2 } }),
    )
}

#[test]
fn candidates_are_searched_literally_and_say_what_is_in_already() {
    let office = Office::with_catalogue(4);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let all = page_of_candidates(&office, &draft, candidates("", false));
    assert_eq!(all["total"], 4);
    assert_eq!(all["rows"].as_array().unwrap().len(), 2);
    assert_eq!(all["rows"][0]["in_draft"], true);
    assert_eq!(all["rows"][0]["retail_from"], "20.00 USD");
    assert_eq!(all["rows"][0]["retail_to"], "22.00 USD");
    assert_eq!(all["rows"][1]["in_draft"], false);
    let missing = page_of_candidates(&office, &draft, candidates("mug", true));
    assert_eq!(missing["total"], 3);
    let literal = page_of_candidates(&office, &draft, candidates("_ug", false));
    assert_eq!(literal["total"], 0);
}

#[test]
fn everything_that_a_search_finds_comes_in_at_once_and_goes_again() {
    let office = Office::with_catalogue(4);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let choose = |filter: Value, include: bool| {
        let choice = json!({ "kind": "matching", "filter": filter });
        let request = json!({ "draft_id": draft, "choice": choice, "include": include });
        office.call("draft_products", request)
    };
    let came = choose(candidates("mug", true), true);
    assert_eq!(came["changed"], 3);
    assert_eq!(came["summary"]["skus"], 12);
    let went = choose(candidates("mug 2", false), false);
    assert_eq!(went["changed"], 1);
    assert_eq!(went["summary"]["products"], 3);
}

#[test]
fn pasted_words_name_products_skus_and_what_is_in_no_catalogue() {
    let office = Office::with_catalogue(4);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let choose = |text: String, include: bool| {
        let choice = json!({ "kind": "pasted", "text": text });
        let request = json!({ "draft_id": draft, "choice": choice, "include": include });
        office.call("draft_products", request)
    };
    let text = format!(
        "{}; \"{}\"，{}\n\tnothing 17293、nothing",
        product_id(0),
        sku_id(2, 1),
        product_id(3)
    );
    let came = choose(text, true);
    assert_eq!(came["changed"], 2);
    assert_eq!(came["unknown"], json!(["nothing", "17293"]));
    assert_eq!(came["unknown_count"], 2);
    assert_eq!(came["summary"]["products"], 3);
    let went = choose(product_id(2), false);
    assert_eq!(
        (&went["changed"], &went["unknown_count"]),
        (&json!(1), &json!(0))
    );
    let words: Vec<String> = (0..150).map(|word| format!("word{word}")).collect();
    let odd = choose(words.join(" "), true);
    assert_eq!(
        (&odd["changed"], &odd["unknown_count"]),
        (&json!(0), &json!(150))
    );
    assert_eq!(odd["unknown"].as_array().unwrap().len(), 100);
}

#[test]
fn an_unknown_product_is_named_and_nothing_comes_in() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 0);
    let ids = [product_id(0), "1729999999999999999".to_owned()];
    let error = office.refused(
        "draft_products",
        json!({ "draft_id": draft, "choice": { "kind": "ids", "product_ids": ids }, "include": true }),
    );
    let text = serde_json::to_string(&error).unwrap();
    assert!(text.contains("1729999999999999999"), "{text}");
}

#[test]
fn a_sku_is_left_out_and_comes_back_by_undo() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    let request = |ids: &[String]| json!({ "draft_id": draft, "sku_ids": ids, "include": false });
    let left = office.call("draft_skus", request(&[sku_id(0, 2)]));
    assert_eq!(left["changed"], 1);
    assert_eq!(left["summary"]["skus"], 2);
    let again = office.call("draft_skus", request(&[sku_id(0, 2)]));
    assert_eq!(again["changed"], 0);
    office.call("history_undo", json!({}));
    office.call("history_undo", json!({}));
    assert_eq!(rows(&office, &draft, everything())["total"], 3);
}

#[test]
fn skus_that_were_left_out_are_listed_and_come_back_with_what_was_entered() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    type_price(&office, &draft, &sku_id(1, 2), "12.34");
    let left_out = |limit: u32| {
        let window = json!({ "offset": 0, "limit": limit });
        office.call(
            "draft_left_out",
            json!({ "draft_id": draft, "window": window }),
        )
    };
    let put = |ids: &[String], include: bool| {
        let request = json!({ "draft_id": draft, "sku_ids": ids, "include": include });
        office.call("draft_skus", request)
    };
    assert_eq!(left_out(10), json!({ "total": 0, "rows": [] }));
    put(&[sku_id(0, 1), sku_id(1, 2)], false);
    let listed = left_out(10);
    assert_eq!(listed["total"], 2);
    assert_eq!(listed["rows"][0]["sku_id"], sku_id(0, 1));
    assert_eq!(listed["rows"][1]["product_id"], product_id(1));
    assert_eq!(listed["rows"][1]["campaign_price"], "12.34 USD");
    assert_eq!(left_out(1)["rows"].as_array().unwrap().len(), 1);
    assert_eq!(put(&[sku_id(1, 2)], true)["changed"], 1);
    assert_eq!(left_out(10)["total"], 1);
    let grid = rows(&office, &draft, everything());
    assert_eq!(grid["rows"][4]["campaign_price"], "12.34 USD");
}

#[test]
fn a_tier_is_set_for_the_products_that_are_named() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    let changed = office.call(
        "draft_tier",
        json!({ "draft_id": draft, "product_ids": [product_id(1)], "tier": "featured" }),
    );
    assert_eq!(changed["changed"], 1);
    let grid = rows(&office, &draft, everything());
    assert_eq!(grid["rows"][0]["tier"], "regular");
    assert_eq!(grid["rows"][3]["tier"], "featured");
}

#[test]
fn a_row_tells_its_findings_fees_and_prices_in_full() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(0, 0), "15.01");
    let asked = json!({ "draft_id": draft, "sku_id": sku_id(0, 0) });
    let detail = office.call("draft_row", asked);
    assert_eq!(rules_of(&detail["row"]), ["RG-02"]);
    let finding = &detail["findings"][0];
    assert_eq!(
        [&finding["limit"], &finding["value"], &finding["gap"]],
        ["$15.00", "$15.01", "$0.01"]
    );
    let known = detail["history"].as_array().unwrap();
    assert!(known.iter().any(|record| record["price"] == "15.00 USD"));
    let fees = detail["fees"].as_array().unwrap();
    let referral = fees
        .iter()
        .find(|fee| fee["key"] == "referral_fee")
        .unwrap();
    assert_eq!([&referral["rate"], &referral["amount"]], ["6", "-0.90 USD"]);
    let unknown = json!({ "draft_id": draft, "sku_id": "1" });
    office.refused("draft_row", unknown);
}

#[test]
fn the_repair_of_one_finding_clears_it_and_is_one_step() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 1);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(0, 0), "18.00");
    let before = office.digest();
    let mut filter = everything();
    filter["rule"] = json!("RG-02");
    let found = office.call(
        "draft_findings",
        json!({ "draft_id": draft, "filter": filter, "window": { "offset": 0, "limit": 10 } }),
    );
    assert_eq!(found["total"], 1);
    let repair = &found["rows"][0]["repair"];
    assert_eq!(repair[0]["to"], "15.00 USD");
    let repaired = office.call(
        "draft_apply_edits",
        json!({ "draft_id": draft, "edits": repair }),
    );
    assert_eq!(repaired["summary"]["counts"]["block"], 0);
    assert_eq!(repaired["rows"][0]["campaign_price"], "15.00 USD");
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}

#[test]
fn the_check_is_written_as_two_lists() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    fill(&office, &draft, json!({ "kind": "at_ceiling" }));
    type_price(&office, &draft, &sku_id(1, 0), "15.01");
    let (accepted, refused) = (office.path("passes.csv"), office.path("refused.csv"));
    let written = office.call(
        "draft_export",
        json!({ "draft_id": draft, "accepted": accepted, "refused": refused }),
    );
    assert_eq!([&written["accepted"], &written["refused"]], [5, 1]);
    let refused = std::fs::read_to_string(refused).unwrap();
    let row = format!("{},{},Travel mug 1,RG-02", product_id(1), sku_id(1, 0));
    assert_eq!(refused.lines().nth(1).unwrap().replace('"', ""), row);
    assert_eq!(
        std::fs::read_to_string(accepted).unwrap().lines().count(),
        6
    );
}

#[test]
fn only_coupons_of_the_campaign_are_registered() {
    let office = Office::with_catalogue(1);
    let campaign = office.open_campaign(|campaign| {
        campaign["coupons"] = json!([{
            "id": "co-1", "name": "Co-funded 10 %", "discount": { "kind": "percentage", "rate": "10", "maximum": null },
            "target": "all_customers", "seller_ratio": "50", "seller_maximum": null,
            "minimum_purchase": "0.00 USD", "quantity": null,
        }]);
    });
    let draft = office.draft(&campaign, 1);
    let request = |ids: &[&str]| json!({ "draft_id": draft, "coupon_ids": ids });
    office.call("draft_coupons", request(&["co-1"]));
    let head = office.call("draft_get", json!({ "draft_id": draft }));
    assert_eq!(head["coupons"], json!(["co-1"]));
    office.refused("draft_coupons", request(&["co-2"]));
}

#[test]
fn a_draft_is_thrown_away_and_comes_back_whole() {
    let office = Office::with_catalogue(2);
    let campaign = office.open_campaign(|_| {});
    let draft = office.draft(&campaign, 2);
    let before = office.digest();
    office.call("draft_delete", json!({ "draft_id": draft }));
    assert_eq!(office.call("draft_list", json!({}))["drafts"], json!([]));
    office.refused("draft_get", json!({ "draft_id": draft }));
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
}
