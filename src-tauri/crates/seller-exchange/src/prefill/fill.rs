//! Filling the seller's own prefill workbook in: every part that needs no change is copied
//! as it is, byte for byte.

use super::rows::RowMap;
use super::sheet_xml::{self, NotASheet, Plan};
use super::{Headed, chain, each_row, tail};
use crate::atomic::{self, PartFile};
use crate::export::unwritable;
use crate::input::Input;
use crate::trouble::{FileError, Hindrance, Trouble, WorkbookFeature};
use crate::values;
use crate::workbook::{Package, Sheet, Workbook, damaged};
use rust_decimal::Decimal;
use seller_domain::{Money, SkuId};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What is filled in for one SKU.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// The campaign price.
    pub campaign_price: Money,
    /// The campaign stock; none leaves the cell as it is.
    pub campaign_stock: Option<Decimal>,
}

/// What became of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Rows that were filled in.
    pub kept: u32,
    /// Rows that were dropped, because their SKUs are not registered.
    pub dropped: u32,
    /// Registered SKUs that the workbook does not list.
    pub missing: Vec<SkuId>,
    /// Whether it has a column for the campaign stock.
    pub takes_stock: bool,
}

/// A sheet that is rewritten is held in memory: no prefill workbook comes near this.
const LARGEST_SHEET: u64 = 512 << 20;

/// Writes `source` to `target` with the prices and stock of `registered`, without the rows of all
/// other SKUs. `target` is replaced at once or left as it was.
pub fn fill_in_place(
    source: &Input,
    target: &Path,
    registered: &HashMap<SkuId, Fill>,
) -> Result<Filled, FileError> {
    let survey = Survey::of(source, registered)?;
    let mut package = Package::open(source)?;
    let changed = changed_parts(&mut package, &survey)?;
    atomic::write(target, |file| copy(&mut package, &changed, file))?;
    let mut missing: Vec<SkuId> = registered
        .keys()
        .filter(|sku| !survey.found.contains(*sku))
        .cloned()
        .collect();
    missing.sort_unstable();
    Ok(Filled {
        kept: survey.fills.len() as u32,
        dropped: survey.map.dropped() as u32,
        missing,
        takes_stock: survey.columns.len() > 1,
    })
}

/// What each row is for.
struct Survey {
    sheet: Sheet,
    header_row: u32,
    columns: Vec<u32>,
    map: RowMap,
    fills: BTreeMap<u32, Vec<(u32, String)>>,
    found: HashSet<SkuId>,
}

impl Survey {
    fn of(source: &Input, registered: &HashMap<SkuId, Fill>) -> Result<Self, FileError> {
        let mut workbook = Workbook::open(source)?;
        let mut dropped = Vec::new();
        let mut fills = BTreeMap::new();
        let mut found = HashSet::new();
        let headed = each_row(&mut workbook, |row, columns| {
            let cell = columns.cell(row, "SKU ID");
            if cell.text.trim().is_empty() {
                return;
            }
            let sku = values::id(cell).ok().map(SkuId::new);
            let Some((sku, fill)) =
                sku.and_then(|sku| registered.get(&sku).map(|fill| (sku, fill)))
            else {
                dropped.push(row.number());
                return;
            };
            found.insert(sku);
            let price = columns
                .at("Campaign price")
                .zip(Some(fill.campaign_price.amount()));
            let stock = columns.at("Campaign stock").zip(fill.campaign_stock);
            let mut cells: Vec<(u32, String)> = [price, stock]
                .into_iter()
                .flatten()
                .map(|(column, number)| (column, number.normalize().to_string()))
                .collect();
            cells.sort_unstable();
            fills.insert(row.number(), cells);
        })?;
        let filled = ["Campaign price", "Campaign stock"];
        let Headed { sheet, columns, .. } = headed;
        Ok(Self {
            sheet,
            header_row: columns.row,
            columns: filled
                .into_iter()
                .filter_map(|name| columns.at(name))
                .collect(),
            map: RowMap::dropping(dropped),
            fills,
            found,
        })
    }

    fn plan(&self) -> Plan<'_> {
        Plan {
            map: &self.map,
            sheet: &self.sheet.name,
            fills: &self.fills,
            header_row: self.header_row,
            columns: &self.columns,
        }
    }
}

/// The parts that change, by name; none: the part goes.
type Changed = HashMap<String, Option<String>>;

fn changed_parts(package: &mut Package, survey: &Survey) -> Result<Changed, FileError> {
    let mut changed = Changed::new();
    let part = survey.sheet.part.as_str();
    let source = text(package, part)?;
    let rewritten =
        sheet_xml::rewrite(&source, &survey.plan()).map_err(|NotASheet| damaged(part))?;
    changed.insert(part.to_owned(), Some(rewritten.xml));
    let main = crate::workbook::main_part(package)?;
    if !survey.map.is_identity() {
        move_names(package, survey, &main, &mut changed)?;
        move_companions(package, survey, &mut changed)?;
    }
    let relations = crate::workbook::relations(package, &main)?;
    let chain_part = relations.into_iter().find(|one| one.kind == "calcChain");
    let Some(chain_part) = chain_part
        .map(|one| one.target)
        .filter(|part| package.has(part))
    else {
        return Ok(changed);
    };
    let order = text(package, &chain_part)?;
    let left = chain::chain(&order, &survey.sheet.id, &survey.map, &rewritten.formulas)
        .map_err(|NotASheet| damaged(&chain_part))?;
    if left.is_none() {
        // An empty chain is not allowed: then the part goes, and with it what names it.
        let types = "[Content_Types].xml".to_owned();
        let links = crate::workbook::relations_part(&main);
        for (list, attribute) in [(types, "PartName"), (links, "Target")] {
            let without = chain::without(&text(package, &list)?, attribute, &chain_part)
                .map_err(|NotASheet| damaged(&list))?;
            changed.insert(list, Some(without));
        }
    }
    changed.insert(chain_part, left);
    Ok(changed)
}

fn move_names(
    package: &mut Package,
    survey: &Survey,
    main: &str,
    changed: &mut Changed,
) -> Result<(), FileError> {
    let source = text(package, main)?;
    let moved = chain::names(&source, &survey.sheet.name, &survey.map)
        .map_err(|NotASheet| damaged(main))?;
    if moved != source {
        changed.insert(main.to_owned(), Some(moved));
    }
    Ok(())
}

/// Tables follow their rows. Comments below the header cannot: they are refused.
fn move_companions(
    package: &mut Package,
    survey: &Survey,
    changed: &mut Changed,
) -> Result<(), FileError> {
    for relation in crate::workbook::relations(package, &survey.sheet.part)? {
        match relation.kind.as_str() {
            "table" => {
                let source = text(package, &relation.target)?;
                let moved = tail::rewrite(&source, &survey.plan())
                    .map_err(|NotASheet| damaged(&relation.target))?;
                changed.insert(relation.target, Some(moved));
            }
            "comments" | "threadedComment" => {
                refuse_comments(&text(package, &relation.target)?, survey.header_row)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn refuse_comments(comments: &str, header_row: u32) -> Result<(), FileError> {
    let below = comments
        .match_indices(" ref=\"")
        .filter_map(|(at, found)| comments[at + found.len()..].split('"').next())
        .filter_map(crate::row::split_reference)
        .any(|(_, row)| row > header_row);
    if below {
        let feature = WorkbookFeature::RowComments;
        return Err(Trouble::CannotKeep { feature }.into());
    }
    Ok(())
}

fn text(package: &mut Package, part: &str) -> Result<String, FileError> {
    let bytes = package.bytes(part, LARGEST_SHEET)?;
    String::from_utf8(bytes).map_err(|_| damaged(part))
}

/// Copies every part in its order, the changed ones in their new form.
fn copy(package: &mut Package, changed: &Changed, file: &mut PartFile) -> Result<(), FileError> {
    let names = package.names().to_vec();
    let mut writer = ZipWriter::new(std::io::BufWriter::new(file));
    for (index, name) in names.iter().enumerate() {
        let entry = package
            .archive()
            .by_index_raw(index)
            .map_err(|_| damaged(name))?;
        let new = changed
            .iter()
            .find(|(part, _)| part.eq_ignore_ascii_case(name));
        match new {
            None => writer.raw_copy_file(entry).map_err(unzipped)?,
            Some((_, None)) => {}
            Some((_, Some(content))) => {
                let mut options =
                    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
                if let Some(time) = entry.last_modified() {
                    options = options.last_modified_time(time);
                }
                writer
                    .start_file(name.as_str(), options)
                    .map_err(unzipped)?;
                writer.write_all(content.as_bytes()).map_err(unwritable)?;
            }
        }
    }
    let mut buffered = writer.finish().map_err(unzipped)?;
    buffered.flush().map_err(unwritable)
}

fn unzipped(error: zip::result::ZipError) -> FileError {
    match error {
        zip::result::ZipError::Io(error) => unwritable(error),
        _ => Trouble::CannotWrite {
            reason: Hindrance::NoWorkbook,
        }
        .into(),
    }
}
