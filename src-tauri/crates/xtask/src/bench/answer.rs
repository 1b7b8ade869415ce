//! Whether two jobs gave the same answer: the same rows pass with the same money, and the same
//! rows are refused for the same reasons.

use crate::Trouble;
use std::collections::BTreeMap;
use std::path::Path;

/// Product, title, reasons.
type Refused = (String, String, Vec<&'static str>);

/// Rows by SKU: what passes with its money, what is refused with its reasons.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    accepted: BTreeMap<String, Vec<String>>,
    refused: BTreeMap<String, Refused>,
}

impl Answer {
    /// Reads the two lists of a job.
    pub fn read(accepted: &Path, refused: &Path) -> Result<Self, Trouble> {
        let mut answer = Self {
            accepted: BTreeMap::new(),
            refused: BTreeMap::new(),
        };
        each_row(accepted, |row| {
            let mut said = vec![cell(row, 0).to_owned(), title(cell(row, 2))];
            said.extend((3..9).map(|column| number(cell(row, column))));
            answer.accepted.insert(cell(row, 1).to_owned(), said);
            Ok(())
        })?;
        each_row(refused, |row| {
            let mut reasons: Vec<&'static str> = cell(row, 3)
                .split('|')
                .map(reason)
                .collect::<Result<_, _>>()?;
            reasons.sort_unstable();
            reasons.dedup();
            let said = (cell(row, 0).to_owned(), title(cell(row, 2)), reasons);
            answer.refused.insert(cell(row, 1).to_owned(), said);
            Ok(())
        })?;
        Ok(answer)
    }

    /// How many rows pass and how many are refused.
    pub fn counts(&self) -> (usize, usize) {
        (self.accepted.len(), self.refused.len())
    }

    /// The first difference, in words.
    pub fn difference(&self, other: &Self) -> Option<String> {
        let accepted = first_difference(&self.accepted, &other.accepted);
        accepted.or_else(|| first_difference(&self.refused, &other.refused))
    }
}

fn first_difference<T: std::fmt::Debug + PartialEq>(
    ours: &BTreeMap<String, T>,
    theirs: &BTreeMap<String, T>,
) -> Option<String> {
    let ids = ours.keys().chain(theirs.keys());
    let mut differing = ids.filter(|id| ours.get(*id) != theirs.get(*id));
    let id = differing.next()?;
    Some(format!(
        "SKU {id}: {:?} here, {:?} there",
        ours.get(id),
        theirs.get(id)
    ))
}

fn each_row(
    path: &Path,
    mut see: impl FnMut(&csv::StringRecord) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let trouble = |why: csv::Error| Trouble::new(format!("{}: {why}", path.display()));
    let mut reader = csv::Reader::from_path(path).map_err(trouble)?;
    for row in reader.records() {
        see(&row.map_err(trouble)?)?;
    }
    Ok(())
}

fn cell(row: &csv::StringRecord, column: usize) -> &str {
    row.get(column).unwrap_or_default()
}

/// The title without the mark that keeps spreadsheets from running it: the peer writes none.
fn title(text: &str) -> String {
    let runs = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let bare = text.strip_prefix('\'').filter(|bare| runs(bare));
    bare.unwrap_or(text).to_owned()
}

/// `12.50`, `12.5` and `012.50` are one number.
fn number(text: &str) -> String {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}.{:0<2}", cents)
}

/// A reason in the peer's words, whoever said it.
fn reason(said: &str) -> Result<&'static str, Trouble> {
    let known = [
        ("PRICE_MISSING", "RG-01"),
        ("PRICE_NOT_POSITIVE", "RG-04:not_positive"),
        ("ABOVE_RETAIL", "RG-04:above_retail"),
        ("ABOVE_LOW30", "RG-02"),
        ("STOCK_NOT_POSITIVE", "RG-05:below_one"),
        ("STOCK_OVER", "RG-05:above_available"),
        ("EXTRA_PARTIAL", "RG-07"),
        ("EXTRA_BELOW_MIN", "RG-08"),
    ];
    known
        .into_iter()
        .find(|(peer, rule)| said == *peer || said.starts_with(rule))
        .map(|(peer, _)| peer)
        .ok_or_else(|| Trouble::new(format!("{said} is no reason that both jobs know")))
}
