//! Importing the catalogue, and finding things in it.

use super::support::*;
use crate::catalogue::{self, Counts, Standing, Touch};
use crate::product::{self, Filter, Only};
use crate::{StoreError, Summary, price_record, sku};
use seller_domain::catalogue::{ProductStatus, SkuRow};
use seller_domain::price_history::PriceKind;

#[test]
fn a_first_import_is_new_and_a_second_one_of_the_same_file_changes_nothing() {
    let (_place, cellar) = shop_file();
    let rows = [product_row(1, 3), product_row(2, 1)];
    let first = write(&cellar, |tx| bring(tx, &rows));
    assert_eq!(first.value.products.new, 2);
    assert_eq!(first.value.skus.new, 4);
    assert_eq!(first.entry.unwrap().rows, 6);
    let compared = cellar.read(|view| catalogue::compare(view, &rows)).unwrap();
    assert!(compared.iter().all(|row| row.product == Standing::Unchanged
        && row.skus.iter().all(|sku| *sku == Standing::Unchanged)));
    let second = write(&cellar, |tx| bring(tx, &rows));
    assert_eq!(
        second.value.skus,
        Counts {
            new: 0,
            changed: 0,
            unchanged: 4
        }
    );
    assert_eq!(second.entry, None);
}

#[test]
fn what_a_file_leaves_out_stays_as_it_is_held() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 1, 1);
    let mut row = product_row(0, 1);
    row.title = None;
    row.status = None;
    row.skus = vec![SkuRow {
        retail_price: Some(usd("19")),
        ..SkuRow::about(sku_id(0, 0))
    }];
    write(&cellar, |tx| bring(tx, std::slice::from_ref(&row)));
    let held = cellar
        .read(|view| sku::find(view, &sku_id(0, 0)))
        .unwrap()
        .unwrap();
    assert_eq!(held.retail_price, usd("19"));
    assert_eq!(held.stock, Some(50));
    assert_eq!(held.unit_cost, Some(usd("7.25")));
    assert_eq!(held.variation, "Sage, Green 0");
}

#[test]
fn a_price_that_ends_becomes_a_record_of_when_it_held() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 1, 1);
    let set = |at_text: &str, retail: &str, discount: Option<&str>| {
        let mut row = product_row(0, 0);
        row.skus = vec![SkuRow {
            retail_price: Some(usd(retail)),
            discount_price: Some(discount.map(usd)),
            ..SkuRow::about(sku_id(0, 0))
        }];
        write_at(&cellar, at(at_text), |tx| {
            bring(tx, std::slice::from_ref(&row))
        });
    };
    set("2026-11-22T10:00:00Z", "18", Some("15"));
    set("2026-11-23T10:00:00Z", "18", None);
    let history: Vec<_> = cellar
        .read(|view| price_record::of_sku(view, &sku_id(0, 0)))
        .unwrap()
        .into_iter()
        .map(|record| (record.kind, record.price, record.from, record.until))
        .collect();
    let (day21, day22, day23) = (
        now(),
        at("2026-11-22T10:00:00Z"),
        at("2026-11-23T10:00:00Z"),
    );
    assert_eq!(
        history,
        [
            (PriceKind::Retail, usd("20"), day21, Some(day22)),
            (PriceKind::Discount, usd("15"), day22, Some(day23)),
            (PriceKind::Retail, usd("18"), day22, None),
        ]
    );
}

#[test]
fn a_price_corrected_under_a_clock_set_back_leaves_no_record_of_negative_length() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 1, 1);
    let mut row = product_row(0, 1);
    row.skus[0].retail_price = Some(usd("18"));
    let written = write_at(&cellar, at("2026-11-20T10:00:00Z"), |tx| {
        bring(tx, std::slice::from_ref(&row))
    });
    assert!(written.entry.unwrap().clock_went_back);
    let history = cellar
        .read(|view| price_record::of_sku(view, &sku_id(0, 0)))
        .unwrap();
    assert_eq!(history.len(), 1);
    assert_eq!(history[0].price, usd("18"));
}

#[test]
fn an_import_names_what_it_touched_of_products_that_were_held() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 2, 2);
    let mut first = product_row(0, 3);
    first.category = Some("Home (600001)".to_owned());
    first.skus[0].retail_price = Some(usd("30"));
    first.skus[1].variation = Some("Black".to_owned());
    let mut second = product_row(1, 2);
    second.title = Some("Another title".to_owned());
    second.skus[0].stock = Some(1);
    let applied = write(&cellar, |tx| bring(tx, &[first, second, product_row(2, 1)]));
    let touched: Vec<_> = applied
        .value
        .touched
        .into_iter()
        .map(|touched| (touched.product_id, touched.sku_id, touched.what))
        .collect();
    assert_eq!(
        touched,
        [
            (
                product_id(0),
                None,
                Touch::Category {
                    before: "Phones & Electronics (601739)".to_owned(),
                    after: "Home (600001)".to_owned()
                }
            ),
            (
                product_id(0),
                Some(sku_id(0, 0)),
                Touch::RetailPrice {
                    before: usd("20"),
                    after: usd("30")
                }
            ),
            (product_id(0), Some(sku_id(0, 1)), Touch::SkuEdited),
            (product_id(0), Some(sku_id(0, 2)), Touch::SkuAdded),
        ]
    );
    assert_eq!(applied.value.skus.changed, 3);
}

#[test]
fn a_sku_of_another_product_and_an_incomplete_one_are_told_before_and_refused() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 2, 1);
    let mut moved = product_row(0, 1);
    moved.skus[0].id = sku_id(1, 0);
    let mut bare = product_row(5, 1);
    bare.skus[0].retail_price = None;
    let rows = [moved, bare];
    let compared = cellar.read(|view| catalogue::compare(view, &rows)).unwrap();
    assert_eq!(
        compared[0].skus,
        [Standing::Elsewhere {
            product_id: product_id(1)
        }]
    );
    assert_eq!(
        compared[1].skus,
        [Standing::Incomplete {
            missing: "retail price"
        }]
    );
    let before = digest(&cellar);
    for (row, message) in rows.iter().zip([
        "SKU 1729390000000001000 belongs to product 1729380000000000001",
        "SKU 1729390000000005000 is new and has no retail price",
    ]) {
        let refused = cellar.write("import", Summary::new("s"), now(), |tx| {
            bring(tx, std::slice::from_ref(row))
        });
        assert_eq!(refused.unwrap_err().to_string(), message);
    }
    assert_eq!(digest(&cellar), before);
}

#[test]
fn a_removed_sku_is_kept_and_comes_back_with_the_next_file_that_has_it() {
    let (_place, cellar) = shop_file();
    stock_up(&cellar, 1, 2);
    let removed = write(&cellar, |tx| {
        catalogue::apply(tx, &[without(0, &[sku_id(0, 1), sku_id(9, 9)])])
    });
    assert_eq!(removed.value.gone, 1);
    assert_eq!(cellar.read(sku::count).unwrap(), 1);
    let back = write(&cellar, |tx| bring(tx, &[product_row(0, 2)]));
    assert_eq!(back.value.skus.changed, 1);
    assert_eq!(back.value.touched[0].what, Touch::SkuAdded);
    assert_eq!(cellar.read(sku::count).unwrap(), 2);
}

#[test]
fn ids_with_leading_zeros_and_hostile_text_come_back_byte_for_byte() {
    let (_place, cellar) = shop_file();
    let mut row = product_row(0, 1);
    row.id = "0012".into();
    row.skus[0].id = "000000000000000000".into();
    let title = "'; DROP TABLE sku; -- \u{202e}a\u{301}\0 👩‍👩‍👧 =cmd|x";
    row.title = Some(title.to_owned());
    write(&cellar, |tx| bring(tx, std::slice::from_ref(&row)));
    let held = cellar
        .read(|view| product::find(view, &"0012".into()))
        .unwrap();
    assert_eq!(held.unwrap().title, title);
    let skus = cellar
        .read(|view| sku::of_product(view, &"0012".into()))
        .unwrap();
    assert_eq!(skus[0].id.as_str(), "000000000000000000");
    assert_eq!(
        cellar
            .read(|view| product::find(view, &"12".into()))
            .unwrap(),
        None
    );
}

#[test]
fn search_takes_percent_underscore_and_backslash_as_they_stand() {
    let (_place, cellar) = shop_file();
    let mut rows: Vec<_> = (0..4).map(|number| product_row(number, 1)).collect();
    rows[0].title = Some("100% Cotton".to_owned());
    rows[1].title = Some("100 Cotton".to_owned());
    rows[2].title = Some("a_b \\ 超声波清洁机".to_owned());
    rows[3].title = Some("axb".to_owned());
    write(&cellar, |tx| bring(tx, &rows));
    let found = |text: &str| -> Vec<_> {
        let filter = Filter {
            text: text.to_owned(),
            only: Only::All,
            category: None,
        };
        let ids = cellar.read(|view| product::ids(view, &filter)).unwrap();
        let count = cellar.read(|view| product::count(view, &filter)).unwrap();
        assert_eq!(ids.len() as u32, count);
        ids
    };
    assert_eq!(found("100%"), [product_id(0)]);
    assert_eq!(found("COTTON"), [product_id(0), product_id(1)]);
    assert_eq!(found("a_b"), [product_id(2)]);
    assert_eq!(found("\\"), [product_id(2)]);
    assert_eq!(found("清洁"), [product_id(2)]);
    assert_eq!(found("RL-3-0"), [product_id(3)]);
    assert_eq!(found(sku_id(1, 0).as_str()), [product_id(1)]);
    assert_eq!(found("").len(), 4);
    assert_eq!(
        cellar
            .read(|view| sku::count_matching(view, "a_b"))
            .unwrap(),
        1
    );
    assert_eq!(
        cellar.read(|view| sku::page(view, "cotton", 1, 5)).unwrap()[0].id,
        sku_id(1, 0)
    );
}

#[test]
fn a_page_of_products_sums_up_their_skus() {
    let (_place, cellar) = shop_file();
    let mut rows = vec![product_row(0, 3), product_row(1, 1), product_row(2, 0)];
    rows[0].skus[2].unit_cost = None;
    rows[1].status = Some(ProductStatus::Inactive);
    rows[1].skus[0].stock = None;
    write(&cellar, |tx| bring(tx, &rows));
    let lines = cellar
        .read(|view| product::page(view, &Filter::default(), 0, 10))
        .unwrap();
    let short: Vec<_> = lines
        .iter()
        .map(|line| (line.skus, line.stock, line.retail, line.skus_without_cost))
        .collect();
    assert_eq!(
        short,
        [
            (3, Some(150), Some((usd("20"), usd("20.02"))), 1),
            (1, None, Some((usd("20"), usd("20"))), 0),
            (0, None, None, 0),
        ]
    );
    let only = |only| {
        let filter = Filter {
            text: String::new(),
            only,
            category: None,
        };
        cellar.read(|view| product::ids(view, &filter)).unwrap()
    };
    assert_eq!(only(Only::Inactive), [product_id(1)]);
    assert_eq!(only(Only::Active), [product_id(0), product_id(2)]);
    assert_eq!(only(Only::WithoutCost), [product_id(0)]);
    assert_eq!(only(Only::InSkuError), []);
    assert_eq!(cellar.read(sku::count_without_cost).unwrap(), 1);
    assert_eq!(
        cellar.read(product::categories).unwrap(),
        [("Phones & Electronics (601739)".to_owned(), 3)]
    );
    let second: Vec<_> = cellar
        .read(|view| product::page(view, &Filter::default(), 1, 1))
        .unwrap();
    assert_eq!(second[0].product.id, product_id(1));
}

#[test]
fn prices_before_the_shop_is_set_up_are_refused() {
    let place = place();
    let cellar = crate::Cellar::create(&place.file, now()).unwrap();
    let refused = cellar.write("import", Summary::new("s"), now(), |tx| {
        bring(tx, &[product_row(0, 1)])
    });
    assert!(matches!(refused, Err(StoreError::NoShop)));
    assert!(matches!(cellar.read(sku::count), Ok(0)));
}
