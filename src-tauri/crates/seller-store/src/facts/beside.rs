//! What few products have: prices that an edit replaced, and exclusions.

use super::{Loading, Walk};
use crate::campaign;
use crate::error::StoreError;
use crate::values::{instant_text, read_instant, read_money, text};
use seller_domain::CampaignId;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_rulebook::facts::ProductFacts;
use std::collections::HashMap;

impl Loading<'_> {
    /// Registered prices that were charged until an approved edit replaced them
    /// (RG-02 counts them, RG-16). The latest registration has only its last price.
    pub(super) fn replaced_prices(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let anything: bool = self
            .view
            .statement("SELECT EXISTS (SELECT 1 FROM price_edit WHERE decision = 'approved')")?
            .query_row([], |row| row.get(0))?;
        if !anything {
            return Ok(());
        }
        let mut campaigns = HashMap::new();
        let mut place = Walk::default();
        self.each(
            "e.product_id",
            "SELECT e.product_id, e.sku_id, e.campaign_id, e.from_price, e.decided_at \
             FROM price_edit e JOIN registration_product rp ON rp.campaign_id = e.campaign_id \
               AND rp.product_id = e.product_id AND rp.number = e.number \
               AND rp.state IN ('registered', 'sku_error', 'withdrawn') \
             WHERE {} AND e.decision = 'approved' AND e.decided_at > ?3 \
               AND (e.campaign_id <> ?4 OR rp.state = 'withdrawn') \
             ORDER BY e.product_id, e.sku_id, e.decided_at",
            &[
                &instant_text(self.look_back_start()),
                self.campaign.id.as_str(),
            ],
            |row| {
                let Some(facts) = place.sku(products, text(row, 0)?, text(row, 1)?) else {
                    return Ok(());
                };
                let id = text(row, 2)?;
                if !campaigns.contains_key(id) {
                    let found = campaign::require(self.view, &CampaignId::new(id))?;
                    campaigns.insert(id.to_owned(), found.running);
                }
                let running = campaigns[id];
                let until = read_instant(row, 4)?.min(running.end);
                if running.start < until {
                    facts.history.push(PriceRecord {
                        kind: PriceKind::Campaign,
                        price: read_money(row, 3, self.currency)?,
                        from: running.start,
                        until: Some(until),
                    });
                }
                Ok(())
            },
        )
    }

    /// Exclusions from Smart Promotion that are in force (SP-07).
    pub(super) fn exclusions(&self, products: &mut [ProductFacts]) -> Result<(), StoreError> {
        let mut select = self.view.statement(
            "SELECT product_id FROM exclusion WHERE confirmed_at IS NOT NULL ORDER BY product_id",
        )?;
        let mut rows = select.query([])?;
        let mut place = Walk::default();
        while let Some(row) = rows.next()? {
            if let Some(index) = place.product(products, text(row, 0)?) {
                products[index].excluded = true;
            }
        }
        Ok(())
    }
}
