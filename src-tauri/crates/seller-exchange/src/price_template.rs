//! The campaign price template that Seller Center takes as an upload.

use crate::export::unwritable;
use crate::headed::{Columns, HeaderSearch};
use crate::input::Input;
use crate::prefill;
use crate::row::Row;
use crate::trouble::{FileError, Hindrance, Problems, RowProblem, Trouble};
use crate::values::{self, DecimalMark, NumberStyle};
use crate::workbook::Workbook;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, FormatAlign, XlsxError};
use seller_domain::market::Currency;
use seller_domain::{Money, ProductId, SkuId};
use std::io::{Seek, Write};
use std::ops::ControlFlow;

const COLUMNS: [&str; 4] = ["Product ID", "SKU ID", "Campaign price", "Campaign stock"];
const REQUIRED: &[&str] = &["Product ID", "SKU ID", "Campaign price"];
const NOTE: &str = "One SKU a row. Do not change the column names.";

/// One SKU with its campaign price.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceRow {
    /// The product.
    pub product_id: ProductId,
    /// The SKU.
    pub sku_id: SkuId,
    /// The campaign price; none where the cell is empty.
    pub campaign_price: Option<Money>,
    /// The campaign stock, where the campaign reserves any.
    pub campaign_stock: Option<Decimal>,
}

/// A template that was filled in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PriceTemplate {
    /// The SKUs with the row each stands in.
    pub rows: Vec<(u32, PriceRow)>,
    /// The refused rows.
    pub problems: Problems,
}

/// Reads a template whose prices are in `currency`.
pub fn read(input: &Input, currency: Currency) -> Result<PriceTemplate, FileError> {
    let mut workbook = Workbook::open(input)?;
    let sheet = prefill::first_sheet(&workbook)?;
    let mut found = PriceTemplate::default();
    let mut search = HeaderSearch::default();
    workbook.read_rows(&sheet, |row| {
        if let Some(columns) = search.columns(row, REQUIRED)? {
            match read_row(row, columns, currency) {
                Ok(stated) => found.rows.push((row.number(), stated)),
                Err(problems) => found.problems.extend(problems),
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    search
        .finish(REQUIRED)
        .map_err(|error| error.in_sheet(&sheet.name))?;
    Ok(found)
}

fn read_row(row: &Row, columns: &Columns, currency: Currency) -> Result<PriceRow, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let mut id = |name| match values::id(columns.cell(row, name)) {
        Ok("") => {
            problems.push(columns.problem(row, name, Trouble::MissingValue));
            String::new()
        }
        Ok(id) => id.to_owned(),
        Err(trouble) => {
            problems.push(columns.problem(row, name, trouble));
            String::new()
        }
    };
    let (product_id, sku_id) = (id(COLUMNS[0]), id(COLUMNS[1]));
    let campaign_price = prefill::money(columns.cell(row, COLUMNS[2]), currency)
        .map_err(|trouble| problems.push(columns.problem(row, COLUMNS[2], trouble)))
        .unwrap_or_default();
    let stock = columns.cell(row, COLUMNS[3]);
    let campaign_stock = match stock.text.trim() {
        "" => None,
        _ => values::decimal(stock, NumberStyle::Marked(DecimalMark::Point))
            .map_err(|trouble| problems.push(columns.problem(row, COLUMNS[3], trouble)))
            .ok(),
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(PriceRow {
        product_id: product_id.into(),
        sku_id: sku_id.into(),
        campaign_price,
        campaign_stock,
    })
}

/// Writes a template: ids as text, prices and stock as numbers. The stock column is
/// there only if the campaign reserves stock.
pub fn write<W: Write + Seek + Send>(
    target: W,
    rows: impl IntoIterator<Item = PriceRow>,
    with_stock: bool,
) -> Result<(), FileError> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    fill(&mut workbook, rows, with_stock)
        .and_then(|()| workbook.save_to_writer(target))
        .map_err(unsaved)
}

fn fill(
    workbook: &mut rust_xlsxwriter::Workbook,
    rows: impl IntoIterator<Item = PriceRow>,
    with_stock: bool,
) -> Result<(), XlsxError> {
    let columns = if with_stock {
        &COLUMNS[..]
    } else {
        &COLUMNS[..3]
    };
    let note = Format::new().set_text_wrap().set_align(FormatAlign::Left);
    let header = Format::new().set_bold();
    let text = Format::new().set_num_format("@");
    let sheet = workbook.add_worksheet().set_name("Sheet1")?;
    let last = columns.len() as u16 - 1;
    sheet.merge_range(0, 0, 0, last, NOTE, &note)?;
    for (column, name) in (0u16..).zip(columns) {
        sheet.write_string_with_format(1, column, *name, &header)?;
        sheet.set_column_width(column, 24)?;
    }
    for (at, row) in (2u32..).zip(rows) {
        sheet.write_string_with_format(at, 0, row.product_id.as_str(), &text)?;
        sheet.write_string_with_format(at, 1, row.sku_id.as_str(), &text)?;
        if let Some(price) = row.campaign_price {
            sheet.write(at, 2, price.amount())?;
        }
        if let Some(stock) = row.campaign_stock.filter(|_| with_stock) {
            sheet.write(at, 3, stock)?;
        }
    }
    Ok(())
}

fn unsaved(error: XlsxError) -> FileError {
    match error {
        XlsxError::IoError(error) => unwritable(error),
        XlsxError::RowColumnLimitError => Trouble::TooManyRows { limit: 1_048_574 }.into(),
        _ => Trouble::CannotWrite {
            reason: Hindrance::NoWorkbook,
        }
        .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn row(sku: &str, price: Option<&str>, stock: Option<&str>) -> PriceRow {
        PriceRow {
            product_id: "1729380000000000123".into(),
            sku_id: sku.into(),
            campaign_price: price.map(|price| Money::parse(price, Currency::Usd).unwrap()),
            campaign_stock: stock.map(|stock| stock.parse().unwrap()),
        }
    }

    fn written(rows: &[PriceRow], with_stock: bool) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        write(&mut bytes, rows.iter().cloned(), with_stock).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let rows = [
            row("0029390000000000456", Some("19.99"), Some("12")),
            row("1729390000000000457", Some("0.07"), Some("1")),
            row("1729390000000000458", None, None),
        ];
        let found = read(&written(&rows, true).into(), Currency::Usd).unwrap();
        assert_eq!(found.problems, Problems::default());
        assert_eq!(found.rows, (3..).zip(rows).collect::<Vec<_>>());
    }

    #[test]
    fn prices_are_numbers_ids_are_text_and_the_stock_column_is_optional() {
        use calamine::{Data, Reader, Xlsx};
        let bytes = written(
            &[row("0029390000000000456", Some("19.99"), Some("12"))],
            false,
        );
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range("Sheet1").unwrap();
        let cells: Vec<_> = range.rows().skip(1).map(<[Data]>::to_vec).collect();
        assert_eq!(
            cells[0],
            ["Product ID", "SKU ID", "Campaign price"].map(|name| Data::String(name.into()))
        );
        assert_eq!(
            cells[1],
            [
                Data::String("1729380000000000123".into()),
                Data::String("0029390000000000456".into()),
                Data::Float(19.99),
            ]
        );
    }

    #[test]
    fn the_platforms_own_template_is_read() {
        let bytes = crate::samples::price_template(&[
            (
                "1729380000000000123",
                "1729390000000000456",
                "99000",
                Some("5"),
            ),
            ("1729380000000000123", "1.72939E+18", "99000", None),
            ("1729380000000000123", "1729390000000000458", "cheap", None),
        ]);
        let found = read(&bytes.into(), Currency::Idr).unwrap();
        assert_eq!(found.rows.len(), 1);
        assert_eq!(found.rows[0].0, 3);
        assert_eq!(found.rows[0].1.campaign_stock, Some(Decimal::from(5)));
        let troubles: Vec<_> = found
            .problems
            .listed
            .iter()
            .map(|one| (one.row, one.trouble.clone()))
            .collect();
        assert_eq!(
            troubles,
            [(4, Trouble::DamagedId), (5, Trouble::NotANumber)]
        );
    }
}
