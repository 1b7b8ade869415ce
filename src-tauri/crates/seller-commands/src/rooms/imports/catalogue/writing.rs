//! Writing what catalogue files bring.

use super::super::content::{STEP, Scene};
use super::super::preview::Judged;
use super::{Catalogue, low_record};
use crate::progress::Running;
use crate::rooms::products::registered::set_sku_errors;
use crate::trouble::Trouble;
use crate::wire::imports::RowFate;
use seller_domain::catalogue::ProductStatus;
use seller_domain::{Money, SkuId};
use seller_store::catalogue::{self, ProductRow};
use seller_store::price_record::Keeping;
use seller_store::{Tx, sku};

impl Catalogue {
    /// Writes what is new or changes.
    pub fn write(
        &self,
        tx: &Tx<'_>,
        scene: &Scene,
        judged: &Judged,
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
        let mut batch: Vec<ProductRow> = Vec::with_capacity(STEP);
        for (at, row) in self.products.iter().enumerate() {
            if at % STEP == 0 {
                catalogue::apply(tx, &batch)?;
                batch.clear();
                running.step("writing", at, Some(self.products.len()))?;
            }
            if !wanted[at].contains(&true) {
                continue;
            }
            let mut row = row.clone();
            let mut keep = wanted[at].iter();
            row.skus.retain(|_| keep.next().copied().unwrap_or(false));
            if row.status.is_none()
                && self.status_unsaid[at]
                && seller_store::product::find(tx, &row.id)?.is_none()
            {
                row.status = Some(ProductStatus::Active);
            }
            batch.push(row);
        }
        catalogue::apply(tx, &batch)?;
        for gone in judged.gone.chunks(STEP) {
            running.step("writing", self.products.len(), Some(self.products.len()))?;
            let ids: Vec<SkuId> = gone.iter().map(|gone| gone.sku.id.clone()).collect();
            sku::mark_removed(tx, &ids)?;
        }
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
        let mut places: Vec<&(u32, u32)> = self.lows.keys().collect();
        places.sort_unstable();
        // All lows of an import are of one kind and time.
        let alike = low_record(Money::zero(scene.shop.currency), scene);
        let mut keeping = Keeping::over(tx, &alike)?;
        for (done, (product, at)) in places.iter().enumerate() {
            if done.is_multiple_of(STEP) {
                running.step("writing", done, Some(places.len()))?;
            }
            if !wanted[*product as usize][*at as usize] {
                continue;
            }
            if let Some(low) = self.low_price(*product, *at) {
                let row = &self.products[*product as usize];
                keeping.put(&row.id, &row.skus[*at as usize].id, low)?;
            }
        }
        Ok(())
    }
}
