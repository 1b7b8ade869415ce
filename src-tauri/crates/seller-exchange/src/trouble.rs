//! What can be wrong with a file or with a row of it: a stable code with its
//! parameters, the place, and sentences that say what to do.

mod chinese;
mod english;
mod hindrance;

pub use hindrance::Hindrance;

use seller_domain::Language;
use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// What is wrong. On the wire tagged by `code`, so that every reader can branch on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Trouble {
    /// The system does not let the file be read.
    CannotRead {
        /// Why.
        reason: Hindrance,
    },
    /// The system does not let the file be written.
    CannotWrite {
        /// Why.
        reason: Hindrance,
    },
    /// No space is left for the file.
    DiskFull {
        /// How many bytes the whole file takes, where that is known.
        #[ts(type = "number | null")]
        needed: Option<u64>,
    },
    /// Nothing is in the file.
    EmptyFile,
    /// More bytes than are read.
    FileTooLarge {
        /// The most that is read, in megabytes.
        limit_megabytes: u32,
    },
    /// Neither a workbook nor a text table.
    NotATable,
    /// A workbook of the old binary kind (`.xls`).
    LegacyWorkbook,
    /// A workbook behind a password.
    Encrypted,
    /// A workbook that is cut off or damaged.
    BrokenWorkbook {
        /// The part of it that cannot be read.
        part: String,
    },
    /// A workbook with more parts than any honest one.
    TooManyParts {
        /// The most that are read.
        limit: u32,
    },
    /// A part that unpacks to more than it says, or than any honest one.
    UnpacksTooLarge {
        /// The part.
        part: String,
    },
    /// A part whose name points outside of the file.
    UnsafePart,
    /// XML that declares a document type or entities of its own.
    ForbiddenXml {
        /// The part.
        part: String,
    },
    /// A sheet that must be there is not.
    MissingSheet {
        /// Its name.
        wanted: String,
    },
    /// A file of another kind than the one asked for.
    WrongKind {
        /// What it is.
        found: FileKind,
        /// What was asked for.
        wanted: FileKind,
    },
    /// No row looks like a header.
    NoHeader,
    /// Columns that must be there are not.
    MissingColumns {
        /// Their names.
        columns: Vec<String>,
    },
    /// Two columns have one name.
    DoubledColumn {
        /// The name.
        column: String,
    },
    /// A field that this import needs has no column.
    NotMapped {
        /// The key of the field.
        field: String,
    },
    /// The encoding cannot be told for sure.
    EncodingUnclear,
    /// Bytes that are no text in the file's encoding.
    WrongBytes {
        /// The encoding that the rest of the file is in.
        encoding: String,
    },
    /// A quote that is never closed.
    UnclosedQuote,
    /// A cell with more text than any honest one.
    CellTooLarge {
        /// The most that is read, in kilobytes.
        limit_kilobytes: u32,
    },
    /// More columns than are read.
    TooManyColumns {
        /// The most that are read.
        limit: u32,
    },
    /// More rows than are read.
    TooManyRows {
        /// The most that are read.
        limit: u32,
    },
    /// A NUL character in a cell.
    NulCharacter,
    /// More cells than the header has.
    ExtraCells {
        /// How many cells the header has.
        columns: u32,
    },
    /// An id that a spreadsheet rounded.
    DamagedId,
    /// An id that holds something no id holds.
    NotAnId,
    /// A cell that must be filled in is empty.
    MissingValue,
    /// Not a number.
    NotANumber,
    /// A number whose mark may be a decimal point or a thousands mark.
    NumberUnclear,
    /// A number beyond what can be kept.
    NumberTooLarge,
    /// More digits after the point than the currency or the field has.
    NumberTooFine {
        /// How many digits it has.
        digits: u32,
    },
    /// A sign of another currency.
    OtherCurrency {
        /// The code of the shop's currency.
        expected: String,
    },
    /// Below zero where nothing can be.
    Negative,
    /// Not a whole number.
    NotWhole,
    /// Not a percentage.
    NotAPercentage,
    /// Not a date or time.
    NotADate,
    /// A date whose day and month may be either way round.
    DateUnclear,
    /// Not one of the words that the column takes.
    UnknownWord {
        /// The words.
        allowed: Vec<String>,
    },
    /// Not a range as the platform writes it.
    NotARange,
    /// A cell that shows an error, such as `#REF!`.
    ErrorCell,
    /// A formula whose result the file does not hold.
    FormulaWithoutResult,
    /// The product's fields say something else in an earlier row.
    Disagrees {
        /// The earlier row.
        first_row: u32,
    },
    /// The same id in an earlier row.
    Repeated {
        /// The earlier row.
        first_row: u32,
    },
    /// A workbook feature that cannot be kept when rows go.
    CannotKeep {
        /// What it is.
        feature: WorkbookFeature,
    },
}

/// What workbooks can hold that is lost when rows go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WorkbookFeature {
    /// Comments on rows below the header.
    RowComments,
}

/// The kinds of files that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// The catalogue, exported for editing in bulk.
    BatchEdit,
    /// What a campaign takes, with columns to fill in.
    CampaignPrefill,
    /// Campaign prices to upload.
    PriceTemplate,
    /// Which campaign prices were refused, and why.
    FailReport,
    /// The income workbook with settled orders.
    Settlement,
    /// Registrations that this product exported.
    Registrations,
    /// Any other table, to be read with a column mapping.
    Table,
}

/// Where in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Place {
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The row as a spreadsheet counts, the first one is 1.
    pub row: Option<u32>,
    /// The column's header, or its letter where it has none.
    pub column: Option<String>,
}

impl Place {
    /// A row.
    pub fn row(row: u32) -> Self {
        Self {
            row: Some(row),
            ..Self::default()
        }
    }

    /// A cell.
    pub fn cell(row: u32, column: impl Into<String>) -> Self {
        Self {
            row: Some(row),
            column: Some(column.into()),
            ..Self::default()
        }
    }

    /// The same place, in a sheet.
    pub fn in_sheet(mut self, sheet: impl Into<String>) -> Self {
        self.sheet = Some(sheet.into());
        self
    }
}

/// Why a file cannot be used at all.
///
/// `Display` gives the code and the place, fit for a log; [`FileError::text`]
/// is for the seller and may quote the cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileError {
    /// Where it was found.
    pub place: Place,
    /// The cell's text, shortened.
    pub value: Option<String>,
    /// What is wrong.
    pub trouble: Box<Trouble>,
}

/// Why one row is refused. It does not stop the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowProblem {
    /// The row as a spreadsheet counts.
    pub row: u32,
    /// The column's header, where one cell is to blame.
    pub column: Option<String>,
    /// The cell's text, shortened.
    pub value: Option<String>,
    /// What is wrong.
    pub trouble: Trouble,
}

/// How much of a cell is quoted.
const SHOWN: usize = 60;

/// A cell's text as findings quote it: one line, at most 60 characters.
pub fn shortened(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(SHOWN)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if text.chars().nth(SHOWN).is_some() {
        short.push('…');
    }
    short
}

impl From<Trouble> for FileError {
    fn from(trouble: Trouble) -> Self {
        Self {
            place: Place::default(),
            value: None,
            trouble: Box::new(trouble),
        }
    }
}

impl FileError {
    /// `trouble` at `place`.
    pub fn at(place: Place, trouble: Trouble) -> Self {
        Self {
            place,
            value: None,
            trouble: Box::new(trouble),
        }
    }

    /// The same error, quoting the cell.
    pub fn quoting(mut self, value: &str) -> Self {
        self.value = Some(shortened(value));
        self
    }

    /// The same error, in a sheet.
    pub fn in_sheet(mut self, sheet: &str) -> Self {
        self.place.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    /// The whole sentence for the seller: where, what, and what to do.
    pub fn text(&self, language: Language) -> String {
        sentence(&self.place, self.value.as_deref(), &self.trouble, language)
    }
}

impl RowProblem {
    /// A cell that is to blame.
    pub fn cell(row: u32, column: &str, value: &str, trouble: Trouble) -> Self {
        Self {
            row,
            column: Some(column.to_owned()),
            value: Some(shortened(value)),
            trouble,
        }
    }

    /// A row that is to blame as a whole.
    pub fn whole_row(row: u32, trouble: Trouble) -> Self {
        Self {
            row,
            column: None,
            value: None,
            trouble,
        }
    }

    /// The whole sentence for the seller: where, what, and what to do.
    pub fn text(&self, language: Language) -> String {
        let place = Place {
            sheet: None,
            row: Some(self.row),
            column: self.column.clone(),
        };
        sentence(&place, self.value.as_deref(), &self.trouble, language)
    }
}

fn sentence(place: &Place, value: Option<&str>, trouble: &Trouble, language: Language) -> String {
    let (place, gap) = match language {
        Language::English => (english::place(place, value), " "),
        Language::SimplifiedChinese => (chinese::place(place, value), ""),
    };
    let reason = trouble.reason(language);
    let remedy = trouble.remedy(language);
    format!("{place}{reason}{gap}{remedy}")
}

impl Trouble {
    /// The stable code, as on the wire.
    pub fn code(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.get("code")?.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// What is wrong, in a sentence.
    pub fn reason(&self, language: Language) -> String {
        match language {
            Language::English => english::reason(self),
            Language::SimplifiedChinese => chinese::reason(self),
        }
    }

    /// What the seller can do about it, in a sentence.
    pub fn remedy(&self, language: Language) -> String {
        match language {
            Language::English => english::remedy(self),
            Language::SimplifiedChinese => chinese::remedy(self),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.trouble.code())?;
        if let Some(row) = self.place.row {
            write!(f, " in row {row}")?;
        }
        Ok(())
    }
}

impl std::error::Error for FileError {}

/// The refused rows of a file. The first ones are kept, all are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Problems {
    /// The first ones, in the order of the file.
    pub listed: Vec<RowProblem>,
    /// How many there are.
    pub total: u32,
    /// How many rows they are of. The problems of a row come one after the other.
    pub rows: u32,
    #[serde(skip)]
    #[ts(skip)]
    last_row: Option<u32>,
}

impl Problems {
    /// How many are kept.
    pub const KEPT: usize = 100_000;

    /// Adds one.
    pub fn push(&mut self, problem: RowProblem) {
        self.total = self.total.saturating_add(1);
        if self.last_row != Some(problem.row) {
            self.last_row = Some(problem.row);
            self.rows = self.rows.saturating_add(1);
        }
        if self.listed.len() < Self::KEPT {
            self.listed.push(problem);
        }
    }

    /// Whether no row was refused.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

impl Extend<RowProblem> for Problems {
    fn extend<I: IntoIterator<Item = RowProblem>>(&mut self, problems: I) {
        for problem in problems {
            self.push(problem);
        }
    }
}

#[cfg(test)]
mod tests;
