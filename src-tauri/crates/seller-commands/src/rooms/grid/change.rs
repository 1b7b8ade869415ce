//! Carrying out changes of a draft: in the file, then on the workbench.

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::progress::Running;
use crate::trouble::Trouble;
use crate::workbench::Workbench;
use seller_domain::{DraftId, ProductId, SkuId};
use seller_rulebook::finding::Edit;
use seller_store::draft_rows::{self, Cells, Place};
use seller_store::{Cellar, Summary, Tx, draft};
use std::collections::{HashMap, HashSet};

/// Stores new entries as one step of the history and checks their products again.
pub(super) fn store_cells(
    bench: &mut Workbench,
    cellar: &Cellar,
    context: &Context,
    summary: Summary,
    cells: &[Cells],
) -> Result<(), Trouble> {
    store_cells_and(bench, cellar, context, summary, cells, |_| Ok(()))
}

/// The same, with what else belongs to the step.
pub(super) fn store_cells_and(
    bench: &mut Workbench,
    cellar: &Cellar,
    context: &Context,
    summary: Summary,
    cells: &[Cells],
    beside: impl FnOnce(&Tx<'_>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let id = bench.draft.id.clone();
    let command = summary.key.clone();
    cellar.write(&command, summary, context.now, |tx| {
        draft_rows::set_cells(tx, &id, cells)?;
        beside(tx)
    })?;
    let revision = cellar.read(|view| view.revision())?;
    bench.take_cells(cells, revision);
    Ok(())
}

/// So many entries are stored between two looks at whether to stop.
const STEP: usize = 2_000;

/// Carries out the steps of repairs as one step of the history. With `running`, it says how far
/// it has come and can be stopped: then nothing was changed.
pub(super) fn carry_out(
    bench: &mut Workbench,
    cellar: &Cellar,
    context: &Context,
    summary: Summary,
    edits: &[Edit],
    running: Option<&Running<'_>>,
) -> Result<(), Trouble> {
    let steps = Steps::of(bench, edits);
    let id = bench.draft.id.clone();
    let command = summary.key.clone();
    cellar.write(&command, summary, context.now, |tx| {
        steps.store(tx, &id, running)
    })?;
    // Coupons change the terms of every order: the draft is loaded anew then.
    if steps.coupons.is_none() {
        let revision = cellar.read(|view| view.revision())?;
        bench.take_edits(edits, revision);
    }
    Ok(())
}

/// After a change that moved rows: works on the draft as it is stored now.
pub(super) fn with_bench<R>(
    desk: &Desk,
    context: &Context,
    id: &DraftId,
    work: impl FnOnce(&mut Workbench) -> R,
) -> Answer<R> {
    desk.at_bench(context, id, |bench, _| Ok(work(bench)))
}

/// Edits sorted by what they change.
#[derive(Default)]
struct Steps {
    cells: Vec<Cells>,
    left_out: Vec<Place>,
    removed: Vec<ProductId>,
    tiers: Vec<(ProductId, seller_domain::campaign::Tier)>,
    coupons: Option<Vec<seller_domain::CouponId>>,
}

impl Steps {
    fn of(bench: &Workbench, edits: &[Edit]) -> Self {
        let mut steps = Self::default();
        let mut by_sku: HashMap<SkuId, usize> = HashMap::new();
        for edit in edits {
            match edit {
                Edit::SetCampaignPrice { sku_id, to } => {
                    if let Some(cell) = steps.cell(bench, &mut by_sku, sku_id) {
                        cell.campaign_price = Some(Some(*to));
                    }
                }
                Edit::SetCampaignStock { sku_id, to } => {
                    if let Some(cell) = steps.cell(bench, &mut by_sku, sku_id) {
                        cell.campaign_stock = Some(Some(*to));
                    }
                }
                Edit::RaiseExtraDiscount { sku_id, to } => {
                    if let Some(cell) = steps.cell(bench, &mut by_sku, sku_id) {
                        cell.extra_discount = Some(Some(*to));
                    }
                }
                Edit::SetExtraDiscount { product_id, to } => {
                    for sku_id in skus_of(bench, product_id) {
                        if let Some(cell) = steps.cell(bench, &mut by_sku, &sku_id) {
                            cell.extra_discount = Some(*to);
                        }
                    }
                }
                Edit::SetTier { product_id, to } => steps.tiers.push((product_id.clone(), *to)),
                Edit::RemoveSku { sku_id } => steps.left_out.extend(place_of(bench, sku_id)),
                Edit::RemoveProduct { product_id } => steps.removed.push(product_id.clone()),
                Edit::RegisterCoupon { coupon_id } => {
                    let coupons = steps.coupons.get_or_insert(bench.draft.coupons.clone());
                    if !coupons.contains(coupon_id) {
                        coupons.push(coupon_id.clone());
                    }
                }
            }
        }
        steps.remove_emptied(bench);
        steps
    }

    fn cell<'a>(
        &'a mut self,
        bench: &Workbench,
        by_sku: &mut HashMap<SkuId, usize>,
        sku_id: &SkuId,
    ) -> Option<&'a mut Cells> {
        let index = match by_sku.get(sku_id) {
            Some(index) => *index,
            None => {
                self.cells.push(Cells::of(place_of(bench, sku_id)?));
                by_sku.insert(sku_id.clone(), self.cells.len() - 1);
                self.cells.len() - 1
            }
        };
        self.cells.get_mut(index)
    }

    /// A product whose last SKU goes, goes with it.
    fn remove_emptied(&mut self, bench: &Workbench) {
        let gone: HashSet<&SkuId> = self.left_out.iter().map(|place| &place.sku_id).collect();
        let touched: HashSet<&ProductId> = self
            .left_out
            .iter()
            .map(|place| &place.product_id)
            .collect();
        let emptied: Vec<ProductId> = bench
            .draft
            .products
            .iter()
            .filter(|product| touched.contains(&product.product_id))
            .filter(|product| product.skus.iter().all(|sku| gone.contains(&sku.sku_id)))
            .map(|product| product.product_id.clone())
            .collect();
        self.removed.extend(emptied);
    }

    fn store(
        &self,
        tx: &Tx<'_>,
        id: &DraftId,
        running: Option<&Running<'_>>,
    ) -> Result<(), Trouble> {
        for (done, cells) in self.cells.chunks(STEP).enumerate() {
            if let Some(running) = running {
                running.step("writing", done * STEP, Some(self.cells.len()))?;
            }
            draft_rows::set_cells(tx, id, cells)?;
        }
        draft_rows::include_skus(tx, id, &self.left_out, false)?;
        for (product_id, tier) in &self.tiers {
            draft_rows::set_tier(tx, id, std::slice::from_ref(product_id), *tier)?;
        }
        draft_rows::remove_products(tx, id, &self.removed)?;
        if let Some(coupons) = &self.coupons {
            draft::set_coupons(tx, id, coupons)?;
        }
        Ok(())
    }
}

/// Where a SKU of the draft is stored.
pub(super) fn place_of(bench: &Workbench, sku_id: &SkuId) -> Option<Place> {
    let (product, _) = bench.place(sku_id)?;
    let product_id = bench.draft.products[product].product_id.clone();
    Some(Place {
        product_id,
        sku_id: sku_id.clone(),
    })
}

fn skus_of(bench: &Workbench, product_id: &ProductId) -> Vec<SkuId> {
    let product = bench.product_place(product_id);
    product
        .map(|at| &bench.draft.products[at].skus)
        .into_iter()
        .flatten()
        .map(|sku| sku.sku_id.clone())
        .collect()
}
