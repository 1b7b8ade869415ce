//! Products that a write brings and nothing was known of before: what is known of them is what
//! the write says, and need not be read back.

use crate::catalogue;
use crate::error::StoreError;
use crate::values::{instant_text, minor, minor_opt, parse_instant};
use crate::view::{Tx, View};
use seller_domain::catalogue::{ProductRow, Sku, SkuRow};
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{CampaignId, Currency, Instant, Money, ProductId};
use seller_rulebook::facts::{ProductFacts, SkuFacts};
use std::collections::HashSet;

/// Those of the products that the file says nothing of yet: they are not in the catalogue, not
/// excluded, and the campaign has stated no terms for any SKU.
pub fn unheard_of<'p>(
    view: &View<'_>,
    campaign: &CampaignId,
    ids: impl Iterator<Item = &'p ProductId>,
) -> Result<HashSet<ProductId>, StoreError> {
    // Both can be there before the catalogue has the product.
    let ahead: bool = view
        .statement(
            "SELECT EXISTS (SELECT 1 FROM stated_terms WHERE campaign_id = ?1) \
               OR EXISTS (SELECT 1 FROM exclusion)",
        )?
        .query_row([campaign.as_str()], |row| row.get(0))?;
    if ahead {
        return Ok(HashSet::new());
    }
    catalogue::not_held(view, ids)
}

/// What one write brings.
#[derive(Debug, Clone, Copy)]
pub struct Brought {
    since: Instant,
    currency: Currency,
}

impl Brought {
    /// By this write.
    pub fn by(tx: &Tx<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            since: parse_instant(&instant_text(tx.now()))?,
            currency: tx.currency()?,
        })
    }

    /// What [`super::products`] would read of a product that was [`unheard_of`], after `row` was
    /// applied and the `earlier` prices of its SKUs were kept.
    ///
    /// # Errors
    /// As [`catalogue::apply`].
    pub fn facts(
        self,
        row: &ProductRow,
        earlier: impl Fn(usize) -> Option<PriceRecord>,
    ) -> Result<ProductFacts, StoreError> {
        let mut skus = (row.skus.iter().enumerate())
            .map(|(at, sku)| self.sku(row, sku, earlier(at)))
            .collect::<Result<Vec<_>, _>>()?;
        skus.sort_unstable_by(|one, other| one.sku.id.cmp(&other.sku.id));
        Ok(ProductFacts {
            product: row.fresh()?,
            skus,
            excluded: false,
            state: None,
        })
    }

    fn sku(
        self,
        product: &ProductRow,
        row: &SkuRow,
        earlier: Option<PriceRecord>,
    ) -> Result<SkuFacts, StoreError> {
        let read = row.fresh(&product.id)?;
        let sku = Sku {
            retail_price: self.kept("the retail price", read.retail_price)?,
            discount_price: self.kept_opt("the discount price", read.discount_price)?,
            unit_cost: self.kept_opt("the unit cost", read.unit_cost)?,
            shipping_charge: self.kept_opt("the shipping charge", read.shipping_charge)?,
            ..read
        };
        let in_force = |kind, price| PriceRecord {
            kind,
            price,
            from: self.since,
            until: None,
        };
        let mut history = Vec::with_capacity(2);
        history.push(in_force(PriceKind::Retail, sku.retail_price));
        history.extend(
            sku.discount_price
                .map(|price| in_force(PriceKind::Discount, price)),
        );
        if let Some(record) = earlier {
            let price = self.kept("the price", record.price)?;
            history.push(PriceRecord { price, ..record });
        }
        history.sort_by_key(|record| record.from);
        Ok(SkuFacts {
            sku,
            history,
            stated: None,
            elsewhere: Vec::new(),
        })
    }

    /// The amount as the file gives it back.
    fn kept(self, what: &'static str, money: Money) -> Result<Money, StoreError> {
        let minor = minor(what, money, self.currency)?;
        Ok(Money::from_minor(minor, self.currency))
    }

    fn kept_opt(
        self,
        what: &'static str,
        money: Option<Money>,
    ) -> Result<Option<Money>, StoreError> {
        let minor = minor_opt(what, money, self.currency)?;
        Ok(minor.map(|minor| Money::from_minor(minor, self.currency)))
    }
}
