//! Fail reports: which campaign prices the platform refused, and why.

mod reasons;

pub use reasons::{Reason, ReasonKind};

use crate::headed::{Columns, HeaderSearch};
use crate::input::Input;
use crate::platform_text::{cap, raise};
use crate::prefill;
use crate::row::Row;
use crate::trouble::{FileError, Problems, RowProblem, Trouble};
use crate::values;
use crate::workbook::Workbook;
use seller_domain::campaign::StatedRange;
use seller_domain::market::Currency;
use seller_domain::{Money, ProductId, SkuId};
use std::ops::ControlFlow;

const REQUIRED: &[&str] = &["Product ID", "SKU ID", "Reason"];

/// A fail report.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FailReport {
    /// The refused SKUs, in the order of the file.
    pub rows: Vec<FailedSku>,
    /// The rows that cannot be read.
    pub problems: Problems,
}

/// A SKU that the platform refused.
#[derive(Debug, Clone, PartialEq)]
pub struct FailedSku {
    /// The row as a spreadsheet counts.
    pub row: u32,
    /// The product; none where the platform does not know it.
    pub product_id: Option<ProductId>,
    /// The SKU.
    pub sku_id: SkuId,
    /// The refused price.
    pub campaign_price: Option<Money>,
    /// The product's title; empty where the SKU does not exist.
    pub product_name: String,
    /// The variation; empty where the SKU does not exist.
    pub sku_name: String,
    /// The retail price.
    pub retail_price: Option<Money>,
    /// The highest price that the campaign takes.
    pub maximum: Option<Money>,
    /// Why it was refused.
    pub reasons: Vec<Reason>,
}

impl FailedSku {
    /// The prices that the campaign takes: the stated maximum and every range in the reasons
    /// together. Open if the row states none.
    pub fn price_range(&self) -> StatedRange {
        let mut range = StatedRange::default();
        if let Some(maximum) = self.maximum {
            cap(&mut range, maximum.amount(), true);
        }
        for reason in &self.reasons {
            let ReasonKind::PriceRange { range: stated } = reason.kind else {
                continue;
            };
            if let Some(end) = stated.lower {
                raise(&mut range, end.value, end.included);
            }
            if let Some(end) = stated.upper {
                cap(&mut range, end.value, end.included);
            }
        }
        range
    }
}

/// Reads a fail report whose prices are in `currency`.
pub fn read(input: &Input, currency: Currency) -> Result<FailReport, FileError> {
    let mut workbook = Workbook::open(input)?;
    let sheet = prefill::first_sheet(&workbook)?;
    let mut found = FailReport::default();
    let mut search = HeaderSearch::default();
    workbook.read_rows(&sheet, |row| {
        if let Some(columns) = search.columns(row, REQUIRED)? {
            match read_row(row, columns, currency) {
                Ok(failed) => found.rows.push(failed),
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

fn read_row(
    row: &Row,
    columns: &Columns,
    currency: Currency,
) -> Result<FailedSku, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let text = |name| columns.cell(row, name).text.to_owned();
    let mut id = |name| {
        values::id(columns.cell(row, name))
            .map_err(|trouble| problems.push(columns.problem(row, name, trouble)))
            .unwrap_or_default()
    };
    let (product_id, sku_id) = (id("Product ID"), id("SKU ID"));
    if sku_id.is_empty() && problems.is_empty() {
        problems.push(columns.problem(row, "SKU ID", Trouble::MissingValue));
    }
    let mut money = |name| {
        prefill::money(columns.cell(row, name), currency)
            .map_err(|trouble| problems.push(columns.problem(row, name, trouble)))
            .unwrap_or_default()
    };
    let retail_price = money("Retail price");
    let maximum = money("Maximum campaign price");
    // What was refused may well be no number at all: then that is the reason.
    let campaign_price = prefill::money(columns.cell(row, "Campaign price"), currency)
        .ok()
        .flatten();
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(FailedSku {
        row: row.number(),
        product_id: Some(product_id)
            .filter(|id| !id.is_empty())
            .map(ProductId::new),
        sku_id: SkuId::new(sku_id),
        campaign_price,
        product_name: text("Product name"),
        sku_name: text("Sku name"),
        retail_price,
        maximum,
        reasons: reasons::split(columns.cell(row, "Reason").text, currency),
    })
}

#[cfg(test)]
mod tests;
