use super::*;
use crate::samples::{self, BatchEditOptions, SampleSku};
use seller_domain::Money;
use seller_domain::catalogue::ProductStatus;

fn sku(product: u32, number: u32) -> SampleSku {
    SampleSku {
        product_id: format!("17293800000000{product:05}"),
        sku_id: format!("17293900000{product:04}{number:04}"),
        title: format!("Lamp <b>{product}</b> 促销"),
        variation: format!("Black, {number}"),
        category: "Celana Panjang (601277)".into(),
        brand: "No brand".into(),
        price: "110000".into(),
        stock: "12".into(),
        ..SampleSku::default()
    }
}

fn shop() -> Vec<SampleSku> {
    (1..=3)
        .flat_map(|product| (1..=product).map(move |number| sku(product, number)))
        .collect()
}

fn read_idr(bytes: Vec<u8>) -> BatchEdit {
    read(&bytes.into(), Currency::Idr).unwrap()
}

#[test]
fn every_sku_is_read_whatever_the_dimension_claims() {
    let found = read_idr(samples::batch_edit(&shop(), &BatchEditOptions::default()));
    assert_eq!(found.problems, Problems::default());
    assert_eq!(
        (found.version.as_str(), found.kind.as_str()),
        ("V4", "All_Information")
    );
    assert!(found.has_stock);
    assert_eq!(found.rows.len(), 6);
    let last = &found.rows[5];
    assert_eq!(last.row, 11);
    assert_eq!(
        last.product_id.as_ref().unwrap().as_str(),
        "1729380000000000003"
    );
    assert_eq!(
        last.sku_id.as_ref().unwrap().as_str(),
        "1729390000000030003"
    );
    assert_eq!(last.title.as_deref(), Some("Lamp <b>3</b> 促销"));
    assert_eq!(last.variation.as_deref(), Some("Black, 3"));
    assert_eq!(last.category.as_deref(), Some("Celana Panjang (601277)"));
    assert_eq!(last.status, Some(ProductStatus::Active));
    assert_eq!(last.seller_sku.as_deref(), Some(""));
    assert_eq!(
        last.retail_price,
        Some(Money::from_minor(110_000, Currency::Idr))
    );
    assert_eq!(last.stock, Some(12));
    assert_eq!(last.unit_cost, None);
}

#[test]
fn languages_orders_and_ways_of_writing_texts_make_no_difference() {
    let plain = read_idr(samples::batch_edit(&shop(), &BatchEditOptions::default()));
    for language in ["zh", "id", "th", "vi"] {
        for shuffled in [false, true] {
            let options = BatchEditOptions {
                language: language.into(),
                shuffled,
                inline_texts: shuffled,
                lying_dimension: false,
                ..BatchEditOptions::default()
            };
            let found = read_idr(samples::batch_edit(&shop(), &options));
            assert_eq!(found.rows, plain.rows, "{language} {shuffled}");
        }
    }
}

#[test]
fn without_the_column_the_stock_is_not_stated() {
    let options = BatchEditOptions {
        quantity: false,
        ..BatchEditOptions::default()
    };
    let found = read_idr(samples::batch_edit(&shop(), &options));
    assert!(!found.has_stock);
    assert!(found.rows.iter().all(|row| row.stock.is_none()));
    assert_eq!(found.rows.len(), 6);
}

#[test]
fn rows_that_cannot_be_right_are_refused_by_name_and_the_rest_is_read() {
    let mut skus = shop();
    skus[0].sku_id = "1.73238E+18".into();
    skus[1].price = "free".into();
    skus[2].title = "Another title".into();
    skus[4].sku_id = skus[3].sku_id.clone();
    skus[5].stock = "1.5".into();
    let found = read_idr(samples::batch_edit(&skus, &BatchEditOptions::default()));
    let problems: Vec<_> = found
        .problems
        .listed
        .iter()
        .map(|problem| {
            (
                problem.row,
                problem.column.as_deref().unwrap(),
                problem.trouble.clone(),
            )
        })
        .collect();
    assert_eq!(
        problems,
        [
            (6, "sku_id", Trouble::DamagedId),
            (7, "price", Trouble::NotANumber),
            (10, "sku_id", Trouble::Repeated { first_row: 9 }),
            (11, "quantity", Trouble::NotWhole),
        ]
    );
    // Row 7 was refused, so row 8 is the first that states this product's title.
    assert_eq!(
        found.rows.iter().map(|row| row.row).collect::<Vec<_>>(),
        [8, 9]
    );
}

#[test]
fn rows_of_a_product_that_disagree_are_reported() {
    let mut skus = shop();
    skus[4].title = "Another title".into();
    skus[5].status = "Deactivated(3)".into();
    let found = read_idr(samples::batch_edit(&skus, &BatchEditOptions::default()));
    let problems: Vec<_> = found
        .problems
        .listed
        .iter()
        .map(|problem| {
            (
                problem.row,
                problem.column.as_deref().unwrap(),
                problem.trouble.clone(),
            )
        })
        .collect();
    let disagrees = Trouble::Disagrees { first_row: 9 };
    assert_eq!(
        problems,
        [
            (10, "product_name", disagrees.clone()),
            (11, "product_status", disagrees)
        ]
    );
    assert_eq!(found.rows.len(), 4);
}

#[test]
fn a_giant_sheet_beside_and_a_far_cell_change_nothing() {
    let plain = read_idr(samples::batch_edit(&shop(), &BatchEditOptions::default()));
    assert_eq!(
        read_idr(samples::giant_side_sheet(&shop(), 4)).rows,
        plain.rows
    );
    assert_eq!(read_idr(samples::lone_far_cell(&shop())).rows, plain.rows);
}

#[test]
fn a_workbook_without_the_keys_is_refused_with_their_names() {
    use crate::samples::{Book, Tab};
    let book = Book::of([Tab::named("Template").row(["product_id", "sku_id", "Preis"])]);
    let error = read(&book.bytes().into(), Currency::Usd).unwrap_err();
    assert_eq!(
        *error.trouble,
        Trouble::MissingColumns {
            columns: vec!["price".into()]
        }
    );
    assert_eq!(error.place.sheet.as_deref(), Some("Template"));
    let other = Book::of([Tab::named("Sheet1").row(["product_id"])]);
    let error = read(&other.bytes().into(), Currency::Usd).unwrap_err();
    assert_eq!(
        *error.trouble,
        Trouble::MissingSheet {
            wanted: "Template".into()
        }
    );
    let empty = Book::of([Tab::named("Template")]);
    let error = read(&empty.bytes().into(), Currency::Usd).unwrap_err();
    assert_eq!(*error.trouble, Trouble::NoHeader);
}
