//! What is wrong with a file, in English.

use super::{FileKind, Place, Trouble, WorkbookFeature};
use seller_domain::Language;

pub(super) fn place(place: &Place, value: Option<&str>) -> String {
    let mut parts = Vec::new();
    if let Some(sheet) = &place.sheet {
        parts.push(format!("sheet \"{sheet}\""));
    }
    if let Some(row) = place.row {
        parts.push(format!("row {row}"));
    }
    if let Some(column) = &place.column {
        parts.push(format!("column \"{column}\""));
    }
    let mut text = parts.join(", ");
    if let Some(first) = text.get(..1) {
        text.replace_range(..1, &first.to_uppercase());
    }
    match (text.is_empty(), value) {
        (true, None) => text,
        (true, Some(value)) => format!("\"{value}\": "),
        (false, None) => text + ": ",
        (false, Some(value)) => format!("{text}, \"{value}\": "),
    }
}

pub(super) fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::BatchEdit => "a batch edit workbook",
        FileKind::CampaignPrefill => "a campaign prefill workbook",
        FileKind::PriceTemplate => "a campaign price template",
        FileKind::FailReport => "a fail report",
        FileKind::Settlement => "a settlement workbook",
        FileKind::Registrations => "a registration export",
        FileKind::Table => "a table",
    }
}

fn feature_words(feature: WorkbookFeature) -> &'static str {
    match feature {
        WorkbookFeature::RowComments => "comments on the rows of SKUs",
    }
}

pub(super) fn reason(trouble: &Trouble) -> String {
    use Trouble as T;
    match trouble {
        T::CannotRead { reason } => format!(
            "the file cannot be read ({}).",
            reason.text(Language::English)
        ),
        T::CannotWrite { reason } => format!(
            "the file cannot be written ({}).",
            reason.text(Language::English)
        ),
        T::DiskFull { .. } => {
            "no space is left where the file should go; the old file is untouched.".into()
        }
        T::EmptyFile => "the file is empty.".into(),
        T::FileTooLarge { limit_megabytes } => {
            format!("the file is larger than {limit_megabytes} MB.")
        }
        T::NotATable => "the file is neither a workbook nor a text table.".into(),
        T::LegacyWorkbook => "this is a workbook of the old .xls kind.".into(),
        T::Encrypted => "the workbook is protected by a password.".into(),
        T::BrokenWorkbook { part } => {
            format!("the workbook is damaged or cut off ({part} cannot be read).")
        }
        T::TooManyParts { limit } => {
            format!("the workbook has more than {limit} parts; no spreadsheet writes such a file.")
        }
        T::UnpacksTooLarge { part } => format!(
            "{part} unpacks to far more than a workbook holds; it was refused before filling the memory."
        ),
        T::UnsafePart => "the workbook names a part outside of itself.".into(),
        T::ForbiddenXml { part } => {
            format!("{part} declares a document type or entities, which no spreadsheet writes.")
        }
        T::MissingSheet { wanted } => format!("the workbook has no sheet \"{wanted}\"."),
        T::WrongKind { found, wanted } => {
            format!("this is {}, not {}.", kind(*found), kind(*wanted))
        }
        T::NoHeader => "no header row was found in the first rows.".into(),
        T::MissingColumns { columns } => format!("columns are missing: {}.", columns.join(", ")),
        T::DoubledColumn { column } => format!("two columns are called \"{column}\"."),
        T::NotMapped { field } => format!("no column is chosen for \"{field}\"."),
        T::EncodingUnclear => "the text encoding of the file cannot be told for sure.".into(),
        T::WrongBytes { encoding } => {
            format!("these bytes are no {encoding} text, as the rest of the file is.")
        }
        T::UnclosedQuote => "a quotation mark opens here and is never closed.".into(),
        T::CellTooLarge { limit_kilobytes } => {
            format!("the cell holds more than {limit_kilobytes} KB of text.")
        }
        T::TooManyColumns { limit } => format!("there are more than {limit} columns."),
        T::TooManyRows { limit } => format!("there are more than {limit} rows."),
        T::NulCharacter => "the cell holds a NUL character.".into(),
        T::ExtraCells { columns } => {
            format!("the row has more cells than the {columns} of the header.")
        }
        T::DamagedId => "a spreadsheet rounded this id; its last digits are lost.".into(),
        T::NotAnId => "this is not an id.".into(),
        T::MissingValue => "the cell is empty.".into(),
        T::NotANumber => "this is not a number.".into(),
        T::NumberUnclear => {
            "the mark in this number may be a decimal mark or a thousands mark.".into()
        }
        T::NumberTooLarge => "the number is too large.".into(),
        T::NumberTooFine { digits } => match digits {
            0 => "the amount has digits after the point, and the currency has none.".into(),
            _ => format!("the number has more than {digits} digits after the point."),
        },
        T::OtherCurrency { expected } => {
            format!("the amount is in another currency than the shop's, {expected}.")
        }
        T::Negative => "the number is below zero.".into(),
        T::NotWhole => "this is not a whole number.".into(),
        T::NotAPercentage => "this is not a percentage.".into(),
        T::NotADate => "this is not a date.".into(),
        T::DateUnclear => "day and month of this date may be either way round.".into(),
        T::UnknownWord { allowed } => {
            format!("the column takes only: {}.", allowed.join(", "))
        }
        T::NotARange => "this is not a range such as \">=1 and <99000\".".into(),
        T::ErrorCell => "the cell shows an error instead of a value.".into(),
        T::FormulaWithoutResult => "the cell holds a formula without its result.".into(),
        T::Disagrees { first_row } => {
            format!("row {first_row} says something else about the same product.")
        }
        T::Repeated { first_row } => format!("the same id stands in row {first_row} already."),
        T::CannotKeep { feature } => {
            let feature = feature_words(*feature);
            format!("the workbook has {feature}, which cannot be kept when rows are dropped.")
        }
    }
}

pub(super) fn remedy(trouble: &Trouble) -> String {
    use Trouble as T;
    match trouble {
        T::CannotRead { .. } => "Close it in other programs, check that it is still there, and try again.",
        T::CannotWrite { .. } => "Choose another folder, or close the file in other programs.",
        T::DiskFull { .. } => "Free some space or choose another disk, then export again.",
        T::EmptyFile => "Export it again.",
        T::FileTooLarge { .. } => "Split it into several files.",
        T::NotATable => "Choose an .xlsx workbook or a .csv file.",
        T::LegacyWorkbook => "Open it in a spreadsheet and save it as .xlsx.",
        T::Encrypted => "Open it in a spreadsheet, remove the password, and save it again.",
        T::BrokenWorkbook { .. } => "Download or export it again.",
        T::TooManyParts { .. }
        | T::UnpacksTooLarge { .. }
        | T::UnsafePart
        | T::ForbiddenXml { .. } => {
            "Do not open it elsewhere; download the file again from Seller Center."
        }
        T::MissingSheet { .. } => "Download the workbook again and leave its sheets as they are.",
        T::WrongKind { .. } => "Choose the other file, or import this one where it belongs.",
        T::NoHeader => "Put the column names into one row above the data.",
        T::MissingColumns { .. } => "Download the file again with all columns, or add them by name.",
        T::DoubledColumn { .. } => "Rename one of them, or choose the right one in the mapping.",
        T::NotMapped { .. } => "Choose its column in the mapping.",
        T::EncodingUnclear => "Choose the encoding, or save the file as \"CSV UTF-8\".",
        T::WrongBytes { .. } => "Correct the cell in the program that wrote the file and save it as \"CSV UTF-8\".",
        T::UnclosedQuote => "Close the quotation mark, or write a quote inside a text twice.",
        T::CellTooLarge { .. } => "Shorten the text of this cell.",
        T::TooManyColumns { .. } => "Delete the columns that are not needed.",
        T::TooManyRows { .. } => "Split it into several files.",
        T::NulCharacter => "Delete the invisible character and save the file again.",
        T::ExtraCells { .. } => "Put cells with the separator in them into quotes.",
        T::DamagedId => {
            "Export the file again from Seller Center and import it without saving it in a spreadsheet, or format the id column as text first."
        }
        T::NotAnId => "Copy the id from Seller Center again.",
        T::MissingValue => "Fill it in.",
        T::NotANumber => "Write digits with a point, like 19.99.",
        T::NumberUnclear => "Say in the mapping which mark the file uses for decimals.",
        T::NumberTooLarge => "Correct it; amounts go up to 1000000000000, stock to 4294967295.",
        T::NumberTooFine { .. } => "Round it to what the platform takes.",
        T::OtherCurrency { .. } => "Convert it, or choose the file of the right shop.",
        T::Negative => "Write zero or more.",
        T::NotWhole => "Write a whole number.",
        T::NotAPercentage => "Write a number with at most two digits after the point, like 5 or 7.5.",
        T::NotADate => "Write it like 2026-03-31 or 2026-03-31 18:00.",
        T::DateUnclear => "Say in the mapping which comes first, or write it like 2026-03-31.",
        T::UnknownWord { .. } => "Use one of these words.",
        T::NotARange => "Download the workbook again and leave this column as it is.",
        T::ErrorCell => "Repair the formula in the spreadsheet, or write the value.",
        T::FormulaWithoutResult => "Open the file in a spreadsheet and save it once, or write the value.",
        T::Disagrees { .. } => "Make the rows of the product agree, or export the file again.",
        T::Repeated { .. } => "Delete one of the two rows.",
        T::CannotKeep { .. } => "Remove it in a spreadsheet, or use the price template instead.",
    }
    .to_owned()
}
