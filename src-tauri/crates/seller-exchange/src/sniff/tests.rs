use super::*;
use crate::samples::{self, BatchEditOptions, Book, FailRow, PrefillRow, SampleSku, Tab};
use crate::trouble::Hindrance;

fn kind(bytes: Vec<u8>) -> FileKind {
    recognise(&bytes.into()).unwrap().kind
}

fn trouble(bytes: Vec<u8>) -> Trouble {
    *recognise(&bytes.into()).unwrap_err().trouble
}

#[test]
fn every_kind_is_known_by_its_content() {
    let skus = [SampleSku {
        product_id: "1".into(),
        sku_id: "2".into(),
        ..SampleSku::default()
    }];
    assert_eq!(
        kind(samples::batch_edit(&skus, &BatchEditOptions::default())),
        FileKind::BatchEdit
    );
    assert_eq!(
        kind(samples::prefill(&[PrefillRow::default()])),
        FileKind::CampaignPrefill
    );
    assert_eq!(
        kind(samples::price_template(&[("1", "2", "3", None)])),
        FileKind::PriceTemplate
    );
    assert_eq!(
        kind(samples::price_template(&[("1", "2", "3", Some("4"))])),
        FileKind::PriceTemplate
    );
    assert_eq!(
        kind(samples::fail_report(&[FailRow::default()])),
        FileKind::FailReport
    );
    let settlement = Tab::named("Order details").row([
        "Order/adjustment ID  ",
        "Type ",
        "Currency",
        "Total settlement amount",
    ]);
    assert_eq!(kind(Book::of([settlement]).bytes()), FileKind::Settlement);
    assert_eq!(
        kind(Book::of([Tab::named("A").row(["sku", "cost"])]).bytes()),
        FileKind::Table
    );
    assert_eq!(kind(b"sku,cost\n1,2\n".to_vec()), FileKind::Table);
    let ours = registrations_csv::KEYS.join(",");
    assert_eq!(
        kind(format!("{ours}\n").into_bytes()),
        FileKind::Registrations
    );
}

#[test]
fn what_cannot_be_read_is_named_with_its_remedy() {
    assert_eq!(trouble(samples::encrypted()), Trouble::Encrypted);
    assert_eq!(trouble(samples::legacy()), Trouble::LegacyWorkbook);
    assert_eq!(trouble(Vec::new()), Trouble::EmptyFile);
    assert_eq!(trouble(b"%PDF-1.7 ...".to_vec()), Trouble::NotATable);
    assert_eq!(trouble((0..=255).collect()), Trouble::NotATable);
    assert_eq!(trouble(samples::escaping_part()), Trouble::UnsafePart);
    assert_eq!(
        trouble(samples::crowd(10_001)),
        Trouble::TooManyParts { limit: 10_000 }
    );
    let part = "xl/worksheets/sheet1.xml".to_owned();
    assert_eq!(
        trouble(samples::entity_expansion()),
        Trouble::ForbiddenXml { part: part.clone() }
    );
    assert_eq!(
        trouble(samples::bomb(64)),
        Trouble::UnpacksTooLarge { part: part.clone() }
    );
    assert_eq!(
        trouble(samples::bomb_that_lies(64)),
        Trouble::BrokenWorkbook { part }
    );
    let workbook = samples::batch_edit(&[], &BatchEditOptions::default());
    for keep in [30, workbook.len() / 2, workbook.len() - 1] {
        let part = "zip".to_owned();
        assert_eq!(
            trouble(workbook[..keep].to_vec()),
            Trouble::BrokenWorkbook { part },
            "{keep}"
        );
    }
    let no_workbook = Book::default().with_part("xl/workbook.xml", "<workbook/>");
    assert!(matches!(
        trouble(no_workbook.bytes()),
        Trouble::BrokenWorkbook { .. }
    ));
}

#[test]
fn a_missing_file_and_a_folder_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = recognise(&folder.path().join("none.xlsx").into()).unwrap_err();
    assert_eq!(
        *missing.trouble,
        Trouble::CannotRead {
            reason: Hindrance::NotFound
        }
    );
    let error = recognise(&folder.path().into()).unwrap_err();
    assert_eq!(*error.trouble, Trouble::NotATable);
}
