use super::*;
use crate::samples;
use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::io::{Cursor, Read};

fn listed(number: u32) -> samples::PrefillRow {
    samples::PrefillRow {
        product_id: format!("17293800000000{:05}", number / 3),
        title: format!("Lamp {number} <&> 促销"),
        sku_id: format!("17293900000000{number:05}"),
        sku_name: if number.is_multiple_of(3) {
            "default_sku_name".into()
        } else {
            format!("Size {number}")
        },
        retail_price: "120000".into(),
        price_range: ">=1 and <99000".into(),
        campaign_price: match number % 4 {
            0 => String::new(),
            1 => format!("=E{}*0.8", number + 3),
            _ => "95000".into(),
        },
        stock: "12".into(),
        stock_range: [">5", ">=5", "5", ""][number as usize % 4].into(),
    }
}

fn listing(rows: u32) -> Vec<samples::PrefillRow> {
    (0..rows).map(listed).collect()
}

fn sku(number: u32) -> SkuId {
    SkuId::new(listed(number).sku_id)
}

fn price(units: i64) -> Fill {
    Fill {
        campaign_price: Money::from_minor(units, Currency::Idr),
        campaign_stock: Some(Decimal::from(units % 100 + 1)),
    }
}

fn filled(bytes: &[u8], registered: &HashMap<SkuId, Fill>) -> (Vec<u8>, Filled) {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("filled.xlsx");
    let report = fill_in_place(&bytes.into(), &target, registered).unwrap();
    (std::fs::read(&target).unwrap(), report)
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (entry.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn sheet(bytes: &[u8]) -> String {
    String::from_utf8(parts(bytes)["xl/worksheets/sheet1.xml"].clone()).unwrap()
}

/// The names of the parts that differ.
fn changed(before: &[u8], after: &[u8]) -> Vec<String> {
    let (before, after) = (parts(before), parts(after));
    let names: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .cloned()
        .collect()
}

#[test]
fn what_the_platform_says_of_each_sku_is_read() {
    let found = read(&samples::prefill(&listing(6)).into(), Currency::Idr).unwrap();
    assert_eq!(found.problems, Problems::default());
    assert_eq!((found.sheet.as_str(), found.rows.len()), ("Sheet1", 6));
    let row = &found.rows[3];
    assert_eq!(row.row, 6);
    assert_eq!(row.sku_name, "");
    assert_eq!(found.rows[4].sku_name, "Size 4");
    assert_eq!(row.product_name, "Lamp 3 <&> 促销");
    assert_eq!(
        row.retail_price,
        Some(Money::from_minor(120_000, Currency::Idr))
    );
    assert_eq!(row.price_range.to_string(), ">=1 and <99000");
    assert_eq!(row.available_stock, Some(12));
    assert_eq!((row.sold_30_days, row.region.as_str()), (Some(12), "US"));
    let least: Vec<_> = found.rows[..4]
        .iter()
        .map(|row| row.stock_range.to_string())
        .collect();
    assert_eq!(least, [">5", ">=5", ">=5", ">=1"]);
    // The second one's formula was never computed.
    let recommended = found.rows.iter().map(|row| row.terms().recommended_price);
    let proposed = Some(Money::from_minor(95_000, Currency::Idr));
    assert_eq!(
        recommended.collect::<Vec<_>>(),
        [None, None, proposed, proposed, None, None]
    );
}

#[test]
fn a_proposal_that_nobody_can_charge_is_refused_by_its_cell() {
    let priced = |(number, price): (u32, &str)| samples::PrefillRow {
        campaign_price: price.to_owned(),
        retail_price: "20".to_owned(),
        price_range: ">=1 and <20".to_owned(),
        ..listed(number)
    };
    let rows: Vec<_> = (0..)
        .zip(["0", "-1", "0.005", "9.99"])
        .map(priced)
        .collect();
    let found = read(&samples::prefill(&rows).into(), Currency::Usd).unwrap();
    let proposed: Vec<_> = found
        .rows
        .iter()
        .map(|row| (row.row, row.terms().recommended_price))
        .collect();
    let price = Money::from_minor(999, Currency::Usd);
    assert_eq!(proposed, [(3, None), (6, Some(price))]);
    let refused: Vec<_> = found
        .problems
        .listed
        .into_iter()
        .map(|problem| (problem.row, problem.value, problem.trouble))
        .collect();
    assert_eq!(
        refused,
        [
            (4, Some("-1".to_owned()), Trouble::Negative),
            (
                5,
                Some("0.005".to_owned()),
                Trouble::NumberTooFine { digits: 2 }
            )
        ]
    );
}

#[test]
fn the_header_is_found_by_its_names_wherever_it_is() {
    use crate::samples::{Book, Tab};
    let tab = Tab::named("Tabelle")
        .gap(3)
        .row(["a note"])
        .row(["campaign price", "SKU ID", "PRODUCT ID"])
        .row(["19.99", "s1", "p1"]);
    let found = read(&Book::of([tab]).bytes().into(), Currency::Usd).unwrap();
    assert_eq!((found.sheet.as_str(), found.rows[0].row), ("Tabelle", 6));
    assert_eq!(found.note, "a note");
    assert_eq!(
        found.rows[0].campaign_price,
        Some(Money::from_minor(1999, Currency::Usd))
    );
    assert_eq!(
        found.rows[0].stock_range,
        StatedRange::at_least(Decimal::ONE)
    );
    let none = Book::of([Tab::named("Sheet1").row(["SKU ID", "Price"])]);
    let error = read(&none.bytes().into(), Currency::Usd).unwrap_err();
    let columns = ["Product ID", "SKU ID", "Campaign price"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(*error.trouble, Trouble::MissingColumns { columns });
}

#[test]
fn rows_with_damaged_ids_and_strange_ranges_are_refused() {
    let mut rows = listing(3);
    rows[0].sku_id = "1.72939E+18".into();
    rows[1].price_range = "ask us".into();
    let found = read(&samples::prefill(&rows).into(), Currency::Idr).unwrap();
    let troubles: Vec<_> = found
        .problems
        .listed
        .iter()
        .map(|one| (one.row, one.column.as_deref().unwrap(), one.trouble.clone()))
        .collect();
    assert_eq!(
        troubles,
        [
            (3, "SKU ID", Trouble::DamagedId),
            (4, "Campaign Price Range", Trouble::NotARange)
        ]
    );
    assert_eq!(found.rows.len(), 1);
}

#[test]
fn with_every_sku_registered_only_two_columns_change() {
    let before = samples::prefill(&listing(8));
    let registered = (0..8)
        .map(|number| (sku(number), price(90_000 + i64::from(number))))
        .collect();
    let (after, report) = filled(&before, &registered);
    assert_eq!(
        report,
        Filled {
            kept: 8,
            dropped: 0,
            missing: Vec::new(),
            takes_stock: true
        }
    );
    assert_eq!(
        changed(&before, &after),
        [
            "[Content_Types].xml",
            "xl/_rels/workbook.xml.rels",
            "xl/calcChain.xml",
            "xl/worksheets/sheet1.xml"
        ]
    );
    // Taking what was filled in out again gives the sheet as it was, to the byte.
    let cells = |xml: &str| -> Vec<String> {
        xml.split("<c ")
            .filter(|cell| !cell.starts_with("r=\"G") && !cell.starts_with("r=\"K"))
            .map(|cell| cell.replace("</row>", "").replace("<row ", ""))
            .collect()
    };
    let (old, new) = (sheet(&before), sheet(&after));
    let tail = |xml: &str| xml[xml.find("</sheetData>").unwrap()..].to_owned();
    assert_eq!(tail(&old), tail(&new));
    let head = |xml: &str| xml[..xml.find("<row r=\"3\">").unwrap()].to_owned();
    assert_eq!(head(&old), head(&new));
    assert_eq!(cells(&old).len(), cells(&new).len());
    assert!(new.contains("<c r=\"G3\"><v>90000</v></c>"));
    assert!(
        new.contains("<c r=\"G4\" s=\"2\"><v>90001</v></c>"),
        "it keeps its style"
    );
    assert!(
        new.contains("<c r=\"G7\" s=\"2\"><v>90004</v></c>"),
        "or takes that of the cell above"
    );
    assert!(new.contains("<c r=\"K3\"><v>1</v></c>"));
    assert!(!new.contains("<f>E"), "no formula is left in a price");
}

#[test]
fn rows_that_are_not_registered_go_and_everything_that_names_rows_follows() {
    let before = samples::prefill(&listing(8));
    let registered: HashMap<_, _> = [1, 4, 6]
        .map(|number| (sku(number), price(90_000 + i64::from(number))))
        .into();
    let mut with_stranger = registered.clone();
    with_stranger.insert(SkuId::new("404"), price(1));
    let (after, report) = filled(&before, &with_stranger);
    assert_eq!(
        report,
        Filled {
            kept: 3,
            dropped: 5,
            missing: vec![SkuId::new("404")],
            takes_stock: true
        }
    );
    let xml = sheet(&after);
    let rows: Vec<_> = xml
        .match_indices("<row r=\"")
        .map(|(at, _)| xml[at + 8..].split('"').next().unwrap())
        .collect();
    assert_eq!(rows, ["1", "2", "3", "4", "5"]);
    for part in [
        "<dimension ref=\"A1:P5\"/>",
        "<autoFilter ref=\"A2:P5\"/>",
        "<mergeCells count=\"1\"><mergeCell ref=\"A1:J1\"/></mergeCells>",
        "<conditionalFormatting sqref=\"G3:G5\">",
        "sqref=\"G3:G5 K3:K5\"",
        "<col min=\"1\" max=\"1\" width=\"24.5\" customWidth=\"1\"/>",
    ] {
        assert!(xml.contains(part), "{part} in {xml}");
    }
    let names = String::from_utf8(parts(&after)["xl/workbook.xml"].clone()).unwrap();
    assert!(names.contains(">Sheet1!$A$2:$P$5</definedName>"), "{names}");
    assert!(!parts(&after).contains_key("xl/calcChain.xml"));
    for untouched in [
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet2.xml",
        "_rels/.rels",
    ] {
        assert_eq!(
            parts(&before)[untouched],
            parts(&after)[untouched],
            "{untouched}"
        );
    }
    let found = read(&after.clone().into(), Currency::Idr).unwrap();
    assert_eq!(found.problems, Problems::default());
    let read_back: Vec<_> = found
        .rows
        .iter()
        .map(|row| {
            (
                row.row,
                row.sku_id.clone(),
                row.product_name.clone(),
                row.campaign_price,
                row.campaign_stock,
            )
        })
        .collect();
    let expected: Vec<_> = [(3, 1), (4, 4), (5, 6)]
        .into_iter()
        .map(|(row, number)| {
            let fill = registered[&sku(number)];
            (
                row,
                sku(number),
                listed(number).title,
                Some(fill.campaign_price),
                fill.campaign_stock,
            )
        })
        .collect();
    assert_eq!(read_back, expected);
    assert_eq!(
        numbers_by_another_reader(after),
        [90_001.0, 90_004.0, 90_006.0]
    );
}

#[expect(
    clippy::disallowed_types,
    reason = "the other reader hands numbers over so"
)]
fn numbers_by_another_reader(bytes: Vec<u8>) -> Vec<f64> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range("Sheet1").unwrap();
    range
        .rows()
        .skip(2)
        .map(|row| match &row[6] {
            Data::Float(number) => *number,
            other => panic!("{other:?} is not a number"),
        })
        .collect()
}

#[test]
fn a_price_keeps_its_cents_exactly() {
    let before = samples::prefill(&listing(1));
    let fill = Fill {
        campaign_price: Money::parse("19.90", Currency::Usd).unwrap(),
        campaign_stock: None,
    };
    let (after, _) = filled(&before, &HashMap::from([(sku(0), fill)]));
    assert!(
        sheet(&after).contains("<c r=\"G3\"><v>19.9</v></c>"),
        "{}",
        sheet(&after)
    );
    assert!(!sheet(&after).contains("r=\"K3\""), "no stock was given");
}

/// A prefill workbook with formulas of all kinds in further columns, two sheets in the chain,
/// links, comments and a table.
fn crafted(data: &str, tail: &str, chain: &str) -> Vec<u8> {
    use crate::samples::{Book, Tab};
    let header = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Product ID</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>SKU ID</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>Campaign price</t></is></c></row>";
    let xml = format!(
        "<?xml version=\"1.0\"?>\r\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1\"/><sheetData>{header}{data}</sheetData>{tail}</worksheet>"
    );
    let mut book = Book::of([
        Tab::named("Sheet1").row(["x"]),
        Tab::named("Other").row(["x"]),
    ])
    .with_part("xl/worksheets/sheet1.xml", xml);
    if !chain.is_empty() {
        book = book.with_part(
            "xl/calcChain.xml",
            format!("<calcChain>{chain}</calcChain>"),
        );
    }
    book.bytes()
}

fn data_row(row: u32, sku: &str, more: &str) -> String {
    format!(
        "<row r=\"{row}\" spans=\"1:4\"><c r=\"A{row}\"><v>1</v></c><c r=\"B{row}\" t=\"inlineStr\"><is><t>{sku}</t></is></c>{more}</row>\n"
    )
}

fn kept(skus: &[&str]) -> HashMap<SkuId, Fill> {
    skus.iter()
        .map(|sku| {
            (
                SkuId::new(*sku),
                Fill {
                    campaign_stock: None,
                    ..price(7)
                },
            )
        })
        .collect()
}

#[test]
fn formulas_of_other_columns_follow_or_become_their_values() {
    let data = [
        data_row(3, "a", "<c r=\"D3\"><f>B4&amp;B5</f><v>1</v></c>"),
        data_row(4, "b", "<c r=\"D4\"><f>A5+1</f><v>2</v></c>"),
        data_row(5, "c", "<c r=\"D5\" t=\"str\"><f>IF(A5&lt;2,A5,A5)</f><v>3</v></c><c r=\"E5\"><f t=\"shared\" si=\"0\"/><v>4</v></c>"),
        data_row(6, "d", "<c r=\"C6\" s=\"3\"><f>A6</f><v>5</v></c><c r=\"D6\"><f>SUM(A3:A6)</f><v>6</v></c>"),
    ]
    .concat();
    let chain = "<c r=\"D3\" i=\"1\"/><c r=\"D4\"/><c r=\"D5\"/><c r=\"E5\"/><c r=\"C6\"/><c r=\"A1\" i=\"2\"/><c r=\"A2\"/><c r=\"D6\" i=\"1\" l=\"1\"/>";
    let (after, _) = filled(&crafted(&data, "", chain), &kept(&["a", "c", "d"]));
    let xml = sheet(&after);
    for cell in [
        "<c r=\"D3\"><v>1</v></c>",
        "<c r=\"D4\" t=\"str\"><f>IF(A4&lt;2,A4,A4)</f><v>3</v></c><c r=\"E4\"><v>4</v></c>",
        "<c r=\"C5\" s=\"3\"><v>7</v></c><c r=\"D5\"><f>SUM(A3:A5)</f><v>6</v></c>",
        "<row r=\"5\" spans=\"1:4\"><c r=\"A5\"><v>1</v></c>",
        "<dimension ref=\"A2:E5\"/>",
    ] {
        assert!(xml.contains(cell), "{cell} in {xml}");
    }
    let order = String::from_utf8(parts(&after)["xl/calcChain.xml"].clone()).unwrap();
    assert_eq!(
        order,
        "<calcChain><c r=\"D4\" i=\"1\"/><c r=\"A1\" i=\"2\"/><c r=\"A2\" i=\"2\"/><c r=\"D5\" i=\"1\" l=\"1\"/></calcChain>"
    );
}

#[test]
fn what_loses_all_of_its_rows_goes_and_counts_are_corrected() {
    let data = [
        data_row(3, "a", ""),
        data_row(4, "b", ""),
        data_row(5, "c", ""),
    ]
    .concat();
    let tail = "<mergeCells count=\"2\"><mergeCell ref=\"D4:E4\"/><mergeCell ref=\"A1:C1\"/></mergeCells>\
<conditionalFormatting sqref=\"C4\"><cfRule type=\"expression\"><formula>C4&gt;1</formula></cfRule></conditionalFormatting>\
<conditionalFormatting sqref=\"C5\"><cfRule type=\"expression\"><formula>$C5&gt;$A$5</formula></cfRule></conditionalFormatting>\
<dataValidations count=\"1\"><dataValidation sqref=\"C4\"/></dataValidations>\
<hyperlinks><hyperlink ref=\"A5\" location=\"x\"/><hyperlink ref=\"A4\" location=\"y\"/></hyperlinks>\
<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><xm:f>C4</xm:f><xm:sqref>C4</xm:sqref></x14:conditionalFormatting>\
<x14:conditionalFormatting><x14:cfRule><xm:f>C5</xm:f></x14:cfRule><xm:sqref>C5 C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
    let (after, _) = filled(&crafted(&data, tail, ""), &kept(&["a", "c"]));
    let xml = sheet(&after);
    let found = &xml[xml.find("</sheetData>").unwrap()..];
    assert_eq!(
        found,
        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells>\
<conditionalFormatting sqref=\"C4\"><cfRule type=\"expression\"><formula>$C4&gt;$A$4</formula></cfRule></conditionalFormatting>\
<hyperlinks><hyperlink ref=\"A4\" location=\"x\"/></hyperlinks>\
<extLst><ext><x14:conditionalFormattings>\
<x14:conditionalFormatting><x14:cfRule><xm:f>C4</xm:f></x14:cfRule><xm:sqref>C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    );
}

#[test]
fn a_formula_that_cells_share_is_kept_only_while_its_first_cell_is() {
    let shared = |column: char| {
        [
            data_row(3, "a", &format!("<c r=\"{column}3\"><f t=\"shared\" si=\"0\" ref=\"{column}3:{column}4\">A3</f><v>1</v></c>")),
            data_row(4, "b", &format!("<c r=\"{column}4\"><f t=\"shared\" si=\"0\"/><v>1</v></c>")),
        ]
        .concat()
    };
    let (beside, _) = filled(&crafted(&shared('D'), "", ""), &kept(&["a", "b"]));
    assert_eq!(sheet(&beside).matches("t=\"shared\"").count(), 2);
    let (prices, _) = filled(&crafted(&shared('C'), "", ""), &kept(&["a", "b"]));
    assert_eq!(sheet(&prices).matches("<f").count(), 0);
}

#[test]
fn a_file_that_cannot_be_filled_in_leaves_the_target_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("filled.xlsx");
    std::fs::write(&target, "old").unwrap();
    let data = [data_row(3, "a", ""), data_row(4, "b", "")].concat();
    let mut broken = crafted(&data, "", "");
    broken.truncate(broken.len() / 2);
    let entities = samples::entity_expansion();
    let template = samples::batch_edit(&[], &samples::BatchEditOptions::default());
    for bytes in [broken, entities, template] {
        assert!(fill_in_place(&bytes.into(), &target, &kept(&["a"])).is_err());
        assert_eq!(std::fs::read(&target).unwrap(), b"old");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_registered_is_read_back_in_its_order(choice in proptest::collection::vec(any::<bool>(), 1..40)) {
        let before = samples::prefill(&listing(choice.len() as u32));
        let numbers: Vec<u32> = (0..).zip(&choice).filter(|(_, keep)| **keep).map(|(number, _)| number).collect();
        let registered = numbers.iter().map(|number| (sku(*number), price(i64::from(*number) + 1))).collect();
        let (after, report) = filled(&before, &registered);
        prop_assert_eq!(report.kept as usize, numbers.len());
        prop_assert_eq!(report.dropped as usize, choice.len() - numbers.len());
        let found = read(&after.into(), Currency::Idr).unwrap();
        prop_assert_eq!(found.problems.total, 0);
        let read_back: Vec<_> = found.rows.iter().map(|row| (row.row, row.sku_id.clone(), row.campaign_price)).collect();
        let expected: Vec<_> = (3..).zip(&numbers).map(|(row, number)| (row, sku(*number), Some(price(i64::from(*number) + 1).campaign_price))).collect();
        prop_assert_eq!(read_back, expected);
    }
}
