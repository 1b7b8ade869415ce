//! The catalogue as Seller Center exports it for editing in bulk.
//!
//! Only the sheet `Template` is read. Its first row names the columns by keys that
//! are the same in every language; four rows of explanation follow; then comes one
//! row per SKU, on which the product's fields are repeated.

use crate::input::Input;
use crate::row::Row;
use crate::stated::{Reading, StatedRow};
use crate::table::{Field, Mapping, Stated, Target};
use crate::trouble::{FileError, Place, Problems, RowProblem, Trouble};
use crate::values::{DecimalMark, NumberStyle};
use crate::workbook::Workbook;
use seller_domain::market::Currency;
use seller_domain::{ProductId, Zone};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::ControlFlow;

/// The sheet with the products.
pub const SHEET: &str = "Template";
/// How many rows of explanation come between the keys and the data.
const EXPLAINED: u32 = 4;

/// A batch edit workbook.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchEdit {
    /// The version that the template names, such as `V4`.
    pub version: String,
    /// Which template it is, such as `All_Information`.
    pub kind: String,
    /// Whether it has the column `quantity`. Without it the stock that is held stays.
    pub has_stock: bool,
    /// The SKUs, in the order of the file.
    pub rows: Vec<StatedRow>,
    /// The refused rows.
    pub problems: Problems,
}

/// The machine keys that are read, and what they mean.
pub const KEYS: &[(&str, Field)] = &[
    ("product_id", Field::ProductId),
    ("category", Field::Category),
    ("product_name", Field::Title),
    ("product_status", Field::Status),
    ("sku_id", Field::SkuId),
    ("variation_value", Field::Variation),
    ("brand", Field::Brand),
    ("price", Field::RetailPrice),
    ("quantity", Field::Stock),
    ("seller_sku", Field::SellerSku),
];

const REQUIRED: &[(&str, Field)] = &[
    ("product_id", Field::ProductId),
    ("sku_id", Field::SkuId),
    ("price", Field::RetailPrice),
];

/// What the top of a batch edit workbook says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The version that the template names.
    pub version: String,
    /// Which template it is.
    pub kind: String,
    /// Whether it has the column `quantity`.
    pub has_stock: bool,
}

/// Reads a batch edit workbook whose prices are in `currency`.
pub fn read(input: &Input, currency: Currency) -> Result<BatchEdit, FileError> {
    let mut rows = Vec::new();
    let mut problems = Problems::default();
    let head = read_rows(input, currency, |stated| {
        match stated {
            Stated::Row(row) => rows.push(*row),
            Stated::Refused(refused, _) => problems.extend(refused),
        }
        ControlFlow::Continue(())
    })?;
    Ok(BatchEdit {
        version: head.version,
        kind: head.kind,
        has_stock: head.has_stock,
        rows,
        problems,
    })
}

/// Reads it row by row, until `sink` breaks.
pub fn read_rows(
    input: &Input,
    currency: Currency,
    mut sink: impl FnMut(Stated) -> ControlFlow<()>,
) -> Result<Head, FileError> {
    let mut workbook = Workbook::open(input)?;
    let sheet = workbook.require_sheet(SHEET)?;
    let mut head = Head::default();
    let mut header: Option<(Vec<String>, Mapping)> = None;
    let mut header_row = 0;
    let mut agreement = Agreement::default();
    workbook.read_rows(&sheet, |row| {
        let Some((names, mapping)) = &header else {
            let names = keys(row)?;
            let mapping = mapping(&names);
            head.has_stock = mapping.has(Field::Stock);
            header_row = row.number();
            header = Some((names, mapping));
            return Ok(ControlFlow::Continue(()));
        };
        if row.number() <= header_row + EXPLAINED {
            if row.number() == header_row + 1 {
                head.version = row.text(0).to_owned();
                head.kind = row.text(1).to_owned();
            }
            return Ok(ControlFlow::Continue(()));
        }
        let reading = reading(names, mapping, currency);
        let stated = reading
            .read(row)
            .and_then(|stated| agreement.check(stated, names, mapping));
        Ok(sink(match stated {
            Ok(stated) => Stated::Row(Box::new(stated)),
            Err(problems) => Stated::Refused(problems, reading.about(row)),
        }))
    })?;
    if header.is_none() {
        return Err(FileError::from(Trouble::NoHeader).in_sheet(SHEET));
    }
    Ok(head)
}

fn reading<'a>(names: &'a [String], mapping: &Mapping, currency: Currency) -> Reading<'a> {
    // The platform writes plain numbers with a point, and no dates.
    let zone = Zone(chrono_tz::UTC);
    let style = |_| (NumberStyle::Marked(DecimalMark::Point), None);
    let mut reading = Reading::new(
        names,
        mapping,
        &[Target::Catalogue],
        (currency, zone),
        style,
    );
    reading.strict_width = false;
    reading
}

/// The keys of the first row; refused where those are missing that every template has.
fn keys(row: &Row) -> Result<Vec<String>, FileError> {
    let width = row.cells().last().map_or(0, |cell| cell.column + 1);
    let names: Vec<String> = (0..width)
        .map(|column| row.text(column).to_owned())
        .collect();
    let missing: Vec<String> = REQUIRED
        .iter()
        .filter(|(key, _)| !names.iter().any(|name| name.eq_ignore_ascii_case(key)))
        .map(|(key, _)| (*key).to_owned())
        .collect();
    if !missing.is_empty() {
        let trouble = Trouble::MissingColumns { columns: missing };
        return Err(FileError::at(Place::row(row.number()), trouble));
    }
    for (key, _) in KEYS {
        if names
            .iter()
            .filter(|name| name.eq_ignore_ascii_case(key))
            .count()
            > 1
        {
            let column = (*key).to_owned();
            return Err(FileError::at(
                Place::row(row.number()),
                Trouble::DoubledColumn { column },
            ));
        }
    }
    Ok(names)
}

fn mapping(names: &[String]) -> Mapping {
    let meaning = |name: &String| {
        let known = KEYS.iter().find(|(key, _)| name.eq_ignore_ascii_case(key));
        known.map(|(_, field)| *field)
    };
    Mapping {
        columns: names.iter().map(meaning).collect(),
    }
}

/// What the rows have said so far: one SKU stands in one row, and all rows of a product agree.
#[derive(Default)]
struct Agreement {
    skus: HashMap<Box<str>, u32>,
    products: HashMap<ProductId, StatedRow>,
}

impl Agreement {
    fn check(
        &mut self,
        stated: StatedRow,
        names: &[String],
        mapping: &Mapping,
    ) -> Result<StatedRow, Vec<RowProblem>> {
        let (Some(product), Some(sku)) = (&stated.product_id, &stated.sku_id) else {
            return Ok(stated);
        };
        let named = |field: Field| {
            let column = mapping.column(field).unwrap_or_default() as usize;
            names.get(column).map_or("", String::as_str)
        };
        match self.skus.entry(sku.as_str().into()) {
            Entry::Occupied(first) => {
                let trouble = Trouble::Repeated {
                    first_row: *first.get(),
                };
                let column = named(Field::SkuId);
                return Err(vec![RowProblem::cell(
                    stated.row,
                    column,
                    sku.as_str(),
                    trouble,
                )]);
            }
            Entry::Vacant(free) => free.insert(stated.row),
        };
        match self.products.entry(product.clone()) {
            Entry::Vacant(free) => {
                free.insert(product_fields(&stated));
                Ok(stated)
            }
            Entry::Occupied(first) => {
                let problems = disagreements(first.get(), &stated, named);
                if problems.is_empty() {
                    Ok(stated)
                } else {
                    Err(problems)
                }
            }
        }
    }
}

fn product_fields(stated: &StatedRow) -> StatedRow {
    StatedRow {
        row: stated.row,
        title: stated.title.clone(),
        category: stated.category.clone(),
        brand: stated.brand.clone(),
        status: stated.status,
        ..StatedRow::default()
    }
}

fn disagreements<'a>(
    first: &StatedRow,
    stated: &StatedRow,
    named: impl Fn(Field) -> &'a str,
) -> Vec<RowProblem> {
    let trouble = Trouble::Disagrees {
        first_row: first.row,
    };
    let mut problems = Vec::new();
    for (field, before, now) in [
        (Field::Title, &first.title, &stated.title),
        (Field::Category, &first.category, &stated.category),
        (Field::Brand, &first.brand, &stated.brand),
    ] {
        if before != now {
            let value = now.as_deref().unwrap_or_default();
            problems.push(RowProblem::cell(
                stated.row,
                named(field),
                value,
                trouble.clone(),
            ));
        }
    }
    if first.status != stated.status {
        problems.push(RowProblem {
            row: stated.row,
            column: Some(named(Field::Status).to_owned()),
            value: None,
            trouble,
        });
    }
    problems
}

#[cfg(test)]
mod tests;
