//! The check as two lists for a spreadsheet: what passes, with its money, and what does not, with
//! the rules that refuse it. Unlike a submission it judges every SKU by itself: a SKU that is
//! refused only because of another one of its product (RG-12) stands among those that pass.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::{Trouble, file_answer};
use crate::wire::exports::{DraftExport, DraftExported};
use crate::workbench::{Workbench, count};
use seller_domain::fees::extra_discount_amount;
use seller_exchange::FileError;
use seller_exchange::atomic;
use seller_exchange::export::CsvTable;
use seller_planner::Scenario;
use seller_planner::profit::{FeeName, unit_economics};
use seller_rulebook::{Check, Finding};
use std::fmt::Write;
use std::fs::File;
use std::path::Path;

const ACCEPTED: [&str; 9] = [
    "product_id",
    "sku_id",
    "title",
    "campaign_price",
    "campaign_stock",
    "extra_discount_percent",
    "extra_discount",
    "campaign_service_fee",
    "left_before_other_fees",
];
const REFUSED: [&str; 4] = ["product_id", "sku_id", "title", "rules"];

pub(crate) fn draft_export(
    desk: &Desk,
    context: &Context,
    request: DraftExport,
) -> Answer<DraftExported> {
    desk.at_bench(context, &request.draft_id, |bench, _| {
        let mut refused = 0;
        let mut accepted = 0;
        write(&request.accepted, context, |target| {
            accepted = write_accepted(bench, target)?;
            Ok(())
        })?;
        write(&request.refused, context, |target| {
            refused = write_refused(bench, target)?;
            Ok(())
        })?;
        Ok(DraftExported {
            accepted: count(accepted),
            refused: count(refused),
        })
    })
}

fn write(
    path: &str,
    context: &Context,
    rows: impl FnOnce(&mut File) -> Result<(), FileError>,
) -> Result<(), Trouble> {
    let path = Path::new(path);
    atomic::write(path, rows).map_err(|error| file_answer(path, &error, context.language).into())
}

/// The findings that refuse a SKU for its own sake.
fn own_refusals(bench: &Workbench, product: usize, sku: usize) -> impl Iterator<Item = &Finding> {
    let of_siblings = |finding: &&Finding| {
        !finding
            .rule
            .checks
            .iter()
            .any(|check| matches!(check, Check::Siblings(_)))
    };
    bench
        .findings_at(product, sku)
        .filter(|finding| finding.blocks())
        .filter(of_siblings)
}

fn write_accepted(bench: &Workbench, target: &mut File) -> Result<usize, FileError> {
    let mut table = CsvTable::new(target, &ACCEPTED, bench.facts.shop.time_zone)?;
    let mut written = 0;
    for (product, entry) in bench.draft.products.iter().enumerate() {
        let title = title(bench, product);
        for (position, sku) in entry.skus.iter().enumerate() {
            if own_refusals(bench, product, position).next().is_some() {
                continue;
            }
            let Some(price) = sku.campaign_price else {
                continue;
            };
            let discount = extra_discount_amount(price, sku.extra_discount);
            let fee = bench
                .known(product, position)
                .zip(bench.terms.as_ref().ok())
                .and_then(|(known, terms)| {
                    let extra = sku.extra_discount;
                    let unit =
                        unit_economics(&known.sku, price, extra, terms, Scenario::EXPECTED).ok()?;
                    let service = unit
                        .fees
                        .iter()
                        .find(|fee| fee.name == FeeName::CampaignService)?;
                    Some((service.amount, unit.unit_cost))
                });
            let left = fee.and_then(|(fee, cost)| Some(price - discount - fee - cost?));
            table
                .text(entry.product_id.as_str())
                .text(sku.sku_id.as_str())
                .text(title)
                .money(Some(price))
                .number(sku.campaign_stock)
                .percent(sku.extra_discount)
                .money(Some(discount))
                .money(fee.map(|(fee, _)| fee))
                .money(left);
            table.end_row()?;
            written += 1;
        }
    }
    table.finish()?;
    Ok(written)
}

fn write_refused(bench: &Workbench, target: &mut File) -> Result<usize, FileError> {
    let mut table = CsvTable::new(target, &REFUSED, bench.facts.shop.time_zone)?;
    let mut written = 0;
    let mut rules = String::new();
    for (product, entry) in bench.draft.products.iter().enumerate() {
        let title = title(bench, product);
        for (position, sku) in entry.skus.iter().enumerate() {
            rules.clear();
            for finding in own_refusals(bench, product, position) {
                if !rules.is_empty() {
                    rules.push('|');
                }
                rules.push_str(finding.rule.id);
                if !finding.fault.variant.is_empty() {
                    // Writing to a text cannot fail.
                    let _ = write!(rules, ":{}", finding.fault.variant);
                }
            }
            if rules.is_empty() {
                continue;
            }
            table
                .text(entry.product_id.as_str())
                .text(sku.sku_id.as_str())
                .text(title)
                .text(&rules);
            table.end_row()?;
            written += 1;
        }
    }
    table.finish()?;
    Ok(written)
}

fn title(bench: &Workbench, product: usize) -> &str {
    let id = &bench.draft.products[product].product_id;
    bench
        .facts
        .products
        .get(id)
        .map_or("", |known| known.product.title.as_str())
}
