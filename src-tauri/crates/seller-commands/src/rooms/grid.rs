//! The price grid: rows, edits, strategies, repair, review, submit.

mod cells;
mod change;
mod export;
mod fill;
pub(crate) mod lists;
mod plan;
mod repair;
pub(crate) mod submit;

pub(crate) use cells::{draft_apply_edits, draft_edit_cells, draft_extra_discount};
pub(crate) use export::draft_export;
pub(crate) use fill::draft_fill;
pub(crate) use plan::draft_plan;
pub(crate) use repair::draft_repair;
pub(crate) use submit::{draft_submit, planned};

use crate::context::Context;
use crate::desk::Desk;
use crate::error::{Answer, CommandError};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::common::{FindingView, Page, Window};
use crate::wire::drafts::{
    DraftFindings, DraftGet, DraftRowDetail, DraftRowGet, DraftRows, DraftSummary, GridRows,
};
use crate::workbench::{Workbench, count, unit_lines};
use seller_domain::SkuId;
use seller_store::platform_reason;

/// So many rows travel at once.
const MOST_ROWS: u32 = 500;

pub(crate) fn draft_rows(desk: &Desk, context: &Context, request: DraftRows) -> Answer<GridRows> {
    desk.at_bench(context, &request.draft_id, |bench, _| {
        let rows = bench.rows(&request.filter);
        let mut views = Views::new(context.scribe(&bench.facts.shop));
        let window = window_of(&rows, request.window);
        Ok(GridRows {
            total: count(rows.len()),
            rows: window
                .iter()
                .map(|&(product, sku)| bench.row(product as usize, sku as usize, &mut views))
                .collect(),
        })
    })
}

/// The part of a list that a window shows.
fn window_of<T>(list: &[T], window: Window) -> &[T] {
    let start = (window.offset as usize).min(list.len());
    let end = start
        .saturating_add(window.limit.min(MOST_ROWS) as usize)
        .min(list.len());
    &list[start..end]
}

pub(crate) fn draft_row(
    desk: &Desk,
    context: &Context,
    request: DraftRowGet,
) -> Answer<DraftRowDetail> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let (product, sku) = place(bench, &request.sku_id, context)?;
        let mut views = Views::new(context.scribe(&bench.facts.shop));
        let known = bench.known(product, sku);
        let entry = &bench.draft.products[product];
        let reasons = cellar.read::<_, Trouble>(|view| {
            let campaign = &bench.draft.campaign_id;
            Ok(platform_reason::of_product(
                view,
                campaign,
                &entry.product_id,
            )?)
        })?;
        Ok(DraftRowDetail {
            row: bench.row(product, sku, &mut views),
            findings: views.findings(bench.findings_at(product, sku)),
            fees: bench
                .economics(product, sku)
                .map(|unit| unit_lines(&unit, context))
                .unwrap_or_default(),
            platform_reasons: reasons
                .into_iter()
                .filter(|reason| {
                    reason
                        .sku_id
                        .as_ref()
                        .is_none_or(|id| *id == request.sku_id)
                })
                .map(|reason| reason.reason)
                .collect(),
            history: known.map(|known| known.history.clone()).unwrap_or_default(),
            look_back: bench.setting().look_back.map(|(_, window)| window),
        })
    })
}

fn place(
    bench: &Workbench,
    sku_id: &SkuId,
    context: &Context,
) -> Result<(usize, usize), CommandError> {
    bench
        .place(sku_id)
        .ok_or_else(|| CommandError::not_found("SKU in this draft", sku_id, context.language))
}

pub(crate) fn draft_check(
    desk: &Desk,
    context: &Context,
    request: DraftGet,
) -> Answer<DraftSummary> {
    desk.at_bench(context, &request.draft_id, |bench, _| {
        Ok(bench.summary(context))
    })
}

pub(crate) fn draft_findings(
    desk: &Desk,
    context: &Context,
    request: DraftFindings,
) -> Answer<Page<FindingView>> {
    desk.at_bench(context, &request.draft_id, |bench, _| {
        let rows = bench.rows(&request.filter);
        let mut found = Vec::new();
        let mut products_seen = None;
        for &(product, sku) in rows.iter() {
            let first_of_product = products_seen != Some(product);
            products_seen = Some(product);
            let at = bench.findings_at(product as usize, sku as usize);
            // A finding about the product as a whole is shown once.
            found.extend(at.filter(|finding| {
                (finding.place.sku_id.is_some() || first_of_product)
                    && request.filter.takes(finding)
            }));
        }
        let mut views = Views::new(context.scribe(&bench.facts.shop));
        let shown = window_of(&found, request.window);
        Ok(Page {
            total: count(found.len()),
            rows: views.findings(shown.iter().copied()),
        })
    })
}
