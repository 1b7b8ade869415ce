//! Campaigns of the seller's own: draft, published, partners that joined.

use super::refusal;
use crate::support::{Office, at, product_id};
use serde_json::{Value, json};

fn draft(office: &Office) -> Value {
    let form = office.call("own_campaign_template", json!({}));
    assert_eq!(form["title_at_most"], 50);
    assert_eq!(form["days_at_most"], 360);
    let mut draft = form["draft"].clone();
    draft["title"] = json!("Creators wanted");
    draft["registration"] =
        json!({ "start": "2026-05-11T07:00:00Z", "end": "2026-05-31T07:00:00Z" });
    draft["running"] = json!({ "start": "2026-06-01T07:00:00Z", "end": "2026-07-01T07:00:00Z" });
    draft["products"] = json!([product_id(0), product_id(1)]);
    draft["rate"] = json!("12");
    draft["preferences"]["formats"] = json!(["live"]);
    draft
}

fn publishing(draft: &Value) -> Value {
    json!({ "draft": draft, "acknowledged": [] })
}

fn page(office: &Office, stage: Value) -> Value {
    office.call(
        "own_campaign_page",
        json!({ "search": "", "stage": stage, "window": { "offset": 0, "limit": 10 } }),
    )
}

#[test]
fn a_campaign_goes_from_draft_to_published_to_joined() {
    let office = Office::with_catalogue(3);
    let mut entered = draft(&office);
    entered["openness"] =
        json!({ "kind": "selected_partners", "partners": ["Bright Agency", " bright agency"] });
    office.call("own_campaign_draft_save", json!({ "draft": entered }));
    let drafts = page(&office, json!("draft"));
    assert_eq!(drafts["rows"][0]["selected_partners"], 1);
    let id = drafts["rows"][0]["id"].clone();
    let opened = office.call("own_campaign_open", json!({ "campaign_id": id }));
    assert_eq!(opened["draft"], entered);
    let published = office.call("own_campaign_publish", publishing(&entered));
    assert_eq!(published["line"]["stage"], "published");
    assert_eq!(
        published["campaign"]["terms"]["preferences"]["formats"],
        json!(["live"])
    );
    assert_eq!(page(&office, json!("draft"))["total"], 0);
    let joined = |partner: &str| json!({ "campaign_id": id, "partner": partner });
    let early = office.refused("own_campaign_partner_joined", joined("Bright Agency"));
    assert_eq!(refusal(early), [("AF-09".to_owned(), "partner".to_owned())]);
    office.clock.set(at("2026-05-11T07:00:00Z"));
    let other = office.refused("own_campaign_partner_joined", joined("Night Agency"));
    assert_eq!(refusal(other).len(), 1);
    let detail = office.call("own_campaign_partner_joined", joined("bright agency"));
    assert_eq!(detail["campaign"]["joined"][0]["partner"], "Bright Agency");
    let twice = office.refused("own_campaign_partner_joined", joined("BRIGHT AGENCY"));
    assert_eq!(refusal(twice).len(), 1);
    let again = office.refused("own_campaign_publish", publishing(&entered));
    assert_eq!(serde_json::to_value(again).unwrap()["kind"], "outdated");
    let stages = &page(&office, Value::Null)["stages"];
    assert_eq!(*stages, json!([{ "stage": "open", "campaigns": 1 }]));
}

#[test]
fn a_campaign_is_refused_with_all_its_faults_and_repaired() {
    let office = Office::with_catalogue(2);
    let mut bad = draft(&office);
    bad["title"] = json!("x".repeat(51));
    bad["description"] = json!("y".repeat(1001));
    bad["running"]["end"] = json!("2027-05-28T07:00:00Z");
    bad["products"] = json!([product_id(0), "unknown"]);
    bad["rate"] = json!("81");
    bad["openness"] = json!({ "kind": "selected_partners", "partners": [] });
    let before = office.digest();
    let refused = refusal(office.refused("own_campaign_publish", publishing(&bad)));
    let wanted = [
        ("AF-05", "rate"),
        ("AF-09", "description"),
        ("AF-09", "openness"),
        ("AF-09", "products"),
        ("AF-09", "running"),
        ("AF-09", "title"),
    ];
    assert_eq!(refused, wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
    assert_eq!(office.digest(), before);
    let checked = office.call("own_campaign_check", json!({ "draft": bad }));
    assert_eq!(checked["passes"], false);
    let findings = checked["findings"].as_array().unwrap();
    let changes: Vec<Value> = findings
        .iter()
        .flat_map(|finding| finding["changes"].as_array().unwrap().clone())
        .collect();
    let repair = json!({ "kind": "steps", "changes": changes });
    let better = office.call(
        "own_campaign_repair",
        json!({ "draft": bad, "repair": repair }),
    );
    assert_eq!(better["draft"]["rate"], "80");
    assert_eq!(better["draft"]["products"], json!([product_id(0)]));
    assert_eq!(better["draft"]["running"]["end"], "2027-05-27T07:00:00Z");
}

#[test]
fn publishing_and_joining_are_undone_and_drafts_thrown_away() {
    let office = Office::with_catalogue(2);
    let entered = draft(&office);
    office.call("own_campaign_draft_save", json!({ "draft": entered }));
    let before = office.digest();
    office.call("own_campaign_publish", publishing(&entered));
    office.clock.set(at("2026-05-12T07:00:00Z"));
    let id = entered["id"].clone();
    office.call(
        "own_campaign_partner_joined",
        json!({ "campaign_id": id, "partner": "Bright Agency" }),
    );
    let detail = office.call("own_campaign_get", json!({ "campaign_id": id }));
    assert_eq!(detail["line"]["joined"], 1);
    office.call("history_undo", json!({}));
    office.call("history_undo", json!({}));
    assert_eq!(office.digest(), before);
    office.call("own_campaign_draft_delete", json!({ "campaign_id": id }));
    let error = office.refused("own_campaign_open", json!({ "campaign_id": id }));
    assert_eq!(serde_json::to_value(error).unwrap()["kind"], "not_found");
}

#[test]
fn a_published_campaign_is_the_beginning_of_the_next_one() {
    let office = Office::with_catalogue(2);
    let published = office.call("own_campaign_publish", publishing(&draft(&office)));
    let id = &published["campaign"]["id"];
    let before = office.digest();
    let form = office.call("own_campaign_duplicate", json!({ "campaign_id": id }));
    assert_eq!(office.digest(), before);
    let mut next = form["draft"].clone();
    assert_ne!(next["id"], *id);
    assert_eq!(next["registration"], Value::Null);
    assert_eq!(next["running"], Value::Null);
    for same in [
        "title",
        "description",
        "openness",
        "products",
        "rate",
        "preferences",
    ] {
        assert_eq!(next[same], published["campaign"]["terms"][same], "{same}");
    }
    let refused = refusal(office.refused("own_campaign_publish", publishing(&next)));
    let periods = ["registration", "running"];
    assert_eq!(
        refused,
        periods.map(|field| ("AF-09".to_owned(), field.to_owned()))
    );
    next["registration"] = published["campaign"]["terms"]["registration"].clone();
    next["running"] = published["campaign"]["terms"]["running"].clone();
    office.call("own_campaign_publish", publishing(&next));
    assert_eq!(page(&office, Value::Null)["total"], 2);
}
