//! Writing what catalogue files bring.

use super::super::content::{STEP, Scene};
use super::super::preview::Judged;
use super::{Catalogue, low_record};
use crate::progress::Running;
use crate::rooms::products::registered::{Registered, set_sku_errors};
use crate::trouble::Trouble;
use crate::views::Views;
use crate::wire::imports::RowFate;
use seller_domain::catalogue::{CatalogueChange, ProductRow};
use seller_domain::{Money, SkuId};
use seller_rulebook::accepted::Acknowledged;
use seller_store::price_record::Keeping;
use seller_store::{Tx, catalogue};
use std::borrow::Cow;

impl Catalogue {
    /// Writes what is new or changes, each product checked once more beside the places it holds.
    pub fn write(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        judged: &Judged,
        (registered, acknowledged): (&Registered, &Acknowledged),
        running: &Running<'_>,
    ) -> Result<u32, Trouble> {
        let mut wanted: Vec<Vec<bool>> = self
            .products
            .iter()
            .map(|product| vec![false; product.skus.len()])
            .collect();
        for (line, fate) in self.lines.iter().zip(&judged.fates) {
            wanted[line.product as usize][line.sku as usize] |=
                matches!(fate, RowFate::New | RowFate::Changed);
        }
        let mut gone = judged.gone.iter().peekable();
        let mut batch = Vec::with_capacity(STEP);
        for (at, row) in self.products.iter().enumerate() {
            if at % STEP == 0 {
                catalogue::apply(tx, &batch)?;
                batch.clear();
                running.step("writing", at, Some(self.products.len()))?;
            }
            let of_it = std::iter::from_fn(|| gone.next_if(|gone| gone.product as usize == at));
            let gone: Vec<SkuId> = of_it.map(|gone| gone.sku.id.clone()).collect();
            let change = match restricted(row, &wanted[at]) {
                Some(row) => CatalogueChange { row, gone },
                None if gone.is_empty() => continue,
                None => CatalogueChange::gone(row.id.clone(), gone),
            };
            let accepted = registered.accept(tx, change, acknowledged)?;
            batch.push(accepted.map_err(|refused| {
                Views::new(scene.context.scribe(&scene.shop)).refused(&refused)
            })?);
        }
        catalogue::apply(tx, &batch)?;
        self.write_lows(tx, scene, &wanted, running)?;
        set_sku_errors(tx, &judged.errors)
    }

    fn write_lows(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        wanted: &[Vec<bool>],
        running: &Running<'_>,
    ) -> Result<(), Trouble> {
        // All lows of an import are of one kind and time.
        let alike = low_record(Money::zero(scene.shop.currency), scene);
        let mut keeping = Keeping::over(tx, &alike)?;
        for (product, row) in self.products.iter().enumerate() {
            if product.is_multiple_of(STEP) {
                running.step("writing", product, Some(self.products.len()))?;
            }
            for (at, sku) in row.skus.iter().enumerate() {
                if wanted[product][at]
                    && let Some(low) = self.low_price(product as u32, at as u32)
                {
                    keeping.put(&row.id, &sku.id, low)?;
                }
            }
        }
        Ok(())
    }
}

/// A row with the SKUs that are wanted; none where none is.
fn restricted<'r>(row: &'r ProductRow, wanted: &[bool]) -> Option<Cow<'r, ProductRow>> {
    if !wanted.contains(&true) {
        return None;
    }
    if !wanted.contains(&false) {
        return Some(Cow::Borrowed(row));
    }
    let mut row = row.clone();
    let mut keep = wanted.iter();
    row.skus.retain(|_| keep.next().copied().unwrap_or(false));
    Some(Cow::Owned(row))
}
