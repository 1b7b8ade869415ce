//! Edits of a draft: one for each field, and how they are carried out.

use seller_domain::registration::{Draft, DraftProduct, DraftSku};
use seller_domain::{CouponId, ProductId, SkuId};
use seller_rulebook::finding::Edit;
use std::collections::{BTreeMap, HashMap};

/// What an edit changes. Of two edits of the same field only one can hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Coupon(CouponId),
    Product(ProductId),
    Tier(ProductId),
    ExtraDiscount(ProductId),
    Sku(SkuId),
    Price(SkuId),
    Stock(SkuId),
    SkuExtraDiscount(SkuId),
}

fn target(edit: &Edit) -> Target {
    match edit {
        Edit::SetCampaignPrice { sku_id, .. } => Target::Price(sku_id.clone()),
        Edit::SetCampaignStock { sku_id, .. } => Target::Stock(sku_id.clone()),
        Edit::SetExtraDiscount { product_id, .. } => Target::ExtraDiscount(product_id.clone()),
        Edit::RaiseExtraDiscount { sku_id, .. } => Target::SkuExtraDiscount(sku_id.clone()),
        Edit::SetTier { product_id, .. } => Target::Tier(product_id.clone()),
        Edit::RemoveSku { sku_id } => Target::Sku(sku_id.clone()),
        Edit::RemoveProduct { product_id } => Target::Product(product_id.clone()),
        Edit::RegisterCoupon { coupon_id } => Target::Coupon(coupon_id.clone()),
    }
}

/// Whether it leaves a SKU or a product out.
pub(super) fn leaves_out(edit: &Edit) -> bool {
    matches!(edit, Edit::RemoveSku { .. } | Edit::RemoveProduct { .. })
}

/// Edits without conflicts: one for each field.
#[derive(Debug, Clone, Default)]
pub(super) struct EditSet(BTreeMap<Target, Edit>);

impl EditSet {
    /// Takes edits; of two for one field the first holds: the book's order decides.
    pub(super) fn extend(&mut self, edits: impl IntoIterator<Item = Edit>) {
        for edit in edits {
            self.0.entry(target(&edit)).or_insert(edit);
        }
    }

    /// The edits. What sets an extra discount for a whole product stands for its SKUs.
    pub(super) fn into_edits(mut self) -> Vec<Edit> {
        let whole = |target: &Target| matches!(target, Target::ExtraDiscount(_));
        if self.0.keys().any(whole) {
            self.0
                .retain(|target, _| !matches!(target, Target::SkuExtraDiscount(_)));
        }
        self.0.into_values().collect()
    }
}

/// The steps from a product to what became of it, one for each field; none left
/// means that it left the registration.
pub(super) fn steps(before: &DraftProduct, after: Option<&DraftProduct>) -> Vec<Edit> {
    let product_id = || before.product_id.clone();
    let Some(after) = after else {
        return vec![Edit::RemoveProduct {
            product_id: product_id(),
        }];
    };
    let mut steps = Vec::new();
    if after.tier != before.tier {
        steps.push(Edit::SetTier {
            product_id: product_id(),
            to: after.tier,
        });
    }
    let mut left: HashMap<&SkuId, &DraftSku> =
        after.skus.iter().map(|sku| (&sku.sku_id, sku)).collect();
    let cleared = before.skus.iter().any(|sku| {
        let now = left.get(&sku.sku_id);
        sku.extra_discount.is_some() && now.is_some_and(|now| now.extra_discount.is_none())
    });
    if cleared {
        steps.push(Edit::SetExtraDiscount {
            product_id: product_id(),
            to: None,
        });
    }
    for sku in &before.skus {
        match left.remove(&sku.sku_id) {
            Some(now) => sku_steps(sku, now, cleared, &mut steps),
            None => steps.push(Edit::RemoveSku {
                sku_id: sku.sku_id.clone(),
            }),
        }
    }
    steps
}

fn sku_steps(before: &DraftSku, after: &DraftSku, cleared: bool, steps: &mut Vec<Edit>) {
    let sku_id = || after.sku_id.clone();
    let extra = if cleared { None } else { before.extra_discount };
    if let Some(to) = after.extra_discount
        && extra != Some(to)
    {
        steps.push(Edit::RaiseExtraDiscount {
            sku_id: sku_id(),
            to,
        });
    }
    if let Some(to) = after.campaign_price
        && before.campaign_price != Some(to)
    {
        steps.push(Edit::SetCampaignPrice {
            sku_id: sku_id(),
            to,
        });
    }
    if let Some(to) = after.campaign_stock
        && before.campaign_stock != Some(to)
    {
        steps.push(Edit::SetCampaignStock {
            sku_id: sku_id(),
            to,
        });
    }
}

/// An edit whose SKU, product or coupon the draft does not have.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the registration has nothing that {0:?} could change; load it again")]
pub struct NoSuchTarget(pub Edit);

/// Carries out edits on a draft, all or none. Products that lose their last SKU
/// leave the draft.
pub fn apply(draft: &mut Draft, edits: &[Edit]) -> Result<(), Box<NoSuchTarget>> {
    let located = locate(draft, edits)?;
    let mut removed: Vec<(usize, usize)> = Vec::new();
    for (edit, place) in edits.iter().zip(located) {
        change(draft, edit, place, &mut removed);
    }
    leave_out(draft, removed);
    Ok(())
}

/// Where in the draft an edit has its target.
#[derive(Debug, Clone, Copy)]
enum Located {
    Draft,
    Product(usize),
    Sku(usize, usize),
}

fn locate(draft: &Draft, edits: &[Edit]) -> Result<Vec<Located>, Box<NoSuchTarget>> {
    let mut skus: HashMap<&SkuId, Located> = HashMap::new();
    let mut products: HashMap<&ProductId, Located> = HashMap::new();
    for (index, product) in draft.products.iter().enumerate() {
        products.insert(&product.product_id, Located::Product(index));
        for (place, sku) in product.skus.iter().enumerate() {
            skus.insert(&sku.sku_id, Located::Sku(index, place));
        }
    }
    let located = |edit: &Edit| match edit {
        Edit::SetCampaignPrice { sku_id, .. }
        | Edit::SetCampaignStock { sku_id, .. }
        | Edit::RaiseExtraDiscount { sku_id, .. }
        | Edit::RemoveSku { sku_id } => skus.get(sku_id).copied(),
        Edit::SetExtraDiscount { product_id, .. }
        | Edit::SetTier { product_id, .. }
        | Edit::RemoveProduct { product_id } => products.get(product_id).copied(),
        Edit::RegisterCoupon { .. } => Some(Located::Draft),
    };
    edits
        .iter()
        .map(|edit| located(edit).ok_or_else(|| Box::new(NoSuchTarget(edit.clone()))))
        .collect()
}

/// Changes a value, or notes what is to be left out.
fn change(draft: &mut Draft, edit: &Edit, place: Located, removed: &mut Vec<(usize, usize)>) {
    match place {
        Located::Draft => {
            if let Edit::RegisterCoupon { coupon_id } = edit
                && !draft.coupons.contains(coupon_id)
            {
                draft.coupons.push(coupon_id.clone());
            }
        }
        Located::Product(index) => {
            let product = &mut draft.products[index];
            match edit {
                Edit::SetExtraDiscount { to, .. } => {
                    for sku in &mut product.skus {
                        sku.extra_discount = *to;
                    }
                }
                Edit::SetTier { to, .. } => product.tier = *to,
                // A product without SKUs is left out all the same.
                _ => removed.extend((0..product.skus.len().max(1)).map(|sku| (index, sku))),
            }
        }
        Located::Sku(index, place) => {
            let sku = &mut draft.products[index].skus[place];
            match edit {
                Edit::SetCampaignPrice { to, .. } => sku.campaign_price = Some(*to),
                Edit::SetCampaignStock { to, .. } => sku.campaign_stock = Some(*to),
                Edit::RaiseExtraDiscount { to, .. } => sku.extra_discount = Some(*to),
                _ => removed.push((index, place)),
            }
        }
    }
}

fn leave_out(draft: &mut Draft, mut removed: Vec<(usize, usize)>) {
    if removed.is_empty() {
        return;
    }
    removed.sort_unstable();
    removed.dedup();
    let mut emptied = Vec::new();
    for (product, sku) in removed.into_iter().rev() {
        let skus = &mut draft.products[product].skus;
        if sku < skus.len() {
            skus.remove(sku);
        }
        if skus.is_empty() {
            emptied.push(product);
        }
    }
    // From the last to the first, so that the places of the others hold.
    emptied.dedup();
    for product in emptied {
        draft.products.remove(product);
    }
}
