//! Products and SKUs of an import.

mod judging;
pub(super) mod reading;
mod showing;
mod writing;

use super::content::{Place, Refusals, Scene};
use seller_domain::catalogue::ProductRow;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::{Money, ProductId, SkuId};
use std::collections::HashSet;

/// The rows of catalogue files, product by product.
#[derive(Default)]
pub(super) struct Catalogue {
    products: Vec<ProductRow>,
    lines: Vec<Line>,
    /// The stated lowest prices, by product and SKU.
    lows: Vec<Vec<Option<Money>>>,
    /// Where each product stands first.
    firsts: Vec<Place>,
    /// Whether a file names every SKU of the product.
    complete: Vec<bool>,
    /// Products with a refused row that does not say which SKU it is about.
    unsure: HashSet<ProductId>,
    /// SKUs of refused rows: refused, but not gone.
    named: HashSet<SkuId>,
    /// Refused rows of complete files that say neither product nor SKU.
    pub(super) nameless: u32,
    pub(super) refusals: Refusals,
}

/// A row of a file: its SKU.
struct Line {
    place: Place,
    product: u32,
    sku: u32,
}

impl Catalogue {
    /// Where the first row of a product stands.
    pub fn first_place(&self, product: u32) -> Place {
        self.firsts[product as usize]
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.lines.len()
    }

    /// Where a row stands.
    pub fn place(&self, row: usize) -> Place {
        self.lines[row].place
    }

    /// Every product with the stated lows of its SKUs, as they are kept.
    pub fn products_with_lows<'c>(
        &'c self,
        scene: &Scene,
    ) -> impl Iterator<Item = (&'c ProductRow, impl Fn(usize) -> Option<PriceRecord>)> {
        let alike = low_record(Money::zero(scene.shop.currency), scene);
        (0u32..).zip(&self.products).map(move |(product, row)| {
            let low = move |at: usize| {
                let price = self.low_price(product, at as u32)?;
                Some(PriceRecord { price, ..alike })
            };
            (row, low)
        })
    }

    /// The stated low as a price record.
    fn low(&self, product: u32, at: u32, scene: &Scene) -> Option<PriceRecord> {
        let low = self.low_price(product, at)?;
        Some(low_record(low, scene))
    }

    /// The stated low. One that equals the retail price of the row says nothing that the
    /// price in force does not say.
    fn low_price(&self, product: u32, at: u32) -> Option<Money> {
        let low = self.lows[product as usize][at as usize]?;
        let sku = &self.products[product as usize].skus[at as usize];
        (sku.retail_price != Some(low)).then_some(low)
    }
}

/// The stated lowest price of 30 days as a record: it may have been in force until
/// yesterday, so it is kept there, where every look-back sees it longest.
pub(super) fn low_record(low: Money, scene: &Scene) -> PriceRecord {
    let zone = scene.shop.time_zone;
    let today = zone.day_of(scene.context.now);
    let yesterday = zone.day_of(zone.days_before(scene.context.now, 1));
    PriceRecord {
        kind: PriceKind::Promotion,
        price: low,
        from: zone.start_of(yesterday),
        until: Some(zone.start_of(today)),
    }
}
