//! What is known of products that were just brought, without reading it back.

use super::support::*;
use crate::facts::{self, Brought, Scope};
use crate::price_record::Keeping;
use crate::stated_terms::{self, StatedBy};
use crate::{Cellar, campaign, exclusion};
use proptest::prelude::*;
use seller_domain::campaign::{StatedRange, StatedTerms};
use seller_domain::catalogue::ProductRow;
use seller_domain::price_history::{PriceKind, PriceRecord};
use seller_domain::smart_promotion::Exclusion;
use seller_domain::{CampaignId, Money, ProductId};
use std::collections::HashSet;

fn c1() -> CampaignId {
    CampaignId::from("c1")
}

/// A shop with a campaign and product 1.
fn ready() -> (Place, Cellar) {
    let (place, cellar) = shop_file();
    write(&cellar, |tx| {
        campaign::save(tx, &super::support::campaign("c1"))
    });
    write(&cellar, |tx| bring(tx, &[product_row(1, 1)]));
    (place, cellar)
}

fn unheard_of(cellar: &Cellar, numbers: &[usize]) -> HashSet<ProductId> {
    let ids: Vec<_> = numbers.iter().copied().map(product_id).collect();
    cellar
        .read(|view| facts::unheard_of(view, &c1(), ids.iter()))
        .unwrap()
}

#[test]
fn products_outside_the_catalogue_are_unheard_of() {
    let (_place, cellar) = ready();
    let expected = HashSet::from([product_id(0), product_id(2)]);
    assert_eq!(unheard_of(&cellar, &[0, 1, 2]), expected);
}

#[test]
fn nothing_is_unheard_of_once_a_product_is_excluded_before_it_comes() {
    let (_place, cellar) = ready();
    let exclusion = Exclusion {
        product_id: product_id(2),
        requested_at: now(),
        confirmed_at: None,
    };
    write(&cellar, |tx| exclusion::save(tx, &exclusion));
    assert_eq!(unheard_of(&cellar, &[2, 3]), HashSet::new());
}

#[test]
fn nothing_is_unheard_of_once_the_campaign_has_stated_terms() {
    let (_place, cellar) = ready();
    let terms = StatedTerms {
        sku_id: sku_id(2, 0),
        price_range: StatedRange::default(),
        stock_range: StatedRange::default(),
        recommended_price: None,
        recommended: true,
    };
    write(&cellar, |tx| {
        stated_terms::save(tx, &c1(), StatedBy::Prefill, std::slice::from_ref(&terms))
    });
    assert_eq!(unheard_of(&cellar, &[2, 3]), HashSet::new());
}

/// Prices in cents of a SKU: retail, discount, cost, earlier.
type Prices = (i64, Option<i64>, Option<i64>, Option<i64>);

fn prices() -> impl Strategy<Value = Prices> {
    let cents = || proptest::option::of(1..500_000_i64);
    (1..500_000_i64, cents(), cents(), cents())
}

/// As read from a table: `12.5`, not `12.50`.
fn short(cents: i64) -> Money {
    let money = Money::from_minor(cents, seller_domain::Currency::Usd);
    Money::new(money.amount().normalize(), money.currency())
}

fn row(number: usize, skus: &[Prices]) -> ProductRow {
    let mut row = product_row(number, skus.len());
    for (sku, (retail, discount, cost, _)) in row.skus.iter_mut().zip(skus) {
        sku.retail_price = Some(short(*retail));
        sku.discount_price = discount.map(|cents| Some(short(cents)));
        sku.unit_cost = cost.map(short);
    }
    // Files name SKUs in any order.
    row.skus.reverse();
    row
}

fn earlier(price: Money) -> PriceRecord {
    PriceRecord {
        kind: PriceKind::Promotion,
        price,
        from: at("2026-11-20T08:00:00Z"),
        until: Some(at("2026-11-21T08:00:00Z")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_a_write_says_is_what_would_be_read_back(
        products in proptest::collection::vec(proptest::collection::vec(prices(), 1..5), 1..4)
    ) {
        let (_place, cellar) = ready();
        let moment = at("2026-11-21T10:22:00.123456789Z");
        let rows: Vec<_> = (2..).zip(&products).map(|(number, skus)| row(number, skus)).collect();
        let low = |product: usize, at: usize| {
            products[product].iter().rev().nth(at)?.3.map(|cents| earlier(short(cents)))
        };
        let written = write_at(&cellar, moment, |tx| {
            bring(tx, &rows)?;
            for (product, row) in rows.iter().enumerate() {
                for (at, sku) in row.skus.iter().enumerate() {
                    if let Some(record) = low(product, at) {
                        Keeping::over(tx, &record)?.put(&row.id, &sku.id, record.price)?;
                    }
                }
            }
            let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
            let read = facts::load(tx, &c1(), Scope::Products(&ids), moment)?;
            let brought = Brought::by(tx)?;
            let said = (rows.iter().enumerate())
                .map(|(product, row)| brought.facts(row, |at| low(product, at)))
                .collect::<Result<Vec<_>, _>>()?;
            Ok((read, said))
        });
        let (read, said) = written.value;
        for facts in said {
            let read = &read.products[&facts.product.id];
            prop_assert_eq!(format!("{facts:?}"), format!("{read:?}"));
        }
    }
}
