//! A campaign's prefill workbook: what it takes of each SKU, and filling it in.

mod chain;
mod fill;
mod formula;
mod rows;
mod sheet_xml;
mod tail;

pub use fill::{Fill, Filled, fill_in_place};

use crate::headed::{Columns, HeaderSearch};
use crate::input::Input;
use crate::platform_text::{self, Alone};
use crate::row::{Cell, CellKind, Row};
use crate::trouble::{FileError, Problems, RowProblem, Trouble};
use crate::values::{self, DecimalMark, NumberStyle};
use crate::workbook::{Sheet, Workbook};
use rust_decimal::Decimal;
use seller_domain::campaign::{StatedRange, StatedTerms};
use seller_domain::market::Currency;
use seller_domain::{Money, ProductId, SkuId};
use std::ops::ControlFlow;

/// What a SKU is called that is its product's only one.
const ONLY_SKU: &str = "default_sku_name";

const REQUIRED: &[&str] = &["Product ID", "SKU ID", "Campaign price"];

/// A prefill workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prefill {
    /// The sheet with the SKUs.
    pub sheet: String,
    /// The platform's note above the columns, the only thing that is about the whole campaign.
    pub note: String,
    /// The SKUs, in the order of the file.
    pub rows: Vec<PrefillRow>,
    /// The refused rows.
    pub problems: Problems,
}

/// What the platform says of one SKU.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefillRow {
    /// The row as a spreadsheet counts.
    pub row: u32,
    /// The product.
    pub product_id: ProductId,
    /// The product's title.
    pub product_name: String,
    /// The SKU.
    pub sku_id: SkuId,
    /// The variation; empty for a product without variants.
    pub sku_name: String,
    /// The retail price.
    pub retail_price: Option<Money>,
    /// The campaign prices it takes.
    pub price_range: StatedRange,
    /// The campaign price that is filled in already.
    pub campaign_price: Option<Money>,
    /// Why the platform proposes it.
    pub price_reason: String,
    /// Units that can be sold.
    pub available_stock: Option<u32>,
    /// The campaign stock it takes.
    pub stock_range: StatedRange,
    /// The campaign stock that is filled in already.
    pub campaign_stock: Option<Decimal>,
    /// The category.
    pub category: String,
    /// The brand.
    pub brand: String,
    /// Units sold in the last 30 days.
    pub sold_30_days: Option<u32>,
    /// The market.
    pub region: String,
    /// What was wrong with the row when it was uploaded before.
    pub error: String,
}

impl PrefillRow {
    /// The terms that a campaign keeps of this SKU. A price that is filled in is the platform's proposal.
    pub fn terms(&self) -> StatedTerms {
        StatedTerms {
            sku_id: self.sku_id.clone(),
            price_range: self.price_range,
            stock_range: self.stock_range,
            recommended_price: self.campaign_price,
            recommended: true,
        }
    }
}

/// Reads a prefill workbook whose prices are in `currency`.
pub fn read(input: &Input, currency: Currency) -> Result<Prefill, FileError> {
    let mut workbook = Workbook::open(input)?;
    let mut found = Prefill::default();
    let headed = each_row(&mut workbook, |row, columns| {
        match read_row(row, columns, currency) {
            Ok(stated) => found.rows.push(stated),
            Err(problems) => found.problems.extend(problems),
        }
    })?;
    found.sheet = headed.sheet.name;
    found.note = headed.note;
    Ok(found)
}

/// The sheet with the SKUs and how it begins.
struct Headed {
    sheet: Sheet,
    columns: Columns,
    note: String,
}

/// Gives every row below the header of the first shown sheet that has one.
fn each_row(
    workbook: &mut Workbook,
    mut sink: impl FnMut(&Row, &Columns),
) -> Result<Headed, FileError> {
    let sheet = first_sheet(workbook)?;
    let mut search = HeaderSearch::default();
    workbook.read_rows(&sheet, |row| {
        if let Some(columns) = search.columns(row, REQUIRED)? {
            sink(row, columns);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let note = search.above();
    let columns = search
        .finish(REQUIRED)
        .map_err(|error| error.in_sheet(&sheet.name))?;
    Ok(Headed {
        sheet,
        columns,
        note,
    })
}

pub(crate) fn first_sheet(workbook: &Workbook) -> Result<Sheet, FileError> {
    let named = workbook.sheet("Sheet1");
    let shown = workbook.sheets().iter().find(|sheet| sheet.visible);
    named.or(shown).cloned().ok_or_else(|| {
        Trouble::MissingSheet {
            wanted: "Sheet1".to_owned(),
        }
        .into()
    })
}

const POINT: NumberStyle = NumberStyle::Marked(DecimalMark::Point);

fn read_row(
    row: &Row,
    columns: &Columns,
    currency: Currency,
) -> Result<PrefillRow, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let text = |name| columns.cell(row, name).text.to_owned();
    let mut refuse = |name, trouble| problems.push(columns.problem(row, name, trouble));
    let mut id = |name| {
        let cell = columns.cell(row, name);
        match values::id(cell) {
            Ok("") => refuse(name, Trouble::MissingValue),
            Ok(id) => return id.to_owned(),
            Err(trouble) => refuse(name, trouble),
        }
        String::new()
    };
    let (product_id, sku_id) = (id("Product ID"), id("SKU ID"));
    let mut money = |name| {
        let cell = columns.cell(row, name);
        match chargeable(cell, currency) {
            Ok(money) => money,
            Err(trouble) => {
                refuse(name, trouble);
                None
            }
        }
    };
    let retail_price = money("Retail price");
    let campaign_price = money("Campaign price");
    let mut range = |name, alone| {
        platform_text::range(columns.cell(row, name).text, alone, currency).unwrap_or_else(
            |trouble| {
                refuse(name, trouble);
                StatedRange::default()
            },
        )
    };
    let price_range = range("Campaign Price Range", Alone::Exactly);
    let mut stock_range = range("Campaign stock range", Alone::Least);
    if stock_range.is_open() {
        stock_range = StatedRange::at_least(Decimal::ONE);
    }
    let mut count = |name| {
        let cell = columns.cell(row, name);
        if cell.text.trim().is_empty() {
            return None;
        }
        values::count(cell, POINT)
            .map_err(|trouble| refuse(name, trouble))
            .ok()
    };
    let available_stock = count("Available stock");
    let sold_30_days = count("L30D sales");
    let stock = columns.cell(row, "Campaign stock");
    let campaign_stock = match stock.text.trim() {
        "" => None,
        _ => values::decimal(stock, POINT)
            .map_err(|trouble| refuse("Campaign stock", trouble))
            .ok(),
    };
    if !problems.is_empty() {
        return Err(problems);
    }
    let sku_name = text("SKU Name");
    Ok(PrefillRow {
        row: row.number(),
        product_id: product_id.into(),
        product_name: text("Product Name"),
        sku_id: sku_id.into(),
        sku_name: if sku_name == ONLY_SKU {
            String::new()
        } else {
            sku_name
        },
        retail_price,
        price_range,
        campaign_price,
        price_reason: text("Campaign Price Reason"),
        available_stock,
        stock_range,
        campaign_stock,
        category: text("Product Category"),
        brand: text("Brands Name"),
        sold_30_days,
        region: text("Region"),
        error: text("Error Msg"),
    })
}

/// A price of the platform: above zero, in the currency's minor units. A formula that was
/// never computed shows 0, which is no price yet.
fn chargeable(cell: Cell<'_>, currency: Currency) -> Result<Option<Money>, Trouble> {
    match money(cell, currency)? {
        Some(price) if price.is_negative() => Err(Trouble::Negative),
        Some(price) if !price.fits_minor_unit() => {
            let digits = currency.minor_digits();
            Err(Trouble::NumberTooFine { digits })
        }
        price => Ok(price.filter(|price| !price.is_zero())),
    }
}

/// An amount of the platform's files. A formula without result is no price yet.
pub(crate) fn money(cell: Cell<'_>, currency: Currency) -> Result<Option<Money>, Trouble> {
    if cell.kind == CellKind::Unfinished {
        return Ok(None);
    }
    let text = values::sound(cell)?;
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    let amount = match cell.kind {
        CellKind::Number => values::decimal(cell, POINT)?,
        _ => platform_text::amount(text, currency)?,
    };
    Ok(Some(Money::new(amount, currency)))
}

#[cfg(test)]
mod tests;
