//! What every row of catalogue files would do to what is held.

use super::super::content::{STEP, Scene};
use super::super::file::SourceFile;
use super::super::preview::{Gone, Judged};
use super::Catalogue;
use crate::progress::Running;
use crate::rooms::products::registered::Registered;
use crate::trouble::Trouble;
use crate::wire::imports::RowFate;
use seller_domain::SkuId;
use seller_domain::catalogue::{CatalogueChange, Product, ProductRow, Sku};
use seller_rulebook::Grade;
use seller_store::catalogue::{self, Compared, Standing};
use seller_store::price_record::{self, Recorded};
use seller_store::{View, sku};
use std::borrow::Cow;
use std::collections::HashSet;

impl Catalogue {
    /// What every row would do.
    pub fn judge(
        &self,
        view: &View<'_>,
        scene: &Scene,
        _: &[SourceFile],
        running: &Running<'_>,
    ) -> Result<Judged, Trouble> {
        let registered = Registered::load(view, scene.context.now, scene.shop.time_zone)?;
        self.judge_beside(view, scene, &registered, running)
    }

    /// What every row would do, beside the places that products hold.
    pub fn judge_beside(
        &self,
        view: &View<'_>,
        scene: &Scene,
        registered: &Registered,
        running: &Running<'_>,
    ) -> Result<Judged, Trouble> {
        let mut judged = Judged {
            revision: view.revision()?,
            ..Judged::default()
        };
        let mut listed = None;
        // The fates of the SKUs, product by product.
        let mut fates: Vec<Vec<RowFate>> = Vec::with_capacity(self.products.len());
        for (chunk_at, chunk) in self.products.chunks(STEP).enumerate() {
            let first = chunk_at * STEP;
            running.step("comparing", first, Some(self.products.len()))?;
            let compared = catalogue::compare(view, chunk)?;
            for (at, (row, compared)) in chunk.iter().zip(&compared).enumerate() {
                let product = (first + at) as u32;
                let gone = self.gone(product, compared, &mut listed);
                if registered.has(&row.id) {
                    let case = (row, compared, &gone[..]);
                    self.review(view, case, registered, &mut judged)?;
                }
                if !judged.kept_as_they_are.contains(&row.id) {
                    let gone = gone.into_iter();
                    judged.gone.extend(gone.map(|sku| Gone { product, sku }));
                }
                fates.push(self.fates(view, scene, product, compared, &judged)?);
            }
        }
        judged.fates = self
            .lines
            .iter()
            .map(|line| fates[line.product as usize][line.sku as usize])
            .collect();
        judged.count(self.refusals.total);
        Ok(judged)
    }

    fn fates(
        &self,
        view: &View<'_>,
        scene: &Scene,
        product: u32,
        compared: &Compared,
        judged: &Judged,
    ) -> Result<Vec<RowFate>, Trouble> {
        let row = &self.products[product as usize];
        let refused = matches!(compared.product, Standing::Incomplete { .. })
            || judged.kept_as_they_are.contains(&row.id);
        let product_changes = matches!(compared.product, Standing::Changed { .. });
        (0u32..)
            .zip(&compared.skus)
            .map(|(at, standing)| {
                Ok(match standing {
                    _ if refused => RowFate::Refused,
                    Standing::Incomplete { .. } | Standing::Elsewhere { .. } => RowFate::Refused,
                    Standing::New => RowFate::New,
                    Standing::Changed { .. } => RowFate::Changed,
                    Standing::Unchanged if product_changes => RowFate::Changed,
                    Standing::Unchanged => {
                        let low = self.low(product, at, scene);
                        let said = match low {
                            Some(low) => {
                                let sku = &row.skus[at as usize].id;
                                price_record::standing(view, &row.id, sku, &low)?
                            }
                            None => Recorded::Unchanged,
                        };
                        if said == Recorded::Unchanged {
                            RowFate::Unchanged
                        } else {
                            RowFate::Changed
                        }
                    }
                })
            })
            .collect()
    }

    /// SKUs of the product that a complete file no longer names. One that the files name
    /// under another product is refused there, and is not gone.
    fn gone<'a>(
        &'a self,
        product: u32,
        compared: &Compared,
        listed: &mut Option<HashSet<&'a SkuId>>,
    ) -> Vec<Sku> {
        let row = &self.products[product as usize];
        let told =
            self.complete[product as usize] && self.nameless == 0 && !self.unsure.contains(&row.id);
        if !told || compared.unlisted.is_empty() {
            return Vec::new();
        }
        let listed = listed.get_or_insert_with(|| {
            let skus = self.products.iter().flat_map(|product| &product.skus);
            skus.map(|sku| &sku.id).collect()
        });
        let unlisted = compared.unlisted.iter();
        unlisted
            .filter(|sku| !self.named.contains(&sku.id) && !listed.contains(&sku.id))
            .cloned()
            .collect()
    }

    fn review(
        &self,
        view: &View<'_>,
        (row, compared, gone): (&ProductRow, &Compared, &[Sku]),
        registered: &Registered,
        judged: &mut Judged,
    ) -> Result<(), Trouble> {
        let Some((before, after)) = before_and_after(view, row, compared, gone)? else {
            return Ok(());
        };
        let findings = registered.review((&before.0, &before.1), (&after.0, &after.1));
        if findings.iter().any(|finding| finding.grade == Grade::Block) {
            judged.kept_as_they_are.insert(row.id.clone());
            let blocks = |finding: &seller_rulebook::Finding| finding.grade == Grade::Block;
            judged.findings.extend(findings.into_iter().filter(blocks));
            return Ok(());
        }
        judged
            .errors
            .extend(registered.errors((&before.1, &after.1), &row.id, &findings));
        judged.findings.extend(findings);
        Ok(())
    }
}

type Side = (Product, Vec<Sku>);

/// A held product with its SKUs before and after; none where it is new or stays.
fn before_and_after(
    view: &View<'_>,
    row: &ProductRow,
    compared: &Compared,
    gone: &[Sku],
) -> Result<Option<(Side, Side)>, Trouble> {
    let Some(held) = seller_store::product::find(view, &row.id)? else {
        return Ok(None);
    };
    let skus = sku::of_product(view, &row.id)?;
    let mut row = row.clone();
    let mut standings = compared.skus.iter();
    // What cannot be taken changes nothing.
    row.skus.retain(|_| {
        let standing = standings.next();
        standing.is_some_and(|standing| {
            !matches!(
                standing,
                Standing::Incomplete { .. } | Standing::Elsewhere { .. }
            )
        })
    });
    let change = CatalogueChange {
        row: Cow::Owned(row),
        gone: gone.iter().map(|sku| sku.id.clone()).collect(),
    };
    let after = change.after(&held, &skus);
    let before = (held, skus);
    Ok((after != before).then_some((before, after)))
}
