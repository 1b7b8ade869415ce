//! What a file is, by its content and never by its name.

use crate::batch_edit;
use crate::delimited::{self, Line};
use crate::headed::Columns;
use crate::input::Input;
use crate::limits;
use crate::registrations_csv;
use crate::trouble::{FileError, FileKind, Trouble};
use crate::workbook::{Sheet, Workbook};
use std::io::Read;
use std::ops::ControlFlow;

/// Whether a file is a zip package, as workbooks are. The old binary kind and workbooks
/// behind a password, which share a shape, are refused with what to do.
pub(crate) fn is_package(input: &Input) -> Result<bool, FileError> {
    let mut head = [0; 8];
    let mut opened = input.open()?;
    let mut filled = 0;
    while filled < head.len() {
        match opened
            .read(&mut head[filled..])
            .map_err(crate::input::unreadable)?
        {
            0 => break,
            read => filled += read,
        }
    }
    match head {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Ok(true),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] => Err(compound(input)?.into()),
        [b'%', b'P', b'D', b'F', ..] | [0x1F, 0x8B, ..] | [0x89, b'P', b'N', b'G', ..] => {
            Err(Trouble::NotATable.into())
        }
        _ => Ok(false),
    }
}

/// How much of a compound file is searched for the name of its streams.
const SEARCHED: u64 = 4 << 20;

/// An old workbook, or one behind a password: both are compound files.
fn compound(input: &Input) -> Result<Trouble, FileError> {
    let mut bytes = Vec::new();
    input
        .open()?
        .take(SEARCHED)
        .read_to_end(&mut bytes)
        .map_err(crate::input::unreadable)?;
    let stream: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    Ok(if memchr::memmem::find(&bytes, &stream).is_some() {
        Trouble::Encrypted
    } else {
        Trouble::LegacyWorkbook
    })
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Its kind.
    pub kind: FileKind,
    /// The sheet that made it known, in a workbook.
    pub sheet: Option<String>,
}

/// Column names that tell a kind from all others. The first kind whose names are all there counts.
const SIGNS: &[(FileKind, &[&str])] = &[
    (
        FileKind::BatchEdit,
        &["product_id", "sku_id", "product_name", "variation_value"],
    ),
    (
        FileKind::FailReport,
        &["Product ID", "SKU ID", "Campaign price", "Reason"],
    ),
    (
        FileKind::CampaignPrefill,
        &[
            "Product ID",
            "SKU ID",
            "Campaign price",
            "Campaign Price Range",
        ],
    ),
    (
        FileKind::Settlement,
        &["Order/adjustment ID", "Total settlement amount"],
    ),
    (
        FileKind::PriceTemplate,
        &["Product ID", "SKU ID", "Campaign price"],
    ),
];

/// A price template has no more columns than these.
const TEMPLATE_COLUMNS: usize = 4;

/// Recognises a file by its content.
pub fn recognise(input: &Input) -> Result<Recognised, FileError> {
    if !is_package(input)? {
        let kind = if is_registrations(input)? {
            FileKind::Registrations
        } else {
            FileKind::Table
        };
        return Ok(Recognised { kind, sheet: None });
    }
    let mut workbook = Workbook::open(input)?;
    let sheets = workbook.sheets().to_vec();
    if let Some(sheet) = sheets.iter().find(|sheet| sheet.name == batch_edit::SHEET) {
        let kind = kind_of(&mut workbook, sheet)?;
        if kind == Some(FileKind::BatchEdit) || sheets.len() == 1 {
            return Ok(Recognised {
                kind: kind.unwrap_or(FileKind::Table),
                sheet: Some(sheet.name.clone()),
            });
        }
    }
    for sheet in sheets
        .iter()
        .filter(|sheet| sheet.visible)
        .take(SHEETS_TRIED)
    {
        if let Some(kind) = kind_of(&mut workbook, sheet)? {
            return Ok(Recognised {
                kind,
                sheet: Some(sheet.name.clone()),
            });
        }
    }
    Ok(Recognised {
        kind: FileKind::Table,
        sheet: None,
    })
}

const SHEETS_TRIED: usize = 8;

fn kind_of(workbook: &mut Workbook, sheet: &Sheet) -> Result<Option<FileKind>, FileError> {
    let mut found = None;
    let mut seen = 0;
    workbook.read_rows(sheet, |row| {
        seen += 1;
        found = SIGNS
            .iter()
            .find(|(kind, names)| {
                let wide = row.cells().len() > TEMPLATE_COLUMNS;
                Columns::of(row, names).is_some() && !(wide && *kind == FileKind::PriceTemplate)
            })
            .map(|(kind, _)| *kind);
        Ok(if found.is_some() || seen >= limits::HEADER_WITHIN {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        })
    })?;
    Ok(found)
}

fn is_registrations(input: &Input) -> Result<bool, FileError> {
    let dialect = match delimited::recognise(input, None) {
        // Its encoding has to be asked for: then it is a table, and not one of ours.
        Err(error) if *error.trouble == Trouble::EncodingUnclear => return Ok(false),
        dialect => dialect?,
    };
    let mut ours = false;
    delimited::read_rows(input, dialect, |line| {
        if let Line::Row(row) = line {
            let names: Vec<&str> = row.cells().map(|cell| cell.text.trim()).collect();
            ours = registrations_csv::is_header(&names);
        }
        Ok(ControlFlow::Break(()))
    })?;
    Ok(ours)
}

#[cfg(test)]
mod tests;
