//! Carrying out the repairs that findings offer.

use crate::finding::Edit;
use seller_domain::SkuId;
use seller_domain::registration::{DraftProduct, DraftSku};

/// The product after the edits, in order. None if it leaves the registration:
/// by itself, or because its last SKU left. Edits of other products and of
/// SKUs that are not there any more change nothing.
pub fn repaired<'a>(
    mut product: DraftProduct,
    edits: impl IntoIterator<Item = &'a Edit>,
) -> Option<DraftProduct> {
    for edit in edits {
        match edit {
            Edit::SetCampaignPrice { sku_id, to } => {
                change(&mut product, sku_id, |sku| sku.campaign_price = Some(*to));
            }
            Edit::SetCampaignStock { sku_id, to } => {
                change(&mut product, sku_id, |sku| sku.campaign_stock = Some(*to));
            }
            Edit::RaiseExtraDiscount { sku_id, to } => {
                change(&mut product, sku_id, |sku| sku.extra_discount = Some(*to));
            }
            Edit::SetExtraDiscount { product_id, to } if *product_id == product.product_id => {
                for sku in &mut product.skus {
                    sku.extra_discount = *to;
                }
            }
            Edit::SetTier { product_id, to } if *product_id == product.product_id => {
                product.tier = *to;
            }
            Edit::RemoveSku { sku_id } => {
                product.skus.retain(|sku| sku.sku_id != *sku_id);
                if product.skus.is_empty() {
                    return None;
                }
            }
            Edit::RemoveProduct { product_id } if *product_id == product.product_id => return None,
            Edit::SetExtraDiscount { .. }
            | Edit::SetTier { .. }
            | Edit::RemoveProduct { .. }
            | Edit::RegisterCoupon { .. } => {}
        }
    }
    Some(product)
}

fn change(product: &mut DraftProduct, sku_id: &SkuId, how: impl FnOnce(&mut DraftSku)) {
    if let Some(sku) = product.skus.iter_mut().find(|sku| sku.sku_id == *sku_id) {
        how(sku);
    }
}
