//! SKUs that were left out of a draft: they can be taken in again.

use super::candidates::MOST_ROWS;
use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::trouble::Trouble;
use crate::wire::common::Page;
use crate::wire::drafts::{DraftLeftOut, LeftOutSku};
use crate::workbench::count;
use seller_domain::ProductId;
use seller_domain::registration::DraftSku;
use seller_store::{View, draft, draft_rows, product, sku};

pub(crate) fn draft_left_out(
    desk: &Desk,
    context: &Context,
    request: DraftLeftOut,
) -> Answer<Page<LeftOutSku>> {
    desk.read(context, |view| {
        draft::head(view, &request.draft_id)?;
        let all = draft_rows::left_out(view, &request.draft_id)?;
        let total = count(all.len());
        let window = request.window;
        let rows = all
            .into_iter()
            .skip(window.offset as usize)
            .take(window.limit.min(MOST_ROWS) as usize)
            .map(|(product_id, cells)| shown(view, product_id, cells))
            .collect::<Result<Vec<_>, Trouble>>()?;
        Ok(Page { total, rows })
    })
}

fn shown(view: &View<'_>, product_id: ProductId, cells: DraftSku) -> Result<LeftOutSku, Trouble> {
    let title = product::find(view, &product_id)?.map(|product| product.title);
    let variation = sku::find(view, &cells.sku_id)?.map(|sku| sku.variation);
    Ok(LeftOutSku {
        sku_id: cells.sku_id,
        product_id,
        title: title.unwrap_or_default(),
        variation: variation.unwrap_or_default(),
        campaign_price: cells.campaign_price,
    })
}
