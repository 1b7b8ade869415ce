//! Workbooks (`.xlsx`): the parts of the package, the sheets, and the rows of one sheet.
//!
//! Only the sheet that is asked for is unpacked, and it is streamed: no dense
//! range is ever built, the sheet's own `dimension` is not believed, and what
//! unpacks to more than it says is refused while it unpacks.

mod cells;
mod dates;
mod number;
mod package;
mod shared_strings;
pub(crate) mod xml;

pub(crate) use number::KEPT_DIGITS;
pub(crate) use package::{Package, damaged, main_part, relations, relations_part};

use crate::input::Input;
use crate::limits;
use crate::row::Row;
use crate::trouble::{FileError, Trouble};
use dates::DateStyles;
use shared_strings::SharedStrings;
use std::ops::ControlFlow;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name on the tab.
    pub name: String,
    /// Whether it is shown.
    pub visible: bool,
    /// The part of the package that holds it.
    pub part: String,
    /// The number of the sheet in the calculation chain.
    pub id: String,
}

/// An opened workbook.
pub struct Workbook {
    package: Package,
    sheets: Vec<Sheet>,
    parts: Parts,
    strings: Option<SharedStrings>,
    /// The sheet whose texts were kept, where those of others were not.
    strings_of: Option<String>,
    dates: Option<DateStyles>,
}

/// Where the workbook's other parts are.
#[derive(Debug, Default)]
struct Parts {
    shared_strings: Option<String>,
    styles: Option<String>,
    first_day_1904: bool,
}

impl Workbook {
    /// Opens a workbook and lists its sheets.
    pub fn open(input: &Input) -> Result<Self, FileError> {
        let mut package = Package::open(input)?;
        let (sheets, parts) = read_directory(&mut package)?;
        Ok(Self {
            package,
            sheets,
            parts,
            strings: None,
            strings_of: None,
            dates: None,
        })
    }

    /// The sheets, in the order of their tabs.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The sheet with this name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets
            .iter()
            .find(|sheet| sheet.name.trim().eq_ignore_ascii_case(name))
    }

    /// The sheet with this name, or the error that it is missing.
    pub fn require_sheet(&self, name: &str) -> Result<Sheet, FileError> {
        self.sheet(name).cloned().ok_or_else(|| {
            Trouble::MissingSheet {
                wanted: name.to_owned(),
            }
            .into()
        })
    }

    /// Reads the rows of a sheet that are not blank, until `sink` breaks.
    pub fn read_rows(
        &mut self,
        sheet: &Sheet,
        sink: impl FnMut(&Row) -> Result<ControlFlow<()>, FileError>,
    ) -> Result<(), FileError> {
        self.prepare(sheet)?;
        let strings = self.strings.take().unwrap_or_default();
        let dates = self.dates.take().unwrap_or_default();
        let part = self.package.part(&sheet.part)?;
        let read = cells::read(part, &strings, &dates, sink);
        self.strings = Some(strings);
        self.dates = Some(dates);
        read.map_err(|error| error.in_sheet(&sheet.name))
    }

    /// Loads what the cells of `sheet` refer to.
    fn prepare(&mut self, sheet: &Sheet) -> Result<(), FileError> {
        if self.dates.is_none() {
            self.dates = Some(match &self.parts.styles {
                Some(part) => {
                    DateStyles::read(self.package.part(part)?, self.parts.first_day_1904)?
                }
                None => DateStyles::default(),
            });
        }
        let of_another = self
            .strings_of
            .as_ref()
            .is_some_and(|part| *part != sheet.part);
        if self.strings.is_none() || of_another {
            self.strings = Some(self.read_strings(sheet)?);
        }
        Ok(())
    }

    fn read_strings(&mut self, sheet: &Sheet) -> Result<SharedStrings, FileError> {
        let Some(part) = self.parts.shared_strings.clone() else {
            return Ok(SharedStrings::default());
        };
        // A table of texts that is larger than the sheet belongs to other sheets too:
        // then only the texts that this sheet shows are kept.
        let size = self.package.size(&part);
        let shared = size > LARGE_TABLE && size > self.package.size(&sheet.part);
        let wanted = if shared {
            Some(cells::shared_texts_used(self.package.part(&sheet.part)?)?)
        } else {
            None
        };
        self.strings_of = shared.then(|| sheet.part.clone());
        SharedStrings::read(self.package.part(&part)?, wanted.as_ref())
    }
}

const LARGE_TABLE: u64 = 1 << 20;

fn read_directory(package: &mut Package) -> Result<(Vec<Sheet>, Parts), FileError> {
    let main = package::main_part(package)?;
    let relations = package::relations(package, &main)?;
    let target = |kind: &str| {
        relations
            .iter()
            .find(|relation| relation.kind == kind)
            .map(|relation| relation.target.clone())
    };
    let mut parts = Parts {
        shared_strings: target("sharedStrings"),
        styles: target("styles"),
        first_day_1904: false,
    };
    let mut sheets = Vec::new();
    let mut reader = xml::Events::new(package.part(&main)?);
    while let Some(event) = reader.next()? {
        let xml::Event::Open {
            name, attributes, ..
        } = event
        else {
            continue;
        };
        match name {
            "workbookPr" => {
                parts.first_day_1904 =
                    matches!(xml::attribute(attributes, "date1904"), Some("1" | "true"));
            }
            "sheet" => {
                let relation = xml::attribute(attributes, "id");
                let part = relations
                    .iter()
                    .find(|one| Some(one.id.as_str()) == relation && one.kind == "worksheet");
                let Some(part) = part else { continue };
                let name = xml::attribute(attributes, "name").unwrap_or_default();
                sheets.push(Sheet {
                    name: xml::unescaped(name).unwrap_or_default(),
                    visible: !matches!(
                        xml::attribute(attributes, "state"),
                        Some("hidden" | "veryHidden")
                    ),
                    part: part.target.clone(),
                    id: xml::attribute(attributes, "sheetId")
                        .unwrap_or_default()
                        .to_owned(),
                });
            }
            _ => {}
        }
    }
    if sheets.is_empty() || sheets.len() as u64 > limits::PARTS {
        return Err(damaged(&main));
    }
    Ok((sheets, parts))
}

#[cfg(test)]
mod tests;
