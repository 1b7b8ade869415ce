//! Repairing findings in bulk.

use super::change::{carry_out, with_bench};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::views::known_rule;
use crate::wire::drafts::{DraftRepair, FillSample, LeftCount, Repaired, RowFilter};
use crate::workbench::{Workbench, count};
use seller_domain::SkuId;
use seller_planner::repair::WhyNot;
use seller_planner::{RepairChoice, RepairPlan, plan_repair};
use seller_rulebook::finding::Edit;
use seller_rulebook::message::money_text;
use seller_store::Summary;
use serde_json::json;
use std::collections::{BTreeMap, HashSet};

/// So many steps are shown.
const SAMPLES: usize = 8;

pub(crate) fn draft_repair(
    desk: &Desk,
    context: &Context,
    request: DraftRepair,
) -> Answer<Repaired> {
    if let Some(unknown) = request.rules.iter().find(|id| known_rule(id).is_none()) {
        return Err(CommandError::not_found("rule", unknown, context.language));
    }
    let running = desk.job.begin(context, "draft_repair", "comparing");
    let mut repaired = desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let choice = choice(bench, &request);
        let plan = plan_repair(&bench.draft, &bench.facts, &bench.review, &choice);
        let repaired = repaired(bench, context, &plan);
        if !request.preview && !plan.edits.is_empty() {
            let summary = Summary::with("draft_repair", json!({ "edits": plan.edits.len() }));
            running.step("writing", 0, Some(plan.edits.len()))?;
            carry_out(bench, cellar, context, summary, &plan.edits, Some(&running))?;
        }
        Ok(repaired)
    })?;
    if !request.preview {
        let summary = with_bench(desk, context, &request.draft_id, |bench| {
            bench.summary(context)
        })?;
        repaired.summary = Some(summary);
    }
    Ok(repaired)
}

fn choice(bench: &mut Workbench, request: &DraftRepair) -> RepairChoice {
    let mut choice = RepairChoice::all().leaving_out();
    if !request.rules.is_empty() {
        choice.rules = Some(request.rules.iter().cloned().collect());
    }
    if request.filter != RowFilter::default() {
        let rows = bench.rows(&request.filter);
        let skus: HashSet<SkuId> = rows
            .iter()
            .map(|&(product, sku)| {
                bench.draft.products[product as usize].skus[sku as usize]
                    .sku_id
                    .clone()
            })
            .collect();
        choice.sku_ids = Some(skus);
    }
    choice
}

fn repaired(bench: &Workbench, context: &Context, plan: &RepairPlan) -> Repaired {
    let mut left: BTreeMap<String, u32> = BTreeMap::new();
    for stays in &plan.stays {
        let id = stays.finding.rule.id;
        let reason = match &stays.why {
            WhyNot::NoRepair => context.say(
                format!("{id}: you have to decide; there is no repair inside the registration."),
                format!("{id}：需要您自行决定，报名内无法修复。"),
            ),
            WhyNot::OnlyByLeavingOut => context.say(
                format!("{id}: only leaving it out would help."),
                format!("{id}：只有不报名才能解决。"),
            ),
            WhyNot::WouldBreak { rules } => {
                let rules = rules.iter().copied().collect::<Vec<_>>().join(", ");
                context.say(
                    format!("{id}: the repair would break {rules}."),
                    format!("{id}：修复会违反 {rules}。"),
                )
            }
            WhyNot::NotCleared => context.say(
                format!("{id}: the repair does not clear it."),
                format!("{id}：修复后仍然存在。"),
            ),
        };
        *left.entry(reason).or_default() += 1;
    }
    Repaired {
        edits: count(plan.edits.len()),
        cleared: count(plan.cleared()),
        left: left
            .into_iter()
            .map(|(reason, rows)| LeftCount { reason, rows })
            .collect(),
        samples: plan
            .edits
            .iter()
            .filter_map(|edit| sample(bench, context, edit))
            .take(SAMPLES)
            .collect(),
        summary: None,
    }
}

fn sample(bench: &Workbench, context: &Context, edit: &Edit) -> Option<FillSample> {
    let (sku_id, after) = match edit {
        Edit::SetCampaignPrice { sku_id, to } => (sku_id, Some(money_text(*to))),
        Edit::SetCampaignStock { sku_id, to } => (sku_id, Some(to.normalize().to_string())),
        Edit::RaiseExtraDiscount { sku_id, to } => (sku_id, Some(format!("{to} %"))),
        Edit::RemoveSku { sku_id } => (sku_id, Some(context.say("left out", "不报名"))),
        Edit::SetExtraDiscount { .. }
        | Edit::SetTier { .. }
        | Edit::RemoveProduct { .. }
        | Edit::RegisterCoupon { .. } => return None,
    };
    let (product, sku) = bench.place(sku_id)?;
    let entry = &bench.draft.products[product];
    let cell = &entry.skus[sku];
    let before = match edit {
        Edit::SetCampaignStock { .. } => cell
            .campaign_stock
            .map(|stock| stock.normalize().to_string()),
        Edit::RaiseExtraDiscount { .. } => cell.extra_discount.map(|extra| format!("{extra} %")),
        _ => cell.campaign_price.map(money_text),
    };
    let known = bench.facts.products.get(&entry.product_id);
    Some(FillSample {
        sku_id: sku_id.clone(),
        title: known
            .map(|known| known.product.title.clone())
            .unwrap_or_default(),
        before,
        after,
    })
}
