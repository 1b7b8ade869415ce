//! Products that are named by words: typed, pasted, read from a list.

use crate::trouble::Trouble;
use seller_domain::{ProductId, SkuId};
use seller_store::{View, product, sku};
use std::collections::{BTreeSet, HashMap};

/// So many words that are in no catalogue travel.
pub(crate) const MOST_UNKNOWN: usize = 100;

/// Products and words that are none.
#[derive(Default)]
pub(crate) struct Named {
    /// In the order of their ids.
    pub products: BTreeSet<ProductId>,
    /// In the order in which they stand.
    pub unknown: Vec<String>,
}

/// The products that words mean: ids of products or SKUs, or the seller's codes. Of products that
/// the catalogue no longer knows those in `held` count.
pub(crate) fn by_words(
    view: &View<'_>,
    held: &BTreeSet<ProductId>,
    words: impl IntoIterator<Item = String>,
) -> Result<Named, Trouble> {
    let mut chosen = Named::default();
    let mut others = Vec::new();
    let mut seen = BTreeSet::new();
    for word in words {
        if !seen.insert(word.clone()) {
            continue;
        }
        let id = ProductId::new(word.as_str());
        // What is held already can be taken out, known or not.
        if held.contains(&id) || product::find(view, &id)?.is_some() {
            chosen.products.insert(id);
        } else if let Some(sku) = sku::find(view, &SkuId::new(word.as_str()))? {
            chosen.products.insert(sku.product_id);
        } else {
            others.push(word);
        }
    }
    if others.is_empty() {
        return Ok(chosen);
    }
    let mut by_code: HashMap<String, BTreeSet<ProductId>> = HashMap::new();
    sku::each(view, |sku| {
        if !sku.removed && !sku.seller_sku.is_empty() {
            by_code
                .entry(sku.seller_sku)
                .or_default()
                .insert(sku.product_id);
        }
        Ok(())
    })?;
    for word in others {
        match by_code.get(&word) {
            Some(products) => chosen.products.extend(products.iter().cloned()),
            None => chosen.unknown.push(word),
        }
    }
    Ok(chosen)
}
