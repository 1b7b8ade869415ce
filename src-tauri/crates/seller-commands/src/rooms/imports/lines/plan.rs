//! Campaign prices, stock and extra discounts for a draft.

use super::super::content::{STEP, Scene};
use super::super::words;
use super::{Seen, What, known, unknown_sku};
use crate::error::CommandError;
use crate::progress::Running;
use crate::trouble::Trouble;
use crate::wire::imports::RowFate;
use seller_domain::campaign::Tier;
use seller_domain::registration::{DraftProduct, DraftSku};
use seller_domain::{DraftId, ProductId, SkuId};
use seller_exchange::table::Field;
use seller_store::draft_rows::{self, Cells, Place};
use seller_store::{Tx, View, sku};
use std::collections::{BTreeMap, HashMap};

pub(super) fn look(
    view: &View<'_>,
    scene: &Scene,
    draft: &DraftId,
    entry: &DraftSku,
    tier: Option<Tier>,
) -> Result<Seen, Trouble> {
    let id = &entry.sku_id;
    let Some((held, title)) = known(view, id)? else {
        return Ok(unknown_sku(id, scene));
    };
    let context = &scene.context;
    let product = draft_rows::product(view, draft, &held.product_id)?;
    let before = product
        .as_ref()
        .and_then(|product| product.skus.iter().find(|sku| sku.sku_id == *id));
    let money = |sku: &DraftSku| sku.campaign_price.map(|price| price.to_string());
    let stock = |sku: &DraftSku| {
        sku.campaign_stock
            .map(|stock| stock.normalize().to_string())
    };
    let extra = |sku: &DraftSku| sku.extra_discount.map(|extra| extra.to_string());
    let mut changes: Vec<_> = [
        (Field::CampaignPrice, before.and_then(money), money(entry)),
        (Field::CampaignStock, before.and_then(stock), stock(entry)),
        (
            Field::ExtraDiscountPercent,
            before.and_then(extra),
            extra(entry),
        ),
    ]
    .into_iter()
    .filter(|(_, before, after)| after.is_some() && before != after)
    .map(|(field, before, after)| words::change(field, before, after, context))
    .collect();
    let was = product.as_ref().map(|product| product.tier);
    if let Some(tier) = tier
        && was != Some(tier)
    {
        let word = match tier {
            Tier::Featured => context.say("Featured", "精选"),
            Tier::Regular => context.say("Regular", "常规"),
        };
        changes.push(words::change(Field::Tier, None, Some(word), context));
    }
    if before.is_none() && changes.is_empty() {
        // Without entries it only brings the SKU in.
        let after = Some(id.to_string());
        changes.push(words::change(Field::SkuId, None, after, context));
    }
    Ok(Seen::of(id, title, before.is_none(), changes))
}

/// The product of a row, as the catalogue and the draft hold it. The rows of a product mostly
/// stand one after the other: what was read for the first serves the others.
pub(super) struct Beside<'v> {
    view: &'v View<'v>,
    draft: &'v DraftId,
    last: Option<Held>,
}

struct Held {
    product_id: ProductId,
    /// Its SKUs, removed ones not among them.
    skus: Vec<SkuId>,
    entered: Option<DraftProduct>,
}

impl<'v> Beside<'v> {
    pub(super) fn of(view: &'v View<'v>, draft: &'v DraftId) -> Self {
        Self {
            view,
            draft,
            last: None,
        }
    }

    /// What a row would do: the same as [`look`] says, without the words.
    pub(super) fn fate(
        &mut self,
        entry: &DraftSku,
        tier: Option<Tier>,
    ) -> Result<RowFate, Trouble> {
        let Some(held) = self.held(&entry.sku_id)? else {
            return Ok(RowFate::Refused);
        };
        let product = held.entered.as_ref();
        let Some(before) =
            product.and_then(|product| product.skus.iter().find(|sku| sku.sku_id == entry.sku_id))
        else {
            return Ok(RowFate::New);
        };
        let changes = differs(entry.campaign_price, before.campaign_price)
            || differs(entry.campaign_stock, before.campaign_stock)
            || differs(entry.extra_discount, before.extra_discount)
            || differs(tier, product.map(|product| product.tier));
        Ok(if changes {
            RowFate::Changed
        } else {
            RowFate::Unchanged
        })
    }

    /// The product of a SKU; none if the catalogue does not have the SKU.
    fn held(&mut self, sku_id: &SkuId) -> Result<Option<&Held>, Trouble> {
        let serves = |held: &Held| held.skus.contains(sku_id);
        if !self.last.as_ref().is_some_and(serves) {
            let Some(found) = sku::find(self.view, sku_id)?.filter(|sku| !sku.removed) else {
                return Ok(None);
            };
            let skus = sku::of_product(self.view, &found.product_id)?;
            self.last = Some(Held {
                skus: skus
                    .into_iter()
                    .filter(|sku| !sku.removed)
                    .map(|sku| sku.id)
                    .collect(),
                entered: draft_rows::product(self.view, self.draft, &found.product_id)?,
                product_id: found.product_id,
            });
        }
        Ok(self.last.as_ref())
    }
}

/// What is not said stays.
fn differs<T: PartialEq>(said: Option<T>, held: Option<T>) -> bool {
    said.is_some() && said != held
}

/// What a file says of the SKUs of a product, and of its tier.
type Said<'a> = (Vec<&'a DraftSku>, Option<Tier>);

pub(super) fn write(
    tx: &Tx<'_>,
    draft: &DraftId,
    rows: &[&What],
    running: &Running<'_>,
) -> Result<(), Trouble> {
    let by_product = by_product(tx, draft, rows)?;
    let products = by_product.len();
    let mut writing = Writing {
        tx,
        draft,
        fresh: Vec::new(),
        left_out: Vec::new(),
        cells: Vec::new(),
    };
    for (done, (product_id, said)) in by_product.into_iter().enumerate() {
        if done.is_multiple_of(STEP) {
            writing.flush()?;
            running.step("writing", done, Some(products))?;
        }
        writing.take(product_id, said)?;
    }
    writing.flush()
}

/// In the order of product ids, which is that of the tables.
fn by_product<'a>(
    tx: &Tx<'_>,
    draft: &DraftId,
    rows: &[&'a What],
) -> Result<BTreeMap<ProductId, Said<'a>>, Trouble> {
    let mut beside = Beside::of(tx, draft);
    let mut by_product: BTreeMap<ProductId, Said<'a>> = BTreeMap::new();
    for what in rows {
        let What::Plan(entry, tier) = what else {
            return Err(CommandError::bug("no plan").into());
        };
        let Some(held) = beside.held(&entry.sku_id)? else {
            continue;
        };
        let into = by_product.entry(held.product_id.clone()).or_default();
        into.0.push(entry);
        into.1 = tier.or(into.1);
    }
    Ok(by_product)
}

/// Gathers what is written of some products, kind by kind.
struct Writing<'a, 'c> {
    tx: &'a Tx<'c>,
    draft: &'a DraftId,
    fresh: Vec<DraftProduct>,
    left_out: Vec<Place>,
    cells: Vec<Cells>,
}

impl Writing<'_, '_> {
    fn take(&mut self, product_id: ProductId, (entries, tier): Said<'_>) -> Result<(), Trouble> {
        let Some(held) = draft_rows::product(self.tx, self.draft, &product_id)? else {
            let product = brought_in(self.tx, &product_id, &entries, tier)?;
            let unnamed = product
                .skus
                .iter()
                .filter(|sku| !entries.iter().any(|entry| entry.sku_id == sku.sku_id));
            self.left_out
                .extend(unnamed.map(|sku| place(&product_id, &sku.sku_id)));
            self.fresh.push(product);
            return Ok(());
        };
        if let Some(tier) = tier {
            let this = std::slice::from_ref(&product_id);
            draft_rows::set_tier(self.tx, self.draft, this, tier)?;
        }
        let missing: Vec<DraftSku> = entries
            .iter()
            .filter(|entry| !held.skus.iter().any(|sku| sku.sku_id == entry.sku_id))
            .map(|entry| (*entry).clone())
            .collect();
        if !missing.is_empty() {
            self.fresh.push(DraftProduct {
                product_id: product_id.clone(),
                tier: tier.unwrap_or(held.tier),
                skus: missing,
            });
        }
        self.cells
            .extend(entries.iter().map(|entry| new_cells(&product_id, entry)));
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Trouble> {
        draft_rows::put_products(self.tx, self.draft, &self.fresh)?;
        draft_rows::include_skus(self.tx, self.draft, &self.left_out, false)?;
        draft_rows::set_cells(self.tx, self.draft, &self.cells)?;
        self.fresh.clear();
        self.left_out.clear();
        self.cells.clear();
        Ok(())
    }
}

/// A product with all its SKUs; those that the file does not name are left out afterwards.
fn brought_in(
    tx: &Tx<'_>,
    product_id: &ProductId,
    entries: &[&DraftSku],
    tier: Option<Tier>,
) -> Result<DraftProduct, Trouble> {
    let entered: HashMap<&SkuId, &DraftSku> = entries
        .iter()
        .map(|entry| (&entry.sku_id, *entry))
        .collect();
    let skus = sku::of_product(tx, product_id)?
        .into_iter()
        .filter(|sku| !sku.removed)
        .map(|sku| match entered.get(&sku.id) {
            Some(entry) => (*entry).clone(),
            None => DraftSku {
                sku_id: sku.id,
                campaign_price: None,
                campaign_stock: None,
                extra_discount: None,
            },
        })
        .collect();
    Ok(DraftProduct {
        product_id: product_id.clone(),
        tier: tier.unwrap_or(Tier::Regular),
        skus,
    })
}

fn place(product_id: &ProductId, sku_id: &SkuId) -> Place {
    Place {
        product_id: product_id.clone(),
        sku_id: sku_id.clone(),
    }
}

/// What the file states; what it leaves blank stays.
fn new_cells(product_id: &ProductId, entry: &DraftSku) -> Cells {
    Cells {
        campaign_price: entry.campaign_price.map(Some),
        campaign_stock: entry.campaign_stock.map(Some),
        extra_discount: entry.extra_discount.map(Some),
        ..Cells::of(place(product_id, &entry.sku_id))
    }
}
