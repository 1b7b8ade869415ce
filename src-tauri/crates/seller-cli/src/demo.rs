//! The main job on the sample shop, for machines without a display.

use crate::call::{Caller, Failure, say};
use seller_commands::{Clock, Desk, Language};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// Runs the main job on a fresh sample shop in `out`: campaigns with their
/// eligibility, the draft's findings, bulk repair, submission, exported files.
pub fn run(out: &Path, clock: Arc<dyn Clock>, language: Language) -> Result<(), Failure> {
    let desk = Desk::in_folder(out.to_owned(), clock);
    let caller = Caller::new(&desk, language);
    let state = caller.call("sample_open", &json!({}))?;
    say(&format!("Shop: {}", text(&state["shop"]["name"])));

    let campaigns = caller.call("campaign_list", &json!({}))?;
    say("\nCampaigns:");
    for campaign in rows(&campaigns["campaigns"]) {
        let (name, eligibility) = (text(&campaign["name"]), text(&campaign["eligibility"]));
        let because = campaign["ineligible_because"].as_str();
        let because = because.map_or_else(String::new, |reason| format!(": {reason}"));
        say(&format!("  {name} ({eligibility}){because}"));
    }

    let drafts = caller.call("draft_list", &json!({}))?;
    let Some(draft) = rows(&drafts["drafts"]).next() else {
        return Err(Failure::usage(
            "the sample shop has no draft; remove the folder and try again",
        ));
    };
    let (draft_id, campaign_id) = (&draft["id"], &draft["campaign_id"]);
    say(&format!("\nDraft for {}:", text(&draft["campaign_name"])));
    summary(&caller.call("draft_check", &json!({ "draft_id": draft_id }))?);

    let no_filter =
        json!({ "search": "", "rule": null, "field": null, "grade": null, "thin_margin": false });
    let repaired = caller.call(
        "draft_repair",
        &json!({ "draft_id": draft_id, "rules": [], "filter": no_filter, "preview": false }),
    )?;
    say(&format!(
        "\nBulk repair: {} steps clear {} findings.",
        repaired["edits"], repaired["cleared"]
    ));
    summary(&repaired["summary"]);

    let acknowledged: Vec<&str> = rows(&repaired["summary"]["counts"]["by_rule"])
        .filter(|rule| rule["grade"] == "warn")
        .filter_map(|rule| rule["rule"].as_str())
        .collect();
    let plan = caller.call(
        "draft_plan",
        &json!({ "draft_id": draft_id, "risk_scenario": false }),
    )?;
    say(&format!(
        "\nSales {}, left after fees and cost {}.",
        text(&plan["sales"]),
        text(&plan["margin"])
    ));
    let submitted = caller.call(
        "draft_submit",
        &json!({ "draft_id": draft_id, "acknowledged": acknowledged }),
    )?;
    say(&format!(
        "Submitted {} products with {} SKUs.",
        submitted["products"], submitted["skus"]
    ));

    say("\nFiles:");
    for (name, format) in [
        ("registrations.csv", json!({ "kind": "csv" })),
        ("price_template.xlsx", json!({ "kind": "price_template" })),
        ("evidence.csv", json!({ "kind": "evidence" })),
    ] {
        let path = out.join(name);
        let request = json!({ "campaign_id": campaign_id, "format": format, "path": path });
        let written = caller.call("export_registrations", &request)?;
        say(&format!(
            "  {} ({} rows)",
            text(&written["path"]),
            written["rows"]
        ));
    }
    Ok(())
}

fn summary(summary: &Value) {
    let counts = &summary["counts"];
    say(&format!(
        "  {} products, {} SKUs, {} in order; {} findings refuse, {} warn",
        summary["products"],
        summary["skus"],
        summary["skus_in_order"],
        counts["block"],
        counts["warn"]
    ));
    for rule in rows(&counts["by_rule"]) {
        say(&format!(
            "  {:>5}  {} {}",
            rule["findings"],
            text(&rule["rule"]),
            text(&rule["title"])
        ));
    }
}

fn rows(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
