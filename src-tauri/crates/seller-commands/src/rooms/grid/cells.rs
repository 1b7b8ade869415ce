//! Editing cells as typed or pasted.

use super::change::{carry_out, place_of, store_cells, with_bench};
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::drafts::{
    CellEdit, CellsEdited, DraftApplyEdits, DraftCells, DraftChanged, DraftExtra, GridColumn,
    GridRow, UnreadCell,
};
use crate::workbench::{Workbench, count};
use seller_domain::money::parse_decimal;
use seller_domain::{Currency, Money, Percent, ProductId, SkuId};
use seller_rulebook::finding::Edit;
use seller_rulebook::message::money_sign;
use seller_store::Summary;
use seller_store::draft_rows::Cells;
use serde_json::json;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many rows travel back with an edit; the grid asks for the others.
const MOST_ROWS: usize = 500;

pub(crate) fn draft_edit_cells(
    desk: &Desk,
    context: &Context,
    request: DraftCells,
) -> Answer<CellsEdited> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let (cells, unread) = read_cells(bench, context, request.cells);
        if !cells.is_empty() {
            let summary = Summary::with("draft_edit_cells", json!({ "cells": cells.len() }));
            store_cells(bench, cellar, context, summary, &cells)?;
        }
        let touched: Vec<&SkuId> = cells.iter().map(|cell| &cell.place.sku_id).collect();
        Ok(CellsEdited {
            rows: rows_of_products(bench, context, &touched),
            unread,
            summary: bench.summary(context),
        })
    })
}

/// What the texts say; of several for one cell the last one counts.
fn read_cells(
    bench: &Workbench,
    context: &Context,
    edits: Vec<CellEdit>,
) -> (Vec<Cells>, Vec<UnreadCell>) {
    let currency = bench.facts.shop.currency;
    let mut cells: Vec<Cells> = Vec::new();
    let mut by_sku: HashMap<SkuId, usize> = HashMap::new();
    let mut unread = Vec::new();
    for edit in edits {
        let Some(place) = place_of(bench, &edit.sku_id) else {
            let reason = context.say("This SKU is not in the draft.", "该 SKU 不在此草稿中。");
            unread.push(unread_cell(edit, reason));
            continue;
        };
        let index = *by_sku.entry(edit.sku_id.clone()).or_insert_with(|| {
            cells.push(Cells::of(place));
            cells.len() - 1
        });
        if let Err(reason) = read_cell(&mut cells[index], &edit, currency, context) {
            unread.push(unread_cell(edit, reason));
        }
    }
    cells.retain(|cell| {
        cell.campaign_price.is_some()
            || cell.campaign_stock.is_some()
            || cell.extra_discount.is_some()
    });
    (cells, unread)
}

fn read_cell(
    cell: &mut Cells,
    edit: &CellEdit,
    currency: Currency,
    context: &Context,
) -> Result<(), String> {
    let text = edit.text.trim();
    let blank = text.is_empty();
    let shown: String = text.chars().take(40).collect();
    match edit.column {
        GridColumn::CampaignPrice => {
            let price = (!blank).then(|| Money::parse(without_sign(text, currency), currency));
            cell.campaign_price = Some(price.transpose().map_err(|why| {
                context.say(
                    format!("{why}."),
                    format!("无法读取价格“{shown}”，请填写如 19.99 的数字。"),
                )
            })?);
        }
        GridColumn::CampaignStock => {
            let stock = (!blank).then(|| parse_decimal(text));
            cell.campaign_stock = Some(stock.transpose().map_err(|why| {
                context.say(
                    format!("{why}."),
                    format!("无法读取库存“{shown}”，请填写整数。"),
                )
            })?);
        }
        GridColumn::ExtraDiscount => {
            let extra = (!blank).then(|| Percent::parse(text));
            cell.extra_discount = Some(extra.transpose().map_err(|why| {
                context.say(
                    format!("{why}."),
                    format!("无法读取折扣“{shown}”，请填写如 5 的百分数。"),
                )
            })?);
        }
    }
    Ok(())
}

/// A price as people paste it may carry the shop's currency in front or behind.
fn without_sign(text: &str, currency: Currency) -> &str {
    let bare = text.strip_prefix(money_sign(currency)).unwrap_or(text);
    let bare = bare.strip_prefix(currency.code()).unwrap_or(bare);
    bare.strip_suffix(currency.code()).unwrap_or(bare).trim()
}

fn unread_cell(edit: CellEdit, reason: String) -> UnreadCell {
    UnreadCell {
        sku_id: edit.sku_id,
        column: edit.column,
        text: edit.text,
        reason,
    }
}

/// The rows of every product that one of the SKUs belongs to: its siblings' verdicts change with it.
fn rows_of_products(bench: &Workbench, context: &Context, skus: &[&SkuId]) -> Vec<GridRow> {
    let products: BTreeSet<usize> = skus
        .iter()
        .filter_map(|sku_id| bench.place(sku_id))
        .map(|(product, _)| product)
        .collect();
    let mut views = Views::new(context.scribe(&bench.facts.shop));
    let places = products.into_iter().flat_map(|product| {
        (0..bench.draft.products[product].skus.len()).map(move |sku| (product, sku))
    });
    places
        .take(MOST_ROWS)
        .map(|(product, sku)| bench.row(product, sku, &mut views))
        .collect()
}

pub(crate) fn draft_apply_edits(
    desk: &Desk,
    context: &Context,
    request: DraftApplyEdits,
) -> Answer<CellsEdited> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let summary = Summary::new("draft_apply_edits");
        carry_out(bench, cellar, context, summary, &request.edits, None)
    })?;
    with_bench(desk, context, &request.draft_id, |bench| {
        let skus: Vec<SkuId> = touched_skus(bench, &request.edits);
        let skus: Vec<&SkuId> = skus.iter().collect();
        CellsEdited {
            rows: rows_of_products(bench, context, &skus),
            unread: Vec::new(),
            summary: bench.summary(context),
        }
    })
}

fn touched_skus(bench: &Workbench, edits: &[Edit]) -> Vec<SkuId> {
    let mut skus = Vec::new();
    for edit in edits {
        match edit {
            Edit::SetCampaignPrice { sku_id, .. }
            | Edit::SetCampaignStock { sku_id, .. }
            | Edit::RaiseExtraDiscount { sku_id, .. }
            | Edit::RemoveSku { sku_id } => skus.push(sku_id.clone()),
            Edit::SetExtraDiscount { product_id, .. } | Edit::SetTier { product_id, .. } => {
                skus.extend(first_sku(bench, product_id));
            }
            Edit::RemoveProduct { .. } | Edit::RegisterCoupon { .. } => {}
        }
    }
    skus
}

fn first_sku(bench: &Workbench, product_id: &ProductId) -> Option<SkuId> {
    let product = &bench.draft.products[bench.product_place(product_id)?];
    product.skus.first().map(|sku| sku.sku_id.clone())
}

pub(crate) fn draft_extra_discount(
    desk: &Desk,
    context: &Context,
    request: DraftExtra,
) -> Answer<DraftChanged> {
    desk.at_bench(context, &request.draft_id, |bench, cellar| {
        let wanted: Option<HashSet<&ProductId>> =
            request.product_ids.as_ref().map(|ids| ids.iter().collect());
        let mut cells = Vec::new();
        let mut products = 0;
        for product in &bench.draft.products {
            if wanted
                .as_ref()
                .is_some_and(|wanted| !wanted.contains(&product.product_id))
            {
                continue;
            }
            products += 1;
            for sku in &product.skus {
                if sku.extra_discount != request.extra_discount
                    && let Some(place) = place_of(bench, &sku.sku_id)
                {
                    let mut cell = Cells::of(place);
                    cell.extra_discount = Some(request.extra_discount);
                    cells.push(cell);
                }
            }
        }
        if !cells.is_empty() {
            let summary = Summary::with("draft_extra_discount", json!({ "products": products }));
            store_cells(bench, cellar, context, summary, &cells)?;
        }
        Ok::<_, Trouble>(DraftChanged {
            changed: count(products),
            summary: bench.summary(context),
        })
    })
}
