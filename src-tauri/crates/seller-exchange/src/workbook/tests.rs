use super::*;
use crate::row::CellKind;
use crate::samples::{Book, Tab, Value};
use crate::trouble::Place;

fn cells(book: &Book) -> Result<Vec<String>, FileError> {
    let mut workbook = Workbook::open(&book.bytes().into())?;
    let sheet = workbook.sheets()[0].clone();
    let mut found = Vec::new();
    workbook.read_rows(&sheet, |row| {
        for cell in row.cells() {
            let column = crate::row::column_letters(cell.column);
            found.push(format!("{column}{}={}", row.number(), cell.text));
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn with_sheet(data: &str) -> Book {
    let xml = format!("<x:worksheet xmlns:x=\"m\"><x:sheetData>{data}</x:sheetData></x:worksheet>");
    Book::of([Tab::named("A").row(["shared <&> one", "two"])])
        .with_part("xl/worksheets/sheet1.xml", xml)
}

#[test]
fn cells_are_read_however_they_are_written() {
    let data = "<!-- a comment --><x:row r=\"2\"><x:c r=\"B2\" t=\"s\"><x:v>1</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:r><x:t>rich </x:t></x:r><x:r><x:t>text</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c>\
<x:c r=\"F2\" t=\"b\"><x:v>1</x:v></x:c><x:c r=\"G2\" t=\"str\"><x:f>A1</x:f><x:v>a&amp;b&#x41;</x:v></x:c></x:row>\
<x:row><x:c><x:v>1.5E1</x:v></x:c><x:c t=\"s\"><x:v>0</x:v></x:c><x:c/><x:c t=\"inlineStr\"><x:is><x:t><![CDATA[<raw>]]></x:t></x:is></x:c></x:row>";
    assert_eq!(
        cells(&with_sheet(data)).unwrap(),
        [
            "B2=two",
            "C2=rich text",
            "F2=TRUE",
            "G2=a&bA",
            "A3=15",
            "B3=shared <&> one",
            "D3=<raw>"
        ]
    );
}

#[test]
fn what_refers_to_nothing_is_named() {
    let error = cells(&with_sheet(
        "<row r=\"4\"><c r=\"C4\" t=\"s\"><v>9</v></c></row>",
    ))
    .unwrap_err();
    let part = "sharedStrings.xml".to_owned();
    assert_eq!(*error.trouble, Trouble::BrokenWorkbook { part });
    assert_eq!(error.place, Place::cell(4, "C").in_sheet("A"));
    for broken in [
        "<row r=\"1\"><c",
        "<row r=\"1\"><c r=\"A1\"><v>&unknown;</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>&#0;</v></c></row>",
    ] {
        assert!(cells(&with_sheet(broken)).is_err(), "{broken}");
    }
}

#[test]
fn a_cell_with_too_much_text_is_refused_with_its_place() {
    let trouble = Trouble::CellTooLarge {
        limit_kilobytes: 1024,
    };
    let text = "促".repeat(4 << 20);
    let inline =
        format!("<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    let error = cells(&with_sheet(&inline)).unwrap_err();
    assert_eq!(
        (&*error.trouble, error.place),
        (&trouble, Place::cell(7, "B").in_sheet("A"))
    );
    let shared = Book::of([Tab::named("A").row([text.as_str()])]);
    assert_eq!(*cells(&shared).unwrap_err().trouble, trouble);
    let pieces = format!(
        "<row r=\"7\"><c r=\"B7\" t=\"inlineStr\"><is>{}</is></c></row>",
        "<r><t>0123456789</t></r>".repeat(200_000)
    );
    assert_eq!(*cells(&with_sheet(&pieces)).unwrap_err().trouble, trouble);
}

#[test]
fn a_value_beyond_the_last_column_is_refused_and_an_empty_cell_there_is_not() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let error = cells(&with_sheet(far)).unwrap_err();
    assert_eq!(*error.trouble, Trouble::TooManyColumns { limit: 1_000 });
    assert_eq!(error.place, Place::cell(1_048_576, "XFD").in_sheet("A"));
    let empty = "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>";
    assert_eq!(cells(&with_sheet(empty)).unwrap(), [""; 0]);
}

#[test]
fn what_the_table_of_texts_says_about_its_size_is_not_believed() {
    let book = Book::of([Tab::named("A").row(["x"])]).with_part(
        "xl/sharedStrings.xml",
        "<sst count=\"2147483648\" uniqueCount=\"2147483648\"><si><t>only</t></si></sst>",
    );
    assert_eq!(cells(&book).unwrap(), ["A1=only"]);
}

#[test]
fn of_a_large_table_of_texts_only_those_are_kept_that_the_sheet_shows() {
    let needed = Tab::named("Needed").row(["first", "second"]);
    let mut side = Tab::named("Side");
    for row in 0..40_000 {
        side = side.row([format!(
            "a text that only the other sheet shows, number {row}"
        )]);
    }
    let bytes = Book::of([side, needed]).bytes();
    let mut workbook = Workbook::open(&bytes.into()).unwrap();
    let sheet = workbook.require_sheet("Needed").unwrap();
    let mut texts = Vec::new();
    workbook
        .read_rows(&sheet, |row| {
            texts.extend(row.cells().map(|cell| cell.text.to_owned()));
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
    assert_eq!(texts, ["first", "second"]);
    let side = workbook.require_sheet("Side").unwrap();
    let mut count = 0;
    workbook
        .read_rows(&side, |row| {
            assert!(row.text(0).ends_with(&format!("number {count}")));
            count += 1;
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
    assert_eq!(count, 40_000);
}

#[test]
fn numbers_and_errors_are_told_from_texts() {
    let book = Book::of([Tab::named("A").row([
        Value::Number("1".into()),
        Value::Text("1".into()),
        Value::Error("#N/A".into()),
        Value::Formula("1+1".into(), None),
    ])]);
    let mut workbook = Workbook::open(&book.bytes().into()).unwrap();
    let sheet = workbook.sheets()[0].clone();
    workbook
        .read_rows(&sheet, |row| {
            let kinds: Vec<_> = row.cells().map(|cell| cell.kind).collect();
            assert_eq!(
                kinds,
                [
                    CellKind::Number,
                    CellKind::Text,
                    CellKind::Error,
                    CellKind::Unfinished
                ]
            );
            Ok(ControlFlow::Continue(()))
        })
        .unwrap();
}

#[test]
fn a_workbook_with_macros_is_read_for_its_cells_alone() {
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>";
    let tab = Tab::named("A").row(["sku", "cost"]).row(["1", "2.50"]);
    let book = Book::of([tab])
        .with_part("[Content_Types].xml", types)
        .with_part("xl/vbaProject.bin", crate::samples::legacy());
    assert_eq!(
        cells(&book).unwrap(),
        ["A1=sku", "B1=cost", "A2=1", "B2=2.50"]
    );
    let found = crate::sniff::recognise(&book.bytes().into()).unwrap();
    assert_eq!(found.kind, crate::trouble::FileKind::Table);
}

#[test]
fn hidden_rows_and_columns_are_read_like_any_other() {
    let xml = "<worksheet><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>\
<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
<row r=\"2\" hidden=\"1\" ht=\"0\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row>\
<row r=\"3\" outlineLevel=\"1\" collapsed=\"1\"><c r=\"A3\"><v>5</v></c></row></sheetData></worksheet>";
    let book = Book::of([Tab::named("A").row(["x"])]).with_part("xl/worksheets/sheet1.xml", xml);
    assert_eq!(
        cells(&book).unwrap(),
        ["A1=1", "B1=2", "A2=3", "B2=4", "A3=5"]
    );
}
