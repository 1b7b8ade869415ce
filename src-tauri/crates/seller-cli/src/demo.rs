//! The main job on the sample shop, for machines without a display.

use crate::call::{Caller, Failure, say};
use seller_commands::{Clock, Desk, Language};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Two products that the sample shop does not have.
const CATALOGUE: &str = "\
product_id,sku_id,title,category,variation,retail_price,stock,unit_cost
1729400000000000001,1729400000000000011,\"Enamel Kettle, 1.5 L\",Kitchenware (600024),Cream,39.00,60,13.50
1729400000000000001,1729400000000000012,\"Enamel Kettle, 1.5 L\",Kitchenware (600024),Forest,39.00,45,13.50
1729400000000000002,1729400000000000021,Linen Tea Towel,Kitchenware (600024),,12.00,200,3.10
";
const IMPORTED: [&str; 2] = ["1729400000000000001", "1729400000000000002"];

/// Runs the main job on a fresh sample shop in `out`: campaigns with their
/// eligibility, a catalogue import, prices by a strategy, the draft's findings,
/// bulk repair, submission, exported files.
pub fn run(out: &Path, clock: Arc<dyn Clock>, language: Language) -> Result<(), Failure> {
    let desk = Desk::in_folder(fresh_folder(out)?, clock);
    let caller = Caller::new(&desk, language);
    let state = caller.call("sample_open", &json!({}))?;
    let shop = text(&state["shop"]["name"]);
    say(&caller.told(format!("Shop: {shop}"), format!("店铺：{shop}")));

    let campaigns = caller.call("campaign_list", &json!({}))?;
    say(&caller.told("\nCampaigns:", "\n活动："));
    for campaign in rows(&campaigns["campaigns"]) {
        let (name, eligibility) = (text(&campaign["name"]), text(&campaign["eligibility"]));
        let because = campaign["ineligible_because"].as_str();
        let because = because.map_or_else(String::new, |reason| format!(": {reason}"));
        say(&format!("  {name} ({eligibility}){because}"));
    }

    let drafts = caller.call("draft_list", &json!({}))?;
    let Some(draft) = rows(&drafts["drafts"]).next() else {
        return Err(Failure::usage(caller.told(
            "the sample shop has no draft; remove the folder and try again",
            "示例店铺没有草稿；请删除该文件夹后重试",
        )));
    };
    let (draft_id, campaign_id) = (&draft["id"], &draft["campaign_id"]);
    import(&caller, out)?;
    bring_in(&caller, draft_id)?;
    let name = text(&draft["campaign_name"]);
    say(&caller.told(
        format!("\nDraft for {name}:"),
        format!("\n“{name}”的草稿："),
    ));
    summary(
        &caller,
        &caller.call("draft_check", &json!({ "draft_id": draft_id }))?,
    );

    let no_filter =
        json!({ "search": "", "rule": null, "field": null, "grade": null, "thin_margin": false });
    let repaired = caller.call(
        "draft_repair",
        &json!({ "draft_id": draft_id, "rules": [], "filter": no_filter, "preview": false }),
    )?;
    let (edits, cleared) = (&repaired["edits"], &repaired["cleared"]);
    say(&caller.told(
        format!("\nBulk repair: {edits} steps clear {cleared} findings."),
        format!("\n批量修复：{edits} 个步骤解决 {cleared} 个问题。"),
    ));
    summary(&caller, &repaired["summary"]);

    let acknowledged: Vec<&str> = rows(&repaired["summary"]["counts"]["by_rule"])
        .filter(|rule| rule["grade"] == "warn")
        .filter_map(|rule| rule["rule"].as_str())
        .collect();
    let plan = caller.call(
        "draft_plan",
        &json!({ "draft_id": draft_id, "risk_scenario": false }),
    )?;
    let sales = text(&plan["sales"]);
    let unknown = caller.told(
        "unknown, because no unit cost is known",
        "未知，因为没有成本",
    );
    let margin = plan["margin"].as_str().unwrap_or(&unknown);
    say(&caller.told(
        format!("\nSales {sales}, left after fees and cost {margin}."),
        format!("\n销售额 {sales}，扣除费用和成本后剩余 {margin}。"),
    ));
    let submitted = caller.call(
        "draft_submit",
        &json!({ "draft_id": draft_id, "acknowledged": acknowledged }),
    )?;
    let (products, skus) = (&submitted["products"], &submitted["skus"]);
    say(&caller.told(
        format!("Submitted {products} products with {skus} SKUs."),
        format!("已提交 {products} 个商品、{skus} 个 SKU。"),
    ));

    say(&caller.told("\nFiles:", "\n文件："));
    for (name, format) in [
        ("registrations.csv", json!({ "kind": "csv" })),
        ("price_template.xlsx", json!({ "kind": "price_template" })),
        ("evidence.csv", json!({ "kind": "evidence" })),
    ] {
        let path = out.join(name);
        let request = json!({ "campaign_id": campaign_id, "format": format, "path": path });
        let written = caller.call("export_registrations", &request)?;
        let (path, rows) = (text(&written["path"]), &written["rows"]);
        say(&caller.told(
            format!("  {path} ({rows} rows)"),
            format!("  {path}（{rows} 行）"),
        ));
    }
    Ok(())
}

/// A folder for the shop alone: what an earlier demonstration left of it goes.
fn fresh_folder(out: &Path) -> Result<PathBuf, Failure> {
    let folder = out.join("sample-shop");
    let made = match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => fs::create_dir_all(&folder),
    };
    made.map_err(|error| Failure::usage(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// Brings a catalogue file into the shop, as a seller would: a look at what it changes, then all of it.
fn import(caller: &Caller<'_>, out: &Path) -> Result<(), Failure> {
    let path = out.join("catalogue.csv");
    fs::write(&path, CATALOGUE)
        .map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
    let request = json!({ "paths": [path], "target": { "kind": "catalogue" } });
    let preview = caller.call("import_open", &request)?;
    let counts = &preview["counts"];
    let (new, changed, refused) = (&counts["new"], &counts["changed"], &counts["refused"]);
    let file = path.display();
    say(&caller.told(
        format!("\nImport of {file}: {new} new SKUs, {changed} changed, {refused} refused."),
        format!("\n导入 {file}：新增 {new} 个 SKU，更改 {changed} 个，拒绝 {refused} 个。"),
    ));
    let request = json!({ "import_id": preview["import_id"], "acknowledged": [] });
    caller.call("import_apply", &request)?;
    Ok(())
}

/// Brings the imported products into the draft, just under what the rules allow.
fn bring_in(caller: &Caller<'_>, draft: &Value) -> Result<(), Failure> {
    let choice = json!({ "kind": "ids", "product_ids": IMPORTED });
    caller.call(
        "draft_products",
        &json!({ "draft_id": draft, "choice": choice, "include": true }),
    )?;
    for product in IMPORTED {
        let filter = json!({ "search": product, "rule": null, "field": null, "grade": null,
            "thin_margin": false });
        for strategy in [
            json!({ "kind": "at_ceiling" }),
            json!({ "kind": "stock", "units": 10 }),
        ] {
            let request = json!({ "draft_id": draft, "filter": filter, "strategy": strategy,
                "rounding": { "kind": "minor_unit" }, "only_empty": false, "fit": false, "preview": false });
            caller.call("draft_fill", &request)?;
        }
    }
    Ok(())
}

fn summary(caller: &Caller<'_>, summary: &Value) {
    let counts = &summary["counts"];
    let (products, skus) = (&summary["products"], &summary["skus"]);
    let (in_order, block, warn) = (&summary["skus_in_order"], &counts["block"], &counts["warn"]);
    say(&caller.told(
        format!("  {products} products, {skus} SKUs, {in_order} in order; {block} findings refuse, {warn} warn"),
        format!("  {products} 个商品、{skus} 个 SKU，其中 {in_order} 个无误；{block} 个问题须修正，{warn} 个提醒"),
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
