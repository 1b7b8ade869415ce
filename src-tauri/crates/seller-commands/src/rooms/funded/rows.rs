//! The SKUs that a switch concerns: registered or planned in campaigns that are not over (PF-05).

use crate::context::Context;
use crate::desk::Desk;
use crate::error::Answer;
use crate::wire::common::Page;
use crate::wire::funded::{FundedRow, FundedRows};
use seller_domain::campaign::Campaign;
use seller_store::campaign;
use seller_store::campaign_rows::{self, CampaignRow, Origin};

/// More rows than any page shows.
const MOST: u32 = 500;

pub(crate) fn funded_rows(
    desk: &Desk,
    context: &Context,
    request: FundedRows,
) -> Answer<Page<FundedRow>> {
    desk.read(context, |view| {
        let mut pass_over = request.window.offset;
        let mut wanted = request.window.limit.min(MOST);
        let mut page = Page {
            total: 0,
            rows: Vec::new(),
        };
        let campaigns = campaign::all(view)?;
        let open = campaigns
            .iter()
            .filter(|campaign| !campaign.running.is_over(context.now));
        // Each campaign's rows follow those of the one before: whole ones are passed over by count.
        for (campaign, origin) in open.flat_map(|each| Origin::ALL.map(|origin| (each, origin))) {
            let count = campaign_rows::count(view, &campaign.id, origin)?;
            page.total = page.total.saturating_add(count);
            if wanted > 0 && pass_over < count {
                let part = campaign_rows::page(view, &campaign.id, origin, (pass_over, wanted))?;
                wanted -= u32::try_from(part.len()).unwrap_or(wanted).min(wanted);
                let shown = part.into_iter().map(|row| shown(campaign, origin, row));
                page.rows.extend(shown);
            }
            pass_over = pass_over.saturating_sub(count);
        }
        Ok(page)
    })
}

fn shown(campaign: &Campaign, origin: Origin, row: CampaignRow) -> FundedRow {
    FundedRow {
        campaign_id: campaign.id.clone(),
        campaign: campaign.name.clone(),
        planned: origin == Origin::Planned,
        product_id: row.product_id,
        title: row.title,
        sku_id: row.sku_id,
        variation: row.variation,
        price: row.price,
    }
}
